//! Shelters as a desk sees them: what there is, what is free, and who has nowhere to go.

use access::Scope;
use access::action::{AskHouses, ListShelters};
use record::{Id, PAGE};
use store::{StoreError, Unit, one_more};

use super::{Board, Shelter, fit, store as table};

/// Which shelters are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those of this governorate.
    pub governorate: Option<String>,
    /// Those after this one, by code and record.
    pub after: Option<(String, Id)>,
}

/// One page of shelters.
pub struct Page {
    /// The shelters, by code.
    pub shelters: Vec<Shelter>,
    /// Where the next page begins, if there is one.
    pub next: Option<(String, Id)>,
}

/// `ListShelters`: a page of the shelters that this actor may see.
pub async fn list_shelters(
    unit: &Unit<ListShelters>,
    scope: &Scope<ListShelters>,
    wanted: &Wanted,
) -> Result<Page, StoreError> {
    let reach = unit.store().gate().reach(scope);
    let limit = one_more(PAGE);
    let mut shelters = table::list(unit, reach, wanted, limit).await?;
    let next = unit
        .cut(&mut shelters, PAGE, |shelter| shelter.record)
        .await;
    let next = next.map(|last| (last.code.clone(), last.record));
    Ok(Page { shelters, next })
}

/// `ListShelters`: places of the whole country by sort, and who waits. A placement desk sees it; a
/// manager sees their own shelters only.
pub async fn board(unit: &Unit<ListShelters>) -> Result<Board, StoreError> {
    if !unit.store().gate().ever::<AskHouses>(unit.actor()) {
        return Err(StoreError::Absent);
    }
    let supply = table::supply(unit).await?;
    let mut demand = table::demand(unit).await?;
    for one in &mut demand {
        one.lack = fit::lack(one, &supply);
    }
    Ok(Board { supply, demand })
}
