use std::sync::Arc;

use access::action::KeepPromise;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, PermitRequest, Problem, submit};

use super::{Keeping, keep_promise};

/// Says that what was promised was done, and shows the report again.
pub(crate) async fn keep(
    State(app): State<App>,
    attempt: PermitRequest<KeepPromise>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Keeping>| async move {
        keep_promise(&unit, input.what, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let onward = attempt.visit.redirect_to("report", &attempt.record);
    sent.pressed(onward, "error-choose")
}
