//! A form about one record on a page of its own: what is said and done is declared, and the two
//! handlers, the page and its samples are here.

use access::{Action, Actor};
use axum::extract::State;
use axum::response::Response;
use record::{Id, Language, short_code};
use store::{StoreError, Unit};

use crate::allowed::{Allowed, PermitRequest};
use crate::app::App;
use crate::choice::Choice;
use crate::field::{Field, Fields};
use crate::form::Form;
use crate::frame::{Frame, FrameKind};
use crate::page::{render, sampled};
use crate::problem::Problem;
use crate::route::{Route, Sampled, no_sample};
use crate::submit::{Cannot, FormPage, submit};

/// What the page of a form says, and where it leads: messages and routes by name.
#[derive(Clone, Copy)]
pub struct About {
    /// The title.
    pub title: &'static str,
    /// What stands above the form.
    pub lead: &'static str,
    /// The route that takes the form, which is also the message on its button.
    pub send: &'static str,
    /// The way back to the record: its route, and the message that names it.
    pub back: (&'static str, &'static str),
    /// The route of the list that comes once it is done; the record it goes back to, where none does.
    pub onward: Option<&'static str>,
}

/// Choices that only the store knows, by the name of their field.
pub type Lists = Vec<(&'static str, Vec<Choice>)>;

/// A form about one record, on a page of its own.
pub trait FormAbout: Fields {
    /// What it does.
    type Action: Action;
    /// What can go wrong.
    type Error: Cannot + From<StoreError> + Send + 'static;
    /// What its page says.
    const ABOUT: About;

    /// Fills in what the page itself puts there; a problem, where there is nothing to be done.
    fn fill(
        app: &App,
        actor: &Actor,
        record: Id,
        form: Form,
    ) -> impl Future<Output = Result<Form, Problem>> + Send {
        let _ = (app, actor, record);
        std::future::ready(Ok(form))
    }

    /// What can be chosen of a field: of a list that the page makes, this is where it is made.
    fn options(field: &Field, frame: &Frame) -> Vec<Choice> {
        field.options(&frame.language)
    }

    /// What can be chosen of fields of which only the store knows the list: each by its field's name.
    fn lists(
        app: &App,
        actor: &Actor,
        record: Id,
        language: Language,
    ) -> impl Future<Output = Result<Lists, Problem>> + Send {
        let _ = (app, actor, record, language);
        std::future::ready(Ok(Vec::new()))
    }

    /// Does it.
    fn act(
        &self,
        unit: &Unit<Self::Action>,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

impl Route {
    /// The two routes of a form: its page, and what takes it.
    pub fn form<F: FormAbout>(path: &'static str, name: &'static str) -> [Self; 2] {
        const STAFF: FrameKind = FrameKind::Staff;
        let send = F::ABOUT.send;
        [
            Self::get::<F::Action, _>(path, name, STAFF, samples::<F>, begin::<F>),
            Self::post::<F::Action, _>(path, send, STAFF, no_sample, send_form::<F>).takes::<F>(),
        ]
    }
}

fn drawn<F: FormAbout>(frame: Frame, record: Id, form: Form, lists: Lists) -> FormPage {
    let About {
        lead, send, back, ..
    } = F::ABOUT;
    let about = (record, short_code(record));
    FormPage::new::<F>(frame, about, lead, (send, send), form)
        .offering(F::options)
        .listing(lists)
        .back(back.0, record, back.1)
}

async fn begin<F: FormAbout>(
    State(app): State<App>,
    allowed: Allowed<F::Action>,
) -> Result<Response, Problem> {
    let (frame, permit) = (allowed.frame(F::ABOUT.title), allowed.permit);
    let record = permit.record();
    let form = Form::fresh(app.world.id(), 0);
    let form = F::fill(&app, permit.actor(), record, form).await?;
    let lists = F::lists(&app, permit.actor(), record, frame.language).await?;
    let page = drawn::<F>(frame, record, form, lists);
    Ok(render(allowed.visit.language, &page))
}

async fn send_form<F: FormAbout>(
    State(app): State<App>,
    attempt: PermitRequest<F::Action>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: std::sync::Arc<F>| async move { input.act(&unit).await };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (app, attempt, visit) = (&app, &attempt, &attempt.visit);
    let again = |form, words| async move {
        let (actor, record) = (&attempt.actor, attempt.record);
        let form = F::fill(app, actor, record, form).await?;
        let lists = F::lists(app, actor, record, visit.language).await?;
        let page = drawn::<F>(visit.frame(F::ABOUT.title), record, form, lists);
        Ok(page.refused(words))
    };
    let onward = match F::ABOUT.onward {
        Some(list) => visit.redirect(list),
        None => visit.redirect_to(F::ABOUT.back.0, &attempt.record),
    };
    sent.answer(visit.language, onward, again).await
}

/// The page with nothing filled in, and with everything missing that must be there.
fn samples<F: FormAbout>(language: Language) -> Vec<Sampled> {
    let (key, record) = (Id::from_bytes([9; 16]), Id::from_bytes([2; 16]));
    let page = |form| {
        let frame = Frame::sample(language, FrameKind::Staff, F::ABOUT.title);
        drawn::<F>(frame, record, form, Vec::new())
    };
    let mut wrong = Form::fresh(key, 0);
    F::read(&mut wrong);
    vec![
        sampled("empty", language, &page(Form::fresh(key, 0))),
        sampled(
            "errors",
            language,
            &page(wrong).refused(Some("problem-busy")),
        ),
    ]
}
