//! The list of people who are held.

use access::action::ListHeld;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    After, AllowedList, App, Form, Frame, FrameKind, Onward, Problem, Sampled, filters, place_name,
    render, sampled,
};
use record::{Id, Language, Moment, short_code};
use store::Page;

use super::tasks::Reads;
use super::{Answer, Holder, Line, list_held};
use crate::samples::{NOW, id};

/// One line, in words.
pub(super) struct Row {
    pub(super) record: Id,
    pub(super) root: Id,
    pub(super) code: String,
    pub(super) opened: Moment,
    pub(super) place: Option<String>,
    pub(super) held_by: &'static str,
    pub(super) due: Moment,
    pub(super) is_open: bool,
    pub(super) answer: Option<(&'static str, Moment)>,
    pub(super) reads: bool,
}

impl Row {
    pub(super) fn new(line: &Line, frame: &Frame, reads: Reads) -> Self {
        Self {
            record: line.record,
            answer: line.answer.map(|(answer, at)| (answer.key(), at)),
            root: line.root,
            code: line.code.clone(),
            opened: line.opened,
            place: place_name(line.governorate.as_deref(), frame.language),
            held_by: line.held_by.key(),
            due: line.due,
            is_open: line.is_open,
            // A lawyer sees this line alone until the person says yes.
            reads: reads.the_report_of(line),
        }
    }

    /// When it is due, while that matters.
    pub(super) fn left(&self) -> Option<Moment> {
        self.is_open.then_some(self.due)
    }
}

#[derive(Template)]
#[template(path = "detention/templates/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    more: Option<Onward>,
}

impl ListPage {
    fn new(frame: Frame, reads: Reads, page: &Page<Line>) -> Self {
        let more = Onward::new(&frame, "held", "", page.next);
        Self {
            rows: page
                .lines
                .iter()
                .map(|line| Row::new(line, &frame, reads))
                .collect(),
            more,
            frame,
        }
    }
}

/// Everybody held whom this actor may see.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListHeld>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let actor = scope.actor().clone();
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked.code("after").map(|After(due, record)| (due, record));
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        async move { list_held(&unit, &scope, after).await }
    });
    let reads = Reads::ask(&app.store.gate(), &actor);
    let page = ListPage::new(visit.frame("detention-list-title"), reads, &page.await?);
    Ok(render(visit.language, &page))
}

pub(super) fn sample(number: u8, held_by: Holder) -> Line {
    let opened = NOW.plus_seconds(-i64::from(number) * 3600);
    Line {
        record: id(number),
        root: id(number + 100),
        code: short_code(id(number + 100)),
        opened,
        governorate: (number != 2).then(|| "IQG02".to_owned()),
        held_by,
        due: opened.plus_seconds(2 * 3600),
        is_open: number != 5,
        report_is_open: number != 5,
        answer: (number == 2).then(|| (Answer::There, NOW.plus_seconds(-900))),
    }
}

/// The list with made-up data.
pub(crate) fn list_samples(language: Language) -> Vec<Sampled> {
    let desk = Reads {
        open: true,
        closed: true,
    };
    let lawyer = Reads {
        open: false,
        closed: false,
    };
    let page = |reads, lines: Vec<Line>| {
        let next = lines.last().map(|line| (line.due, line.record));
        let frame = Frame::sample(language, FrameKind::Staff, "detention-list-title");
        ListPage::new(frame, reads, &Page::new(lines, next))
    };
    let full = || {
        vec![
            sample(5, Holder::Unknown),
            sample(3, Holder::Residence),
            sample(2, Holder::Court),
            sample(1, Holder::Judge),
        ]
    };
    vec![
        sampled("full", language, &page(desk, full())),
        sampled("lawyer", language, &page(lawyer, full())),
        sampled("empty", language, &page(lawyer, Vec::new())),
    ]
}
