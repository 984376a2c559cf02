//! Handing a shift over: all that Today has of a desk on one page, which whoever comes reads and takes
//! over.

use access::Actor;
use access::action::{ReadToday, TakeOverShift};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{
    Allowed, App, Form, Frame, FrameKind, Problem, Sampled, Visit, filters, render, sampled,
};
use protection::shift::{TakenOver, latest, take_over_shift};
use record::{Id, Language, Moment, Role, Task};
use store::StoreError;

use super::rules::{self, MOST};
use super::view::{Matter, all_matters};

page::fields! {
    /// The press by which somebody takes over.
    pub(super) struct TakingOver {}
}

/// The page of a shift.
#[derive(Template)]
#[template(path = "today/templates/handover.html")]
pub(super) struct HandoverPage {
    frame: Frame,
    matters: Vec<Matter>,
    /// Lists in which more may stand than one page has.
    more: Vec<String>,
    /// Who took over before, as messages.
    taken: Vec<(String, Moment)>,
    form: Form,
}

impl HandoverPage {
    fn new(frame: Frame, tasks: Vec<Task>, taken: Vec<TakenOver>, form: Form) -> Self {
        let (matters, counts) = rules::whole_day(tasks, frame.now);
        let more = counts.into_iter().filter(|(_, count)| *count > MOST);
        let more = more.map(|(list, _)| frame.href(list));
        let role = |one: TakenOver| (format!("role-{}", one.role.code()), one.at);
        Self {
            more: more.collect(),
            matters: all_matters(matters, &frame),
            taken: taken.into_iter().map(role).collect(),
            form,
            frame,
        }
    }
}

/// What is open at the desk, and who took over last.
pub(super) async fn show(
    State(app): State<App>,
    allowed: Allowed<TakeOverShift>,
) -> Result<Response, Problem> {
    let (visit, actor) = (allowed.visit, allowed.permit.actor().clone());
    let page = page(&app, &visit, &actor).await?;
    Ok(render(visit.language, &page))
}

async fn page(app: &App, visit: &Visit, actor: &Actor) -> Result<HandoverPage, Problem> {
    let gate = app.store.gate();
    let day = gate
        .permit_new::<ReadToday>(actor, &[])
        .map_err(StoreError::from)?;
    let desk = actor.member().map_or(Id::NONE, |member| member.org);
    let read = app.store.read(day, move |day| async move {
        let tasks = protection::tasks(&day).await?;
        Ok::<_, StoreError>((tasks, latest(&day, desk).await?))
    });
    let (tasks, taken) = read.await?;
    let form = Form::fresh(app.world.id(), 0);
    let frame = visit.frame("handover-title");
    Ok(HandoverPage::new(frame, tasks, taken, form))
}

/// Takes over, and shows it again with that.
pub(super) async fn take_over(
    State(app): State<App>,
    allowed: Allowed<TakeOverShift>,
    form: Form,
) -> Result<Response, Problem> {
    let key = form.key().to_owned();
    let taken = app.store.unit(allowed.permit, move |unit| {
        let key = key.clone();
        async move { take_over_shift(&unit, &key).await }
    });
    taken.await?;
    Ok(allowed.visit.redirect("handover"))
}

/// The page with made-up data.
pub(super) fn samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "handover-title");
    let page = |tasks, taken| {
        let frame = frame();
        let form = Form::fresh(Id::from_bytes([9; 16]), 0);
        HandoverPage::new(frame, tasks, taken, form)
    };
    let taken = vec![TakenOver {
        role: Role::Responder,
        at: frame().now.plus_seconds(-3600),
    }];
    vec![
        sampled(
            "full",
            language,
            &page(super::samples::tasks(&frame()), taken),
        ),
        sampled("empty", language, &page(Vec::new(), Vec::new())),
    ]
}
