//! `checkpoints.log`: the lines outside the database, each on the disk before the next commit.

use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ledger::{LogLine, PublicKey, Tombstone};
use record::Id;
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::StoreError;

/// How many lines wait in memory for a disk that takes no more; the database has them all.
const KEPT: usize = 1024;

/// The file.
pub(crate) struct Checkpoints {
    lines: Arc<Mutex<Lines>>,
    path: PathBuf,
}

struct Lines {
    file: File,
    /// Lines that the disk did not take.
    waiting: Vec<String>,
}

/// The file, held by one writer: no other process and no other task adds a line in between.
pub(crate) struct Held(OwnedMutexGuard<Lines>);

/// What the file says of the ledger.
#[derive(Default)]
pub(crate) struct Known {
    /// The size in the last checkpoint.
    pub(crate) size: u64,
    /// Every record that was shredded.
    pub(crate) tombstones: HashMap<Id, Tombstone>,
    /// Whether the last line was cut off while it was written.
    pub(crate) torn: bool,
}

impl Checkpoints {
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let file = OpenOptions::new()
            .create(true)
            .read(true)
            .append(true)
            .open(path);
        let file = file.map_err(|error| {
            let kind = error.kind();
            StoreError::Configuration(format!("checkpoints.log cannot be written: {kind}"))
        })?;
        let lines = Lines {
            file,
            waiting: Vec::new(),
        };
        Ok(Self {
            lines: Arc::new(Mutex::new(lines)),
            path: path.to_owned(),
        })
    }

    /// Waits until nobody else writes to the file.
    pub(crate) async fn hold(&self) -> Held {
        let lines = self.lines.clone().lock_owned().await;
        if !matches!(lines.file.try_lock(), Err(TryLockError::WouldBlock)) {
            // Where a file system knows no locks, there is one process at most.
            return Held(lines);
        }
        let waited = tokio::task::spawn_blocking(move || {
            let _locked = lines.file.lock();
            lines
        });
        match waited.await {
            Ok(lines) => Held(lines),
            Err(_) => Held(self.lines.clone().lock_owned().await),
        }
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The file as it is when nobody is between a commit and its line.
    pub(crate) async fn as_it_stands(&self) -> io::Result<io::Take<File>> {
        let held = self.hold().await;
        let file = File::open(&self.path)?;
        let length = file.metadata()?.len();
        drop(held);
        Ok(file.take(length))
    }

    /// What the file holds now.
    pub(crate) fn known(&self, key: &PublicKey) -> io::Result<Known> {
        read(&self.path, key)
    }
}

impl Held {
    /// Adds signed notes, and returns once they are on the disk. What the disk does not take waits
    /// for the next time; at the next start it is written from the database.
    pub(crate) async fn write(self, notes: Vec<String>) {
        let lines = notes
            .iter()
            .map(|note| ledger::log_line(note, false))
            .collect();
        if let Err(error) = self.add(lines).await {
            tracing::error!(%error, "lines could not be added to checkpoints.log");
        }
    }

    /// Adds lines as they are, and returns once they are on the disk.
    pub(crate) async fn add(self, lines: Vec<String>) -> Result<Self, StoreError> {
        let mut held = self;
        held.0.waiting.extend(lines);
        let added = tokio::task::spawn_blocking(move || held.0.flush().map(|()| held));
        added
            .await
            .map_err(|_| StoreError::Busy)?
            .map_err(|_| StoreError::Busy)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Closing the file would do it as well, where this fails.
        let _unlocked = self.0.file.unlock();
    }
}

impl Lines {
    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let mut text = self.waiting.join("\n");
        text.push('\n');
        let end = self.file.seek(SeekFrom::End(0))?;
        let written = self
            .file
            .write_all(text.as_bytes())
            .and_then(|()| self.file.sync_data());
        match written {
            Ok(()) => {
                self.waiting.clear();
                Ok(())
            }
            Err(error) => {
                // Half a line would look like tampering: it goes, and is written anew.
                let _cut = self.file.set_len(end);
                let too_many = self.waiting.len().saturating_sub(KEPT);
                self.waiting.drain(..too_many);
                Err(error)
            }
        }
    }
}

/// Reads the file line by line. Only the last checkpoint and the tombstones are checked, so that a
/// start takes no longer with the years; what else stands there is the verifier's business.
pub(crate) fn read(path: &Path, key: &PublicKey) -> io::Result<Known> {
    read_until(path, u64::MAX, key)
}

/// Reads no more of the file than this.
pub(crate) fn read_until(path: &Path, length: u64, key: &PublicKey) -> io::Result<Known> {
    let head = format!("{}\t", key.origin());
    let tombstone = format!("{}/tombstone\t", key.origin());
    let mut known = Known::default();
    let mut last = None;
    let mut file = BufReader::new(File::open(path)?.take(length));
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if file.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        known.torn = bytes.last() != Some(&b'\n');
        let Ok(line) = std::str::from_utf8(&bytes) else {
            continue;
        };
        let line = line.trim_end_matches('\n');
        if line.starts_with(&tombstone) {
            if let Ok(LogLine::Tombstone(found)) = LogLine::read(line, key) {
                known.tombstones.insert(found.record, found);
            }
        } else if line.starts_with(&head) && (!known.torn || LogLine::read(line, key).is_ok()) {
            last = Some(line.to_owned());
        }
    }
    known.size = match last.map(|line| LogLine::read(&line, key)) {
        None => 0,
        Some(Ok(LogLine::Checkpoint { checkpoint, .. })) => checkpoint.size,
        // The last line is not ours: look for the largest that is.
        Some(_) => largest(path, length, key)?,
    };
    Ok(known)
}

fn largest(path: &Path, length: u64, key: &PublicKey) -> io::Result<u64> {
    let mut size = 0;
    for line in BufReader::new(File::open(path)?.take(length)).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        if let Ok(LogLine::Checkpoint { checkpoint, .. }) = LogLine::read(&line, key) {
            size = size.max(checkpoint.size);
        }
    }
    Ok(size)
}
