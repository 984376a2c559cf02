//! The country is settled: an installation is founded, bodies are made, people hired, desks set.

use std::collections::HashMap;
use std::sync::Arc;

use access::action::SetOrganisation;
use anyhow::{Context as _, Result};
use people::member::{self, Founding};
use people::organisation::{Description, OrganisationError, set_line, set_organisation};
use record::{Governorate, Id, Language, OrgKind, Role};
use store::Store;

use crate::bodies::{Body, bodies};
use crate::country::Country;
use crate::desks::{line, set_desks};
use crate::hire::{Post, enrol, hire, newcomer};
use crate::part::Tell;

fn description(body: &Body, bodies: &HashMap<String, (Id, OrgKind)>) -> Description {
    Description {
        names: body.names.clone(),
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

/// Makes the country: founders, bodies, people, and who answers for what.
pub async fn settle(
    store: &Store,
    places: &[&Governorate],
    count: usize,
    tell: Tell<'_>,
) -> Result<Country> {
    let world = store.world().clone();
    let mut found = Country {
        bodies: HashMap::new(),
        people: Vec::new(),
    };
    let bodies: Vec<Body> = bodies()
        .into_iter()
        .filter(|body| {
            body.places
                .iter()
                .all(|code| places.iter().any(|place| place.code == *code))
        })
        .collect();
    let (shelter, others) = bodies.split_first().context("the country has no shelter")?;
    let founded = member::init(
        store,
        Founding {
            organisation: description(shelter, &found.bodies),
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
        .insert(shelter.key.clone(), (founded.organisation, shelter.kind));
    for (invited, role, name) in [
        (founded.administrator, Role::Administrator, "administrator"),
        (
            founded.data_protection,
            Role::DataProtection,
            "data-protection",
        ),
    ] {
        let post = Post {
            body: shelter.key.clone(),
            org: founded.organisation,
            org_kind: shelter.kind,
            role,
        };
        found
            .people
            .push(enrol(store, post, name.to_owned(), invited).await?);
    }
    let administrator = found.administrator()?;
    for (turn, body) in others.iter().enumerate() {
        tell("bodies", turn + 1, others.len());
        let line = line(turn);
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
    hire(store, places, count, &mut found, tell).await?;
    set_desks(store, places, &administrator, &found, tell).await?;
    Ok(found)
}
