//! The pages of a safe place: asking for one, the list, a request, and what each side does with it.

pub(crate) mod act;
pub(crate) mod apart;
pub(crate) mod ask;
pub(crate) mod below_samples;
pub(crate) mod decline;
pub(crate) mod end;
pub(crate) mod judge;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod panel;
pub(crate) mod request;
pub(crate) mod samples;
pub(crate) mod show;
pub(crate) mod store;
pub(crate) mod words;

use page::Problem;

use super::BedError;

/// What a person can do about it, where no page of the feature says it better.
pub(crate) fn problem(error: BedError) -> Problem {
    match refused(error) {
        Ok(words) => Problem::Words(words),
        Err(problem) => problem,
    }
}

/// The message of what cannot be done, or the problem that it is.
fn refused(error: BedError) -> Result<&'static str, Problem> {
    Ok(match error {
        BedError::Store(error) => return Err(error.into()),
        // The form says it before.
        BedError::WrongHeads => return Err(Problem::WrongWay),
        BedError::UnknownPlace => "bed-wrong-where",
        BedError::NoDesk => "bed-no-desk",
        BedError::NotAsked | BedError::NotHeld => "bed-cannot-now",
        BedError::Full => "bed-no-place-left",
        BedError::NoBody => "bed-wrong-body",
        BedError::NotACode => "bed-wrong-apart",
        BedError::NoReport => "bed-no-report",
    })
}
