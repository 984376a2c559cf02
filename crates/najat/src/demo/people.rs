//! Made-up people: founded, invited, confirmed and enrolled by the same actions as real ones.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use access::action::SetOrganisation;
use access::{Actor, Member};
use anyhow::{Context as _, Result};
use futures::StreamExt as _;
use people::account::{self, Enrolment};
use people::member::{self, Founding, NewMember};
use people::organisation::{Description, Names, OrganisationError, set_line, set_organisation};
use people::totp;
use record::{
    Governorate, Id, Jurisdiction, Language, OrgKind, Role, Session, World, governorates,
};
use store::Store;
use vault::Plain;

use super::country::{self, Body};
use super::duty;
use super::names::full_name;

/// How many are enrolled at once: hashing passwords is what takes the time.
const AT_ONCE: usize = 4;

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
}

pub(super) fn names([en, ar, ckb]: &[String; 3]) -> Names {
    Names {
        en: en.clone(),
        ar: ar.clone(),
        ckb: ckb.clone(),
    }
}

fn description(body: &Body, bodies: &HashMap<String, (Id, OrgKind)>) -> Description {
    Description {
        names: names(&body.names),
        kind: body.kind,
        jurisdiction: body.jurisdiction,
        parent: body
            .parent
            .as_ref()
            .and_then(|key| bodies.get(key))
            .map(|(id, _)| *id),
        governorates: body
            .places
            .iter()
            .map(|place| (*place).to_owned())
            .collect(),
        independent: body.independent,
    }
}

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
fn posts(bodies: &HashSet<&str>, places: &[&Governorate], count: usize) -> Vec<(String, Role)> {
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
        .partition(|place| country::WHOLE.contains(&place.code.as_str()));
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
    posts.retain(|(key, _)| bodies.contains(key.as_str()));
    let missing = count.saturating_sub(posts.len() + 2);
    posts.extend(further.take(missing).collect::<Vec<_>>());
    posts.truncate(count.saturating_sub(2));
    posts
}

/// A new member with a made-up name; the sign-in name tells the post and a number.
fn newcomer(
    world: &World,
    org: Id,
    role: Role,
    sign_in_name: String,
    language: Language,
) -> NewMember {
    NewMember {
        name: Plain::new(full_name(world, language)),
        sign_in_name: Plain::new(sign_in_name),
        role,
        org,
        language,
    }
}

/// Makes the country: founders, bodies, people, readers, numbers.
pub(super) async fn settle(
    store: &Store,
    places: &[&Governorate],
    count: usize,
) -> Result<Country, anyhow::Error> {
    let world = store.world().clone();
    let mut found = Country {
        bodies: HashMap::new(),
        people: Vec::new(),
    };
    let bodies: Vec<Body> = country::bodies()
        .into_iter()
        .filter(|body| {
            body.places
                .iter()
                .all(|code| places.iter().any(|place| place.code == *code))
        })
        .collect();
    let (house, others) = bodies.split_first().context("the country has no house")?;
    let founded = member::init(
        store,
        Founding {
            organisation: description(house, &found.bodies),
            administrator: newcomer(
                &world,
                Id::NONE,
                Role::Administrator,
                "administrator".into(),
                Language::En,
            ),
            data_protection: newcomer(
                &world,
                Id::NONE,
                Role::DataProtection,
                "data-protection".into(),
                Language::En,
            ),
        },
    )
    .await?;
    found
        .bodies
        .insert(house.key.clone(), (founded.organisation, house.kind));
    for (invited, role, name) in [
        (founded.administrator, Role::Administrator, "administrator"),
        (
            founded.data_protection,
            Role::DataProtection,
            "data-protection",
        ),
    ] {
        let post = Post {
            body: house.key.clone(),
            org: founded.organisation,
            org_kind: house.kind,
            role,
        };
        found
            .people
            .push(enrol(store, post, name.to_owned(), invited).await?);
    }
    let administrator = found.people[0].actor(Session::SteppedUp);
    let data_protection = found.people[1].actor(Session::SteppedUp);
    for (turn, body) in others.iter().enumerate() {
        let line = duty::line(turn)?;
        let is = Arc::new(description(body, &found.bodies));
        let permit = store
            .gate()
            .permit_new::<SetOrganisation>(&administrator, &[])?;
        let org = store
            .unit(permit, move |unit| {
                let is = is.clone();
                let line = line.clone();
                async move {
                    let org = set_organisation(&unit, &is).await?;
                    set_line(&unit, org, Some(&line)).await?;
                    Ok::<_, OrganisationError>(org)
                }
            })
            .await?;
        found.bodies.insert(body.key.clone(), (org, body.kind));
    }
    hire(
        store,
        places,
        count,
        &administrator,
        &data_protection,
        &mut found,
    )
    .await?;
    duty::set_readers(store, places, &administrator, &found).await?;
    duty::set_numbers(store, places, &administrator).await?;
    duty::set_desks(store, places, &administrator, &found).await?;
    Ok(found)
}

#[derive(Clone)]
struct Post {
    body: String,
    org: Id,
    org_kind: OrgKind,
    role: Role,
}

/// Supervisors first, whom data protection confirms as the first of their bodies; then everybody
/// else, whom those supervisors confirm.
async fn hire(
    store: &Store,
    places: &[&Governorate],
    count: usize,
    administrator: &Actor,
    data_protection: &Actor,
    found: &mut Country,
) -> Result<()> {
    let there: HashSet<&str> = found.bodies.keys().map(String::as_str).collect();
    let posts: Vec<(usize, Post)> = posts(&there, places, count)
        .into_iter()
        .filter_map(|(body, role)| {
            let (org, org_kind) = *found.bodies.get(&body)?;
            Some(Post {
                body,
                org,
                org_kind,
                role,
            })
        })
        .enumerate()
        .collect();
    let (first, rest): (Vec<_>, Vec<_>) = posts
        .into_iter()
        .partition(|(_, post)| post.role == Role::Supervisor);
    let mut supervisors: HashMap<Id, Actor> = HashMap::new();
    for (round, confirmed_by_data_protection) in [(first, true), (rest, false)] {
        let world = store.world().clone();
        let hired: Vec<Result<Person>> = futures::stream::iter(round)
            .map(|(number, post)| {
                let confirmer = if confirmed_by_data_protection {
                    data_protection.clone()
                } else {
                    supervisors
                        .get(&post.org)
                        .unwrap_or(data_protection)
                        .clone()
                };
                let language = language_of(&post);
                let name = format!(
                    "{}.{}.{number}",
                    post.role.code().replace('_', "-"),
                    post.body.to_lowercase()
                );
                let new = newcomer(&world, post.org, post.role, name.clone(), language);
                async move {
                    let invited = member::invite(store, administrator, new).await?;
                    member::confirm(store, &confirmer, invited.account, invited.membership).await?;
                    enrol(store, post, name, invited).await
                }
            })
            .buffered(AT_ONCE)
            .collect()
            .await;
        for person in hired {
            let person = person?;
            if person.role == Role::Supervisor {
                supervisors
                    .entry(person.org)
                    .or_insert_with(|| person.actor(Session::SteppedUp));
            }
            found.people.push(person);
        }
    }
    Ok(())
}

/// Kurdish in the Region, Arabic elsewhere, English for some of the national bodies.
fn language_of(post: &Post) -> Language {
    let place = post
        .body
        .split_once('-')
        .and_then(|(_, code)| record::governorate(code));
    match place.map(|place| place.jurisdiction) {
        Some(Jurisdiction::Kurdistan) => Language::Ckb,
        Some(Jurisdiction::Federal) => Language::Ar,
        None => Language::En,
    }
}

async fn enrol(
    store: &Store,
    post: Post,
    sign_in_name: String,
    invited: member::Invited,
) -> Result<Person> {
    let code = invited.code.context("an invitation without a code")?;
    let begun = account::begin_enrolment(store, &Plain::new(sign_in_name.clone()), &code).await?;
    // Shown by nobody and typed by nobody: the demo's door is a button.
    let password = format!("made-up {}", store.world().id());
    let digits = totp::code(&begun.secret, store.world().now());
    let form = Enrolment {
        ticket: begun.ticket,
        password: Plain::new(password.clone()),
        digits,
        system: people::session::System::Other,
    };
    account::enrol(store, form).await?;
    let account = invited.account;
    let pseudonym = store
        .look(async |look| super::store::pseudonym(&look, account).await)
        .await?;
    let Post {
        body,
        org,
        org_kind,
        role,
    } = post;
    Ok(Person {
        account,
        body,
        org,
        org_kind,
        role,
        sign_in_name,
        password,
        secret: begun.secret,
        pseudonym,
    })
}

/// The governorates by their codes; all, if none is named.
pub(super) fn places(codes: &[&str]) -> Vec<&'static Governorate> {
    governorates()
        .iter()
        .filter(|place| codes.is_empty() || codes.contains(&place.code.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_few_they_are_somebody_reads_answers_and_places_everywhere() {
        let bodies = country::bodies();
        let there: HashSet<&str> = bodies.iter().map(|body| body.key.as_str()).collect();
        let places = places(&[]);
        for count in [80, 300, 1000] {
            let posts = posts(&there, &places, count);
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
                for reader in country::readers(place) {
                    let whole = works(Role::Responder, &reader) && works(Role::Supervisor, &reader);
                    assert!(whole || count < 300, "{reader}, {count}");
                }
            }
        }
    }
}
