//! Whom one can call to interpret: for anybody of care, or for the people of one talk or case.

use access::Actor;
use access::action::{
    AddInterpreter, AnswerScreening, ListInterpreters, ReadCase, ReadScreening, WriteCase,
    WriteInterpreter,
};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    After, AllowedList, App, Filter, Form, Frame, Onward, Problem, Sentence, filters, place_name,
    render,
};
use people::saved;
use record::{Id, Language, short_code};
use store::{Page, StoreError};

use crate::interpreter::actions::{Wanted, list_interpreters};
use crate::interpreter::{Line, Sex, State as Standing};
use crate::shelter::forms::Place;
use crate::shelter::language::{Spoken, spoken_words};
use crate::shelter::pages::board::own_places;

/// One line, in words.
struct Row {
    record: Id,
    code: String,
    languages: String,
    sex: &'static str,
    place: String,
    oath: &'static str,
    doubted: bool,
}

/// What the list is shown for: a talk or a case, and the route back to it.
#[derive(Clone, Copy)]
pub(super) struct Of {
    pub(super) record: Id,
    pub(super) route: &'static str,
    /// The route that takes what is said of somebody there; none, for whoever only reads.
    pub(super) says: Option<&'static str>,
}

impl Of {
    /// The record that an address names, where this actor reads or writes in it; else none, whether it
    /// is hidden or absent.
    pub(super) async fn asked(
        app: &App,
        actor: &Actor,
        asked: &mut Form,
    ) -> Result<Option<Self>, StoreError> {
        let Some(record) = asked.code::<Id>("of") else {
            return Ok(None);
        };
        let gate = app.store.gate();
        let could = gate.could(actor, record).await?;
        let route = if could.may::<ReadCase>() {
            "case"
        } else if could.may::<ReadScreening>() {
            "screening"
        } else if could.may::<AnswerScreening>() {
            "screening-answers"
        } else {
            return Ok(None);
        };
        let says = if could.may::<WriteCase>() {
            Some("case-interpreter")
        } else {
            let talks = could.may::<AnswerScreening>();
            talks.then_some("screening-interpreter")
        };
        Ok(Some(Self {
            record,
            route,
            says,
        }))
    }

    pub(super) fn code(self) -> String {
        short_code(self.record)
    }
}

/// The list.
#[derive(Template)]
#[template(path = "interpreter/templates/list.html")]
pub(super) struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    more: Option<Onward>,
    sentence: Sentence,
    of: Option<Of>,
    adds: bool,
}

impl ListPage {
    pub(super) fn new(
        frame: Frame,
        page: &Page<Line>,
        asked: &Form,
        of: Option<Of>,
        [adds, writes]: [bool; 2],
    ) -> Self {
        let language = frame.language;
        let sentence = sentence(language, asked, writes).carrying("of", of.map(|of| of.record));
        let more = Onward::new(&frame, "interpreters", &sentence.query(), page.next);
        let row = |line: &Line| Row {
            record: line.record,
            code: line.code.clone(),
            languages: spoken_words(language, &line.languages).unwrap_or_default(),
            sex: line.sex.key(),
            place: place_name(Some(&line.governorate), language).unwrap_or_default(),
            oath: line.oath.key(),
            doubted: line.state == Standing::Doubted,
        };
        Self {
            rows: page.lines.iter().map(row).collect(),
            more,
            sentence,
            of,
            adds,
            frame,
        }
    }

    /// The page of one, for the same talk or case.
    fn href(&self, row: &Row) -> String {
        let href = self.frame.href_to("interpreter", &row.record);
        match self.of {
            Some(of) => format!("{href}?of={}", of.record),
            None => href,
        }
    }
}

fn sentence(language: Language, asked: &Form, writes: bool) -> Sentence {
    let mut filters = vec![
        Filter::by::<Spoken>(
            "spoken",
            "interpreter-filter-language",
            "interpreter-filter-any",
            language,
        ),
        Filter::by::<Sex>(
            "sex",
            "interpreter-filter-sex",
            "interpreter-filter-anybody",
            language,
        ),
        Filter::place(language),
    ];
    if writes {
        filters.push(Filter::by::<Standing>(
            "state",
            "interpreter-filter-state",
            "interpreter-filter-all",
            language,
        ));
    }
    Sentence::new(filters, asked)
}

/// Those whom the reader may call.
pub(super) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListInterpreters>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let actor = scope.actor().clone();
    let kept = saved::of(&app.store, &actor, "interpreters").await?;
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let of = Of::asked(&app, &actor, &mut asked).await?;
    // Whoever works in one governorate sees those who come there first, and asks for the others.
    if asked.value("governorate").is_none()
        && let Some(member) = actor.member()
        && let [only] = own_places(&app, member.org)
            .await?
            .iter()
            .collect::<Vec<_>>()[..]
    {
        asked = asked.put("governorate", only.clone());
    }
    let wanted = Wanted {
        language: asked.code("spoken"),
        sex: asked.code("sex"),
        governorate: asked.code("governorate").map(|Place(code)| code),
        state: asked.code("state"),
        of: of.map(|of| of.record),
        after: asked
            .code("after")
            .map(|After(since, record)| (since, record)),
    };
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move { list_interpreters(&unit, &scope, &wanted).await }
    });
    let page = page.await?;
    let gate = app.store.gate();
    let may = [
        gate.ever::<AddInterpreter>(&actor),
        gate.ever::<WriteInterpreter>(&actor),
    ];
    let frame = visit.frame("interpreter-list-title").keeping(kept);
    Ok(render(
        visit.language,
        &ListPage::new(frame, &page, &asked, of, may),
    ))
}
