//! Page times: `cargo run --release --package najat --example pages -- PEER-URL`.
//!
//! One client asks for each page in turn, so that a slow moment of the machine meets all alike.
//! What is printed are medians; `benches/pages.sh` starts the peer beside it.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Instant;

use anyhow::{Context as _, Result};
use demo::past;
use najat::demo::{Size, populate, quiet};
use najat::folder::Folder;
use page::Settings;
use protection::demo::{NUMBERS, READERS, REPORTS};
use record::{Role, Session};
use store::Store;

use crate::visitor::{enter, get, median, peak};

mod visitor;

const ROUNDS: usize = 400;

#[tokio::main]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and prints"
)]
async fn main() -> Result<()> {
    let peer = std::env::args().nth(1);
    let place = std::env::temp_dir().join(format!("najat-pages-{}", std::process::id()));
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
    let begun = Instant::now();
    let store = open(earlier).await?;
    let country = populate(
        &store,
        &clock,
        &Size {
            places: &["IQG02"],
            people: 80,
            reports: 400,
        },
        &[READERS, NUMBERS, REPORTS],
        &quiet,
    )
    .await?;
    store.close().await;
    println!(
        "80 people and 400 reports made in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    let store = open(world.clone()).await?;
    let settings = Settings {
        demo: true,
        ..Settings::default()
    };
    let running = najat::serve_store(
        najat::demo::routes(),
        store,
        world,
        SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        settings,
    )
    .await?;
    let responder = country
        .find(Role::Responder, "care-IQG02")
        .context("nobody is on duty")?;
    let made_up = najat::demo::made_up(running.app()).await?;
    let person = made_up
        .iter()
        .find(|one| one.account == responder.account)
        .context("nobody lives here")?;
    let host = format!("localhost:{}", running.address().port());
    let cookie = enter(&host, &person.membership.to_string()).await?;
    let list = get(&host, "/reports", &cookie).await?;
    let report = list
        .split("href=\"/reports/")
        .nth(1)
        .and_then(|rest| rest.get(..36))
        .context("no report")?;
    let report = format!("/reports/{report}");
    let actor = responder.actor(Session::Fresh);
    let mut pages: Vec<(String, String, String, Vec<f64>)> = Vec::new();
    if let Some(peer) = &peer {
        let peer = peer.trim_start_matches("http://").trim_end_matches('/');
        pages.push((
            "peer: Flask, a list of 50".into(),
            peer.to_owned(),
            "/".into(),
            Vec::new(),
        ));
    }
    for (name, path) in [
        ("start", "/en"),
        ("report, first step", "/en/2"),
        ("the desk's list, 50 of 400", "/reports"),
        (
            "one report, opened and written in the ledger",
            report.as_str(),
        ),
        (
            "nothing there",
            "/reports/00000000-0000-4000-8000-000000000000",
        ),
    ] {
        pages.push((name.to_owned(), host.clone(), path.to_owned(), Vec::new()));
    }
    for round in 0..ROUNDS + 20 {
        for (_, host, path, times) in &mut pages {
            let begun = Instant::now();
            get(host, path, &cookie).await?;
            if round >= 20 {
                times.push(begun.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    let mut decisions = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let record = report.trim_start_matches("/reports/").parse()?;
        running
            .app()
            .store
            .gate()
            .permit::<access::action::ReadReport>(&actor, record)
            .await?;
        decisions.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    let mut base = None;
    for (name, _, _, times) in &mut pages {
        let middle = median(times);
        let ratio = base.map_or(String::new(), |base: f64| {
            format!("  {:.2} of the peer's", middle / base)
        });
        if name.starts_with("peer") {
            base = Some(middle);
        }
        println!("{middle:8.3} ms  {name}{ratio}");
    }
    println!("{:8.3} ms  a permit from the gate", median(&mut decisions));
    println!("peak memory: {}", peak()?);
    running.stop().await;
    std::fs::remove_dir_all(&place)?;
    Ok(())
}
