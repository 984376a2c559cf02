//! What follows when the body that reads a report is shut out of it later, or nobody is left at its
//! desk: the next reader takes over, with the key, the clocks and nobody of the old desk. Where none
//! is left the report waits, and stands among what nobody can act on.

use access::Actor;
use access::action::MoveReport;
use people::Rows;
use people::unattended::{self, Missing};
use record::{EventName, Id, Kind, Moment, Relation};
use store::{Delivery, Reacting, Reaction, Store, StoreError, Unit};

use super::{ReportError, promise, store as table};
use crate::detention;
use crate::reader::actions::{Country, country};
use crate::reader::first_reader;
use crate::reader::store::{Unread, unread};

/// The rule's name in `authority.csv`.
pub(crate) const NAME: &str = "MoveReader";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: NAME,
    event: EventName::ReaderShutOut,
    run: move_reader,
}];

fn move_reader(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let permit = gate
            .permit::<MoveReport>(&Actor::Rule(NAME), delivery.record)
            .await?;
        let moved = |unit| async move { move_report(&unit).await.map(drop) };
        let moved = store.follow(permit, delivery, moved).await;
        moved.map_err(of_the_store)
    })
}

/// Whether somebody of another desk could take a report over now.
pub(crate) async fn has_other_reader(
    at: &impl Rows,
    country: &Country,
    report: Id,
) -> Result<bool, StoreError> {
    let one = unread(at, report).await?;
    Ok(next_reader(country, &one).is_some_and(|next| Some(next) != one.org))
}

fn next_reader(country: &Country, one: &Unread) -> Option<Id> {
    let readers = country.manned(&one.shut_out);
    let place = one.governorate.as_deref();
    first_reader(&readers, &one.shut_out, place, one.jurisdiction).map(|reader| reader.org)
}

/// Hands a report to another desk where nobody can act at its own, from the permit to the unit.
pub(crate) async fn pass_on(store: &Store, report: Id) -> Result<(), StoreError> {
    let permit = store
        .gate()
        .permit::<MoveReport>(&Actor::Rule(NAME), report)
        .await?;
    let moved = store.unit(permit, |unit| async move { move_report(&unit).await });
    moved.await.map_err(of_the_store)
}

/// Whether a report, or anything that lies with its desk, has nobody there who could act on it.
async fn lies(at: &impl Rows, now: Moment, report: Id) -> Result<bool, StoreError> {
    let lying = unattended::of_root(at, now, report).await?;
    Ok(lying
        .iter()
        .any(|one| matches!(one.missing, Missing::Reader | Missing::Desk)))
}

/// No other error is told by what moves a report.
fn of_the_store(error: ReportError) -> StoreError {
    match error {
        ReportError::Store(error) => error,
        _ => StoreError::Over,
    }
}

/// `MoveReport`: the first reader of the governorate who is not shut out by now takes over, where the
/// report's own is shut out, or nobody is left at its desk.
pub async fn move_report(unit: &Unit<MoveReport>) -> Result<(), ReportError> {
    let report = unit.record();
    let one = unread(&**unit, report).await?;
    let Some(before) = one.org else {
        return Ok(());
    };
    let because = if one.shut_out.contains(&before) {
        "reader_shut_out"
    } else if lies(&**unit, unit.now(), report).await? {
        "nobody_there"
    } else {
        return Ok(());
    };
    let next = next_reader(&country(&**unit).await?, &one);
    let Some(next) = next.filter(|next| *next != before) else {
        return unit
            .emit(EventName::ReportWithoutReader, report, report, None)
            .await
            .map_err(Into::into);
    };
    let head = table::head_of(unit, report).await?;
    if head.withdrawn.is_some() {
        // Its key is destroyed; that somebody looks whether the sender is safe goes on.
        unit.set_desk(report, next).await?;
    } else {
        unit.set_org(report, Some(before), next).await?;
    }
    promise::pass(unit, report, next).await?;
    for clock in unit.grown(report, Kind::Clock).await? {
        unit.set_desk(clock, next).await?;
    }
    unit.end_grant(report, Relation::Supervising, None).await?;
    unit.end_grant(report, Relation::Team, None).await?;
    for owner in super::actions::owners(unit, report).await? {
        unit.end_grant(report, Relation::Owner, Some(owner)).await?;
    }
    unit.grant(report, next, Relation::Supervising, None, None)
        .await?;
    clock::follow(unit, report).await?;
    detention::follow(unit, report).await?;
    unit.tell_grown(report, EventName::moved).await?;
    unit.reason(because).await;
    Ok(())
}
