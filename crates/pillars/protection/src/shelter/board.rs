//! Houses as a desk sees them: what there is, what is free, and who has nowhere to go.

use access::Scope;
use access::action::ListShelters;
use record::Id;
use store::{StoreError, Unit};

use super::{Board, House};

/// How many stand on one page.
pub const PAGE: usize = 50;

/// Which houses are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those of this governorate.
    pub governorate: Option<String>,
    /// Those after this one, by code and record.
    pub after: Option<(String, Id)>,
}

/// One page of houses.
pub struct Page {
    /// The houses, by code.
    pub houses: Vec<House>,
    /// Where the next page begins, if there is one.
    pub next: Option<(String, Id)>,
}

/// `ListShelters`: a page of the houses that this actor may see.
pub async fn list_houses(
    _unit: &Unit<ListShelters>,
    _scope: &Scope<ListShelters>,
    _wanted: &Wanted,
) -> Result<Page, StoreError> {
    Err(StoreError::Absent)
}

/// `ListShelters`: places of the whole country by sort, and who waits; for a placement desk.
pub async fn board(_unit: &Unit<ListShelters>) -> Result<Board, StoreError> {
    Err(StoreError::Absent)
}
