//! What the Today page is composed of: each pillar tells its own, in the same few words.

use crate::{Id, Moment};

/// How many lines of one sort Today shows at most.
pub const TASKS_SHOWN: usize = 20;
/// How many a feature reads for it: one more, so that Today can say that there are more.
pub const TASKS_READ: i64 = 21;

crate::codes! {
    /// The parts of the Today page, in their order (`docs/domain/practice.md` 16).
    Section {
        /// Somebody is in danger now.
        Danger = "danger",
        /// A safe place is wanted.
        Bed = "bed",
        /// Somebody is held.
        Held = "held",
        /// A right is not met yet.
        Right = "right",
        /// A clock runs out, or ran out.
        Clock = "clock",
        /// What I promised: an answer, a next step.
        Promise = "promise",
        /// Members and forms that wait for me.
        Desk = "desk",
    }
}

/// One line of the Today page: a code, an age band, a place and hours, and the one next step. It
/// carries nothing that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The part of the page it stands in.
    pub section: Section,
    /// The record.
    pub record: Id,
    /// The short code by which people speak of it; empty, if it has none.
    pub code: String,
    /// The message that says what it is.
    pub what: &'static str,
    /// Since when.
    pub since: Moment,
    /// When it is due.
    pub due: Option<Moment>,
    /// The governorate's P-code, where one is known.
    pub governorate: Option<String>,
    /// The message that says how old the person is, where that matters.
    pub age: Option<&'static str>,
    /// The name of the route that the button leads to; it takes the record's id.
    pub route: &'static str,
    /// The message on the button: the one next step.
    pub step: &'static str,
}
