//! A press that says how it was with an interpreter, in a case or in a talk.

use std::sync::Arc;

use access::Action;
use access::action::{AnswerScreening, WriteCase};
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, PermitRequest, Problem, submit};

use crate::interpreter::forms::Saying;
use crate::interpreter::said::say_of_interpreter;

/// Takes it, and goes back to the record.
async fn take<A: Action>(
    app: &App,
    attempt: &PermitRequest<A>,
    form: Form,
    back: &'static str,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Saying>| async move {
        say_of_interpreter(&unit, input.interpreter, input.word, &input.form_key).await
    };
    let sent = submit(app, attempt, &[], form, act).await?;
    let onward = attempt.visit.redirect_to(back, &attempt.record);
    sent.pressed(onward, "error-choose")
}

/// In a case.
pub(super) async fn in_case(
    State(app): State<App>,
    attempt: PermitRequest<WriteCase>,
    form: Form,
) -> Result<Response, Problem> {
    take(&app, &attempt, form, "case").await
}

/// In a talk.
pub(super) async fn in_talk(
    State(app): State<App>,
    attempt: PermitRequest<AnswerScreening>,
    form: Form,
) -> Result<Response, Problem> {
    take(&app, &attempt, form, "screening-answers").await
}
