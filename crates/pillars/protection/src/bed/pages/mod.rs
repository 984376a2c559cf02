//! The pages of a safe place: asking for one, the list, a request, and what each side does with it.

pub(crate) mod act;
pub(crate) mod apart;
pub(crate) mod ask;
pub(crate) mod below_samples;
pub(crate) mod decline;
pub(crate) mod desk;
pub(crate) mod judge;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod panel;
pub(crate) mod request;
pub(crate) mod samples;
pub(crate) mod show;
pub(crate) mod store;
pub(crate) mod words;

use page::{Cannot, Problem};

use super::BedError;

impl Cannot for BedError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) => return Err(error.into()),
            // The form says it before.
            Self::WrongHeads => return Err(Problem::MethodNotAllowed),
            Self::UnknownPlace => "bed-wrong-where",
            Self::NoDesk => "bed-no-desk",
            Self::NotAsked | Self::NotHeld => "bed-cannot-now",
            Self::Full => "bed-no-place-left",
            Self::NoBody => "bed-wrong-body",
            Self::NotACode => "bed-wrong-apart",
            Self::NoReport => "bed-no-report",
            Self::SheetTaken => "sheet-taken",
        })
    }
}
