//! A whole made-up country to try: the bodies and people that belong to no pillar, and each pillar's
//! part. Here they are put together, marked as made up, and given a door.

mod beside;
mod enter;
mod progress;
mod shown;
mod store;

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use ::demo::{Country, Part, Scene, Staged, Tell, past, places, settle};
use anyhow::{Context as _, Result, bail};
use clap::Args;
use page::{Ceilings, Route, Settings};
use record::World;

pub use enter::made_up;
pub use store::{MadeUp, STATEMENTS};

use self::progress::Progress;
use crate::folder::{Folder, free};
use crate::{Config, maintenance, serve, world};

/// What each pillar adds to the country.
const PILLARS: &[&[Part]] = &[protection::DEMO];

/// How to run the demo.
#[derive(Args, Debug)]
pub struct Demo {
    /// The folder for its data; one that holds a demo already is opened again. Without it, a new
    /// folder under the system's temporary ones
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where to listen, on this machine only
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8440")]
    pub listen: SocketAddr,
    /// How many made-up people have accounts
    #[arg(long, value_name = "N", default_value_t = 300, value_parser = clap::value_parser!(u32).range(80..=5000))]
    pub people: u32,
    /// The same seed gives the same made-up people
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// Every page of an installation whose people are made up: those of any installation, and a door of its own.
pub fn routes() -> Vec<Route> {
    [crate::routes::all::<beside::Buttons>(), enter::routes()].concat()
}

/// How large a made-up country is.
pub struct Size<'c> {
    /// The governorates that are peopled, by P-code; all, if none is named.
    pub places: &'c [&'c str],
    /// How many people have accounts.
    pub people: usize,
    /// How many reports were sent.
    pub reports: usize,
}

/// Every part that pillars add.
pub fn parts() -> Vec<Part> {
    PILLARS.concat()
}

/// Hears nothing of what is made.
pub fn quiet(_what: &str, _made: usize, _of: usize) {}

/// Fills an empty store whose clock is `clock` with people and these parts; ends with the clock at its end.
pub async fn populate(
    store: &::store::Store,
    clock: &Staged,
    size: &Size<'_>,
    parts: &[Part],
    tell: Tell<'_>,
) -> Result<Country> {
    let marked: Result<(), ::store::StoreError> = store
        .upkeep(|upkeep| async move { store::mark(&upkeep).await })
        .await;
    marked?;
    let places = places(size.places);
    let country = settle(store, &places, size.people, tell).await?;
    let reactions = maintenance::reactions();
    for part in parts {
        let made = |done, all| tell(part.name, done, all);
        let scene = Scene {
            store,
            clock,
            places: &places,
            country: &country,
            reports: size.reports,
            reactions: &reactions,
            made: &made,
        };
        let making = (part.make)(&scene).await;
        making.with_context(|| format!("no {} can be made", part.name))?;
    }
    clock.set(clock.end());
    let whole: Result<(), ::store::StoreError> = store
        .upkeep(|upkeep| async move { store::whole(&upkeep).await })
        .await;
    whole?;
    Ok(country)
}

/// Runs the demo until it is told to stop.
pub async fn run(said: &Demo, out: &mut impl Write) -> Result<()> {
    if !said.listen.ip().is_loopback() {
        bail!("a demo listens on this machine only: say --listen 127.0.0.1:PORT");
    }
    let world = world::seeded(said.seed);
    let folder = folder(said.data.clone(), &world).await?;
    let open = |world: World| {
        let (url, checkpoints) = (folder.url(), folder.checkpoints());
        let keys = folder.keys();
        async move {
            Ok::<_, anyhow::Error>(
                ::store::Store::open(::store::Settings {
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
    let store = open(earlier)
        .await
        .context("the data folder cannot be opened")?;
    folder.write_public_key(&store.journal().public_key().to_string())?;
    if !is_whole(&store).await? {
        if has_people(&store).await? {
            bail!(
                "{} holds a demo that was cut off while it was made: name another folder",
                folder.path().display()
            );
        }
        let people = usize::try_from(said.people)?;
        let size = Size {
            places: &[],
            people,
            reports: people / 3,
        };
        let progress = Progress::on_stderr();
        let tell = |what: &str, done, all| progress.tell(what, done, all);
        populate(&store, &clock, &size, &parts(), &tell).await?;
        progress.end();
    }
    store.close().await;
    let settings = Settings {
        demo: true,
        source_url: SOURCE.to_owned(),
        ceilings: Ceilings {
            folder: Some(folder.path().to_owned()),
            space: free,
            // It lies in whatever folder there is, and is small.
            least_free: 0,
            ..Ceilings::default()
        },
        ..Settings::default()
    };
    let config = Config {
        database: folder.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys()?,
        listen: said.listen,
        settings,
    };
    let running = serve(routes(), config, world).await?;
    print(&running, &folder, out).await?;
    stop_asked().await?;
    running.stop().await;
    Ok(())
}

/// Where the source of this program is to be had, as far as the package says it.
const SOURCE: &str = env!("CARGO_PKG_REPOSITORY");

/// The folder of the demo: a new one, or one that holds a demo and nothing else. Another's is left as it
/// is, to the last byte.
async fn folder(named: Option<PathBuf>, world: &World) -> Result<Folder> {
    let path = match named {
        Some(path) => path,
        None => std::env::temp_dir().join(format!("najat-demo-{}", world.id())),
    };
    let Some(folder) = Folder::existing(&path) else {
        return Folder::create(&path);
    };
    // Looked at from outside: nothing is made, migrated or written.
    let is_demo = async {
        let examined = ::store::Examined::open(&folder.url()).await.ok()?;
        examined.schema?;
        examined.setting("demo").await.ok().flatten()
    };
    if is_demo.await.is_none() {
        bail!(
            "{} holds keys and no demo: it was left as it is. Name another folder",
            path.display()
        );
    }
    Ok(folder)
}

async fn is_whole(store: &::store::Store) -> Result<bool> {
    Ok(store
        .read_clear(async |look| store::is_set(&look, "demo_whole").await)
        .await?)
}

async fn has_people(store: &::store::Store) -> Result<bool> {
    Ok(!store
        .read_clear(async |look| store::living(&look).await)
        .await?
        .is_empty())
}

async fn print(running: &crate::Running, folder: &Folder, out: &mut impl Write) -> Result<()> {
    let people = made_up(running.app()).await?;
    writeln!(out, "{}", running.url())?;
    writeln!(out)?;
    writeln!(
        out,
        "Open it in a browser. All people in it are made up. Sign in by the buttons on"
    )?;
    writeln!(
        out,
        "{}/sign-in, as any of {} people:",
        running.url(),
        people.len()
    )?;
    let mut roles: Vec<(&str, usize)> = Vec::new();
    for person in &people {
        let role = person.role.code();
        match roles.last_mut() {
            Some((last, count)) if *last == role => *count += 1,
            _ => roles.push((role, 1)),
        }
    }
    for (role, count) in roles {
        writeln!(out, "  {count:4}  {role}")?;
    }
    writeln!(out)?;
    writeln!(out, "Its data lie in {}", folder.path().display())?;
    writeln!(
        out,
        "Check its ledger: najat ledger verify {0} --key {0}/ledger.pub",
        folder.path().display()
    )?;
    out.flush()?;
    Ok(())
}

async fn stop_asked() -> Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
