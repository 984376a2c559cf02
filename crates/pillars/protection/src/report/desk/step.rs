//! The one press by which somebody steps back from a report.

use std::sync::Arc;

use access::action::StepBack;
use axum::extract::State;
use axum::response::Response;
use page::{App, Cannot, Form, Problem, Sent, Wanting, submit};

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
    match submit(&app, &wanting, &[], form, act).await? {
        Sent::Done(_) => Ok(wanting.visit.see("reports")),
        Sent::Wrong(_) => Err(Problem::Words("report-step-back-choose")),
        Sent::Refused(_, error) => Err(error.problem()),
    }
}
