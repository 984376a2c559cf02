//! The command that serves a real installation.

use std::io::Write;

use anyhow::{Context as _, Result};
use record::World;
use tokio::signal::unix::{SignalKind, signal};

use crate::cli::Place;
use crate::config::{Configuration, Environment};
use crate::doctor;
use crate::folder::Folder;
use crate::{Config, Running, serve};

/// Serves until it is told to stop, then lets what is under way finish.
pub async fn run(said: &Place, world: World, out: &mut impl Write) -> Result<()> {
    let set = Configuration::load(
        said.data.as_deref(),
        said.config.as_deref(),
        &Environment::of_process(),
    )?;
    let asked = stop_asked()?;
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
    serve(config, world).await
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
