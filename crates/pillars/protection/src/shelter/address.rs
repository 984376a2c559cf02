//! Where a house is: written by its manager and never read back to them, shown to a desk that has
//! somebody there or on the way.

use access::Actor;
use access::action::{ReadShelterAddress, WriteShelterAddress};
use record::Id;
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::ShelterError;
use crate::report::Done;

/// `WriteShelterAddress`: puts this address in the place of the one that was.
pub async fn write_address(
    _unit: &Unit<WriteShelterAddress>,
    _address: &Plain<String>,
    _form_key: &str,
) -> Result<Done, ShelterError> {
    Err(StoreError::Absent.into())
}

/// The states that only the moment tells, for `gate.permit_when::<ReadShelterAddress>`.
pub async fn address_states(
    _store: &Store,
    _actor: &Actor,
    _house: Id,
) -> Result<Vec<&'static str>, StoreError> {
    Ok(Vec::new())
}

/// `ReadShelterAddress`: one address, while a hold or a stay of this desk is live there; none, if
/// none was written.
pub async fn read_address(
    _unit: &Unit<ReadShelterAddress>,
) -> Result<Option<Plain<String>>, ShelterError> {
    Err(StoreError::Absent.into())
}
