//! What every form does: the permit once, the fields, the act, and the way back.

use std::sync::Arc;

use access::Action;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use record::{Id, Language};
use store::{StoreError, Unit};

use crate::about::Lists;
use crate::allowed::{PermitRequest, once};
use crate::app::App;
use crate::choice::Choice;
use crate::field::{Field, Fields};
use crate::filters;
use crate::form::Form;
use crate::frame::Frame;
use crate::page::render_as;
use crate::problem::Problem;

/// What can go wrong, as pages say it.
pub trait Cannot: Sized {
    /// The message that says above a form why it cannot be done; a problem, where the page itself is
    /// of no use.
    fn cannot(self) -> Result<&'static str, Problem>;

    /// As a page of its own.
    fn problem(self) -> Problem {
        match self.cannot() {
            Ok(words) => Problem::Explained(words),
            Err(problem) => problem,
        }
    }
}

impl Cannot for StoreError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Err(self.into())
    }
}

/// What became of a form that was sent.
pub enum Sent<T, E> {
    /// It did what it says; none, where the same form had done it before.
    Done(Option<T>),
    /// Something in it is wrong or missing.
    Wrong(Form),
    /// It cannot be done.
    Refused(Form, E),
}

/// Does `A` by a form that was sent: asks for the permit with the states of this moment, reads the
/// fields, and acts in one unit. The same form sent twice acts once.
pub async fn submit<A, I, T, E, F, Fut>(
    app: &App,
    attempt: &PermitRequest<A>,
    states: &[&str],
    mut form: Form,
    act: F,
) -> Result<Sent<T, E>, Problem>
where
    A: Action,
    I: Fields,
    F: Fn(Unit<A>, Arc<I>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let Some(permit) = attempt.permit_once(app, states, form.key()).await? else {
        return Ok(Sent::Done(None));
    };
    let Some(input) = I::read(&mut form) else {
        return Ok(Sent::Wrong(form));
    };
    let input = Arc::new(input);
    let done = once(app, permit, form.key(), move |unit| {
        act(unit, input.clone())
    });
    Ok(match done.await {
        Ok(done) => Sent::Done(done),
        Err(error) => Sent::Refused(form, error),
    })
}

impl<T, E> Sent<T, E> {
    /// What follows a single press, which has no page of its own to come back to: onward, or a page
    /// that says why it cannot be done; `wrong` says what is missing.
    pub fn pressed(self, onward: Response, wrong: &'static str) -> Result<Response, Problem>
    where
        E: Cannot,
    {
        match self {
            Self::Done(_) => Ok(onward),
            Self::Wrong(_) => Err(Problem::Explained(wrong)),
            Self::Refused(_, error) => Err(error.problem()),
        }
    }

    /// Onward, or the form's page again with everything that was typed: with what is wrong, or with
    /// the message of why it cannot be done.
    pub async fn answer<P: Template, Fut>(
        self,
        language: Language,
        onward: Response,
        again: impl FnOnce(Form, Option<&'static str>) -> Fut,
    ) -> Result<Response, Problem>
    where
        E: Cannot,
        Fut: Future<Output = Result<P, Problem>>,
    {
        let page = match self {
            Self::Done(_) => return Ok(onward),
            Self::Wrong(form) => again(form, None).await?,
            Self::Refused(form, error) => again(form, Some(error.cannot()?)).await?,
        };
        Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
    }
}

/// A page of one form about one record, drawn from its list of fields.
#[derive(Template)]
#[template(path = "form.html")]
pub struct FormPage {
    frame: Frame,
    code: String,
    lead: &'static str,
    action: String,
    send: &'static str,
    back: (String, &'static str),
    fields: &'static [Field],
    form: Form,
    options: fn(&Field, &Frame) -> Vec<Choice>,
    lists: Lists,
    refused: Option<&'static str>,
}

impl FormPage {
    /// The page of the form `I` about the record with this short code: the message above it, the
    /// route that takes it, and the message on the button.
    pub fn new<I: Fields>(
        frame: Frame,
        (record, code): (Id, String),
        lead: &'static str,
        (route, send): (&'static str, &'static str),
        form: Form,
    ) -> Self {
        Self {
            code,
            lead,
            action: frame.href_to(route, &record),
            send,
            back: (frame.href("start"), "back-to-start"),
            fields: I::FIELDS,
            form,
            options: |field, frame| field.options(&frame.language),
            lists: Vec::new(),
            refused: None,
            frame,
        }
    }

    /// With the way back to the record: its route and the message that names it.
    #[must_use]
    pub fn back(mut self, route: &'static str, record: Id, key: &'static str) -> Self {
        self.back = (self.frame.href_to(route, &record), key);
        self
    }

    /// With lists that the page makes.
    #[must_use]
    pub fn offering(mut self, options: fn(&Field, &Frame) -> Vec<Choice>) -> Self {
        self.options = options;
        self
    }

    /// With lists that the store knows.
    #[must_use]
    pub fn listing(mut self, lists: Lists) -> Self {
        self.lists = lists;
        self
    }

    /// Saying above the form why it cannot be done.
    #[must_use]
    pub fn refused(mut self, words: Option<&'static str>) -> Self {
        self.refused = words;
        self
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        let mut lists = self.lists.iter();
        match lists.find(|(name, _)| *name == field.name) {
            Some((_, list)) => list.clone(),
            None => (self.options)(field, &self.frame),
        }
    }
}
