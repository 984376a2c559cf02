//! Asking for the index of sign-in names to be made anew: by a person at the console, and by the
//! program itself where it folds names in another way than they were folded.

use access::action::RebuildIndex;
use access::{Actor, Permit};
use people::account;
use protection::person::search;
use store::jobs::{Asked, JobKind};
use store::{Store, StoreError};

use super::RUNNER;

/// `RebuildIndex`, by a person who was made sure of at the console: the console may, and so must the
/// person's own role.
pub async fn ask_rebuild(store: &Store, actor: &Actor) -> Result<Asked, StoreError> {
    let gate = store.gate();
    gate.permit_new::<RebuildIndex>(actor, &[])?;
    let member = actor.member().ok_or(StoreError::Absent)?;
    let console = Actor::Console(member.pseudonym);
    ask(store, gate.permit_new::<RebuildIndex>(&console, &[])?).await
}

/// `RebuildIndex`, by the program at its start, where an account or a person is found by an index that it
/// would make otherwise. Tells whether there is one.
pub async fn ask_where_folding_changed(store: &Store) -> Result<bool, StoreError> {
    let counted = store.read_clear(async |look| -> Result<i64, StoreError> {
        let accounts = account::otherwise_indexed(&*look).await?;
        Ok(accounts + search::otherwise_indexed(&*look).await?)
    });
    if counted.await? == 0 {
        return Ok(false);
    }
    let permit = store.gate().permit_new::<RebuildIndex>(&RUNNER, &[])?;
    ask(store, permit).await?;
    Ok(true)
}

async fn ask(store: &Store, permit: Permit<RebuildIndex>) -> Result<Asked, StoreError> {
    let asked = store.unit(permit, |unit| async move {
        unit.ask_job(JobKind::RebuildIndex).await
    });
    asked.await
}
