//! The check of a whole ledger: leaves against the hashes stored beside them, against the stored
//! checkpoints, and against what left the database; then what entries are found by, and the head
//! that the next ones go on from, against the leaves. Leaves are read once and not kept.

use crate::checkpoint::Checkpoint;
use crate::fact::{Fact, FactAt};
use crate::heads::Heads;
use crate::note::PublicKey;
use crate::tree::{Tree, leaf_hash};
use crate::verdict::{Fault, Unknown, Verdict};

/// A leaf as a database keeps it.
pub struct StoredLeaf {
    /// Its place, counted from zero.
    pub seq: u64,
    /// The entry's bytes.
    pub body: Vec<u8>,
    /// The hash stored beside them.
    pub hash: Vec<u8>,
    /// What it is found by, if it is found.
    pub fact: Option<Fact>,
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
    let mut verifier = Verifier::new(heads);
    for leaf in leaves {
        verifier.leaf(leaf.seq, &leaf.body, &leaf.hash);
        verifier.fact(leaf.seq, &leaf.body, leaf.fact.as_ref());
    }
    verifier.facts_end(None);
    verifier.verdict()
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
    /// Whether it was looked at what entries are found by.
    facts: bool,
    /// Whether the last leaf gives the hash stored beside it.
    whole: bool,
}

impl<'a> Verifier<'a> {
    /// Goes on from what was signed to the leaves.
    pub fn new(mut heads: Heads<'a>) -> Self {
        heads.close();
        let mut verifier = Self {
            heads,
            tree: Tree::default(),
            leaves: 0,
            end: 0,
            agreed: 0,
            head: None,
            lost: false,
            gap: None,
            facts: false,
            whole: true,
        };
        verifier.compare();
        verifier
    }

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
        self.whole = hash == made;
        if !self.whole {
            self.heads.fault(Fault::Leaf { index: seq });
        }
        if !self.lost {
            // The stored hash and not the one made here: where it was left alone, the roots still
            // agree, and the leaf just named is the only thing that is wrong.
            self.tree.append(hash.try_into().unwrap_or(made));
            self.compare();
        }
    }

    /// Holds what the leaf just taken is found by against it; none, where nothing leads to it.
    pub fn fact(&mut self, seq: u64, body: &[u8], fact: Option<&Fact>) {
        self.fact_at(seq, body, fact.map(Fact::as_it_stands));
    }

    /// The same, for what need not be copied.
    pub fn fact_at(&mut self, seq: u64, body: &[u8], fact: Option<FactAt<'_>>) {
        self.facts = true;
        match fact {
            None => self.heads.fault(Fault::FactMissing { index: seq }),
            // Of a leaf that was changed nobody knows what it was found by, and that was told.
            Some(fact) if self.whole && fact != FactAt::of(body) => {
                self.heads.fault(Fault::FactChanged { index: seq });
            }
            Some(_) => {}
        }
    }

    /// Says that everything was looked at by which entries are found, and which of it speaks of an
    /// entry that is not there.
    pub fn facts_end(&mut self, added: Option<u64>) {
        self.facts = true;
        if let Some(index) = added {
            self.heads.fault(Fault::FactAdded { index });
        }
    }

    /// Holds the head that the next entries go on from against the leaves, after the last of them.
    pub fn head(&mut self, size: u64, tree: &[u8]) {
        // Where leaves are lost their tree is, too, and that was told.
        let same = size == self.tree.size() && tree == self.tree.to_bytes();
        if !self.lost && !same {
            self.heads.fault(Fault::Head);
        }
    }

    /// Says that there is no head, or more than one.
    pub fn no_head(&mut self) {
        self.heads.fault(Fault::Head);
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
        let has_line = logged.is_some();
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
        if stored.is_none() {
            self.heads.fault(Fault::CheckpointMissing { size });
        } else if !has_line && size < self.heads.last_logged {
            self.gap.get_or_insert((size, 0)).1 += 1;
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
        self.heads.signatures();
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
        if !self.facts {
            unknown.push(Unknown::Facts);
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
