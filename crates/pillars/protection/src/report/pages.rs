//! What the pages of reports share: words for entries, and problems.

use page::Problem;

use super::ReportError;

/// What a person can do about it.
pub(crate) fn problem(error: ReportError) -> Problem {
    match error {
        ReportError::Store(error) => error.into(),
        ReportError::Withdrawn => Problem::Words("report-was-withdrawn"),
        ReportError::NotFit => Problem::Words("report-member-not-fit"),
        ReportError::NoKey => Problem::WrongWay,
        // Two met in the same moment, and the loser was tried again: too often to go on.
        ReportError::Stale | ReportError::DigitsTaken => Problem::Busy,
    }
}
