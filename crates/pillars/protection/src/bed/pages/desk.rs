//! What the placement desk sees of a request: the place that is held, whom to ring, every answer, and whom
//! it could ask.

use std::collections::BTreeMap;

use page::{Choice, Form, Frame, Message};
use people::organisation::Line as DeskLine;
use record::{Id, Moment};

use super::super::clocks::hold_seconds;
use super::line::place;
use super::request::Call;
use super::words::inquiry_key;
use crate::bed::{Candidate, Decline, HoldEnd, InquiryState, ShelterInquiry};

/// One shelter that was asked.
pub(super) struct Asked {
    pub(super) is: ShelterInquiry,
    pub(super) place: String,
    now: Moment,
    /// For how long it is held if it is held on now.
    pub(super) longer: String,
    /// Its number, where it is to be rung.
    pub(super) call: Option<Call>,
    pub(super) renew: Form,
    pub(super) release: Form,
}

impl Asked {
    fn new(
        inquiry: &ShelterInquiry,
        line: Option<&DeskLine>,
        frame: &Frame,
        fresh: &mut impl FnMut() -> Form,
    ) -> Self {
        Self {
            place: place(&inquiry.governorate, frame),
            now: frame.now,
            longer: page::time::span(frame.language, hold_seconds(frame.now, inquiry.for_judge)),
            is: inquiry.clone(),
            call: line.map(|line| Call::new(line, frame)),
            renew: fresh(),
            release: fresh(),
        }
    }

    pub(super) fn state(&self) -> &'static str {
        inquiry_key(self.is.state, self.is.for_judge)
    }

    /// The tone and the icon in which its state is marked.
    pub(super) fn mark(&self) -> (&'static str, &'static str) {
        match self.is.state {
            InquiryState::Asked => ("", "clock"),
            InquiryState::Held if self.is.for_judge => ("due", "scale"),
            InquiryState::Held => ("safe", "bed"),
            InquiryState::Admitted => ("safe", "house"),
            InquiryState::Declined if self.is.decline.is_some_and(|code| !code.is_lawful()) => {
                ("danger", "triangle-alert")
            }
            _ => ("", "x"),
        }
    }

    pub(super) fn decline(&self) -> Option<&'static str> {
        self.is.decline.map(Decline::key)
    }

    pub(super) fn because(&self) -> Option<&'static str> {
        self.is.because.map(HoldEnd::key)
    }

    pub(super) fn since(&self) -> &Moment {
        self.is.answered.as_ref().unwrap_or(&self.is.asked)
    }

    pub(super) fn waits(&self) -> bool {
        self.is.state == InquiryState::Asked
    }

    pub(super) fn is_late(&self) -> bool {
        self.waits() && self.was_late()
    }

    pub(super) fn was_late(&self) -> bool {
        self.is.late(self.now).is_some()
    }

    pub(super) fn holds(&self) -> bool {
        self.is.state == InquiryState::Held
    }

    pub(super) fn hold_until(&self) -> Option<Moment> {
        self.is.hold_until.filter(|_| self.holds())
    }

    fn waits_for_judge(&self) -> bool {
        self.holds() && self.is.for_judge
    }

    /// Whether somebody may come there, or is there: the desk asks where it is.
    fn is_place(&self) -> bool {
        let holds = self.is.hold_until.is_some_and(|until| self.now < until);
        (self.holds() && holds && !self.is.for_judge) || self.is.state == InquiryState::Admitted
    }
}

/// What the desk sees and can do.
pub(super) struct Desk {
    pub(super) inquiries: Vec<Asked>,
    pub(super) candidates: Vec<Choice>,
    letter: bool,
}

impl Desk {
    pub(super) fn new(
        inquiries: &[ShelterInquiry],
        candidates: &[Candidate],
        lines: &BTreeMap<Id, DeskLine>,
        frame: &Frame,
        fresh: &mut impl FnMut() -> Form,
    ) -> Self {
        let asked = inquiries
            .iter()
            .map(|one| Asked::new(one, lines.get(&one.id), frame, fresh));
        Self {
            letter: inquiries
                .iter()
                .any(|one| one.decline == Some(Decline::CourtOrder)),
            inquiries: asked.collect(),
            candidates: candidates.iter().map(|one| option(one, frame)).collect(),
        }
    }

    /// The place to go to, if there is one.
    pub(super) fn place(&self) -> Option<&Asked> {
        let lives = |one: &&Asked| one.is.state == InquiryState::Admitted;
        let mut all = self.inquiries.iter();
        let place = all.clone().find(lives);
        place.or_else(|| all.find(|one| one.is_place()))
    }

    /// Shelters that keep a place until a judge has decided.
    pub(super) fn for_judge(&self) -> Vec<&Asked> {
        let all = self.inquiries.iter();
        all.filter(|one| one.waits_for_judge()).collect()
    }

    pub(super) fn held(&self) -> Vec<&Asked> {
        self.inquiries.iter().filter(|one| one.holds()).collect()
    }

    /// How many have not answered, and how many of them are late; none, where nobody is waited for.
    pub(super) fn waiting(&self) -> Option<(usize, usize)> {
        let waiting = self.inquiries.iter().filter(|one| one.waits());
        let all = waiting.clone().count();
        (all > 0).then(|| (all, waiting.filter(|one| one.is_late()).count()))
    }

    /// Whether the application to the judge is offered apart from a place that waits for it.
    pub(super) fn offers_letter(&self) -> bool {
        self.letter && self.for_judge().is_empty()
    }
}

/// A shelter that could be asked, in words. One that said no before says so: its free places are none for
/// this person.
fn option(candidate: &Candidate, frame: &Frame) -> Choice {
    let say = |key: &'static str| Message::new(frame.language, key).to_string();
    let mut words = vec![candidate.code.clone(), place(&candidate.governorate, frame)];
    if let Some(before) = &candidate.before {
        words.push(say(inquiry_key(before.state, before.for_judge)));
        words.extend(before.decline.map(|code| say(code.key())));
        words.extend(before.because.map(|code| say(code.key())));
    } else {
        words.push(say(if candidate.round % 2 == 1 {
            "bed-next-fits"
        } else {
            "bed-next-open-question"
        }));
    }
    if candidate.round > 2 {
        words.push(say("bed-next-elsewhere"));
    }
    Choice::named(candidate.shelter.to_string(), words.join(" · "))
}
