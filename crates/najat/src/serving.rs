//! The command that serves a real installation.

use std::io::Write;

use anyhow::{Context as _, Result};
use clap::Args;
use record::World;
use store::{Age, Settings, Store};
use tokio::signal::unix::{SignalKind, signal};

use crate::account::Nothing;
use crate::config::{Configuration, Place};
use crate::folder::Folder;
use crate::{Config, Running, doctor, routes, serve};

/// How to serve.
#[derive(Args, Debug)]
pub struct Serve {
    /// Which installation
    #[command(flatten)]
    pub place: Place,
    /// Takes a database that is older than its checkpoints.log, or one whose log is gone: what came
    /// later is lost, and the ledger says that it was known
    #[arg(long)]
    pub older_is_known: bool,
}

/// Serves until it is told to stop, then lets what is under way finish.
pub async fn run(said: &Serve, world: World, out: &mut impl Write) -> Result<()> {
    let set = said.place.load()?;
    let asked = stop_asked()?;
    if said.older_is_known {
        take_older(&set, world.clone()).await?;
    }
    let running = begin(&set, world).await?;
    writeln!(out, "{}", running.url())?;
    if let Some(origin) = &set.public_origin {
        writeln!(out, "Others reach it under {origin}.")?;
    } else {
        writeln!(out, "This machine alone is answered.")?;
    }
    out.flush()?;
    asked.await;
    tracing::info!("asked to stop: what is under way is finished");
    running.stop().await;
    Ok(())
}

/// Sees that nothing speaks against it, opens the store and serves it.
pub async fn begin(set: &Configuration, world: World) -> Result<Running> {
    doctor::before_start(set, &world).await?;
    let folder = Folder::at(&set.data);
    let config = Config {
        database: set.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys()?,
        listen: set.listen,
        settings: set.settings(),
    };
    serve(routes::all::<Nothing>(), config, world).await
}

/// Takes a database that is older than its log, or whose log is gone, before it is looked at whether
/// anything speaks against serving it.
pub async fn take_older(set: &Configuration, world: World) -> Result<Age> {
    let folder = Folder::at(&set.data);
    let age = Store::take_older(Settings {
        url: set.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys()?,
        world,
    });
    let age = age.await?;
    tracing::warn!(
        ?age,
        "taken as it is, since somebody said that they know it"
    );
    Ok(age)
}

/// Waits for whoever says that it is enough: a terminal, or the machine's own keeper of services.
/// Listens from the moment of the call.
pub(crate) fn stop_asked() -> Result<impl Future<Output = ()>> {
    let listen = |kind| signal(kind).context("the system tells no signals");
    let mut terminate = listen(SignalKind::terminate())?;
    let mut interrupt = listen(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
