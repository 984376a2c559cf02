use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::{Id, Moment};

use crate::note::{NoteError, PublicKey, Signer, parts};
use crate::tree::{Hash, Tree};

/// What a ledger says of itself at one time: it has so many leaves, and this is their root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The ledger's name.
    pub origin: String,
    /// How many leaves it has.
    pub size: u64,
    /// The hash over them.
    pub root: Hash,
}

impl Checkpoint {
    fn text(&self) -> String {
        format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            STANDARD.encode(self.root)
        )
    }

    /// What a note says, whoever signed it.
    pub(crate) fn unchecked(note: &str) -> Option<Self> {
        Self::read(parts(note).ok()?.0)
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        // Lines after the third are extensions; they are signed, and not ours to understand.
        let mut lines = text.lines();
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let root = STANDARD.decode(root).ok()?.try_into().ok()?;
        let read = Self {
            origin: origin.to_owned(),
            size: size.parse().ok()?,
            root,
        };
        // One spelling only: no `+7`, no `007`.
        text.starts_with(&read.text()).then_some(read)
    }
}

/// Says that a record was shredded. It lives in `checkpoints.log`, so that a restored copy of the
/// database is shredded again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Tombstone {
    /// The record whose keys were destroyed.
    pub record: Id,
    /// When they were.
    pub at: Moment,
}

impl Tombstone {
    fn head(origin: &str) -> String {
        format!("{origin}/tombstone\n")
    }

    fn text(&self, origin: &str) -> String {
        format!(
            "{}{}\n{}\n",
            Self::head(origin),
            self.record,
            self.at.micros()
        )
    }

    /// What a note says, whoever signed it.
    pub(crate) fn unchecked(note: &str, origin: &str) -> Option<Self> {
        Self::read(parts(note).ok()?.0, origin)
    }

    pub(crate) fn read(text: &str, origin: &str) -> Option<Self> {
        let (record, at) = text
            .strip_prefix(&Self::head(origin))?
            .strip_suffix('\n')?
            .split_once('\n')?;
        let at = Moment::from_micros(at.parse().ok()?);
        let read = Self {
            record: record.parse().ok()?,
            at,
        };
        (read.text(origin) == text).then_some(read)
    }
}

impl Signer {
    /// The signed note of a tree's head.
    pub fn checkpoint(&self, tree: &Tree) -> String {
        let origin = self.public_key().origin().to_owned();
        self.sign(
            &Checkpoint {
                origin,
                size: tree.size(),
                root: tree.root(),
            }
            .text(),
        )
    }

    /// The signed note of a tombstone.
    pub fn tombstone(&self, tombstone: &Tombstone) -> String {
        self.sign(&tombstone.text(self.public_key().origin()))
    }
}

impl PublicKey {
    /// The checkpoint in a signed note, if this ledger signed it.
    pub fn checkpoint(&self, note: &str) -> Result<Checkpoint, NoteError> {
        Checkpoint::read(self.open(note)?)
            .filter(|checkpoint| checkpoint.origin == self.origin())
            .ok_or(NoteError::OtherKind)
    }

    /// The tombstone in a signed note, if this ledger signed it.
    pub fn tombstone(&self, note: &str) -> Result<Tombstone, NoteError> {
        Tombstone::read(self.open(note)?, self.origin()).ok_or(NoteError::OtherKind)
    }
}
