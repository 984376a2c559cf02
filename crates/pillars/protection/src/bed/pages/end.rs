//! Somebody leaves a house.

use std::sync::Arc;

use access::Actor;
use access::action::EndStay;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use page::{Allowed, App, Choice, Form, Frame, Problem, Visit, Wanting, filters};
use page::{once, render, render_as};
use record::Id;

use super::refused;
use super::words::exits;
use crate::bed::actions::{end_stay, own_parts};
use crate::bed::{AskState, Ending, Exit};
use crate::report::rules::short_code;

/// Where they go.
#[derive(Template)]
#[template(path = "bed/templates/end.html")]
pub(crate) struct EndPage {
    frame: Frame,
    id: Id,
    code: String,
    ask: Id,
    form: Form,
    refused: Option<&'static str>,
    exits: Vec<Choice>,
}

impl EndPage {
    pub(super) fn new(
        frame: Frame,
        request: Id,
        ask: Id,
        form: Form,
        refused: Option<&'static str>,
    ) -> Self {
        Self {
            id: request,
            code: short_code(request),
            ask,
            form,
            refused,
            exits: exits(frame.language),
            frame,
        }
    }
}

async fn end_page(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    form: Form,
    refused: Option<&'static str>,
) -> Result<EndPage, Problem> {
    let parts = own_parts(&app.store, actor, request).await?;
    let part = parts.iter().find(|part| part.state == AskState::Admitted);
    let ask = part.ok_or(Problem::Words("bed-cannot-now"))?.id;
    let frame = visit.frame("bed-end-title");
    Ok(EndPage::new(frame, request, ask, form, refused))
}

/// The form.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<EndStay>,
    RawQuery(_): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let form = Form::fresh(app.world.id(), 0);
    let page = end_page(&app, &visit, permit.actor(), permit.record(), form, None).await?;
    Ok(render(visit.language, &page))
}

/// The stay ends.
pub(crate) async fn send(
    State(app): State<App>,
    wanting: Wanting<EndStay>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see("beds"));
    };
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let ask: Option<Id> = form.open("ask").parse().ok();
    let exit: Option<Exit> = form.needed_code("exit", "bed-wrong-exit");
    let (Some(exit), Some(ask)) = (exit, ask) else {
        let page = end_page(&app, visit, actor, request, form, None).await?;
        return Ok(render_as(wrong, visit.language, &page));
    };
    let input = Arc::new(Ending {
        ask,
        exit,
        address_known: form.ticked("known"),
        form_key: form.key().to_owned(),
    });
    let done = once(&app, permit, form.key(), move |unit| {
        let input = input.clone();
        async move { end_stay(&unit, &input).await }
    });
    match done.await {
        Ok(_) => Ok(visit.see("beds")),
        Err(error) => {
            let words = refused(error)?;
            let page = end_page(&app, visit, actor, request, form, Some(words)).await?;
            Ok(render_as(wrong, visit.language, &page))
        }
    }
}
