//! Ending an organisation, or letting it go into another: its people, its desks and those below it in
//! one act. What it was accused of holds for whoever comes after it.

use access::action::{EndMember, EndOrganisation};
use record::{EventName, Id, Moment};
use store::{StoreError, Unit, Work};

use super::actions::{parent_changed, says};
use super::{Organisation, OrganisationError, rules, store as table};
use crate::member::{self, Membership};
use crate::unattended::{self, Lying};
use crate::{desk, oversight};

/// What ends with an organisation, before anybody says yes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remains {
    /// How many people work there.
    pub people: usize,
    /// The bodies below it.
    pub below: Vec<Id>,
    /// What nobody could act on any more, as long as nothing is passed on.
    pub left: Vec<Lying>,
}

/// Looks at what ends with an organisation.
pub async fn remains(at: &impl crate::Rows, now: Moment, org: Id) -> Result<Remains, StoreError> {
    let memberships = member::live_of(at, org).await?;
    let ids: Vec<Id> = memberships.iter().map(|held| held.id).collect();
    let mut people: Vec<Id> = memberships.iter().map(|held| held.account).collect();
    people.sort_unstable();
    people.dedup();
    Ok(Remains {
        people: people.len(),
        below: table::below(at, org).await?,
        left: unattended::would_leave(at, now, &ids).await?,
    })
}

/// `EndOrganisation`: nobody works there any more, it answers for nothing, and those below it stand
/// below whoever comes after it, or whoever stood above. Its people may go on at the successor once
/// somebody there says yes. Its key stays: what was closed is opened by it again, once a sender
/// writes. Readers, exclusions and installations are the pillars' own part of the same unit.
pub async fn end_organisation(
    unit: &Unit<EndOrganisation>,
    successor: Option<Id>,
) -> Result<(), OrganisationError> {
    let org = unit.record();
    let body = table::find(&**unit, org).await?.ok_or(StoreError::Absent)?;
    let after = fit(unit, &body, successor).await?;
    let home = unit.actor().member().ok_or(StoreError::Absent)?.org;
    if home == org {
        return Err(OrganisationError::Own);
    }
    for account in accounts(&member::live_of(&**unit, org).await?) {
        let gate = unit.store().gate();
        unit.join(gate.permit::<EndMember>(unit.actor(), account).await?)
            .await?;
        leave(unit, account, org, after.as_ref()).await?;
    }
    table::set_ended(unit, org, successor).await?;
    table::set_line(unit, org, None).await?;
    desk::replace(unit, org, after.as_ref()).await?;
    oversight::changed(unit, successor).await?;
    for below in table::below(&**unit, org).await? {
        let parent = successor.filter(|after| *after != below).or(body.is.parent);
        table::set_parent(unit, below, parent).await?;
        parent_changed(unit, below, body.is.kind.root()).await?;
    }
    if let Some(after) = successor {
        // Whatever it was accused of now stands in the successor's line.
        parent_changed(unit, after, body.is.kind.root()).await?;
    }
    says(unit, EventName::OrganisationEnded, org, body.is.kind.root()).await?;
    Ok(())
}

fn accounts(memberships: &[Membership]) -> Vec<Id> {
    let mut accounts: Vec<Id> = memberships.iter().map(|held| held.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    accounts
}

/// The body that comes after, if one does: of the same side of the wall, alive, and not below the one
/// that ends.
async fn fit(
    work: &Work,
    body: &Organisation,
    successor: Option<Id>,
) -> Result<Option<Organisation>, OrganisationError> {
    if body.ended {
        return Err(StoreError::Absent.into());
    }
    let Some(successor) = successor else {
        return Ok(None);
    };
    let found = table::find(work, successor).await?;
    let found = found.filter(|found| rules::comes_after(found, body));
    found.map(Some).ok_or(OrganisationError::Successor)
}

/// One person leaves. Where the role exists at the successor they are proposed there: somebody of
/// that body confirms them, or nobody does. Whose account it is from then on, a rule sees to.
async fn leave(
    work: &Work,
    account: Id,
    org: Id,
    after: Option<&Organisation>,
) -> Result<(), OrganisationError> {
    let all = member::memberships_of(work, account).await?;
    let here = all
        .into_iter()
        .filter(|held| held.org == org && held.ended.is_none());
    let here: Vec<Membership> = here.collect();
    if let Some(after) = after {
        for held in here.iter().filter(|held| held.is_live()) {
            member::propose_at(work, account, held.role, after).await?;
        }
    }
    member::end_here(work, account, &here).await?;
    Ok(())
}
