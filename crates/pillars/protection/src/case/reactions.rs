//! A case lies where its report lies. Where the report goes to another desk the case goes with it;
//! while the desk stays, its team stays, without those who are shut out.

use ::store::{Answering, Delivery, Reacting, Reaction, Store, StoreError, Unit};
use access::Actor;
use access::action::BringCase;
use record::EventName;

use super::store as table;

/// The rule's name in `authority.csv`.
const BRINGS: &str = "BringCase";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: BRINGS,
    event: EventName::CaseFollows,
    run: bring,
}];

fn bring(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let actor = Actor::Rule(BRINGS);
        let permit = gate.permit::<BringCase>(&actor, delivery.record).await?;
        let bring = |unit| async move { bring_case(&unit).await };
        store.follow(permit, delivery, bring).await
    })
}

/// `BringCase`: the desk and the key of its report; its own team, where the desk is the same.
async fn bring_case(unit: &Unit<BringCase>) -> Result<(), StoreError> {
    let case = unit.record();
    if unit.is_shredded(case).await? {
        return Ok(());
    }
    let (guard, _) = unit.guard_of(case).await?;
    let report = unit.answering(guard.root).await?;
    let moved = report.desk.filter(|desk| guard.org != Some(*desk));
    let Answering { holders, .. } = match moved {
        Some(desk) => {
            unit.set_org(case, guard.org, desk).await?;
            report
        }
        None => unit.answering(case).await?,
    };
    unit.answered_by(case, &holders).await?;
    let head = table::head_of(unit, case).await?;
    unit.emit(EventName::PersonFollows, head.person, head.root, None)
        .await?;
    table::settle(unit, case).await
}
