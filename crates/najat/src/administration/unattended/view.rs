//! What the pages of unattended work show.

use askama::Template;
use page::{Form, Frame, filters};
use people::organisation::Organisation;
use people::unattended::{Count, Missing};
use record::{Id, Kind, Language, Moment};
use store::Stuck;

use super::super::parts;

/// A line: what lies where, how much of it, since when.
pub(in super::super) struct Row {
    pub what: &'static str,
    pub organisation: String,
    pub records: usize,
    pub since: Moment,
}

/// Counts in words, the oldest first.
pub(in super::super) fn rows(
    counts: &[Count],
    bodies: &[Organisation],
    language: Language,
) -> Vec<Row> {
    counts
        .iter()
        .map(|count| Row {
            what: what_key(count),
            organisation: parts::name_of(bodies, count.org.unwrap_or(Id::NONE), language),
            records: count.records,
            since: count.since,
        })
        .collect()
}

/// The message that says what lies there and who is missing.
const fn what_key(count: &Count) -> &'static str {
    match (count.kind, count.missing) {
        (_, Missing::Reader) => "unattended-report",
        (_, Missing::Placing) => "unattended-placing",
        (_, Missing::Shelter) => "unattended-stay",
        (_, Missing::Watching) => "unattended-right",
        (Kind::BedRequest, Missing::Desk) => "unattended-request",
        (Kind::Held, Missing::Desk) => "unattended-held",
        (Kind::Screening, Missing::Desk) => "unattended-screening",
        (Kind::Case, Missing::Desk) => "unattended-case",
        (_, Missing::Desk) => "unattended-clock",
    }
}

/// What nobody can act on, and which rules are stuck.
#[derive(Template)]
#[template(path = "administration/unattended/templates/unattended.html")]
pub(super) struct UnattendedPage {
    pub frame: Frame,
    pub rows: Vec<Row>,
    pub stuck: Vec<Stuck>,
    /// Whether whoever looks can name people, readers and desks.
    pub mends: bool,
}

/// What nobody could act on any more, before somebody is ended.
#[derive(Template)]
#[template(path = "administration/unattended/templates/leaving.html")]
pub(in super::super) struct LeavingPage {
    pub frame: Frame,
    pub form: Form,
    pub account: Id,
    /// The membership that is to end; all of them, if none is named.
    pub membership: Option<Id>,
    pub rows: Vec<Row>,
    /// Whether whoever looks may invite somebody.
    pub invites: bool,
}
