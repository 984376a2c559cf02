//! What follows for entries of interpreters: a body of care that is new opens them too, a doubt takes one
//! off every list until somebody looked, and what a body vouched for goes on with whoever comes after it.

use ::store::{Delivery, Reacting, Reaction, Store, StoreError, Unit};
use access::Actor;
use access::action::FollowInterpreter;
use people::organisation;
use record::{EventName, Id};

use super::actions::end;
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

/// Does it with some entries, in one unit of the rule.
async fn with_all<F, Fut>(
    store: &Store,
    rule: &'static str,
    delivery: Delivery,
    entries: Vec<Id>,
    does: F,
) -> Result<(), StoreError>
where
    F: Fn(Unit<FollowInterpreter>, Id) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<(), StoreError>> + Send + 'static,
{
    let permit = store
        .gate()
        .permit_new::<FollowInterpreter>(&Actor::Rule(rule), &[])?;
    let all = move |unit: Unit<FollowInterpreter>| {
        let entries = entries.clone();
        async move {
            for entry in entries {
                let gate = unit.store().gate();
                let permit = gate.permit::<FollowInterpreter>(unit.actor(), entry);
                unit.join(permit.await?).await?;
                does(unit.clone(), entry).await?;
            }
            Ok(())
        }
    };
    store.follow(permit, delivery, all).await
}

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
        let lend = move |unit: Unit<_>, entry| async move { unit.share_key(entry, org).await };
        with_all(&store, LENDS, delivery, entries, lend).await
    })
}

fn doubt(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let entry = delivery.record;
        let doubt = |unit: Unit<_>, entry| async move {
            if table::line_of(&unit, entry).await?.state == State::Offered {
                unit.set_state(entry, State::Doubted.code()).await?;
            }
            Ok(())
        };
        with_all(&store, DOUBTS, delivery, vec![entry], doubt).await
    })
}

fn follow(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let org = delivery.record;
        let (entries, after) = store
            .read_clear(async |look| table::kept_by(&look, org).await)
            .await?;
        let follow = move |unit: Unit<_>, entry| async move {
            match after {
                Some(after) => unit.set_desk(entry, after).await,
                // Nobody vouches for them any more.
                None => end(&unit, entry, false).await,
            }
        };
        with_all(&store, FOLLOWS, delivery, entries, follow).await
    })
}
