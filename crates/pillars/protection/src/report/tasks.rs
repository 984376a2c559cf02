//! What Today shows of reports: danger first, then those without an answer, then what a sender
//! wrote to whoever answers for the report.

use ::store::{StoreError, Unit};
use access::action::{ListReports, ReadToday, ReassignReport};
use record::{Section, TASKS_READ, Task};

use super::promise::{self, Promised, Waiting};
use super::{Head, YesNoUnknown, store as table};

/// How many seconds ahead Today shows what was promised: a shift, and the way to it.
const AHEAD: i64 = 12 * 3600;

/// The open reports that wait for this actor. What somebody who is held reported stands among those
/// who are held.
pub async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    let Ok(scope) = gate.scope::<ListReports>(actor) else {
        return Ok(Vec::new());
    };
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    let me = member.account;
    let hands_on = gate.ever::<ReassignReport>(actor);
    let unit = day.also(&scope).await?;
    let danger = table::in_danger(&unit, &scope, me, TASKS_READ).await?;
    let new = table::unanswered(&unit, &scope, TASKS_READ).await?;
    let wrote = table::written_to(&unit, &scope, me, TASKS_READ).await?;
    let nobodys = table::nobodys(&unit, &scope, TASKS_READ).await?;
    let until = day.now().plus_seconds(AHEAD);
    let promised = promise::due(&unit, &scope, member.org, until, TASKS_READ).await?;
    unit.show(&promised, |waiting| waiting.record).await;
    let all = [&danger, &new, &wrote, &nobodys];
    unit.show(all.into_iter().flatten(), |head| head.record)
        .await;
    let lines = |heads: Vec<Head>, section, what| {
        heads
            .into_iter()
            .map(move |head| task(head, section, what, hands_on))
    };
    Ok(lines(danger, Section::Danger, "today-report-danger")
        .chain(lines(new, Section::Desk, "today-report-new"))
        .chain(lines(wrote, Section::Promise, "today-report-wrote"))
        .chain(lines(nobodys, Section::Promise, "today-report-nobodys"))
        .chain(promised.into_iter().map(promised_task))
        .collect())
}

/// What the desk promised to somebody's report.
fn promised_task(waiting: Waiting) -> Task {
    Task {
        section: Section::Promise,
        record: waiting.record,
        code: waiting.code,
        what: match waiting.what {
            Promised::Call => "today-promise-call",
            Promised::Look => "today-promise-look",
        },
        since: waiting.made,
        due: Some(waiting.due),
        governorate: waiting.governorate,
        age: age(waiting.minor),
        route: "report",
        step: "today-report-read",
    }
}

/// What is said of how old somebody is.
const fn age(minor: YesNoUnknown) -> Option<&'static str> {
    match minor {
        YesNoUnknown::Yes => Some("today-age-child"),
        YesNoUnknown::Unknown => Some("today-age-unknown"),
        YesNoUnknown::No => None,
    }
}

fn task(head: Head, section: Section, what: &'static str, hands_on: bool) -> Task {
    let is_new = head.answered.is_none();
    let (route, step) = match hands_on {
        true if is_new || what == "today-report-nobodys" => ("report-hand", "today-report-hand"),
        true => ("report", "today-report-read"),
        false => ("report", "today-report-answer"),
    };
    Task {
        section,
        record: head.record,
        code: head.code,
        what,
        since: head.sent,
        due: head.safe_by.filter(|_| is_new),
        governorate: head.governorate,
        age: age(head.minor),
        route,
        step,
    }
}
