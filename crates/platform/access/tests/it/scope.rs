//! A list reaches as far as the decision asked record by record, and no further.

use access::{ACTIONS, Action, Actor, Authority, with_action};
use proptest::prelude::*;
use record::{Kind, Moment, Relation, Role, Session};

use crate::{facts, person};

fn listed<A: Action>(
    authority: &Authority,
    actor: &Actor,
    relation: Relation,
    state: &str,
) -> bool {
    let Ok(scope) = authority.scope::<A>(actor, Moment::from_micros(0)) else {
        return false;
    };
    (relation != Relation::Excluded || actor.member().is_none())
        && scope.clauses().iter().any(|clause| {
            (clause.relation == Relation::None || clause.relation == relation)
                && clause.state.is_none_or(|named| named == state)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_list_holds_what_the_decision_permits(
        action in prop::sample::select(vec!["ListReports", "ListReleases", "ReadDutyNumbers", "ListMembers", "ListBedRequests", "ListShelters", "ListClocks", "ListUnmetRights", "ListHeld"]),
        role in prop::sample::select(Role::ALL.to_vec()),
        relation in prop::sample::select(Relation::ALL.to_vec()),
        state in prop::sample::select(vec!["open", "closed", "live", "withdrawn", "checked_within_90_days", "asked", "held", "admitted", "missed"]),
    ) {
        let authority = Authority::built_in().unwrap();
        let kind = ACTIONS.iter().find(|row| row.name == action).map_or(Kind::None, |row| row.kind);
        for actor in [person(role, Session::Fresh), Actor::Public] {
            let facts = facts(kind, &actor, relation, state);
            let (decided, listed) = with_action!(
                action,
                A => (
                    authority.decide::<A>(&actor, &facts, Moment::from_micros(0)).is_ok(),
                    listed::<A>(&authority, &actor, relation, state),
                ),
                else unreachable!()
            );
            prop_assert_eq!(decided, listed, "{} {:?} {} {}", action, &actor, relation, state);
        }
    }
}
