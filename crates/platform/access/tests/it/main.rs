//! The decision against its oracle, `policies/authority.csv`, cell by cell.

mod oracle;
mod scope;

use access::{Actor, Facts, Holding, Member};
use record::{Id, Kind, OrgKind, Relation, Role, Root, Session};

pub fn id(byte: u8) -> Id {
    Id::from_bytes([byte; 16])
}

pub const ACCOUNT: u8 = 1;
pub const ORG: u8 = 2;
pub const RECORD: u8 = 3;
pub const STRANGER: u8 = 4;

/// A person of this role, in an organisation where such people work.
pub fn person(role: Role, session: Session) -> Actor {
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
    })
}

/// A record to which the actor is `relation`, and to which a stranger is everything else.
pub fn facts(kind: Kind, actor: &Actor, relation: Relation, state: &str) -> Facts {
    let mut facts = Facts::nothing(kind);
    facts.guard.record = id(RECORD);
    facts.guard.root = id(RECORD);
    facts.guard.org = Some(id(STRANGER));
    facts.guard.version = 1;
    if kind == Kind::Release {
        facts.guard.world = Root::Justice;
    }
    let hold = |holder, relation| Holding {
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
        facts.holdings.push(hold(id(STRANGER), *other));
    }
    match relation {
        Relation::None => {}
        Relation::SameOrg => {
            facts.guard.org = Some(actor.member().map_or(id(STRANGER), |member| member.org));
        }
        held => facts
            .holdings
            .extend(actor.holders().into_iter().map(|holder| hold(holder, held))),
    }
    match state {
        // A proposal by somebody else, and one by the actor.
        "proposed_by_another" => facts.guard.state = "proposed".to_owned(),
        "proposed_by_self" => {
            facts.guard.state = "proposed".to_owned();
            let proposer = actor.holders().first().copied().unwrap_or(id(STRANGER));
            facts.holdings.push(hold(proposer, Relation::Proposer));
        }
        other => facts.guard.state = other.to_owned(),
    }
    facts
}
