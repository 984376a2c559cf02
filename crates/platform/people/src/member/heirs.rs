//! Who can take over what somebody leaves.

use std::collections::{BTreeMap, BTreeSet};

use record::{Id, Role};
use store::{Heir, StoreError, Work};

use super::{rules, store as table};

/// Whoever of an organisation fits to take over from an account, in the order in which records are
/// offered to them: the one who was named, then, for a named one, colleagues in a role that fits;
/// where nobody was named, the supervisors come first.
pub(super) async fn after(
    work: &Work,
    from: Id,
    org: Id,
    named: Option<Id>,
) -> Result<Vec<Heir>, StoreError> {
    let held = super::memberships_of(work, from).await?;
    let there = || held.iter().filter(|held| held.org == org);
    let mut before: Vec<Role> = there()
        .filter(|held| held.is_live())
        .map(|held| held.role)
        .collect();
    if before.is_empty() {
        before = there()
            .filter(|held| held.confirmed.is_some())
            .map(|held| held.role)
            .collect();
    }
    let mut order: Vec<Id> = Vec::new();
    let mut roles: BTreeMap<Id, Vec<Role>> = BTreeMap::new();
    for (account, role) in table::colleagues(work, org, from).await? {
        if !order.contains(&account) {
            order.push(account);
        }
        roles.entry(account).or_default().push(role);
    }
    order.retain(|account| {
        roles
            .get(account)
            .is_some_and(|after| rules::takes_over(&before, after))
    });
    let supervises = |account: &Id| {
        roles
            .get(account)
            .is_some_and(|roles| roles.contains(&Role::Supervisor))
    };
    order.sort_by_key(|account| match named {
        Some(named) => (*account != named, supervises(account)),
        None => (!supervises(account), false),
    });
    let mut heirs = Vec::new();
    for account in order {
        let worked = super::memberships_of(work, account).await?;
        let organisations: BTreeSet<Id> = worked
            .iter()
            .filter(|held| held.confirmed.is_some())
            .map(|held| held.org)
            .collect();
        heirs.push(Heir {
            account,
            organisations: organisations.into_iter().collect(),
        });
    }
    Ok(heirs)
}
