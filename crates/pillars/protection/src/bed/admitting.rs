//! A person comes to a house, and goes.

use access::Actor;
use access::action::{AdmitToBed, EndStay};
use record::Id;
use store::{Store, StoreError, Unit};

use super::{BedError, Done, Ending, OneAsk, Taken};

/// `AdmitToBed`: opens the stay, under the request's code. Other holds end by a rule.
pub async fn admit_to_bed(_unit: &Unit<AdmitToBed>, _input: &OneAsk) -> Result<Taken, BedError> {
    Err(StoreError::Absent.into())
}

/// Asks for the permit and admits; tells a house that came too late so, and no other.
pub async fn admit(
    _store: &Store,
    _actor: &Actor,
    _request: Id,
    _input: OneAsk,
) -> Result<Taken, BedError> {
    Err(StoreError::Absent.into())
}

/// `EndStay`: how the stay ended. Where the house could not keep the person, others are asked.
pub async fn end_stay(_unit: &Unit<EndStay>, _input: &Ending) -> Result<Done, BedError> {
    Err(StoreError::Absent.into())
}
