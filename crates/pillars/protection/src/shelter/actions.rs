//! What a manager does with a house, and who reads of it.

use access::Action;
use access::action::{DeclarePlaces, RegisterShelter};
use record::{Done, EventName, Id, Kind, Root, Sensitivity, short_code};
use store::{NewRecord, StoreError, Unit};

use super::{Declared, Declaring, House, Registering, ShelterError, rules, store as table};

/// The state of a house; whether it takes anybody is its own business.
const OPEN: &str = "open";

/// `RegisterShelter`: a new house of the manager's organisation; its address is written next.
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
    let house = unit.id();
    unit.create(NewRecord {
        record: house,
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
        record: house,
        code: &short_code(house),
        org,
        governorate,
        hours: &registering.hours,
        languages: &registering.languages,
    };
    table::insert(unit, &begun).await?;
    for declared in &registering.places {
        table::insert_places(unit, house, declared).await?;
    }
    unit.happened(EventName::ShelterRegistered, house, house, None)
        .await?;
    unit.answer(&registering.form_key, &house.to_string())
        .await?;
    Ok(house)
}

/// `DeclarePlaces`: what the house says of itself from now on.
pub async fn declare_places(
    unit: &Unit<DeclarePlaces>,
    declaring: &Declaring,
) -> Result<Done, ShelterError> {
    let house = unit.record();
    if unit.answered(&declaring.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let places: Vec<Declared> = declaring.places.iter().map(|(_, one)| *one).collect();
    rules::check(&places)?;
    if !table::change(unit, house, declaring).await? {
        return Err(ShelterError::Stale);
    }
    let standing = table::places(&**unit, house).await?;
    for (id, declared) in &declaring.places {
        match id {
            None => table::insert_places(unit, house, declared).await?,
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
    unit.happened(EventName::PlacesDeclared, house, house, None)
        .await?;
    unit.answer(&declaring.form_key, "declared").await?;
    Ok(Done::Now)
}

/// The house that a unit is about, for its manager (`DeclarePlaces`) and for a desk
/// (`ListShelters`); never its address.
pub async fn house<A: Action>(unit: &Unit<A>) -> Result<House, ShelterError> {
    Ok(table::house(&**unit, unit.record()).await?)
}
