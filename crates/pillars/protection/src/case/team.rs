//! Who is on a case: members of the desk are added and leave, and another answers for it.

use access::Action;
use access::action::{ChangeTeam, ReassignCase, ShareTeam};
use record::{Id, Relation, Role};
use store::Unit;

use super::actions::moved;
use super::{CaseError, Done, store as table};
use crate::reader::actions::roles_for;

record::codes! {
    /// Whether somebody comes to a team or leaves it.
    Change labelled "case-change" {
        /// They come.
        Comes = "comes",
        /// They leave.
        Leaves = "leaves",
    }
}

/// Whether somebody could be on a case: works with people at its desk, and is not shut out of it.
async fn must_fit<A: Action>(unit: &Unit<A>, account: Id) -> Result<(), CaseError> {
    let roles = roles_for(unit, unit.record(), account).await?;
    if !roles.iter().any(|role| *role != Role::Responder) {
        return Err(CaseError::NotFit);
    }
    Ok(())
}

/// The person of a case, brought into the unit: whoever leaves the one finds nothing of the other from
/// the same moment on.
pub(super) async fn join_person<A: Action>(unit: &Unit<A>, case: Id) -> Result<Id, CaseError> {
    let person = table::head_of(unit, case).await?.person;
    let gate = unit.store().gate();
    let permit = gate.permit::<ShareTeam>(unit.actor(), person).await?;
    unit.join(permit).await?;
    Ok(person)
}

/// `ChangeTeam`: somebody of the same desk comes to the team, or leaves it. Whoever answers for the case
/// stays.
pub async fn change_team(
    unit: &Unit<ChangeTeam>,
    account: Id,
    change: Change,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let person = join_person(unit, case).await?;
    match change {
        Change::Comes => {
            must_fit(unit, account).await?;
            for record in [case, person] {
                unit.grant(record, account, Relation::Team, None, None)
                    .await?;
            }
        }
        Change::Leaves => {
            let (_, grants) = unit.guard_of(case).await?;
            let holds = |relation| {
                let mut grants = grants.iter();
                grants.any(|one| one.holder == account && one.relation == relation)
            };
            if holds(Relation::Owner) {
                return Err(CaseError::Owner);
            }
            if !holds(Relation::Team) {
                return Err(CaseError::NotFit);
            }
            for record in [case, person] {
                unit.end_grant(record, Relation::Team, Some(account))
                    .await?;
            }
        }
    }
    moved(unit, case).await?;
    unit.reason(change.code()).await;
    unit.answer(form_key, "changed").await?;
    Ok(Done::Now)
}

/// `ReassignCase`: another member of the desk answers for it from now on. The team stays, without
/// whoever answered for it before.
pub async fn reassign_case(
    unit: &Unit<ReassignCase>,
    account: Id,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    must_fit(unit, account).await?;
    let (_, grants) = unit.guard_of(case).await?;
    let owners = grants.iter().filter(|one| one.relation == Relation::Owner);
    let person = join_person(unit, case).await?;
    for owner in owners.map(|one| one.holder).filter(|one| *one != account) {
        for relation in [Relation::Owner, Relation::Team] {
            unit.end_grant(case, relation, Some(owner)).await?;
            unit.end_grant(person, relation, Some(owner)).await?;
        }
    }
    for relation in [Relation::Owner, Relation::Team] {
        unit.grant(case, account, relation, None, None).await?;
        unit.grant(person, account, relation, None, None).await?;
    }
    moved(unit, case).await?;
    unit.answer(form_key, "reassigned").await?;
    Ok(Done::Now)
}
