//! What an ended member still held goes to a supervisor of that organisation.

use access::Actor;
use access::action::HandOverAll;
use store::{Delivery, Reaction, Store, StoreError, Unit};

use super::{Membership, heirs, store as table};

/// The reactions of this feature, for the outbox.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: "ReturnToSupervisor",
    event: "MemberEnded",
    run: |store, delivery| Box::pin(async move { run(&store, delivery).await }),
}];

async fn run(store: &Store, delivery: Delivery) -> Result<(), StoreError> {
    let actor = Actor::Rule("ReturnToSupervisor");
    let states = &["member_ended"];
    let permit = store
        .gate()
        .permit_when::<HandOverAll>(&actor, delivery.record, states)
        .await?;
    store
        .unit(permit, move |unit| {
            let delivery = delivery.clone();
            async move { return_to_supervisor(&unit, &delivery).await }
        })
        .await
}

/// `HandOverAll` as the rule `ReturnToSupervisor`. Where nobody of the organisation can take over,
/// what was held lies at its desk with no owner, and goes on from there.
pub async fn return_to_supervisor(
    unit: &Unit<HandOverAll>,
    delivery: &Delivery,
) -> Result<(), StoreError> {
    if !unit.delivered(delivery).await? {
        return Ok(());
    }
    let account = unit.record();
    let held = super::memberships_of(&**unit, account).await?;
    move_home(unit, &held).await?;
    for ended in held.iter().filter(|held| held.ended.is_some()) {
        let stays = |other: &Membership| other.org == ended.org && other.is_live();
        if held.iter().any(stays) || table::left_behind(&**unit, account, ended.org).await? == 0 {
            continue;
        }
        let heirs = heirs::after(unit, account, ended.org, None).await?;
        unit.hand_over(ended.org, account, &heirs).await?;
    }
    Ok(())
}

/// An account belongs to a body in which its person works, or is proposed: where their own one is over
/// for them, to the next.
async fn move_home(unit: &Unit<HandOverAll>, held: &[Membership]) -> Result<(), StoreError> {
    let account = unit.record();
    let (guard, _) = unit.guard_of(account).await?;
    let lasting = || held.iter().filter(|held| held.ended.is_none());
    if lasting().any(|held| Some(held.org) == guard.org) {
        return Ok(());
    }
    match lasting().min_by_key(|held| (held.confirmed.is_none(), held.began, held.id)) {
        Some(next) => unit.set_org(account, guard.org, next.org).await,
        None => Ok(()),
    }
}
