//! What Today shows of screenings: what is open, what waits for a decision, what waits for a second
//! person.

use ::store::{StoreError, Unit};
use access::action::{
    AnswerScreening, ConfirmLowerResult, DecideScreening, ListScreenings, ReadToday, ReassignReport,
};
use clock::AgeBand;
use record::{Section, TASKS_READ, Task};

use super::actions::{first_screenings, untaken};
use super::{Head, State};

/// The screenings that wait for this actor, danger first.
pub(crate) async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    let Ok(scope) = gate.scope::<ListScreenings>(actor) else {
        return Ok(Vec::new());
    };
    let decides = gate.ever::<DecideScreening>(actor);
    let steps = [
        (State::Open, gate.ever::<AnswerScreening>(actor)),
        (State::HandedIn, decides),
        (State::LowerProposed, gate.ever::<ConfirmLowerResult>(actor)),
    ];
    let unit = day.also(&scope).await?;
    let mut tasks = Vec::new();
    for (state, _) in steps.into_iter().filter(|(_, waits)| *waits) {
        let heads = first_screenings(&unit, &scope, state, TASKS_READ).await?;
        tasks.extend(heads.iter().map(|head| task(head, decides)));
    }
    if gate.ever::<ReassignReport>(actor) && !decides {
        let heads = untaken(&unit, &scope, TASKS_READ).await?;
        let handed = heads.iter().map(|head| Task {
            record: head.root,
            what: "screening-task-untaken",
            route: "report-hand",
            step: "today-report-hand",
            ..task(head, false)
        });
        tasks.extend(handed);
    }
    Ok(tasks)
}

fn task(head: &Head, decides: bool) -> Task {
    let (what, step) = match head.state {
        State::Open => ("screening-task-open", "screening-step-ask"),
        State::LowerProposed => ("screening-task-lower", "screening-step-confirm"),
        State::HandedIn | State::Decided => ("screening-task-handed", "screening-step-decide"),
    };
    let asks = head.state == State::Open && !decides;
    Task {
        section: if head.danger {
            Section::Danger
        } else {
            Section::Desk
        },
        record: head.record,
        code: record::short_code(head.root),
        what,
        since: head.begun,
        due: None,
        governorate: head.governorate.clone(),
        age: (head.age != AgeBand::Adult).then(|| head.age.key()),
        route: if asks {
            "screening-answers"
        } else {
            "screening"
        },
        step,
    }
}
