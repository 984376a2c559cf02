//! The pages of clocks with made-up data.

use clock::{Act, AgeBand, Basis, Code, Done, Line, Seen, State};
use page::{Form, Frame, FrameKind, Sampled, Wrong, sampled};
use record::Language;
use store::Page;

use super::Shown;
use super::may::{Adult, May};
use super::view::{ClockPage, Forms, ListPage, SeenPage};
use crate::reader::pages::Number;
use crate::reader::samples::numbers;
use crate::samples::{NOW, id};

fn line(number: u8, code: Code, hours: i64, state: State) -> Line {
    let started = NOW.plus_seconds(-hours * 3600);
    Line {
        record: id(number),
        code,
        root: id(number + 100),
        started,
        due: started.plus_seconds(2 * 3600),
        governorate: (!number.is_multiple_of(3)).then(|| "IQG02".to_owned()),
        age_band: [AgeBand::Child, AgeBand::Unknown, AgeBand::Adult][usize::from(number % 3)],
        state,
        because: None,
        basis: None,
    }
}

fn done(act: Act, code: &str, hours: i64) -> Done {
    Done {
        at: NOW.plus_seconds(-hours * 3600),
        act,
        code: code.to_owned(),
        due: NOW.plus_seconds(-hours * 3600),
    }
}

/// The list.
pub(crate) fn list(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "clock-list-title");
    let mut proposed = line(4, Code::T1, 1, State::Running);
    proposed.basis = Some(Basis::Paper);
    let lines = vec![
        line(1, Code::T1, 30, State::Missed),
        line(2, Code::Right, 5, State::Missed),
        line(3, Code::Answer, 2, State::Running),
        proposed,
        line(5, Code::Stay, 0, State::Running),
    ];
    let next = lines.last().map(|line| (line.due, line.record));
    let full = Page::new(lines, next);
    let filtered = || Form::default().put("state", "missed");
    let none = Page::whole(Vec::new());
    vec![
        sampled(
            "full",
            language,
            &ListPage::new(frame(), &full, &Form::default()),
        ),
        sampled(
            "empty",
            language,
            &ListPage::new(frame(), &none, &Form::default()),
        ),
        sampled(
            "none-found",
            language,
            &ListPage::new(frame(), &none, &filtered()),
        ),
    ]
}

fn missed() -> Shown {
    Shown {
        line: line(1, Code::T1, 30, State::Missed),
        acts: vec![
            done(Act::Missed, "T1", 28),
            done(Act::Told, "supervisor", 28),
            done(Act::Answered, "no_place_yet", 27),
            done(Act::Told, "state_duty", 27),
            done(Act::Told, "focal_point", 25),
        ],
    }
}

/// Whose page a clock's is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Worker,
    Supervises,
    Watches,
}

/// What they can do about it.
fn may(who: Who, shown: &Shown) -> May {
    let line = &shown.line;
    let safety = line.code == Code::T1 && line.state != State::Stopped;
    May {
        answer: line.state == State::Missed,
        see: safety && who == Who::Worker,
        adult: match (who, line.is_proposed()) {
            (Who::Worker, false) if safety => Adult::Propose,
            (Who::Supervises, true) if safety => Adult::Confirm,
            _ => Adult::Nothing,
        },
        refuse: who == Who::Supervises && line.is_proposed() && safety,
        stop: line.code.is_by_name() && who == Who::Worker,
        report: who != Who::Watches,
    }
}

/// One clock.
pub(crate) fn clock(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "clock-title");
    let forms = |shown: &Shown| Forms::fresh(|| id(9), shown);
    let page = |who, shown: &Shown, forms, stale| {
        let may = may(who, shown);
        let called = (!may.report).then(|| Number::all(&numbers(), language));
        ClockPage::new(frame(), may, shown, forms, stale).calling(called)
    };
    let late = missed();
    let running = Shown {
        line: line(4, Code::T1, 1, State::Running),
        acts: Vec::new(),
    };
    let mut proposed = missed();
    proposed.line.basis = Some(Basis::Assessed);
    proposed.acts.push(done(Act::Proposed, "assessed", 1));
    let mut ended = missed();
    ended.line.state = State::Stopped;
    ended.line.because = Some(Seen::Interim.code().to_owned());
    ended.acts.push(done(Act::Stopped, "interim", 1));
    let held = Shown {
        line: line(2, Code::Hold, 1, State::Running),
        acts: vec![done(Act::Prolonged, "on_the_way", 1)],
    };
    let mut wrong = forms(&late);
    wrong.answer.wrong("why", Wrong::new("error-choose"));
    let mut unsure = forms(&running);
    unsure.adult.wrong("basis", Wrong::new("error-choose"));
    let fresh = forms(&late);
    vec![
        sampled("full", language, &page(Who::Worker, &late, fresh, false)),
        sampled(
            "empty",
            language,
            &page(Who::Worker, &running, forms(&running), false),
        ),
        sampled("errors", language, &page(Who::Watches, &late, wrong, false)),
        sampled(
            "unsure",
            language,
            &page(Who::Worker, &running, unsure, false),
        ),
        sampled(
            "proposed",
            language,
            &page(Who::Supervises, &proposed, forms(&proposed), true),
        ),
        sampled(
            "waits",
            language,
            &page(Who::Worker, &proposed, forms(&proposed), false),
        ),
        sampled(
            "ended",
            language,
            &page(Who::Supervises, &ended, forms(&ended), false),
        ),
        sampled(
            "prolonged",
            language,
            &page(Who::Supervises, &held, forms(&held), false),
        ),
    ]
}

/// Saying where a child was seen.
pub(crate) fn seen(language: Language) -> Vec<Sampled> {
    let page = |of_a_shelter, form| {
        let frame = Frame::sample(language, FrameKind::Staff, "clock-seen-title");
        SeenPage::new(frame, of_a_shelter, id(1), form)
    };
    let fresh = || Form::fresh(id(9), 0);
    let mut wrong = fresh();
    wrong.wrong("place", Wrong::new("clock-wrong-place"));
    wrong.wrong("myself", Wrong::new("clock-wrong-myself"));
    vec![
        sampled("full", language, &page(false, fresh())),
        sampled("house", language, &page(true, fresh())),
        sampled("errors", language, &page(false, wrong)),
    ]
}
