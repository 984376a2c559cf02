//! Ending members, and handing over what somebody holds.

use access::Actor;
use access::action::{EndMember, EndSessions, HandOverAll};
use record::{Event, EventName, Id, Relation, Role, Root};
use store::{HandedOver, Store, StoreError, Unit, Work};

use super::store as table;
use super::{MemberError, Membership, heirs};
use crate::organisation::Organisation;
use crate::unattended::{self, Count};
use crate::{account, session};

/// Whether whoever ends somebody knows what nobody can act on then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// They are to be told first, if there is anything: [`MemberError::Leaves`].
    Ask,
    /// They know. What somebody else can take goes on by a rule; the rest waits where it is seen.
    Known,
}

/// `EndMember`: ends one membership, or all; by a supervisor, of those that count at their body, and
/// no others. Without any the account ends, with its sessions.
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
    let only = ends_only_at(unit.store(), unit.actor());
    let held = super::memberships_of(&**unit, account).await?;
    let chosen = held.into_iter().filter(|held| {
        held.ended.is_none()
            && membership.is_none_or(|chosen| chosen == held.id)
            && only.is_none_or(|org| org == held.org)
    });
    let chosen: Vec<Membership> = chosen.collect();
    if leaving == Leaving::Ask {
        let left = left_by(unit, &chosen).await?;
        if !left.is_empty() {
            return Err(MemberError::Leaves(left));
        }
    }
    end_here(unit, account, &chosen).await?;
    Ok(())
}

/// The body of whose memberships alone this person may end some; none, where they end any.
pub fn ends_only_at(store: &Store, actor: &Actor) -> Option<Id> {
    let scope = store.gate().scope::<EndMember>(&actor.stepped_up());
    let is_everywhere = scope.is_ok_and(|scope| scope.is_everywhere());
    let own = actor.member().map(|member| member.org);
    own.filter(|_| !is_everywhere)
}

/// Ends these memberships of an account that the unit holds; without any left the account ends.
pub(crate) async fn end_here(
    work: &Work,
    account: Id,
    chosen: &[Membership],
) -> Result<(), StoreError> {
    let mut ended_some = false;
    for membership in chosen {
        ended_some |= table::end(work, membership.id).await?;
    }
    if !ended_some {
        return Err(StoreError::Absent);
    }
    let left = super::memberships_of(work, account).await?;
    let (guard, _) = work.guard_of(account).await?;
    for membership in chosen {
        let stays = |held: &Membership| held.org == membership.org && held.ended.is_none();
        if guard.org != Some(membership.org) && !left.iter().any(stays) {
            // Nothing of the person counts there any more: the body knows them no longer.
            work.end_grant(account, Relation::ReferredTo, Some(membership.org))
                .await?;
            work.take_key(account, membership.org).await?;
        }
    }
    if left.iter().all(|held| held.ended.is_some()) {
        work.set_state(account, account::ENDED).await?;
        work.end_grant(account, Relation::Proposer, None).await?;
        table::drop_code(work, account).await?;
        // The name stays, sealed, behind the pseudonym of the ledger; nothing signs in any more.
        account::clear(work, account).await?;
    }
    // What only waited was acted in by nobody: whoever declines it signs nobody out elsewhere.
    if chosen.iter().any(Membership::is_live) {
        session::end_all(work, account, None).await?;
    }
    work.event(changed(work, EventName::MemberEnded, account, guard.world))
        .await
}

/// Gives an account a membership more, which waits for a yes. Where it counts at another body than
/// the account's own, that body is asked: its supervisor sees whose it is, confirms it or ends it.
pub(super) async fn propose(
    work: &Work,
    account: Id,
    org: Id,
    role: Role,
) -> Result<Id, StoreError> {
    let membership = table::insert_membership(work, account, org, role, false).await?;
    let (guard, _) = work.guard_of(account).await?;
    if guard.org != Some(org) {
        work.grant(account, org, Relation::ReferredTo, None, None)
            .await?;
        work.event(changed(
            work,
            EventName::MembershipChanged,
            account,
            guard.world,
        ))
        .await?;
    }
    Ok(membership)
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
        propose(work, account, after.id, role).await?;
    }
    Ok(())
}

/// What nobody could act on any more without these memberships.
async fn left_by(work: &Work, chosen: &[Membership]) -> Result<Vec<Count>, StoreError> {
    let ends: Vec<Id> = chosen
        .iter()
        .filter(|held| held.is_live())
        .map(|held| held.id)
        .collect();
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

/// What is said of an account whose memberships are others now.
pub(super) fn changed(work: &Work, name: EventName, account: Id, world: Root) -> Event {
    Event {
        name,
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
