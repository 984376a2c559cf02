//! Who may do an action at all, as `authority.csv` says it: for questions that no decision about one
//! actor answers, such as whether anybody is left who could.

use std::collections::HashMap;
use std::sync::LazyLock;

use record::{Relation, Role};

const TABLE: &str = include_str!("../../../../policies/authority.csv");

/// What a row that is not built yet says in the column `since`.
const LATER: &str = "later";

/// The cells of each row of the table that is built, in the order of its columns.
pub fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let rows = TABLE.lines().skip(1).map(|line| line.split(',').collect());
    rows.filter(|row: &Vec<&str>| row.get(8) != Some(&LATER))
}

/// A role that may do something to a record to which it stands in this relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entitled {
    /// The role.
    pub role: Role,
    /// The relation.
    pub relation: Relation,
    /// The state of the record, as the table writes it: one, several joined by `_or_` or `_and_`, or `any`.
    pub state: &'static str,
}

/// What the table says of each action that people may do.
#[derive(Default)]
struct OfPeople {
    entitled: Vec<Entitled>,
    /// The rows of everybody with an account: relation and state.
    everybody: Vec<(Relation, &'static str)>,
}

static BY_ACTION: LazyLock<HashMap<&str, OfPeople>> = LazyLock::new(|| {
    const STATE: usize = 6;
    let mut by_action: HashMap<&str, OfPeople> = HashMap::new();
    for row in rows() {
        let &[action, _, actor, relation, ..] = row.as_slice() else {
            continue;
        };
        let Ok(relation) = Relation::from_code(relation) else {
            continue;
        };
        let of = by_action.entry(action).or_default();
        let state = row.get(STATE).copied().unwrap_or_default();
        if actor == "Person" {
            of.everybody.push((relation, state));
        }
        let Ok(role) = Role::from_code(actor) else {
            continue;
        };
        let way = |role| Entitled {
            role,
            relation,
            state,
        };
        of.entitled.push(way(role));
        // A child-protection officer holds every row of a caseworker.
        if role == Role::Caseworker {
            of.entitled.push(way(Role::ChildOfficer));
        }
    }
    by_action
});

/// The ways in which a person may do an action, whatever the state of the record and of the session.
pub fn entitled(action: &str) -> &'static [Entitled] {
    BY_ACTION.get(action).map_or(&[], |of| &of.entitled)
}

/// Whether more of what the table names for this role is still to be built than is built.
pub fn is_mostly_unbuilt(role: Role) -> bool {
    const ACTOR: usize = 2;
    const SINCE: usize = 8;
    let is_own = |actor: &str| {
        let holds = role == Role::ChildOfficer && actor == Role::Caseworker.code();
        holds || actor == role.code()
    };
    let rows = TABLE.lines().skip(1).map(|line| line.split(',').collect());
    let own = rows.filter(|row: &Vec<&str>| row.get(ACTOR).is_some_and(|actor| is_own(actor)));
    let (later, built): (Vec<_>, Vec<_>) = own.partition(|row| row.get(SINCE) == Some(&LATER));
    later.len() > built.len()
}

/// The ways that are this role's own: those of the rows that name it; those of everybody, where no
/// row of the action names a role.
pub(crate) fn own_ways(action: &str, role: Role) -> Vec<Entitled> {
    let Some(of) = BY_ACTION.get(action) else {
        return Vec::new();
    };
    if of.entitled.is_empty() {
        let of_everybody = of.everybody.iter();
        let way = |&(relation, state)| Entitled {
            role,
            relation,
            state,
        };
        return of_everybody.map(way).collect();
    }
    let named = of.entitled.iter().filter(|way| way.role == role);
    named.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_the_rows_of_people() {
        let way = |role, relation, state| Entitled {
            role,
            relation,
            state,
        };
        assert_eq!(
            entitled("ReadReport"),
            [
                way(Role::Responder, Relation::SameOrg, "open"),
                way(Role::Caseworker, Relation::Team, "any"),
                way(Role::ChildOfficer, Relation::Team, "any"),
                way(Role::Supervisor, Relation::Supervising, "any"),
            ]
        );
        assert_eq!(entitled("MoveReport"), [], "a rule is no person");
        assert_eq!(entitled("Nothing"), []);
        // The row of the prosecutor is not built.
        assert_eq!(
            entitled("ListReleases"),
            [way(Role::Investigator, Relation::ReleasedTo, "live")]
        );
    }

    #[test]
    fn some_roles_wait_for_most_of_their_work() {
        let waiting: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|role| is_mostly_unbuilt(*role))
            .collect();
        assert!(waiting.contains(&Role::Analyst) && waiting.contains(&Role::Prosecutor));
        assert!(!waiting.contains(&Role::Responder) && !waiting.contains(&Role::PlacementDesk));
    }

    #[test]
    fn an_action_is_for_the_roles_that_are_named_else_for_everybody() {
        let is_for = |action, role| !own_ways(action, role).is_empty();
        for role in Role::ALL {
            assert!(is_for("ReadToday", *role));
            assert_eq!(is_for("ReadLedger", *role), *role == Role::DataProtection);
            assert!(!is_for("MoveReport", *role));
        }
        assert!(is_for("ListReports", Role::ChildOfficer));
        assert!(!is_for("ListReleases", Role::Prosecutor));
    }
}
