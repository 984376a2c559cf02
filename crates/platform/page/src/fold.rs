//! A list that shows its first lines at once and folds the rest, so that a phone shows the page in a
//! few screens.

/// The lines of a list.
pub struct Folded<T> {
    /// Those that are seen at once.
    pub first: Vec<T>,
    /// Those that are seen when they are asked for.
    pub rest: Vec<T>,
}

impl<T> Folded<T> {
    /// So many lines are seen at once; one more takes no more room than the way to it.
    pub fn new(mut lines: Vec<T>, most: usize) -> Self {
        let rest = if lines.len() > most + 1 {
            lines.split_off(most)
        } else {
            Vec::new()
        };
        Self { first: lines, rest }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_not_folded_alone() {
        for (count, first, rest) in [(0, 0, 0), (5, 5, 0), (6, 6, 0), (7, 5, 2), (200, 5, 195)] {
            let folded = Folded::new((0..count).collect::<Vec<_>>(), 5);
            assert_eq!((folded.first.len(), folded.rest.len()), (first, rest));
        }
    }
}
