//! Looking for somebody among one's own, before they are entered once more. What is typed goes in the body of
//! a request and into no address; what is found are codes.

use std::sync::Arc;

use access::action::SearchPeople;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use clock::AgeBand;
use page::{
    AllowedList, App, Cannot as _, Field, Fields as _, Form, Frame, FrameKind, Problem, Sampled,
    filters, place_name, render, render_as, sampled,
};
use record::{Id, Language, Moment};

use crate::person::PersonError;
use crate::person::search::{Finding, Line, People, search_people};
use crate::samples::{NOW, id};

/// One line, in words.
struct Row {
    case: Id,
    code: String,
    begun: Moment,
    age: &'static str,
    place: Option<String>,
    state: &'static str,
    alike: usize,
}

/// The page.
#[derive(Template)]
#[template(path = "person/templates/search.html")]
pub(super) struct SearchPage {
    frame: Frame,
    form: Form,
    /// What was found; none, before anything was looked for.
    found: Option<Vec<Row>>,
    parts: usize,
    are_more: bool,
}

impl SearchPage {
    const FIELDS: &'static [Field] = Finding::FIELDS;

    fn new(frame: Frame, form: Form, people: Option<People>) -> Self {
        let language = frame.language;
        let (parts, are_more) = people
            .as_ref()
            .map_or((0, false), |people| (people.parts, people.are_more));
        let row = |line: Line| Row {
            case: line.case,
            code: line.code,
            begun: line.begun,
            age: line.age.key(),
            place: place_name(line.governorate.as_deref(), language),
            state: if line.is_open {
                "case-state-open"
            } else {
                "case-state-closed"
            },
            alike: line.alike,
        };
        Self {
            found: people.map(|people| people.lines.into_iter().map(row).collect()),
            parts,
            are_more,
            form,
            frame,
        }
    }
}

/// The form.
pub(super) async fn begin(
    State(app): State<App>,
    allowed: AllowedList<SearchPeople>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let page = SearchPage::new(allowed.frame("people-title"), form, None);
    Ok(render(allowed.visit.language, &page))
}

/// Looks, and shows whom it found below what was typed.
pub(super) async fn send(
    State(app): State<App>,
    allowed: AllowedList<SearchPeople>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let frame = visit.frame("people-title");
    let Some(finding) = Finding::read(&mut form) else {
        let page = SearchPage::new(frame, form, None);
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(render_as(wrong, visit.language, &page));
    };
    let typed = Arc::new(finding.typed);
    let read = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, typed) = (scope.clone(), typed.clone());
        async move { search_people(&unit, &scope, &typed).await }
    });
    let people = read.await.map_err(PersonError::problem)?;
    Ok(render(
        visit.language,
        &SearchPage::new(frame, form, Some(people)),
    ))
}

/// The page with made-up data.
pub(super) fn samples(language: Language) -> Vec<Sampled> {
    let page = |typed: &str, people| {
        let frame = Frame::sample(language, FrameKind::Staff, "people-title");
        let form = Form::fresh(id(9), 0).put("typed", typed);
        SearchPage::new(frame, form, people)
    };
    let line = |number: u8, alike| Line {
        person: id(number + 50),
        case: id(number),
        code: record::short_code(id(number)),
        begun: NOW.plus_seconds(-i64::from(number) * 86_400),
        age: AgeBand::Adult,
        governorate: Some("IQG02".to_owned()),
        is_open: true,
        alike,
    };
    let found = |lines, are_more| {
        Some(People {
            lines,
            parts: 3,
            are_more,
        })
    };
    let typed = "زينب علي العبيدي";
    vec![
        sampled("begin", language, &page("", None)),
        sampled(
            "found",
            language,
            &page(typed, found(vec![line(1, 3), line(2, 2)], true)),
        ),
        sampled("none", language, &page(typed, found(Vec::new(), false))),
    ]
}
