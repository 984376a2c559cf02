//! What Today shows of interpreters: an entry of one's own desk that somebody doubts.

use ::store::{StoreError, Unit};
use access::action::{ListInterpreters, ReadToday, WriteInterpreter};
use record::{Section, TASKS_READ, Task};

use super::State;
use super::actions::first_interpreters;

/// The entries that wait for a look of whoever vouches for them.
pub(crate) async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    if !gate.ever::<WriteInterpreter>(actor) {
        return Ok(Vec::new());
    }
    let Ok(scope) = gate.scope::<ListInterpreters>(actor) else {
        return Ok(Vec::new());
    };
    let unit = day.also(&scope).await?;
    let doubted = first_interpreters(&unit, &scope, State::Doubted, TASKS_READ).await?;
    let tasks = doubted.into_iter().map(|line| Task {
        section: Section::Desk,
        record: line.record,
        code: line.code,
        what: "interpreter-task",
        since: line.since,
        due: None,
        governorate: Some(line.governorate),
        age: None,
        route: "interpreter",
        step: "interpreter-step",
    });
    Ok(tasks.collect())
}
