//! A case: what is done for one person, under a code. It is opened from a report, a screening or from
//! nothing, without a name: what the person agreed to stands in their own book (`person`).
//!
//! A case lies at the desk of its report. Its team is its own for as long as that desk stays; where the
//! report goes to another desk, the case goes with it.

pub mod actions;
pub mod clocks;
mod code;
pub(crate) mod forms;
pub(crate) mod pages;
pub mod plan;
pub mod reactions;
mod rules;
pub mod shredding;
mod store;
mod tasks;
pub mod team;

use clock::AgeBand;
use record::{Id, Moment, Role};
use vault::Plain;

use crate::person::PersonError;

pub use code::{Because, Need, State, What};
pub use record::Done;
pub(crate) use store::STATEMENTS;
pub(crate) use tasks::tasks;

/// What stands in clear of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The case.
    pub record: Id,
    /// The report from which it grew.
    pub root: Id,
    /// Its short code.
    pub code: String,
    /// The person.
    pub person: Id,
    /// The screening from which it was opened, if one was.
    pub screening: Option<Id>,
    /// When it began.
    pub begun: Moment,
    /// The governorate's P-code, where it is known.
    pub governorate: Option<String>,
    /// How old the person is.
    pub age: AgeBand,
    /// When somebody talks with the person next, if that is planned.
    pub next_contact: Option<Moment>,
    /// When the next thing is due; when it began, while no contact is planned.
    pub due: Moment,
    /// How it stands.
    pub state: State,
}

/// Something that happened or is to be done, in the order in which it was entered.
pub struct Entry {
    /// Its place.
    pub number: i64,
    /// What.
    pub what: What,
    /// When it was entered.
    pub at: Moment,
    /// When it happened.
    pub happened: Moment,
    /// As what whoever entered it worked then.
    pub role: Role,
    /// When it is due, of a task.
    pub due: Option<Moment>,
    /// When it was done, of a task.
    pub done: Option<Moment>,
    /// What was written.
    pub told: Option<Plain<String>>,
}

impl Entry {
    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.what == What::Task && self.done.is_none()
    }
}

/// A case, opened.
pub struct Opened {
    /// What stands in clear.
    pub head: Head,
    /// What is needed.
    pub needs: Vec<Need>,
    /// How the next contact is safe.
    pub how: Option<Plain<String>>,
    /// Everything that happened, the latest first.
    pub entries: Vec<Entry>,
    /// As what those work who are on it.
    pub team: Vec<Role>,
}

/// What can go wrong with a case.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// The person's record could not be begun.
    #[error(transparent)]
    Person(#[from] PersonError),
    /// What was sealed is not of this program.
    #[error("what was sealed cannot be read")]
    Unreadable(#[from] record::UnknownCode),
    /// Nobody is counted so who was not talked with, or it is another's head.
    #[error("no such head, or somebody talked with them already")]
    Counted,
    /// A case was opened from that screening already.
    #[error("a case was opened from that screening already")]
    Screened,
    /// No such duty of the State.
    #[error("no such duty")]
    NoDuty,
    /// A court is asked only where the person agreed to that.
    #[error("the person did not agree to asking a judge")]
    NoJudge,
    /// No such governorate.
    #[error("no such governorate")]
    UnknownPlace,
    /// The time is over.
    #[error("the time is over")]
    Past,
    /// It did not happen yet.
    #[error("it did not happen yet")]
    Ahead,
    /// Only a child has such a clock.
    #[error("the person is an adult")]
    NoChild,
    /// The clock could not be started.
    #[error(transparent)]
    Clock(#[from] clock::ClockError),
    /// A clock still runs on the person.
    #[error("a clock still runs on the person")]
    ClockRuns,
    /// Somebody of the report is still held.
    #[error("somebody is still held")]
    Held,
    /// A recipient must still be told that a consent ended.
    #[error("a recipient must still be told")]
    ToTell,
    /// Whoever is named cannot be on it.
    #[error("nobody of this desk, or shut out")]
    NotFit,
    /// Whoever answers for it cannot leave its team.
    #[error("whoever answers for it stays in the team")]
    Owner,
}
