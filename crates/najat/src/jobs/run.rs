//! One turn at the jobs.

use std::path::PathBuf;

use store::jobs::{JobKind, Outcome, Ran};
use store::{Store, StoreError};
use tokio::sync::watch;

use super::{RUNNER, index};
use crate::backup;

/// Does the job of these kinds that waits for longest, if there is one, with this folder for copies.
/// Told to stop, it leaves the job for whoever serves next.
pub async fn turn(
    store: &Store,
    kinds: &[JobKind],
    copies: Option<PathBuf>,
    mut stopped: watch::Receiver<bool>,
) -> Result<Option<Ran>, StoreError> {
    let ran = store.run_job(kinds, |claim| async move {
        match claim.job().kind {
            JobKind::BackUp => tokio::select! {
                taken = backup::take(&claim, &RUNNER, copies.as_deref()) => taken,
                // Half a copy is nothing: the next attempt begins anew.
                _ = stopped.wait_for(|stop| *stop) => Ok(Outcome::PutBack),
            },
            JobKind::RebuildIndex => index::rebuild(&claim, &stopped).await,
        }
    });
    let ran = ran.await?;
    if let Some(Ran::Failed(fault, again)) = &ran {
        tracing::warn!(%fault, ?again, "an attempt at a job failed");
    }
    Ok(ran)
}
