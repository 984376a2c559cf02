//! What Today shows of cases: the next contact, a task, a consent of which somebody must be told, what is
//! to leave without one, a case that nobody is on or sees to.

use ::store::{StoreError, Unit};
use access::action::{ListCases, ReadToday, ReassignCase, WriteCase};
use clock::AgeBand;
use record::{Moment, Section, TASKS_READ, Task};

use super::Head;
use super::actions::{due_cases, waiting_cases};
use super::store::Waiting;

/// How many seconds ahead Today shows what is due: a day.
const AHEAD: i64 = 24 * 3600;

/// The cases that wait for this actor.
pub(crate) async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    let Ok(scope) = gate.scope::<ListCases>(actor) else {
        return Ok(Vec::new());
    };
    let unit = day.also(&scope).await?;
    let mut tasks = Vec::new();
    let told = waiting_cases(&unit, &scope, Waiting::Told, TASKS_READ).await?;
    tasks.extend(told.iter().map(|head| Task {
        what: "case-task-told",
        route: "person",
        record: head.person,
        step: "case-step-told",
        due: None,
        ..task(head, day.now())
    }));
    // Whoever supervises hears of what nobody sees to: a case nobody is on, one that is late for a day.
    let supervises = gate.ever::<ReassignCase>(actor);
    if supervises {
        let confirm = waiting_cases(&unit, &scope, Waiting::Confirm, TASKS_READ).await?;
        tasks.extend(confirm.iter().map(|head| Task {
            section: Section::Danger,
            what: "case-task-confirm",
            route: "person",
            record: head.person,
            step: "case-step-confirm",
            due: None,
            ..task(head, day.now())
        }));
        let shred = waiting_cases(&unit, &scope, Waiting::Shred, TASKS_READ).await?;
        tasks.extend(shred.iter().map(|head| Task {
            what: "case-task-shred",
            route: "case-shred-confirm",
            step: "case-step-confirm",
            due: None,
            ..task(head, day.now())
        }));
        let nobodys = waiting_cases(&unit, &scope, Waiting::Nobodys, TASKS_READ).await?;
        tasks.extend(nobodys.iter().map(|head| Task {
            what: "case-task-nobodys",
            route: "case-hand",
            step: "today-report-hand",
            due: None,
            ..task(head, day.now())
        }));
    }
    if gate.ever::<WriteCase>(actor) {
        let ahead = if supervises { -AHEAD } else { AHEAD };
        let until = day.now().plus_seconds(ahead);
        let due = due_cases(&unit, &scope, until, TASKS_READ).await?;
        let due = due.iter().filter(|head| {
            let mut before = tasks.iter();
            !before.any(|task: &Task| task.record == head.record)
        });
        let due: Vec<Task> = due.map(|head| task(head, day.now())).collect();
        tasks.extend(due);
    }
    Ok(tasks)
}

fn task(head: &Head, now: Moment) -> Task {
    let (what, route, step) = match head.next_contact {
        None => ("case-task-plan", "case-contact", "case-step-plan"),
        Some(next) if next == head.due => ("case-task-contact", "case", "case-step-open"),
        Some(_) => ("case-task-due", "case", "case-step-open"),
    };
    Task {
        section: Section::Promise,
        record: head.record,
        code: record::short_code(head.root),
        what,
        since: head.begun.min(now),
        due: head.next_contact.map(|_| head.due),
        governorate: head.governorate.clone(),
        age: (head.age != AgeBand::Adult).then(|| head.age.key()),
        route,
        step,
    }
}
