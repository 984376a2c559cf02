//! Open work that nobody can act on: a report at a desk whose last reader left, a request whose
//! placement desk has no people, a stay in an installation that nobody manages.
//!
//! What is asked of each kind of record stands in `rules`; who could do it follows from
//! `authority.csv`, from memberships and from exclusions. Whoever is about to leave something behind
//! is told before ([`would_leave`]); what lies there all the same is moved by a rule, or stands on
//! the pages of administrators and oversight until somebody can act ([`counts`]).

mod rules;
mod store;

use record::{Id, Kind, Moment};

pub use self::store::STATEMENTS;
pub use self::store::{find, found, of_root, since, staffed, would_leave};

record::codes! {
    /// Who is missing.
    Missing {
        /// Somebody who reads the report.
        Reader = "reader",
        /// Somebody at the desk that answers for it.
        Desk = "desk",
        /// Somebody who places.
        Placing = "placing",
        /// Somebody who manages the installation.
        Shelter = "shelter",
        /// Somebody who can answer or close a right.
        Watching = "watching",
    }
}

/// A record on which nobody can act.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lying {
    /// The record.
    pub record: Id,
    /// The report from which it grew.
    pub root: Id,
    /// What it is.
    pub kind: Kind,
    /// Who is missing.
    pub missing: Missing,
    /// Where it lies: the desk, or the installation in which somebody stays.
    pub org: Option<Id>,
    /// When it began, or is due: where it stands in lists.
    pub since: Moment,
}

/// How many records of a kind lie at an organisation, and who is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Where; nowhere, where no organisation was found for it.
    pub org: Option<Id>,
    /// What.
    pub kind: Kind,
    /// Who is missing.
    pub missing: Missing,
    /// How many.
    pub records: usize,
    /// The oldest.
    pub since: Moment,
}

/// Counts what lies, by organisation, kind and who is missing; the oldest first.
pub fn counts(lying: &[Lying]) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    for one in lying {
        let same = |count: &&mut Count| {
            (count.org, count.kind, count.missing) == (one.org, one.kind, one.missing)
        };
        match counts.iter_mut().find(same) {
            Some(count) => {
                count.records += 1;
                count.since = count.since.min(one.since);
            }
            None => counts.push(Count {
                org: one.org,
                kind: one.kind,
                missing: one.missing,
                records: 1,
                since: one.since,
            }),
        }
    }
    counts.sort_by_key(|count| (count.since, count.org));
    counts
}
