//! Rights not yet met, as far as the list reaches.

use access::action::ListUnmetRights;
use access::{Action, Scope};
use record::{Id, Moment, PAGE};
use store::{StoreError, Unit, Window, one_more};

use super::{Line, RightError, State, store as table};

record::codes! {
    /// Whose right it is.
    Whose labelled "right-whose" {
        /// A child's, or of somebody who may be one.
        Children = "children",
        /// An adult's.
        Adults = "adults",
    }
}

/// Which rights are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those in this state; all that are not closed, if none is named.
    pub state: Option<State>,
    /// Those of this governorate.
    pub governorate: Option<String>,
    /// Those of such people.
    pub whose: Option<Whose>,
    /// Those opened before this one.
    pub after: Option<(Moment, Id)>,
}

/// One page of a list.
pub struct Page {
    /// The rights, the latest first.
    pub lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    pub next: Option<(Moment, Id)>,
}

/// `ListUnmetRights`: a page of the rights that this actor may see.
pub async fn list_rights(
    unit: &Unit<ListUnmetRights>,
    scope: &Scope<ListUnmetRights>,
    wanted: &Wanted,
) -> Result<Page, StoreError> {
    let window =
        Window::newest(wanted.after, one_more(PAGE)).in_state(wanted.state.map(State::code));
    let some = (wanted.governorate.as_deref(), wanted.whose);
    let shows = unit.permit().shows();
    let mut lines = if some == (None, None) {
        table::list(unit, scope, &window, shows).await?
    } else {
        table::list_some(unit, scope, &window, shows, some).await?
    };
    let next = unit.cut(&mut lines, PAGE, |line| line.record).await;
    let next = next.map(|last| (last.opened, last.record));
    Ok(Page { lines, next })
}

/// The right that a unit is about, before it is answered or closed.
pub async fn right<A: Action>(unit: &Unit<A>) -> Result<Line, RightError> {
    Ok(table::line(&**unit, unit.record(), unit.permit().shows()).await?)
}
