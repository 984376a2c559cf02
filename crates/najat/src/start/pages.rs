//! Start, traces, rights, and what this program is.

use access::action::ReadPublicPage;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use page::filters;
use page::{Allowed, App, Frame, FrameKind, Problem, Route, Sampled, Visit, render, sampled};
use protection::reader::DutyNumber;
use protection::reader::actions::duty_numbers;
use record::Language;

/// The pages of this room.
pub fn routes() -> Vec<Route> {
    let public = FrameKind::Public;
    vec![
        Route::get::<ReadPublicPage, _>("/", "root", FrameKind::Bare, page::no_sample, root),
        Route::get::<ReadPublicPage, _>("/{language}", "start", public, start_samples, start),
        Route::get::<ReadPublicPage, _>(
            "/{language}/7",
            "your-rights",
            public,
            rights_samples,
            rights,
        ),
        Route::get::<ReadPublicPage, _>("/{language}/8", "traces", public, traces_samples, traces),
        Route::get::<ReadPublicPage, _>(
            "/about",
            "about-short",
            FrameKind::Bare,
            page::no_sample,
            about_short,
        ),
        Route::get::<ReadPublicPage, _>("/{language}/about", "about", public, about_samples, about),
    ]
}

fn see(href: &str) -> Response {
    let mut response = Redirect::to(href).into_response();
    *response.status_mut() = StatusCode::SEE_OTHER;
    response
}

async fn root(allowed: Allowed<ReadPublicPage>) -> Response {
    see(&allowed.visit.href("start"))
}

async fn about_short(allowed: Allowed<ReadPublicPage>) -> Response {
    see(&allowed.visit.href("about"))
}

#[derive(Template)]
#[template(path = "start/templates/start.html")]
struct Start {
    frame: Frame,
    numbers: Vec<Line>,
    compressing: bool,
}

/// A number as the start page shows it: dialled as it is, read in the reader's digits.
struct Line {
    number: String,
    name: String,
}

/// The numbers of the whole country, as many as fit above the entries on a phone.
fn lines(numbers: Vec<DutyNumber>, language: Language) -> Vec<Line> {
    let national = numbers
        .into_iter()
        .filter(|number| number.governorate.is_none());
    let line = |number: DutyNumber| Line {
        name: number.names.get(language).to_owned(),
        number: number.number,
    };
    national.map(line).take(2).collect()
}

async fn start(
    State(app): State<App>,
    allowed: Allowed<ReadPublicPage>,
) -> Result<Response, Problem> {
    let Visit {
        language,
        compressing,
        ..
    } = allowed.visit;
    let now = app.world.now();
    let numbers = app
        .store
        .read_clear(async |look| duty_numbers(&*look, now).await)
        .await?;
    let numbers = lines(numbers, language);
    let page = Start {
        frame: allowed.frame("start-title"),
        numbers,
        compressing,
    };
    Ok(render(language, &page))
}

fn start_samples(language: Language) -> Vec<Sampled> {
    let page = |numbers, compressing| Start {
        frame: Frame::sample(language, FrameKind::Public, "start-title"),
        numbers,
        compressing,
    };
    let line = || {
        vec![Line {
            number: "+999 700 0100".to_owned(),
            name: page::words(language, "start-line-sample", &[]),
        }]
    };
    vec![
        sampled("full", language, &page(line(), false)),
        sampled("empty", language, &page(Vec::new(), false)),
        sampled("compressing", language, &page(line(), true)),
    ]
}

#[derive(Template)]
#[template(path = "start/templates/rights.html")]
struct Rights {
    frame: Frame,
}

async fn rights(allowed: Allowed<ReadPublicPage>) -> Response {
    render(
        allowed.visit.language,
        &Rights {
            frame: allowed.frame("rights-title"),
        },
    )
}

fn rights_samples(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Public, "rights-title");
    vec![sampled("full", language, &Rights { frame })]
}

#[derive(Template)]
#[template(path = "start/templates/traces.html")]
struct Traces {
    frame: Frame,
}

async fn traces(allowed: Allowed<ReadPublicPage>) -> Response {
    render(
        allowed.visit.language,
        &Traces {
            frame: allowed.frame("traces-title"),
        },
    )
}

fn traces_samples(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Public, "traces-title");
    vec![sampled("full", language, &Traces { frame })]
}

#[derive(Template)]
#[template(path = "start/templates/about.html")]
struct About {
    frame: Frame,
    version: &'static str,
    source: String,
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

async fn about(State(app): State<App>, allowed: Allowed<ReadPublicPage>) -> Response {
    let source = app.settings.source_url.clone();
    let page = About {
        frame: allowed.frame("about-title"),
        version: VERSION,
        source,
    };
    render(allowed.visit.language, &page)
}

fn about_samples(language: Language) -> Vec<Sampled> {
    let page = |source: &str| About {
        frame: Frame::sample(language, FrameKind::Public, "about-title"),
        version: VERSION,
        source: source.to_owned(),
    };
    vec![
        sampled("full", language, &page("https://source.example/najat")),
        sampled("empty", language, &page("")),
    ]
}
