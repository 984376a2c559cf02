//! What people do about jobs: asking, cancelling, looking. Asking and cancelling are done in a unit,
//! whose permit says who may.

use record::{Id, Moment};

use super::{Job, JobKind, JobState, columns, far, job, jobs};
use crate::{ClearReader, Examined, StoreError, Upkeep, Work, args};

crate::statements! {
    ASK = "INSERT INTO job (id, kind, asked_by, asked_at, state, next_at, attempt, tries, done) \
        VALUES ($1, $2, $3, $4, 'waiting', $4, 0, 0, 0) \
        ON CONFLICT (kind) WHERE state IN ('waiting', 'running') DO NOTHING";
    OPEN = "SELECT id FROM job WHERE kind = $1 AND state IN ('waiting', 'running')";
    CANCEL = "UPDATE job SET cancel_at = COALESCE(cancel_at, $2), \
        ended = CASE WHEN state = 'waiting' OR next_at <= $2 OR next_at > $3 THEN $2 END, \
        state = CASE WHEN state = 'waiting' OR next_at <= $2 OR next_at > $3 THEN 'cancelled' ELSE state END \
        WHERE id = $1 AND state IN ('waiting', 'running') RETURNING state";
    CANCEL_COPIED = "UPDATE job SET cancel_at = COALESCE(cancel_at, $2), ended = $2, state = 'cancelled' \
        WHERE kind = $1 AND state IN ('waiting', 'running')";
    ONE = concat!("SELECT ", columns!(), " FROM job WHERE id = $1");
    NEWEST = concat!("SELECT ", columns!(), " FROM job WHERE (asked_at, id) < ($1, $2) \
        ORDER BY asked_at DESC, id DESC LIMIT $3");
    FAILED = concat!("SELECT ", columns!(), " FROM job f WHERE f.state = 'failed' AND NOT EXISTS \
        (SELECT 1 FROM job l WHERE l.kind = f.kind AND l.asked_at > f.asked_at) \
        ORDER BY f.asked_at, f.id");
    FORGET = "DELETE FROM job WHERE ended < $1";
}

/// How long a job that ended is remembered, in seconds: 90 days.
const REMEMBERED: i64 = 90 * 24 * 3600;

/// What became of an asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The job: the new one, or the one of the same kind that is not over yet.
    pub job: Id,
    /// Whether it was begun by this asking.
    pub is_new: bool,
}

/// What became of a cancelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelling {
    /// Nobody worked on it: it is over.
    Ended,
    /// Whoever works on it hears it when they tell next how far they are.
    Asked,
    /// It was over before.
    TooLate,
}

impl Work {
    /// Asks for a job, as whoever acts in this unit; the ledger's entry names it. Where one of that kind
    /// waits or runs, there is no second: its id comes back.
    pub async fn ask_job(&self, kind: JobKind) -> Result<Asked, StoreError> {
        self.must_write().await?;
        let job = self.id();
        let by = self.actor().pseudonym();
        let made = self.execute(ASK, args![job, kind.code(), by, self.now()]);
        let is_new = made.await? == 1;
        let job = if is_new {
            job
        } else {
            self.row(OPEN, args![kind.code()]).await?.id("id")?
        };
        self.began(job).await;
        Ok(Asked { job, is_new })
    }

    /// The same for a form with a one-time key: sent twice it is answered by the same job, whatever
    /// became of that meanwhile, and by no other.
    pub async fn ask_job_once(&self, form_key: &str, kind: JobKind) -> Result<Asked, StoreError> {
        if let Some(answer) = self.answered(form_key).await? {
            let job = answer.parse().map_err(|_| StoreError::Column("answer"))?;
            self.began(job).await;
            return Ok(Asked { job, is_new: false });
        }
        let asked = self.ask_job(kind).await?;
        self.answer(form_key, &asked.job.to_string()).await?;
        Ok(asked)
    }

    /// Cancels a job, as whoever acts in this unit; the ledger's entry names it. [`StoreError::Absent`]
    /// where there is none of that id.
    pub async fn cancel_job(&self, job: Id) -> Result<Cancelling, StoreError> {
        self.must_write().await?;
        let args = args![job, self.now(), far(self.now())];
        let Some(row) = self.maybe_row(CANCEL, args).await? else {
            self.job(job).await?;
            self.began(job).await;
            return Ok(Cancelling::TooLate);
        };
        self.began(job).await;
        Ok(match row.code("state")? {
            JobState::Cancelled => Cancelling::Ended,
            _ => Cancelling::Asked,
        })
    }

    /// Ends the copying under way that a copy tells of: it is this copy, and nobody asks for another where
    /// it was put back. Other work goes on there, since its data need it.
    pub(crate) async fn cancel_copied(&self) -> Result<(), StoreError> {
        let args = args![JobKind::BackUp.code(), self.now()];
        self.execute(CANCEL_COPIED, args).await.map(drop)
    }

    /// One job; [`StoreError::Absent`] where there is none of that id.
    pub async fn job(&self, id: Id) -> Result<Job, StoreError> {
        job(&self.row(ONE, args![id]).await?)
    }

    /// Jobs, those asked for latest first: at most `limit`, from after the last of the page before
    /// (its `asked_at` and `id`). Asked by [`one_more`](crate::one_more) and cut by [`Work::cut`], as
    /// every list.
    pub async fn jobs(
        &self,
        after: Option<(Moment, Id)>,
        limit: i64,
    ) -> Result<Vec<Job>, StoreError> {
        let (at, id) = after.unzip();
        let args = args![
            at.unwrap_or(Moment::from_micros(i64::MAX)),
            id.map_or_else(String::new, |id| id.to_string()),
            limit
        ];
        jobs(&self.rows(NEWEST, args).await?)
    }
}

impl ClearReader {
    /// One job, for whoever waits for its end; [`StoreError::Absent`] where there is none of that id.
    pub async fn job(&self, id: Id) -> Result<Job, StoreError> {
        let row = self.maybe_row(ONE, args![id]).await?;
        job(&row.ok_or(StoreError::Absent)?)
    }
}

impl Upkeep {
    /// Forgets jobs that ended 90 days ago or earlier; tells how many.
    pub async fn forget_jobs(&self) -> Result<u64, StoreError> {
        self.execute(FORGET, args![self.0.now().plus_seconds(-REMEMBERED)])
            .await
    }
}

/// What failed for good, for whoever must look.
macro_rules! failed_jobs {
    ($($place:ty),+) => {
        $(impl $place {
            /// The jobs that failed for good, of whose kind none was asked for since; the oldest
            /// first.
            pub async fn failed_jobs(&self) -> Result<Vec<Job>, StoreError> {
                jobs(&self.rows(FAILED, Vec::new()).await?)
            }
        })+
    };
}

failed_jobs!(ClearReader, Examined);
