//! A town of any size for benchmarks, made by the actions that people use, and served:
//! `cargo run --release --package najat --example town -- --data DIR --reports 3000`.
//!
//! All of it lies in one governorate, so that one desk answers for every report: the most that a page
//! can have behind it. A folder that holds a town is served as it is.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result};
use clap::Parser;
use demo::past;
use najat::demo::{Size, parts, populate, quiet};
use najat::folder::Folder;
use page::Settings;
use store::Store;

/// The governorate: Basra.
const PLACE: &str = "IQG02";

/// What to make, and where to serve it.
#[derive(Parser, Debug)]
struct Town {
    /// The folder with the keys, and with the database, if none is named
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// An empty PostgreSQL database, or one that holds this town
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// How many reports were sent; there is a request for a place for each two
    #[arg(long, value_name = "N", default_value_t = 100)]
    reports: usize,
    /// Where to listen
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8460")]
    listen: SocketAddr,
}

#[tokio::main]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and prints"
)]
async fn main() -> Result<()> {
    let town = Town::parse();
    let world = najat::world::seeded(1);
    let (folder, made) = match Folder::existing(&town.data) {
        Some(folder) => (folder, true),
        None => (Folder::create(&town.data)?, false),
    };
    let open = |world| {
        let url = town.database.clone().unwrap_or_else(|| folder.url());
        let (checkpoints, keys) = (folder.checkpoints(), folder.keys());
        async move {
            let keys = keys?;
            let settings = store::Settings {
                url,
                checkpoints,
                keys,
                world,
            };
            Store::open(settings).await.context("the store is not open")
        }
    };
    if !made {
        let begun = Instant::now();
        let (earlier, clock) = past(&world);
        let store = open(earlier).await?;
        folder.write_public_key(&store.journal().public_key().to_string())?;
        let size = Size {
            places: &[PLACE],
            people: 80,
            reports: town.reports,
        };
        populate(&store, &clock, &size, &parts(), &quiet).await?;
        store.close().await;
        println!("made in {:.1} s", begun.elapsed().as_secs_f64());
    }
    let store = open(world.clone()).await?;
    let settings = Settings {
        demo: true,
        ..Settings::default()
    };
    let routes = najat::demo::routes();
    let running = najat::serve_store(routes, store, world, town.listen, settings).await?;
    println!("{}", running.url());
    tokio::signal::ctrl_c().await?;
    running.stop().await;
    Ok(())
}
