//! What somebody does about one right: an answer, which closes nothing, or an outcome.

use access::action::{AnswerUnmetRight, CloseUnmetRight};
use access::{Action, Permit};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{Allowed, App, Choice, Form, Frame, Problem, Visit, Wanting, filters};
use page::{once, render, render_as};

use super::{May, Shown, problem};
use crate::right::actions::{answer_right, close_right};
use crate::right::list::right;
use crate::right::{Answer, Line, Outcome};

/// One question about one right.
#[derive(Template)]
#[template(path = "right/templates/step.html")]
pub(crate) struct StepPage {
    frame: Frame,
    line: Shown,
    form: Form,
    lead: &'static str,
    field: &'static str,
    question: &'static str,
    button: &'static str,
    action: String,
    choices: Vec<Choice>,
}

impl StepPage {
    pub(super) fn answer(frame: Frame, line: &Line, form: Form) -> Self {
        Self {
            line: Shown::new(line, &[], May::default(), &frame),
            form,
            lead: "right-answer-lead",
            field: "answer",
            question: "right-answer-what",
            button: "right-answer-send",
            action: frame.href_to("right-answer-send", &line.record),
            choices: Choice::all::<Answer>(frame.language),
            frame,
        }
    }

    pub(super) fn close(frame: Frame, line: &Line, form: Form) -> Self {
        Self {
            line: Shown::new(line, &[], May::default(), &frame),
            form,
            lead: "right-close-lead",
            field: "outcome",
            question: "right-close-outcome",
            button: "right-close-send",
            action: frame.href_to("right-close-send", &line.record),
            choices: Choice::all::<Outcome>(frame.language),
            frame,
        }
    }
}

async fn open<A: Action>(app: &App, permit: Permit<A>) -> Result<Line, Problem> {
    app.store
        .read(permit, |unit| async move { right(&unit).await })
        .await
        .map_err(problem)
}

async fn answer_page(
    app: &App,
    visit: &Visit,
    permit: Permit<AnswerUnmetRight>,
    form: Form,
) -> Result<StepPage, Problem> {
    let line = open(app, permit).await?;
    Ok(StepPage::answer(
        visit.frame("right-answer-title"),
        &line,
        form,
    ))
}

/// What was done about it?
pub(crate) async fn begin_answer(
    State(app): State<App>,
    allowed: Allowed<AnswerUnmetRight>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let page = answer_page(&app, &allowed.visit, allowed.permit, form).await?;
    Ok(render(allowed.visit.language, &page))
}

/// What was done about it. It closes nothing.
pub(crate) async fn answer(
    State(app): State<App>,
    wanting: Wanting<AnswerUnmetRight>,
    mut form: Form,
) -> Result<Response, Problem> {
    let visit = &wanting.visit;
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see("rights"));
    };
    let Some(answer) = form.needed_code::<Answer>("answer", "error-choose") else {
        let page = answer_page(&app, visit, permit, form).await?;
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(render_as(wrong, visit.language, &page));
    };
    let key = form.key().to_owned();
    let done = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { answer_right(&unit, answer, &key).await }
    });
    done.await.map_err(problem)?;
    Ok(visit.see("rights"))
}

async fn close_page(
    app: &App,
    visit: &Visit,
    permit: Permit<CloseUnmetRight>,
    form: Form,
) -> Result<StepPage, Problem> {
    let line = open(app, permit).await?;
    Ok(StepPage::close(
        visit.frame("right-close-title"),
        &line,
        form,
    ))
}

/// How did it come out?
pub(crate) async fn begin_close(
    State(app): State<App>,
    allowed: Allowed<CloseUnmetRight>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let page = close_page(&app, &allowed.visit, allowed.permit, form).await?;
    Ok(render(allowed.visit.language, &page))
}

/// How it came out; with that it is closed.
pub(crate) async fn close(
    State(app): State<App>,
    wanting: Wanting<CloseUnmetRight>,
    mut form: Form,
) -> Result<Response, Problem> {
    let visit = &wanting.visit;
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see("rights"));
    };
    let Some(outcome) = form.needed_code::<Outcome>("outcome", "error-choose") else {
        let page = close_page(&app, visit, permit, form).await?;
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(render_as(wrong, visit.language, &page));
    };
    let key = form.key().to_owned();
    let done = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { close_right(&unit, outcome, &key).await }
    });
    done.await.map_err(problem)?;
    Ok(visit.see("rights"))
}
