//! Pages over many requests: `cargo run --release --package najat --example beds [REQUESTS STAYS]`.
//!
//! Fills one governorate with 10,000 requests for a place and 1,000 stays, each by the actions that
//! people use, then asks for each page in turn and prints medians.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use access::Actor;
use access::action::{AskForBed, RegisterShelter};
use anyhow::{Context as _, Result};
use demo::{Country, Person, past};
use najat::demo::{Size, populate, quiet};
use najat::folder::Folder;
use page::Settings;
use protection::bed::actions::{admit, ask_for_bed, own_parts};
use protection::bed::{Age, AskState, Asking, Needs, OneAsk, Sex};
use protection::demo::SHELTERS;
use protection::shelter::actions::register_shelter;
use protection::shelter::{Declared, PlaceAge, PlaceSex, Registering};
use record::{Role, Session};
use store::Store;
use vault::Plain;

use crate::visitor::{enter, get, median, peak};

mod visitor;

const ROUNDS: usize = 100;

#[tokio::main]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and prints"
)]
async fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let mut number =
        |or: usize| -> Result<usize> { words.next().map_or(Ok(or), |word| Ok(word.parse()?)) };
    let (requests, stays) = (number(10_000)?, number(1_000)?);
    let place = std::env::temp_dir().join(format!("najat-beds-{}", std::process::id()));
    let folder = Folder::create(&place)?;
    let world = najat::world::seeded(1);
    let open = |world| {
        let (url, checkpoints, keys) = (folder.url(), folder.checkpoints(), folder.keys());
        async move {
            Ok::<_, anyhow::Error>(
                Store::open(store::Settings {
                    url,
                    checkpoints,
                    keys: keys?,
                    world,
                })
                .await?,
            )
        }
    };
    let (earlier, clock) = past(&world);
    let store = open(earlier).await?;
    let country = populate(
        &store,
        &clock,
        &Size {
            places: &["IQG02"],
            people: 80,
            reports: 0,
        },
        &[SHELTERS],
        &quiet,
    )
    .await?;
    let begun = Instant::now();
    fill(&store, &country, requests, stays).await?;
    println!(
        "{requests} requests and {stays} stays made in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    store.close().await;
    let store = open(world.clone()).await?;
    let settings = Settings {
        demo: true,
        ..Settings::default()
    };
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let running = najat::serve_store(najat::demo::routes(), store, world, listen, settings).await?;
    let host = format!("localhost:{}", running.address().port());
    let made_up = najat::demo::made_up(running.app()).await?;
    let mut pages: Vec<(String, String, String, Vec<f64>)> = Vec::new();
    for (role, body, paths) in [
        (Role::Responder, "care-IQG02", &["/today", "/beds"][..]),
        (
            Role::PlacementDesk,
            "care-IQG02",
            &["/today", "/beds", "/shelters", "/rights"],
        ),
        (
            Role::Supervisor,
            "care-IQG02",
            &["/today", "/beds", "/rights", "/clocks"],
        ),
        (Role::ShelterManager, "haven-IQG02", &["/today", "/beds"]),
        (
            Role::OversightOfficer,
            "rights",
            &["/today", "/rights", "/clocks"],
        ),
    ] {
        let person = country.find(role, body).context("nobody works there")?;
        let membership = made_up
            .iter()
            .find(|one| one.account == person.account)
            .context("nobody lives here")?
            .membership;
        let cookie = enter(&host, &membership.to_string()).await?;
        for path in paths {
            pages.push((
                format!("{path}, {role}"),
                (*path).to_owned(),
                cookie.clone(),
                Vec::new(),
            ));
        }
    }
    for round in 0..ROUNDS + 10 {
        for (name, path, cookie, times) in &mut pages {
            let begun = Instant::now();
            let answer = get(&host, path, cookie).await?;
            anyhow::ensure!(
                answer.starts_with("HTTP/1.1 200"),
                "{name}: {}",
                answer.lines().next().unwrap_or_default()
            );
            if round >= 10 {
                times.push(begun.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    for (name, _, _, times) in &mut pages {
        println!("{:8.3} ms  {name}", median(times));
    }
    println!("peak memory: {}", peak()?);
    running.stop().await;
    std::fs::remove_dir_all(&place)?;
    Ok(())
}

/// Large houses for women, then requests of women, the first of whom are admitted, and of men, for
/// whom there is no place.
async fn fill(store: &Store, country: &Country, requests: usize, stays: usize) -> Result<()> {
    let person =
        |role, body| -> Result<&Person> { country.find(role, body).context("nobody works there") };
    let manager = person(Role::ShelterManager, "haven-IQG02")?.actor(Session::SteppedUp);
    let responder = person(Role::Responder, "care-IQG02")?.actor(Session::Fresh);
    let places = Declared {
        sex: PlaceSex::Female,
        age: PlaceAge::Adult,
        family: false,
        disability: false,
        places: 500,
    };
    for _ in 0..=stays.div_ceil(500) {
        let registering = Arc::new(Registering {
            governorate: "IQG02".to_owned(),
            hours: "24/7".to_owned(),
            languages: "ar".to_owned(),
            places: vec![places],
            form_key: store.world().id().to_string(),
        });
        let permit = store.gate().permit_new::<RegisterShelter>(&manager, &[])?;
        store
            .unit(permit, move |unit| {
                let registering = registering.clone();
                async move { register_shelter(&unit, &registering).await }
            })
            .await?;
    }
    let reactions = najat::maintenance::reactions();
    for turn in 0..requests {
        let request = request(store, &responder, turn < stays || turn % 2 == 0).await?;
        if turn < stays {
            store.react(&reactions).await?;
            let parts = own_parts(store, &manager, request).await?;
            let part = parts
                .iter()
                .find(|part| part.state == AskState::Asked)
                .context("no house was asked")?;
            let one = OneAsk {
                ask: part.id,
                form_key: store.world().id().to_string(),
            };
            admit(store, &manager, request, one).await?;
        }
        if turn % 200 == 0 {
            store.react(&reactions).await?;
        }
    }
    store.react(&reactions).await?;
    Ok(())
}

async fn request(store: &Store, asker: &Actor, woman: bool) -> Result<record::Id> {
    let asking = Arc::new(Asking {
        report: None,
        needs: Needs {
            governorate: "IQG02".to_owned(),
            sex: if woman { Sex::Female } else { Sex::Male },
            age: Age::Adult,
            family: false,
            heads: 1,
            disability: false,
            languages: "ar".to_owned(),
            danger: false,
            said: Plain::new("A quiet room.".to_owned()),
        },
        form_key: store.world().id().to_string(),
    });
    let permit = store.gate().permit_new::<AskForBed>(asker, &[])?;
    let made = store
        .unit(permit, move |unit| {
            let asking = asking.clone();
            async move { ask_for_bed(&unit, &asking).await }
        })
        .await?;
    Ok(made.request)
}
