//! Who acts. Each kind of actor is a Cedar principal type of its own.

use record::{Id, OrgKind, Role, Session};

/// Who acts. There is no back door: commands, rules and the demo are actors too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Anybody, without an account.
    Public,
    /// A person with a session in one membership.
    Person(Member),
    /// A person at the server's own console, by the pseudonym of their account; none, where nobody
    /// has an account yet.
    Console(Id),
    /// A rule of the installation that reacts to an event.
    Rule(&'static str),
    /// Whoever holds the receipt of this report.
    Reporter(Id),
}

/// A person acting in one membership; rows of different memberships never add up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// The account.
    pub account: Id,
    /// The pseudonym under which the ledger knows the account.
    pub pseudonym: Id,
    /// The organisation of this membership.
    pub org: Id,
    /// The kind of that organisation.
    pub org_kind: OrgKind,
    /// The role in this membership.
    pub role: Role,
    /// How strong the session is now.
    pub session: Session,
    /// Every organisation in which the person has a membership, this one too: an exclusion of
    /// any of them holds.
    pub memberships: Vec<Id>,
    /// The organisations whose installations the person manages, in whatever membership: the address of
    /// such an installation is never read back to them.
    pub manages: Vec<Id>,
}

impl Actor {
    /// The ids under which grants name this actor.
    pub fn holders(&self) -> Vec<Id> {
        match self {
            // What somebody holds at the console counts in their own row, as a person.
            Self::Public | Self::Rule(_) | Self::Console(_) => Vec::new(),
            Self::Person(member) => vec![member.account, member.org],
            Self::Reporter(report) => vec![*report],
        }
    }

    /// The ids on which an exclusion of this actor stands.
    pub fn excludable(&self) -> Vec<Id> {
        match self {
            Self::Person(member) => {
                let mut ids = member.memberships.clone();
                ids.extend([member.account, member.org]);
                ids
            }
            _ => Vec::new(),
        }
    }

    /// The member, where a person acts.
    pub fn member(&self) -> Option<&Member> {
        match self {
            Self::Person(member) => Some(member),
            _ => None,
        }
    }

    /// The same person after a second factor; whoever else acts, as they are.
    #[must_use]
    pub fn stepped_up(&self) -> Self {
        let mut actor = self.clone();
        if let Self::Person(member) = &mut actor {
            member.session = Session::SteppedUp;
        }
        actor
    }

    /// What the ledger writes: a pseudonym, never a name.
    pub fn pseudonym(&self) -> String {
        match self {
            Self::Public => "public".to_owned(),
            Self::Person(member) => member.pseudonym.to_string(),
            Self::Console(pseudonym) => format!("console:{pseudonym}"),
            Self::Rule(name) => format!("rule:{name}"),
            Self::Reporter(_) => "reporter".to_owned(),
        }
    }

    /// How strong the session is: the console asks for password and digits each time.
    pub(crate) fn session(&self) -> Session {
        match self {
            Self::Person(member) => member.session,
            Self::Console(_) => Session::SteppedUp,
            Self::Public | Self::Rule(_) | Self::Reporter(_) => Session::Fresh,
        }
    }
}
