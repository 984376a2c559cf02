//! Opening a request: the desk sees needs and answers, the team how it stands, a house who comes.

use access::Actor;
use access::action::ReadBedRequest;
use record::Id;
use store::{Store, StoreError, Unit};

use super::{Ask, BedError, Opened};

/// `ReadBedRequest`: as much as the reader's part in it shows.
pub async fn read_request(_unit: &Unit<ReadBedRequest>) -> Result<Opened, BedError> {
    Err(StoreError::Absent.into())
}

/// The states of a request that only the moment tells, for `gate.permit_when` of `RenewHold`,
/// `ReleaseHold`, `ReviewDecline` and `PrintJudgeApplication`.
pub async fn states(_store: &Store, _request: Id) -> Result<Vec<&'static str>, StoreError> {
    Ok(Vec::new())
}

/// A house's own parts in a request, also when they are over: what a page tells a house that is
/// refused by now. Empty for everybody else, and for whoever is shut out.
pub async fn own_parts(
    _store: &Store,
    _actor: &Actor,
    _request: Id,
) -> Result<Vec<Ask>, StoreError> {
    Ok(Vec::new())
}
