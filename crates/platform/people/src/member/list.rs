//! Listing members, and what waits to be confirmed.

use std::sync::Arc;

use access::action::ListMembers;
use access::{Actor, Permit, Scope, Shows};
use record::{Id, Moment, Relation, Role};
use store::{Store, StoreError};
use vault::Place;

use super::actions::confirming;
use super::store as table;
use super::{Listed, MemberError};
use crate::Rows;

/// `ListMembers`: those of one's organisation with their names, or, for an administrator, those of
/// the organisation named, without; none, where none is named.
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
    let Some(org) = (if everywhere { org } else { own }) else {
        return Ok(Vec::new());
    };
    let found = store
        .look(async |look| table::members(&*look, org).await)
        .await?;
    read(store, actor, scope, found).await
}

/// `ListMembers` of one account: its memberships, for whoever lists it.
pub async fn read_member(
    store: &Store,
    permit: Permit<ListMembers>,
) -> Result<Vec<Listed>, MemberError> {
    let account = permit.record();
    let actor = permit.actor().clone();
    let scope = store.gate().scope::<ListMembers>(&actor)?;
    let found = store
        .look(async |look| table::one_member(&*look, account).await)
        .await?;
    read(store, &actor, scope, found).await
}

async fn read(
    store: &Store,
    actor: &Actor,
    scope: Scope<ListMembers>,
    found: Vec<table::Sealed>,
) -> Result<Vec<Listed>, MemberError> {
    let with_names = scope.permit().shows() == Shows::All;
    let mut permits: Vec<Permit<ListMembers>> = Vec::new();
    for row in found.iter().filter(|_| with_names) {
        let account = row.membership.account;
        if permits.iter().any(|permit| permit.record() == account) {
            continue;
        }
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
                        pseudonym: row.pseudonym,
                        state: row.state.clone(),
                        name,
                    });
                }
                Ok(listed)
            }
        })
        .await
}

/// A membership that waits for the one who looks to confirm it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub account: Id,
    /// The pseudonym under which the ledger knows the account.
    pub pseudonym: Id,
    /// Where.
    pub org: Id,
    /// As what.
    pub role: Role,
    /// When it was given.
    pub began: Moment,
}

/// What waits for this person to confirm it (`ConfirmMember`): a supervisor for those of their own
/// organisation, data protection for the first of one that has no supervisor yet.
pub async fn waiting(at: &impl Rows, actor: &Actor) -> Result<Vec<Waiting>, StoreError> {
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (membership, pseudonym, home) in table::all_waiting(at).await? {
        let account = membership.account;
        let mine = match member.role {
            Role::Supervisor => home == Some(member.org) && account != member.account,
            Role::DataProtection => confirming(at, account)
                .await?
                .contains(&"invited_first_of_organisation"),
            _ => false,
        };
        if mine {
            found.push(Waiting {
                account,
                pseudonym,
                org: membership.org,
                role: membership.role,
                began: membership.began,
            });
        }
    }
    Ok(found)
}
