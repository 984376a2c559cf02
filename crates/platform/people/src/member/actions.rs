//! Confirming and ending members, and handing over what somebody holds.

use access::Actor;
use access::action::{ConfirmMember, EndMember, EndSessions, HandOverAll};
use record::{Event, Id, Relation, Role, Root};
use store::{HandedOver, Store, StoreError, Unit, Work};

use super::store as table;
use super::{MemberError, heirs};
use crate::organisation::Organisation;
use crate::unattended::{self, Count};
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

/// Whether whoever ends somebody knows what nobody can act on then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// They are to be told first, if there is anything: [`MemberError::Leaves`].
    Ask,
    /// They know. What somebody else can take goes on by a rule; the rest waits where it is seen.
    Known,
}

/// `EndMember`: ends one membership, or all. Without any the account ends, with its sessions.
pub async fn end_member(
    unit: &Unit<EndMember>,
    membership: Option<Id>,
    leaving: Leaving,
) -> Result<(), MemberError> {
    let account = unit.record();
    if unit.actor().member().map(|member| member.account) == Some(account) {
        return Err(MemberError::Oneself);
    }
    if account::administrators(&**unit).await? == [account] {
        return Err(MemberError::LastAdministrator);
    }
    if leaving == Leaving::Ask {
        let left = left_by(unit, account, membership).await?;
        if !left.is_empty() {
            return Err(MemberError::Leaves(left));
        }
    }
    end_here(unit, account, membership).await?;
    Ok(())
}

/// Ends one membership, or all, of an account that the unit holds; without any the account ends.
pub(crate) async fn end_here(
    work: &Work,
    account: Id,
    membership: Option<Id>,
) -> Result<(), StoreError> {
    if table::end(work, account, membership).await? == 0 {
        return Err(StoreError::Absent);
    }
    let left = super::memberships_of(work, account).await?;
    if left.iter().all(|held| held.ended.is_some()) {
        work.set_state(account, account::ENDED).await?;
        work.end_holding(account, Relation::Proposer, None).await?;
        table::drop_code(work, account).await?;
        // The name stays, sealed, behind the pseudonym of the ledger; nothing signs in any more.
        account::clear(work, account).await?;
    }
    session::end_all(work, account, None).await?;
    let (guard, _) = work.guard_of(account).await?;
    work.event(ended(work, account, guard.world)).await
}

/// Proposes somebody whose body ended for the same role at whoever came after it, if it fits there.
pub(crate) async fn propose_at(
    work: &Work,
    account: Id,
    role: Role,
    after: &Organisation,
) -> Result<(), StoreError> {
    let there = super::memberships_of(work, account).await?;
    let is_held = there
        .iter()
        .any(|held| held.org == after.id && held.role == role && held.ended.is_none());
    if !is_held && super::fits(role, after.is.kind).is_ok() {
        table::insert_membership(work, account, after.id, role, false).await?;
    }
    Ok(())
}

/// What nobody could act on any more without this membership, or without any of the account's.
async fn left_by(
    work: &Work,
    account: Id,
    membership: Option<Id>,
) -> Result<Vec<Count>, StoreError> {
    let held = super::memberships_of(work, account).await?;
    let ends = held
        .iter()
        .filter(|held| held.is_live() && membership.is_none_or(|membership| membership == held.id));
    let ends: Vec<Id> = ends.map(|held| held.id).collect();
    if ends.is_empty() {
        return Ok(Vec::new());
    }
    let left = unattended::would_leave(work, work.now(), &ends).await?;
    Ok(unattended::counts(&left))
}

/// Ends a membership, or all, from the permit to the unit.
pub async fn end(
    store: &Store,
    actor: &Actor,
    account: Id,
    membership: Option<Id>,
    leaving: Leaving,
) -> Result<(), MemberError> {
    let permit = store.gate().permit::<EndMember>(actor, account).await?;
    store
        .unit(permit, move |unit| async move {
            end_member(&unit, membership, leaving).await
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
