//! Who reads a report, and whom one can call instead.
//!
//! Each governorate has readers in an order, each an organisation of care; behind them all stand
//! independent readers for the whole country. A sender says first whether the person who hurts
//! somebody is from the police, an armed group, a camp, an office, a shelter or an aid
//! organisation. That body, those above it and those below it are shut out of the report and of
//! everything that grows from it, and the first reader who is not shut out reads it. Where none is
//! left, the page says so and shows the numbers.

pub mod actions;
mod duty;
pub mod ended;
pub(crate) mod pages;
pub mod reactions;
pub mod rules;
pub(crate) mod samples;
pub(crate) mod store;

use record::{Id, Jurisdiction, OrgKind};

pub use duty::{DutyNumber, YesNoUnknown};
pub use rules::{Accused, first_reader, shut_out};
pub use samples::number as sample_number;
pub(crate) use store::STATEMENTS;

/// The state of a report that waits for its desk.
pub const OPEN: &str = "open";
/// The state of a report that its desk closed.
pub const CLOSED: &str = "closed";

/// A reader of a governorate, or of the whole country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The governorate; the whole country, if none is named.
    pub governorate: Option<String>,
    /// Federal or Kurdistan.
    pub jurisdiction: Jurisdiction,
    /// The organisation that reads.
    pub org: Id,
    /// What it is.
    pub org_kind: OrgKind,
    /// Its place in the order; the lowest reads first.
    pub position: i64,
    /// Whether it answers to none of the bodies a report may name.
    pub independent: bool,
}

/// Somebody who can read at a reader's desk now: a responder or a supervisor with an account that is
/// active.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The reader's organisation.
    pub org: Id,
    /// The account.
    pub account: Id,
    /// Every organisation in which they work or worked.
    pub works: Vec<Id>,
}

/// What can go wrong with readers and numbers.
#[derive(Debug, thiserror::Error)]
pub enum ReaderError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// Police, armed groups and courts cannot be readers, nor can what is not on record.
    #[error("this organisation cannot be a reader")]
    NotAReader,
    /// The readers of the whole country must be independent.
    #[error("a reader for the whole country must be independent")]
    NotIndependent,
}
