//! People who must not meet: written by the person's team, sealed, checked inside a hold.

use access::action::WriteKeepApart;
use store::{StoreError, Unit};

use super::{BedError, Done, KeepingApart, KeptApart};

/// `WriteKeepApart`: from now on no house holds a place for both.
pub async fn write_keep_apart(
    _unit: &Unit<WriteKeepApart>,
    _input: &KeepingApart,
) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}

/// `WriteKeepApart`, reading: what the team wrote.
pub async fn read_keep_apart(_unit: &Unit<WriteKeepApart>) -> Result<Vec<KeptApart>, BedError> {
    Err(StoreError::Absent.into())
}
