//! What follows for the clock of a child when a house has taken somebody in: that house, and none
//! other, may say that it has seen the child.

use ::store::{Delivery, Reacting, Reaction, Store, Unit};
use access::Actor;
use access::action::TellHouse;
use record::{Id, Relation};

use crate::run::shut_out;
use crate::store as table;

/// The rule's name in `authority.csv`.
const NAME: &str = "TellHouse";

/// The events after which other houses have somebody of that report than before.
const EVENTS: [&str; 2] = ["BedAdmitted", "StayEnded"];

/// Every reaction of clocks.
pub fn reactions() -> Vec<Reaction> {
    let reaction = |event| Reaction {
        name: NAME,
        event,
        run: tell,
    };
    EVENTS.map(reaction).to_vec()
}

fn tell(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let actor = Actor::Rule(NAME);
        let root = delivery.root;
        let clocks = store
            .look(|look| async move { table::safety_of(&look, root).await })
            .await?;
        let gate = store.gate();
        // No clock of a child runs there: the event is delivered all the same.
        let first = clocks.first().copied();
        let permit = match first {
            Some(clock) => gate.permit::<TellHouse>(&actor, clock).await?,
            None => gate.permit_new::<TellHouse>(&actor, &[])?,
        };
        let mut others = Vec::new();
        for clock in clocks.iter().skip(1) {
            others.push(gate.permit::<TellHouse>(&actor, *clock).await?);
        }
        store
            .unit(permit, move |unit| {
                let (delivery, others, clocks) = (delivery.clone(), others.clone(), clocks.clone());
                async move {
                    for other in others {
                        unit.join(other).await?;
                    }
                    if unit.delivered(&delivery).await? {
                        for clock in clocks {
                            tell_house(&unit, clock, delivery.root).await?;
                        }
                    }
                    Ok(())
                }
            })
            .await
    })
}

/// `TellHouse`: the houses in which somebody of the report stays now, none that is shut out.
async fn tell_house(
    unit: &Unit<TellHouse>,
    clock: Id,
    root: Id,
) -> Result<(), ::store::StoreError> {
    let shut_out = shut_out(unit, clock).await?;
    unit.end_holding(clock, Relation::ReferredTo, None).await?;
    for house in table::houses_of(unit, root).await? {
        if !shut_out.contains(&house) {
            unit.hold(clock, house, Relation::ReferredTo, None, None)
                .await?;
        }
    }
    Ok(())
}
