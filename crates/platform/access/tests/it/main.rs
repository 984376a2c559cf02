//! The decision against its oracle, `policies/authority.csv`, cell by cell.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its table fails by saying so"
)]

mod oracle;
mod scope;

use access::{Actor, Facts, Grant, Member};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Session};

fn id(byte: u8) -> Id {
    Id::from_bytes([byte; 16])
}

const ACCOUNT: u8 = 1;
const ORG: u8 = 2;
const RECORD: u8 = 3;
const STRANGER: u8 = 4;

/// A person of this role, in an organisation where such people work.
fn person(role: Role, session: Session) -> Actor {
    let org_kind = if role.is_justice() {
        OrgKind::Police
    } else {
        OrgKind::Aid
    };
    Actor::Person(Member {
        account: id(ACCOUNT),
        pseudonym: id(9),
        org: id(ORG),
        org_kind,
        role,
        session,
        memberships: vec![id(ORG)],
        manages: (role == Role::ShelterManager)
            .then(|| id(ORG))
            .into_iter()
            .collect(),
    })
}

/// A record to which the actor is `relation`, and to which a stranger is everything else.
fn facts(kind: Kind, actor: &Actor, relation: Relation, state: &str) -> Facts {
    let mut facts = Facts::nothing(kind);
    facts.guard.record = id(RECORD);
    facts.guard.root = id(RECORD);
    facts.guard.org = Some(id(STRANGER));
    facts.guard.version = 1;
    if kind == Kind::Release {
        facts.guard.world = Root::Justice;
    }
    let held_by = |holder, relation| Grant {
        record: id(RECORD),
        holder,
        relation,
        purpose: None,
        until: None,
    };
    for other in Relation::ALL
        .iter()
        .filter(|r| !matches!(r, Relation::None | Relation::SameOrg))
    {
        facts.grants.push(held_by(id(STRANGER), *other));
    }
    match relation {
        Relation::None => {}
        Relation::SameOrg => {
            facts.guard.org = Some(actor.member().map_or(id(STRANGER), |member| member.org));
        }
        held => facts.grants.extend(
            actor
                .holders()
                .into_iter()
                .map(|holder| held_by(holder, held)),
        ),
    }
    match state {
        // A proposal by somebody else, and one by the actor.
        by_another if by_another.ends_with("_by_another") => {
            let state = by_another.trim_end_matches("_by_another");
            state.clone_into(&mut facts.guard.state);
        }
        "proposed_by_self" => {
            "proposed".clone_into(&mut facts.guard.state);
            let proposer = actor.holders().first().copied().unwrap_or(id(STRANGER));
            facts.grants.push(held_by(proposer, Relation::Proposer));
        }
        // The guard's own state, and those that only the moment tells.
        other => {
            let mut states = other.split('+').map(str::to_owned);
            facts.guard.state = states.next().unwrap_or_default();
            facts.states = states.collect();
        }
    }
    facts
}
