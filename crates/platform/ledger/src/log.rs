//! `checkpoints.log`: what was signed, one note a line, outside the database.
//!
//! A line is the note with its line ends turned into tabs (a note holds no tabs of its own), and
//! `recovered` behind the last one where the line was written at start, after a crash between the
//! database's commit and the file.

use crate::checkpoint::{Checkpoint, Tombstone};
use crate::note::{NoteError, PublicKey, parts};

const RECOVERED: &str = "recovered";

/// The line of a signed note, without its line end.
pub fn log_line(note: &str, recovered: bool) -> String {
    format!(
        "{}{}",
        note.replace('\n', "\t"),
        if recovered { RECOVERED } else { "" }
    )
}

/// What a line of `checkpoints.log` holds.
#[derive(Clone, PartialEq, Eq)]
pub enum LogLine {
    /// A checkpoint, and whether it was written only after a crash.
    Checkpoint {
        /// What was signed.
        checkpoint: Checkpoint,
        /// Whether the line was written at start, after a crash.
        recovered: bool,
    },
    /// A record was shredded.
    Tombstone(Tombstone),
}

impl LogLine {
    /// Reads a line. [`NoteError::Malformed`] is what a write that a crash cut off leaves behind.
    pub fn read(line: &str, key: &PublicKey) -> Result<Self, NoteError> {
        Self::read_knowing(line, key, |_, _| false).map(|(line, _)| line)
    }

    /// Reads a line and its mark. Its signature need not be checked where the note, or the checkpoint in
    /// it, is `known` to be signed: it says nothing else then, and checking is what takes the time.
    pub(crate) fn read_knowing(
        line: &str,
        key: &PublicKey,
        known: impl FnOnce(&str, Option<&Checkpoint>) -> bool,
    ) -> Result<(Self, bool), NoteError> {
        let (note, mark) = line.rsplit_once('\t').ok_or(NoteError::Malformed)?;
        let recovered = match mark {
            "" => false,
            RECOVERED => true,
            _ => return Err(NoteError::Malformed),
        };
        let note = format!("{}\n", note.replace('\t', "\n"));
        let (text, signatures) = parts(&note)?;
        let checkpoint = Checkpoint::read(text).filter(|read| read.origin == key.origin());
        if !known(&note, checkpoint.as_ref()) {
            key.signed(text, signatures)?;
        }
        let line = if let Some(checkpoint) = checkpoint {
            Self::Checkpoint {
                checkpoint,
                recovered,
            }
        } else {
            let tombstone = Tombstone::read(text, key.origin());
            Self::Tombstone(tombstone.ok_or(NoteError::OtherKind)?)
        };
        Ok((line, recovered))
    }
}
