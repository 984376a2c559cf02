//! People who must not meet: written and read by the person's team alone.

use std::sync::Arc;

use access::Permit;
use access::action::WriteKeepApart;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Field, Fields, Form, Frame, PermitRequest, Problem, Sent, Visit, Wrong,
    filters, render, submit,
};
use record::{Id, short_code};

use crate::bed::actions::{read_keep_apart, write_keep_apart};
use crate::bed::{BedError, KeepingApart, KeptApart};

/// From whom the person is kept apart, and one more.
#[derive(Template)]
#[template(path = "bed/templates/apart.html")]
pub(crate) struct ApartPage {
    frame: Frame,
    id: Id,
    code: String,
    pairs: Vec<KeptApart>,
    form: Form,
}

impl ApartPage {
    pub(super) fn new(frame: Frame, request: Id, pairs: Vec<KeptApart>, form: Form) -> Self {
        Self {
            id: request,
            code: short_code(request),
            pairs,
            form,
            frame,
        }
    }

    const FIELDS: &'static [Field] = KeepingApart::FIELDS;
}

async fn apart_page(
    app: &App,
    visit: &Visit,
    permit: Permit<WriteKeepApart>,
    form: Form,
) -> Result<ApartPage, Problem> {
    let request = permit.record();
    let pairs = app
        .store
        .read(permit, |unit| async move { read_keep_apart(&unit).await })
        .await
        .map_err(Cannot::problem)?;
    Ok(ApartPage::new(
        visit.frame("bed-apart-title"),
        request,
        pairs,
        form,
    ))
}

/// What the team wrote, and the form.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<WriteKeepApart>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let page = apart_page(&app, &allowed.visit, allowed.permit, form).await?;
    Ok(render(allowed.visit.language, &page))
}

/// Keeps two people apart.
pub(crate) async fn send(
    State(app): State<App>,
    attempt: PermitRequest<WriteKeepApart>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<KeepingApart>| async move { write_keep_apart(&unit, &input).await };
    let mut sent = submit(&app, &attempt, &[], form, act).await?;
    if let Sent::Refused(mut form, BedError::NotACode) = sent {
        form.wrong("code", Wrong::new("bed-wrong-apart"));
        sent = Sent::Wrong(form);
    }
    let (attempt, visit, app) = (&attempt, &attempt.visit, &app);
    let onward = visit.redirect_to("bed-apart", &attempt.record);
    let again = |form: Form, _| async move {
        let permit = attempt.permit(app, &[]).await?;
        apart_page(app, visit, permit, form).await
    };
    sent.answer(visit.language, onward, again).await
}
