//! The pages of shelters: the board, one shelter, and where it is.

pub(crate) mod address;
pub(crate) mod board;
mod matrix;
pub(crate) mod rows;
pub(crate) mod samples;
pub(crate) mod shelter;
pub(crate) mod words;

use page::{Cannot, Problem};

use super::ShelterError;

impl Cannot for ShelterError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) => return Err(error.into()),
            Self::Stale => "bed-stale",
            Self::BothAges => "shelter-wrong-mixed",
            Self::FamilyOfChildren => "shelter-wrong-family",
            Self::InUse => "shelter-wrong-in-use",
            Self::UnknownPlace => "shelter-wrong-where",
            Self::NoPlaces => "shelter-wrong-places",
            Self::NoAddress => "shelter-wrong-address",
        })
    }
}
