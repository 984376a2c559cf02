//! What a check found, in words for whoever runs it at a console.

use ledger::{Fault, Unknown};

/// A fault, told so that its reader knows where to look.
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Leaf { index } => {
            format!("entry {index} was changed: it does not give the hash stored beside it")
        }
        Fault::Sequence { expected, found } => {
            format!("entry {expected} is missing or moved: {found} stands in its place")
        }
        Fault::Range { from, to } => format!(
            "between entry {from} and entry {} something was changed: the signed checkpoint over them does not hold",
            to.saturating_sub(1)
        ),
        Fault::Unsigned { from, to } => {
            format!(
                "entries {from} to {} were added without a signature",
                to.saturating_sub(1)
            )
        }
        Fault::Truncated { leaves, signed } => {
            format!("entries were cut off: {leaves} are left of {signed} that were signed")
        }
        Fault::Fork { from, to } => format!(
            "checkpoints.log signed another history than the database holds, between entry {from} and entry {}",
            to.saturating_sub(1)
        ),
        Fault::Checkpoint { position } => {
            format!("stored checkpoint {position} is not as this ledger signed it")
        }
        Fault::CheckpointOrder { position } => {
            format!("stored checkpoint {position} is an old one put back")
        }
        Fault::CheckpointMissing { size } => {
            format!(
                "the checkpoint over {size} entries stands in checkpoints.log and not in the database: it was rolled back or cut off"
            )
        }
        Fault::LogLine { line } => {
            format!("line {line} of checkpoints.log was not signed by this ledger")
        }
        Fault::LogOrder { line } => {
            format!(
                "line {line} of checkpoints.log goes back: an older copy of the database was put back and used"
            )
        }
        Fault::FactChanged { index } => {
            format!(
                "entry {index} is found by something else than it says: searches and pages were misled"
            )
        }
        Fault::FactMissing { index } => {
            format!(
                "entry {index} is whole and is found by no search: somebody took it off the pages"
            )
        }
        Fault::FactAdded { index } => {
            format!(
                "something stands among what entries are found by for entry {index}, which is not there"
            )
        }
        Fault::Head => {
            "the head that the next entries go on from is not the one over these entries".to_owned()
        }
        Fault::Tombstone { position } => {
            format!("stored tombstone {position} is not as this ledger signed it")
        }
    }
}

/// What the check could not know, and what would tell.
pub fn unknown(unknown: &Unknown) -> String {
    match unknown {
        Unknown::Truncation => {
            "whether entries were cut off at the end together with their checkpoints; \
            give checkpoints.log by --against"
                .to_owned()
        }
        Unknown::Rollback => {
            "whether the whole is an older copy put back; give checkpoints.log by --against"
                .to_owned()
        }
        Unknown::Fork => "whether whoever has the signing key wrote another history; \
            give checkpoints.log by --against"
            .to_owned(),
        Unknown::Together => "whether the database and checkpoints.log were rewritten together; \
            only a copy of the log kept by somebody else tells"
            .to_owned(),
        Unknown::AheadOfLog { logged, stored } => format!(
            "who saw entries {logged} to {}: the log ends before them, as after a crash or in an older copy",
            stored.saturating_sub(1)
        ),
        Unknown::TornLine { line } => {
            format!(
                "what line {line} of checkpoints.log said: a crash cut it off while it was written"
            )
        }
        Unknown::LogGap { first, count } => format!(
            "what checkpoints.log said of {count} checkpoints from entry {first} on: they are not in it; later lines cover their entries"
        ),
        Unknown::Rewritten { first, count } => format!(
            "what checkpoints.log said from entry {first} on: {count} of its lines were written anew by one start, since they were gone"
        ),
        Unknown::Facts => {
            "whether the pages and searches show every entry: what they find entries by is not in \
            this file; check the database itself"
                .to_owned()
        }
    }
}
