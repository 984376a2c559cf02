//! What the police body sees: a list, and the sender's own words.

use access::action::{ListReleases, ReadRelease};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    After, Allowed, AllowedList, App, Form, Frame, FrameKind, Onward, Problem, Sampled, filters,
    place_name, render, sampled,
};
use record::{Id, Language, Moment, short_code};
use store::Page;
use vault::Plain;

use super::actions::{list_releases, read_release};
use super::{Line, Opened};
use crate::samples::{LONG, NOW, id, words};

/// One release in a list.
struct Shown {
    id: Id,
    code: String,
    sent: Moment,
    place: Option<String>,
}

impl Shown {
    fn new(line: &Line, frame: &Frame) -> Self {
        Self {
            id: line.record,
            code: line.code.clone(),
            sent: line.sent,
            place: place_name(line.governorate.as_deref(), frame.language),
        }
    }
}

#[derive(Template)]
#[template(path = "release/templates/releases.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Shown>,
    more: Option<Onward>,
}

impl ListPage {
    fn new(frame: Frame, page: &Page<Line>) -> Self {
        let lines = page
            .lines
            .iter()
            .map(|line| Shown::new(line, &frame))
            .collect();
        let more = Onward::new(&frame, "releases", "", page.next);
        Self { frame, lines, more }
    }
}

#[derive(Template)]
#[template(path = "release/templates/release.html")]
struct ReleasePage {
    frame: Frame,
    line: Shown,
    free_text: Plain<String>,
}

impl ReleasePage {
    fn new(frame: Frame, opened: Opened) -> Self {
        Self {
            line: Shown::new(&opened.line, &frame),
            free_text: opened.free_text,
            frame,
        }
    }
}

/// What senders released to this body.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListReleases>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(sent, record)| (sent, record));
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        async move { list_releases(&unit, &scope, after).await }
    });
    let page = ListPage::new(visit.frame("release-list-title"), &page.await?);
    Ok(render(visit.language, &page))
}

/// One release, opened.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<ReadRelease>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let opened = app
        .store
        .read(permit, |unit| async move { read_release(&unit).await })
        .await?;
    let page = ReleasePage::new(visit.frame("release-title"), opened);
    Ok(render(visit.language, &page))
}

fn sample(number: u8) -> Line {
    Line {
        record: id(number),
        code: short_code(id(number)),
        sent: NOW.plus_seconds(-i64::from(number) * 3600),
        governorate: (number > 1).then(|| "IQG02".to_owned()),
    }
}

/// The list with made-up data.
pub(crate) fn list_samples(language: Language) -> Vec<Sampled> {
    let page = |lines: Vec<Line>| {
        let next = lines.last().map(|line| (line.sent, line.record));
        let frame = Frame::sample(language, FrameKind::Staff, "release-list-title");
        ListPage::new(frame, &Page::new(lines, next))
    };
    vec![
        sampled("full", language, &page(vec![sample(1), sample(50)])),
        sampled("empty", language, &page(Vec::new())),
    ]
}

/// One release with made-up data.
pub(crate) fn show_samples(language: Language) -> Vec<Sampled> {
    let page = |free_text: String| {
        let frame = Frame::sample(language, FrameKind::Staff, "release-title");
        ReleasePage::new(
            frame,
            Opened {
                line: sample(2),
                free_text: Plain::new(free_text),
            },
        )
    };
    vec![
        sampled("full", language, &page(words(language))),
        sampled("long", language, &page(LONG.to_owned())),
    ]
}
