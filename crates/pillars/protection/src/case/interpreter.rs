//! What is said of an interpreter in a case: that they helped, that the person wants another, or that
//! whoever exploited the person used them.

use std::sync::Arc;

use access::action::WriteCase;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, PermitRequest, Problem, submit};
use record::{Done, Id};
use store::Unit;

use super::CaseError;
use crate::interpreter::forms::Saying;
use crate::interpreter::{Word, said};

/// `WriteCase`: a word about an interpreter.
pub async fn say_of_interpreter(
    unit: &Unit<WriteCase>,
    interpreter: Id,
    word: Word,
    form_key: &str,
) -> Result<Done, CaseError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    said::say(unit, unit.record(), interpreter, word).await?;
    unit.answer(form_key, word.code()).await?;
    Ok(Done::Now)
}

/// Takes what is said.
pub(super) async fn send(
    State(app): State<App>,
    attempt: PermitRequest<WriteCase>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Saying>| async move {
        say_of_interpreter(&unit, input.interpreter, input.word, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let onward = attempt.visit.redirect_to("case", &attempt.record);
    sent.pressed(onward, "error-choose")
}
