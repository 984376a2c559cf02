//! Rights not yet met, as far as the list reaches.

use access::action::ListUnmetRights;
use access::{Action, Scope};
use record::{Id, Moment, PAGE};
use store::{StoreError, Unit, Window, one_more};

use super::{Line, RightError, State, store as table};

/// Which rights are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those in this state; all that are not closed, if none is named.
    pub state: Option<State>,
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
    let mut lines = table::list(unit, scope, &window, unit.permit().shows()).await?;
    let next = unit.cut(&mut lines, PAGE, |line| line.record).await;
    let next = next.map(|last| (last.opened, last.record));
    Ok(Page { lines, next })
}

/// The right that a unit is about, before it is answered or closed.
pub async fn right<A: Action>(unit: &Unit<A>) -> Result<Line, RightError> {
    Ok(table::line(&**unit, unit.record(), unit.permit().shows()).await?)
}
