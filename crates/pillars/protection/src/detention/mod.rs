//! Somebody is held: a line of its own beside the report that came by the third entry, so that a
//! lawyer of that place can be told without seeing anything that anybody wrote (`docs/domain/practice.md` 7).
//!
//! A rule opens it, another tells the legal aid. Its hours are those of the report. It belongs to
//! whoever the report belongs to, and moves with it.

mod actions;
pub mod answer;
pub(crate) mod pages;
pub mod reactions;
mod store;
mod tasks;

use record::{Id, Moment};

pub use actions::{first_held, list_held};
pub(crate) use actions::{follow, lacks_custody};
pub use reactions::sweep;
pub(crate) use store::STATEMENTS;
pub use tasks::tasks;

record::codes! {
    /// Who holds somebody.
    Holder labelled "report-held-by" {
        /// The police or a judge.
        Judge = "judge",
        /// The residence directorate.
        Residence = "residence",
        /// A court.
        Court = "court",
        /// The sender does not know.
        Unknown = "unknown",
    }
}

record::codes! {
    /// How it stands, as a lawyer says.
    Answer labelled "detention-answer" {
        /// They have taken it.
        Taken = "taken",
        /// A lawyer is with the person.
        There = "there",
        /// The person is not where it was said, or not any more.
        NotFound = "not_found",
        /// The person wants no lawyer from them.
        Unwanted = "unwanted",
        /// The person is free.
        Released = "released",
        /// The person was taken out of the country.
        Removed = "removed",
    }
}

/// The state of a record of somebody who is held, as far as is known.
pub const OPEN: &str = "open";

/// One line of the list: a code, a place, who holds them, hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The record.
    pub record: Id,
    /// The report from which it grew.
    pub root: Id,
    /// The report's short code: people speak of it by that.
    pub code: String,
    /// When the report came.
    pub opened: Moment,
    /// The governorate's P-code, where it is known.
    pub governorate: Option<String>,
    /// Who holds them.
    pub held_by: Holder,
    /// When it is due.
    pub due: Moment,
    /// Whether it is open.
    pub is_open: bool,
    /// Whether the report from which it grew is open.
    pub report_is_open: bool,
    /// What a lawyer said last, and when.
    pub answer: Option<(Answer, Moment)>,
}
