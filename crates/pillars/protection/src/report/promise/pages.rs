use std::sync::Arc;

use access::action::KeepPromise;
use axum::extract::State;
use axum::response::Response;
use page::{App, Cannot, Form, Problem, Sent, Wanting, submit};

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
    match submit(&app, &wanting, &[], form, act).await? {
        Sent::Done(_) => Ok(wanting.visit.see_with("report", &wanting.record)),
        Sent::Wrong(_) => Err(Problem::Words("error-choose")),
        Sent::Refused(_, error) => Err(error.problem()),
    }
}
