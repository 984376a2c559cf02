//! Stepping back from a report: whoever knows somebody in it, or is in danger by it, is shut out of it
//! and of all that grew from it in the same moment, and says why by a code alone. What they answered
//! for is nobody's until a colleague takes it; where nobody else is at the desk, the next reader does.

use access::action::StepBack;
use record::{EventName, Relation};
use store::{StoreError, Unit};

use super::{Done, ReportError, actions, store as table};
use crate::detention;

record::codes! {
    /// Why somebody steps back.
    StepsBack labelled "report-step-back" {
        /// They know somebody in it.
        Knows = "knows",
        /// Somebody who is accused is near to them.
        Near = "near",
        /// They are threatened.
        Threatened = "threatened",
        /// It is too much for them now.
        TooMuch = "too_much",
        /// Something else, which they tell their supervisor.
        Other = "other",
    }
}

/// `StepBack`: excluded at once, for good.
pub async fn step_back(
    unit: &Unit<StepBack>,
    why: StepsBack,
    form_key: &str,
) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let account = unit.actor().member().ok_or(StoreError::Absent)?.account;
    let owned = actions::owners(unit, report).await?.contains(&account);
    table::insert_step_back(unit, report, account, why).await?;
    for relation in [Relation::Owner, Relation::Team] {
        unit.end_grant(report, relation, Some(account)).await?;
    }
    unit.grant(report, account, Relation::Excluded, None, None)
        .await?;
    if owned {
        clock::follow(unit, report).await?;
        detention::follow(unit, report).await?;
    }
    unit.tell_grown(report, EventName::moved).await?;
    // Where nobody else can read it at this desk, the rule hands it on.
    unit.emit(EventName::ReaderShutOut, report, report, None)
        .await?;
    unit.reason(why.code()).await;
    unit.emit(EventName::SteppedBack, report, report, None)
        .await?;
    unit.answer(form_key, "stepped_back").await?;
    Ok(Done::Now)
}
