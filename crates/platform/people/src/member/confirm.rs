//! Confirming members: one membership at a time, by the body where it counts.

use access::action::ConfirmMember;
use access::{Actor, Member};
use record::{Id, Moment, Relation, Role};
use store::{Store, StoreError, Unit};

use super::store as table;
use super::{MemberError, Membership, actions};
use crate::Rows;

/// `ConfirmMember`: one membership that an administrator proposed begins to count. Its own body says
/// yes, or data protection where nobody supervises there: a yes of any other body makes no reader.
pub async fn confirm_member(unit: &Unit<ConfirmMember>, membership: Id) -> Result<(), MemberError> {
    let account = unit.record();
    let confirmer = unit.actor().member().ok_or(StoreError::Absent)?;
    if confirmer.account == account {
        return Err(MemberError::Oneself);
    }
    let waiting = table::waiting(&**unit, account).await?;
    let Some(asked) = waiting.iter().find(|held| held.id == membership) else {
        return Err(StoreError::Absent.into());
    };
    if state_for(&**unit, confirmer, asked).await?.is_none() {
        return Err(StoreError::Absent.into());
    }
    table::confirm(unit, membership).await?;
    if waiting.len() == 1 {
        // Whoever proposed something else of this account still confirms none of it.
        unit.end_grant(account, Relation::Proposer, None).await?;
    }
    let (guard, _) = unit.guard_of(account).await?;
    if guard.org != Some(asked.org) {
        unit.event(actions::changed(
            unit,
            record::EventName::MembershipChanged,
            account,
            guard.world,
        ))
        .await?;
    }
    Ok(())
}

/// Confirms one membership, from the states of the moment to the unit.
pub async fn confirm(
    store: &Store,
    actor: &Actor,
    account: Id,
    membership: Id,
) -> Result<(), MemberError> {
    let member = actor.member().ok_or(StoreError::Absent)?;
    let state = store
        .read_clear(async |look| -> Result<_, StoreError> {
            let waiting = table::waiting(&*look, account).await?;
            match waiting.iter().find(|held| held.id == membership) {
                Some(asked) => state_for(&*look, member, asked).await,
                None => Ok(None),
            }
        })
        .await?;
    let states: Vec<&str> = state.into_iter().collect();
    let permit = store
        .gate()
        .permit_when::<ConfirmMember>(actor, account, &states)
        .await?;
    store
        .unit(permit, move |unit| async move {
            confirm_member(&unit, membership).await
        })
        .await
}

/// The state of the moment in which this person can confirm this membership.
async fn state_for(
    at: &impl Rows,
    member: &Member,
    asked: &Membership,
) -> Result<Option<&'static str>, StoreError> {
    Ok(match member.role {
        Role::Supervisor if asked.org == member.org => Some("invited"),
        Role::DataProtection => super::supervisor_of(at, asked.org, asked.account)
            .await?
            .is_none()
            .then_some("invited_first_of_organisation"),
        _ => None,
    })
}

/// A membership that waits for the one who looks to confirm it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// It.
    pub membership: Id,
    /// Whose.
    pub account: Id,
    /// The pseudonym under which the ledger knows the account.
    pub pseudonym: Id,
    /// Where.
    pub org: Id,
    /// The body to which the account belongs, if that is another one.
    pub home: Option<Id>,
    /// As what.
    pub role: Role,
    /// When it was given.
    pub began: Moment,
}

/// What waits for this person to confirm it (`ConfirmMember`): a supervisor for what counts at their
/// own body, data protection where nobody supervises.
pub async fn waiting(at: &impl Rows, actor: &Actor) -> Result<Vec<Waiting>, StoreError> {
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (asked, pseudonym, home) in table::all_waiting(at).await? {
        let own = asked.account == member.account;
        if own || state_for(at, member, &asked).await?.is_none() {
            continue;
        }
        found.push(Waiting {
            membership: asked.id,
            account: asked.account,
            pseudonym,
            org: asked.org,
            home: home.filter(|home| *home != asked.org),
            role: asked.role,
            began: asked.began,
        });
    }
    Ok(found)
}
