//! A request in a line: who it is for, where, since when, and how it stands.

use page::Frame;
use record::{Id, Moment};

use super::words::{now_key, spoken_words, state_icon, state_key, state_tone, who_key};
use crate::bed::{Head, State, list};
use crate::report::pages::place_name;

/// A request in a line.
pub(super) struct Line {
    pub(super) id: Id,
    pub(super) code: String,
    pub(super) asked: Moment,
    pub(super) place: String,
    pub(super) who: &'static str,
    pub(super) family: bool,
    pub(super) heads: i64,
    pub(super) languages: Option<String>,
    pub(super) danger: bool,
    pub(super) disability: bool,
    pub(super) may_be_child: bool,
    pub(super) is: State,
    pub(super) state: &'static str,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
    pub(super) now: &'static str,
    pub(super) answer_due: Option<Moment>,
    pub(super) hold_until: Option<Moment>,
}

impl Line {
    pub(super) fn new(head: &Head, frame: &Frame) -> Self {
        Self {
            id: head.record,
            code: head.code.clone(),
            asked: head.asked,
            place: place(&head.governorate, frame),
            who: who_key(head.sex, head.age),
            family: head.family,
            heads: head.heads,
            languages: spoken_words(frame.language, &head.languages),
            danger: head.danger,
            disability: head.disability,
            may_be_child: head.age.may_be_child(),
            is: head.state,
            state: state_key(head.state),
            tone: state_tone(head.state),
            icon: state_icon(head.state),
            now: now_key(head),
            answer_due: None,
            hold_until: None,
        }
    }

    pub(super) fn listed(line: &list::Line, frame: &Frame) -> Self {
        Self {
            answer_due: line.answer_due,
            hold_until: line.hold_until,
            ..Self::new(&line.head, frame)
        }
    }

    pub(super) fn is_child(&self) -> bool {
        self.may_be_child
    }

    pub(super) fn is_asked(&self) -> bool {
        self.is == State::Asked
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self.is, State::Asked | State::Held | State::Admitted)
    }
}

pub(super) fn place(governorate: &str, frame: &Frame) -> String {
    place_name(Some(governorate), frame.language).unwrap_or_else(|| governorate.to_owned())
}
