//! Append-only Merkle log, signed checkpoints, proofs. No I/O.
//!
//! Each act of the program is an [`Entry`]: who did what, why, to which record, how it ended. The
//! bytes of an entry are a leaf; leaves stand in one order, without gaps, in a [`Tree`] whose root
//! changes when any of them does (RFC 6962). A [`Signer`] signs size and root as a checkpoint (a
//! signed note as c2sp.org/signed-note and c2sp.org/tlog-checkpoint have it), and whoever has the
//! [`PublicKey`] can check a copy of the whole by [`verify`], or one entry alone by
//! [`verify_proof`] (c2sp.org/tlog-proof), without asking this program.
//!
//! What a database finds entries by is a [`Fact`] of each leaf: a check makes it again and names the
//! first that is not what its leaf says, so that nothing a person searches is taken on trust.
//!
//! Checkpoints also leave the database: one line each in `checkpoints.log` ([`LogLine`]). The
//! database alone shows edits; cut-off ends and exchanged histories show only against that file.
//! What a check could not know, its [`Verdict`] says.
//!
//! What looks at entries, trees and notes here is small on purpose: an outsider should be able to
//! read all of it before trusting a verdict.

mod checkpoint;
mod entry;
mod fact;
mod heads;
mod log;
mod manifest;
mod meanwhile;
mod note;
mod proof;
mod tree;
mod verdict;
mod verify;

pub use checkpoint::{Checkpoint, Tombstone};
pub use entry::{Entry, NotAnEntry};
pub use fact::{Fact, FactAt};
pub use heads::Heads;
pub use log::{LogLine, log_line};
pub use manifest::{CopiedFile, Manifest};
pub use note::{NotAName, NoteError, PublicKey, Signer};
pub use proof::{Proof, ProofError, inclusion, root_of_proof, verify_proof};
pub use tree::{Hash, NotATree, Tree, leaf_hash, node_hash};
pub use verdict::{Fault, Unknown, Verdict};
pub use verify::{StoredLeaf, Verifier, verify};
