//! What Today shows of rights not yet met.

use access::action::{AnswerUnmetRight, CloseUnmetRight, ListUnmetRights, ReadToday};
use record::{Section, TASKS_READ, Task};
use store::{StoreError, Unit, Window};

use super::{Line, State, What, store as table};

/// Rights that wait for this actor: those that are not met, and those that somebody is to close.
pub async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    let Ok(scope) = gate.scope::<ListUnmetRights>(actor) else {
        return Ok(Vec::new());
    };
    let answers = gate.ever::<AnswerUnmetRight>(actor);
    let closes = gate.ever::<CloseUnmetRight>(actor);
    let unit = day.also(&scope).await?;
    let mut lines = Vec::new();
    for state in [State::Open, State::Met] {
        let window = Window::oldest(None, TASKS_READ).in_state(Some(state.code()));
        let shows = unit.permit().shows();
        lines.extend(table::list(&unit, &scope, &window, shows).await?);
    }
    unit.show(&lines, |line| line.record).await;
    Ok(lines
        .into_iter()
        .filter_map(|line| task(line, answers, closes))
        .collect())
}

/// One line, if it waits for somebody who answers or closes.
fn task(line: Line, answers: bool, closes: bool) -> Option<Task> {
    let (route, step) = match line.state {
        State::Met if closes => ("right-close", "right-step-close"),
        State::Open if answers => ("right-answer", "right-step-answer"),
        State::Open => ("rights", "right-step-look"),
        _ => return None,
    };
    Some(Task {
        section: Section::Right,
        record: line.record,
        code: line.code,
        what: if line.state == State::Met {
            "right-task-met"
        } else if line.what == What::NoPlace {
            "right-task-no-place"
        } else {
            "right-task-refused"
        },
        since: line.opened,
        due: (line.state == State::Open).then_some(line.due),
        governorate: Some(line.governorate),
        age: line.child.then_some("today-age-child"),
        route,
        step,
    })
}
