//! The words for what houses declare.

use page::{Choice, Frame};
use record::Language;

use crate::report::pages::place_name;
use crate::shelter::{Declared, PlaceAge, PlaceSex};

pub(super) const fn sex_key(sex: PlaceSex) -> &'static str {
    match sex {
        PlaceSex::Female => "shelter-sex-female",
        PlaceSex::Male => "shelter-sex-male",
        PlaceSex::Any => "shelter-sex-any",
    }
}

pub(super) const fn age_key(age: PlaceAge) -> &'static str {
    match age {
        PlaceAge::Under13 => "shelter-age-under-13",
        PlaceAge::From13 => "shelter-age-from-13",
        PlaceAge::Child => "shelter-age-child",
        PlaceAge::Adult => "shelter-age-adult",
    }
}

pub(super) fn sexes(language: Language) -> Vec<Choice> {
    PlaceSex::ALL
        .iter()
        .map(|sex| Choice::said(language, sex.code(), sex_key(*sex)))
        .collect()
}

pub(super) fn ages(language: Language) -> Vec<Choice> {
    PlaceAge::ALL
        .iter()
        .map(|age| Choice::said(language, age.code(), age_key(*age)))
        .collect()
}

/// The name of a governorate; its code, if it has none.
pub(super) fn place(governorate: &str, frame: &Frame) -> String {
    place_name(Some(governorate), frame.language).unwrap_or_else(|| governorate.to_owned())
}

/// A governorate that was chosen in an address.
pub(super) struct Place(pub(super) String);

impl std::str::FromStr for Place {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        record::governorate(code)
            .map(|place| Self(place.code.clone()))
            .ok_or(())
    }
}

/// Places of one sort as a page shows them.
pub(super) struct Sort {
    pub(super) sex: &'static str,
    pub(super) age: &'static str,
    pub(super) family: bool,
    pub(super) disability: bool,
    pub(super) places: i64,
    pub(super) free: i64,
}

impl Sort {
    pub(super) fn new(declared: &Declared, taken: i64) -> Self {
        Self {
            sex: sex_key(declared.sex),
            age: age_key(declared.age),
            family: declared.family,
            disability: declared.disability,
            places: declared.places,
            free: (declared.places - taken).max(0),
        }
    }
}
