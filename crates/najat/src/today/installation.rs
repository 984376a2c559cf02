//! What waits in the installation itself: members to confirm, the ledger's check, the checklist.

use access::Actor;
use access::action::{ConfirmMember, ListJobs, ListUnattended, SetOrganisation, VerifyLedger};
use people::{account, member};
use record::{Id, Moment, Section, Task};
use store::{Check, ClearReader, Gate, Store, StoreError};

/// How long a check of the ledger is good, in seconds: a day.
const GOOD_FOR: i64 = 86_400;

/// The lines of the installation for this actor, of one look.
pub(super) async fn tasks(store: &Store, actor: &Actor) -> Result<Vec<Task>, StoreError> {
    let (gate, now) = (store.gate(), store.world().now());
    let mut tasks = store
        .read_clear(async |look| found(&gate, &look, actor, now).await)
        .await?;
    if gate.ever::<VerifyLedger>(actor) {
        tasks.extend(check(&store.ledger_check(), now));
    }
    if gate.ever::<SetOrganisation>(actor) {
        tasks.push(shelter(now));
    }
    Ok(tasks)
}

async fn found(
    gate: &Gate<'_>,
    look: &ClearReader,
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Task>, StoreError> {
    let mut tasks = Vec::new();
    if gate.ever::<ConfirmMember>(actor) {
        tasks = waiting(look, actor).await?;
    }
    tasks.extend(resets(gate, look, actor, now).await?);
    if gate.ever::<ListUnattended>(actor) {
        tasks.extend(unattended(look, now).await?);
    }
    if gate.ever::<ListJobs>(actor) {
        tasks.extend(failed(look, now).await?);
    }
    Ok(tasks)
}

/// What nobody can act on: one line, whose page has the counts.
async fn unattended(look: &ClearReader, now: Moment) -> Result<Option<Task>, StoreError> {
    let oldest = people::unattended::since(look).await?;
    let words = ("today-unattended", "today-unattended-step");
    Ok(oldest.map(|since| line(Section::Danger, "unattended", words, since.min(now))))
}

/// Long work that failed for good: one line, whose page says which and why.
async fn failed(look: &ClearReader, now: Moment) -> Result<Option<Task>, StoreError> {
    let jobs = look.failed_jobs().await?;
    let oldest = jobs.iter().map(|job| job.ended.unwrap_or(now)).min();
    let words = ("today-job-failed", "today-job-step");
    Ok(oldest.map(|since| line(Section::Desk, "jobs", words, since.min(now))))
}

async fn waiting(look: &ClearReader, actor: &Actor) -> Result<Vec<Task>, StoreError> {
    let waiting = member::waiting(look, actor).await?;
    let words = ("today-member", "today-member-step");
    let lines = waiting.into_iter().map(|one| Task {
        record: one.account,
        ..line(Section::Desk, "waiting", words, one.began)
    });
    Ok(lines.collect())
}

/// Lost factors for which this actor is the second person, each with the page where they confirm.
async fn resets(
    gate: &Gate<'_>,
    look: &ClearReader,
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Task>, StoreError> {
    let mut waiting = account::waiting_resets(look, now).await?;
    waiting.retain(|one| one.waits_for(actor));
    let route = if gate.ever::<SetOrganisation>(actor) {
        "administration"
    } else if gate.ever::<ConfirmMember>(actor) {
        "waiting"
    } else {
        "colleague"
    };
    let words = ("today-reset", "today-reset-step");
    let lines = waiting.into_iter().map(|one| Task {
        record: one.proposal.account,
        due: Some(one.proposal.until),
        ..line(Section::Desk, route, words, now)
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

fn shelter(now: Moment) -> Task {
    let words = ("today-installation", "today-installation-step");
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
