//! A safe place tonight, before any question.
//!
//! Whoever stands before somebody in need asks for a place: where, for how many, of which sex and
//! age as they were said, and what they need. No name, no paper, no screening and no letter is
//! asked for. Every shelter whose declared places fit is asked at once, and none knows of another;
//! the first that holds a place has the person, the others are told that theirs is no longer
//! needed. A refusal passes the request on; one on a condition that nobody may set opens a right
//! not yet met; where nobody is left to ask it is the State's.

pub mod actions;
mod admitting;
mod apart;
mod asking;
mod clocks;
mod code;
mod declining;
mod facts;
mod forms;
mod holds;
mod inquiry;
mod judge;
pub mod list;
pub(crate) mod order;
pub(crate) mod pages;
pub mod reactions;
pub mod read;
pub mod rules;
pub(crate) mod sheet;
mod shelters;
pub(crate) mod store;
pub mod sweep;
pub mod tasks;

use std::collections::BTreeMap;

use people::organisation::{Line, Names};
use record::{Id, Moment, SheetNumber};
use vault::Plain;

pub use crate::shelter::{Age, Sex};
pub use code::{Decline, Exit, HoldEnd, InquiryState, Renewal, State};
pub use forms::*;

pub(crate) use clocks::band;
pub use record::Done;

/// What is said of whoever needs a place. Nothing else is asked.
#[derive(Clone)]
pub struct Needs {
    /// The governorate's P-code: where they are now.
    pub governorate: String,
    /// Their sex.
    pub sex: Sex,
    /// Their age; with their own children, that of the grown-up.
    pub age: Age,
    /// Whether they have their own children with them.
    pub family: bool,
    /// How many people, children counted.
    pub heads: i64,
    /// Whether one of them has a disability.
    pub disability: bool,
    /// The codes of the languages they speak, with spaces between.
    pub languages: String,
    /// Whether they are in danger now.
    pub danger: bool,
    /// What they need, in free words; may be empty. It is sealed.
    pub free_text: Plain<String>,
}

/// A request for a place, as it is sent.
#[derive(Clone)]
pub struct Asking {
    /// The report it grows from; one of the asker's desk is made where there is none.
    pub report: Option<Id>,
    /// The case for which it is asked, which says from which report it grows.
    pub case: Option<Id>,
    /// What is needed.
    pub needs: Needs,
    /// The sheet of paper on which it stood.
    pub sheet: Option<SheetNumber>,
    /// The form's one-time key.
    pub form_key: String,
}

/// A request that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The request.
    pub request: Id,
    /// The report it grew from.
    pub report: Id,
    /// Whether it was asked now, or by the same form before.
    pub done: Done,
}

/// What stands in clear of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The request.
    pub record: Id,
    /// Its short code: the code name of the stay.
    pub code: String,
    /// When it was asked.
    pub asked: Moment,
    /// The governorate's P-code.
    pub governorate: String,
    /// The sex that was said.
    pub sex: Sex,
    /// The age that was said.
    pub age: Age,
    /// Whether they have their own children with them.
    pub family: bool,
    /// How many people.
    pub heads: i64,
    /// Whether one of them has a disability.
    pub disability: bool,
    /// The codes of the languages they speak.
    pub languages: String,
    /// Whether they are in danger now.
    pub danger: bool,
    /// Rises with every change.
    pub revision: i64,
    /// How it stands.
    pub state: State,
}

/// One shelter's part in a request. The shelter is known by its code and its governorate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelterInquiry {
    /// Its id.
    pub id: Id,
    /// The request.
    pub request: Id,
    /// The shelter.
    pub shelter: Id,
    /// The shelter's short code.
    pub shelter_code: String,
    /// The shelter's governorate.
    pub governorate: String,
    /// When it was asked.
    pub asked: Moment,
    /// When its answer is due; later is late, and nobody waits for it.
    pub due: Moment,
    /// How it stands.
    pub state: InquiryState,
    /// Until when it holds a place, if it does.
    pub hold_until: Option<Moment>,
    /// Whether it holds the place until a judge has decided.
    pub for_judge: bool,
    /// Why it declined, or which condition it named.
    pub decline: Option<Decline>,
    /// When it answered.
    pub answered: Option<Moment>,
    /// Why its hold ended.
    pub because: Option<HoldEnd>,
    /// By when a decline for another reason is to be reviewed, while nobody has.
    pub review_due: Option<Moment>,
    /// When the 72 hours of an emergency stay are over, while the person lives there. It ends
    /// nothing.
    pub emergency_until: Option<Moment>,
}

impl ShelterInquiry {
    /// How many seconds late the answer is, or was; none, if it is not.
    pub fn late(&self, now: Moment) -> Option<i64> {
        let answered = self.answered.unwrap_or(now);
        Some(answered.seconds_since(self.due)).filter(|late| *late > 0)
    }
}

/// A shelter that could be asked by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The shelter.
    pub shelter: Id,
    /// Its short code.
    pub code: String,
    /// Its governorate.
    pub governorate: String,
    /// Its last part in the request, if it had one: it was asked before.
    pub before: Option<ShelterInquiry>,
    /// How well it fits: 1 here, 2 here with the question open, 3 and 4 elsewhere.
    pub round: i64,
}

/// A request opened, by whoever opened it.
pub enum Opened {
    /// By the placement desk: what is needed and what each shelter answered.
    Desk {
        /// What stands in clear.
        head: Head,
        /// What they need; none, if it was deleted.
        free_text: Option<Plain<String>>,
        /// Every shelter that was asked, the first one in front.
        inquiries: Vec<ShelterInquiry>,
        /// Shelters that fit and have no part in it.
        candidates: Vec<Candidate>,
        /// The numbers of shelters to be rung, by the part: those that are late, hold a place or took
        /// the person in.
        lines: BTreeMap<Id, Line>,
    },
    /// By the person's team: how it stands and which desk answers for it. No shelter.
    Team {
        /// What stands in clear.
        head: Head,
        /// The placement desk's organisation, if there is one.
        desk: Option<Id>,
        /// Whether a shelter asked for a judge's letter: the application can be printed.
        judge: bool,
    },
    /// By a shelter that was asked: who comes and what they need. No history, no other shelter.
    Shelter {
        /// What stands in clear.
        head: Head,
        /// What they need.
        free_text: Option<Plain<String>>,
        /// Its own part, or its parts if it has several shelters.
        inquiries: Vec<ShelterInquiry>,
    },
}

/// What became of a hold or an admission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldOutcome {
    /// The place is this shelter's person's.
    Yes(Done),
    /// Another shelter was first, or nobody needs it any more.
    NotNeeded,
    /// Somebody there must not meet this person. Nothing else is told.
    NotHere,
}

/// A decline for another reason, before somebody who reviews it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToReview {
    /// The part.
    pub inquiry: Id,
    /// The shelter's short code.
    pub shelter_code: String,
    /// Whose shelter it is: somebody there can be rung.
    pub org: Id,
    /// The shelter's governorate.
    pub governorate: String,
    /// When it declined.
    pub answered: Moment,
    /// By when it is to be reviewed.
    pub due: Moment,
}

/// Somebody from whom the person of a request is kept apart.
pub struct KeptApart {
    /// Its id.
    pub id: Id,
    /// When it was written.
    pub at: Moment,
    /// The other's short code.
    pub code: Plain<String>,
    /// Why.
    pub free_text: Plain<String>,
}

/// A body that lets nobody be received without a judge's letter.
#[derive(Clone, Debug)]
pub struct Condition {
    /// What it is called.
    pub names: Names,
    /// Whether it is a court, which receives nobody itself.
    pub is_court: bool,
}

/// What the application to the investigating judge says: the least that is needed, and no worker.
#[derive(Clone, Debug)]
pub struct Application {
    /// When it is printed.
    pub at: Moment,
    /// The court of the governorate, if one is on record.
    pub court: Option<Names>,
    /// The organisation that applies.
    pub organisation: Names,
    /// The body that asks for the judge's letter, if it was named and is on record.
    pub condition: Option<Condition>,
    /// The request's code, which is the person's code name.
    pub code: String,
    /// The sex that was said.
    pub sex: Sex,
    /// The age that was said.
    pub age: Age,
    /// How many people.
    pub heads: i64,
    /// The governorate's P-code.
    pub governorate: String,
    /// Until when the place is held.
    pub held_until: Option<Moment>,
}

/// What can go wrong with a request.
#[derive(Debug, thiserror::Error)]
pub enum BedError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// No such governorate.
    #[error("no such governorate")]
    UnknownPlace,
    /// How many people is counted from 1 to 30.
    #[error("people are counted from 1 to 30")]
    WrongHeads,
    /// Nobody is left who may answer for the request.
    #[error("no desk is left that may answer for the request")]
    NoDesk,
    /// This shelter has no such part in it any more.
    #[error("the shelter has no such part in the request")]
    NotAsked,
    /// All declared places that fit are taken.
    #[error("every declared place that fits is taken")]
    Full,
    /// Nothing is held.
    #[error("no hold is live")]
    NotHeld,
    /// The body that set the condition must be named, and be on record.
    #[error("the body that set the condition must be named")]
    NoBody,
    /// No such code: six letters and digits, and not the request's own.
    #[error("not a code of another request")]
    NotACode,
    /// The sheet of paper was typed in before.
    #[error("the sheet was typed in before")]
    SheetTaken,
    /// The report was closed or withdrawn in the meantime, or the form is none of ours.
    #[error("the report is not there any more")]
    NoReport,
}

/// Every statement of this feature.
pub(crate) fn statements() -> Vec<&'static str> {
    [
        store::STATEMENTS,
        inquiry::store::STATEMENTS,
        pages::store::STATEMENTS,
    ]
    .concat()
}
