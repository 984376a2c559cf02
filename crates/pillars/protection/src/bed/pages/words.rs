//! The words for what stands in a request.

use page::Choice;
use record::Language;

use crate::bed::{AskState, Decline, Head, State};

/// The tone in which a state is marked.
pub(crate) const fn state_tone(state: State) -> &'static str {
    match state {
        State::Asked => "due",
        State::Held | State::Admitted => "safe",
        State::Ended | State::Cancelled => "",
    }
}

pub(crate) const fn state_icon(state: State) -> &'static str {
    match state {
        State::Asked => "clock",
        State::Held => "bed",
        State::Admitted => "house",
        State::Ended => "check",
        State::Cancelled => "undo-2",
    }
}

/// The states as the end of the sentence that chooses what a list shows.
pub(crate) fn states(language: Language) -> Vec<Choice> {
    let key = |state: State| match state {
        State::Asked => "bed-filter-asked",
        State::Held => "bed-filter-held",
        State::Admitted => "bed-filter-admitted",
        State::Ended => "bed-filter-ended",
        State::Cancelled => "bed-filter-cancelled",
    };
    State::ALL
        .iter()
        .map(|state| Choice::said(language, state.code(), key(*state)))
        .collect()
}

/// What happens now, in a sentence for the team.
pub(crate) const fn now_key(head: &Head) -> &'static str {
    match head.state {
        State::Asked => "bed-now-asked",
        State::Held => "bed-now-held",
        State::Admitted => "bed-now-admitted",
        State::Ended => "bed-now-ended",
        State::Cancelled => "bed-now-cancelled",
    }
}

pub(crate) const fn ask_key(state: AskState, for_judge: bool) -> &'static str {
    match state {
        AskState::Asked => "bed-house-state-asked",
        AskState::Held if for_judge => "bed-house-state-for-judge",
        AskState::Held => "bed-house-state-held",
        AskState::Declined => "bed-house-state-declined",
        AskState::NotNeeded => "bed-house-state-not-needed",
        AskState::NotHere => "bed-house-state-not-here",
        AskState::Released => "bed-house-state-released",
        AskState::Admitted => "bed-house-state-admitted",
        AskState::Left => "bed-house-state-left",
    }
}

/// What follows from a reason, where it is more than from its neighbours.
pub(crate) const fn follows_key(code: Decline) -> Option<&'static str> {
    match code {
        Decline::Other => Some("bed-decline-other-follows"),
        Decline::CourtOrder => Some("bed-decline-judge-follows"),
        _ => None,
    }
}
