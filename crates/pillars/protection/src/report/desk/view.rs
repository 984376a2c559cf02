//! What the desk's pages show.

use askama::Template;
use page::{
    Choice, Field, Fields as _, Filled, Form, Frame, Onward, Sentence, filters, place_name,
};
use people::member::Listed;
use record::{Id, Moment, OrgKind};
use store::Page;
use vault::Plain;

use super::Read;
use super::may::May;
use crate::child::view::because_key as because_of_clock;
use crate::reader::store::Fit;
use crate::report::ask::view::kind_key;
use crate::report::forms::{Answering, Closing};
use crate::report::heads::Counted;
use crate::report::intake::Channel;
use crate::report::promise::Promise;
use crate::report::step_back::StepsBack;
use crate::report::{Because, Contact, Head, Holder, Message, Part, YesNoUnknown, rules};

/// One report in a list.
pub(super) struct Line {
    id: Id,
    code: String,
    sent: Moment,
    place: Option<String>,
    entry: &'static str,
    danger: bool,
    minor: YesNoUnknown,
    held_due: Option<Moment>,
    safe_by: Option<Moment>,
    state: &'static str,
    withdrawn: bool,
}

impl Line {
    pub(super) fn new(head: &Head, frame: &Frame) -> Self {
        Self {
            id: head.record,
            code: head.code.clone(),
            sent: head.sent,
            place: place_name(head.governorate.as_deref(), frame.language),
            entry: head.entry.key(),
            danger: head.danger == YesNoUnknown::Yes,
            minor: head.minor,
            held_due: head.held_due.filter(|_| head.is_open()),
            safe_by: head.safe_by,
            state: stands_key(head),
            withdrawn: head.withdrawn.is_some(),
        }
    }

    fn is_child(&self) -> bool {
        self.minor == YesNoUnknown::Yes
    }

    fn may_be_child(&self) -> bool {
        self.minor == YesNoUnknown::Unknown
    }
}

/// The message that says how a report stands.
const fn stands_key(head: &Head) -> &'static str {
    match (head.because, head.answered) {
        (Some(_), _) => "report-state-closed",
        (None, Some(_)) if head.has_receipt => "report-state-answered",
        // Nobody reads an answer: somebody is on it, or nobody is yet.
        (None, Some(_)) => "report-state-taken-up",
        (None, None) => "report-state-new",
    }
}

/// The desk's list.
#[derive(Template)]
#[template(path = "report/templates/list.html")]
pub(crate) struct ListPage {
    pub(super) frame: Frame,
    held: Option<Vec<Line>>,
    others: Option<Vec<Line>>,
    more_held: Option<Onward>,
    more: Option<Onward>,
    asked: Form,
    sentence: Sentence,
}

impl ListPage {
    pub(super) fn new(
        frame: Frame,
        held: Option<Page<Head>>,
        others: Option<Page<Head>>,
        asked: Form,
        sentence: Sentence,
    ) -> Self {
        let next = |page: &Option<Page<Head>>, rest: &str| {
            Onward::new(&frame, "reports", rest, page.as_ref()?.next)
        };
        let lines = |page: Option<Page<Head>>| -> Option<Vec<Line>> {
            Some(
                page?
                    .lines
                    .iter()
                    .map(|head| Line::new(head, &frame))
                    .collect(),
            )
        };
        let (more_held, more) = (next(&held, "held=1&"), next(&others, &sentence.query()));
        let (held, others) = (lines(held), lines(others));
        Self {
            frame,
            held,
            others,
            more_held,
            more,
            asked,
            sentence,
        }
    }

    /// Whether a code was looked for; an empty field looks for none.
    fn is_search(&self) -> bool {
        self.asked
            .value("code")
            .is_some_and(|code| !code.is_blank())
    }

    /// Whether less than everything is looked for.
    fn is_narrowed(&self) -> bool {
        self.is_search() || self.sentence.narrows()
    }

    fn is_empty(&self) -> bool {
        let none = |lines: &Option<Vec<Line>>| lines.as_ref().is_none_or(Vec::is_empty);
        none(&self.held) && none(&self.others)
    }
}

/// How the clock of a child's safety ended.
struct Safe {
    clock: Id,
    ended: Option<Moment>,
    how: Option<&'static str>,
}

impl Safe {
    fn new(safe: &super::store::Safe) -> Self {
        Self {
            clock: safe.clock,
            ended: safe.ended,
            how: because_of_clock(&safe.because),
        }
    }
}

/// One report.
#[derive(Template)]
#[template(path = "report/templates/report.html")]
pub(crate) struct ReportPage {
    pub(super) frame: Frame,
    line: Line,
    head: Head,
    parts: Vec<(Part, Plain<String>)>,
    thread: Vec<Message>,
    held_by: Option<&'static str>,
    district: Option<String>,
    panels: Vec<Filled>,
    safe: Option<Safe>,
    /// What kinds of bodies the sender accuses.
    accused: Vec<OrgKind>,
    /// Whether a police body has a copy of the sender's words.
    police_copy: bool,
    /// What a lawyer said of whoever is held, and when.
    legal_aid: Option<(&'static str, Moment)>,
    /// Since when an answer lies that the sender has not come for.
    not_fetched: Option<Moment>,
    /// As what those work who are on it, as messages.
    on_it: Vec<String>,
    /// Who was counted of a group.
    heads: Vec<Counted>,
    /// What is promised.
    promises: Vec<Promise>,
    /// What this desk noted: as what somebody worked, when, and what they noted.
    notes: Vec<(String, Moment, Plain<String>)>,
    /// For a supervisor: why and when somebody stepped back.
    stepped: Vec<(&'static str, Moment)>,
    may: May,
    answer: Form,
    close: Form,
    stale: bool,
}

impl ReportPage {
    /// Whether somebody could have been counted by mistake who has no clock.
    fn has_droppable(&self) -> bool {
        self.heads.iter().any(Counted::is_droppable)
    }

    pub(super) fn new(
        frame: Frame,
        may: May,
        read: Read,
        answer: Form,
        close: Form,
        stale: bool,
    ) -> Self {
        let Read {
            opened,
            panels,
            safe,
            accused,
            police_copy,
            heads,
            promises,
            notes,
            stepped,
            on_it,
            legal_aid,
            ..
        } = read;
        let held_by = opened
            .part(Part::HeldBy)
            .and_then(rules::holder)
            .map(Holder::key);
        let district = opened.part(Part::District).and_then(rules::district);
        let language = frame.language;
        Self {
            line: Line::new(&opened.head, &frame),
            held_by,
            district: district.map(|place| place.name(language).to_owned()),
            panels,
            safe: safe.as_ref().map(Safe::new),
            accused,
            police_copy,
            heads,
            promises,
            legal_aid: legal_aid.map(|(answer, at)| (answer.key(), at)),
            not_fetched: opened.not_fetched_since(),
            on_it: on_it
                .into_iter()
                .map(|role| format!("role-{}", role.code()))
                .collect(),
            notes: notes
                .into_iter()
                .map(|note| {
                    (
                        format!("role-{}", note.role.code()),
                        note.at,
                        note.free_text,
                    )
                })
                .collect(),
            stepped: stepped
                .into_iter()
                .filter(|_| may.hand_on)
                .map(|(why, at)| (why.key(), at))
                .collect(),
            may,
            answer,
            close,
            stale,
            head: opened.head,
            parts: opened.parts,
            thread: opened.thread,
            frame,
        }
    }

    fn part(&self, part: Part) -> Option<&Plain<String>> {
        self.parts
            .iter()
            .find(|(found, _)| *found == part)
            .map(|(_, free_text)| free_text)
    }

    /// What happened.
    fn text(&self) -> Option<&Plain<String>> {
        self.part(Part::Text)
    }

    /// The number of the sheet of paper on which it stood.
    fn sheet(&self) -> Option<&Plain<String>> {
        self.part(Part::Sheet)
    }

    /// How to reach the sender safely, each part with its label.
    fn ways(&self) -> Vec<(&'static str, &Plain<String>)> {
        const WAYS: [(Part, &str); 5] = [
            (Part::How, "report-how"),
            (Part::When, "report-when"),
            (Part::Words, "report-words"),
            (Part::Who, "report-who"),
            (Part::Otherwise, "report-otherwise"),
        ];
        self.labelled(&WAYS)
    }

    /// What is known of somebody held, each part with its label.
    fn held(&self) -> Vec<(&'static str, &Plain<String>)> {
        const HELD: [(Part, &str); 3] = [
            (Part::HeldWhere, "report-held-where"),
            (Part::HeldSince, "report-held-since"),
            (Part::HeldNext, "report-held-next"),
        ];
        self.labelled(&HELD)
    }

    fn labelled(&self, wanted: &[(Part, &'static str)]) -> Vec<(&'static str, &Plain<String>)> {
        let found = wanted
            .iter()
            .filter_map(|(part, label)| Some((*label, self.part(*part)?)));
        found.collect()
    }

    fn contact_key(&self) -> &'static str {
        match self.head.contact {
            Contact::Yes => "report-may-contact",
            Contact::No if self.head.has_receipt => "report-no-contact",
            Contact::No => "report-no-contact-no-receipt",
            Contact::Unsaid if self.head.has_receipt => "report-contact-unsaid",
            Contact::Unsaid => "report-unsaid-no-receipt",
            Contact::Stopped => "report-contact-stopped",
        }
    }

    /// How somebody took it down.
    fn taken_key(&self) -> Option<&'static str> {
        self.head.taken.map(Channel::key)
    }

    fn contact_stopped(&self) -> bool {
        self.head.contact == Contact::Stopped
    }

    /// A safe place is asked for from the first second.
    fn wants_place(&self) -> bool {
        self.head.is_open() && self.head.withdrawn.is_none()
    }

    fn minor_key(&self) -> &'static str {
        said_key(self.head.minor)
    }

    fn danger_key(&self) -> &'static str {
        said_key(self.head.danger)
    }

    /// What they are, in words.
    fn accused_kinds(&self) -> impl Iterator<Item = &'static str> {
        self.accused.iter().copied().map(kind_key)
    }

    /// What to do about those whom the sender accuses.
    fn accused_key(&self) -> Option<&'static str> {
        if self.accused.contains(&OrgKind::Police) {
            Some("report-accused-police")
        } else {
            (!self.accused.is_empty()).then_some("report-accused-other")
        }
    }

    const ANSWERING: &'static [Field] = Answering::FIELDS;

    const CLOSING: &'static [Field] = Closing::FIELDS;

    fn step_back_reasons(&self) -> Vec<Choice> {
        Choice::all::<StepsBack>(self.frame.language)
    }

    fn because_key(&self) -> Option<&'static str> {
        self.head.because.map(Because::key)
    }
}

const fn said_key(free_text: YesNoUnknown) -> &'static str {
    match free_text {
        YesNoUnknown::Yes => "yes",
        YesNoUnknown::No => "no",
        YesNoUnknown::Unknown => "unknown",
    }
}

/// Somebody who could take the report.
pub(super) struct Taker {
    account: Id,
    role: String,
    name: Option<Plain<String>>,
    now: bool,
}

/// Handing a report on.
#[derive(Template)]
#[template(path = "report/templates/hand.html")]
pub(crate) struct HandPage {
    pub(super) frame: Frame,
    line: Line,
    takers: Vec<Taker>,
    form: Form,
    stale: bool,
}

impl HandPage {
    pub(super) fn new(
        frame: Frame,
        head: &Head,
        fit: &[Fit],
        mut named: Vec<Listed>,
        owners: &[Id],
        form: Form,
        stale: bool,
    ) -> Self {
        let takers = fit.iter().map(|fit| {
            let listed = named
                .iter_mut()
                .find(|listed| listed.membership.account == fit.account);
            Taker {
                account: fit.account,
                role: format!("role-{}", fit.role.code()),
                name: listed.and_then(|listed| listed.name.take()),
                now: owners.contains(&fit.account),
            }
        });
        Self {
            takers: takers.collect(),
            line: Line::new(head, &frame),
            form,
            stale,
            frame,
        }
    }
}
