//! Somebody leaves a house.

use std::sync::Arc;

use access::Actor;
use access::action::EndStay;
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Form, FormPage, Frame, Problem, Wanting, submit};
use record::{Id, short_code};

use super::refused;
use crate::bed::actions::{end_stay, own_parts};
use crate::bed::{AskState, Ending};

/// Where they go.
pub(super) fn drawn(frame: Frame, request: Id, form: Form) -> FormPage {
    let sent = ("bed-end-send", "bed-end-send");
    let record = (request, short_code(request));
    FormPage::new::<Ending>(frame, record, "bed-end-text", sent, form).back(
        "bed",
        request,
        "bed-title",
    )
}

async fn page(
    app: &App,
    frame: Frame,
    (actor, request): (&Actor, Id),
    form: Form,
) -> Result<FormPage, Problem> {
    let parts = own_parts(&app.store, actor, request).await?;
    let part = parts.iter().find(|part| part.state == AskState::Admitted);
    let part = part.ok_or(Problem::Words("bed-cannot-now"))?;
    Ok(drawn(frame, request, form.put("ask", part.id.to_string())))
}

/// The form.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<EndStay>,
) -> Result<Response, Problem> {
    let (frame, permit) = (allowed.frame("bed-end-title"), allowed.permit);
    let form = Form::fresh(app.world.id(), 0);
    let page = page(&app, frame, (permit.actor(), permit.record()), form).await?;
    Ok(page.show(&allowed.visit))
}

/// The stay ends.
pub(crate) async fn send(
    State(app): State<App>,
    wanting: Wanting<EndStay>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Ending>| async move { end_stay(&unit, &input).await };
    let sent = submit(&app, &wanting, &[], form, act).await?;
    let (visit, of) = (&wanting.visit, (&wanting.actor, wanting.record));
    let again = |form: Form, words| async move {
        let page = page(&app, visit.frame("bed-end-title"), of, form).await?;
        Ok(page.refused(words))
    };
    sent.answer(visit.language, visit.see("beds"), refused, again)
        .await
}
