//! What follows for entries of interpreters: a body of care that is new opens them too, a doubt takes one
//! off every list until somebody looked, and what a body vouched for goes on with whoever comes after it.

use ::store::{Delivery, Reacting, Reaction, Store, StoreError, Unit};
use access::Actor;
use access::action::FollowInterpreter;
use people::organisation;
use record::{EventName, Id};

use super::actions::{end, readers};
use super::rules::opens;
use super::{State, store as table};

/// The rules' names in `authority.csv`.
const LENDS: &str = "LendInterpreters";
const DOUBTS: &str = "DoubtInterpreter";
const FOLLOWS: &str = "FollowKeeper";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: LENDS,
        event: EventName::OrganisationSet,
        run: lend,
    },
    Reaction {
        name: LENDS,
        event: EventName::InterpreterAdded,
        run: lend_new,
    },
    Reaction {
        name: DOUBTS,
        event: EventName::InterpreterDoubted,
        run: doubt,
    },
    Reaction {
        name: FOLLOWS,
        event: EventName::OrganisationEnded,
        run: follow,
    },
];

fn lend(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let org = delivery.record;
        let (body, entries) = store
            .read_clear(async |look| -> Result<_, StoreError> {
                let body = organisation::find(&*look, org).await?;
                Ok((body, table::with_number(&look).await?))
            })
            .await?;
        let is_open = body.is_some_and(|body| opens(&body));
        let entries = if is_open { entries } else { Vec::new() };
        let lend = move |unit: Unit<FollowInterpreter>, entries: Vec<Id>| async move {
            for entry in entries {
                unit.share_key(entry, org).await?;
            }
            Ok(())
        };
        store.follow_each(LENDS, delivery, entries, lend).await
    })
}

fn lend_new(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let entry = delivery.record;
        let permit = store
            .gate()
            .permit::<FollowInterpreter>(&Actor::Rule(LENDS), entry)
            .await?;
        let lend = move |unit: Unit<FollowInterpreter>| async move {
            if !unit.is_shredded(entry).await? {
                for org in readers(&unit).await? {
                    unit.share_key(entry, org).await?;
                }
            }
            Ok(())
        };
        store.follow(permit, delivery, lend).await
    })
}

fn doubt(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let entry = delivery.record;
        let permit = store
            .gate()
            .permit::<FollowInterpreter>(&Actor::Rule(DOUBTS), entry)
            .await?;
        let doubt = move |unit: Unit<FollowInterpreter>| async move {
            if table::line_of(&unit, entry).await?.state == State::Offered {
                unit.set_state(entry, State::Doubted.code()).await?;
            }
            // Whoever clears up a doubt must have seen this one.
            table::raise(&unit, entry).await
        };
        store.follow(permit, delivery, doubt).await
    })
}

fn follow(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let org = delivery.record;
        let (entries, after) = store
            .read_clear(async |look| table::kept_by(&look, org).await)
            .await?;
        let follow = move |unit: Unit<FollowInterpreter>, entries: Vec<Id>| async move {
            for entry in entries {
                if let Some(after) = after {
                    unit.set_desk(entry, after).await?;
                    continue;
                }
                // Nobody vouches for them any more, and nobody clears a doubt up.
                let is_doubted = table::line_of(&unit, entry).await?.state == State::Doubted;
                end(&unit, entry, is_doubted).await?;
            }
            Ok(())
        };
        store.follow_each(FOLLOWS, delivery, entries, follow).await
    })
}
