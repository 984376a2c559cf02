//! The index of sign-in names made anew, some accounts at a time. How far it came is kept in the unit
//! that did the step, so that whoever takes it up again leaves nothing out.

use std::sync::Arc;

use access::Permit;
use access::action::IndexAccount;
use people::account;
use record::Id;
use store::StoreError;
use store::jobs::{Claim, Fault, Heard, Outcome, Progress};
use tokio::sync::watch;

use super::RUNNER;

/// How many accounts are done in one unit: others write between two of them.
const STEP: i64 = 20;

/// Some accounts, and how far the job is when they are done.
struct Step {
    claim: Claim,
    accounts: Vec<Id>,
    others: Vec<Permit<IndexAccount>>,
    done: i64,
    total: i64,
    cursor: String,
}

/// Makes the index of every account anew, from where the attempt before came to.
pub(super) async fn rebuild(
    claim: &Claim,
    stopped: &watch::Receiver<bool>,
) -> Result<Outcome, Fault> {
    let store = claim.store();
    let all: Result<i64, StoreError> = store
        .read_clear(async |look| account::count(&*look).await)
        .await;
    let all = all?;
    let (mut done, mut after) = (claim.job().done, claim.job().cursor.clone());
    loop {
        if *stopped.borrow() {
            return Ok(Outcome::PutBack);
        }
        let from = after.as_deref();
        let next: Result<Vec<Id>, StoreError> = store
            .read_clear(async |look| account::next(&*look, from, STEP).await)
            .await;
        let accounts = next?;
        let Some(last) = accounts.last() else {
            return Ok(Outcome::Finished);
        };
        let cursor = last.to_string();
        done += i64::try_from(accounts.len()).unwrap_or(STEP);
        let step = Step {
            claim: claim.clone(),
            accounts,
            others: Vec::new(),
            done,
            // People may have been invited meanwhile.
            total: all.max(done),
            cursor: cursor.clone(),
        };
        if take(step).await? == Heard::Cancel {
            return Ok(Outcome::Cancelled);
        }
        after = Some(cursor);
    }
}

/// Does one step, whole or not at all.
async fn take(mut step: Step) -> Result<Heard, StoreError> {
    let store = step.claim.store().clone();
    let mut permits = Vec::new();
    for account in &step.accounts {
        permits.push(
            store
                .gate()
                .permit::<IndexAccount>(&RUNNER, *account)
                .await?,
        );
    }
    let first = permits.pop().ok_or(StoreError::Absent)?;
    step.others = permits;
    let step = Arc::new(step);
    let taken = store.unit(first, move |unit| {
        let step = step.clone();
        async move {
            for permit in &step.others {
                unit.join(permit.clone()).await?;
            }
            for account in &step.accounts {
                if !account::index_account(&unit, *account).await? {
                    tracing::warn!(%account, "its sign-in name is folded as another account's");
                }
            }
            let progress = Progress {
                done: step.done,
                total: Some(step.total),
                cursor: Some(&step.cursor),
            };
            step.claim.progress_in(&unit, progress).await
        }
    });
    taken.await
}
