use std::sync::Arc;

use access::action::KeepPromise;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, Problem, Wanting, submit};

use super::{Keeping, keep_promise};

/// Says that what was promised was done, and shows the report again.
pub(crate) async fn keep(
    State(app): State<App>,
    wanting: Wanting<KeepPromise>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Keeping>| async move {
        keep_promise(&unit, input.what, &input.form_key).await
    };
    let sent = submit(&app, &wanting, &[], form, act).await?;
    let onward = wanting.visit.see_with("report", &wanting.record);
    sent.pressed(onward, "error-choose")
}
