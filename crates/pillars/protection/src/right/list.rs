//! Rights not yet met, as far as the list reaches.

use access::action::ListUnmetRights;
use access::{Action, Scope};
use record::{Id, Moment, PAGE};
use store::{Page, StoreError, Unit, Window, one_more};

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

/// `ListUnmetRights`: a page of the rights that this actor may see.
pub async fn list_rights(
    unit: &Unit<ListUnmetRights>,
    scope: &Scope<ListUnmetRights>,
    wanted: &Wanted,
) -> Result<Page<Line>, StoreError> {
    let window =
        Window::newest(wanted.after, one_more(PAGE)).in_state(wanted.state.map(State::code));
    let some = (wanted.governorate.as_deref(), wanted.whose);
    let shows = unit.permit().shows();
    if some != (None, None) {
        return table::list_some(unit, scope, &window, shows, some).await;
    }
    let lines = table::list(unit, scope, &window, shows).await?;
    Ok(unit
        .page(lines, PAGE, |line| (line.opened, line.record))
        .await)
}

/// The right that a unit is about, before it is answered or closed.
pub async fn right<A: Action>(unit: &Unit<A>) -> Result<Line, RightError> {
    Ok(table::line(&**unit, unit.record(), unit.permit().shows()).await?)
}
