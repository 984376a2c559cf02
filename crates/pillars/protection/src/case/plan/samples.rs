//! The plan with made-up data.

use page::{Frame, FrameKind, Sampled, sampled};
use record::{Language, Role};
use vault::Plain;

use super::pages::PlanPage;
use super::{Plan, Recognition, Served, recognised_text, served_text};
use crate::case::pages::samples::head;
use crate::case::{Entry, State, What};
use crate::samples::{LONG, NOW, words};
use clock::AgeBand;

/// A plan with everything in it, and one with nothing.
pub(crate) fn samples(language: Language) -> Vec<Sampled> {
    let long = Plain::new(LONG.to_owned());
    let entry = |number: i64, what, told| Entry {
        number,
        what,
        at: NOW,
        happened: NOW.plus_seconds(-number * 86_400),
        role: Role::Caseworker,
        due: None,
        done: None,
        told: Some(told),
    };
    let full = [
        entry(1, What::Goal, Plain::new(words(language))),
        entry(
            2,
            What::Service,
            served_text("A11-MED", Served::NotAvailable, Some(&long)),
        ),
        entry(
            3,
            What::Service,
            served_text("A11-LEGAL", Served::Accepted, None),
        ),
        entry(
            4,
            What::Service,
            served_text("A11-RETURN", Served::Refused, Some(&long)),
        ),
        entry(
            5,
            What::Recognition,
            recognised_text(Recognition::NotRecognised, &long.clone(), Some(&long)),
        ),
    ];
    let page = |entries: &[Entry], writes| PlanPage {
        frame: Frame::sample(language, FrameKind::Staff, "plan-title"),
        head: head(2, AgeBand::Adult, State::Open),
        plan: Plan::of(entries, writes),
        writes,
    };
    vec![
        sampled("full", language, &page(&full, true)),
        sampled("nothing", language, &page(&[], false)),
    ]
}
