//! Everybody and every body, once they are settled.

use std::collections::HashMap;

use access::{Actor, Member};
use anyhow::{Context as _, Result};
use record::{Id, OrgKind, Role, Session};
use vault::Plain;

/// A made-up person who has enrolled.
#[derive(Clone)]
pub struct Person {
    /// The account.
    pub account: Id,
    /// The key of their organisation in the made-up country.
    pub body: String,
    /// Their organisation.
    pub org: Id,
    /// What it is.
    pub org_kind: OrgKind,
    /// What they do.
    pub role: Role,
    /// What they type to sign in.
    pub sign_in_name: String,
    /// Their password.
    pub password: String,
    /// The secret of their authenticator.
    pub secret: Plain<Vec<u8>>,
    /// Their pseudonym in the ledger.
    pub pseudonym: Id,
}

impl Person {
    /// The actor this person is in a session of that strength.
    pub fn actor(&self, session: Session) -> Actor {
        Actor::Person(Member {
            account: self.account,
            pseudonym: self.pseudonym,
            org: self.org,
            org_kind: self.org_kind,
            role: self.role,
            session,
            memberships: vec![self.org],
            manages: (self.role == Role::ShelterManager)
                .then_some(self.org)
                .into_iter()
                .collect(),
        })
    }
}

/// Everybody and every body of the made-up country.
pub struct Country {
    /// The bodies by their keys.
    pub bodies: HashMap<String, (Id, OrgKind)>,
    /// The people.
    pub people: Vec<Person>,
}

impl Country {
    /// The first person of this role in this body.
    pub fn find(&self, role: Role, body: &str) -> Option<&Person> {
        self.people
            .iter()
            .find(|person| person.role == role && person.body == body)
    }

    /// Whoever runs the installation, with a second code.
    pub fn administrator(&self) -> Result<Actor> {
        let mut people = self.people.iter();
        let found = people.find(|person| person.role == Role::Administrator);
        let found = found.context("nobody runs the installation")?;
        Ok(found.actor(Session::SteppedUp))
    }
}
