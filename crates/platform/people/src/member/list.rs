//! Listing members.

use std::sync::Arc;

use access::action::ListMembers;
use access::{Actor, Permit, Scope, Shows};
use record::{Id, Relation};
use store::Store;
use vault::Place;

use super::store as table;
use super::{Listed, MemberError};

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
        .read_clear(async |look| table::members(&*look, org).await)
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
        .read_clear(async |look| table::one_member(&*look, account).await)
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
        // Who works here by a further role is listed by name once a rule has told this body.
        if let Ok(permit) = store.gate().permit::<ListMembers>(actor, account).await {
            permits.push(permit);
        }
    }
    let (found, permits) = (Arc::new(found), Arc::new(permits));
    store
        .read(scope.permit().clone(), move |unit| {
            let (found, permits) = (found.clone(), permits.clone());
            async move {
                unit.show(&*found, |row| row.membership.account).await;
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
