//! What the page of a request shows: to the desk, to the team, to a shelter.

use std::collections::BTreeMap;

use ::store::StoreError;
use access::Actor;
use access::action::{CancelBedRequest, ListLooks, WriteKeepApart};
use askama::Template;
use page::{App, Choice, Form, Frame, filters};
use people::organisation::Line as DeskLine;
use record::{Id, Moment};
use vault::Plain;

use super::super::clocks::hold_seconds;
use super::desk::Desk;
use super::line::Line;
use crate::bed::{Head, InquiryState, Opened, Renewal, ShelterInquiry};

/// A number of a desk as a page shows it.
pub(super) struct Call {
    pub(super) number: String,
    pub(super) hours: Option<String>,
}

impl Call {
    pub(super) fn new(line: &DeskLine, frame: &Frame) -> Self {
        let hours = (line.hours != "24/7" && !line.hours.is_empty())
            .then(|| page::number::digits(frame.language, &line.hours));
        Self {
            number: line.number.clone(),
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

/// A shelter's own part.
struct Own {
    id: Id,
    code: String,
    state: InquiryState,
    due: Moment,
    hold_until: Option<Moment>,
    for_judge: bool,
    emergency_until: Option<Moment>,
    hold: Form,
    admit: Form,
}

impl Own {
    fn is_asked(&self) -> bool {
        self.state == InquiryState::Asked
    }

    fn is_held(&self) -> bool {
        self.state == InquiryState::Held
    }

    fn can_come(&self) -> bool {
        self.is_asked() || self.is_held()
    }

    fn is_admitted(&self) -> bool {
        self.state == InquiryState::Admitted
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
    free_text: Option<Plain<String>>,
    told: Option<Told>,
    forms: Forms,
    team: Option<Team>,
    desk: Option<Desk>,
    shelter: Option<Vec<Own>>,
    unseen: Option<Id>,
    /// Whether the reader sees who has looked.
    looks: bool,
    renewals: Vec<Choice>,
    /// For how long a shelter holds a place that it holds now.
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
    /// For a shelter: the clock of a child that nobody has said to have seen yet.
    pub(super) unseen: Option<Id>,
}

impl Read {
    pub(super) fn head(&self) -> &Head {
        match &self.opened {
            Opened::Desk { head, .. }
            | Opened::Team { head, .. }
            | Opened::Shelter { head, .. } => head,
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
            free_text: None,
            told,
            forms,
            team: None,
            desk: None,
            shelter: None,
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
                free_text,
                inquiries,
                candidates,
                lines,
                ..
            } => {
                page.free_text = free_text;
                let desk = Desk::new(&inquiries, &candidates, &lines, &page.frame, &mut fresh);
                page.desk = Some(desk);
            }
            Opened::Shelter {
                free_text,
                inquiries,
                ..
            } => {
                page.free_text = free_text;
                page.shelter = Some(
                    inquiries
                        .iter()
                        .map(|inquiry| own(inquiry, &mut fresh))
                        .collect(),
                );
            }
        }
        page
    }
}

fn own(inquiry: &ShelterInquiry, fresh: &mut impl FnMut() -> Form) -> Own {
    Own {
        id: inquiry.id,
        code: inquiry.shelter_code.clone(),
        state: inquiry.state,
        due: inquiry.due,
        hold_until: inquiry.hold_until,
        for_judge: inquiry.for_judge,
        emergency_until: inquiry.emergency_until,
        hold: fresh(),
        admit: fresh(),
    }
}

/// A request in which a shelter has no part any more, or not the one it thought.
#[derive(Template)]
#[template(path = "bed/templates/over.html")]
pub(crate) struct OverPage {
    pub(super) frame: Frame,
    pub(super) icon: &'static str,
    pub(super) words: &'static str,
}
