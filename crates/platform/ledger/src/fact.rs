use record::Moment;

use crate::entry::Entry;

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

impl Fact {
    /// The fact of a leaf. One that is no entry is found by its number alone.
    pub fn of(body: &[u8]) -> Self {
        match Entry::decode(body) {
            Ok(entry) => Self {
                at: entry.at,
                actor: match entry.actor.strip_prefix(CONSOLE) {
                    Some(who) => who.to_owned(),
                    None => entry.actor,
                },
                action: entry.action,
                outcome: entry.outcome,
                object: entry.object.to_vec(),
            },
            Err(_) => Self {
                at: Moment::from_micros(0),
                actor: String::new(),
                action: String::new(),
                outcome: String::new(),
                object: Vec::new(),
            },
        }
    }
}
