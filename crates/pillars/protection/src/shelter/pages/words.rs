//! The words for what houses declare.

use page::{Frame, place_name};

use crate::shelter::Declared;

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
            sex: declared.sex.key(),
            age: declared.age.key(),
            family: declared.family,
            disability: declared.disability,
            places: declared.places,
            free: (declared.places - taken).max(0),
        }
    }
}
