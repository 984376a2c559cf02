//! What the pages of clocks show.

use askama::Template;
use clock::{Act, AgeBand, Alarm, Basis, Code, Done, Line, Page, Seen, State, proposals};
use page::{Choice, Form, Frame, filters};
use record::{Id, Moment};

use super::Shown;
use super::may::May;
use crate::report::desk::pages::After;
use crate::report::pages::place_name;
use crate::report::rules::short_code;

/// The message that says what is to happen.
pub(crate) const fn what_key(code: Code) -> &'static str {
    match code {
        Code::T1 => "clock-what-t1",
        Code::T2 => "clock-what-t2",
        Code::T3 => "clock-what-t3",
        Code::T4 => "clock-what-t4",
        Code::T5 => "clock-what-t5",
        Code::T6 => "clock-what-t6",
        Code::T7 => "clock-what-t7",
        Code::T8 => "clock-what-t8",
        Code::T9 => "clock-what-t9",
        Code::T10 => "clock-what-t10",
        Code::T11 => "clock-what-t11",
        Code::T12 => "clock-what-t12",
        Code::T13 => "clock-what-t13",
        Code::Answer => "clock-what-answer",
        Code::Hold => "clock-what-hold",
        Code::Stay => "clock-what-stay",
        Code::Right => "clock-what-right",
    }
}

/// The message that says how old somebody is.
pub(crate) const fn age_key(age: AgeBand) -> &'static str {
    match age {
        AgeBand::Child => "clock-age-child",
        AgeBand::Unknown => "clock-age-unknown",
        AgeBand::Adult => "clock-age-adult",
    }
}

const fn state_key(state: State) -> &'static str {
    match state {
        State::Running => "clock-state-running",
        State::Missed => "clock-state-missed",
        State::Stopped => "clock-state-stopped",
    }
}

const fn alarm_key(alarm: Alarm) -> &'static str {
    match alarm {
        Alarm::Looking => "clock-alarm-looking",
        Alarm::OnTheWay => "clock-alarm-on-the-way",
        Alarm::NoPlaceYet => "clock-alarm-no-place-yet",
        Alarm::NotReached => "clock-alarm-not-reached",
        Alarm::Held => "clock-alarm-held",
        Alarm::Unsafe => "clock-alarm-unsafe",
        Alarm::ToldOn => "clock-alarm-told-on",
    }
}

const fn place_key(place: Seen) -> &'static str {
    match place {
        Seen::Kin => "clock-place-kin",
        Seen::Foster => "clock-place-foster",
        Seen::Shelter => "clock-place-shelter",
        Seen::Hospital => "clock-place-hospital",
        Seen::Interim => "clock-place-interim",
    }
}

const fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Paper => "clock-basis-paper",
        Basis::Said => "clock-basis-said",
        Basis::Family => "clock-basis-family",
        Basis::Assessed => "clock-basis-assessed",
    }
}

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
    Seen::from_code(because).ok().map(place_key)
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
}

impl Row {
    fn new(line: &Line, frame: &Frame) -> Self {
        Self {
            id: line.record,
            code: short_code(line.root),
            what: what_key(line.code),
            age: age_key(line.age_band),
            place: place_name(line.governorate.as_deref(), frame.language),
            started: line.started,
            due: line.due,
            state: line.state,
            proposed: line.is_proposed(),
            outside: line.is_outside_standard(),
        }
    }

    fn state_key(&self) -> &'static str {
        state_key(self.state)
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
    more: Option<String>,
    asked: Form,
    states: Vec<Choice>,
    codes: Vec<Choice>,
}

impl ListPage {
    pub(super) fn new(frame: Frame, page: &Page, asked: Form) -> Self {
        let language = frame.language;
        let said = |code, key| Choice::said(language, code, key);
        let states =
            [State::Missed, State::Running].map(|state| said(state.code(), state_key(state)));
        let codes = RUNNING_HERE.map(|code| said(code.code(), what_key(code)));
        let more = page.next.map(|(due, record)| {
            let chosen = |name: &str| asked.open(name);
            format!(
                "{}?state={}&what={}&after={}",
                frame.href("clocks"),
                chosen("state"),
                chosen("what"),
                After(due, record)
            )
        });
        Self {
            rows: page
                .lines
                .iter()
                .map(|line| Row::new(line, &frame))
                .collect(),
            more,
            asked,
            states: states.to_vec(),
            codes: codes.to_vec(),
            frame,
        }
    }

    /// Whether only some are asked for.
    fn is_filtered(&self) -> bool {
        ["state", "what", "after"].iter().any(|name| {
            self.asked
                .value(name)
                .is_some_and(|value| !value.is_blank())
        })
    }
}

/// The clocks that acts of this house start by now; the others are offered once something starts
/// them.
const RUNNING_HERE: [Code; 5] = [Code::T1, Code::Answer, Code::Hold, Code::Stay, Code::Right];

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
                let why = Alarm::from_code(code).ok().map(alarm_key);
                ("clock-act-answered", why)
            }
            Act::Prolonged => ("clock-act-prolonged", None),
            Act::Reached => ("clock-act-reached", None),
            Act::Missed => ("clock-act-missed", None),
            Act::Told => ("clock-act-told", told_key(code)),
            Act::Proposed => {
                let why = Basis::from_code(code).ok().map(basis_key);
                ("clock-act-proposed", why)
            }
            Act::Stopped => ("clock-act-stopped", because_key(code)),
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
}

impl Forms {
    /// Fresh ones, for what was seen.
    pub(super) fn fresh(mut key: impl FnMut() -> Id, shown: &Shown) -> Self {
        let version = proposals(&shown.acts);
        let mut form = || Form::fresh(key(), version);
        Self {
            answer: form(),
            adult: form(),
            confirm: form(),
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
    alarms: Vec<Choice>,
    bases: Vec<Choice>,
    stale: bool,
}

impl ClockPage {
    pub(super) fn new(frame: Frame, may: May, shown: &Shown, forms: Forms, stale: bool) -> Self {
        let line = &shown.line;
        let language = frame.language;
        let alarms = Alarm::ALL.iter();
        let bases = Basis::ALL.iter();
        Self {
            row: Row::new(line, &frame),
            root: line.root,
            safety: line.code == Code::T1,
            acts: shown.acts.iter().map(Told::new).collect(),
            basis: line.basis.filter(|_| line.is_proposed()).map(basis_key),
            because: line.because.as_deref().and_then(because_key),
            may,
            forms,
            alarms: alarms
                .map(|alarm| Choice::said(language, alarm.code(), alarm_key(*alarm)))
                .collect(),
            bases: bases
                .map(|basis| Choice::said(language, basis.code(), basis_key(*basis)))
                .collect(),
            stale,
            frame,
        }
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
    of_a_house: bool,
}

impl SeenPage {
    /// A house says it of itself alone.
    pub(super) fn new(frame: Frame, of_a_house: bool, clock: Id, form: Form) -> Self {
        let offered = Seen::ALL.iter();
        let offered = offered.filter(|place| !of_a_house || **place == Seen::Shelter);
        Self {
            places: offered
                .map(|place| Choice::said(frame.language, place.code(), place_key(*place)))
                .collect(),
            id: clock,
            form,
            of_a_house,
            frame,
        }
    }
}
