//! Why a copy was not made or not taken.

use std::io;
use std::path::{Path, PathBuf};

use record::Root;

use crate::StoreError;

/// A copy that could not be made, or was refused. Each reason is told so that an operator knows
/// what to do next.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The store's own reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or folder that cannot be read or written.
    #[error("{} cannot be used: {why}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// The system's reason.
        why: io::Error,
    },
    /// Something is there already where a copy or its data should go.
    #[error("{0} is not empty: name a new one")]
    NotEmpty(String),
    /// Another process is making a copy there.
    #[error("{} is being written by another process", .0.display())]
    UnderWay(PathBuf),
    /// A folder without a manifest: no copy, or one that was cut off.
    #[error("{} holds no manifest: it is no finished copy", .0.display())]
    NoManifest(PathBuf),
    /// The manifest is not what was signed.
    #[error("the manifest of the copy was changed after it was signed")]
    ManifestChanged,
    /// A root that is not the one of the installation that was copied.
    #[error("{0}.key is not the key of this copy: it belongs to another installation")]
    WrongKey(Root),
    /// A file of the copy is shorter than it was.
    #[error("the copy is truncated: {name} has {found} bytes of {expected}")]
    Truncated {
        /// Which.
        name: String,
        /// Its length now.
        found: u64,
        /// Its length when the copy was made.
        expected: u64,
    },
    /// A file of the copy is not what it was.
    #[error("the copy was changed: {0} is not as it was signed")]
    Changed(String),
    /// The copy is of another engine than the place it should go to.
    #[error("the copy is one of {copy}: {place} cannot take it")]
    OtherEngine {
        /// The copy's.
        copy: String,
        /// The place's.
        place: String,
    },
    /// Something happened after the copy was made, and would be lost.
    #[error(
        "the copy is older than what is known: its ledger ends at entry {size}, and \
         checkpoints.log knows {known}: look for a newer copy, or say that this is known"
    )]
    Older {
        /// How many entries the copy has.
        size: u64,
        /// How many the log knows of.
        known: u64,
    },
    /// A log that is not of the installation that was copied.
    #[error("no line of {} is of the installation of this copy", .0.display())]
    OtherLog(PathBuf),
    /// The ledger of the copy does not hold against its log.
    #[error(
        "the ledger of the copy does not hold ({0}): take another copy, or say that this is known"
    )]
    Ledger(String),
    /// The tables of the copy cannot be read.
    #[error("the tables of the copy cannot be read: {0}")]
    Tables(&'static str),
}

impl CopyError {
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |why| Self::File { path, why }
    }
}

impl From<sqlx::Error> for CopyError {
    fn from(error: sqlx::Error) -> Self {
        StoreError::from(error).into()
    }
}
