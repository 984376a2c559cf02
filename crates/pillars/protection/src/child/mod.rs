//! Clocks as people see them: who is due to be safe by when, what was done about it, and the only
//! two ways in which the clock of a child ends: somebody has seen the child in a safe place, or a
//! supervisor agrees that the person is an adult (`practice.md` 5).

pub(crate) mod pages;
pub(crate) mod samples;
mod store;
mod tasks;
pub(crate) mod view;

pub(crate) use store::STATEMENTS;
pub use tasks::tasks;

use ::store::{Store, StoreError};
use clock::{Done, Line};

/// One clock with what was done about it, and whether its report is open.
pub(crate) struct Shown {
    pub(crate) line: Line,
    pub(crate) acts: Vec<Done>,
    pub(crate) report_is_open: bool,
}

/// Whether the report from which a clock grew waits for its desk.
async fn report_is_open(from: &Store, line: &Line) -> Result<bool, StoreError> {
    let root = line.root;
    from.look(|look| async move { store::is_open(&look, root).await })
        .await
}
