//! Screening: somebody asks the right questions, and can explain the answer. The machine proposes; a
//! named person decides, and a lower result takes two. No result opens or closes a place to sleep.
//!
//! A screening grows from a report. What was answered is sealed under its key, each saving whole, so
//! that nothing said is lost when an answer changes. It belongs to whoever the report belongs to, and
//! moves with it; what was asked at the front line is shut to whoever asked it once it is handed in.

pub mod actions;
mod code;
pub mod decide;
pub mod explain;
pub(crate) mod forms;
pub(crate) mod pages;
pub mod reactions;
pub mod rule;
mod rules;
mod sheet;
mod store;
mod tasks;

use record::{Id, Moment, Role};
use vault::Plain;

use clock::AgeBand;
use rule::{Law28, Outcome};

pub use code::{Danger, LastContact, State, Step, Then};
pub use consent::Agreed;
pub use record::Done;
pub use rules::{Given, Setting, Talk};

pub(crate) use store::{STATEMENTS, forget};
pub(crate) use tasks::tasks;

/// What stands in clear of a screening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The screening.
    pub record: Id,
    /// The report from which it grew.
    pub root: Id,
    /// Its short code.
    pub code: String,
    /// When it began.
    pub begun: Moment,
    /// The governorate's P-code, where it is known.
    pub governorate: Option<String>,
    /// How old the person is.
    pub age: AgeBand,
    /// Whether something in it means danger now.
    pub danger: bool,
    /// Rises with every saving and every decision.
    pub revision: i64,
    /// How it stands.
    pub state: State,
}

/// A step of a decision, as the care side reads it.
pub struct Decision {
    /// Which revision of the screening it made.
    pub number: i64,
    /// What was done.
    pub step: Step,
    /// As what whoever did it worked then.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// What was found.
    pub outcome: Outcome,
    /// Why.
    pub reasons: Plain<String>,
}

/// A screening, opened.
pub struct Opened {
    /// What stands in clear.
    pub head: Head,
    /// What was said, as it was saved last.
    pub talk: Talk,
    /// What was decided, in its order.
    pub decisions: Vec<Decision>,
}

/// A decision as it is kept: what care reads, and the elements by Law 28 beside it, sealed apart and
/// opened for nobody on this side.
pub(crate) struct Deciding<'a> {
    pub(crate) step: Step,
    pub(crate) outcome: Outcome,
    pub(crate) reasons: &'a Plain<String>,
    pub(crate) law28: Law28,
}

/// What can go wrong with a screening.
#[derive(Debug, thiserror::Error)]
pub enum ScreeningError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// What was sealed is not of this program.
    #[error("what was sealed cannot be read")]
    Unreadable(#[from] record::UnknownCode),
    /// Somebody saved it meanwhile.
    #[error("the form was made from an older saving")]
    Stale,
    /// The person did not agree to be talked with, or to its being written down.
    #[error("the person did not agree")]
    NotAgreed,
    /// Nothing was asked yet.
    #[error("nothing was asked yet")]
    Nothing,
    /// It is lower than what is proposed.
    #[error("it is lower than what is proposed: two people decide that")]
    Lower,
    /// It is not lower than what is proposed.
    #[error("it is not lower than what is proposed: one person decides that")]
    NotLower,
    /// No such governorate.
    #[error("no such governorate")]
    UnknownPlace,
    /// Nobody is left who may answer for it.
    #[error("no desk is left that may answer for it")]
    NoDesk,
    /// The card was typed in before.
    #[error("the card was typed in before")]
    SheetTaken,
}
