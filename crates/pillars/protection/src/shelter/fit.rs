//! Whom declared places fit, and why somebody has none: pure functions.

use super::{Age, Declared, Demand, Lack, PlaceAge, PlaceSex, Sex, Supply};

/// Whom a place is sought for, as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeker {
    /// Their sex.
    pub sex: Sex,
    /// Their age.
    pub age: Age,
    /// Whether they have their own children with them.
    pub family: bool,
    /// How many people.
    pub heads: i64,
    /// Whether one of them has a disability.
    pub disability: bool,
}

/// How a place fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// By what was said.
    Exact,
    /// If what was not said turns out so: the shelter is asked with the question open.
    Open,
}

/// Whether declared places fit somebody. A child, or somebody who may be one, is never placed with
/// unrelated adults; adults without children of their own are placed in no family's shelter.
pub fn fits(who: &Seeker, place: &Declared) -> Option<Fit> {
    if who.disability && !place.disability {
        return None;
    }
    let sex = match (who.sex, place.sex) {
        (_, PlaceSex::Any) | (Sex::Female, PlaceSex::Female) | (Sex::Male, PlaceSex::Male) => {
            Fit::Exact
        }
        (Sex::NotSaid, _) => Fit::Open,
        _ => return None,
    };
    let age = match (who.age, place.age) {
        (Age::Adult, PlaceAge::Adult) if place.family == who.family => Fit::Exact,
        (Age::Adult, _) | (_, PlaceAge::Adult) => return None,
        (Age::Under13, PlaceAge::Under13)
        | (Age::From13, PlaceAge::From13)
        | (_, PlaceAge::Child) => Fit::Exact,
        (Age::Unknown, _) => Fit::Open,
        _ => return None,
    };
    // No place for children is a family's.
    (who.age == Age::Adult || !place.family).then_some(sex.max(age))
}

/// Why people of one sort have no place: whether such a place is declared at all where they may be
/// placed, and whether one is free. A free place that nobody gave them is no free place for them.
pub(super) fn lack(demand: &Demand, supply: &[Supply]) -> Lack {
    let who = Seeker {
        sex: demand.sex,
        age: demand.age,
        family: demand.family,
        heads: demand.together,
        disability: demand.disability,
    };
    let jurisdiction = |code: &str| record::governorate(code).map(|place| place.jurisdiction);
    let here = jurisdiction(&demand.governorate);
    let fitting = supply.iter().filter(|row| {
        jurisdiction(&row.governorate) == here && fits(&who, &row.declared).is_some()
    });
    fitting.fold(Lack::NoSuchPlace, |so_far, row| {
        if row.declared.places - row.taken >= who.heads {
            Lack::NobodySaidYes
        } else {
            so_far.max(Lack::Full)
        }
    })
}
