//! What follows for clocks: when a shelter has taken somebody in, that shelter and none other may say
//! that it has seen the child; when somebody who was told is shut out of the report, others are.

use ::store::{Delivery, Reacting, Reaction, Store, StoreError, Unit, Work};
use access::action::{EscalateClock, StopClock, TellHouse};
use access::{Actor, Grant};
use record::{EventName, Id, Relation};

use crate::escalate;
use crate::run::{end, shut_out};
use crate::store as table;

/// The rule's name in `authority.csv`.
const NAME: &str = "TellHouse";

/// The rule by which the clock of a child in custody ends: released to care, or no child.
const STOPS: &str = "StopClocks";

/// Why it ended.
pub const RELEASED: &str = "released";

/// The events after which nobody of a report may be a child in danger any more.
const SAFE: [EventName; 2] = [EventName::ChildSeen, EventName::FoundAdult];

/// The events after which other shelters have somebody of that report than before.
const EVENTS: [EventName; 2] = [EventName::BedAdmitted, EventName::StayEnded];

/// Every reaction of clocks.
pub fn reactions() -> Vec<Reaction> {
    let reaction = |event| Reaction {
        name: NAME,
        event,
        run: tell,
    };
    let mut all = EVENTS.map(reaction).to_vec();
    all.extend(SAFE.map(|event| Reaction {
        name: STOPS,
        event,
        run: released,
    }));
    all.push(Reaction {
        name: escalate::NAME,
        event: EventName::ClockShutOut,
        run: pass_on,
    });
    all
}

fn released(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let root = delivery.root;
        let over = store
            .read_clear(|look| async move { table::custody_over(&look, root).await })
            .await?;
        let stop = move |unit: Unit<StopClock>, over: Vec<Id>| async move {
            // What happened meanwhile counts.
            let still = table::still_over(&unit, root).await?;
            for clock in over.into_iter().filter(|clock| still.contains(clock)) {
                let line = table::line(&unit, clock).await?;
                end(&unit, clock, line.due, RELEASED).await?;
            }
            Ok(())
        };
        store.follow_each(STOPS, delivery, over, stop).await
    })
}

fn pass_on(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let actor = Actor::Rule(escalate::NAME);
        let permit = store
            .gate()
            .permit_when::<EscalateClock>(&actor, delivery.record, escalate::PAST_DUE)
            .await?;
        let pass = |unit| async move { escalate::pass_on(&unit).await };
        store.follow(permit, delivery, pass).await
    })
}

fn tell(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let root = delivery.root;
        let clocks = store
            .read_clear(|look| async move { table::safety_of(&look, root).await })
            .await?;
        let tell = move |unit: Unit<TellHouse>, clocks: Vec<Id>| async move {
            for clock in clocks {
                tell_shelter(&unit, clock, root).await?;
            }
            Ok(())
        };
        store.follow_each(NAME, delivery, clocks, tell).await
    })
}

/// Tells the shelters of a report at once, in the unit that admits somebody: the person stands before
/// the shelter, and whoever took them in can say so in the same breath. The unit holds `holds`, a
/// record of the same report.
pub async fn tell_shelters(work: &Work, holds: Id, root: Id) -> Result<(), StoreError> {
    for clock in table::safety_in(work, root).await? {
        work.bring_clock(holds, clock).await?;
        tell_shelter(work, clock, root).await?;
    }
    Ok(())
}

/// `TellHouse`: the shelters in which somebody of the report stays now, none that is shut out. Where
/// they know it already nothing is written.
async fn tell_shelter(work: &Work, clock: Id, root: Id) -> Result<(), StoreError> {
    let (_, grants) = work.guard_of(clock).await?;
    let shut_out = shut_out(work, clock).await?;
    let mut shelters = table::shelters_of(work, root).await?;
    shelters.retain(|shelter| !shut_out.contains(shelter));
    shelters.sort_unstable();
    let told = |grant: &&Grant| grant.record == clock && grant.relation == Relation::ReferredTo;
    let mut known: Vec<Id> = grants.iter().filter(told).map(|told| told.holder).collect();
    known.sort_unstable();
    if known == shelters {
        return Ok(());
    }
    work.end_grant(clock, Relation::ReferredTo, None).await?;
    for shelter in shelters {
        work.grant(clock, shelter, Relation::ReferredTo, None, None)
            .await?;
    }
    Ok(())
}
