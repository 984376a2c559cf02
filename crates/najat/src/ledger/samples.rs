//! The ledger's pages with made-up entries.

use std::sync::Arc;

use ledger::{Entry, Fault, Unknown, Verdict};
use page::{Form, Frame, FrameKind, Sampled, sampled};
use record::{Id, Language, Moment};
use store::{Check, Found, Kept};

use super::pages::PAGE;
use super::view::{ExportPage, LedgerPage, LooksPage, MinePage, State, VerifyPage};
use super::who::Known;

const ME: &str = "11111111-1111-4111-8111-111111111111";
const OTHER: &str = "22222222-2222-4222-8222-222222222222";
const CONSOLE: &str = "console:22222222-2222-4222-8222-222222222222";

fn known(language: Language) -> Known {
    Known::sample(ME, OTHER, language)
}

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

fn entry(actor: &str, action: &str, purpose: &str, outcome: &str, shown: u32) -> Entry {
    Entry {
        at: Moment::from_micros(1_795_431_000_000_000),
        actor: actor.to_owned(),
        action: action.to_owned(),
        purpose: purpose.to_owned(),
        object: [0; 32],
        outcome: outcome.to_owned(),
        reason: ["absent", "else"]
            .contains(&outcome)
            .then(|| "another_membership".to_owned()),
        shown,
    }
}

fn found() -> Found {
    let entries = [
        entry(ME, "ReadLedger", "oversight", "looked", 0),
        entry(OTHER, "ReadReport", "intake", "looked", 0),
        entry(OTHER, "ReadReport", "intake", "absent", 0),
        entry(OTHER, "CloseUnmetRight", "oversight", "looked", 0),
        entry(OTHER, "ListReports", "intake", "looked", 50),
        entry("public", "SignIn", "administration", "done", 0),
        entry("reporter", "AddToReport", "intake", "done", 0),
        entry("rule:MoveReport", "MoveReport", "intake", "done", 0),
        entry("console:x", "BackUp", "administration", "done", 0),
        entry(CONSOLE, "ExportLedger", "oversight", "done", 0),
        entry(OTHER, "AnActOfLater", "a_purpose_of_later", "else", 0),
    ];
    let entries = entries.map(Some).into_iter().chain([None]);
    let entries = (1_000..)
        .zip(entries)
        .map(|(seq, entry)| Kept { seq, entry });
    Found {
        entries: entries.collect(),
        next: Some((Moment::from_micros(0), 990)),
    }
}

pub(super) fn ledger(language: Language) -> Vec<Sampled> {
    let page = |asked, rest, found: Found, most| {
        LedgerPage::new(
            frame(language, "ledger-title"),
            asked,
            rest,
            found,
            (&known(language), most),
        )
    };
    let mut wrong = Form::fresh(Id::NONE, 0).put("day", "99/99/2026");
    let _none = wrong.moment("day", "hour");
    let asked = Form::fresh(Id::NONE, 0)
        .put("who", "22222222")
        .put("action", "ReadReport");
    let full = found().entries.len();
    vec![
        sampled("full", language, &page(Form::default(), "", found(), full)),
        sampled("filtered", language, &page(asked, "same=1&", found(), PAGE)),
        sampled(
            "empty",
            language,
            &page(Form::default(), "outcome=absent&", Found::default(), PAGE),
        ),
        sampled("errors", language, &page(wrong, "", Found::default(), PAGE)),
    ]
}

pub(super) fn mine(language: Language) -> Vec<Sampled> {
    let page = |found| {
        MinePage::new(
            frame(language, "ledger-mine-title"),
            found,
            &known(language),
        )
    };
    vec![
        sampled("full", language, &page(found())),
        sampled("empty", language, &page(Found::default())),
    ]
}

pub(super) fn looks(language: Language) -> Vec<Sampled> {
    let page = |found| {
        LooksPage::new(
            frame(language, "looks-title"),
            "/looks/1",
            found,
            &known(language),
        )
    };
    vec![
        sampled("full", language, &page(found())),
        sampled("empty", language, &page(Found::default())),
    ]
}

fn verdict(faults: Vec<Fault>, unknown: Vec<Unknown>) -> Check {
    Check::Done {
        at: Moment::from_micros(1_795_431_000_000_000),
        verdict: Arc::new(Verdict {
            leaves: 12_345,
            checkpoints: 1_234,
            logged: Some(1_234),
            recovered: 1,
            head: None,
            faults,
            unknown,
        }),
    }
}

fn every_fault() -> Vec<Fault> {
    let (from, to) = (16, 32);
    vec![
        Fault::Leaf { index: 17 },
        Fault::Sequence {
            expected: 18,
            found: 19,
        },
        Fault::Range { from, to },
        Fault::Unsigned { from, to },
        Fault::Truncated {
            leaves: 16,
            signed: 32,
        },
        Fault::Fork { from, to },
        Fault::Checkpoint { position: 3 },
        Fault::CheckpointOrder { position: 4 },
        Fault::CheckpointMissing { size: 32 },
        Fault::LogLine { line: 5 },
        Fault::LogOrder { line: 6 },
        Fault::FactChanged { index: 20 },
        Fault::FactMissing { index: 21 },
        Fault::FactAdded { index: 40 },
        Fault::Head,
        Fault::Tombstone { position: 2 },
    ]
}

fn every_unknown() -> Vec<Unknown> {
    vec![
        Unknown::Truncation,
        Unknown::Rollback,
        Unknown::Fork,
        Unknown::Together,
        Unknown::AheadOfLog {
            logged: 16,
            stored: 32,
        },
        Unknown::TornLine { line: 7 },
        Unknown::LogGap { first: 8, count: 2 },
        Unknown::Rewritten {
            first: 9,
            count: 12,
        },
        Unknown::Facts,
    ]
}

pub(super) fn verify(language: Language) -> Vec<Sampled> {
    let page = |check| VerifyPage {
        frame: frame(language, "check-title"),
        form: Form::fresh(Id::NONE, 0),
        state: State::new(check, language),
        key: "najat/example+0a1b2c3d+AexampleexampleexampleexampleexampleexampleA=".to_owned(),
    };
    let running = Check::Running {
        read: 20_480,
        of: 1_000_000,
    };
    let failed = Check::Failed {
        at: Moment::from_micros(1_795_431_000_000_000),
    };
    let holds = verdict(Vec::new(), vec![Unknown::Together]);
    let wrong = verdict(every_fault(), every_unknown());
    vec![
        sampled("empty", language, &page(Check::Never)),
        sampled("running", language, &page(running)),
        sampled("full", language, &page(holds)),
        sampled("wrong", language, &page(wrong)),
        sampled("errors", language, &page(failed)),
    ]
}

pub(super) fn export(language: Language) -> Vec<Sampled> {
    let page = ExportPage {
        frame: frame(language, "export-title"),
        form: Form::fresh(Id::NONE, 0),
    };
    vec![sampled("full", language, &page)]
}
