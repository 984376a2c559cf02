use crate::checkpoint::Checkpoint;

/// What a check found, for programs; the words are the reader's business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many leaves were read.
    pub leaves: u64,
    /// How many stored checkpoints were read.
    pub checkpoints: u64,
    /// How many lines of `checkpoints.log` were read; none if there was no such file.
    pub logged: Option<u64>,
    /// How many of those lines were written at start, after a crash.
    pub recovered: u64,
    /// The largest checkpoint that the leaves agree with.
    pub head: Option<Checkpoint>,
    /// What is wrong, in the order found; the first of each kind.
    pub faults: Vec<Fault>,
    /// What this check could not know.
    pub unknown: Vec<Unknown>,
}

impl Verdict {
    /// Whether nothing wrong was found.
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Something that only tampering or a broken disk leaves behind. Leaves count from zero, ranges
/// are `from..to` without `to`, lines and positions count from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The first leaf whose bytes do not give the hash stored beside them.
    Leaf {
        /// Which.
        index: u64,
    },
    /// The first place where the leaves' numbers have a gap or a repetition.
    Sequence {
        /// The number that should stand there.
        expected: u64,
        /// The number that does.
        found: u64,
    },
    /// The first stretch between two checkpoints whose leaves are not those that were signed.
    Range {
        /// The last size at which the leaves agreed.
        from: u64,
        /// The first at which they do not.
        to: u64,
    },
    /// Leaves at the end that no checkpoint signs.
    Unsigned {
        /// The first of them.
        from: u64,
        /// The size.
        to: u64,
    },
    /// Fewer leaves than were signed.
    Truncated {
        /// How many there are.
        leaves: u64,
        /// How many were signed.
        signed: u64,
    },
    /// The log signed another history than the database holds.
    Fork {
        /// The last size at which both agreed.
        from: u64,
        /// The first at which they do not.
        to: u64,
    },
    /// A stored checkpoint that this ledger did not sign.
    Checkpoint {
        /// Which.
        position: u64,
    },
    /// A stored checkpoint that is not larger than the one before: an old one put back.
    CheckpointOrder {
        /// Which.
        position: u64,
    },
    /// A checkpoint that the log has and the database has not.
    CheckpointMissing {
        /// Its size.
        size: u64,
    },
    /// A line of the log that this ledger did not sign.
    LogLine {
        /// Which.
        line: u64,
    },
    /// A line of the log that goes back: an old one put back, or a database rolled back and used.
    LogOrder {
        /// Which.
        line: u64,
    },
    /// The first entry that is found by something else than what its leaf says.
    FactChanged {
        /// Which.
        index: u64,
    },
    /// The first entry that no search finds.
    FactMissing {
        /// Which.
        index: u64,
    },
    /// The first thing to be found for which there is no entry.
    FactAdded {
        /// The entry it speaks of.
        index: u64,
    },
    /// The head from which the next entries go on is not the one over these leaves.
    Head,
    /// A stored tombstone that this ledger did not sign.
    Tombstone {
        /// Which, counted from one by their time.
        position: u64,
    },
}

impl Fault {
    /// The code of the kind.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Leaf { .. } => "leaf",
            Self::Sequence { .. } => "sequence",
            Self::Range { .. } => "range",
            Self::Unsigned { .. } => "unsigned",
            Self::Truncated { .. } => "truncated",
            Self::Fork { .. } => "fork",
            Self::Checkpoint { .. } => "checkpoint",
            Self::CheckpointOrder { .. } => "checkpoint_order",
            Self::CheckpointMissing { .. } => "checkpoint_missing",
            Self::LogLine { .. } => "log_line",
            Self::LogOrder { .. } => "log_order",
            Self::FactChanged { .. } => "fact_changed",
            Self::FactMissing { .. } => "fact_missing",
            Self::FactAdded { .. } => "fact_added",
            Self::Head => "head",
            Self::Tombstone { .. } => "tombstone",
        }
    }
}

/// Something that this check could not know, with what it had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Without a log: whether leaves were cut off at the end together with their checkpoints.
    Truncation,
    /// Without a log: whether the whole is an older copy put back.
    Rollback,
    /// Without a log: whether whoever has the signing key wrote another history.
    Fork,
    /// With a log: whether database and log were cut off or rewritten together. Only a copy of the
    /// log kept by somebody else tells.
    Together,
    /// The database goes on after the log's last line, as it does after a crash between the two or
    /// against an older copy of the log; what came after has only the database for a witness.
    AheadOfLog {
        /// The size in the log's last line.
        logged: u64,
        /// The size that the database signed.
        stored: u64,
    },
    /// A line that a crash cut off while it was written.
    TornLine {
        /// Which.
        line: u64,
    },
    /// Stored checkpoints that the log passed over; later lines cover their leaves.
    LogGap {
        /// The size of the first.
        first: u64,
        /// How many.
        count: u64,
    },
    /// Lines of the log that one start wrote anew, more than a crash leaves out: the log was cut off or
    /// gone, and has only the database for a witness of them.
    Rewritten {
        /// The size in the first of them.
        first: u64,
        /// How many.
        count: u64,
    },
    /// Without what entries are found by, as in an export: whether the pages show every entry.
    Facts,
}

impl Unknown {
    /// The code of the kind.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Truncation => "truncation",
            Self::Rollback => "rollback",
            Self::Fork => "fork",
            Self::Together => "together",
            Self::AheadOfLog { .. } => "ahead_of_log",
            Self::TornLine { .. } => "torn_line",
            Self::LogGap { .. } => "log_gap",
            Self::Rewritten { .. } => "rewritten",
            Self::Facts => "facts",
        }
    }
}
