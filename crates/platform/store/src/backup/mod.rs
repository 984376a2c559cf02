//! Copies of a whole installation, made while it is written to, and put back elsewhere.
//!
//! A copy is a folder: the database as it stood at one moment, `checkpoints.log` as it stood just
//! after, and a manifest of both, signed with the ledger's key. No key lies in it. The folder gets
//! its name when all of it is on the disk; until then it is called `….partial`.

mod check;
mod error;
mod export;
mod files;
mod log;
mod restore;
mod take;

pub use check::{look_over, manifest};
pub use error::CopyError;
pub use files::is_under_way;
pub(crate) use files::{private_file, sync_folder};
pub(crate) use log::cut as cut_log;
pub use restore::{Restored, Restoring, restore};
pub(crate) use take::before_migrating;

/// The file of the manifest.
pub const MANIFEST: &str = "manifest.txt";
/// The log of checkpoints.
pub const LOG: &str = "checkpoints.log";
/// SQLite's database.
pub const DATABASE: &str = "najat.db";
/// The tables of PostgreSQL.
pub const TABLES: &str = "najat.tables";

/// Every statement of these files.
pub const STATEMENTS: &[&[&str]] = &[take::STATEMENTS, restore::STATEMENTS];
