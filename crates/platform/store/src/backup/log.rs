//! `checkpoints.log` for data put back: of what happened until the copy was made, every line; of
//! what happened later, the tombstones alone. What was lost stands in the log as it was, which is
//! kept beside it.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use ledger::{LogLine, PublicKey};
use record::Id;

use super::CopyError;
use super::files::{private_file, sync_folder};
use crate::checkpoints::{self, Known};
use crate::migrate::beside;

/// How a log is called that was in the place of another.
const BEFORE: &str = ".before-restore-";

/// A log, and what it says.
pub(super) struct Log {
    path: PathBuf,
    known: Known,
}

impl Log {
    pub(super) fn read(path: &Path, key: &PublicKey) -> Result<Self, CopyError> {
        Ok(Self {
            path: path.to_owned(),
            known: checkpoints::read(path, key).map_err(CopyError::file(path))?,
        })
    }

    /// The size in its last checkpoint.
    pub(super) fn size(&self) -> u64 {
        self.known.size
    }

    /// Whether no line of it is of this installation.
    pub(super) fn is_foreign(&self) -> bool {
        self.known.size == 0 && self.known.tombstones.is_empty()
    }
}

/// The logs that lie where data is put back: the one in use, and those that an earlier try moved.
pub(super) fn lying_at(checkpoints: &Path) -> Vec<PathBuf> {
    let moved = (1..u16::MAX).map(|count| beside(checkpoints, &format!("{BEFORE}{count}")));
    let moved = moved.take_while(|path| path.exists());
    let in_use = Some(checkpoints.to_owned()).filter(|path| path.exists());
    in_use.into_iter().chain(moved).collect()
}

/// Writes the log of data whose ledger has so many entries: the lines of the log that knows most,
/// and the tombstones of all.
pub(super) fn write(logs: &[Log], size: u64, key: &PublicKey, to: &Path) -> Result<(), CopyError> {
    let most = logs.iter().max_by_key(|log| log.size());
    let mut tombstones: HashMap<Id, String> = HashMap::new();
    for log in logs {
        tombstones.extend(missing(log, most, key).map_err(CopyError::file(&log.path))?);
    }
    let _left_by_an_earlier_try = std::fs::remove_file(to);
    let written = private_file(to).and_then(|file| {
        let mut file = BufWriter::new(file);
        if let Some(most) = most {
            until(&most.path, size, key, &mut file)?;
        }
        for line in tombstones.into_values() {
            writeln!(file, "{line}")?;
        }
        file.flush()?;
        file.get_ref().sync_all()
    });
    written.map_err(CopyError::file(to))
}

/// Writes the lines of a log without the checkpoints of what came later. The verifier checks what
/// is left.
fn until(path: &Path, size: u64, key: &PublicKey, to: &mut impl Write) -> io::Result<()> {
    let checkpoint = format!("{}\t", key.origin());
    let mut broken = Vec::new();
    for line in lines(path)? {
        let line = line?;
        let ends = line.ends_with('\t') || line.ends_with("\trecovered");
        let says = line
            .strip_prefix(&checkpoint)
            .and_then(|rest| rest.split('\t').next()?.parse::<u64>().ok());
        if !ends || !line.contains("\t\t") {
            // A line that a crash cut off says nothing without the one that follows it.
            broken.push(line);
        } else if says.is_some_and(|says| says > size) {
            broken.clear();
        } else {
            for line in broken.drain(..).chain([line]) {
                writeln!(to, "{line}")?;
            }
        }
    }
    Ok(())
}

/// The tombstones that one log has and another has not.
fn missing(log: &Log, other: Option<&Log>, key: &PublicKey) -> io::Result<Vec<(Id, String)>> {
    let known = other.map(|other| &other.known.tombstones);
    let is_new = |record: &Id| known.is_none_or(|known| !known.contains_key(record));
    let mut found = Vec::new();
    if !log.known.tombstones.keys().any(is_new) {
        return Ok(found);
    }
    for line in lines(&log.path)? {
        let line = line?;
        if let Ok(LogLine::Tombstone(stone)) = LogLine::read(&line, key)
            && is_new(&stone.record)
        {
            found.push((stone.record, line));
        }
    }
    Ok(found)
}

fn lines(path: &Path) -> io::Result<impl Iterator<Item = io::Result<String>>> {
    let lines = BufReader::new(File::open(path)?).split(b'\n');
    Ok(lines.map(|line| Ok(String::from_utf8_lossy(&line?).into_owned())))
}

/// Cuts a log to what a database has whose ledger is so long: the lines of what came later go, their
/// tombstones stay, and the log as it was is kept under another name.
pub(crate) fn cut(checkpoints: &Path, size: u64, key: &PublicKey) -> Result<(), CopyError> {
    let new = beside(checkpoints, ".partial");
    let log = Log::read(checkpoints, key)?;
    write(&[log], size, key, &new)?;
    place(&new, checkpoints)
}

/// Puts the new log in its place. One that is there already is kept under another name.
pub(super) fn place(new: &Path, checkpoints: &Path) -> Result<(), CopyError> {
    let place = || {
        if checkpoints.exists() {
            let free = (1..u16::MAX)
                .map(|count| beside(checkpoints, &format!("{BEFORE}{count}")))
                .find(|path| !path.exists());
            std::fs::rename(
                checkpoints,
                free.unwrap_or_else(|| beside(checkpoints, BEFORE)),
            )?;
        }
        std::fs::rename(new, checkpoints)
    };
    place().map_err(CopyError::file(checkpoints))?;
    sync_folder(checkpoints);
    Ok(())
}
