//! Who works where in the made-up country.

use record::{Governorate, Role};

use crate::bodies::WHOLE;

/// Roles of one governorate, most needed first: body and role.
const LOCAL: [(&str, Role); 18] = [
    ("care", Role::Supervisor),
    ("care", Role::Responder),
    ("care", Role::PlacementDesk),
    ("haven", Role::ShelterManager),
    ("home", Role::ShelterManager),
    ("youth", Role::ShelterManager),
    ("nest", Role::ShelterManager),
    ("men", Role::ShelterManager),
    ("police", Role::Supervisor),
    ("police", Role::Investigator),
    ("second", Role::Supervisor),
    ("second", Role::Responder),
    ("care", Role::Caseworker),
    ("care", Role::ChildOfficer),
    ("court", Role::Supervisor),
    ("court", Role::Prosecutor),
    ("labour", Role::Supervisor),
    ("labour", Role::Responder),
];

/// Roles of the whole country.
const NATIONAL: [(&str, Role); 14] = [
    ("listeners", Role::Supervisor),
    ("listeners", Role::Responder),
    ("lawyers", Role::Supervisor),
    ("lawyers", Role::LegalAid),
    ("committee", Role::Supervisor),
    ("committee", Role::FocalPoint),
    ("committee", Role::Secretariat),
    ("committee", Role::Analyst),
    ("rights", Role::OversightOfficer),
    ("rights", Role::Supervisor),
    ("labour-federal", Role::Supervisor),
    ("labour-federal", Role::StateDuty),
    ("labour-kurdistan", Role::Supervisor),
    ("labour-kurdistan", Role::StateDuty),
];

/// Roles that fill up the number asked for, turn by turn over the governorates.
const FURTHER: [(&str, Role); 6] = [
    ("care", Role::Responder),
    ("care", Role::Caseworker),
    ("second", Role::Responder),
    ("police", Role::Responder),
    ("labour", Role::Responder),
    ("second", Role::Caseworker),
];

/// Who works where, the two founders apart: the whole country's roles, then a supervisor, a
/// responder and a placement desk everywhere, then every role where the demo is whole, then
/// elsewhere.
pub fn posts(
    is_there: impl Fn(&str) -> bool,
    places: &[&Governorate],
    count: usize,
) -> Vec<(String, Role)> {
    let local =
        |(key, role): (&str, Role), place: &Governorate| (format!("{key}-{}", place.code), role);
    let mut posts: Vec<(String, Role)> = NATIONAL
        .iter()
        .map(|(key, role)| ((*key).to_owned(), *role))
        .collect();
    let (first, others) = LOCAL.split_at(3);
    for post in first {
        posts.extend(places.iter().map(|place| local(*post, place)));
    }
    let (whole, rest): (Vec<&Governorate>, Vec<&Governorate>) = places
        .iter()
        .partition(|place| WHOLE.contains(&place.code.as_str()));
    for place in whole {
        posts.extend(others.iter().map(|post| local(*post, place)));
    }
    for post in others {
        posts.extend(rest.iter().map(|place| local(*post, place)));
    }
    let further = FURTHER
        .iter()
        .cycle()
        .flat_map(|post| places.iter().map(|place| local(*post, place)));
    posts.retain(|(key, _)| is_there(key));
    let missing = count.saturating_sub(posts.len() + 2);
    posts.extend(further.take(missing).collect::<Vec<_>>());
    posts.truncate(count.saturating_sub(2));
    posts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bodies::{bodies, places};

    #[test]
    fn however_few_they_are_somebody_answers_and_places_everywhere() {
        let bodies = bodies();
        let is_there = |key: &str| bodies.iter().any(|body| body.key == key);
        let places = places(&[]);
        for count in [80, 300, 1000] {
            let posts = posts(is_there, &places, count);
            assert_eq!(posts.len(), count - 2);
            let works = |role: Role, body: &str| {
                let found = posts.iter().filter(|(key, is)| *is == role && key == body);
                found.count() > 0
            };
            for place in &places {
                let care = format!("care-{}", place.code);
                for role in [Role::Responder, Role::Supervisor, Role::PlacementDesk] {
                    assert!(works(role, &care), "{role} of {care}, {count}");
                }
            }
        }
    }
}
