//! What accounts and people are found by made anew, some at a time: sign-in names first, then the names of
//! people. How far it came is kept in the unit that did the step, so that whoever takes it up again leaves
//! nothing out.

use std::sync::Arc;

use access::action::{IndexAccount, IndexPerson};
use access::{Action, Permit};
use people::account;
use protection::person::{PersonError, search};
use record::Id;
use store::jobs::{Claim, Fault, Heard, Outcome, Progress};
use store::{StoreError, Unit};
use tokio::sync::watch;

use super::RUNNER;

/// How many are done in one unit: others write between two of them.
const STEP: i64 = 20;
/// What a cursor among people begins with; one among accounts is an id alone.
const PEOPLE: &str = "people/";

/// Some of them, and how far the job is when they are done.
struct Step<A> {
    claim: Claim,
    subjects: Vec<Id>,
    others: Vec<Permit<A>>,
    done: i64,
    total: i64,
    cursor: String,
}

/// Makes the index of every account and of every person anew, from where the attempt before came to.
pub(super) async fn rebuild(
    claim: &Claim,
    stopped: &watch::Receiver<bool>,
) -> Result<Outcome, Fault> {
    let store = claim.store();
    let all: Result<i64, StoreError> = store
        .read_clear(async |look| Ok(account::count(&*look).await? + search::count(&*look).await?))
        .await;
    let all = all?;
    let (mut done, mut after) = (claim.job().done, claim.job().cursor.clone());
    loop {
        if *stopped.borrow() {
            return Ok(Outcome::PutBack);
        }
        let person = after
            .as_deref()
            .and_then(|after| after.strip_prefix(PEOPLE));
        let from = person.or(after.as_deref());
        let next: Result<Vec<Id>, StoreError> = store
            .read_clear(async |look| match person {
                Some(_) => search::next(&*look, from, STEP).await,
                None => account::next(&*look, from, STEP).await,
            })
            .await;
        let subjects = next?;
        let Some(last) = subjects.last() else {
            if person.is_some() {
                return Ok(Outcome::Finished);
            }
            after = Some(PEOPLE.to_owned());
            continue;
        };
        let begins = person.map_or("", |_| PEOPLE);
        let cursor = format!("{begins}{last}");
        done += i64::try_from(subjects.len()).unwrap_or(STEP);
        // Others may have come meanwhile.
        let total = all.max(done);
        let is_people = person.is_some();
        after = Some(cursor.clone());
        let heard = if is_people {
            take(step::<IndexPerson>(claim, subjects, done, total, cursor), |unit, person| async move {
                match search::index_person(&unit, person).await {
                    Ok(()) => Ok(()),
                    // One who does not open any more keeps nobody behind them waiting.
                    Err(PersonError::Store(StoreError::Sealed)) => {
                        tracing::warn!(%person, "what was sealed of them does not open");
                        Ok(())
                    }
                    Err(PersonError::Store(error)) => Err(error),
                    Err(error) => {
                        tracing::warn!(%person, %error, "what they are found by cannot be made anew");
                        Ok(())
                    }
                }
            })
            .await?
        } else {
            take(
                step::<IndexAccount>(claim, subjects, done, total, cursor),
                |unit, account| async move {
                    if !account::index_account(&unit, account).await? {
                        tracing::warn!(%account, "its sign-in name is folded as another account's");
                    }
                    Ok(())
                },
            )
            .await?
        };
        if heard == Heard::Cancel {
            return Ok(Outcome::Cancelled);
        }
    }
}

fn step<A>(claim: &Claim, subjects: Vec<Id>, done: i64, total: i64, cursor: String) -> Step<A> {
    Step {
        claim: claim.clone(),
        subjects,
        others: Vec::new(),
        done,
        total,
        cursor,
    }
}

/// Does one step, whole or not at all.
async fn take<A, F, Fut>(mut step: Step<A>, does: F) -> Result<Heard, StoreError>
where
    A: Action,
    F: Fn(Unit<A>, Id) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<(), StoreError>> + Send + 'static,
{
    let store = step.claim.store().clone();
    let mut permits = Vec::new();
    for subject in &step.subjects {
        permits.push(store.gate().permit::<A>(&RUNNER, *subject).await?);
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
            for subject in &step.subjects {
                does(unit.clone(), *subject).await?;
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
