//! The requests of a desk, a team or a shelter, as far as the list reaches.

use access::Scope;
use access::action::{DeclarePlaces, ListBedRequests};
use record::{Id, Moment, PAGE, ShortCode};
use store::{Page, StoreError, Unit, Window, one_more};

use super::{Head, State, store as table};

/// Which requests are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those with this short code, whatever else is wanted.
    pub code: Option<ShortCode>,
    /// Those in this state.
    pub state: Option<State>,
    /// Those of this governorate.
    pub governorate: Option<String>,
    /// Those for such people.
    pub people: Option<People>,
    /// Those asked before this one.
    pub after: Option<(Moment, Id)>,
}

record::codes! {
    /// For whom a request is.
    People labelled "bed-filter" {
        /// Women.
        Women = "women",
        /// Men.
        Men = "men",
        /// Children, and who may be one.
        Children = "children",
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What stands in clear.
    pub head: Head,
    /// For a shelter: when its own answer is due, while it has not answered.
    pub answer_due: Option<Moment>,
    /// For a shelter: until when it holds a place.
    pub hold_until: Option<Moment>,
}

/// `ListBedRequests`: a page of the requests that this actor may see; what is shown is written
/// down.
pub async fn list_requests(
    unit: &Unit<ListBedRequests>,
    scope: &Scope<ListBedRequests>,
    wanted: &Wanted,
) -> Result<Page<Line>, StoreError> {
    let limit = one_more(PAGE);
    let actor = unit.actor();
    let admits = unit.store().gate().ever::<DeclarePlaces>(actor);
    let shelter = actor.member().filter(|_| admits).map(|member| member.org);
    let lines = if let Some(code) = &wanted.code {
        table::by_code(unit, scope, code, limit, shelter).await?
    } else {
        let window = Window::newest(wanted.after, limit).in_state(wanted.state.map(State::code));
        let some = (wanted.governorate.as_deref(), wanted.people);
        if some != (None, None) {
            return table::list_some(unit, scope, &window, shelter, some).await;
        }
        table::list(unit, scope, &window, shelter).await?
    };
    Ok(unit
        .page(lines, PAGE, |line| (line.head.asked, line.head.record))
        .await)
}
