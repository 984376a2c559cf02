//! What a manager does with a shelter, and who reads of it.

use access::Action;
use access::action::{DeclarePlaces, RegisterShelter};
use record::{Done, EventName, Id, Kind, Root, Sensitivity, short_code};
use store::{NewRecord, StoreError, Unit};

use super::{Declared, Declaring, Registering, Shelter, ShelterError, rules, store as table};

/// The state of a shelter; whether it takes anybody is its own business.
const OPEN: &str = "open";

/// `RegisterShelter`: a new shelter of the manager's organisation; its address is written next.
pub async fn register_shelter(
    unit: &Unit<RegisterShelter>,
    registering: &Registering,
) -> Result<Id, ShelterError> {
    if let Some(before) = unit.answered(&registering.form_key).await? {
        return Ok(before.parse().map_err(|_| StoreError::Absent)?);
    }
    let org = unit.actor().member().ok_or(StoreError::Absent)?.org;
    rules::check(&registering.places)?;
    let governorate =
        record::governorate(&registering.governorate).ok_or(ShelterError::UnknownPlace)?;
    let shelter = unit.id();
    unit.create(NewRecord {
        record: shelter,
        kind: Kind::Shelter,
        org: Some(org),
        jurisdiction: Some(governorate.jurisdiction),
        sensitivity: Sensitivity::High,
        state: OPEN,
        root: None,
        world: Root::Care,
        keys_for: vec![org],
    })
    .await?;
    let begun = table::Begun {
        record: shelter,
        code: &short_code(shelter),
        org,
        governorate,
        hours: &registering.hours,
        languages: &registering.languages,
    };
    table::insert(unit, &begun).await?;
    for declared in &registering.places {
        table::insert_places(unit, shelter, declared).await?;
    }
    unit.emit(EventName::ShelterRegistered, shelter, shelter, None)
        .await?;
    unit.answer(&registering.form_key, &shelter.to_string())
        .await?;
    Ok(shelter)
}

/// `DeclarePlaces`: what the shelter says of itself from now on.
pub async fn declare_places(
    unit: &Unit<DeclarePlaces>,
    declaring: &Declaring,
) -> Result<Done, ShelterError> {
    let shelter = unit.record();
    if unit.answered(&declaring.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let places: Vec<Declared> = declaring.places.iter().map(|(_, one)| *one).collect();
    rules::check(&places)?;
    if !table::change(unit, shelter, declaring).await? {
        return Err(ShelterError::Stale);
    }
    let standing = table::places(&**unit, shelter).await?;
    for (id, declared) in &declaring.places {
        match id {
            None => table::insert_places(unit, shelter, declared).await?,
            Some(id) => {
                let before = standing.iter().find(|one| one.id == *id);
                let before = before.ok_or(ShelterError::Stale)?;
                if !rules::may_become(&before.declared, before.taken, declared) {
                    return Err(ShelterError::InUse);
                }
                table::set_places(unit, *id, declared).await?;
            }
        }
    }
    let kept = |id: Id| declaring.places.iter().any(|(kept, _)| *kept == Some(id));
    for before in standing.iter().filter(|one| !kept(one.id)) {
        if !table::drop_places(unit, before.id).await? {
            return Err(ShelterError::InUse);
        }
    }
    unit.emit(EventName::PlacesDeclared, shelter, shelter, None)
        .await?;
    unit.answer(&declaring.form_key, "declared").await?;
    Ok(Done::Now)
}

/// The shelter that a unit is about, for its manager (`DeclarePlaces`) and for a desk
/// (`ListShelters`); never its address.
pub async fn shelter<A: Action>(unit: &Unit<A>) -> Result<Shelter, ShelterError> {
    Ok(table::shelter(&**unit, unit.record()).await?)
}
