//! Jobs: long work that is asked for, watched, cancelled, and taken up again where it was when the
//! program was stopped in the middle of it.
//!
//! A person asks for a job in a unit ([`Work::ask_job`]), with a permit and an entry in the ledger, and
//! cancels it so ([`Work::cancel_job`]). One process after the other claims it ([`Store::run_job`],
//! [`Store::claim_job`]) for [`LEASE`] seconds, and longer each time it tells how far it is
//! ([`Claim::progress`]). Whoever is killed says nothing any more: the lease runs out, somebody claims
//! the job anew, and goes on from its cursor. Each claim raises the number of the attempt, and only
//! the holder of the latest can write: a process that slept through its lease does nothing twice.
//!
//! A job that fails is tried again after [`pause`], ever later; one that came no further in [`TRIES`]
//! attempts is failed for good, which [`ClearReader::failed_jobs`] tells. Of one kind there is one at a time.
//!
//! What a job does goes through units of its own, with permits of their own, as everywhere.
//! ```
//! # use access::action::BackUp;
//! # use store::jobs::{Fault, Heard, JobKind, Outcome, Progress};
//! # use store::{Store, StoreError};
//! # async fn asks(store: &Store, permit: access::Permit<BackUp>) -> Result<(), StoreError> {
//! // In the unit of whoever asks, with the key of the form.
//! let asked = store
//!     .unit(permit, |unit| async move { unit.ask_job_once("form key", JobKind::RebuildIndex).await })
//!     .await?;
//! # drop(asked);
//! # Ok(())
//! # }
//! # async fn runs(store: &Store) -> Result<(), StoreError> {
//! // Once a second or so, in a task of the server.
//! let ran = store
//!     .run_job(&[JobKind::RebuildIndex], |claim| async move {
//!         let mut done = claim.job().done;
//!         let mut after = claim.job().cursor.clone();
//!         while done < 1000 {
//!             // … a few rows after `after`, best in a unit with `claim.progress_in` …
//!             done += 100;
//!             after = Some(format!("row-{done}"));
//!             let progress = Progress { done, total: Some(1000), cursor: after.as_deref() };
//!             if claim.progress(progress).await? == Heard::Cancel {
//!                 return Ok(Outcome::Cancelled);
//!             }
//!         }
//!         Ok(Outcome::Finished)
//!     })
//!     .await?;
//! # drop(ran);
//! # Ok(())
//! # }
//! ```
//!
//! [`ClearReader::failed_jobs`]: crate::ClearReader::failed_jobs
//! [`Store::claim_job`]: crate::Store::claim_job
//! [`Store::run_job`]: crate::Store::run_job
//! [`Work::ask_job`]: crate::Work::ask_job
//! [`Work::cancel_job`]: crate::Work::cancel_job

mod ask;
mod claim;
mod end;
mod fault;
mod run;

use record::{Id, Moment};

use crate::StoreError;
use crate::sql::Row;

pub use ask::{Asked, Cancelling};
pub use claim::{Claim, Heard, Progress};
pub use end::Again;
pub use fault::Fault;
pub use run::{Outcome, Ran};

/// Every statement of these files that both engines take.
pub(crate) const STATEMENTS: &[&[&str]] = &[ask::STATEMENTS, claim::STATEMENTS, end::STATEMENTS];

/// How long a claim holds, in seconds, unless it is renewed. A unit lasts a minute at most, so that
/// one progress after each unit is often enough.
pub const LEASE: i64 = 120;

/// How many attempts in a row may come no further before a job is failed for good.
pub const TRIES: i64 = 10;

/// The wait after the first failure, and the longest, in seconds.
const FIRST: i64 = 30;
const LONGEST: i64 = 3600;

/// No wait and no lease lasts so long, in seconds: where one seems to, the clock was set back, and
/// the job is due.
const FAR: i64 = 3 * 3600;

/// How long after an attempt that failed the next one comes, in seconds; `tries` is how many came no
/// further by now, one or more. Doubles from half a minute up to an hour: ten take about three hours.
pub fn pause(tries: i64) -> i64 {
    (FIRST << tries.saturating_sub(1).clamp(0, 16)).min(LONGEST)
}

record::codes! {
    /// What a job does.
    JobKind labelled "jobs" {
        /// A copy of the whole, asked for from the administrator's page.
        BackUp = "back_up",
        /// Blind indexes made anew, since folding or the version of an index changed.
        RebuildIndex = "rebuild_index",
    }
}

record::codes! {
    /// Where a job stands.
    JobState labelled "jobs" {
        /// Nobody works on it: it was asked for, or failed and is tried again.
        Waiting = "waiting",
        /// Somebody claimed it. Where `next_at` is over, they are gone, and it is claimed again.
        Running = "running",
        /// All of it is done.
        Done = "done",
        /// Somebody cancelled it; what was done by then stays.
        Cancelled = "cancelled",
        /// It was tried often enough: a person must look.
        Failed = "failed",
    }
}

/// A job as it stood when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: Id,
    /// What it does.
    pub kind: JobKind,
    /// The pseudonym of whoever asked, as the ledger has it.
    pub asked_by: String,
    /// When it was asked for.
    pub asked_at: Moment,
    /// Where it stands.
    pub state: JobState,
    /// When it is due: a waiting job's next attempt, the end of a running job's lease.
    pub next_at: Moment,
    /// How often it was claimed; the number of the latest attempt, from 1.
    pub attempt: i64,
    /// How many attempts in a row came no further, the present one counted.
    pub tries: i64,
    /// How many steps are done, of whatever size the job counts in.
    pub done: i64,
    /// How many steps there are, once that is known.
    pub total: Option<i64>,
    /// Where the next attempt goes on; nothing, where it begins anew.
    pub cursor: Option<String>,
    /// Why the latest attempt failed.
    pub fault: Option<Fault>,
    /// When it was claimed for the first time.
    pub began: Option<Moment>,
    /// When somebody asked that it be cancelled.
    pub cancel_at: Option<Moment>,
    /// When it was done, cancelled or failed for good.
    pub ended: Option<Moment>,
}

impl Job {
    /// Whether nobody works on a job that was claimed: its process was killed or sleeps. It is claimed
    /// again by whoever runs jobs.
    pub fn is_cut_off(&self, now: Moment) -> bool {
        self.state == JobState::Running && (self.next_at <= now || far(now) < self.next_at)
    }
}

/// Beyond this no moment is believed.
fn far(now: Moment) -> Moment {
    now.plus_seconds(FAR)
}

/// The columns of a job, as [`job`] reads them.
macro_rules! columns {
    () => {
        "id, kind, asked_by, asked_at, state, next_at, attempt, tries, done, total, cursor, fault, \
         began, cancel_at, ended"
    };
}
use columns;

fn job(row: &Row) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.id("id")?,
        kind: row.code("kind")?,
        asked_by: row.text("asked_by")?,
        asked_at: row.moment("asked_at")?,
        state: row.code("state")?,
        next_at: row.moment("next_at")?,
        attempt: row.int("attempt")?,
        tries: row.int("tries")?,
        done: row.int("done")?,
        total: row.maybe_int("total")?,
        cursor: row.maybe_text("cursor")?,
        fault: row.maybe_code("fault")?,
        began: row.maybe_moment("began")?,
        cancel_at: row.maybe_moment("cancel_at")?,
        ended: row.maybe_moment("ended")?,
    })
}

fn jobs(rows: &[Row]) -> Result<Vec<Job>, StoreError> {
    rows.iter().map(job).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let waits: Vec<i64> = (1..=9).map(pause).collect();
        assert_eq!(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert_eq!(pause(i64::MAX), LONGEST);
        assert_eq!((pause(0), pause(i64::MIN)), (FIRST, FIRST));
        // A wait that is meant is never taken for one of a clock that was set back.
        let longest = LONGEST.max(LEASE);
        assert!(2 * longest < FAR);
    }
}
