//! The whole of a screening, for whoever decides or supervises.

use access::Actor;
use access::action::{
    AnswerScreening, AskForBed, ConfirmLowerResult, DecideScreening, ListLooks, OpenCase,
    ProposeLowerResult, ReadReport, ReadScreening, ReopenScreening,
};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Cannot, Form, Frame, Problem, filters, place_name, render};
use record::{Id, Moment};
use store::StoreError;
use vault::Plain;

use super::view::{Answered, Explained, answered};
use crate::interpreter::said::{self, Said};
use crate::screening::actions::read_screening;
use crate::screening::rule::Outcome;
use crate::screening::{Agreed, Opened, ScreeningError, Setting, Step, Talk};

/// What the page offers to whoever reads it; the gate decides anew when they do it.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub(super) answer: bool,
    pub(super) decide: bool,
    pub(super) lower: bool,
    pub(super) confirm: bool,
    pub(super) reopen: bool,
    pub(super) bed: bool,
    pub(super) case: bool,
    pub(super) report: bool,
    pub(super) looks: bool,
}

impl May {
    async fn ask(
        app: &App,
        actor: &Actor,
        (screening, report): (Id, Id),
    ) -> Result<Self, StoreError> {
        let gate = app.store.gate();
        let one = gate.could(actor, screening).await?;
        let root = gate.could(actor, report).await?;
        Ok(Self {
            answer: one.may::<AnswerScreening>(),
            decide: one.may::<DecideScreening>(),
            lower: one.may::<ProposeLowerResult>(),
            confirm: one.may_when::<ConfirmLowerResult>(&[]),
            reopen: one.may::<ReopenScreening>(),
            bed: gate.ever::<AskForBed>(actor),
            case: gate.ever::<OpenCase>(actor),
            report: root.may::<ReadReport>(),
            looks: one.may::<ListLooks>(),
        })
    }
}

/// A step of a decision, in words.
struct Decided {
    step: Step,
    role: String,
    at: Moment,
    outcome: Outcome,
    reasons: Plain<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "screening/templates/screening.html")]
pub(super) struct ScreeningPage {
    frame: Frame,
    head: crate::screening::Head,
    place: Option<String>,
    explained: Option<Explained>,
    setting: Option<Setting>,
    to_write: Agreed,
    answers: Vec<Answered>,
    decisions: Vec<Decided>,
    said: Vec<Said>,
    form: Form,
    may: May,
}

impl ScreeningPage {
    pub(super) fn new(frame: Frame, form: Form, opened: Opened, said: Vec<Said>, may: May) -> Self {
        let Opened {
            head,
            talk,
            decisions,
        } = opened;
        let language = frame.language;
        let explained = talk
            .setting
            .as_ref()
            .map(|_| Explained::new(&talk, language));
        let decided = decisions.into_iter().map(|one| Decided {
            step: one.step,
            role: format!("role-{}", one.role.code()),
            at: one.at,
            outcome: one.outcome,
            reasons: one.reasons,
        });
        let answers = answered(&talk, language);
        let Talk {
            to_write, setting, ..
        } = talk;
        Self {
            place: place_name(head.governorate.as_deref(), language),
            explained,
            to_write,
            answers,
            setting,
            decisions: decided.collect(),
            said,
            form,
            may,
            head,
            frame,
        }
    }

    /// The route by which the reader says how it was with an interpreter; none, for whoever only reads.
    fn says(&self) -> &'static str {
        if self.may.answer {
            "screening-interpreter"
        } else {
            ""
        }
    }

    /// The ticks that make a talk safe, each with whether it holds.
    fn ticks(&self) -> Vec<(&'static str, bool)> {
        let Some(setting) = &self.setting else {
            return Vec::new();
        };
        vec![
            ("screening-alone", setting.alone),
            ("screening-own-language", setting.own_language),
            ("screening-no-link", setting.no_link),
            ("screening-safe-place", setting.safe_place),
        ]
    }

    /// Within a week whoever exploits them was there: safety first.
    fn is_recent(&self) -> bool {
        let setting = self.setting.as_ref();
        setting.is_some_and(|setting| setting.contact.is_recent())
    }
}

/// A screening, opened.
pub(super) async fn show(
    State(app): State<App>,
    allowed: Allowed<ReadScreening>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let read = app.store.read(permit, |unit| async move {
        let opened = read_screening(&unit).await?;
        Ok::<_, ScreeningError>((opened, said::of(&unit, unit.record()).await?))
    });
    let (opened, said) = read.await.map_err(Cannot::problem)?;
    let ids = (opened.head.record, opened.head.root);
    let may = May::ask(&app, &actor, ids).await?;
    let form = Form::fresh(app.world.id(), 0);
    let frame = visit.frame("screening-title");
    Ok(render(
        visit.language,
        &ScreeningPage::new(frame, form, opened, said, may),
    ))
}
