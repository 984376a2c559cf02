use sha2::{Digest, Sha256};

/// The hash of a leaf, a node or a whole tree.
pub type Hash = [u8; 32];

/// The hash of a leaf, which no node can have.
pub fn leaf_hash(body: &[u8]) -> Hash {
    Sha256::new()
        .chain_update([0])
        .chain_update(body)
        .finalize()
        .into()
}

/// The hash of the node above two others.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// A Merkle tree that only grows, kept as its size and the roots of its full subtrees: enough to
/// append and to name the root, in at most 64 hashes however many leaves there are.
///
/// ```
/// use ledger::{Tree, leaf_hash};
/// let mut tree = Tree::default();
/// tree.append(leaf_hash(b"opened"));
/// tree.append(leaf_hash(b"closed"));
/// let stored = tree.to_bytes();
/// assert_eq!(Tree::from_bytes(&stored)?.root(), tree.root());
/// # Ok::<(), ledger::NotATree>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    /// From the largest subtree to the smallest: one for each bit of the size that is set.
    peaks: Vec<Hash>,
}

/// Bytes that are no tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a stored tree")]
pub struct NotATree;

impl Tree {
    /// How many leaves it has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the end.
    pub fn append(&mut self, leaf: Hash) {
        let mut grown = leaf;
        // Like counting in binary: each carry joins the last peak with what has grown.
        for _ in 0..self.size.trailing_ones() {
            let left = self
                .peaks
                .pop()
                .expect("each set bit of the size has a peak");
            grown = node_hash(&left, &grown);
        }
        self.peaks.push(grown);
        self.size += 1;
    }

    /// The hash over all leaves in their order.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => Sha256::digest([]).into(),
            Some(&smallest) => peaks.fold(smallest, |right, left| node_hash(left, &right)),
        }
    }

    /// For storing beside the leaves.
    pub fn to_bytes(&self) -> Vec<u8> {
        [
            self.size.to_be_bytes().as_slice(),
            self.peaks.as_flattened(),
        ]
        .concat()
    }

    /// From what was stored.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotATree> {
        let (&size, peaks) = bytes.split_first_chunk().ok_or(NotATree)?;
        let size = u64::from_be_bytes(size);
        let (peaks, []) = peaks.as_chunks() else {
            return Err(NotATree);
        };
        if u32::try_from(peaks.len()) != Ok(size.count_ones()) {
            return Err(NotATree);
        }
        Ok(Self {
            size,
            peaks: peaks.to_vec(),
        })
    }
}

impl FromIterator<Hash> for Tree {
    fn from_iter<I: IntoIterator<Item = Hash>>(leaves: I) -> Self {
        let mut tree = Self::default();
        for leaf in leaves {
            tree.append(leaf);
        }
        tree
    }
}
