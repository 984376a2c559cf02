//! What the pages of clocks show.

use askama::Template;
use clock::{Act, Alarm, Basis, Begun, Code, Done, Ended, Line, Seen, State, proposals};
use page::{
    Choice, Field, Fields as _, Filter, Form, Frame, Onward, Sentence, filters, place_name,
};
use record::{Id, Moment, short_code};
use store::Page;

use super::Shown;
use super::forms::{AnsweringAlarm, Ending, FindingAdult, Seeing};
use super::may::May;
use crate::reader::pages::Number;

/// The message that says who was told.
fn told_key(code: &str) -> Option<&'static str> {
    Some(match code {
        "supervisor" => "clock-told-supervisor",
        "oversight" => "clock-told-oversight",
        "state_duty" => "clock-told-state-duty",
        "focal_point" => "clock-told-focal-point",
        _ => return None,
    })
}

/// The message that says why a clock stopped, where people have a word for it.
pub(crate) fn because_key(because: &str) -> Option<&'static str> {
    if because == clock::FOUND_ADULT {
        return Some("clock-found-adult");
    }
    match because {
        clock::MISCOUNTED => return Some("clock-miscounted"),
        clock::RELEASED => return Some("clock-released"),
        "named" => return Some("clock-named"),
        "case_closed" => return Some("clock-case-closed"),
        _ => {}
    }
    let seen = Seen::from_code(because).ok().map(Seen::key);
    seen.or_else(|| Ended::from_code(because).ok().map(Ended::key))
}

/// One clock in a list.
pub(super) struct Row {
    id: Id,
    code: String,
    what: &'static str,
    age: &'static str,
    place: Option<String>,
    started: Moment,
    due: Moment,
    state: State,
    proposed: bool,
    outside: bool,
    asks_whether_fit: bool,
}

impl Row {
    fn new(line: &Line, frame: &Frame) -> Self {
        Self {
            id: line.record,
            code: short_code(line.root),
            what: line.code.key(),
            age: line.age_band.key(),
            place: place_name(line.governorate.as_deref(), frame.language),
            started: line.started,
            due: line.due,
            state: line.state,
            proposed: line.is_proposed(),
            outside: line.is_outside_standard(),
            asks_whether_fit: !clock::rule(line.code).may_be_reached(&[]),
        }
    }

    fn state_key(&self) -> &'static str {
        self.state.key()
    }

    fn is_missed(&self) -> bool {
        self.state == State::Missed
    }

    fn has_ended(&self) -> bool {
        self.state == State::Stopped
    }
}

/// The clocks that somebody sees.
#[derive(Template)]
#[template(path = "child/templates/list.html")]
pub(crate) struct ListPage {
    pub(super) frame: Frame,
    rows: Vec<Row>,
    more: Option<Onward>,
    sentence: Sentence,
    /// Whether pages come before this one.
    is_further: bool,
}

impl ListPage {
    pub(super) fn new(frame: Frame, page: &Page<Line>, asked: &Form) -> Self {
        let language = frame.language;
        let labelled = |code, key| Choice::labelled(language, code, key);
        let states =
            [State::Missed, State::Running].map(|state| labelled(state.code(), state.key()));
        let codes = Code::ALL.iter();
        let codes = codes.map(|code| labelled(code.code(), code.key()));
        let filters = vec![
            Filter {
                name: "state",
                label: "clock-filter-state",
                any: "clock-filter-any",
                options: states.to_vec(),
            },
            Filter {
                name: "what",
                label: "clock-filter-what",
                any: "clock-filter-what-any",
                options: codes.collect(),
            },
        ];
        let sentence = Sentence::new(filters, asked);
        let more = Onward::new(&frame, "clocks", &sentence.query(), page.next);
        Self {
            rows: page
                .lines
                .iter()
                .map(|line| Row::new(line, &frame))
                .collect(),
            is_further: !asked.open("after").is_empty(),
            more,
            sentence,
            frame,
        }
    }

    /// Whether only some are asked for.
    fn is_filtered(&self) -> bool {
        self.sentence.narrows() || self.is_further
    }
}

/// What was done about a clock, in words.
pub(super) struct Told {
    at: Moment,
    act: &'static str,
    why: Option<&'static str>,
    due: Option<Moment>,
}

impl Told {
    fn new(done: &Done) -> Self {
        let code = done.code.as_str();
        let (act, why) = match done.act {
            Act::Answered => {
                let why = Alarm::from_code(code).ok().map(Alarm::key);
                ("clock-act-answered", why)
            }
            Act::Prolonged => ("clock-act-prolonged", None),
            Act::Begun => {
                let why = Begun::from_code(code).ok().map(Begun::key);
                ("clock-act-begun", why)
            }
            Act::Reached => ("clock-act-reached", None),
            Act::Missed => ("clock-act-missed", None),
            Act::Told => ("clock-act-told", told_key(code)),
            Act::Proposed => {
                let why = Basis::from_code(code).ok().map(Basis::key);
                ("clock-act-proposed", why)
            }
            Act::Refused => ("clock-act-refused", None),
            Act::Stopped => ("clock-act-stopped", because_key(code)),
            Act::Restarted => ("clock-act-restarted", Some("clock-act-restarted-why")),
        };
        Self {
            at: done.at,
            act,
            why,
            due: (done.act == Act::Prolonged).then_some(done.due),
        }
    }
}

/// The forms of one clock's page.
pub(crate) struct Forms {
    pub(super) answer: Form,
    pub(super) adult: Form,
    pub(super) confirm: Form,
    pub(super) refuse: Form,
    pub(super) end: Form,
}

impl Forms {
    /// Fresh ones, for what was seen.
    pub(super) fn fresh(mut key: impl FnMut() -> Id, shown: &Shown) -> Self {
        let version = proposals(&shown.acts);
        let mut form = || Form::fresh(key(), version);
        let (answer, adult, confirm, refuse) = (form(), form(), form(), form());
        // It is said of the point that is due now.
        let end = Form::fresh(key(), shown.line.due.micros());
        Self {
            answer,
            adult,
            confirm,
            refuse,
            end,
        }
    }
}

/// One clock, and what can be done about it.
#[derive(Template)]
#[template(path = "child/templates/clock.html")]
pub(crate) struct ClockPage {
    pub(super) frame: Frame,
    row: Row,
    root: Id,
    safety: bool,
    acts: Vec<Told>,
    basis: Option<&'static str>,
    because: Option<&'static str>,
    may: May,
    forms: Forms,
    stale: bool,
    /// Whom to call, where the report behind it is not to be opened.
    numbers: Option<Vec<Number>>,
}

impl ClockPage {
    const ALARM: &'static [Field] = AnsweringAlarm::FIELDS;

    const ADULT: &'static [Field] = FindingAdult::FIELDS;

    /// Only the first interview asks whether the child has rested.
    fn ending(&self) -> &'static [Field] {
        let all = Ending::FIELDS;
        if self.row.asks_whether_fit {
            all
        } else {
            all.split_last().map_or(all, |(_, others)| others)
        }
    }

    pub(super) fn new(frame: Frame, may: May, shown: &Shown, forms: Forms, stale: bool) -> Self {
        let line = &shown.line;
        Self {
            row: Row::new(line, &frame),
            root: line.root,
            safety: line.code == Code::T1,
            acts: shown.acts.iter().map(Told::new).collect(),
            basis: line.basis.filter(|_| line.is_proposed()).map(Basis::key),
            because: line.because.as_deref().and_then(because_key),
            may,
            forms,
            stale,
            numbers: None,
            frame,
        }
    }

    /// With the numbers that whoever cannot open the report calls.
    #[must_use]
    pub(super) fn calling(mut self, numbers: Option<Vec<Number>>) -> Self {
        self.numbers = numbers;
        self
    }
}

/// Saying where a child was seen.
#[derive(Template)]
#[template(path = "child/templates/seen.html")]
pub(crate) struct SeenPage {
    pub(super) frame: Frame,
    id: Id,
    form: Form,
    places: Vec<Choice>,
    of_a_shelter: bool,
}

impl SeenPage {
    const FIELDS: &'static [Field] = Seeing::FIELDS;

    /// A shelter says it of itself alone.
    pub(super) fn new(frame: Frame, of_a_shelter: bool, clock: Id, form: Form) -> Self {
        let offered = Seen::ALL.iter();
        let offered = offered.filter(|place| !of_a_shelter || **place == Seen::Shelter);
        Self {
            places: Choice::these(frame.language, offered),
            id: clock,
            form,
            of_a_shelter,
            frame,
        }
    }
}
