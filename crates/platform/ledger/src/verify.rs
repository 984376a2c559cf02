//! The check of a whole ledger: leaves against the hashes stored beside them, against the stored
//! checkpoints, and against what left the database. Leaves are read once and not kept.

use std::collections::VecDeque;
use std::mem::discriminant;

use crate::checkpoint::Checkpoint;
use crate::log::LogLine;
use crate::note::{NoteError, PublicKey};
use crate::tree::{Hash, Tree, leaf_hash};
use crate::verdict::{Fault, Unknown, Verdict};

/// A leaf as a database keeps it.
pub struct StoredLeaf {
    /// Its place, counted from zero.
    pub seq: u64,
    /// The entry's bytes.
    pub body: Vec<u8>,
    /// The hash stored beside them.
    pub hash: Vec<u8>,
}

/// Checks a whole ledger. Leaves and checkpoints come in their stored order, the log's lines in
/// the file's; where leaves arrive by themselves, use [`Heads`] and [`Verifier`].
pub fn verify(
    leaves: impl IntoIterator<Item = StoredLeaf>,
    checkpoints: impl IntoIterator<Item = String>,
    log: Option<&mut dyn Iterator<Item = String>>,
    key: &PublicKey,
) -> Verdict {
    let mut heads = Heads::new(key);
    for note in checkpoints {
        heads.stored(&note);
    }
    if let Some(lines) = log {
        heads.with_log();
        for line in lines {
            heads.logged(&line);
        }
    }
    let mut verifier = heads.verifier();
    for leaf in leaves {
        verifier.leaf(leaf.seq, &leaf.body, &leaf.hash);
    }
    verifier.verdict()
}

/// A size and the root that was signed for it.
struct Head {
    size: u64,
    root: Hash,
}

/// All that was signed, read before the first leaf: forty bytes a checkpoint.
pub struct Heads<'a> {
    key: &'a PublicKey,
    stored: VecDeque<Head>,
    logged: VecDeque<Head>,
    /// The largest sizes in either.
    last_stored: u64,
    last_logged: u64,
    checkpoints: u64,
    lines: Option<u64>,
    recovered: u64,
    /// A line that could not be read, until the next one tells whether a crash left it.
    torn: Option<u64>,
    faults: Vec<Fault>,
    unknown: Vec<Unknown>,
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
            torn: None,
            faults: Vec::new(),
            unknown: Vec::new(),
        }
    }

    /// Takes the next stored checkpoint.
    pub fn stored(&mut self, note: &str) {
        self.checkpoints += 1;
        let position = self.checkpoints;
        let Ok(Checkpoint { size, root, .. }) = self.key.checkpoint(note) else {
            return self.fault(Fault::Checkpoint { position });
        };
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
        let read = LogLine::read(line, self.key);
        if let Some(line) = self.torn.take() {
            // A crash is followed by a start, and a start writes what is missing and marks it.
            if matches!(
                read,
                Ok(LogLine::Checkpoint {
                    recovered: true,
                    ..
                })
            ) {
                self.unknown.push(Unknown::TornLine { line });
            } else {
                self.fault(Fault::LogLine { line });
            }
        }
        match read {
            Ok(LogLine::Tombstone(_)) => {}
            Ok(LogLine::Checkpoint {
                checkpoint: Checkpoint { size, root, .. },
                recovered,
            }) => {
                self.recovered += u64::from(recovered);
                if size < self.last_logged {
                    self.fault(Fault::LogOrder { line: number });
                }
                self.last_logged = self.last_logged.max(size);
                self.logged.push_back(Head { size, root });
            }
            Err(NoteError::Malformed) => self.torn = Some(number),
            Err(_) => self.fault(Fault::LogLine { line: number }),
        }
    }

    /// Goes on to the leaves.
    pub fn verifier(mut self) -> Verifier<'a> {
        if let Some(line) = self.torn.take() {
            self.unknown.push(Unknown::TornLine { line });
        }
        // A line that goes back was told above; it is held against the leaves all the same.
        self.logged.make_contiguous().sort_by_key(|head| head.size);
        let mut verifier = Verifier {
            heads: self,
            tree: Tree::default(),
            leaves: 0,
            end: 0,
            agreed: 0,
            head: None,
            lost: false,
            gap: None,
        };
        verifier.compare();
        verifier
    }

    /// Keeps the first of each kind: after an attack there may be as many as there are leaves.
    fn fault(&mut self, fault: Fault) {
        if !self
            .faults
            .iter()
            .any(|known| discriminant(known) == discriminant(&fault))
        {
            self.faults.push(fault);
        }
    }
}

/// Takes the leaves one by one and compares their root wherever one was signed.
pub struct Verifier<'a> {
    heads: Heads<'a>,
    tree: Tree,
    leaves: u64,
    /// One more than the largest number of a leaf.
    end: u64,
    /// The last size at which the leaves are those that were signed.
    agreed: u64,
    head: Option<Checkpoint>,
    /// Whether a root was wrong or a leaf is missing, so that no later root can be right.
    lost: bool,
    /// The first stored checkpoint that the log passed over, and how many.
    gap: Option<(u64, u64)>,
}

impl Verifier<'_> {
    /// Takes the next leaf.
    pub fn leaf(&mut self, seq: u64, body: &[u8], hash: &[u8]) {
        let expected = self.tree.size();
        if seq != expected && !self.lost {
            self.heads.fault(Fault::Sequence {
                expected,
                found: seq,
            });
            self.lost = true;
        }
        self.leaves += 1;
        self.end = self.end.max(seq.saturating_add(1));
        let made = leaf_hash(body);
        if hash != made {
            self.heads.fault(Fault::Leaf { index: seq });
        }
        if !self.lost {
            // The stored hash and not the one made here: where it was left alone, the roots still
            // agree, and the leaf just named is the only thing that is wrong.
            self.tree.append(hash.try_into().unwrap_or(made));
            self.compare();
        }
    }

    /// Holds the tree against what was signed for its size.
    fn compare(&mut self) {
        let size = self.tree.size();
        let stored = self.heads.stored.pop_front_if(|head| head.size == size);
        let mut logged = self.heads.logged.pop_front_if(|head| head.size == size);
        if stored.is_none() && logged.is_none() {
            return;
        }
        let root = self.tree.root();
        if stored.as_ref().is_some_and(|head| head.root != root) {
            self.heads.fault(Fault::Range {
                from: self.agreed,
                to: size,
            });
            self.lost = true;
            return;
        }
        if stored.is_none() {
            self.heads.fault(Fault::CheckpointMissing { size });
        } else if logged.is_none() && size < self.heads.last_logged {
            self.gap.get_or_insert((size, 0)).1 += 1;
        }
        while let Some(head) = logged {
            if head.root != root {
                self.heads.fault(Fault::Fork {
                    from: self.agreed,
                    to: size,
                });
                self.lost = true;
                return;
            }
            logged = self.heads.logged.pop_front_if(|head| head.size == size);
        }
        self.agreed = size;
        self.head = Some(Checkpoint {
            origin: self.heads.key.origin().to_owned(),
            size,
            root,
        });
    }

    /// What was found, after the last leaf.
    pub fn verdict(mut self) -> Verdict {
        let (stored, logged) = (self.heads.last_stored, self.heads.last_logged);
        let signed = stored.max(logged);
        if self.end < signed {
            self.heads.fault(Fault::Truncated {
                leaves: self.end,
                signed,
            });
        }
        if !self.lost && self.agreed < self.end {
            self.heads.fault(Fault::Unsigned {
                from: self.agreed,
                to: self.end,
            });
        }
        let Heads {
            checkpoints,
            lines,
            recovered,
            faults,
            mut unknown,
            ..
        } = self.heads;
        if lines.is_none() {
            unknown.extend([Unknown::Truncation, Unknown::Rollback, Unknown::Fork]);
        } else {
            unknown.push(Unknown::Together);
            if logged < stored {
                unknown.push(Unknown::AheadOfLog { logged, stored });
            }
            if let Some((first, count)) = self.gap {
                unknown.push(Unknown::LogGap { first, count });
            }
        }
        let (leaves, head) = (self.leaves, self.head);
        Verdict {
            leaves,
            checkpoints,
            logged: lines,
            recovered,
            head,
            faults,
            unknown,
        }
    }
}
