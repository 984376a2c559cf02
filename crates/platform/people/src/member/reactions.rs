//! What follows a membership that is new, confirmed or over: the bodies that know whose it is, and what
//! an ended member still held.

use access::Actor;
use access::action::{FollowMembership, HandOverAll};
use record::{EventName, Relation};
use store::{Delivery, Reaction, Store, StoreError, Unit};

use super::{Membership, heirs, store as table};

/// The reactions of this feature, for the outbox.
pub const REACTIONS: &[Reaction] = &[
    Reaction {
        name: "ReturnToSupervisor",
        event: EventName::MemberEnded,
        run: |store, delivery| Box::pin(async move { returns(&store, delivery).await }),
    },
    Reaction {
        name: "FollowMembership",
        event: EventName::MembershipChanged,
        run: |store, delivery| Box::pin(async move { follows(&store, delivery).await }),
    },
];

async fn follows(store: &Store, delivery: Delivery) -> Result<(), StoreError> {
    let actor = Actor::Rule("FollowMembership");
    let states = &["membership_changed"];
    let permit = store
        .gate()
        .permit_when::<FollowMembership>(&actor, delivery.record, states)
        .await?;
    let follow = |unit| async move { follow_membership(&unit).await };
    store.follow(permit, delivery, follow).await
}

/// `FollowMembership`: every body where something of the account counts, or waits for a yes, opens its
/// name. No administrator's unit could tell it to them, since it opens no account of another body.
pub async fn follow_membership(unit: &Unit<FollowMembership>) -> Result<(), StoreError> {
    let account = unit.record();
    let (guard, _) = unit.guard_of(account).await?;
    let held = super::memberships_of(&**unit, account).await?;
    for there in held.iter().filter(|held| held.ended.is_none()) {
        if guard.org != Some(there.org) {
            unit.share_key(account, there.org).await?;
        }
    }
    Ok(())
}

async fn returns(store: &Store, delivery: Delivery) -> Result<(), StoreError> {
    let actor = Actor::Rule("ReturnToSupervisor");
    let states = &["member_ended"];
    let permit = store
        .gate()
        .permit_when::<HandOverAll>(&actor, delivery.record, states)
        .await?;
    let hand_over = |unit| async move { return_to_supervisor(&unit).await };
    store.follow(permit, delivery, hand_over).await
}

/// `HandOverAll` as the rule `ReturnToSupervisor`. Where nobody of the organisation can take over,
/// what was held lies at its desk with no owner, and goes on from there.
pub async fn return_to_supervisor(unit: &Unit<HandOverAll>) -> Result<(), StoreError> {
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
        Some(next) => {
            unit.end_grant(account, Relation::ReferredTo, Some(next.org))
                .await?;
            unit.set_org(account, guard.org, next.org).await
        }
        None => Ok(()),
    }
}
