//! People are invited, confirmed and enrolled by the same actions as real ones.

use std::cell::Cell;
use std::collections::HashMap;

use access::Actor;
use anyhow::{Context as _, Result};
use futures::StreamExt as _;
use people::account::{self, Enrolment};
use people::member::{self, NewMember};
use people::totp;
use record::{Governorate, Id, Language, OrgKind, Role, Session, World};
use store::Store;
use vault::Plain;

use crate::country::{Country, Person};
use crate::names::full_name;
use crate::part::Tell;
use crate::posts::posts;
use crate::words::spoken;

/// How many are enrolled at once: hashing passwords is what takes the time.
const AT_ONCE: usize = 4;

/// A new member with a made-up name; the sign-in name tells the post and a number.
pub(crate) fn newcomer(
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

/// What somebody is hired for.
#[derive(Clone)]
pub(crate) struct Post {
    pub body: String,
    pub org: Id,
    pub org_kind: OrgKind,
    pub role: Role,
}

/// Supervisors first, whom data protection confirms as the first of their bodies; then everybody
/// else, whom those supervisors confirm.
pub(crate) async fn hire(
    store: &Store,
    places: &[&Governorate],
    count: usize,
    found: &mut Country,
    tell: Tell<'_>,
) -> Result<()> {
    let [administrator, data_protection] =
        [0, 1].map(|at| found.people[at].actor(Session::SteppedUp));
    let (administrator, data_protection) = (&administrator, &data_protection);
    let posts: Vec<(usize, Post)> = posts(|key| found.bodies.contains_key(key), places, count)
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
    let (all, hired) = (
        posts.len() + found.people.len(),
        Cell::new(found.people.len()),
    );
    let (first, rest): (Vec<_>, Vec<_>) = posts
        .into_iter()
        .partition(|(_, post)| post.role == Role::Supervisor);
    let mut supervisors: HashMap<Id, Actor> = HashMap::new();
    for (round, confirmed_by_data_protection) in [(first, true), (rest, false)] {
        let world = store.world().clone();
        let round: Vec<Result<Person>> = futures::stream::iter(round)
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
            .inspect(|_| {
                hired.set(hired.get() + 1);
                tell("people", hired.get(), all);
            })
            .collect()
            .await;
        for person in round {
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
    place.map_or(Language::En, spoken)
}

pub(crate) async fn enrol(
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
        .read_clear(async |look| crate::store::pseudonym(&look, account).await)
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
