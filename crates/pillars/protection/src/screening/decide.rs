//! Deciding: one named person says what is found; a lower result than the proposal takes two; what
//! was decided can be opened again. Every step stays.

use access::Action;
use access::action::{ConfirmLowerResult, DecideScreening, ProposeLowerResult, ReopenScreening};
use record::Relation;
use store::{StoreError, Unit};
use vault::Plain;

use super::rule::{Outcome, propose};
use super::{Deciding, Done, ScreeningError, State, Step, store as table};

/// `DecideScreening`: this person finds this, with these reasons. Not below what is proposed; above it
/// is a trained worker's judgement.
pub async fn decide_screening(
    unit: &Unit<DecideScreening>,
    outcome: Outcome,
    reasons: &Plain<String>,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    if outcome < proposed(unit).await? {
        return Err(ScreeningError::Lower);
    }
    step(unit, seen, (Step::Decided, outcome), reasons).await?;
    table::set_state(unit, unit.record(), State::Decided).await?;
    unit.answer(form_key, "decided").await?;
    Ok(Done::Now)
}

/// `ProposeLowerResult`: less than what is proposed, with reasons. It waits for a supervisor.
pub async fn propose_lower_result(
    unit: &Unit<ProposeLowerResult>,
    outcome: Outcome,
    reasons: &Plain<String>,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    if outcome >= proposed(unit).await? {
        return Err(ScreeningError::NotLower);
    }
    step(unit, seen, (Step::LowerProposed, outcome), reasons).await?;
    let screening = unit.record();
    unit.end_grant(screening, Relation::Proposer, None).await?;
    if let Some(member) = unit.actor().member() {
        unit.grant(screening, member.account, Relation::Proposer, None, None)
            .await?;
    }
    table::set_state(unit, screening, State::LowerProposed).await?;
    unit.answer(form_key, "proposed").await?;
    Ok(Done::Now)
}

/// `ConfirmLowerResult`: another person, who supervises, agrees with the proposal as it was shown.
pub async fn confirm_lower_result(
    unit: &Unit<ConfirmLowerResult>,
    reasons: &Plain<String>,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let decisions = table::decisions(unit, unit.record()).await?;
    let last = decisions.last().ok_or(StoreError::Absent)?;
    let outcome = last.outcome;
    step(unit, seen, (Step::LowerConfirmed, outcome), reasons).await?;
    table::set_state(unit, unit.record(), State::Decided).await?;
    unit.answer(form_key, "confirmed").await?;
    Ok(Done::Now)
}

/// `ReopenScreening`: questions are asked again. What was decided stays on record.
pub async fn reopen_screening(
    unit: &Unit<ReopenScreening>,
    reasons: &Plain<String>,
    seen: i64,
    form_key: &str,
) -> Result<Done, ScreeningError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let screening = unit.record();
    let decisions = table::decisions(unit, screening).await?;
    let before = decisions.last().ok_or(StoreError::Absent)?;
    let outcome = before.outcome;
    step(unit, seen, (Step::Reopened, outcome), reasons).await?;
    unit.end_grant(screening, Relation::Proposer, None).await?;
    table::set_state(unit, screening, State::HandedIn).await?;
    unit.answer(form_key, "reopened").await?;
    Ok(Done::Now)
}

/// Below what takes two people: the most that was ever proposed or decided, for any saving since two
/// people last agreed on less. Where nothing was asked there is nothing to decide.
async fn proposed<A: Action>(unit: &Unit<A>) -> Result<Outcome, ScreeningError> {
    let screening = unit.record();
    let savings = table::savings(unit, screening).await?;
    let last = savings.last().ok_or(StoreError::Absent)?;
    if last.1.setting.is_none() {
        return Err(ScreeningError::Nothing);
    }
    let decisions = table::decisions(unit, screening).await?;
    let mut latest = decisions.iter().rev();
    let agreed = latest.find(|one| one.step == Step::LowerConfirmed);
    let agreed = agreed.map(|one| one.number);
    let since = |number: i64| agreed.is_none_or(|agreed| number > agreed);
    let proposed = savings
        .iter()
        .filter(|(number, _)| since(*number) || *number == last.0)
        .map(|(_, talk)| propose(&talk.told()).outcome);
    let decided = decisions
        .iter()
        .filter(|one| one.step == Step::Decided && since(one.number))
        .map(|one| one.outcome);
    Ok(proposed
        .chain(decided)
        .max()
        .unwrap_or(Outcome::MoreInformation))
}

/// Keeps a step, made from the revision that was seen, with the elements by Law 28 beside it.
async fn step<A: Action>(
    unit: &Unit<A>,
    seen: i64,
    (step, outcome): (Step, Outcome),
    reasons: &Plain<String>,
) -> Result<(), ScreeningError> {
    let screening = unit.record();
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    if !table::move_on(unit, screening, seen).await? {
        return Err(ScreeningError::Stale);
    }
    let talk = table::latest(unit, screening).await?;
    let deciding = Deciding {
        step,
        outcome,
        reasons,
        law28: propose(&talk.told()).law28,
    };
    table::decide(unit, screening, seen + 1, member, &deciding).await?;
    unit.reason(step.code()).await;
    Ok(())
}
