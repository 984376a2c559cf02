//! A person belongs to whoever their case belongs to, and so does the clock of their safety.

use std::collections::BTreeSet;

use ::store::{Answering, Delivery, Reacting, Reaction, Store, StoreError, Unit};
use access::Actor;
use access::action::{BringPerson, FindGrownUp};
use clock::{AgeBand, Code};
use record::{EventName, Id, Relation};

use super::actions::is_now;
use super::{PersonError, store as table};

/// The rule by which somebody whom two people found grown up decides alone from then on.
const GROWN_UP: &str = "FindGrownUp";
/// The rule's name in `authority.csv`.
const BRINGS: &str = "BringPerson";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: BRINGS,
        event: EventName::PersonFollows,
        run: bring,
    },
    // Whoever is safe has somebody already, or will.
    Reaction {
        name: BRINGS,
        event: EventName::ChildSeen,
        run: seen,
    },
    Reaction {
        name: GROWN_UP,
        event: EventName::FoundAdult,
        run: grown_up,
    },
];

/// The person on whom a clock runs, if it runs on one.
async fn of_clock(store: &Store, clock: Id) -> Result<Option<Id>, StoreError> {
    store
        .read_clear(|look| async move { table::of_clock(&look, clock).await })
        .await
}

fn grown_up(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let person = of_clock(&store, delivery.record).await?;
        let gate = store.gate();
        let actor = Actor::Rule(GROWN_UP);
        // Nobody's case has that clock: the event is delivered all the same.
        let permit = match person {
            Some(person) => gate.permit::<FindGrownUp>(&actor, person).await?,
            None => gate.permit_new::<FindGrownUp>(&actor, &[])?,
        };
        let found = move |unit: Unit<FindGrownUp>| async move {
            if person.is_none() {
                return Ok(());
            }
            let head = table::head_of(&unit, unit.record()).await?;
            match is_now(&unit, &head, AgeBand::Adult).await {
                Ok(()) => Ok(()),
                Err(PersonError::Store(error)) => Err(error),
                Err(_) => Err(StoreError::Over),
            }
        };
        store.follow(permit, delivery, found).await
    })
}

fn seen(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let person = of_clock(&store, delivery.record).await?;
        let gate = store.gate();
        let actor = Actor::Rule(BRINGS);
        // Nobody's case has that clock: the event is delivered all the same.
        let permit = match person {
            Some(person) => gate.permit::<BringPerson>(&actor, person).await?,
            None => gate.permit_new::<BringPerson>(&actor, &[])?,
        };
        let bring = move |unit: Unit<BringPerson>| async move {
            match person {
                Some(_) => bring_person(&unit).await,
                None => Ok(()),
            }
        };
        store.follow(permit, delivery, bring).await
    })
}

fn bring(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let actor = Actor::Rule(BRINGS);
        let permit = gate.permit::<BringPerson>(&actor, delivery.record).await?;
        let bring = |unit| async move { bring_person(&unit).await };
        store.follow(permit, delivery, bring).await
    })
}

/// `BringPerson`: the desk, the key and the holders of their case.
async fn bring_person(unit: &Unit<BringPerson>) -> Result<(), StoreError> {
    let person = unit.record();
    if unit.is_shredded(person).await? {
        return Ok(());
    }
    let head = table::head_of(unit, person).await?;
    let (guard, _) = unit.guard_of(person).await?;
    let Answering { desk, holders } = unit.answering(head.case).await?;
    if let Some(desk) = desk.filter(|desk| guard.org != Some(*desk)) {
        unit.set_org(person, guard.org, desk).await?;
    }
    unit.answered_by(person, &holders).await?;
    clock::follow(unit, person).await?;
    if has_support(&holders) {
        clock::stop(unit, person, Code::T3, "named").await?;
    }
    Ok(())
}

/// Whether a case worker and somebody beside them are named (`children.md` 1, T3).
fn has_support(holders: &[(Id, Relation)]) -> bool {
    let answers = holders
        .iter()
        .any(|(_, relation)| *relation == Relation::Owner);
    let on_it = holders
        .iter()
        .filter(|(_, relation)| matches!(relation, Relation::Owner | Relation::Team));
    let on_it: BTreeSet<Id> = on_it.map(|(holder, _)| *holder).collect();
    answers && on_it.len() > 1
}
