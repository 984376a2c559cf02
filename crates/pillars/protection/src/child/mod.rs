//! Clocks as people see them: who is due to be safe by when, what was done about it, and the only
//! two ways in which the clock of a child ends: somebody has seen the child in a safe place, or a
//! supervisor agrees that the person is an adult (`docs/domain/practice.md` 5).

pub(crate) mod forms;
mod may;
pub(crate) mod pages;
pub(crate) mod samples;
mod tasks;
pub(crate) mod view;

pub use tasks::tasks;

use std::collections::BTreeSet;

use clock::{Answering, Done, Escalated, Line};
use people::desk::attending;
use record::{Duty, Jurisdiction};
use store::{Store, StoreError};

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
            .read_clear(async |look| {
                let (place, nobody) = (governorate.as_deref(), BTreeSet::new());
                attending(&*look, duty, place, jurisdiction, &nobody).await
            })
            .await
    })
}

/// One clock with what was done about it.
pub(crate) struct Shown {
    pub(crate) line: Line,
    pub(crate) acts: Vec<Done>,
}
