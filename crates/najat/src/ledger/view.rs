//! What the ledger's pages show: entries in words, and what a check found.

use access::ACTIONS;
use askama::Template;
use ledger::{Entry, Fault, Unknown, Verdict};
use page::{Choice, Folded, Form, Frame, Message, Onward, filters};
use record::{Language, Moment, Purpose};
use store::{Check, Found, Kept};

use super::who::{CONSOLE, Known, Who};

/// Letters that are not the whole name of a page.
const PUBLIC: &str = "public";
const REPORTER: &str = "reporter";
/// How many entries of a page are seen at once.
const SEEN: usize = 10;

/// How something ends, as entries say it.
pub(super) const OUTCOMES: [&str; 3] = ["done", "looked", "absent"];

/// One entry in a list.
pub(super) struct Line {
    pub(super) seq: i64,
    /// Nothing, where the leaf cannot be read any more.
    pub(super) act: Option<Act>,
}

/// What an entry says, as keys of messages.
pub(super) struct Act {
    at: Moment,
    actor: String,
    /// Who it was, where the actor has a pseudonym and it is not the reader's own.
    who: Option<Who>,
    mine: bool,
    what: String,
    why: String,
    how: &'static str,
    absent: bool,
    reason: Option<String>,
    shown: u32,
}

impl Line {
    pub(super) fn new(kept: Kept, known: &Known) -> Self {
        Self {
            seq: kept.seq,
            act: kept.entry.map(|entry| Act::new(entry, known)),
        }
    }
}

impl Act {
    fn new(entry: Entry, known: &Known) -> Self {
        Self {
            who: known.who(&entry.actor),
            mine: known.is_me(&entry.actor),
            what: did_key(&entry.action),
            why: why_key(&entry.purpose),
            how: how_key(&entry.outcome),
            absent: entry.outcome == "absent",
            at: entry.at,
            actor: entry.actor,
            reason: entry.reason,
            shown: entry.shown,
        }
    }

    /// Whether a person with a pseudonym did it at the server's console.
    fn at_console(&self) -> bool {
        self.actor.starts_with(CONSOLE) && (self.mine || self.who.is_some())
    }

    /// The message that says who it was, where it is no pseudonym.
    fn who_key(&self) -> &'static str {
        match self.actor.as_str() {
            _ if self.mine => "ledger-you",
            PUBLIC => "ledger-by-public",
            REPORTER => "ledger-by-reporter",
            actor if actor.starts_with(CONSOLE) => "ledger-by-console",
            _ => "ledger-by-rule",
        }
    }
}

/// The message that says what an action is.
pub fn did_key(action: &str) -> String {
    if !ACTIONS.iter().any(|row| row.name == action) {
        return "did-other".to_owned();
    }
    page::done_key(action)
}

fn why_key(purpose: &str) -> String {
    match purpose.parse::<Purpose>() {
        Ok(purpose) => format!("purpose-{}", purpose.code()),
        Err(_) => "purpose-other".to_owned(),
    }
}

fn how_key(outcome: &str) -> &'static str {
    match outcome {
        "done" => "outcome-done",
        "looked" => "outcome-looked",
        "absent" => "outcome-absent",
        _ => "outcome-other",
    }
}

fn lines(found: Vec<Kept>, known: &Known) -> Folded<Line> {
    let lines = found.into_iter().map(|kept| Line::new(kept, known));
    Folded::new(lines.collect(), SEEN)
}

/// Where a page of entries begins, as an address carries it.
pub(super) struct After(pub(super) Moment, pub(super) i64);

impl std::str::FromStr for After {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (at, seq) = text.split_once('.').ok_or(())?;
        let at = at.parse().map(Moment::from_micros).map_err(|_| ())?;
        Ok(Self(at, seq.parse().map_err(|_| ())?))
    }
}

/// The way to the next page, if there is one, from a page that is full or was looked for among so many
/// entries.
fn next(at: &str, rest: &str, found: &Found, is_full: bool) -> Option<Onward> {
    let (moment, seq) = found.next?;
    Some(Onward {
        href: format!("{at}?{rest}after={}.{seq}", moment.micros()),
        looks_on: !is_full,
    })
}

/// The ledger.
#[derive(Template)]
#[template(path = "ledger/templates/ledger.html")]
pub(super) struct LedgerPage {
    pub(super) frame: Frame,
    asked: Form,
    actions: Vec<Choice>,
    outcomes: Vec<Choice>,
    filtered: bool,
    same: bool,
    lines: Folded<Line>,
    next: Option<Onward>,
}

impl LedgerPage {
    /// `rest` is what an address carries of the filters; `most` is how many a page holds.
    pub(super) fn new(
        frame: Frame,
        asked: Form,
        rest: &str,
        found: Found,
        (known, most): (&Known, usize),
    ) -> Self {
        let language = frame.language;
        Self {
            actions: actions(language),
            outcomes: OUTCOMES
                .map(|outcome| Choice::labelled(language, outcome, how_key(outcome)))
                .into(),
            filtered: !rest.is_empty(),
            same: rest.contains("same="),
            next: next(
                &frame.href("ledger"),
                rest,
                &found,
                found.entries.len() == most,
            ),
            lines: lines(found.entries, known),
            asked,
            frame,
        }
    }
}

/// Every action by its words, in the order of the words.
fn actions(language: Language) -> Vec<Choice> {
    let said = |name: &str| Message::new(language, did_key(name)).to_string();
    let mut all: Vec<Choice> = ACTIONS
        .iter()
        .map(|row| Choice::named(row.name, said(row.name)))
        .collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    all
}

/// One's own acts.
#[derive(Template)]
#[template(path = "ledger/templates/mine.html")]
pub(super) struct MinePage {
    pub(super) frame: Frame,
    lines: Folded<Line>,
    next: Option<Onward>,
}

impl MinePage {
    pub(super) fn new(frame: Frame, found: Found, known: &Known) -> Self {
        Self {
            next: next(&frame.href("ledger-mine"), "", &found, true),
            lines: lines(found.entries, known),
            frame,
        }
    }
}

/// Who has looked at a record.
#[derive(Template)]
#[template(path = "ledger/templates/looks.html")]
pub(super) struct LooksPage {
    pub(super) frame: Frame,
    lines: Folded<Line>,
    next: Option<Onward>,
}

impl LooksPage {
    /// `here` is the address of this page.
    pub(super) fn new(frame: Frame, here: &str, found: Found, known: &Known) -> Self {
        Self {
            next: next(here, "", &found, true),
            lines: lines(found.entries, known),
            frame,
        }
    }
}

/// What a check found, in words.
pub(super) struct VerdictWords {
    leaves: u64,
    checkpoints: u64,
    lines: u64,
    recovered: u64,
    wrong: Vec<Message>,
    unknown: Vec<Message>,
}

/// How far a check is.
pub(super) enum State {
    Never,
    Running { read: u64, of: u64 },
    Done { at: Moment, found: VerdictWords },
    Failed { at: Moment },
}

impl State {
    pub(super) fn new(check: Check, language: Language) -> Self {
        match check {
            Check::Never => Self::Never,
            Check::Running { read, of } => Self::Running { read, of },
            Check::Failed { at } => Self::Failed { at },
            Check::Done { at, verdict } => Self::Done {
                at,
                found: said(&verdict, language),
            },
        }
    }
}

fn said(verdict: &Verdict, language: Language) -> VerdictWords {
    let Verdict {
        leaves,
        checkpoints,
        recovered,
        ..
    } = *verdict;
    VerdictWords {
        leaves,
        checkpoints,
        lines: verdict.logged.unwrap_or(0),
        recovered,
        wrong: verdict
            .faults
            .iter()
            .map(|fault| fault_said(fault, language))
            .collect(),
        unknown: verdict
            .unknown
            .iter()
            .map(|unknown| unknown_said(unknown, language))
            .collect(),
    }
}

/// The last of a range that ends before `to`.
const fn last(to: u64) -> u64 {
    to.saturating_sub(1)
}

fn fault_said(fault: &Fault, language: Language) -> Message {
    let say = |key: &'static str| Message::new(language, key);
    match *fault {
        Fault::Leaf { index } => say("fault-leaf").with("index", index),
        Fault::Sequence { expected, found } => say("fault-sequence")
            .with("expected", expected)
            .with("found", found),
        Fault::Range { from, to } => say("fault-range").with("from", from).with("to", last(to)),
        Fault::Unsigned { from, to } => say("fault-unsigned")
            .with("from", from)
            .with("to", last(to)),
        Fault::Truncated { leaves, signed } => say("fault-truncated")
            .with("leaves", leaves)
            .with("signed", signed),
        Fault::Fork { from, to } => say("fault-fork").with("from", from).with("to", last(to)),
        Fault::Checkpoint { position } => say("fault-checkpoint").with("position", position),
        Fault::CheckpointOrder { position } => {
            say("fault-checkpoint-order").with("position", position)
        }
        Fault::CheckpointMissing { size } => say("fault-checkpoint-missing").with("size", size),
        Fault::LogLine { line } => say("fault-log-line").with("line", line),
        Fault::LogOrder { line } => say("fault-log-order").with("line", line),
        Fault::FactChanged { index } => say("fault-fact-changed").with("index", index),
        Fault::FactMissing { index } => say("fault-fact-missing").with("index", index),
        Fault::FactAdded { index } => say("fault-fact-added").with("index", index),
        Fault::Head => say("fault-head"),
        Fault::Tombstone { position } => say("fault-tombstone").with("position", position),
    }
}

fn unknown_said(unknown: &Unknown, language: Language) -> Message {
    let say = |key: &'static str| Message::new(language, key);
    match *unknown {
        Unknown::Truncation => say("unknown-truncation"),
        Unknown::Rollback => say("unknown-rollback"),
        Unknown::Fork => say("unknown-fork"),
        Unknown::Together => say("unknown-together"),
        Unknown::AheadOfLog { logged, stored } => say("unknown-ahead")
            .with("from", logged)
            .with("to", last(stored)),
        Unknown::TornLine { line } => say("unknown-torn").with("line", line),
        Unknown::LogGap { first, count } => {
            say("unknown-gap").with("first", first).with("count", count)
        }
        Unknown::Rewritten { first, count } => say("unknown-rewritten")
            .with("first", first)
            .with("count", count),
        Unknown::Facts => say("unknown-facts"),
    }
}

/// The check.
#[derive(Template)]
#[template(path = "ledger/templates/verify.html")]
pub(super) struct VerifyPage {
    pub(super) frame: Frame,
    pub(super) form: Form,
    pub(super) state: State,
    pub(super) key: String,
}

impl VerifyPage {
    fn is_running(&self) -> bool {
        matches!(self.state, State::Running { .. })
    }
}

/// Taking the ledger out.
#[derive(Template)]
#[template(path = "ledger/templates/export.html")]
pub(super) struct ExportPage {
    pub(super) frame: Frame,
    pub(super) form: Form,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_and_purpose_has_its_words_in_every_language() {
        let mut keys: Vec<String> = ACTIONS.iter().map(|row| did_key(row.name)).collect();
        keys.extend(Purpose::ALL.iter().map(|purpose| why_key(purpose.code())));
        keys.extend([did_key("NoAction"), why_key("no_purpose")]);
        for language in Language::ALL {
            for key in &keys {
                let words = Message::new(*language, key.clone()).to_string();
                assert!(!words.contains('\u{27e6}'), "{key} in {language}");
            }
        }
    }

    #[test]
    fn words_are_one_for_each_action() {
        let mut said: Vec<String> = ACTIONS
            .iter()
            .map(|row| Message::new(Language::En, did_key(row.name)).to_string())
            .collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), ACTIONS.len());
    }
}
