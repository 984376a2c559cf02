//! The words for what stands in a request.

use page::{Choice, Message};
use record::Language;

use crate::bed::{Age, AskState, Decline, Exit, Head, HoldEnd, Renewal, Sex, State};

/// The languages that people and houses say they speak, each with its message.
pub(crate) const SPOKEN: [(&str, &str); 11] = [
    ("ar", "bed-language-ar"),
    ("ckb", "bed-language-ckb"),
    ("kmr", "bed-language-kmr"),
    ("bn", "bed-language-bn"),
    ("fa", "bed-language-fa"),
    ("tr", "bed-language-tr"),
    ("ur", "bed-language-ur"),
    ("am", "bed-language-am"),
    ("ne", "bed-language-ne"),
    ("fil", "bed-language-fil"),
    ("en", "bed-language-en"),
];

/// The languages as options.
pub(crate) fn spoken(language: Language) -> Vec<Choice> {
    SPOKEN
        .iter()
        .map(|(code, key)| Choice::said(language, *code, key))
        .collect()
}

/// Codes of languages in words; a code that is not on the list stays as it is.
pub(crate) fn spoken_words(language: Language, codes: &str) -> Option<String> {
    let words: Vec<String> = codes
        .split_whitespace()
        .map(|code| {
            SPOKEN.iter().find(|(known, _)| *known == code).map_or_else(
                || code.to_owned(),
                |(_, key)| Message::new(language, *key).to_string(),
            )
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// Who a request is for, in one word.
pub(crate) const fn who_key(sex: Sex, age: Age) -> &'static str {
    match (sex, age) {
        (Sex::Female, Age::Under13) => "bed-who-female-under-13",
        (Sex::Female, Age::From13) => "bed-who-female-from-13",
        (Sex::Female, Age::Adult) => "bed-who-female-adult",
        (Sex::Female, Age::Unknown) => "bed-who-female-unknown",
        (Sex::Male, Age::Under13) => "bed-who-male-under-13",
        (Sex::Male, Age::From13) => "bed-who-male-from-13",
        (Sex::Male, Age::Adult) => "bed-who-male-adult",
        (Sex::Male, Age::Unknown) => "bed-who-male-unknown",
        (Sex::NotSaid, Age::Under13) => "bed-who-not-said-under-13",
        (Sex::NotSaid, Age::From13) => "bed-who-not-said-from-13",
        (Sex::NotSaid, Age::Adult) => "bed-who-not-said-adult",
        (Sex::NotSaid, Age::Unknown) => "bed-who-not-said-unknown",
    }
}

pub(crate) const fn state_key(state: State) -> &'static str {
    match state {
        State::Asked => "bed-state-asked",
        State::Held => "bed-state-held",
        State::Admitted => "bed-state-admitted",
        State::Ended => "bed-state-ended",
        State::Cancelled => "bed-state-cancelled",
    }
}

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

pub(crate) const fn because_key(because: HoldEnd) -> &'static str {
    match because {
        HoldEnd::Expired => "bed-because-expired",
        HoldEnd::Desk => "bed-because-desk",
        HoldEnd::Elsewhere => "bed-because-elsewhere",
        HoldEnd::Cancelled => "bed-because-cancelled",
        HoldEnd::ShutOut => "bed-because-shut-out",
    }
}

pub(crate) const fn decline_key(code: Decline) -> &'static str {
    match code {
        Decline::Full => "bed-decline-full",
        Decline::Distance => "bed-decline-distance",
        Decline::SecurityOfThisPerson => "bed-decline-security",
        Decline::ClinicalNeedBeyondMeans => "bed-decline-clinical",
        Decline::Other => "bed-decline-other",
        Decline::Sex => "bed-decline-sex",
        Decline::Age => "bed-decline-age",
        Decline::Nationality => "bed-decline-nationality",
        Decline::Papers => "bed-decline-papers",
        Decline::Residence => "bed-decline-residence",
        Decline::CourtOrder => "bed-decline-court-order",
        Decline::Cooperation => "bed-decline-cooperation",
        Decline::Complaint => "bed-decline-complaint",
        Decline::GuardianLeave => "bed-decline-guardian-leave",
        Decline::Marriage => "bed-decline-marriage",
        Decline::PregnancyOrHiv => "bed-decline-pregnancy-or-hiv",
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

/// The reasons for which a hold goes on.
pub(crate) fn renewals(language: Language) -> Vec<Choice> {
    let key = |because: Renewal| match because {
        Renewal::OnTheWay => "bed-renew-on-the-way",
        Renewal::Transport => "bed-renew-transport",
        Renewal::NotSafeNow => "bed-renew-not-safe-now",
        Renewal::Judge => "bed-renew-judge",
        Renewal::Treatment => "bed-renew-treatment",
    };
    Renewal::ALL
        .iter()
        .map(|because| Choice::said(language, because.code(), key(*because)))
        .collect()
}

/// How a stay ends.
pub(crate) fn exits(language: Language) -> Vec<Choice> {
    let key = |exit: Exit| match exit {
        Exit::OwnHome => "bed-end-exit-own-home",
        Exit::Family => "bed-end-exit-family",
        Exit::OtherHouse => "bed-end-exit-other-house",
        Exit::Hospital => "bed-end-exit-hospital",
        Exit::OwnCountry => "bed-end-exit-own-country",
        Exit::Left => "bed-end-exit-left",
        Exit::HouseCannot => "bed-end-exit-house-cannot",
    };
    Exit::ALL
        .iter()
        .map(|exit| Choice::said(language, exit.code(), key(*exit)))
        .collect()
}
