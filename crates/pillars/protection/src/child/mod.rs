//! Clocks as people see them: who is due to be safe by when, what was done about it, and the only
//! two ways in which the clock of a child ends: somebody has seen the child in a safe place, or a
//! supervisor agrees that the person is an adult (`docs/domain/practice.md` 5).

mod may;
pub(crate) mod pages;
pub(crate) mod samples;
mod store;
mod tasks;
pub(crate) mod view;

pub(crate) use store::STATEMENTS;
pub use tasks::tasks;

use std::collections::BTreeSet;

use ::store::{Store, StoreError, Work};
use clock::{Answering, Done, Escalated, Line};
use people::desk::attending;
use record::{Duty, Id, Jurisdiction};

/// Marks every clock that is late and tells those who have the duty in its place: to be called
/// every few seconds.
pub async fn escalate(store: &Store) -> Result<Escalated, StoreError> {
    clock::escalate(store, who).await
}

/// Who has a duty in a place, as the administrator set it, with somebody there to be told.
fn who(
    store: Store,
    duty: Duty,
    governorate: Option<String>,
    jurisdiction: Option<Jurisdiction>,
) -> Answering {
    Box::pin(async move {
        store
            .look(async |look| {
                let (place, nobody) = (governorate.as_deref(), BTreeSet::new());
                attending(&*look, duty, place, jurisdiction, &nobody).await
            })
            .await
    })
}

/// Says of every clock whose report accuses a body that somebody who was told of it is shut out.
pub(crate) async fn say_shut_out_by(work: &Work, accused: Id) -> Result<(), StoreError> {
    for (clock, root) in store::told_and_shut_out(work, accused).await? {
        clock::say_shut_out(work, clock, root).await?;
    }
    Ok(())
}

/// One clock with what was done about it.
pub(crate) struct Shown {
    pub(crate) line: Line,
    pub(crate) acts: Vec<Done>,
}
