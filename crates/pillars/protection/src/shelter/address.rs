//! Where a shelter is: written by its manager and never read back to them, shown to a desk that has
//! somebody there or on the way.

use access::Actor;
use access::action::{ReadShelterAddress, WriteShelterAddress};
use record::{Done, Id};
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::{ShelterError, store as table};

/// `WriteShelterAddress`: puts this address in the place of the one that was.
pub async fn write_address(
    unit: &Unit<WriteShelterAddress>,
    address: &Plain<String>,
    form_key: &str,
) -> Result<Done, ShelterError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    if address.is_blank() {
        return Err(ShelterError::NoAddress);
    }
    table::set_address(unit, unit.record(), address).await?;
    unit.answer(form_key, "written").await?;
    Ok(Done::Now)
}

/// The states that only the moment tells, for `gate.permit_when::<ReadShelterAddress>`.
pub async fn address_states(
    store: &Store,
    actor: &Actor,
    shelter: Id,
) -> Result<Vec<&'static str>, StoreError> {
    let desk = actor.member().map_or(Id::NONE, |member| member.org);
    let now = store.world().now();
    let live = store
        .read_clear(|look| async move { table::live_here(&*look, shelter, desk, now).await })
        .await?;
    let has = |state: &str| live.iter().any(|one| one == state);
    let states = [("live_hold", has("held")), ("stay", has("admitted"))];
    Ok(states
        .into_iter()
        .filter_map(|(name, is)| is.then_some(name))
        .collect())
}

/// `ReadShelterAddress`: one address, while a hold or a stay of this desk is live there; none, if
/// none was written.
pub async fn read_address(
    unit: &Unit<ReadShelterAddress>,
) -> Result<Option<Plain<String>>, ShelterError> {
    let shelter = unit.record();
    let desk = unit.actor().member().ok_or(StoreError::Absent)?.org;
    // The permit was given a moment ago: the hold may be over by now.
    if table::live_here(&**unit, shelter, desk, unit.now())
        .await?
        .is_empty()
    {
        return Err(StoreError::Absent.into());
    }
    Ok(table::address(unit, shelter).await?)
}
