//! Why an attempt failed, as a code: a page finds words for it, and nothing that anybody wrote or
//! where a folder lies can come into it.

use crate::StoreError;
use crate::backup::CopyError;

record::codes! {
    /// Why an attempt at a job failed.
    Fault labelled "jobs-fault" {
        /// The program ended in the middle of it, again and again.
        CutOff = "cut_off",
        /// The disk is full or the database cannot be reached.
        Busy = "busy",
        /// What it needs is refused to it, or not there.
        NotThere = "not_there",
        /// Something sealed does not open.
        Sealed = "sealed",
        /// The configuration names no place, or one that cannot be used.
        NotConfigured = "not_configured",
        /// A file or folder cannot be read or written.
        File = "file",
        /// Something is there already where it writes.
        Occupied = "occupied",
        /// Somebody else is doing the same in the same place.
        UnderWay = "under_way",
        /// A fault of the program or of the engine; the log says more.
        Broken = "broken",
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Absent => Self::NotThere,
            StoreError::Busy | StoreError::Again => Self::Busy,
            // Whoever lost a job is not asked why.
            StoreError::Lost => Self::CutOff,
            StoreError::Sealed | StoreError::WrongKeys => Self::Sealed,
            StoreError::Configuration(_) => Self::NotConfigured,
            error => {
                tracing::error!(%error, "a job met a fault");
                Self::Broken
            }
        }
    }
}

impl From<CopyError> for Fault {
    fn from(error: CopyError) -> Self {
        match error {
            CopyError::Store(error) => error.into(),
            CopyError::File { .. } => Self::File,
            CopyError::NotEmpty(_) => Self::Occupied,
            CopyError::UnderWay(_) => Self::UnderWay,
            error => {
                tracing::error!(%error, "a job met a fault");
                Self::Broken
            }
        }
    }
}
