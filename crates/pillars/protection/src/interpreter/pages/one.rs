//! One interpreter: the number, what they have sworn, to whom they are linked; and, for a talk or a case,
//! what is said of them there.

use access::action::{ListInterpreters, WriteInterpreter};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{Allowed, App, Cannot as _, Form, Frame, Problem, filters, place_name, render};
use vault::Plain;

use super::list::Of;
use crate::interpreter::actions::read_interpreter;
use crate::interpreter::{InterpreterError, Line, Opened, State as Standing, Word, said};
use crate::shelter::language::spoken_words;

/// The talk or case for which somebody is called.
pub(super) struct For {
    pub(super) of: Of,
    /// Whether they may be offered to its people.
    pub(super) is_offered: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "interpreter/templates/one.html")]
pub(super) struct OnePage {
    frame: Frame,
    form: Form,
    line: Line,
    languages: String,
    place: String,
    number: Option<Plain<String>>,
    links: Option<Plain<String>>,
    on: Option<For>,
    writes: bool,
}

impl OnePage {
    pub(super) fn new(
        frame: Frame,
        form: Form,
        opened: Opened,
        on: Option<For>,
        writes: bool,
    ) -> Self {
        let Opened {
            line,
            number,
            links,
        } = opened;
        let language = frame.language;
        Self {
            languages: spoken_words(language, &line.languages).unwrap_or_default(),
            place: place_name(Some(&line.governorate), language).unwrap_or_default(),
            number,
            links,
            on,
            writes,
            line,
            form,
            frame,
        }
    }

    fn is_doubted(&self) -> bool {
        self.line.state == Standing::Doubted
    }

    fn is_over(&self) -> bool {
        matches!(self.line.state, Standing::Ended | Standing::Barred)
    }

    /// What may be said of them here.
    fn words(on: &For) -> Vec<Word> {
        let all = Word::ALL.iter().copied();
        all.filter(|word| on.is_offered || *word != Word::Helped)
            .collect()
    }

    fn all_href(&self) -> String {
        let list = self.frame.href("interpreters");
        match &self.on {
            Some(on) => format!("{list}?of={}", on.of.record),
            None => list,
        }
    }
}

/// One interpreter.
pub(super) async fn show(
    State(app): State<App>,
    allowed: Allowed<ListInterpreters>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let (actor, record) = (permit.actor().clone(), permit.record());
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let of = Of::asked(&app, &actor, &mut asked).await?;
    let at = of.map(|of| of.record);
    let read = app.store.read(permit, move |unit| async move {
        let opened = read_interpreter(&unit).await?;
        let is_offered = match at {
            Some(at) => said::is_offered(&unit, at, unit.record()).await?,
            None => true,
        };
        Ok::<_, InterpreterError>((opened, is_offered))
    });
    let (opened, is_offered) = read.await.map_err(InterpreterError::problem)?;
    let on = of.map(|of| For { of, is_offered });
    let gate = app.store.gate();
    let could = gate.could(&actor, record).await?;
    let writes = could.may::<WriteInterpreter>();
    let form = Form::fresh(app.world.id(), 0);
    let frame = visit.frame("interpreter-title");
    Ok(render(
        visit.language,
        &OnePage::new(frame, form, opened, on, writes),
    ))
}
