//! What follows when the body that reads a report is shut out of it later: the next reader takes
//! over, with the key, the clocks and nobody of the old desk. Where none is left the report waits,
//! read by nobody, until the readers are set anew.

use std::collections::BTreeSet;

use access::Actor;
use access::action::MoveReport;
use record::{Id, Kind, Relation};
use store::{Delivery, Reacting, Reaction, Store, StoreError, Unit};

use super::thread::happened;
use super::{ReportError, store as table};
use crate::bed::reactions::say_shut_out_of;
use crate::held;
use crate::reader::actions::country;
use crate::reader::first_reader;
use crate::reader::reactions::READER_SHUT_OUT;
use crate::reader::store::{Unread, unread};

/// The rule's name in `authority.csv`.
const NAME: &str = "MoveReader";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: NAME,
    event: READER_SHUT_OUT,
    run: move_reader,
}];

fn move_reader(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let permit = gate
            .permit::<MoveReport>(&Actor::Rule(NAME), delivery.record)
            .await?;
        let moved = store.unit(permit, move |unit| {
            let delivery = delivery.clone();
            async move {
                if unit.delivered(&delivery).await? {
                    move_report(&unit).await?;
                }
                Ok(())
            }
        });
        moved.await.map_err(of_the_store)
    })
}

/// Offers reports that nobody may read to whoever can read them by now: somebody began to work at a
/// reader's desk since. Tells how many found one.
pub async fn offer_again(store: &Store) -> Result<usize, StoreError> {
    let open = store
        .look(async |look| -> Result<Vec<Id>, StoreError> {
            let unread = unread(&*look).await?;
            if unread.is_empty() {
                return Ok(Vec::new());
            }
            let country = country(&*look).await?;
            let has_reader = |one: &&Unread| {
                let readers = country.manned(&one.shut_out);
                let place = one.governorate.as_deref();
                first_reader(&readers, &one.shut_out, place, one.jurisdiction).is_some()
            };
            let open = unread.iter().filter(has_reader);
            Ok(open.map(|one| one.report).collect())
        })
        .await?;
    for report in &open {
        let permit = store
            .gate()
            .permit::<MoveReport>(&Actor::Rule(NAME), *report)
            .await?;
        let moved = store.unit(permit, |unit| async move { move_report(&unit).await });
        moved.await.map_err(of_the_store)?;
    }
    Ok(open.len())
}

/// No other error is told by what moves a report.
fn of_the_store(error: ReportError) -> StoreError {
    match error {
        ReportError::Store(error) => error,
        _ => StoreError::Over,
    }
}

/// `MoveReport`: the first reader of the governorate who is not shut out by now takes over.
pub async fn move_report(unit: &Unit<MoveReport>) -> Result<(), ReportError> {
    let report = unit.record();
    let (guard, holdings) = unit.guard_of(report).await?;
    let excluded = holdings
        .iter()
        .filter(|holding| holding.relation == Relation::Excluded);
    let shut_out: BTreeSet<Id> = excluded.map(|holding| holding.holder).collect();
    let Some(before) = guard.org.filter(|org| shut_out.contains(org)) else {
        return Ok(());
    };
    let country = country(&**unit).await?;
    let head = table::head_of(unit, report).await?;
    let readers = country.manned(&shut_out);
    let next = first_reader(
        &readers,
        &shut_out,
        head.governorate.as_deref(),
        guard.jurisdiction,
    );
    let Some(next) = next.map(|reader| reader.org) else {
        return happened(unit, "ReportWithoutReader", report)
            .await
            .map_err(Into::into);
    };
    if head.withdrawn.is_some() {
        // Its key is destroyed; that somebody looks whether the sender is safe goes on.
        unit.set_desk(report, next).await?;
    } else {
        unit.set_org(report, Some(before), next).await?;
    }
    for clock in unit.grown(report, Kind::Clock).await? {
        unit.set_desk(clock, next).await?;
    }
    unit.end_holding(report, Relation::Supervising, None)
        .await?;
    unit.end_holding(report, Relation::Team, None).await?;
    for owner in super::actions::owners(unit, report).await? {
        unit.end_holding(report, Relation::Owner, Some(owner))
            .await?;
    }
    unit.hold(report, next, Relation::Supervising, None, None)
        .await?;
    clock::follow(unit, report).await?;
    held::follow(unit, report).await?;
    say_shut_out_of(unit, report).await?;
    unit.reason("reader_shut_out").await;
    Ok(())
}
