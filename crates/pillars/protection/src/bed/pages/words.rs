//! The words for what stands in a request.

use page::Choice;
use record::Language;

use crate::bed::{Decline, Head, InquiryState, State};

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
        .map(|state| Choice::labelled(language, state.code(), key(*state)))
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

pub(crate) const fn inquiry_key(state: InquiryState, for_judge: bool) -> &'static str {
    match state {
        InquiryState::Asked => "bed-shelter-state-asked",
        InquiryState::Held if for_judge => "bed-shelter-state-for-judge",
        InquiryState::Held => "bed-shelter-state-held",
        InquiryState::Declined => "bed-shelter-state-declined",
        InquiryState::NotNeeded => "bed-shelter-state-not-needed",
        InquiryState::NotHere => "bed-shelter-state-not-here",
        InquiryState::Released => "bed-shelter-state-released",
        InquiryState::Admitted => "bed-shelter-state-admitted",
        InquiryState::Left => "bed-shelter-state-left",
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
