//! What the police may read of a report whose sender chose "helpers and police": a copy of the
//! sender's own words, behind the wall of keys, and never a way to reach the sender. It lives until
//! the sender says stop or deletes the report.

pub mod actions;
pub(crate) mod pages;
mod store;

use record::{Id, Moment};
use vault::Plain;

pub(crate) use store::STATEMENTS;

/// The state of a release that may be read.
pub const LIVE: &str = "live";
/// The state of a release that the sender took back.
pub const WITHDRAWN: &str = "withdrawn";

/// A release on a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The release.
    pub record: Id,
    /// A short code by which people speak of it. It is not the report's.
    pub code: String,
    /// When it was sent.
    pub sent: Moment,
    /// The governorate.
    pub governorate: Option<String>,
}

/// A release opened.
pub struct Opened {
    /// What stands in clear.
    pub line: Line,
    /// The sender's own words.
    pub free_text: Plain<String>,
}
