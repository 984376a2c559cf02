//! The facts a decision stands on: two narrow tables that hold nothing sealed.

use record::{Id, Jurisdiction, Kind, Moment, Purpose, Relation, Root, Sensitivity};

/// The guard of a record: what the decision must know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The record.
    pub record: Id,
    /// What it is.
    pub kind: Kind,
    /// The organisation whose desk it is.
    pub org: Option<Id>,
    /// Federal or Kurdistan, where it matters.
    pub jurisdiction: Option<Jurisdiction>,
    /// How careful it must be handled.
    pub sensitivity: Sensitivity,
    /// The state that rows of `authority.csv` name.
    pub state: String,
    /// The report from which it grew; itself if it grew from none.
    pub root: Id,
    /// The world of keys it lies in.
    pub world: Root,
    /// Rises with every change of the guard or of its grants.
    pub version: i64,
}

/// Somebody holds a relation to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The record.
    pub record: Id,
    /// An account or an organisation.
    pub holder: Id,
    /// What the holder is to the record.
    pub relation: Relation,
    /// The purpose it was given for, where one was named.
    pub purpose: Option<Purpose>,
    /// When it ends by itself.
    pub until: Option<Moment>,
}

/// All a decision knows of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The record's guard.
    pub guard: Guard,
    /// The grants on it, and the exclusions on its root.
    pub grants: Vec<Grant>,
    /// States that hold besides the guard's: what only the moment tells.
    pub states: Vec<String>,
}

impl Facts {
    /// What is decided on when no such record exists, or none was named. The same decision runs
    /// over it, so that hidden and absent take the same way.
    pub fn nothing(kind: Kind) -> Self {
        Self {
            guard: Guard {
                record: Id::NONE,
                kind,
                org: None,
                jurisdiction: None,
                sensitivity: Sensitivity::Ordinary,
                state: String::new(),
                root: Id::NONE,
                world: Root::Care,
                version: 0,
            },
            grants: Vec::new(),
            states: Vec::new(),
        }
    }
}
