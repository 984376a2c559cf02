use clock::AgeBand;
use people::organisation::Names;
use record::{Id, Moment};

record::codes! {
    /// An answer to a question that somebody may not know the answer to.
    YesNoUnknown {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

impl YesNoUnknown {
    /// Yes, or nobody knows: what is treated as a yes where a child may be meant.
    pub const fn may_be(self) -> bool {
        !matches!(self, Self::No)
    }

    /// How old somebody is of whom this is said to whether they are a child.
    pub const fn of_a_child(self) -> AgeBand {
        match self {
            Self::Yes => AgeBand::Child,
            Self::Unknown => AgeBand::Unknown,
            Self::No => AgeBand::Adult,
        }
    }

    /// Whether somebody of this age is a child.
    pub const fn is_child(age: AgeBand) -> Self {
        match age {
            AgeBand::Child => Self::Yes,
            AgeBand::Unknown => Self::Unknown,
            AgeBand::Adult => Self::No,
        }
    }
}

/// A number that somebody in need may call, as data with the day it was last checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyNumber {
    /// Its id.
    pub id: Id,
    /// The number as it is dialled.
    pub number: String,
    /// The governorate it is for; the whole country, if none is named.
    pub governorate: Option<String>,
    /// Who answers.
    pub names: Names,
    /// What for.
    pub help: Names,
    /// When it is answered: `24/7`, or hours as they are written.
    pub hours: String,
    /// The codes of the languages spoken, with spaces between.
    pub languages: String,
    /// Whether calls are recorded.
    pub records_calls: YesNoUnknown,
    /// Whether whoever answers must report to the police.
    pub duty_to_report: YesNoUnknown,
    /// When it was last checked.
    pub checked_on: Moment,
    /// Who checked it: a desk, not a name.
    pub checked_by: String,
    /// Whether it is kept off the public page whatever its day.
    pub hidden: bool,
}
