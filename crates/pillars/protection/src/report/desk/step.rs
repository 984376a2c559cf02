//! The one press by which somebody steps back from a report.

use std::sync::Arc;

use access::action::StepBack;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, Problem, Wanting, submit};

use crate::report::forms::SteppingBack;
use crate::report::step_back::step_back;

/// Steps back, and leads to the list: the report is there no more for whoever pressed.
pub(crate) async fn back(
    State(app): State<App>,
    wanting: Wanting<StepBack>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<SteppingBack>| async move {
        step_back(&unit, input.why, &input.form_key).await
    };
    let sent = submit(&app, &wanting, &[], form, act).await?;
    sent.pressed(wanting.visit.see("reports"), "report-step-back-choose")
}
