//! How a process ends its hold of a job: done, left off, failed, given back. Fenced as the claim is.

use record::{Id, Moment};

use super::{Claim, Fault, JobKind, JobState, TRIES, pause};
use crate::{StoreError, args};

crate::statements! {
    MINE = "SELECT tries, cancel_at FROM job WHERE id = $1 AND attempt = $2 AND state = 'running'";
    END = "UPDATE job SET state = $3, ended = $4, fault = CAST($5 AS TEXT) \
        WHERE id = $1 AND attempt = $2 AND state = 'running'";
    WAIT = "UPDATE job SET state = 'waiting', next_at = $3, tries = $4, fault = COALESCE(CAST($5 AS TEXT), fault) \
        WHERE id = $1 AND attempt = $2 AND state = 'running'";
}

/// What becomes of a job whose attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It is tried again, not before this moment.
    At(Moment),
    /// It was tried often enough: a person is told.
    Never,
    /// Somebody had cancelled it: it is over.
    Cancelled,
}

/// Says it in the log as well, once.
pub(super) fn told(job: Id, kind: JobKind, fault: Fault) {
    tracing::error!(%job, %kind, %fault, "a job failed for good: somebody must look");
}

impl Claim {
    /// Says that all of it is done. Where somebody cancelled meanwhile, they came too late.
    pub async fn finish(&self) -> Result<(), StoreError> {
        self.end(JobState::Done).await
    }

    /// Says that it was left where it is since somebody cancelled.
    pub async fn cancelled(&self) -> Result<(), StoreError> {
        self.end(JobState::Cancelled).await
    }

    async fn end(&self, state: JobState) -> Result<(), StoreError> {
        let now = self.store().world().now();
        let args = self.fenced(args![state.code(), now, None::<&str>]);
        let ended = self.store().upkeep(move |upkeep| {
            let args = args.clone();
            async move { upkeep.execute(END, args).await.and_then(must_be_ours) }
        });
        ended.await
    }

    /// Says that this attempt failed, and why. The next comes after [`pause`]; none, where this was the
    /// last, or somebody cancelled.
    pub async fn fail(&self, fault: Fault) -> Result<Again, StoreError> {
        let again = self.leave(Some(fault)).await?;
        if again == Again::Never {
            told(self.job().id, self.job().kind, fault);
        }
        Ok(again)
    }

    /// Gives the job back, as a program does that is told to stop: somebody may claim it at once, and
    /// this attempt does not count as one that came no further.
    pub async fn put_back(&self) -> Result<Again, StoreError> {
        self.leave(None).await
    }

    async fn leave(&self, fault: Option<Fault>) -> Result<Again, StoreError> {
        let claim = self.clone();
        let left = self.store().upkeep(move |upkeep| {
            let claim = claim.clone();
            async move {
                let now = upkeep.0.now();
                let mine = upkeep.rows(MINE, claim.fenced(Vec::new())).await?;
                let mine = mine.first().ok_or(StoreError::Lost)?;
                let tries = mine.int("tries")?;
                let code = fault.map(Fault::code);
                let end = |state: JobState| claim.fenced(args![state.code(), now, code]);
                let (sql, args, again) = if mine.maybe_moment("cancel_at")?.is_some() {
                    (END, end(JobState::Cancelled), Again::Cancelled)
                } else if fault.is_none() {
                    let wait = args![now, tries - 1, code];
                    (WAIT, claim.fenced(wait), Again::At(now))
                } else if tries >= TRIES {
                    (END, end(JobState::Failed), Again::Never)
                } else {
                    let at = now.plus_seconds(pause(tries));
                    (WAIT, claim.fenced(args![at, tries, code]), Again::At(at))
                };
                upkeep.execute(sql, args).await.and_then(must_be_ours)?;
                Ok::<_, StoreError>(again)
            }
        });
        left.await
    }
}

fn must_be_ours(rows: u64) -> Result<(), StoreError> {
    if rows == 1 {
        Ok(())
    } else {
        Err(StoreError::Lost)
    }
}
