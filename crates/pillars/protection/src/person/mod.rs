//! A person whom a case is about: what they said and agreed to, and their name, where they let it be
//! written. Their book is `consent`'s; a record of its own with a key of its own, so that whoever reads
//! the case does not hold the name by it.
//!
//! The name stays shut until the person themself answered the three questions. A no to writing takes
//! away what stood there; help goes on under the code (`docs/domain/practice.md` 8).

pub mod actions;
pub(crate) mod forms;
pub mod packet;
pub(crate) mod pages;
pub mod reactions;
mod rules;
pub mod search;
mod store;

use clock::AgeBand;
use consent::{Book, ConsentError};
use record::{Id, Jurisdiction, Relation};
use vault::Plain;

pub use actions::begin;
pub(crate) use actions::forget;
pub use record::Done;
pub(crate) use store::STATEMENTS;

record::codes! {
    /// What may be written of who a person is.
    Part labelled "person" {
        /// Their own name, in any script, as they write it.
        Given = "given",
        /// Their father's name.
        Father = "father",
        /// Their grandfather's name.
        Grandfather = "grandfather",
        /// The family's name.
        Family = "family",
        /// What else they are called.
        Called = "called",
        /// When they were born, as far as they know.
        Born = "born",
        /// A number at which they can be reached.
        Phone = "phone",
        /// When it is safe to call.
        When = "when",
        /// What is said first, and by whom nothing is said.
        Words = "words",
        /// Who may pick up, and what if somebody else does.
        Others = "others",
    }
}

impl Part {
    /// Whether it tells how to reach them: that leaves with no packet, since whoever has one answers to
    /// the desk.
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Phone | Self::When | Self::Words | Self::Others)
    }
}

/// What begins with a case.
pub struct NewPerson<'a> {
    /// The report from which the case grows.
    pub report: Id,
    /// The case.
    pub case: Id,
    /// The desk.
    pub org: Id,
    /// Federal or Kurdistan, where it is known.
    pub jurisdiction: Option<Jurisdiction>,
    /// How old they are.
    pub age: AgeBand,
    /// Who answers for the case.
    pub holders: &'a [(Id, Relation)],
}

/// What stands in clear of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The person.
    pub record: Id,
    /// The report from which their case grew.
    pub root: Id,
    /// Their case.
    pub case: Id,
    /// How old they are.
    pub age: AgeBand,
    /// Whether a recipient must still be told that a consent ended.
    pub to_tell: bool,
    /// Whether something that is to leave without a consent waits for a second person.
    pub to_confirm: bool,
    /// Rises with every writing of the name.
    pub revision: i64,
    /// Whether the name may be written.
    pub is_open: bool,
}

/// A person with their book.
pub struct Opened {
    /// What stands in clear.
    pub head: Head,
    /// What they said and agreed to.
    pub book: Book,
}

/// A part of who somebody is, as written.
pub type Written = (Part, Plain<String>);

/// What can go wrong with a person's record.
#[derive(Debug, thiserror::Error)]
pub enum PersonError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// The book does not take it, or does not allow it.
    #[error(transparent)]
    Consent(ConsentError),
    /// What was sealed is not of this program.
    #[error("what was sealed cannot be read")]
    Unreadable(#[from] record::UnknownCode),
    /// Somebody wrote meanwhile.
    #[error("the form was made from an older writing")]
    Stale,
    /// That somebody is grown up after all takes two people, on the clock.
    #[error("two people say that a child is an adult")]
    TwoPeople,
    /// Nothing was chosen or written.
    #[error("nothing was said")]
    Nothing,
    /// Neither a body nor a name says to whom; or both do.
    #[error("no recipient")]
    NoRecipient,
    /// That body may not have it: the report shuts it out, it is a shelter or no body any more, or the
    /// purpose is not its own.
    #[error("that body may not have it for this purpose")]
    NotThem,
    /// That was printed already.
    #[error("the same form was printed already")]
    Printed,
}

impl From<ConsentError> for PersonError {
    fn from(error: ConsentError) -> Self {
        match error {
            ConsentError::Store(error) => Self::Store(error),
            ConsentError::Unreadable(error) => Self::Unreadable(error),
            other => Self::Consent(other),
        }
    }
}
