//! The words for what shelters declare.

use page::{Frame, place_name};

use crate::shelter::Declared;

/// The name of a governorate; its code, if it has none.
pub(super) fn place(governorate: &str, frame: &Frame) -> String {
    place_name(Some(governorate), frame.language).unwrap_or_else(|| governorate.to_owned())
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
