//! A house holds a place: the first that does has the person.

use access::Actor;
use access::action::{HoldBed, ReleaseHold, RenewHold};
use record::Id;
use store::{Store, StoreError, Unit};

use super::{BedError, Done, OneAsk, Renewing, Taken};

/// `HoldBed`: takes a place for some hours. [`BedError::Full`] where none is free.
pub async fn hold_bed(_unit: &Unit<HoldBed>, _input: &OneAsk) -> Result<Taken, BedError> {
    Err(StoreError::Absent.into())
}

/// Asks for the permit and holds; tells a house that came too late so, and no other.
pub async fn hold(
    _store: &Store,
    _actor: &Actor,
    _request: Id,
    _input: OneAsk,
) -> Result<Taken, BedError> {
    Err(StoreError::Absent.into())
}

/// `RenewHold`: the hold goes on, for a reason.
pub async fn renew_hold(_unit: &Unit<RenewHold>, _input: &Renewing) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}

/// `ReleaseHold`, by the desk: the hold ends, and others are asked.
pub async fn release_hold(_unit: &Unit<ReleaseHold>, _input: &OneAsk) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}
