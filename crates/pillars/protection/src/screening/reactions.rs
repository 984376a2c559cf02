//! A screening belongs to whoever its report belongs to, and moves with it. Whoever began it stays in
//! its team, unless they are shut out.

use ::store::{Answering, Delivery, Reacting, Reaction, Store, StoreError, Unit};
use access::Actor;
use access::action::BringScreening;
use record::{EventName, Id, Relation};

use super::store as table;

/// The rule's name in `authority.csv`.
const BRINGS: &str = "BringScreening";

/// Every reaction of this feature.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: BRINGS,
    event: EventName::ScreeningFollows,
    run: bring,
}];

fn bring(store: Store, delivery: Delivery) -> Reacting {
    Box::pin(async move {
        let gate = store.gate();
        let actor = Actor::Rule(BRINGS);
        let permit = gate
            .permit::<BringScreening>(&actor, delivery.record)
            .await?;
        let bring = |unit| async move { bring_screening(&unit).await };
        store.follow(permit, delivery, bring).await
    })
}

/// Who holds a screening: those who answer for its report, and whoever began it.
pub(super) fn following(
    mut holders: Vec<(Id, Relation)>,
    begun_by: Option<Id>,
) -> Vec<(Id, Relation)> {
    let begins = begun_by.map(|account| (account, Relation::Team));
    holders.extend(begins.filter(|begins| !holders.contains(begins)));
    holders
}

/// `BringScreening`: the desk, the key and the holders of its report.
async fn bring_screening(unit: &Unit<BringScreening>) -> Result<(), StoreError> {
    let screening = unit.record();
    if unit.is_shredded(screening).await? {
        return Ok(());
    }
    let (guard, grants) = unit.guard_of(screening).await?;
    let Answering { desk, holders } = unit.answering(guard.root).await?;
    if let Some(desk) = desk.filter(|desk| guard.org != Some(*desk)) {
        unit.set_org(screening, guard.org, desk).await?;
    }
    // Whoever began it stays for as long as they do at that desk: who handed their work over, or left
    // with the desk that has it no more, is not brought back.
    let begun_by = table::begun_by(unit, screening).await?;
    let stays = |account: &Id| {
        guard.org == desk
            && grants
                .iter()
                .any(|grant| (grant.holder, grant.relation) == (*account, Relation::Team))
    };
    let wanted = following(holders, begun_by.filter(stays));
    unit.answered_by(screening, &wanted).await?;
    table::settle(unit, screening).await
}
