//! What waits in the house itself: members to confirm, the ledger's check, the checklist.

use access::Actor;
use people::member;
use record::{Id, Moment, Role, Section, Task};
use store::{Check, Store, StoreError};

/// How long a check of the ledger is good, in seconds: a day.
const GOOD_FOR: i64 = 86_400;

/// The lines of the house for this actor.
pub(super) async fn tasks(store: &Store, actor: &Actor) -> Result<Vec<Task>, StoreError> {
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    let now = store.world().now();
    let mut tasks = Vec::new();
    if matches!(member.role, Role::Supervisor | Role::DataProtection) {
        tasks = waiting(store, actor).await?;
    }
    match member.role {
        Role::DataProtection => tasks.extend(check(&store.ledger_check(), now)),
        Role::Administrator => tasks.push(house(now)),
        _ => {}
    }
    Ok(tasks)
}

async fn waiting(store: &Store, actor: &Actor) -> Result<Vec<Task>, StoreError> {
    let waiting = store
        .look(async |look| member::waiting(&*look, actor).await)
        .await?;
    let words = ("today-member", "today-member-step");
    let lines = waiting.into_iter().map(|one| Task {
        record: one.account,
        ..line(Section::Desk, "waiting", words, one.began)
    });
    Ok(lines.collect())
}

/// Whether the ledger wants a look.
fn check(check: &Check, now: Moment) -> Option<Task> {
    let line = |section, what, step, since| line(section, "ledger-verify", (what, step), since);
    match check {
        Check::Running { .. } => None,
        Check::Never | Check::Failed { .. } => Some(line(
            Section::Desk,
            "today-check-never",
            "today-check-step",
            now,
        )),
        Check::Done { at, verdict } if !verdict.holds() => Some(line(
            Section::Danger,
            "today-check-wrong",
            "today-check-see",
            *at,
        )),
        Check::Done { at, .. } => (now.seconds_since(*at) > GOOD_FOR)
            .then(|| line(Section::Desk, "today-check-old", "today-check-step", *at)),
    }
}

fn house(now: Moment) -> Task {
    let words = ("today-house", "today-house-step");
    line(Section::Desk, "administration", words, now)
}

/// A line about no record: its page needs no id.
fn line(
    section: Section,
    route: &'static str,
    (what, step): (&'static str, &'static str),
    since: Moment,
) -> Task {
    Task {
        section,
        record: Id::NONE,
        code: String::new(),
        what,
        since,
        due: None,
        governorate: None,
        age: None,
        route,
        step,
    }
}
