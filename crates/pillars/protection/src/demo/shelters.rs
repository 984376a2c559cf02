//! Made-up shelters: registered, with places declared and an address written, by their managers.

use std::sync::Arc;

use crate::shelter::actions::register_shelter;
use crate::shelter::address::write_address;
use crate::shelter::{Declared, PlaceAge, PlaceSex, Registering};
use access::action::{RegisterShelter, WriteShelterAddress};
use anyhow::Result;
use demo::{Person, Scene};
use record::{Role, Session};
use store::Store;
use vault::Plain;

const fn places(sex: PlaceSex, age: PlaceAge, places: i64) -> Declared {
    Declared {
        sex,
        age,
        family: false,
        disability: false,
        places,
    }
}

const fn family(declared: Declared) -> Declared {
    Declared {
        family: true,
        ..declared
    }
}

const fn step_free(declared: Declared) -> Declared {
    Declared {
        disability: true,
        ..declared
    }
}

/// A made-up shelter: whose it is, when somebody can come, what is spoken, for whom.
struct Shelter {
    body: &'static str,
    hours: &'static str,
    languages: &'static str,
    places: &'static [Declared],
}

use PlaceAge::{Adult, From13, Under13};
use PlaceSex::{Any, Female, Male};

/// A shelter is for children or for adults, so whoever takes both has two.
const SHELTERS: [Shelter; 6] = [
    Shelter {
        body: "haven",
        hours: "24/7",
        languages: "ar ckb en",
        places: &[
            places(Female, Adult, 12),
            family(places(Female, Adult, 9)),
            step_free(places(Female, Adult, 2)),
        ],
    },
    Shelter {
        body: "home",
        hours: "08:00–15:00",
        languages: "ar",
        places: &[places(Male, From13, 20)],
    },
    Shelter {
        body: "youth",
        hours: "24/7",
        languages: "ar en bn",
        places: &[places(Male, From13, 4), step_free(places(Male, From13, 1))],
    },
    Shelter {
        body: "youth",
        hours: "24/7",
        languages: "ar ckb",
        places: &[places(Female, From13, 6)],
    },
    Shelter {
        body: "nest",
        hours: "24/7",
        languages: "ar ckb",
        places: &[places(Any, Under13, 8)],
    },
    Shelter {
        body: "men",
        hours: "24/7",
        languages: "ar ckb en ur",
        places: &[
            places(Male, Adult, 10),
            step_free(places(Male, Adult, 1)),
            family(places(Any, Adult, 6)),
        ],
    },
];

/// Registers the shelters of every manager, each with an address of no street that exists.
pub(super) async fn register_all(scene: &Scene<'_>) -> Result<()> {
    let found = scene.country;
    // A body whose managers are two registers its shelters once.
    let is_first = |manager: &&Person| {
        let first = found.find(Role::ShelterManager, &manager.body);
        first.is_some_and(|first| first.account == manager.account)
    };
    let managers = found.people.iter();
    let managers = managers.filter(|person| person.role == Role::ShelterManager);
    let mut all = Vec::new();
    for manager in managers.filter(is_first) {
        if let Some((kind, place)) = manager.body.split_once('-') {
            let shelters = SHELTERS.iter().enumerate();
            let shelters = shelters.filter(|(_, shelter)| shelter.body == kind);
            all.extend(shelters.map(|(number, shelter)| (manager, place, shelter, number)));
        }
    }
    for (turn, (manager, place, shelter, number)) in all.iter().enumerate() {
        (scene.made)(turn + 1, all.len());
        register(scene.store, manager, place, shelter, *number).await?;
    }
    Ok(())
}

async fn register(
    store: &Store,
    manager: &Person,
    place: &str,
    shelter: &Shelter,
    number: usize,
) -> Result<()> {
    let actor = manager.actor(Session::SteppedUp);
    let registering = Arc::new(Registering {
        governorate: place.to_owned(),
        hours: shelter.hours.to_owned(),
        languages: shelter.languages.to_owned(),
        places: shelter.places.to_vec(),
        form_key: store.world().id().to_string(),
    });
    let permit = store.gate().permit_new::<RegisterShelter>(&actor, &[])?;
    let record = store
        .unit(permit, move |unit| {
            let registering = registering.clone();
            async move { register_shelter(&unit, &registering).await }
        })
        .await?;
    let permit = store
        .gate()
        .permit::<WriteShelterAddress>(&actor, record)
        .await?;
    let address = Plain::new(format!("No such street {number}, the door that is made up"));
    let form_key = store.world().id().to_string();
    store
        .unit(permit, move |unit| {
            let (address, form_key) = (address.clone(), form_key.clone());
            async move { write_address(&unit, &address, &form_key).await }
        })
        .await?;
    Ok(())
}
