//! Interpreters: who can be called, in which language, and whom nobody may offer to a person again
//! (`docs/domain/practice.md` 17).
//!
//! An entry has no name: a short code, what is spoken, and a number that is opened one at a time. A
//! supervisor vouches for it, and every body of care finds it. What a person says of an interpreter
//! stands at the talk in which it was said: whom they declined is not offered to them again, whom the
//! employer used to nobody until the desk that vouches has looked, and never to those people.

pub mod actions;
pub(crate) mod forms;
pub(crate) mod pages;
pub mod reactions;
mod rules;
pub mod said;
mod store;
mod tasks;

use record::{Id, Moment};
use vault::Plain;

pub(crate) use store::STATEMENTS;
pub(crate) use tasks::tasks;

record::codes! {
    /// Whether an interpreter is a woman or a man: the person says whom they can talk before.
    Sex labelled "interpreter-sex" {
        Woman = "female",
        Man = "male",
    }
}

record::codes! {
    /// What an interpreter has sworn or signed.
    Oath labelled "interpreter-oath" {
        /// An oath before a court.
        Court = "court",
        /// A promise to keep silent, signed at the desk that vouches for them.
        Signed = "signed",
        /// Neither.
        Nothing = "nothing",
    }
}

record::codes! {
    /// How an entry stands.
    State labelled "interpreter-state" {
        /// Whoever needs an interpreter finds it.
        Offered = "offered",
        /// Somebody says that the employer used them: the desk that vouches looks at it.
        Doubted = "doubted",
        /// It is over: the number is destroyed. Entered once more, what was said of them still holds.
        Ended = "ended",
        /// The same for good: they worked for people who exploit others, or a doubt was never cleared up.
        Barred = "barred",
    }
}

record::codes! {
    /// What is said of an interpreter in a talk.
    Word labelled "interpreter-word" {
        /// They interpreted.
        Helped = "helped",
        /// The person wants another.
        Declined = "declined",
        /// Whoever exploited the person used them.
        Employer = "employer",
    }
}

record::codes! {
    /// Why an entry ends.
    Because labelled "interpreter-because" {
        /// They do this no more.
        Stopped = "stopped",
        /// They ask for it.
        Asked = "asked",
        /// They worked for people who exploit others: they are never entered again.
        Linked = "linked",
    }
}

/// An entry, as its lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry.
    pub record: Id,
    /// Its short code.
    pub code: String,
    /// The desk that vouches for it.
    pub org: Option<Id>,
    /// The codes of the languages spoken, with spaces between.
    pub languages: String,
    /// Their sex.
    pub sex: Sex,
    /// The governorate's P-code.
    pub governorate: String,
    /// What they have sworn.
    pub oath: Oath,
    /// How it stands.
    pub state: State,
    /// Since when it stands in the directory.
    pub since: Moment,
    /// Rises with every change: a form made from an older one is stale.
    pub revision: i64,
}

/// An entry, opened.
pub struct Opened {
    /// What stands in clear.
    pub line: Line,
    /// The number to call; none, once it is over.
    pub number: Option<Plain<String>>,
    /// The communities, families, employers and agencies that they are linked to.
    pub links: Option<Plain<String>>,
}

/// What is said of an interpreter when they are entered or changed.
#[derive(Clone)]
pub struct Description {
    /// The codes of the languages spoken, with spaces between.
    pub languages: String,
    /// Their sex.
    pub sex: Sex,
    /// The governorate's P-code.
    pub governorate: String,
    /// What they have sworn.
    pub oath: Oath,
    /// The number to call.
    pub number: Plain<String>,
    /// To whom they are linked.
    pub links: Plain<String>,
}

/// What can go wrong with an interpreter.
#[derive(Debug, thiserror::Error)]
pub enum InterpreterError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// The number stands in the directory, or is not to be called again.
    #[error("the number is known")]
    Known,
    /// Somebody changed the entry since this form was made.
    #[error("the form was made from an older version")]
    Stale,
    /// No such governorate.
    #[error("no such governorate")]
    UnknownPlace,
    /// Nobody doubts it.
    #[error("nobody doubts it")]
    NotDoubted,
    /// They may not be used here: the person declined them, or the employer used them.
    #[error("they are not offered to this person")]
    NotOffered,
}
