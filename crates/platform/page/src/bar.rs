//! The bar of staff pages: the ways that the table of authority offers to whoever looks.

use access::Actor;

use crate::app::App;

/// How many entries the bar of a phone has at most; where there are more, the last one opens the
/// rest.
const ON_A_PHONE: usize = 5;

/// One way to go.
pub struct Entry {
    /// The address.
    pub href: String,
    /// The message that names it.
    pub key: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Whether the page shown is this one or below it.
    pub here: bool,
}

/// All ways to go.
pub struct Bar {
    /// Those that a phone shows at once.
    pub first: Vec<Entry>,
    /// Those that it shows when asked for more.
    pub rest: Vec<Entry>,
}

impl Bar {
    pub(crate) fn new(mut entries: Vec<Entry>) -> Self {
        let rest = if entries.len() > ON_A_PHONE {
            entries.split_off(ON_A_PHONE - 1)
        } else {
            Vec::new()
        };
        Self {
            first: entries,
            rest,
        }
    }

    /// Whether the page shown is one of the rest.
    pub fn is_in_rest(&self) -> bool {
        self.rest.iter().any(|entry| entry.here)
    }
}

/// The names of the routes in the bar that this actor could ever open: an entry that leads nowhere
/// is not offered.
pub(crate) fn offered(app: &App, actor: &Actor) -> Vec<&'static str> {
    let gate = app.store.gate();
    let entries = app.table.entries();
    let open = entries.filter(|(row, _)| gate.ever_by(row.action_row(), actor));
    open.map(|(row, _)| row.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(count: usize, here: usize) -> Bar {
        let entry = |at| Entry {
            href: format!("/{at}"),
            key: "",
            icon: "",
            here: at == here,
        };
        Bar::new((0..count).map(entry).collect())
    }

    #[test]
    fn a_phone_shows_five_at_most_and_the_way_to_the_rest_is_one_of_them() {
        // entries, shown at once, behind the last one
        for (count, first, rest) in [(0, 0, 0), (1, 1, 0), (5, 5, 0), (6, 4, 2), (12, 4, 8)] {
            let bar = bar(count, 0);
            assert_eq!((bar.first.len(), bar.rest.len()), (first, rest), "{count}");
        }
        assert!(!bar(8, 3).is_in_rest());
        assert!(bar(8, 4).is_in_rest());
    }
}
