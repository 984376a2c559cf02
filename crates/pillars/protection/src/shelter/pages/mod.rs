//! The pages of houses: the board, one house, and where it is.

pub(crate) mod address;
pub(crate) mod board;
pub(crate) mod house;
pub(crate) mod rows;
pub(crate) mod samples;
pub(crate) mod words;

use page::Problem;

use super::ShelterError;

/// What a person can do about it, where no form says it better.
pub(crate) fn problem(error: ShelterError) -> Problem {
    match error {
        ShelterError::Store(error) => error.into(),
        ShelterError::Stale => Problem::Words("bed-stale"),
        ShelterError::BothAges => Problem::Words("shelter-wrong-mixed"),
        ShelterError::FamilyOfChildren => Problem::Words("shelter-wrong-family"),
        ShelterError::InUse => Problem::Words("shelter-wrong-in-use"),
        ShelterError::UnknownPlace => Problem::Words("shelter-wrong-where"),
        ShelterError::NoPlaces => Problem::Words("shelter-wrong-places"),
        ShelterError::NoAddress => Problem::Words("shelter-wrong-address"),
    }
}
