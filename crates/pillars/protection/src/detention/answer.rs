//! What a lawyer says about somebody held: that they have taken it, and how it stands. It closes
//! nothing and opens nothing that anybody wrote; the desk of the report sees it.

use std::sync::Arc;

use ::store::{StoreError, Unit};
use access::Permit;
use access::action::{AnswerHeld, ListHeld};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{
    Allowed, App, Field, Fields as _, Form, Frame, FrameKind, PermitRequest, Problem, Sampled,
    Visit, filters, render, sampled, submit,
};
use record::{Done, Language};

use super::pages::{Row, sample};
use super::tasks::Reads;
use super::{Answer, Holder, Line, store as table};
use crate::reader::pages::{Number, numbers_for};
use crate::reader::samples::numbers;
use crate::samples::{NOW, id};

page::fields! {
    /// A form that says how it stands.
    pub(crate) struct Answering {
        /// How.
        pub answer: Answer = choice("detention-answer", "detention-answer-hint", "error-choose"),
    }
}

/// `AnswerHeld`: what the lawyer says; the last answer stands.
pub async fn answer_held(
    unit: &Unit<AnswerHeld>,
    answer: Answer,
    form_key: &str,
) -> Result<Done, StoreError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    table::answer(unit, unit.record(), answer).await?;
    unit.reason(answer.code()).await;
    unit.answer(form_key, "answered").await?;
    Ok(Done::Now)
}

/// One person held: hours, whom to call, and what is said about it.
#[derive(Template)]
#[template(path = "detention/templates/one.html")]
struct OnePage {
    frame: Frame,
    row: Row,
    /// No judge is asked before departure.
    is_residence: bool,
    numbers: Vec<Number>,
    may_answer: bool,
    form: Form,
}

impl OnePage {
    const FIELDS: &'static [Field] = Answering::FIELDS;
}

async fn one(
    app: &App,
    visit: &Visit,
    permit: Permit<ListHeld>,
    form: Form,
) -> Result<OnePage, Problem> {
    let actor = permit.actor().clone();
    let line = app.store.read(permit, |unit| async move {
        table::one(&unit, unit.record()).await
    });
    let line = line.await?;
    let gate = app.store.gate();
    let could = gate.could(&actor, line.record).await?;
    let frame = visit.frame("detention-one-title");
    Ok(OnePage {
        row: Row::new(&line, &frame, Reads::ask(&gate, &actor)),
        is_residence: line.held_by == Holder::Residence,
        numbers: numbers_for(app, visit, line.governorate.as_deref()).await?,
        may_answer: could.may::<AnswerHeld>(),
        form,
        frame,
    })
}

/// One person held.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<ListHeld>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let page = one(&app, &allowed.visit, allowed.permit, form).await?;
    Ok(render(allowed.visit.language, &page))
}

/// How it stands.
pub(crate) async fn send(
    State(app): State<App>,
    attempt: PermitRequest<AnswerHeld>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Answering>| async move {
        answer_held(&unit, input.answer, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (app, attempt, visit) = (&app, &attempt, &attempt.visit);
    let again = |form, _| async move {
        let gate = app.store.gate();
        let permit = gate
            .permit::<ListHeld>(&attempt.actor, attempt.record)
            .await?;
        one(app, visit, permit, form).await
    };
    let onward = visit.redirect_to("held-one", &attempt.record);
    sent.answer(visit.language, onward, again).await
}

/// The page with made-up data.
pub(crate) fn samples(language: Language) -> Vec<Sampled> {
    let lawyer = Reads {
        open: false,
        closed: false,
    };
    let page = |line: Line, form, called: bool| {
        let frame = Frame::sample(language, FrameKind::Staff, "detention-one-title");
        let page = OnePage {
            row: Row::new(&line, &frame, lawyer),
            is_residence: line.held_by == Holder::Residence,
            numbers: if called {
                Number::all(&numbers(), language)
            } else {
                Vec::new()
            },
            may_answer: line.is_open,
            form,
            frame,
        };
        sampled(if called { "open" } else { "closed" }, language, &page)
    };
    let fresh = || Form::fresh(id(9), 0);
    let taken = Line {
        answer: Some((Answer::Taken, NOW.plus_seconds(-600))),
        ..sample(5, Holder::Unknown)
    };
    vec![
        page(sample(3, Holder::Residence), fresh(), true),
        page(taken, fresh(), false),
    ]
}
