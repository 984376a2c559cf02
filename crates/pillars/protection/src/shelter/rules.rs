//! What a shelter may declare: pure functions.

use super::{Declared, ShelterError};

/// How many people places of one sort may be for.
pub const MOST_PLACES: i64 = 500;
/// The most letters of an address.
pub const LONGEST_ADDRESS: usize = 1000;

/// Whether a shelter may declare these places: for children or for adults, never for both; families
/// are adults with their own children.
pub fn check(places: &[Declared]) -> Result<(), ShelterError> {
    if places.is_empty()
        || places
            .iter()
            .any(|one| !(1..=MOST_PLACES).contains(&one.places))
    {
        return Err(ShelterError::NoPlaces);
    }
    let for_children = |one: &Declared| one.age.is_for_children();
    if places.iter().any(for_children) && !places.iter().all(for_children) {
        return Err(ShelterError::BothAges);
    }
    if places.iter().any(|one| one.family && for_children(one)) {
        return Err(ShelterError::FamilyOfChildren);
    }
    Ok(())
}

/// Whether places of one sort may become these: where somebody has one, they can only grow in
/// number, and none falls below those that are taken.
pub fn may_become(before: &Declared, taken: i64, after: &Declared) -> bool {
    let same = |one: &Declared| (one.sex, one.age, one.family, one.disability);
    taken == 0 || (same(before) == same(after) && after.places >= taken)
}
