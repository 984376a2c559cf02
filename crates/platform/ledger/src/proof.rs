//! That one entry stands in the ledger, shown to somebody who has the public key and nothing else
//! (c2sp.org/tlog-proof; the entry itself travels in the `extra` line).

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::entry::{Entry, NotAnEntry};
use crate::note::{NoteError, PublicKey};
use crate::tree::{Hash, Tree, leaf_hash, node_hash};

const HEAD: &str = "c2sp.org/tlog-proof@v1\n";

/// The hashes that lead from a leaf to the root over all `leaves`; none if there is no such leaf.
pub fn inclusion(leaves: &[Hash], index: u64) -> Option<Vec<Hash>> {
    let mut index = usize::try_from(index)
        .ok()
        .filter(|&index| index < leaves.len())?;
    let mut path = Vec::new();
    let mut subtree = leaves;
    while subtree.len() > 1 {
        // The left side is the largest full subtree that leaves something for the right.
        let (left, right) = subtree.split_at(subtree.len().next_power_of_two() / 2);
        let beside;
        if index < left.len() {
            (subtree, beside) = (left, right);
        } else {
            index -= left.len();
            (subtree, beside) = (right, left);
        }
        path.push(beside.iter().copied().collect::<Tree>().root());
    }
    path.reverse();
    Some(path)
}

/// The root that a path leads to from a leaf of a tree of `size`; none if the path has a wrong
/// length for that place (RFC 9162, 2.1.3.2).
pub fn root_of_proof(leaf: Hash, index: u64, size: u64, path: &[Hash]) -> Option<Hash> {
    let mut last = size.checked_sub(1).filter(|&last| index <= last)?;
    let mut node = index;
    let mut root = leaf;
    for beside in path {
        if last == 0 {
            return None;
        }
        if node % 2 == 1 || node == last {
            root = node_hash(beside, &root);
            // At the right edge there are levels without a neighbour: they pass unchanged.
            while node.is_multiple_of(2) && node != 0 {
                node /= 2;
                last /= 2;
            }
        } else {
            root = node_hash(&root, beside);
        }
        node /= 2;
        last /= 2;
    }
    (last == 0).then_some(root)
}

/// One entry, its way to a root, and the signed checkpoint that names the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The leaf's place, counted from zero.
    pub index: u64,
    /// The leaf's bytes.
    pub body: Vec<u8>,
    /// The way to the root, from the leaf upwards.
    pub path: Vec<Hash>,
    /// The signed note.
    pub checkpoint: String,
}

/// Why a proof proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The text is no proof.
    #[error("not a proof")]
    Malformed,
    /// The checkpoint in it is not to be trusted.
    #[error(transparent)]
    Checkpoint(#[from] NoteError),
    /// The entry is not in the ledger that the checkpoint speaks of, or not there.
    #[error("the entry is not at this place of the ledger")]
    NotIncluded,
    /// The leaf is in the ledger, but its bytes are no entry.
    #[error(transparent)]
    Entry(#[from] NotAnEntry),
}

impl Proof {
    /// The entry, if it stands in the ledger that this key signs.
    pub fn verify(&self, key: &PublicKey) -> Result<Entry, ProofError> {
        let checkpoint = key.checkpoint(&self.checkpoint)?;
        let leaf = leaf_hash(&self.body);
        match root_of_proof(leaf, self.index, checkpoint.size, &self.path) {
            Some(root) if root == checkpoint.root => Ok(Entry::decode(&self.body)?),
            _ => Err(ProofError::NotIncluded),
        }
    }
}

/// The entry that the text of a proof proves to stand in the ledger that this key signs.
pub fn verify_proof(text: &str, key: &PublicKey) -> Result<Entry, ProofError> {
    text.parse::<Proof>()?.verify(key)
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{HEAD}extra {}\nindex {}\n",
            STANDARD.encode(&self.body),
            self.index
        )?;
        for hash in &self.path {
            writeln!(f, "{}", STANDARD.encode(hash))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for Proof {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        let read = || {
            let (head, checkpoint) = text.strip_prefix(HEAD)?.split_once("\n\n")?;
            let mut lines = head.split('\n');
            let body = STANDARD
                .decode(lines.next()?.strip_prefix("extra ")?)
                .ok()?;
            let index = lines.next()?.strip_prefix("index ")?.parse().ok()?;
            let path = lines
                .map(|line| STANDARD.decode(line).ok()?.try_into().ok())
                .collect::<Option<_>>()?;
            Some(Self {
                index,
                body,
                path,
                checkpoint: checkpoint.to_owned(),
            })
        };
        read().ok_or(ProofError::Malformed)
    }
}
