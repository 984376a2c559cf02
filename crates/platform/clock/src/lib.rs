//! Clocks that run on records: what is due when, as data; a clock begins with the act that calls
//! for it and is a record of its own, so that whoever is shut out of the report is shut out of it.
//!
//! A clock knows a code, an age band, a governorate and hours, and nothing else: no name, no text.
//! Closing or deleting the report on which it runs does not stop it (`practice.md` 5).

mod rules;
mod store;

use ::store::{NewRecord, StoreError, Work};
use record::{Id, Kind, Moment, Root, Sensitivity};

pub use rules::{Due, Rule, T1, due_for_t1, rule};
pub use store::{Running, running_on};

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    store::STATEMENTS.to_vec()
}

record::codes! {
    /// How a clock stands.
    State {
        /// It is not due yet.
        Running = "running",
        /// It is past due, and goes on.
        Missed = "missed",
        /// What it waited for has happened.
        Stopped = "stopped",
    }
}

record::codes! {
    /// How old the person is whom a clock is about, as far as anybody knows.
    AgeBand {
        /// Under 18.
        Child = "child",
        /// Nobody knows: treated as a child.
        Unknown = "unknown",
    }
}

/// A clock that an act starts.
pub struct NewClock<'a> {
    /// What is to happen by when.
    pub rule: &'static Rule,
    /// The record it runs on.
    pub subject: Id,
    /// The report from which that record grew.
    pub root: Id,
    /// The desk that answers for it.
    pub org: Option<Id>,
    /// When it starts, which is when what it is about happened.
    pub started: Moment,
    /// The district, where it is known.
    pub district: Option<&'a record::District>,
    /// The governorate, where it is known.
    pub governorate: Option<&'a record::Governorate>,
    /// How old the person is.
    pub age_band: AgeBand,
}

/// Starts a clock. A record has one clock of a rule: one that runs already goes on as it is.
pub async fn start(work: &Work, new: &NewClock<'_>) -> Result<Id, StoreError> {
    if let Some(running) = store::find(work, new.subject, new.rule.code).await? {
        return Ok(running);
    }
    let record = work.id();
    work.create(NewRecord {
        record,
        kind: Kind::Clock,
        org: new.org,
        jurisdiction: new.governorate.map(|place| place.jurisdiction),
        sensitivity: Sensitivity::Ordinary,
        state: State::Running.code(),
        root: Some(new.root),
        world: Root::Care,
        keys_for: Vec::new(),
    })
    .await?;
    store::insert(
        work,
        record,
        new,
        new.rule.due(0, new.started, new.district),
    )
    .await?;
    Ok(record)
}
