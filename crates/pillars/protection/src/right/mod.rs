//! Rights not yet met: what somebody was refused on a condition that nobody may set, or what the
//! State does not give in a governorate.
//!
//! A rule opens it and marks it met; a named person closes it, with an outcome. Whoever watches
//! sees a code, an age, a place and hours.

pub mod actions;
mod facts;
pub mod forms;
pub mod list;
pub(crate) mod pages;
pub mod reactions;
pub(crate) mod store;
pub mod tasks;

use record::{Id, Moment};

pub(crate) use store::STATEMENTS;

record::codes! {
    /// Which right is not met.
    What labelled "right-kind" {
        /// Nobody in the governorate has a place for this person: the State's.
        NoPlace = "no_place",
        /// Refused for the sex.
        Sex = "sex",
        /// Refused for the age.
        Age = "age",
        /// Refused for the nationality.
        Nationality = "nationality",
        /// Refused for want of papers.
        Papers = "papers",
        /// Refused for the residence.
        Residence = "residence",
        /// Refused without a judge's letter.
        CourtOrder = "court_order",
        /// Refused without cooperation.
        Cooperation = "cooperation",
        /// Refused without a complaint.
        Complaint = "complaint",
        /// Refused without a guardian's leave.
        GuardianLeave = "guardian_leave",
        /// Refused for the marriage.
        Marriage = "marriage",
        /// Refused without a test for pregnancy or HIV.
        PregnancyOrHiv = "pregnancy_or_hiv",
    }
}

record::codes! {
    /// How a right stands.
    State {
        /// It is not met.
        Open = "open",
        /// The person has a place, or wants none any more: somebody closes it.
        Met = "met",
        /// It was closed, with an outcome.
        Closed = "closed",
    }
}

record::codes! {
    /// What whoever watches did about it.
    Answer labelled "right-answer" {
        /// Has taken it.
        Taken = "taken",
        /// Told the body to drop the condition.
        ToldBody = "told_body",
        /// Looks for a place.
        Looking = "looking",
        /// Named a place to the desk.
        NamedPlace = "named_place",
        /// Brought it before whoever stands above the body.
        BroughtUp = "brought_up",
    }
}

record::codes! {
    /// How it came out in the end.
    Outcome labelled "right-outcome" {
        /// The person has a place.
        Placed = "placed",
        /// The condition was dropped.
        Dropped = "dropped",
        /// The person did not want a place any more.
        NotWanted = "not_wanted",
        /// The person has a place, and the condition stands: it goes on above.
        StillSet = "still_set",
    }
}

/// A right that is not met, as far as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The record.
    pub record: Id,
    /// The request it is about; none for whoever watches.
    pub request: Option<Id>,
    /// The request's short code.
    pub code: String,
    /// Which right.
    pub what: What,
    /// The body charged, where the reader sees it; none is the State.
    pub charged: Option<Id>,
    /// Whether the reader sees who is charged.
    pub shows_charged: bool,
    /// The governorate's P-code.
    pub governorate: String,
    /// Whether it is about a child, or somebody who may be one.
    pub child: bool,
    /// When it was opened.
    pub opened: Moment,
    /// When it is due.
    pub due: Moment,
    /// How it stands.
    pub state: State,
    /// What was done about it last.
    pub answer: Option<Answer>,
    /// When.
    pub answered: Option<Moment>,
    /// How it came out.
    pub outcome: Option<Outcome>,
}

/// What can go wrong with a right.
#[derive(Debug, thiserror::Error)]
pub enum RightError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}
