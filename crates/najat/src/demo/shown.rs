//! The order in which the demo's door shows its people: ten whom a newcomer should be first, then
//! everybody else by role, and in a role by place.

use record::{Id, OrgKind, Role, governorates};

use super::store::MadeUp;

/// Where the ten work, if their role is one of a governorate.
const HOME: &str = "IQG02";

/// Who the ten are, in the order in which a night goes through their hands: role, and kind of body.
const FIRST: [(Role, OrgKind); 10] = [
    (Role::Responder, OrgKind::Aid),
    (Role::ShelterManager, OrgKind::Shelter),
    (Role::PlacementDesk, OrgKind::Aid),
    (Role::Supervisor, OrgKind::Aid),
    (Role::LegalAid, OrgKind::Aid),
    (Role::Investigator, OrgKind::Police),
    (Role::StateDuty, OrgKind::Office),
    (Role::OversightOfficer, OrgKind::Committee),
    (Role::Administrator, OrgKind::Committee),
    (Role::DataProtection, OrgKind::Committee),
];

/// Everybody in a role, by place.
pub(super) struct OfRole {
    pub(super) role: Role,
    /// Those of the whole country first, under no place.
    pub(super) places: Vec<(Option<String>, Vec<MadeUp>)>,
}

impl OfRole {
    pub(super) fn count(&self) -> usize {
        self.places.iter().map(|(_, people)| people.len()).sum()
    }
}

/// The ten, and the rest.
pub(super) fn ordered(mut people: Vec<MadeUp>) -> (Vec<MadeUp>, Vec<OfRole>) {
    // The team of the story is one body: the one that has the desk for places.
    let at_home = |person: &&MadeUp| person.place.as_deref() == Some(HOME);
    let desk = |person: &&MadeUp| person.role == Role::PlacementDesk;
    let mut desks = people.iter().filter(at_home).filter(desk);
    let team = desks.next().map(|person| person.org);
    let first = FIRST
        .iter()
        .filter_map(|sort| take(&mut people, *sort, team))
        .collect();
    (first, by_role(people))
}

/// Takes the one of this sort who is nearest to the story.
fn take(
    people: &mut Vec<MadeUp>,
    (role, kind): (Role, OrgKind),
    team: Option<Id>,
) -> Option<MadeUp> {
    let fits = |person: &MadeUp| person.role == role && person.kind == kind;
    let distance = |person: &MadeUp| match &person.place {
        _ if Some(person.org) == team => 0,
        Some(place) if place == HOME => 1,
        None => 2,
        Some(_) => 3,
    };
    let those = people.iter().enumerate().filter(|(_, one)| fits(one));
    let (at, _) = those.min_by_key(|(at, one)| (distance(one), *at))?;
    Some(people.remove(at))
}

fn by_role(people: Vec<MadeUp>) -> Vec<OfRole> {
    let mut roles: Vec<OfRole> = Role::ALL
        .iter()
        .map(|role| OfRole {
            role: *role,
            places: places(),
        })
        .collect();
    for person in people {
        let role = roles.iter_mut().find(|of| of.role == person.role);
        let place = role.and_then(|of| {
            let mut places = of.places.iter_mut();
            places.find(|(place, _)| *place == person.place)
        });
        if let Some((_, there)) = place {
            there.push(person);
        }
    }
    for of in &mut roles {
        of.places.retain(|(_, people)| !people.is_empty());
    }
    roles.retain(|of| !of.places.is_empty());
    roles
}

/// The whole country, then its governorates in their order.
fn places() -> Vec<(Option<String>, Vec<MadeUp>)> {
    let each = governorates().iter().map(|place| Some(place.code.clone()));
    let all = std::iter::once(None).chain(each);
    all.map(|place| (place, Vec::new())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u8, role: Role, kind: OrgKind, org: u8, place: Option<&str>) -> MadeUp {
        MadeUp {
            membership: Id::from_bytes([number; 16]),
            account: Id::from_bytes([number; 16]),
            role,
            kind,
            org: Id::from_bytes([org; 16]),
            place: place.map(str::to_owned),
            organisation: ["", "", ""].map(str::to_owned),
        }
    }

    #[test]
    fn the_story_comes_first_and_everybody_else_once_by_role_and_place() {
        let (responder, aid) = (Role::Responder, OrgKind::Aid);
        let people = vec![
            person(1, responder, aid, 1, Some("IQG08")),
            person(2, responder, aid, 2, Some(HOME)),
            person(3, responder, aid, 3, Some(HOME)),
            person(4, Role::PlacementDesk, aid, 3, Some(HOME)),
            person(5, responder, aid, 4, None),
            person(6, responder, OrgKind::Police, 5, Some(HOME)),
            person(7, Role::Analyst, OrgKind::Committee, 6, None),
        ];
        let (first, rest) = ordered(people);
        let number = |person: &MadeUp| person.account.to_string()[..2].to_owned();
        let first: Vec<String> = first.iter().map(number).collect();
        assert_eq!(first, ["03", "04"], "of one body");
        let shown: Vec<(Role, Vec<String>)> = rest
            .iter()
            .map(|of| {
                let people = of.places.iter().flat_map(|(_, people)| people);
                (of.role, people.map(number).collect())
            })
            .collect();
        let owned = |numbers: &[&str]| numbers.iter().map(|one| (*one).to_owned()).collect();
        assert_eq!(
            shown,
            [
                (responder, owned(&["05", "02", "06", "01"])),
                (Role::Analyst, owned(&["07"])),
            ]
        );
        assert_eq!(rest.iter().map(OfRole::count).sum::<usize>(), 5);
    }
}
