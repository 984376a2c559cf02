//! The sender's way back: reading the answers, writing more, "stop, do not contact me", deleting.
//!
//! Who comes back shows twenty digits once; after that a ticket of a quarter of an hour stands in
//! each form, so that no cookie is set and no digits stand in a page.

use std::time::Duration;

use access::Actor;
use access::action::{AddToReport, DeleteReport, ReadOwnReport, ReadReport, StopContact};
use people::throttle::{self, Kind as Throttled, Wait};
use record::{EventName, Id, Relation};
use store::{Store, StoreError, Unit};
use vault::Plain;

use super::{
    CLOSED, Contact, Done, OPEN, Opened, ReportError, Side, note, promise, rules, store as table,
};
use crate::release;

/// How long a ticket is good, in seconds.
const TICKET: i64 = 15 * 60;

/// A receipt that was shown, and counted, before it is known whether it opens anything.
pub struct Shown {
    halves: rules::Halves,
    place: String,
    wait: Wait,
}

impl Shown {
    /// How long whoever shows it waits before it is tried.
    pub fn delay(&self) -> Duration {
        self.wait.delay
    }

    fn key(&self) -> String {
        format!("{}/{}", self.halves.selector, self.place)
    }
}

/// Counts a receipt that is shown at a place; none, where it is no receipt. What was guessed at
/// other places counts for them alone.
pub async fn show(
    store: &Store,
    receipt: &Plain<String>,
    place: &str,
) -> Result<Option<Shown>, StoreError> {
    let Some(halves) = rules::halves(receipt) else {
        return Ok(None);
    };
    let mut shown = Shown {
        halves,
        place: place.to_owned(),
        wait: throttle::ask(store, Throttled::Receipts, place).await?,
    };
    let of_this = throttle::ask(store, Throttled::Receipt, &shown.key()).await?;
    shown.wait = shown.wait.or(of_this);
    Ok(Some(shown))
}

/// Finds the report of a receipt. A wrong receipt and one that was never given take the same work
/// and the same time.
pub async fn find(store: &Store, shown: Shown) -> Result<Option<Id>, StoreError> {
    let wanted = shown.halves.selector.clone();
    let found = store
        .read_clear(|look| async move { table::by_selector(&*look, &wanted).await })
        .await?;
    let (report, proof) = found.unzip();
    let verifier = shown.halves.verifier.clone();
    let right = store
        .slow()
        .open(verifier, proof, shown.wait.is_first)
        .await?;
    let Some(report) = report.filter(|_| right) else {
        return Ok(None);
    };
    throttle::succeeded(store, Throttled::Receipt, &shown.key()).await?;
    throttle::succeeded(store, Throttled::Receipts, &shown.place).await?;
    Ok(Some(report))
}

/// A ticket for the report that a receipt has just opened.
pub fn ticket(store: &Store, report: Id) -> String {
    store.ticket(report, store.world().now().plus_seconds(TICKET))
}

/// Who holds a ticket: the sender of its report.
pub fn sender(store: &Store, ticket: &str) -> Option<Actor> {
    store.ticket_record(ticket).map(Actor::Reporter)
}

/// `ReadOwnReport`: what the sender wrote and what was answered.
pub async fn read_own_report(unit: &Unit<ReadOwnReport>) -> Result<Opened, ReportError> {
    super::actions::opened::<ReadReport>(unit, unit.record()).await
}

/// `AddToReport`: more words of the sender. They are only ever added, so an older page loses
/// nothing. A report that was closed is open again.
pub async fn add_to_report(
    unit: &Unit<AddToReport>,
    free_text: &Plain<String>,
    form_key: &str,
) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, report).await?;
    if head.withdrawn.is_some() {
        return Err(ReportError::Withdrawn);
    }
    move_on(unit, report, head.revision).await?;
    table::insert_message(unit, report, Side::Sender, head.revision + 1, free_text).await?;
    if head.state == CLOSED {
        unit.set_state(report, OPEN).await?;
        table::set_because(unit, report, None).await?;
    }
    table::settle(unit, report).await?;
    unit.emit(EventName::ReportAddedTo, report, report, None)
        .await?;
    unit.answer(form_key, "added").await?;
    Ok(Done::Now)
}

/// `StopContact`: nobody contacts the sender any more, and the police lose the copy they had.
pub async fn stop_contact(unit: &Unit<StopContact>, form_key: &str) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, report).await?;
    move_on(unit, report, head.revision).await?;
    table::set_contact(unit, report, Contact::Stopped).await?;
    promise::forget_the_call(unit, report).await?;
    release::actions::withdraw(unit, report).await?;
    unit.emit(EventName::ContactStopped, report, report, None)
        .await?;
    unit.answer(form_key, "stopped").await?;
    Ok(Done::Now)
}

/// `DeleteReport`: nothing the sender wrote opens again, and the receipt opens nothing. When it
/// was sent, where, who is shut out and a running clock stay, and the desk sees that the sender
/// withdrew it, so that somebody checks whether they are safe. A request for a place goes on; what
/// was written of one that is over is destroyed as soon as it hears of it.
pub async fn delete_report(unit: &Unit<DeleteReport>, form_key: &str) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, report).await?;
    move_on(unit, report, head.revision).await?;
    release::actions::shred(unit, report).await?;
    table::withdraw(unit, report).await?;
    note::destroy(unit, report).await?;
    promise::forget_the_call(unit, report).await?;
    unit.shred(report).await?;
    unit.set_state(report, OPEN).await?;
    table::settle(unit, report).await?;
    unit.end_grant(report, Relation::Owner, Some(report))
        .await?;
    unit.emit(EventName::ReportDeleted, report, report, None)
        .await?;
    unit.tell_grown(report, EventName::withdrawn).await?;
    unit.answer(form_key, "deleted").await?;
    Ok(Done::Now)
}

/// The revision was read in this unit: it can only be another one where two units met.
async fn move_on(work: &store::Work, report: Id, seen: i64) -> Result<(), ReportError> {
    if table::move_on(work, report, seen).await? {
        Ok(())
    } else {
        Err(ReportError::Stale)
    }
}
