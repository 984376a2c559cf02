//! What the page of a request shows: to the desk, to the team, to a house.

use std::collections::BTreeMap;

use ::store::StoreError;
use access::Actor;
use access::action::{CancelBedRequest, ListLooks, WriteKeepApart};
use askama::Template;
use page::{App, Choice, Form, Frame, Message, filters};
use people::organisation::Line as DeskLine;
use record::{Id, Moment};
use vault::Plain;

use super::super::clocks::hold_seconds;
use super::line::{Line, place};
use super::words::ask_key;
use crate::bed::{Ask, AskState, Candidate, Decline, Head, HoldEnd, Opened, Renewal};

/// A number of a desk as a page shows it.
pub(super) struct Call {
    pub(super) number: String,
    pub(super) dial: String,
    pub(super) hours: Option<String>,
}

impl Call {
    pub(super) fn new(line: &DeskLine, frame: &Frame) -> Self {
        let hours = (line.hours != "24/7" && !line.hours.is_empty())
            .then(|| page::number::digits(frame.language, &line.hours));
        Self {
            number: line.number.clone(),
            dial: line
                .number
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect(),
            hours,
        }
    }
}

/// The forms of a page by name: one of them came back, the others are fresh.
pub(super) struct Forms {
    all: BTreeMap<&'static str, Form>,
    came_back: Option<&'static str>,
    blank: Form,
}

impl Forms {
    const NAMES: [&'static str; 2] = ["cancel", "next"];

    /// All fresh; each with a key of its own.
    pub(super) fn fresh(mut key: impl FnMut() -> Id, revision: i64) -> Self {
        let fresh = Self::NAMES.map(|name| (name, Form::fresh(key(), revision)));
        Self {
            all: BTreeMap::from(fresh),
            came_back: None,
            blank: Form::default(),
        }
    }

    /// With this one as it came back.
    pub(super) fn with(mut self, name: &'static str, form: Form) -> Self {
        self.all.insert(name, form);
        self.came_back = Some(name);
        self
    }

    fn of(&self, name: &str) -> &Form {
        self.all.get(name).unwrap_or(&self.blank)
    }

    fn came_back(&self) -> &Form {
        self.of(self.came_back.unwrap_or_default())
    }
}

/// What a team can do and know.
struct Team {
    call: Option<Call>,
    judge: bool,
    apart: bool,
    cancel: bool,
}

/// One house, for the desk.
struct Asked {
    is: Ask,
    place: String,
    now: Moment,
    /// For how long it is held if it is held on now.
    longer: String,
    renew: Form,
    release: Form,
}

impl Asked {
    fn state(&self) -> &'static str {
        ask_key(self.is.state, self.is.for_judge)
    }

    /// The tone and the icon in which its state is marked.
    fn mark(&self) -> (&'static str, &'static str) {
        match self.is.state {
            AskState::Asked => ("", "clock"),
            AskState::Held => ("safe", "bed"),
            AskState::Admitted => ("safe", "house"),
            AskState::Declined if self.is.decline.is_some_and(|code| !code.is_lawful()) => {
                ("danger", "triangle-alert")
            }
            _ => ("", "x"),
        }
    }

    fn decline(&self) -> Option<&'static str> {
        self.is.decline.map(Decline::key)
    }

    fn because(&self) -> Option<&'static str> {
        self.is.because.map(HoldEnd::key)
    }

    fn since(&self) -> &Moment {
        self.is.answered.as_ref().unwrap_or(&self.is.asked)
    }

    fn waits(&self) -> bool {
        self.is.state == AskState::Asked
    }

    fn was_late(&self) -> bool {
        self.is.late(self.now).is_some()
    }

    fn holds(&self) -> bool {
        self.is.state == AskState::Held
    }

    fn hold_until(&self) -> Option<Moment> {
        self.is.hold_until.filter(|_| self.holds())
    }

    /// Whether somebody is there or on the way: the desk may ask where it is.
    fn has_way(&self) -> bool {
        self.holds() || self.is.state == AskState::Admitted
    }
}

/// What the desk sees and can do.
struct Desk {
    asks: Vec<Asked>,
    candidates: Vec<Choice>,
    judge: bool,
}

impl Desk {
    fn held(&self) -> Vec<&Asked> {
        self.asks.iter().filter(|ask| ask.holds()).collect()
    }

    fn shows_way(&self) -> bool {
        self.asks.iter().any(Asked::has_way)
    }
}

/// A house's own part.
struct Own {
    id: Id,
    code: String,
    state: AskState,
    due: Moment,
    hold_until: Option<Moment>,
    for_judge: bool,
    emergency_until: Option<Moment>,
    hold: Form,
    admit: Form,
}

impl Own {
    fn is_asked(&self) -> bool {
        self.state == AskState::Asked
    }

    fn is_held(&self) -> bool {
        self.state == AskState::Held
    }

    fn can_come(&self) -> bool {
        self.is_asked() || self.is_held()
    }

    fn is_admitted(&self) -> bool {
        self.state == AskState::Admitted
    }
}

/// What is said above the page: tone, icon, message.
pub(super) type Told = (&'static str, &'static str, &'static str);

/// One request.
#[derive(Template)]
#[template(path = "bed/templates/request.html")]
pub(crate) struct RequestPage {
    frame: Frame,
    line: Line,
    said: Option<Plain<String>>,
    told: Option<Told>,
    forms: Forms,
    team: Option<Team>,
    desk: Option<Desk>,
    house: Option<Vec<Own>>,
    unseen: Option<Id>,
    /// Whether the reader sees who has looked.
    looks: bool,
    renewals: Vec<Choice>,
    /// For how long a house holds a place that it holds now.
    held_for: String,
}

/// What a team can do with its request; the gate decides anew when they do it.
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    /// See who has looked.
    pub(super) looks: bool,
    pub(super) apart: bool,
    pub(super) cancel: bool,
}

impl May {
    pub(super) async fn ask(app: &App, actor: &Actor, request: Id) -> Result<Self, StoreError> {
        let gate = app.store.gate();
        let request = gate.could(actor, request).await?;
        Ok(Self {
            looks: request.may::<ListLooks>(),
            apart: request.may::<WriteKeepApart>(),
            cancel: request.may::<CancelBedRequest>(),
        })
    }
}

/// A request as it was read, and what the reader is to it.
pub(super) struct Read {
    pub(super) opened: Opened,
    /// What the reader can do, where they are of the team.
    pub(super) may: May,
    /// The placement desk's number, for the team.
    pub(super) line: Option<DeskLine>,
    /// For a house: the clock of a child that nobody has said to have seen yet.
    pub(super) unseen: Option<Id>,
}

impl Read {
    pub(super) fn head(&self) -> &Head {
        match &self.opened {
            Opened::Desk { head, .. } | Opened::Team { head, .. } | Opened::House { head, .. } => {
                head
            }
        }
    }
}

impl RequestPage {
    pub(super) fn new(
        frame: Frame,
        read: Read,
        forms: Forms,
        told: Option<Told>,
        mut key: impl FnMut() -> Id,
    ) -> Self {
        let line = Line::new(read.head(), &frame);
        let revision = read.head().revision;
        let mut fresh = move || Form::fresh(key(), revision);
        let mut page = Self {
            said: None,
            told,
            forms,
            team: None,
            desk: None,
            house: None,
            unseen: read.unseen,
            looks: false,
            renewals: Choice::all::<Renewal>(frame.language),
            held_for: page::time::span(frame.language, hold_seconds(frame.now, false)),
            line,
            frame,
        };
        match read.opened {
            Opened::Team { judge, .. } => {
                page.looks = read.may.looks;
                page.team = Some(Team {
                    call: read.line.map(|line| Call::new(&line, &page.frame)),
                    judge,
                    apart: read.may.apart,
                    cancel: read.may.cancel,
                });
            }
            Opened::Desk {
                said,
                asks,
                candidates,
                ..
            } => {
                page.said = said;
                page.desk = Some(Desk {
                    judge: asks
                        .iter()
                        .any(|ask| ask.decline == Some(Decline::CourtOrder)),
                    asks: asks
                        .iter()
                        .map(|ask| asked(ask, &page.frame, &mut fresh))
                        .collect(),
                    candidates: candidates
                        .iter()
                        .map(|candidate| option(candidate, &page.frame))
                        .collect(),
                });
            }
            Opened::House { said, asks, .. } => {
                page.said = said;
                page.house = Some(asks.iter().map(|ask| own(ask, &mut fresh)).collect());
            }
        }
        page
    }
}

fn asked(ask: &Ask, frame: &Frame, fresh: &mut impl FnMut() -> Form) -> Asked {
    Asked {
        place: place(&ask.governorate, frame),
        now: frame.now,
        longer: page::time::span(frame.language, hold_seconds(frame.now, ask.for_judge)),
        is: ask.clone(),
        renew: fresh(),
        release: fresh(),
    }
}

fn own(ask: &Ask, fresh: &mut impl FnMut() -> Form) -> Own {
    Own {
        id: ask.id,
        code: ask.house_code.clone(),
        state: ask.state,
        due: ask.due,
        hold_until: ask.hold_until,
        for_judge: ask.for_judge,
        emergency_until: ask.emergency_until,
        hold: fresh(),
        admit: fresh(),
    }
}

/// A house that could be asked, in words.
fn option(candidate: &Candidate, frame: &Frame) -> Choice {
    let say = |key: &'static str| Message::new(frame.language, key).to_string();
    let mut words = vec![candidate.code.clone(), place(&candidate.governorate, frame)];
    words.push(say(if candidate.round % 2 == 1 {
        "bed-next-fits"
    } else {
        "bed-next-open-question"
    }));
    if candidate.round > 2 {
        words.push(say("bed-next-elsewhere"));
    }
    Choice::named(candidate.house.to_string(), words.join(" · "))
}

/// A request in which a house has no part any more, or not the one it thought.
#[derive(Template)]
#[template(path = "bed/templates/over.html")]
pub(crate) struct OverPage {
    pub(super) frame: Frame,
    pub(super) icon: &'static str,
    pub(super) words: &'static str,
}
