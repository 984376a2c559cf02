//! What the pages of this pillar share: words for places and entries, and problems.

use page::{Choice, Problem};
use record::Language;

use super::{Entry, ReportError};

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

/// The message that names an entry.
pub(crate) const fn entry_key(entry: Entry) -> &'static str {
    match entry {
        Entry::Help => "report-entry-help",
        Entry::Worry => "report-entry-worry",
        Entry::Held => "report-entry-held",
        Entry::Desk => "report-entry-desk",
    }
}

/// The name of a governorate, if it is known.
pub(crate) fn place_name(code: Option<&str>, language: Language) -> Option<String> {
    code.and_then(record::governorate)
        .map(|place| place.name(language).to_owned())
}

/// All governorates by name.
pub(crate) fn governorates(language: Language) -> Vec<Choice> {
    let mut places: Vec<Choice> = record::governorates()
        .iter()
        .map(|place| Choice::named(place.code.clone(), place.name(language)))
        .collect();
    places.sort_by(|a, b| a.label.cmp(&b.label));
    places
}
