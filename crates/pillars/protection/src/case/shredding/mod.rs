//! A closed case is shredded: what was written of it, of its person and of the screening from which it was
//! opened opens never again. Whoever answers for it proposes, a supervisor agrees, both after their
//! password (`docs/domain/protection-standards.md` 8).
//!
//! What stays is what no person can be found by: that it was counted, when a clock ran, who looked.

mod forms;

use access::action::{ConfirmShredding, ProposeShredding, ShredPerson, ShredScreening};
use record::{Id, Relation};
use store::{StoreError, Unit};

pub(super) use forms::{Agreeing, Proposing};

use super::actions::{enter, must_be_over};
use super::{CaseError, Done, State, What, store as table};
use crate::{person, screening};

record::codes! {
    /// Why a case is shredded.
    Why labelled "case-shred-why" {
        /// The person asks for it.
        Asked = "asked",
        /// It was kept as long as it may be.
        Kept = "kept",
        /// It is about nobody: opened by mistake.
        Mistake = "mistake",
    }
}

/// The state of the guard of what was shredded: no list walks it, and no row permits anything on it.
const SHREDDED: &str = "shredded";

/// `ProposeShredding`: a supervisor has the last word. Until then it can be opened again.
pub async fn propose_shredding(
    unit: &Unit<ProposeShredding>,
    why: Why,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    must_be_over(unit, &table::head_of(unit, case).await?).await?;
    unit.end_grant(case, Relation::Proposer, None).await?;
    if let Some(member) = unit.actor().member() {
        unit.grant(case, member.account, Relation::Proposer, None, None)
            .await?;
    }
    enter(unit, case, What::ShredProposed, None).await?;
    unit.set_state(case, State::ShredProposed.code()).await?;
    table::settle(unit, case).await?;
    unit.reason(why.code()).await;
    unit.answer(form_key, "proposed").await?;
    Ok(Done::Now)
}

/// `ConfirmShredding`: another person, who supervises, agrees. From this moment nobody holds it.
pub async fn confirm_shredding(
    unit: &Unit<ConfirmShredding>,
    form_key: &str,
) -> Result<Done, CaseError> {
    let case = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    // What began since it closed is not lost with it: somebody to be told, a clock of a child.
    let head = table::head_of(unit, case).await?;
    must_be_over(unit, &head).await?;
    let gate = unit.store().gate();
    let permit = gate.permit::<ShredPerson>(unit.actor(), head.person);
    unit.join(permit.await?).await?;
    person::forget(unit, head.person).await?;
    end(unit, head.person).await?;
    if let Some(screening) = head.screening {
        let permit = gate.permit::<ShredScreening>(unit.actor(), screening);
        unit.join(permit.await?).await?;
        screening::forget(unit, screening).await?;
        end(unit, screening).await?;
    }
    table::forget(unit, case).await?;
    end(unit, case).await?;
    unit.answer(form_key, SHREDDED).await?;
    Ok(Done::Now)
}

/// Destroys a record's key; nobody holds it from now on.
async fn end(unit: &Unit<ConfirmShredding>, record: Id) -> Result<(), StoreError> {
    unit.shred(record).await?;
    unit.set_waits(record, None).await?;
    unit.set_state(record, SHREDDED).await?;
    for relation in [
        Relation::Owner,
        Relation::Team,
        Relation::Supervising,
        Relation::Proposer,
    ] {
        unit.end_grant(record, relation, None).await?;
    }
    Ok(())
}
