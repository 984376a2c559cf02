//! What Today shows of clocks.

use ::store::{StoreError, Unit};
use access::action::{ListClocks, ReadToday};
use clock::{Code, Line, State, Wanted, first_clocks};
use record::{Section, TASKS_READ, Task, short_code};

/// The clocks that were missed, and the children who are not safe yet, as far as this actor sees
/// them. The other clocks run beside lines that stand on the page for themselves.
pub async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let Ok(scope) = day.store().gate().scope::<ListClocks>(day.actor()) else {
        return Ok(Vec::new());
    };
    let missed = Wanted {
        state: Some(State::Missed),
        ..Wanted::default()
    };
    let running = Wanted {
        state: Some(State::Running),
        code: Some(Code::T1),
        after: None,
    };
    // Whoever was seen and may be no child after all.
    let doubted = Wanted {
        state: Some(State::Stopped),
        code: Some(Code::T1),
        after: None,
    };
    let unit = day.also(&scope).await?;
    let mut lines = first_clocks(&unit, &scope, &missed, TASKS_READ).await?;
    lines.extend(first_clocks(&unit, &scope, &running, TASKS_READ).await?);
    lines.extend(first_clocks(&unit, &scope, &doubted, TASKS_READ).await?);
    Ok(lines.iter().map(task).collect())
}

fn task(line: &Line) -> Task {
    Task {
        section: Section::Clock,
        record: line.record,
        code: short_code(line.root),
        what: line.code.key(),
        since: line.started,
        due: Some(line.due),
        governorate: line.governorate.clone(),
        age: Some(line.age_band.key()),
        route: "clock",
        step: match (line.is_proposed(), line.state, line.code) {
            (true, ..) => "clock-step-proposed",
            (_, State::Missed, _) => "clock-step-answer",
            (_, _, Code::T1) => "clock-step-seen",
            _ => "clock-step-look",
        },
    }
}
