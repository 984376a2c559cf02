//! Confirming and ending members, and handing over what somebody holds.

use access::Actor;
use access::action::{ConfirmMember, EndMember, EndSessions, HandOverAll};
use record::{Event, Id, Relation, Root};
use store::{HandedOver, Store, StoreError, Unit, Work};

use super::store as table;
use super::{MemberError, heirs};
use crate::{account, session};

/// `ConfirmMember`: what an administrator invited becomes a member.
pub async fn confirm_member(unit: &Unit<ConfirmMember>) -> Result<(), MemberError> {
    let account = unit.record();
    let confirmer = unit.actor().member().ok_or(StoreError::Absent)?;
    if confirmer.account == account {
        return Err(MemberError::Oneself);
    }
    let (guard, _) = unit.guard_of(account).await?;
    let waiting = table::waiting(&**unit, account).await?;
    if waiting.is_empty() {
        return Err(StoreError::Absent.into());
    }
    for membership in waiting {
        table::confirm(unit, membership.id).await?;
        if guard.org != Some(membership.org) {
            // The person reads their own account in this organisation too.
            unit.share_key(account, membership.org).await?;
        }
    }
    unit.end_holding(account, Relation::Proposer, None).await?;
    Ok(())
}

/// Confirms a member, from the states of the moment to the unit.
pub async fn confirm(store: &Store, actor: &Actor, account: Id) -> Result<(), MemberError> {
    let states = store
        .look(async |look| confirming(&*look, account).await)
        .await?;
    let permit = store
        .gate()
        .permit_when::<ConfirmMember>(actor, account, &states)
        .await?;
    store
        .unit(permit, |unit| async move { confirm_member(&unit).await })
        .await
}

/// The states of the moment in which a member can be confirmed. While an organisation has no
/// supervisor, data protection confirms its first; a further membership of somebody who is known
/// is confirmed by a supervisor of their own organisation.
pub(super) async fn confirming(
    at: &impl crate::Rows,
    account: Id,
) -> Result<Vec<&'static str>, StoreError> {
    let all = super::memberships_of(at, account).await?;
    let Some(first) = table::waiting(at, account).await?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let mut states = vec!["invited"];
    let known = all.iter().any(super::Membership::is_live);
    if !known
        && super::supervisor_of(at, first.org, account)
            .await?
            .is_none()
    {
        states.push("invited_first_of_organisation");
    }
    Ok(states)
}

/// `EndMember`: ends one membership, or all. Without any the account ends, with its sessions.
pub async fn end_member(unit: &Unit<EndMember>, membership: Option<Id>) -> Result<(), MemberError> {
    let account = unit.record();
    if unit.actor().member().map(|member| member.account) == Some(account) {
        return Err(MemberError::Oneself);
    }
    if account::administrators(&**unit).await? == [account] {
        return Err(MemberError::LastAdministrator);
    }
    if table::end(unit, account, membership).await? == 0 {
        return Err(StoreError::Absent.into());
    }
    let left = super::memberships_of(&**unit, account).await?;
    if left.iter().all(|held| held.ended.is_some()) {
        unit.set_state(account, account::ENDED).await?;
        unit.end_holding(account, Relation::Proposer, None).await?;
        table::drop_code(unit, account).await?;
        // The name stays, sealed, behind the pseudonym of the ledger; nothing signs in any more.
        account::clear(unit, account).await?;
    }
    session::end_all(unit, account, None).await?;
    let (guard, _) = unit.guard_of(account).await?;
    unit.event(ended(unit, account, guard.world)).await?;
    Ok(())
}

/// Ends a membership, or all, from the permit to the unit.
pub async fn end(
    store: &Store,
    actor: &Actor,
    account: Id,
    membership: Option<Id>,
) -> Result<(), MemberError> {
    let permit = store.gate().permit::<EndMember>(actor, account).await?;
    store
        .unit(permit, move |unit| async move {
            end_member(&unit, membership).await
        })
        .await
}

fn ended(work: &Work, account: Id, world: Root) -> Event {
    Event {
        name: "MemberEnded",
        record: account,
        root: account,
        world,
        at: work.now(),
        code: None,
    }
}

/// `EndSessions`: signs somebody out everywhere and forgets their devices, as after a loss.
pub async fn end_sessions(unit: &Unit<EndSessions>) -> Result<(), MemberError> {
    session::end_all(unit, unit.record(), None).await?;
    session::forget_devices(unit, unit.record()).await?;
    Ok(())
}

/// `HandOverAll`: everything the account holds at the actor's organisation goes to another member
/// of it whose role fits. What that member is shut out of goes to the next who fits and is not.
pub async fn hand_over_all(unit: &Unit<HandOverAll>, to: Id) -> Result<HandedOver, MemberError> {
    let from = unit.record();
    let org = unit.actor().member().ok_or(StoreError::Absent)?.org;
    if from == to {
        return Err(MemberError::Oneself);
    }
    let heirs = heirs::after(unit, from, org, Some(to)).await?;
    if heirs.first().is_none_or(|heir| heir.account != to) {
        return Err(MemberError::Successor);
    }
    Ok(unit.hand_over(org, from, &heirs).await?)
}

/// Hands everything over, from the permit to the last record.
pub async fn hand_over(
    store: &Store,
    actor: &Actor,
    from: Id,
    to: Id,
) -> Result<HandedOver, MemberError> {
    let permit = store.gate().permit::<HandOverAll>(actor, from).await?;
    store
        .unit(
            permit,
            move |unit| async move { hand_over_all(&unit, to).await },
        )
        .await
}
