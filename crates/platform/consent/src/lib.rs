//! What a person agreed to, and the one question that everything asks which leaves.
//!
//! Each person has a book: their own answers (to talk, to write down, to share), who decides for a
//! child, each consent for one purpose, one recipient, one packet and one period, what was withdrawn,
//! and what left under which of them. Entries are sealed under the person's key, and none is ever
//! changed (`docs/domain/practice.md` 8, `docs/domain/protection-standards.md` 5).
//!
//! [`ask`] alone makes a [`Leaving`], and only for what the book allows at that moment: a print, a
//! referral, a release or an export takes one by value. What somebody else told is written down as
//! that, and counts for nothing.

mod actions;
#[cfg(test)]
mod histories;
mod rules;
mod store;
mod text;
mod word;

use record::{Id, Moment, Role};
use vault::Plain;

pub use actions::{Leaving, Wanted, ask, begin, forget, read, record};
pub use rules::{Book, Given, Live, Without};
pub use word::{Agreed, Basis, Decider, Manner, Packet, Period, Purpose, Question, Telling};

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    store::STATEMENTS.to_vec()
}

/// The states of a person's guard that rows of `authority.csv` name.
pub const SHUT: &str = "shut";
/// The person's own answers let their name be written.
pub const OPEN: &str = "yes_to_writing";

/// To whom something goes.
#[derive(Clone)]
pub enum Recipient {
    /// A body of the directory.
    Body(Id),
    /// Somebody who is not in it, as written.
    Named(Plain<String>),
}

/// A consent as it is given: everything in it was told to the person first.
#[derive(Clone)]
pub struct Consent {
    /// For what.
    pub purpose: Purpose,
    /// To whom.
    pub recipient: Recipient,
    /// How much, at most.
    pub packet: Packet,
    /// Until when.
    pub until: Moment,
    /// In which language it was explained, as a code.
    pub language: String,
    /// How it was given.
    pub manner: Manner,
    /// For an embassy: asylum was explained first.
    pub asylum_explained: bool,
    /// For a child: the child agrees, and so does whoever decides.
    pub both_agree: bool,
}

/// What is asked to leave without a consent.
#[derive(Clone)]
pub struct Exception {
    /// What allows it.
    pub basis: Basis,
    /// For what.
    pub purpose: Purpose,
    /// To whom.
    pub recipient: Recipient,
    /// Whether the person is told.
    pub telling: Telling,
    /// Why.
    pub reason: Plain<String>,
}

/// One thing that is written into the book.
#[derive(Clone)]
pub enum What {
    /// Whether the person is treated as a child: under 18, or nobody knows.
    Child(bool),
    /// An answer to one of the questions.
    Answered(Question, Agreed),
    /// Who decides for the child, and whether the conflict check found nothing.
    Decides(Decider, bool),
    /// A consent.
    Consented(Consent),
    /// A consent ends now; its number.
    Withdrawn(i64),
    /// The recipient knows that it was withdrawn; the number of the consent.
    Told(i64),
    /// Something is to leave without a consent.
    Proposed(Exception),
    /// Somebody else agrees with that; its number.
    Confirmed(i64),
    /// Somebody else does not agree with that; its number.
    Refused(i64),
    /// This much left under a consent or a confirmed exception; its number.
    Left(i64, Packet),
}

/// One entry of a book.
#[derive(Clone)]
pub struct Entry {
    /// Its place, from 1 on.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub by: Id,
    /// As what they worked then.
    pub role: Role,
    /// What it says.
    pub what: What,
}

/// What can go wrong with a book.
#[derive(Debug, thiserror::Error)]
pub enum ConsentError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// What was sealed is not of this program.
    #[error("what was sealed cannot be read")]
    Unreadable(#[from] record::UnknownCode),
    /// The person did not say themself that it may be shared.
    #[error("the person did not agree to sharing")]
    NotShared,
    /// There is no such consent, or none for this recipient and purpose.
    #[error("no consent for that")]
    NoConsent,
    /// It was withdrawn.
    #[error("the consent was withdrawn")]
    Withdrawn,
    /// Its time is over.
    #[error("the consent has run out")]
    RanOut,
    /// It is for a purpose for which nobody is named.
    #[error("nobody is named for that purpose")]
    Nameless,
    /// Less was agreed to.
    #[error("less was agreed to")]
    TooMuch,
    /// More than a need and a code is written down only where the person agreed to writing.
    #[error("the person did not agree to writing")]
    NotWritten,
    /// Nobody decides for the child who may.
    #[error("nobody decides for the child")]
    NoDecider,
    /// The child, or whoever decides, does not agree.
    #[error("child and decider must both agree")]
    NotBoth,
    /// Nobody decides for an adult.
    #[error("an adult decides")]
    NotAChild,
    /// An embassy: asylum was not explained, or the person fears that State or was not asked.
    #[error("no embassy while the person may fear that State")]
    Embassy,
    /// It was done before, or by somebody else.
    #[error("nothing waits for that")]
    NothingWaits,
    /// Whoever proposed it cannot confirm it.
    #[error("another person confirms it")]
    SamePerson,
}
