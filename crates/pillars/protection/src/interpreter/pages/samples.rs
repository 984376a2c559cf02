//! The pages of interpreters with made-up data.

use page::{Fields as _, Form, Frame, FrameKind, Sampled, Wrong, sampled};
use record::Language;
use store::Page;
use vault::Plain;

use super::add::AddPage;
use super::list::{ListPage, Of};
use super::one::{For, OnePage};
use crate::interpreter::forms::Entry;
use crate::interpreter::{Line, Oath, Opened, Sex, State};
use crate::samples::{LONG, NOW, id};

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

fn line(number: u8, state: State) -> Line {
    Line {
        record: id(number),
        code: record::short_code(id(number)),
        org: Some(id(40)),
        languages: if number == 1 {
            "bn ar en".to_owned()
        } else {
            "ckb kmr".to_owned()
        },
        sex: if number == 1 { Sex::Woman } else { Sex::Man },
        governorate: "IQG02".to_owned(),
        oath: if number == 1 {
            Oath::Court
        } else {
            Oath::Nothing
        },
        state,
        since: NOW.plus_seconds(-i64::from(number) * 86_400),
        revision: 1,
    }
}

fn of() -> Of {
    Of {
        record: id(7),
        route: "case",
        says: Some("case-interpreter"),
    }
}

/// The list.
pub(super) fn list(language: Language) -> Vec<Sampled> {
    let page = |lines: Vec<Line>, asked: &str, of, may| {
        let next = lines.last().map(|line| (line.since, line.record));
        let asked = Form::parse(asked.as_bytes()).unwrap_or_default();
        let frame = frame(language, "interpreter-list-title");
        let frame = frame.keeping(vec!["spoken=bn".to_owned()]);
        ListPage::new(frame, &Page::new(lines, next), &asked, of, may)
    };
    let full = || vec![line(1, State::Offered), line(2, State::Doubted)];
    let case = Some(of());
    vec![
        sampled("full", language, &page(full(), "", None, [true, true])),
        sampled(
            "case",
            language,
            &page(full(), "spoken=bn", case, [false; 2]),
        ),
        sampled(
            "none",
            language,
            &page(Vec::new(), "sex=male", case, [false; 2]),
        ),
        sampled("empty", language, &page(Vec::new(), "", None, [true, true])),
    ]
}

/// One entry.
pub(super) fn one(language: Language) -> Vec<Sampled> {
    let page = |line: Line, on, writes| {
        let is_over = line.state == State::Ended;
        let opened = Opened {
            number: (!is_over).then(|| Plain::new("+999 700 0123".to_owned())),
            links: (!is_over).then(|| Plain::new(LONG.to_owned())),
            line,
        };
        let form = Form::fresh(id(9), 0);
        let frame = frame(language, "interpreter-title");
        OnePage::new(frame, form, opened, on, writes)
    };
    let on = |is_offered| {
        Some(For {
            of: of(),
            is_offered,
        })
    };
    vec![
        sampled(
            "case",
            language,
            &page(line(1, State::Offered), on(true), false),
        ),
        sampled(
            "declined",
            language,
            &page(line(1, State::Offered), on(false), false),
        ),
        sampled(
            "doubted",
            language,
            &page(line(2, State::Doubted), None, true),
        ),
        sampled("over", language, &page(line(3, State::Ended), None, false)),
    ]
}

/// The form that adds one.
pub(super) fn add(language: Language) -> Vec<Sampled> {
    let page = |form| AddPage {
        frame: frame(language, "interpreter-add-title"),
        form,
    };
    let mut wrong = Form::fresh(id(9), 0);
    Entry::read(&mut wrong);
    wrong.wrong("number", Wrong::new("interpreter-known"));
    vec![
        sampled("empty", language, &page(Form::fresh(id(9), 0))),
        sampled("errors", language, &page(wrong)),
    ]
}
