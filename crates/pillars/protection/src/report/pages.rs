//! What the pages of reports share: words for entries, and problems.

use page::{Cannot, Problem};

use super::ReportError;

impl Cannot for ReportError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) => return Err(error.into()),
            Self::Withdrawn => "report-was-withdrawn",
            Self::Stopped => "promise-stopped",
            Self::Past => "promise-past",
            Self::HowMany => "head-how-many",
            Self::NoHead => "head-gone",
            Self::Claimed => "report-claimed",
            Self::NoReceipt => "report-no-receipt",
            Self::NotFit => "report-member-not-fit",
            Self::SheetTaken => "sheet-taken",
            Self::NoKey => return Err(Problem::MethodNotAllowed),
            // Two met in the same moment, and the loser was tried again: too often to go on.
            Self::Stale | Self::DigitsTaken => return Err(Problem::Busy),
        })
    }
}
