//! The one press by which somebody is on a report from now on.

use std::sync::Arc;

use access::action::ClaimReport;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, PermitRequest, Problem, submit};

use crate::report::actions::claim_report;
use crate::report::forms::Claiming;

/// Takes the report, and shows it again.
pub(crate) async fn claim(
    State(app): State<App>,
    attempt: PermitRequest<ClaimReport>,
    form: Form,
) -> Result<Response, Problem> {
    let act =
        |unit, input: Arc<Claiming>| async move { claim_report(&unit, &input.form_key).await };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let onward = attempt.visit.redirect_to("report", &attempt.record);
    sent.pressed(onward, "problem-wrong-way")
}
