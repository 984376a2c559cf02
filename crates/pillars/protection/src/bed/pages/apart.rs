//! People who must not meet: written and read by the person's team alone.

use std::sync::Arc;

use access::Permit;
use access::action::WriteKeepApart;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{Allowed, App, Form, Frame, Problem, Visit, Wrong, filters, render, render_as};
use record::Id;

use super::problem;
use crate::bed::actions::{read_keep_apart, write_keep_apart};
use crate::bed::rules::LONGEST;
use crate::bed::{BedError, KeepingApart, KeptApart};
use crate::report::rules::short_code;

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
        .map_err(problem)?;
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
    allowed: Allowed<WriteKeepApart>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let code = form.needed_text("code", "bed-wrong-apart", 12);
    let said = form.needed_text("said", "error-write", LONGEST);
    let (Some(_), Some(said)) = (code, said) else {
        let page = apart_page(&app, &visit, permit, form).await?;
        return Ok(render_as(wrong, visit.language, &page));
    };
    let request = permit.record();
    let input = Arc::new(KeepingApart {
        code: form.open("code").to_owned(),
        said,
        form_key: form.key().to_owned(),
    });
    let done = app.store.unit(permit.clone(), move |unit| {
        let input = input.clone();
        async move { write_keep_apart(&unit, &input).await }
    });
    match done.await {
        Ok(_) => Ok(visit.see_with("bed-apart", &request)),
        Err(BedError::NotACode) => {
            form.wrong("code", Wrong::new("bed-wrong-apart"));
            let page = apart_page(&app, &visit, permit, form).await?;
            Ok(render_as(wrong, visit.language, &page))
        }
        Err(error) => Err(problem(error)),
    }
}
