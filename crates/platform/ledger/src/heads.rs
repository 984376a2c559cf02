use std::collections::{BTreeSet, VecDeque};
use std::mem::discriminant;

use crate::checkpoint::{Checkpoint, Tombstone};
use crate::log::LogLine;
use crate::meanwhile::Meanwhile;
use crate::note::{NoteError, PublicKey};
use crate::tree::{Hash, leaf_hash};
use crate::verdict::{Fault, Unknown};

/// A size and the root that was signed for it.
pub(crate) struct Head {
    pub(crate) size: u64,
    pub(crate) root: Hash,
}

/// All that was signed, read before the first leaf: forty bytes a checkpoint, and a hash for each
/// tombstone. What is stored comes before the log's lines, so that no signature is checked twice.
pub struct Heads<'a> {
    pub(crate) key: &'a PublicKey,
    pub(crate) stored: VecDeque<Head>,
    pub(crate) logged: VecDeque<Head>,
    /// The largest sizes in either.
    pub(crate) last_stored: u64,
    pub(crate) last_logged: u64,
    pub(crate) checkpoints: u64,
    pub(crate) lines: Option<u64>,
    pub(crate) recovered: u64,
    tombstones: u64,
    /// The hashes of the tombstones' notes that are signed, byte for byte.
    stones: BTreeSet<Hash>,
    /// Where signatures are checked while the leaves are read.
    meanwhile: Option<Meanwhile>,
    /// The lines written anew just now: the size in the first, and how many.
    anew: Option<(u64, u64)>,
    /// The longest run of them.
    rewritten: Option<(u64, u64)>,
    /// A line that could not be read, until the next one tells whether a crash left it.
    torn: Option<u64>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) unknown: Vec<Unknown>,
}

impl<'a> Heads<'a> {
    /// Nothing signed yet, and no log.
    pub const fn new(key: &'a PublicKey) -> Self {
        Self {
            key,
            stored: VecDeque::new(),
            logged: VecDeque::new(),
            last_stored: 0,
            last_logged: 0,
            checkpoints: 0,
            lines: None,
            recovered: 0,
            tombstones: 0,
            stones: BTreeSet::new(),
            meanwhile: None,
            anew: None,
            rewritten: None,
            torn: None,
            faults: Vec::new(),
            unknown: Vec::new(),
        }
    }

    /// The same, and the signatures of what is stored are checked on threads of their own while the leaves
    /// are read: the verdict waits for the last of them. Where one is wrong, the verdict names the first
    /// such note behind everything else it found, and what stood in it was held against the leaves
    /// like the others. So a ledger that holds, holds as by [`Heads::new`]; of one that does not, only that
    /// tells what is wrong from the first place on.
    pub fn meanwhile(key: &'a PublicKey) -> Self {
        Self {
            meanwhile: Some(Meanwhile::new(key)),
            ..Self::new(key)
        }
    }

    /// Takes the next stored checkpoint.
    pub fn stored(&mut self, note: &str) {
        let size = Checkpoint::unchecked(note).map(|checkpoint| checkpoint.size);
        self.stored_under(size, note);
    }

    /// Takes the next stored checkpoint with the size that stands beside it, by which it is found.
    pub fn stored_under(&mut self, beside: Option<u64>, note: &str) {
        self.checkpoints += 1;
        let position = self.checkpoints;
        let read = match &mut self.meanwhile {
            None => self.key.checkpoint(note).ok(),
            Some(meanwhile) => {
                meanwhile.take(note, Fault::Checkpoint { position });
                Checkpoint::unchecked(note).filter(|read| read.origin == self.key.origin())
            }
        };
        let Some(Checkpoint { size, root, .. }) = read else {
            return self.fault(Fault::Checkpoint { position });
        };
        if beside != Some(size) {
            return self.fault(Fault::Checkpoint { position });
        }
        if size <= self.last_stored && position > 1 {
            return self.fault(Fault::CheckpointOrder { position });
        }
        self.last_stored = size;
        self.stored.push_back(Head { size, root });
    }

    /// Says that there is a log, even if it has no lines.
    pub fn with_log(&mut self) {
        self.lines.get_or_insert(0);
    }

    /// Takes the next line of the log.
    pub fn logged(&mut self, line: &str) {
        let number = self.lines.map_or(1, |lines| lines + 1);
        self.lines = Some(number);
        let read = LogLine::read_knowing(line, self.key, |note, checkpoint| match checkpoint {
            Some(checkpoint) => self.signed(checkpoint),
            None => self.stones.contains(&leaf_hash(note.as_bytes())),
        });
        let recovered = read.as_ref().is_ok_and(|&(_, recovered)| recovered);
        self.recovered += u64::from(recovered);
        if let Some(line) = self.torn.take() {
            // A crash is followed by a start, and a start writes what is missing and marks it.
            if recovered {
                self.unknown.push(Unknown::TornLine { line });
            } else {
                self.fault(Fault::LogLine { line });
            }
        }
        match read {
            Ok((LogLine::Tombstone(_), _)) => {}
            Ok((LogLine::Checkpoint { checkpoint, .. }, _)) => {
                let Checkpoint { size, root, .. } = checkpoint;
                if size < self.last_logged {
                    self.fault(Fault::LogOrder { line: number });
                }
                self.last_logged = self.last_logged.max(size);
                self.anew(size, recovered);
                self.logged.push_back(Head { size, root });
            }
            Err(NoteError::Malformed) => self.torn = Some(number),
            Err(_) => self.fault(Fault::LogLine { line: number }),
        }
    }

    /// Counts lines that were written anew one after the other.
    fn anew(&mut self, size: u64, recovered: bool) {
        self.anew = match self.anew {
            _ if !recovered => None,
            None => Some((size, 1)),
            Some((first, count)) => Some((first, count + 1)),
        };
        let count = |run: Option<(u64, u64)>| run.map_or(0, |(_, count)| count);
        if count(self.anew) > count(self.rewritten) {
            self.rewritten = self.anew;
        }
    }

    /// Whether the database has the same checkpoint, whose signature was checked there.
    fn signed(&self, checkpoint: &Checkpoint) -> bool {
        let stored = self
            .stored
            .binary_search_by_key(&checkpoint.size, |head| head.size);
        stored
            .ok()
            .and_then(|at| self.stored.get(at))
            .is_some_and(|head| {
                head.root == checkpoint.root && checkpoint.origin == self.key.origin()
            })
    }

    /// Takes a stored tombstone: the record and the time that stand beside the signed note.
    pub fn tombstone(&mut self, beside: Option<Tombstone>, note: &str) {
        self.tombstones += 1;
        let position = self.tombstones;
        let signed = match &mut self.meanwhile {
            None => self.key.tombstone(note).ok(),
            Some(meanwhile) => {
                meanwhile.take(note, Fault::Tombstone { position });
                Tombstone::unchecked(note, self.key.origin())
            }
        };
        if signed.is_some() {
            self.stones.insert(leaf_hash(note.as_bytes()));
        }
        if signed.is_none() || signed != beside {
            self.fault(Fault::Tombstone { position });
        }
    }

    /// Waits for the signatures that are checked meanwhile.
    pub(crate) fn signatures(&mut self) {
        let meanwhile = self.meanwhile.take();
        for fault in meanwhile.map_or_else(Vec::new, Meanwhile::end) {
            self.fault(fault);
        }
    }

    /// Says that no more lines come, and puts them in the order of the leaves.
    pub(crate) fn close(&mut self) {
        if let Some(line) = self.torn.take() {
            self.unknown.push(Unknown::TornLine { line });
        }
        // A crash leaves one line out, and another where the one before was cut off.
        if let Some((first, count)) = self.rewritten.filter(|(_, count)| *count > 2) {
            self.unknown.push(Unknown::Rewritten { first, count });
        }
        // A line that goes back was told above; it is held against the leaves all the same.
        self.logged.make_contiguous().sort_by_key(|head| head.size);
    }

    /// Keeps the first of each kind: after an attack there may be as many as there are leaves.
    pub(crate) fn fault(&mut self, fault: Fault) {
        if !self
            .faults
            .iter()
            .any(|known| discriminant(known) == discriminant(&fault))
        {
            self.faults.push(fault);
        }
    }
}
