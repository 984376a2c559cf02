//! What a process does about a job: claiming it and telling how far it is. None of this is a person's
//! act: it is upkeep, fenced by the number of the attempt. What the job itself does is done in units.

use record::Moment;

use super::end::told;
use super::{Fault, Job, JobKind, JobState, LEASE, TRIES, columns, far, job};
use crate::sql::{Row, Value};
use crate::{Store, StoreError, Work, args};

/// A job of these kinds that nobody works on and whose time has come.
macro_rules! due {
    () => {
        "CAST($3 AS TEXT) LIKE '%|' || kind || '|%' AND (next_at <= $1 OR next_at > $2)"
    };
}

/// One claim; PostgreSQL leaves alone what another is claiming.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "UPDATE job SET state = 'running', attempt = attempt + 1, tries = tries + 1, \
             next_at = $4, began = COALESCE(began, $1) WHERE id = (SELECT id FROM job \
             WHERE state IN ('waiting', 'running') AND ",
            due!(),
            " ORDER BY asked_at, id LIMIT 1",
            $lock,
            ") RETURNING ",
            columns!()
        )
    };
}

const CLAIM_SQLITE: &str = claim!("");
const CLAIM_POSTGRES: &str = claim!(" FOR UPDATE SKIP LOCKED");

crate::statements! {
    IS_DUE = concat!("SELECT id FROM job WHERE state IN ('waiting', 'running') AND ", due!(), " LIMIT 1");
    /// Nobody will end what was cancelled, or tried often enough, by a process that is gone.
    SWEEP = concat!("UPDATE job SET ended = $1, \
        fault = CASE WHEN cancel_at IS NULL THEN CAST($5 AS TEXT) ELSE fault END, \
        state = CASE WHEN cancel_at IS NULL THEN 'failed' ELSE 'cancelled' END \
        WHERE state = 'running' AND (cancel_at IS NOT NULL OR tries >= $4) AND ", due!(),
        " RETURNING id, kind, state");
    /// A job that comes further begins to count its tries anew.
    PROGRESS = "UPDATE job SET next_at = $3, done = $4, total = $5, \
        tries = CASE WHEN CAST($6 AS TEXT) IS NULL OR cursor = $6 THEN tries ELSE 1 END, \
        cursor = COALESCE(CAST($6 AS TEXT), cursor) \
        WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING cancel_at";
    RENEW = "UPDATE job SET next_at = $3 \
        WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING cancel_at";
}

/// How long a cursor may be, in bytes.
const CURSOR: usize = 200;

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress<'p> {
    /// How many steps are done.
    pub done: i64,
    /// How many there are, if that is known.
    pub total: Option<i64>,
    /// Where the next attempt goes on, if there must be one; nothing leaves it where it was. Ids and
    /// codes only: up to 200 letters of ASCII, digits and `- _ . : / |`, and never personal data.
    pub cursor: Option<&'p str>,
}

/// What whoever tells its progress hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "somebody may have cancelled the job"]
pub enum Heard {
    /// Nobody objects.
    GoOn,
    /// Somebody cancelled it: come to a good end and call [`Claim::cancelled`].
    Cancel,
}

/// A job in the hand of one process, until its lease runs out. Dropped without a word, it is claimed
/// by another then. Whatever is said of it after that is [`StoreError::Lost`], and changes nothing.
#[derive(Clone)]
pub struct Claim {
    store: Store,
    job: Job,
}

impl Store {
    /// Claims the job of these kinds that waits for longest, for [`LEASE`] seconds; nothing, where none
    /// is due. What a process that is gone left cancelled, or tried too often, is ended on the way. A
    /// turn in which nothing is due writes nothing.
    pub async fn claim_job(&self, kinds: &[JobKind]) -> Result<Option<Claim>, StoreError> {
        let codes: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
        let codes = format!("|{}|", codes.join("|"));
        let due = |now| args![now, far(now), &codes];
        let args = due(self.world().now());
        let found = self.read_clear(async |look| look.maybe_row(IS_DUE, args).await);
        let found: Option<Row> = found.await?;
        if found.is_none() {
            return Ok(None);
        }
        let claim = if self.is_postgres() {
            CLAIM_POSTGRES
        } else {
            CLAIM_SQLITE
        };
        let claimed = self.upkeep(move |upkeep| {
            let now = upkeep.0.now();
            let due = args![now, far(now), &codes];
            async move {
                let mut sweep = due.clone();
                sweep.extend(args![TRIES, Fault::CutOff.code()]);
                let swept = upkeep.rows(SWEEP, sweep).await?;
                let mut until = due;
                until.extend(args![now.plus_seconds(LEASE)]);
                let claimed = upkeep.rows(claim, until).await?;
                Ok::<_, StoreError>((swept, claimed.first().map(job).transpose()?))
            }
        });
        let (swept, claimed) = claimed.await?;
        for row in &swept {
            if row.code::<JobState>("state")? == JobState::Failed {
                told(row.id("id")?, row.code("kind")?, Fault::CutOff);
            }
        }
        Ok(claimed.map(|job| Claim {
            store: self.clone(),
            job,
        }))
    }
}

impl Claim {
    /// The job as it stood when it was claimed.
    pub fn job(&self) -> &Job {
        &self.job
    }

    /// The store in which it lies.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The fence, before the statement's own values.
    pub(super) fn fenced(&self, more: Vec<Value>) -> Vec<Value> {
        let mut args = args![self.job.id, self.job.attempt];
        args.extend(more);
        args
    }

    /// Says how far the job is, renews the lease, and hears whether to go on.
    ///
    /// [`StoreError::Lost`] where another works on it or it is over; [`StoreError::Column`] for a cursor
    /// that is no id or code.
    pub async fn progress(&self, progress: Progress<'_>) -> Result<Heard, StoreError> {
        let args = self.progressed(progress, self.store.world().now())?;
        self.tell(PROGRESS, args).await
    }

    /// The same in the unit that holds the effects of the step, so that the two are kept together or
    /// neither is: a step is then never done twice. Its `Lost` must undo the unit, as `?` does.
    pub async fn progress_in(
        &self,
        work: &Work,
        progress: Progress<'_>,
    ) -> Result<Heard, StoreError> {
        work.must_write().await?;
        let args = self.progressed(progress, work.now())?;
        heard(work.maybe_row(PROGRESS, args).await?.as_ref())
    }

    fn progressed(&self, progress: Progress<'_>, now: Moment) -> Result<Vec<Value>, StoreError> {
        let Progress {
            done,
            total,
            cursor,
        } = progress;
        if !cursor.is_none_or(is_plain) {
            return Err(StoreError::Column("cursor"));
        }
        Ok(self.fenced(args![now.plus_seconds(LEASE), done, total, cursor]))
    }

    /// Renews the lease, for work that cannot say how far it is.
    pub async fn renew(&self) -> Result<Heard, StoreError> {
        let until = self.store.world().now().plus_seconds(LEASE);
        self.tell(RENEW, self.fenced(args![until])).await
    }

    async fn tell(&self, sql: &'static str, args: Vec<Value>) -> Result<Heard, StoreError> {
        let told = self.store.upkeep(move |upkeep| {
            let args = args.clone();
            async move { heard(upkeep.rows(sql, args).await?.first()) }
        });
        told.await
    }
}

fn heard(row: Option<&Row>) -> Result<Heard, StoreError> {
    let row = row.ok_or(StoreError::Lost)?;
    Ok(match row.maybe_moment("cancel_at")? {
        None => Heard::GoOn,
        Some(_) => Heard::Cancel,
    })
}

/// Whether a cursor can be ids and codes: no name of a person passes that has a space or a letter
/// beyond ASCII.
fn is_plain(cursor: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/|".contains(&byte);
    cursor.len() <= CURSOR && cursor.bytes().all(is_part)
}
