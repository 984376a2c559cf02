//! The one press by which somebody steps back from a report.

use std::sync::Arc;

use access::action::StepBack;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, PermitRequest, Problem, submit};

use crate::report::forms::SteppingBack;
use crate::report::step_back::step_back;

/// Steps back, and leads to the list: the report is there no more for whoever pressed.
pub(crate) async fn back(
    State(app): State<App>,
    attempt: PermitRequest<StepBack>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<SteppingBack>| async move {
        step_back(&unit, input.why, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    sent.pressed(attempt.visit.redirect("reports"), "report-step-back-choose")
}
