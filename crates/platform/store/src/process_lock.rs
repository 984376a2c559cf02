//! The door before SQLite's one writer, for several processes: whoever wants to write stands in it
//! until their transaction has begun, and the next only then. A process that serves many would
//! otherwise begin again before another, which asks from time to time, finds the file free.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::sync::Arc;

use crate::StoreError;

/// A file beside the database that holds nothing; its lock is the door.
#[derive(Clone)]
pub(crate) struct ProcessLock(Arc<File>);

/// The door, stood in.
pub(crate) struct Standing(Arc<File>);

impl ProcessLock {
    pub(crate) fn beside(database: &Path) -> Result<Self, StoreError> {
        let mut path = OsString::from(database);
        path.push(".door");
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(path);
        let file = file.map_err(|error| {
            let kind = error.kind();
            StoreError::Configuration(format!("the folder of the database takes no file: {kind}"))
        })?;
        Ok(Self(Arc::new(file)))
    }

    /// Waits until nobody else stands in the door. Nobody stands there longer than a transaction
    /// takes to begin, and the system lets go for a process that died.
    pub(crate) async fn enter(&self) -> Standing {
        if !matches!(self.0.try_lock(), Err(TryLockError::WouldBlock)) {
            // Where a file system knows no locks, there is one process at most.
            return Standing(self.0.clone());
        }
        let file = self.0.clone();
        // Whoever waits may go away: then the door is let go when it was reached.
        let waited = tokio::task::spawn_blocking(move || {
            let _locked = file.lock();
            Standing(file)
        });
        waited.await.unwrap_or_else(|_| Standing(self.0.clone()))
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        let _unlocked = self.0.unlock();
    }
}
