use record::Moment;

use crate::entry::Read;

/// What stands before the pseudonym of whoever sat at the server's console.
const CONSOLE: &str = "console:";

/// What a database finds an entry by. It follows from the leaf and from nothing else, so that a
/// check makes it again and sees whether somebody's search can still be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// When it was done.
    pub at: Moment,
    /// The pseudonym: who sat at the console is found as who signed in.
    pub actor: String,
    /// The action's name.
    pub action: String,
    /// How it ended.
    pub outcome: String,
    /// The commitment to the record.
    pub object: Vec<u8>,
}

/// The same where it stands, copied by nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactAt<'a> {
    /// When it was done.
    pub at: Moment,
    /// The pseudonym.
    pub actor: &'a str,
    /// The action's name.
    pub action: &'a str,
    /// How it ended.
    pub outcome: &'a str,
    /// The commitment to the record.
    pub object: &'a [u8],
}

impl Fact {
    /// The fact of a leaf. One that is no entry is found by its number alone.
    pub fn of(body: &[u8]) -> Self {
        let FactAt {
            at,
            actor,
            action,
            outcome,
            object,
        } = FactAt::of(body);
        Self {
            at,
            actor: actor.to_owned(),
            action: action.to_owned(),
            outcome: outcome.to_owned(),
            object: object.to_vec(),
        }
    }

    /// The same, not copied.
    pub fn as_it_stands(&self) -> FactAt<'_> {
        FactAt {
            at: self.at,
            actor: &self.actor,
            action: &self.action,
            outcome: &self.outcome,
            object: &self.object,
        }
    }
}

impl<'a> FactAt<'a> {
    /// The fact of a leaf, in its bytes.
    pub fn of(body: &'a [u8]) -> Self {
        match Read::decode(body) {
            Ok(entry) => Self {
                at: entry.at,
                actor: entry.actor.strip_prefix(CONSOLE).unwrap_or(entry.actor),
                action: entry.action,
                outcome: entry.outcome,
                object: entry.object,
            },
            Err(_) => Self {
                at: Moment::from_micros(0),
                actor: "",
                action: "",
                outcome: "",
                object: &[],
            },
        }
    }
}
