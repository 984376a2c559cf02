//! What follows from a report of somebody held: a record of its own, and a lawyer who is told.

use ::store::{Delivery, NewRecord, Reacting, Reaction, Store, StoreError, Unit};
use access::Actor;
use access::action::{RecordHeld, TellLegalAid};
use clock::{AgeBand, Code, NewClock};
use people::Rows;
use people::desk::attending;
use record::{Duty, EventName, Id, Kind, Relation, Root, Sensitivity};

use super::actions::shut_out;
use super::{Holder, OPEN, store as table};

/// The rules' names in `authority.csv`. Whoever opens a record of somebody held starts the clock of a child
/// there as well, if one is learned of later.
const OPENS: &str = "OpenHeld";
const TELLS: &str = "TellLegalAid";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: OPENS,
        event: EventName::HeldReported,
        run: open,
    },
    Reaction {
        name: OPENS,
        event: EventName::ChildHeld,
        run: learned,
    },
    Reaction {
        name: TELLS,
        event: EventName::HeldOpened,
        run: tell,
    },
];

fn open(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let permit = gate.permit_new::<RecordHeld>(&Actor::Rule(OPENS), &[])?;
        let (report, said) = (delivery.root, delivery.code.clone().unwrap_or_default());
        let held_by = Holder::from_code(&said).unwrap_or(Holder::Unknown);
        let open = move |unit| async move { record_held(&unit, report, held_by).await };
        store.follow(permit, delivery, open).await
    })
}

/// `RecordHeld`: somebody is held, as a report says; whoever answers for the report answers for it.
async fn record_held(
    unit: &Unit<RecordHeld>,
    report: Id,
    held_by: Holder,
) -> Result<(), StoreError> {
    let reported = table::reported(unit, report).await?;
    let record = unit.id();
    unit.create(NewRecord {
        record,
        kind: Kind::Held,
        org: reported.desk,
        jurisdiction: reported.jurisdiction,
        sensitivity: Sensitivity::High,
        state: OPEN,
        root: Some(report),
        world: Root::Care,
        keys_for: Vec::new(),
    })
    .await?;
    table::insert(unit, record, &reported, held_by).await?;
    for (holder, relation) in unit.answering(report).await?.holders {
        unit.grant(record, holder, relation, None, None).await?;
    }
    // A child may have been learned of before this was opened.
    let is_learned = || async {
        let without = table::without_custody(&**unit, report).await?;
        Ok::<_, StoreError>(without.contains(&record))
    };
    if reported.age != AgeBand::Adult {
        begin_custody(unit, (record, report), &reported, reported.age).await?;
    } else if is_learned().await? {
        begin_custody(unit, (record, report), &reported, AgeBand::Unknown).await?;
    }
    unit.emit(EventName::HeldOpened, record, report, Some(held_by.code()))
        .await
}

/// Starts the clock of custody (`children.md` 1, T2), since the report was sent; one that ended since every
/// child was safe goes on.
async fn begin_custody(
    unit: &Unit<RecordHeld>,
    (held, report): (Id, Id),
    reported: &table::Reported,
    age_band: AgeBand,
) -> Result<(), StoreError> {
    clock::resume(unit, held, Code::T2, clock::RELEASED).await?;
    let governorate = reported.governorate.as_deref();
    let custody = NewClock {
        code: Code::T2,
        subject: held,
        follows: held,
        root: report,
        org: reported.desk,
        started: reported.sent,
        act: None,
        facts: &[],
        district: None,
        governorate: governorate.and_then(record::governorate),
        age_band,
    };
    clock::start(unit, &custody).await.map(drop)
}

fn learned(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let report = delivery.root;
        let held = store
            .read_clear(async |look| table::without_custody(&*look, report).await)
            .await?;
        let said = delivery.code.clone().unwrap_or_default();
        let age_band = AgeBand::from_code(&said).unwrap_or(AgeBand::Unknown);
        let begin = move |unit: Unit<RecordHeld>, held: Vec<Id>| async move {
            let reported = table::reported(&unit, report).await?;
            // What happened meanwhile counts.
            let still = table::without_custody(&*unit, report).await?;
            for one in held.into_iter().filter(|one| still.contains(one)) {
                begin_custody(&unit, (one, report), &reported, age_band).await?;
            }
            Ok(())
        };
        store.follow_each(OPENS, delivery, held, begin).await
    })
}

fn tell(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let actor = Actor::Rule(TELLS);
        let permit = gate.permit::<TellLegalAid>(&actor, delivery.record).await?;
        let tell = |unit| async move { tell_legal_aid(&unit).await };
        store.follow(permit, delivery, tell).await
    })
}

/// `TellLegalAid`: the first legal aid of that place that is not shut out is told, once.
async fn tell_legal_aid(unit: &Unit<TellLegalAid>) -> Result<(), StoreError> {
    let held = unit.record();
    let (_, grants) = unit.guard_of(held).await?;
    let shut_out = shut_out(&grants);
    let place = table::place(unit, held).await?;
    let aids = lawyers(&**unit, &place, &shut_out).await?;
    let is_told = grants
        .iter()
        .any(|grant| grant.relation == Relation::ReferredTo && aids.contains(&grant.holder));
    if let Some(aid) = aids.into_iter().next().filter(|_| !is_told) {
        unit.grant(held, aid, Relation::ReferredTo, None, None)
            .await?;
    }
    Ok(())
}

/// The legal aid of a place that is not shut out, and where a lawyer sits.
async fn lawyers(
    at: &impl Rows,
    place: &table::Place,
    shut_out: &[Id],
) -> Result<Vec<Id>, StoreError> {
    let governorate = place.governorate.as_deref();
    let shut_out = shut_out.iter().copied().collect();
    attending(
        at,
        Duty::LegalAid,
        governorate,
        place.jurisdiction,
        &shut_out,
    )
    .await
}

/// Tells a lawyer of everybody of whom none could be told when it was reported: no legal aid
/// answered for that place then, or the one that did is shut out by now.
pub async fn sweep(store: &Store) -> Result<usize, StoreError> {
    let mut told = 0;
    let mut after = String::new();
    loop {
        let from = after.clone();
        let untold = store
            .read_clear(|look| async move { table::untold(&look, &from).await })
            .await?;
        let Some(last) = untold.last() else {
            return Ok(told);
        };
        after = last.to_string();
        for held in untold {
            let mut is_told = false;
            let tell = async {
                is_told = tell_late(store, held).await?;
                Ok(())
            };
            store.attempt(TELLS, held, tell).await?;
            told += usize::from(is_told);
        }
    }
}

/// Whether somebody is there to be told by now, and was.
async fn tell_late(store: &Store, held: Id) -> Result<bool, StoreError> {
    let found = store
        .read_clear(|look| async move {
            let Some(place) = table::place_seen(&look, held).await? else {
                return Ok(false);
            };
            let shut_out = table::shut_out_of(&look, held).await?;
            let aids = lawyers(&*look, &place, &shut_out).await?;
            Ok::<_, StoreError>(!aids.is_empty())
        })
        .await?;
    if !found {
        return Ok(false);
    }
    let permit = store
        .gate()
        .permit::<TellLegalAid>(&Actor::Rule(TELLS), held)
        .await?;
    store
        .unit(permit, |unit| async move { tell_legal_aid(&unit).await })
        .await?;
    Ok(true)
}
