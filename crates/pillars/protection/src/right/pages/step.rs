//! What somebody does about one right: an answer, which closes nothing, or an outcome.

use std::sync::Arc;

use access::action::{AnswerUnmetRight, CloseUnmetRight};
use access::{Action, Permit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Field, Fields, Form, Frame, PermitRequest, Problem, Visit, filters,
    render, submit,
};

use super::{May, Shown};
use crate::reader::pages::{Number, numbers_for};
use crate::right::Line;
use crate::right::actions::{answer_right, close_right};
use crate::right::forms::{Answering, Closing};
use crate::right::list::right;

/// One question about one right.
#[derive(Template)]
#[template(path = "right/templates/step.html")]
pub(crate) struct StepPage {
    frame: Frame,
    line: Shown,
    form: Form,
    fields: &'static [Field],
    lead: &'static str,
    send: &'static str,
    action: String,
    /// Whom to call about it.
    numbers: Vec<Number>,
}

impl StepPage {
    /// With the message above the form, and the route that takes it, which names the button too.
    fn new<I: Fields>(
        frame: Frame,
        line: &Line,
        form: Form,
        lead: &'static str,
        send: &'static str,
    ) -> Self {
        Self {
            line: Shown::new(line, &[], May::default(), &frame),
            form,
            fields: I::FIELDS,
            lead,
            send,
            action: frame.href_to(send, &line.record),
            numbers: Vec::new(),
            frame,
        }
    }

    /// With the numbers of the governorate.
    #[must_use]
    pub(super) fn calling(mut self, numbers: Vec<Number>) -> Self {
        self.numbers = numbers;
        self
    }

    pub(super) fn answer(frame: Frame, line: &Line, form: Form) -> Self {
        Self::new::<Answering>(frame, line, form, "right-answer-lead", "right-answer-send")
    }

    pub(super) fn close(frame: Frame, line: &Line, form: Form) -> Self {
        Self::new::<Closing>(frame, line, form, "right-close-lead", "right-close-send")
    }
}

/// Opens the right for a page of it.
async fn open<A: Action>(app: &App, permit: Permit<A>) -> Result<Line, Problem> {
    app.store
        .read(permit, |unit| async move { right(&unit).await })
        .await
        .map_err(Cannot::problem)
}

async fn answer_page(
    app: &App,
    visit: &Visit,
    line: &Line,
    form: Form,
) -> Result<StepPage, Problem> {
    let numbers = numbers_for(app, visit, Some(&line.governorate)).await?;
    let page = StepPage::answer(visit.frame("right-answer-title"), line, form);
    Ok(page.calling(numbers))
}

fn close_page(visit: &Visit, line: &Line, form: Form) -> StepPage {
    StepPage::close(visit.frame("right-close-title"), line, form)
}

/// What was done about it?
pub(crate) async fn begin_answer(
    State(app): State<App>,
    allowed: Allowed<AnswerUnmetRight>,
) -> Result<Response, Problem> {
    let line = open(&app, allowed.permit).await?;
    let form = Form::fresh(app.world.id(), 0);
    let page = answer_page(&app, &allowed.visit, &line, form).await?;
    Ok(render(allowed.visit.language, &page))
}

/// What was done about it. It closes nothing.
pub(crate) async fn answer(
    State(app): State<App>,
    attempt: PermitRequest<AnswerUnmetRight>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Answering>| async move {
        answer_right(&unit, input.answer, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (app, attempt, visit) = (&app, &attempt, &attempt.visit);
    let again = |form, _| async move {
        let line = open(app, attempt.permit(app, &[]).await?).await?;
        answer_page(app, visit, &line, form).await
    };
    sent.answer(visit.language, visit.redirect("rights"), again)
        .await
}

/// How did it come out?
pub(crate) async fn begin_close(
    State(app): State<App>,
    allowed: Allowed<CloseUnmetRight>,
) -> Result<Response, Problem> {
    let line = open(&app, allowed.permit).await?;
    let page = close_page(&allowed.visit, &line, Form::fresh(app.world.id(), 0));
    Ok(render(allowed.visit.language, &page))
}

/// How it came out; with that it is closed.
pub(crate) async fn close(
    State(app): State<App>,
    attempt: PermitRequest<CloseUnmetRight>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Closing>| async move {
        close_right(&unit, input.outcome, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (app, attempt, visit) = (&app, &attempt, &attempt.visit);
    let again = |form, _| async move {
        let line = open(app, attempt.permit(app, &[]).await?).await?;
        Ok(close_page(visit, &line, form))
    };
    sent.answer(visit.language, visit.redirect("rights"), again)
        .await
}
