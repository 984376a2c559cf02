//! A request in a line: who it is for, where, since when, and how it stands.

use page::{Frame, place_name};
use record::Moment;

use super::words::{now_key, state_icon, state_tone};
use crate::bed::clocks::answer_seconds;
use crate::bed::{Head, State, list};
use crate::shelter::language::spoken_words;
use crate::shelter::who_key;

/// A request in a line.
pub(super) struct Line {
    pub(super) head: Head,
    pub(super) place: String,
    pub(super) languages: Option<String>,
    pub(super) answer_due: Option<Moment>,
    pub(super) hold_until: Option<Moment>,
    /// Whether the reader can open it.
    pub(super) opens: bool,
}

impl Line {
    pub(super) fn new(head: &Head, frame: &Frame) -> Self {
        Self {
            head: head.clone(),
            place: place(&head.governorate, frame),
            languages: spoken_words(frame.language, &head.languages),
            answer_due: None,
            hold_until: None,
            opens: false,
        }
    }

    pub(super) fn opened(mut self, opens: bool) -> Self {
        self.opens = opens;
        self
    }

    pub(super) fn listed(line: &list::Line, frame: &Frame) -> Self {
        Self {
            answer_due: line.answer_due,
            hold_until: line.hold_until,
            ..Self::new(&line.head, frame)
        }
    }

    pub(super) fn who(&self) -> &'static str {
        who_key(self.head.sex, self.head.age)
    }

    pub(super) fn state(&self) -> &'static str {
        self.head.state.key()
    }

    pub(super) fn tone(&self) -> &'static str {
        state_tone(self.head.state)
    }

    pub(super) fn icon(&self) -> &'static str {
        state_icon(self.head.state)
    }

    pub(super) fn now(&self) -> &'static str {
        now_key(&self.head)
    }

    /// How long the shelters have to answer.
    pub(super) fn answer_in(&self, frame: &Frame) -> String {
        page::time::span(frame.language, answer_seconds(&self.head))
    }

    /// Whether danger still matters: nobody lives in a shelter yet.
    pub(super) fn in_danger(&self) -> bool {
        self.head.danger && matches!(self.head.state, State::Asked | State::Held)
    }

    pub(super) fn is_child(&self) -> bool {
        self.head.age.may_be_child()
    }

    pub(super) fn is_asked(&self) -> bool {
        self.head.state == State::Asked
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(
            self.head.state,
            State::Asked | State::Held | State::Admitted
        )
    }
}

/// The name of a governorate; its code, if it has none.
pub(super) fn place(governorate: &str, frame: &Frame) -> String {
    place_name(Some(governorate), frame.language).unwrap_or_else(|| governorate.to_owned())
}
