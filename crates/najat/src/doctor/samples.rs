//! The page with made-up findings.

use std::time::Duration;

use page::{Frame, FrameKind, Sampled, Seen, sampled};
use record::Language;
use store::Timed;

use super::pages::{DoctorPage, Line};
use super::{Finding, Weight, request};

pub(super) fn doctor(language: Language) -> Vec<Sampled> {
    let origin = "https://help.example";
    let seen = Seen {
        peer: "127.0.0.1".parse().ok(),
        client: "127.0.0.1".parse().ok(),
        is_trusted: true,
        is_handed_on: true,
        says_how: false,
    };
    let timed = |units| Timed {
        units,
        again: units / 100,
        failed: u64::from(units > 5_000),
        all: Duration::from_millis(units * 3),
        longest: Duration::from_millis(48),
    };
    let page = |found, origin: Option<&str>, lines| DoctorPage {
        frame: Frame::sample(language, FrameKind::Staff, "doctor-title"),
        found,
        origin: origin.map(str::to_owned),
        seen: seen.clone(),
        lines,
    };
    let copies = Finding::new(
        Weight::ToDo,
        "doctor-old-copy",
        "doctor-copies-why",
        "doctor-copies-do",
    );
    let copies = copies.with("days", 9).with("path", "/var/backups/najat");
    let found = [copies].into_iter().chain(request::look(&seen, origin));
    let lines = ["ReadToday", "IntakeReport", "upkeep"];
    let lines = lines.iter().zip([12_400, 310, 9]);
    let lines = lines.map(|(action, units)| Line::new(language, action, &timed(units)));
    vec![
        sampled(
            "full",
            language,
            &page(found.collect(), Some(origin), lines.collect()),
        ),
        sampled("empty", language, &page(Vec::new(), None, Vec::new())),
    ]
}
