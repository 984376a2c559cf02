//! The sentence above the desk's list of reports.

use page::{Filter, Form, Sentence};
use record::{Id, Language, Moment};

use crate::report::list::{Chosen, Wanted};
use crate::report::{CLOSED, Entry, OPEN};
use crate::shelter::forms::Place;

record::codes! {
    /// Whether a report is open.
    Stands labelled "report-filter" {
        /// It is.
        Open = "open",
        /// It is closed.
        Closed = "closed",
    }
}

record::codes! {
    /// Whose reports are shown.
    Whose labelled "report-filter" {
        /// Those for which the reader answers.
        Mine = "mine",
    }
}

/// The sentence as it was chosen.
pub(super) fn sentence(language: Language, asked: &Form) -> Sentence {
    let filters = vec![
        Filter::by::<Stands>(
            "state",
            "report-filter-state",
            "report-filter-any",
            language,
        ),
        Filter::by::<Entry>(
            "entry",
            "report-filter-entry",
            "report-filter-entry-any",
            language,
        ),
        Filter::by::<Whose>(
            "whose",
            "report-filter-whose",
            "report-filter-desk",
            language,
        ),
        Filter::place(language),
        Filter::older(language),
    ];
    Sentence::new(filters, asked)
}

/// The reports that it chooses, for this account; none, where it says nothing.
pub(super) fn chosen(
    sentence: &Sentence,
    asked: &mut Form,
    account: Option<Id>,
    now: Moment,
    after: Option<(Moment, Id)>,
) -> Option<Wanted> {
    if !sentence.narrows() {
        return None;
    }
    let state = asked.code::<Stands>("state").map(|stands| match stands {
        Stands::Open => OPEN,
        Stands::Closed => CLOSED,
    });
    let is_mine = asked.code::<Whose>("whose").is_some();
    Some(Wanted {
        state,
        after: page::Older::bound(asked.code("older"), now, after),
        some: Some(Chosen {
            governorate: asked.code("governorate").map(|Place(code)| code),
            entry: asked.code("entry"),
            mine: account.filter(|_| is_mine),
        }),
        ..Wanted::default()
    })
}
