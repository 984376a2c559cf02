//! Events: what happened, in the field's words. Reactions and clocks are driven by them.

use crate::{Id, Moment, Root};

/// Something that happened to a record, written with the unit of work in which it happened.
/// It carries codes and ids only: an outbox holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened, by its name: `ReportSent`, `ReportDeleted`, …
    pub name: &'static str,
    /// The record to which it happened.
    pub record: Id,
    /// The report from which that record grew.
    pub root: Id,
    /// The world the record belongs to.
    pub world: Root,
    /// When it happened.
    pub at: Moment,
    /// A code that says more (a governorate, a reason), never free text.
    pub code: Option<String>,
}
