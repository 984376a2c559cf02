//! What people do about a right that is not met.

use access::action::{AnswerUnmetRight, CloseUnmetRight};
use record::Done;
use store::Unit;

use super::{Answer, Outcome, RightError, State, facts, store as table};

/// `AnswerUnmetRight`: what whoever watches did about it. It closes nothing.
pub async fn answer_right(
    unit: &Unit<AnswerUnmetRight>,
    answer: Answer,
    form_key: &str,
) -> Result<Done, RightError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    table::set_answer(unit, unit.record(), answer).await?;
    unit.reason(answer.code()).await;
    unit.answer(form_key, answer.code()).await?;
    Ok(Done::Now)
}

/// `CloseUnmetRight`: it is met, and this is how it came out.
pub async fn close_right(
    unit: &Unit<CloseUnmetRight>,
    outcome: Outcome,
    form_key: &str,
) -> Result<Done, RightError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let right = unit.record();
    table::set_outcome(unit, right, outcome).await?;
    let line = table::line(&**unit, right, access::Shows::All).await?;
    facts::met(unit, &line).await?;
    unit.set_state(right, State::Closed.code()).await?;
    unit.reason(outcome.code()).await;
    unit.answer(form_key, outcome.code()).await?;
    Ok(Done::Now)
}
