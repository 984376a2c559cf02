//! What is counted: a pillar writes a fact in the unit that did what is counted, and declares
//! measures of its facts. Whoever puts figures together needs to know no pillar's tables.

use crate::{Id, Moment};

crate::codes! {
    /// What happened that is counted.
    FactName {
        /// A person came to live in a shelter; the code is none.
        BedPlaced = "bed_placed",
        /// A shelter said no; the code is the reason.
        BedRefused = "bed_refused",
        /// A child was seen in a safe place; the code is the sort of place.
        ChildSafe = "child_safe",
        /// A right is not met; the code is which.
        RightOpened = "right_opened",
        /// It was met, or nobody wants it any more.
        RightMet = "right_met",
    }
}

/// One thing that is counted. It holds codes, a place, an age band and times: codes stand in the
/// program, so nothing that somebody wrote can be one. Shredding its record takes it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What happened.
    pub what: FactName,
    /// The one thing it happened to (a stay, an answer of a shelter): it is counted once.
    pub subject: Id,
    /// The record to which it belongs.
    pub record: Id,
    /// When it happened.
    pub at: Moment,
    /// Since when it was waited for, where the wait is counted.
    pub since: Option<Moment>,
    /// The governorate's P-code.
    pub governorate: Option<&'static str>,
    /// The code of the sex that was said.
    pub sex: Option<&'static str>,
    /// The code of the age band.
    pub age: Option<&'static str>,
    /// The code that says more.
    pub code: Option<&'static str>,
}

/// By what a measure tells its counts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The governorate.
    Governorate,
    /// The sex.
    Sex,
    /// The age band.
    Age,
    /// The code.
    Code,
}

/// What a pillar counts of its facts.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// The message that names it.
    pub name: &'static str,
    /// The facts it counts.
    pub counts: FactName,
    /// Those of the last so many seconds; all, where none.
    pub within: Option<i64>,
    /// Those alone to whose subject this has not happened yet.
    pub without: Option<FactName>,
    /// By what counts are told apart, in this order, each with what its messages begin with
    /// (`bed-decline` for `bed-decline-full`); a governorate has its name.
    pub by: &'static [(By, &'static str)],
}

/// One count of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The codes by which it is told apart, in the measure's order; none, where nothing was said.
    pub by: Vec<Option<String>>,
    /// How many.
    pub count: i64,
    /// How long was waited, in seconds, where that is known: half waited so long or less.
    pub half_waited: Option<i64>,
}
