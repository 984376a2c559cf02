//! Which role fits where, and beside which other.

use record::{OrgKind, Role};

/// Why a role does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Bodies of force hold no care role but responder.
    #[error("a body of force holds no such care role")]
    Force,
    /// A role behind the wall belongs to a body behind the wall.
    #[error("the role belongs to police, security or a court")]
    Justice,
    /// An administrator has no second role.
    #[error("an administrator has no second role")]
    Administrator,
    /// The person holds this role there already.
    #[error("the person holds this role there already")]
    Held,
    /// The person works on the other side of the wall.
    #[error("nobody works on both sides of the wall")]
    BothSides,
}

/// Whether a role may be held in an organisation of this kind (`docs/authority.md`, forbid 2).
pub fn fits(role: Role, kind: OrgKind) -> Result<(), Misfit> {
    if kind.is_force() {
        // A supervisor there confirms members and reads no care record: the policies see to that.
        let held = role.is_justice()
            || matches!(
                role,
                Role::Responder | Role::Supervisor | Role::DataProtection
            );
        if held { Ok(()) } else { Err(Misfit::Force) }
    } else if role.is_justice() {
        Err(Misfit::Justice)
    } else {
        Ok(())
    }
}

/// Whether a further role may stand beside those somebody holds; each with its organisation's kind.
pub(super) fn fits_beside(
    further: (Role, OrgKind),
    held: &[(Role, OrgKind)],
) -> Result<(), Misfit> {
    let is_administrator = |(role, _): &(Role, OrgKind)| *role == Role::Administrator;
    if !held.is_empty() && (is_administrator(&further) || held.iter().any(is_administrator)) {
        return Err(Misfit::Administrator);
    }
    if held
        .iter()
        .any(|(_, kind)| kind.is_force() != further.1.is_force())
    {
        return Err(Misfit::BothSides);
    }
    fits(further.0, further.1)
}

/// Whether somebody in this role can take over what another left (`authority.csv`, HandOverAll).
pub(super) fn takes_over(from: &[Role], to: &[Role]) -> bool {
    let above = |role: &Role| *role == Role::Supervisor;
    // A child-protection officer holds every row of a caseworker.
    let holds = |role: &Role| {
        to.contains(role) || (*role == Role::Caseworker && to.contains(&Role::ChildOfficer))
    };
    to.iter().any(above) || (!from.is_empty() && from.iter().all(holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_goes_through_roles_and_bodies() {
        for kind in OrgKind::ALL {
            for role in Role::ALL {
                let expected = match (kind.is_force(), *role) {
                    (true, Role::Responder | Role::Supervisor | Role::DataProtection) => Ok(()),
                    (true, role) if role.is_justice() => Ok(()),
                    (true, _) => Err(Misfit::Force),
                    (false, role) if role.is_justice() => Err(Misfit::Justice),
                    (false, _) => Ok(()),
                };
                assert_eq!(fits(*role, *kind), expected, "{role} in {kind}");
            }
        }
    }

    #[test]
    fn an_administrator_has_no_second_role_and_nobody_both_sides() {
        let admin = (Role::Administrator, OrgKind::Office);
        let desk = (Role::Responder, OrgKind::Office);
        let shelter = (Role::ShelterManager, OrgKind::Shelter);
        let police = (Role::Investigator, OrgKind::Police);
        let rows = [
            (admin, vec![], Ok(())),
            (admin, vec![desk], Err(Misfit::Administrator)),
            (desk, vec![admin], Err(Misfit::Administrator)),
            (shelter, vec![desk], Ok(())),
            (police, vec![desk], Err(Misfit::BothSides)),
            (desk, vec![police], Err(Misfit::BothSides)),
            (
                (Role::Caseworker, OrgKind::Police),
                vec![police],
                Err(Misfit::Force),
            ),
        ];
        for (further, held, expected) in rows {
            assert_eq!(
                fits_beside(further, &held),
                expected,
                "{further:?} beside {held:?}"
            );
        }
    }

    #[test]
    fn a_supervisor_or_the_same_role_takes_over() {
        let rows: [(&[Role], &[Role], bool); 6] = [
            (&[Role::Responder], &[Role::Responder], true),
            (&[Role::Responder], &[Role::Supervisor], true),
            (&[Role::Responder], &[Role::Caseworker], false),
            (&[Role::Caseworker], &[Role::ChildOfficer], true),
            (&[Role::ChildOfficer], &[Role::Caseworker], false),
            (&[], &[Role::Caseworker], false),
        ];
        for (from, to, expected) in rows {
            assert_eq!(takes_over(from, to), expected, "{from:?} to {to:?}");
        }
    }
}
