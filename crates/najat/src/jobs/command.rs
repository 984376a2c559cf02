//! The command that makes the index of sign-in names anew, while another process serves or none.

use std::io::Write;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use record::{Id, Role, World};
use store::jobs::{Job, JobKind, JobState};
use store::{Store, StoreError};
use tokio::sync::watch;

use super::words::Rebuild;
use super::{ask_rebuild, turn};
use crate::console::acting;

/// How often it is looked how far the job is.
const LOOK: Duration = Duration::from_millis(500);

/// Asks for it, does it unless another process does, and waits for its end.
pub async fn rebuild(said: &Rebuild, world: World, out: &mut impl Write) -> Result<()> {
    let set = said.place.load()?;
    let job = acting(
        &set,
        world,
        &said.who,
        Role::Administrator,
        async |store, actor| {
            let asked = ask_rebuild(store, actor)
                .await
                .context("the account may not ask for it")?;
            see_through(store, asked.job).await
        },
    )
    .await?;
    match (job.state, job.fault) {
        (JobState::Done, _) => {
            writeln!(
                out,
                "The index of {} sign-in names was made anew.",
                job.done
            )?;
            Ok(())
        }
        (JobState::Cancelled, _) => bail!("somebody cancelled it after {} names", job.done),
        (JobState::Failed, fault) => bail!("it failed for good: {}", code(fault)),
        (_, fault) => bail!(
            "it failed and is tried again after {} by whoever serves: {}",
            job.next_at.local().strftime("%H:%M"),
            code(fault)
        ),
    }
}

fn code(fault: Option<store::jobs::Fault>) -> String {
    fault.map_or_else(|| "the log says more".to_owned(), |fault| fault.to_string())
}

/// Works on jobs of this kind until this one is over, or must wait.
async fn see_through(store: &Store, id: Id) -> Result<Job> {
    let (_never, stopped) = watch::channel(false);
    let working = async {
        loop {
            let turn = turn(store, &[JobKind::RebuildIndex], None, stopped.clone());
            Box::pin(turn).await?;
            tokio::time::sleep(LOOK).await;
        }
    };
    tokio::select! {
        over = over(store, id) => Ok(over?),
        error = working => error,
    }
}

/// Waits until a job is over, or failed and must wait; says how far it is meanwhile.
async fn over(store: &Store, id: Id) -> Result<Job, StoreError> {
    let mut told = 0;
    loop {
        let job = store.read_clear(async |look| look.job(id).await).await?;
        let waits = job.state == JobState::Waiting && job.fault.is_some();
        if job.ended.is_some() || waits {
            return Ok(job);
        }
        if told != job.done {
            told = job.done;
            let of = job.total.unwrap_or(told);
            tracing::info!("{told} of {of} sign-in names");
        }
        tokio::time::sleep(LOOK).await;
    }
}
