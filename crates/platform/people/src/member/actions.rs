//! Confirming, ending, listing members, and handing over what somebody holds.

use std::sync::Arc;

use access::action::{ConfirmMember, EndMember, EndSessions, HandOverAll, ListMembers};
use access::{Actor, Shows};
use record::{Event, Id, Relation, Role, Root};
use store::{Store, StoreError, Unit, Work};
use vault::Place;

use super::store as table;
use super::{Listed, MemberError, rules};
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
async fn confirming(at: &impl crate::Rows, account: Id) -> Result<Vec<&'static str>, StoreError> {
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
    if table::end(unit, account, membership).await? == 0 {
        return Err(StoreError::Absent.into());
    }
    let left = super::memberships_of(&**unit, account).await?;
    if left.iter().all(|held| held.ended.is_some()) {
        unit.set_state(account, account::ENDED).await?;
        unit.end_holding(account, Relation::Proposer, None).await?;
        table::drop_code(unit, account).await?;
    }
    session::end_all(unit, account, None).await?;
    let (guard, _) = unit.guard_of(account).await?;
    unit.event(ended(unit, account, guard.world)).await?;
    Ok(())
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

/// `ListMembers`: those of one's organisation with their names, or, for an administrator, those of
/// any organisation without.
pub async fn list_members(
    store: &Store,
    actor: &Actor,
    org: Option<Id>,
) -> Result<Vec<Listed>, MemberError> {
    let scope = store.gate().scope::<ListMembers>(actor)?;
    let own = actor.member().map(|member| member.org);
    let everywhere = scope
        .clauses()
        .iter()
        .any(|clause| clause.relation == Relation::None);
    let org = if everywhere { org } else { own };
    let with_names = scope.permit().shows() == Shows::All;
    let found = store
        .look(async |look| table::members(&*look, org).await)
        .await?;
    let mut permits = Vec::new();
    for row in found.iter().filter(|_| with_names) {
        let account = row.membership.account;
        // A member whose own desk is another organisation's is listed without a name.
        if let Ok(permit) = store.gate().permit::<ListMembers>(actor, account).await {
            permits.push(permit);
        }
    }
    let (found, permits) = (Arc::new(found), Arc::new(permits));
    store
        .read(scope.permit().clone(), move |unit| {
            let (found, permits) = (found.clone(), permits.clone());
            async move {
                let shown: Vec<Id> = found.iter().map(|row| row.membership.account).collect();
                unit.shown(&shown).await;
                for permit in permits.iter() {
                    unit.join(permit.clone()).await?;
                }
                let mut listed = Vec::new();
                for row in found.iter() {
                    let account = row.membership.account;
                    let may = permits.iter().any(|permit| permit.record() == account);
                    let id = account.to_string();
                    let place = Place {
                        table: "account",
                        row: &id,
                        column: "name",
                    };
                    let name = if may {
                        Some(unit.open(account, &place, &row.name).await?)
                    } else {
                        None
                    };
                    listed.push(Listed {
                        membership: row.membership.clone(),
                        state: row.state.clone(),
                        name,
                    });
                }
                Ok(listed)
            }
        })
        .await
}

/// `HandOverAll`: everything the account holds at the actor's organisation goes to another member
/// of it whose role fits. Tells how many records changed hands.
pub async fn hand_over_all(unit: &Unit<HandOverAll>, to: Id) -> Result<usize, MemberError> {
    let from = unit.record();
    let org = unit.actor().member().ok_or(StoreError::Absent)?.org;
    if from == to {
        return Err(MemberError::Oneself);
    }
    let before = roles_there(unit, from, org).await?;
    let after = roles_there(unit, to, org).await?;
    if !rules::takes_over(&before, &after) {
        return Err(MemberError::Successor);
    }
    Ok(unit.hand_over(org, from, to).await?)
}

async fn roles_there(work: &Work, account: Id, org: Id) -> Result<Vec<Role>, StoreError> {
    let held = super::memberships_of(work, account).await?;
    let there = held.iter().filter(|held| held.is_live() && held.org == org);
    Ok(there.map(|held| held.role).collect())
}
