//! What the page of long work shows.

use askama::Template;
use page::{Form, Frame, Onward, filters};
use record::{Id, Moment};
use store::Next;
use store::jobs::{Fault, Job, JobState};

/// What stands before the pseudonym of whoever sat at the server's console.
const CONSOLE: &str = "console:";

/// A job in the list.
pub(super) struct Line {
    id: Id,
    what: &'static str,
    asked_at: Moment,
    /// The number of whoever asked, where it is not the reader.
    number: Option<String>,
    /// Who asked, where there is no number to show.
    who: &'static str,
    at_console: bool,
    mark: (&'static str, &'static str, &'static str),
    ended: Option<Moment>,
    /// When the next attempt comes, after one that failed.
    again: Option<Moment>,
    /// Why an attempt failed, where that still matters.
    fault: Option<&'static str>,
    state: JobState,
    done: i64,
    total: Option<i64>,
    cancels: bool,
}

impl Line {
    /// `cancels`: whether the reader may.
    pub(super) fn new(job: &Job, me: &str, now: Moment, cancels: bool) -> Self {
        let name = job.asked_by.strip_prefix(CONSOLE).unwrap_or(&job.asked_by);
        let is_name = name.parse().is_ok_and(|name: Id| name != Id::NONE);
        let is_open = is_open(job.state);
        let failed = match job.state {
            JobState::Waiting | JobState::Failed => job.fault,
            _ => None,
        };
        Self {
            id: job.id,
            what: job.kind.key(),
            asked_at: job.asked_at,
            number: (is_name && name != me).then(|| name.chars().take(8).collect()),
            who: if name == me {
                "ledger-you"
            } else {
                "ledger-by-rule"
            },
            at_console: job.asked_by.starts_with(CONSOLE),
            mark: mark(job, now),
            ended: job.ended,
            again: Some(job.next_at).filter(|_| failed.is_some() && is_open),
            fault: failed.map(Fault::key),
            state: job.state,
            done: job.done,
            total: job.total,
            cancels: cancels && is_open && job.cancel_at.is_none(),
        }
    }

    /// Whether it is not over.
    fn is_open(&self) -> bool {
        is_open(self.state)
    }

    fn is_running(&self) -> bool {
        self.state == JobState::Running
    }
}

const fn is_open(state: JobState) -> bool {
    matches!(state, JobState::Waiting | JobState::Running)
}

/// The tone, the icon and the words of where a job stands.
fn mark(job: &Job, now: Moment) -> (&'static str, &'static str, &'static str) {
    let said = job.state.key();
    match job.state {
        JobState::Waiting if job.fault.is_some() => ("due", "clock", "jobs-again"),
        JobState::Running if job.cancel_at.is_some() => ("due", "ban", "jobs-cancelling"),
        JobState::Running if job.is_cut_off(now) => ("due", "clock", "jobs-cut-off"),
        JobState::Waiting | JobState::Running => ("due", "clock", said),
        JobState::Done => ("safe", "check", said),
        JobState::Cancelled => ("due", "ban", said),
        JobState::Failed => ("danger", "triangle-alert", said),
    }
}

/// Every job, the newest first.
#[derive(Template)]
#[template(path = "jobs/templates/jobs.html")]
pub(super) struct JobsPage {
    pub(super) frame: Frame,
    pub(super) form: Form,
    pub(super) lines: Vec<Line>,
    pub(super) next: Option<Next>,
    /// Whether the reader may ask for a copy, and for the index to be made anew.
    pub(super) copies: bool,
    pub(super) rebuilds: bool,
}

impl JobsPage {
    fn has_open(&self) -> bool {
        self.lines.iter().any(Line::is_open)
    }

    /// The way to the next page.
    fn onward(&self) -> Option<Onward> {
        Onward::new(&self.frame, "jobs", "", self.next)
    }
}
