//! Who may do an action at all, as `authority.csv` says it: for questions that no decision about one
//! actor answers, such as whether anybody is left who could.

use record::{Relation, Role};

const TABLE: &str = include_str!("../../../../policies/authority.csv");

/// The cells of each row of the table, in the order of its columns.
pub fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().skip(1).map(|line| line.split(',').collect())
}

/// A role that may do something to a record to which it stands in this relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The role.
    pub role: Role,
    /// The relation.
    pub relation: Relation,
}

/// The ways in which a person may do an action, whatever the state of the record and of the session.
pub fn ways(action: &str) -> Vec<Way> {
    let mut found = Vec::new();
    for row in rows().filter(|row| row.first() == Some(&action)) {
        let mut cells = row.into_iter().skip(2);
        let role = cells.next().and_then(|code| Role::from_code(code).ok());
        let relation = cells.next().and_then(|code| Relation::from_code(code).ok());
        let Some((role, relation)) = role.zip(relation) else {
            continue;
        };
        found.push(Way { role, relation });
        // A child-protection officer holds every row of a caseworker.
        if role == Role::Caseworker {
            let role = Role::ChildOfficer;
            found.push(Way { role, relation });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_the_rows_of_people() {
        let way = |role, relation| Way { role, relation };
        assert_eq!(
            ways("ReadReport"),
            [
                way(Role::Responder, Relation::SameOrg),
                way(Role::Caseworker, Relation::Team),
                way(Role::ChildOfficer, Relation::Team),
                way(Role::Supervisor, Relation::Supervising),
            ]
        );
        assert_eq!(ways("MoveReport"), [], "a rule is no person");
        assert_eq!(ways("Nothing"), []);
    }
}
