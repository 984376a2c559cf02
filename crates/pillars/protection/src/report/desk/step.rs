//! The one press by which somebody steps back from a report.

use access::action::StepBack;
use axum::extract::State;
use axum::response::Response;
use page::{App, Form, Problem, Wanting, once};

use crate::report::pages::problem;
use crate::report::step_back::{StepsBack, step_back};

/// Steps back, and leads to the list: the report is there no more for whoever pressed.
pub(crate) async fn back(
    State(app): State<App>,
    wanting: Wanting<StepBack>,
    mut form: Form,
) -> Result<Response, Problem> {
    let visit = &wanting.visit;
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see("reports"));
    };
    let Some(why) = form.needed_code::<StepsBack>("why", "error-choose") else {
        return Err(Problem::Words("report-step-back-choose"));
    };
    let key = form.key().to_owned();
    let done = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { step_back(&unit, why, &key).await }
    });
    done.await.map_err(problem)?;
    Ok(visit.see("reports"))
}
