//! What a manager does with a house, and who reads of it.

use access::Action;
use access::action::{DeclarePlaces, RegisterShelter};
use record::Id;
use store::{StoreError, Unit};

use super::{Declaring, House, Registering, ShelterError};
use crate::report::Done;

/// `RegisterShelter`: a new house of the manager's organisation; its address is written next.
pub async fn register_shelter(
    _unit: &Unit<RegisterShelter>,
    _registering: &Registering,
) -> Result<Id, ShelterError> {
    Err(StoreError::Absent.into())
}

/// `DeclarePlaces`: what the house says of itself from now on.
pub async fn declare_places(
    _unit: &Unit<DeclarePlaces>,
    _declaring: &Declaring,
) -> Result<Done, ShelterError> {
    Err(StoreError::Absent.into())
}

/// The house that a unit is about, for its manager (`DeclarePlaces`) and for a desk
/// (`ListShelters`); never its address.
pub async fn house<A: Action>(_unit: &Unit<A>) -> Result<House, ShelterError> {
    Err(StoreError::Absent.into())
}
