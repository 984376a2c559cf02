//! The pages of rights not yet met with made-up data.

use page::{Form, Frame, FrameKind, Sampled, Wrong, sampled};
use record::{Language, short_code};
use store::Page;

use super::May;
use super::list::ListPage;
use super::step::StepPage;
use crate::reader::pages::Number;
use crate::reader::samples::country;
use crate::reader::samples::numbers;
use crate::right::{Answer, Line, Outcome, State, What};
use crate::samples::{NOW, id};

fn line(number: u8, what: What, state: State) -> Line {
    Line {
        record: id(number),
        request: Some(id(2)),
        code: short_code(id(number)),
        what,
        charged: (what != What::NoPlace).then(|| id(2)),
        shows_charged: true,
        governorate: "IQG02".to_owned(),
        child: number.is_multiple_of(2),
        opened: NOW.plus_seconds(-7200),
        due: NOW.plus_seconds((i64::from(number) - 71) * 3600),
        state,
        answer: number.is_multiple_of(2).then_some(Answer::ToldBody),
        answered: None,
        outcome: (state == State::Closed).then_some(Outcome::StillSet),
    }
}

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

/// The list.
pub(crate) fn list(language: Language) -> Vec<Sampled> {
    let team = May {
        reads_requests: true,
        looks: true,
        ..May::default()
    };
    let supervisor = May {
        closes: true,
        looks: true,
        ..May::default()
    };
    let oversight = May {
        answers: true,
        closes: true,
        ..May::default()
    };
    let page = |may: May, mut lines: Vec<Line>, asked| {
        if may.answers {
            for line in &mut lines {
                (line.shows_charged, line.charged, line.request) = (false, None, None);
            }
        }
        let next = lines.last().map(|last| (last.opened, last.record));
        let page = Page::new(lines, next);
        let frame = frame(language, "right-list-title");
        ListPage::new(frame, may, &page, &country().bodies, &asked)
    };
    let full = || {
        vec![
            line(70, What::NoPlace, State::Open),
            line(71, What::CourtOrder, State::Open),
            line(72, What::PregnancyOrHiv, State::Met),
            line(73, What::GuardianLeave, State::Closed),
        ]
    };
    let none = Form::default;
    vec![
        sampled("team", language, &page(team, full(), none())),
        sampled("supervisor", language, &page(supervisor, full(), none())),
        sampled("oversight", language, &page(oversight, full(), none())),
        sampled("empty", language, &page(supervisor, Vec::new(), none())),
        sampled(
            "none-such",
            language,
            &page(supervisor, Vec::new(), none().put("state", "met")),
        ),
    ]
}

/// An answer.
pub(crate) fn answer(language: Language) -> Vec<Sampled> {
    let page = |form| {
        let line = line(70, What::CourtOrder, State::Open);
        StepPage::answer(frame(language, "right-answer-title"), &line, form)
            .calling(Number::all(&numbers(), language))
    };
    let mut wrong = Form::fresh(id(9), 0);
    wrong.wrong("answer", Wrong::new("error-choose"));
    vec![
        sampled("empty", language, &page(Form::fresh(id(9), 0))),
        sampled("errors", language, &page(wrong)),
    ]
}

/// An outcome.
pub(crate) fn close(language: Language) -> Vec<Sampled> {
    let page = |form| {
        let line = line(71, What::NoPlace, State::Met);
        StepPage::close(frame(language, "right-close-title"), &line, form)
    };
    let mut wrong = Form::fresh(id(9), 0);
    wrong.wrong("outcome", Wrong::new("error-choose"));
    vec![
        sampled("empty", language, &page(Form::fresh(id(9), 0))),
        sampled("errors", language, &page(wrong)),
    ]
}
