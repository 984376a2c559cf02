//! Taking the whole ledger out at the server's console.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use access::Actor;
use access::action::ExportLedger;
use anyhow::{Context as _, Result, bail};
use clap::Args;
use record::{Role, World};
use store::{Store, StoreError};
use tokio::sync::mpsc;

use crate::config::Place;
use crate::console::{As, acting};

/// What to take out, and where to.
#[derive(Args, Debug)]
pub struct Export {
    /// Which installation
    #[command(flatten)]
    pub place: Place,
    /// The file, a new one
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Who takes it out: a data-protection officer
    #[command(flatten)]
    pub who: As,
}

/// Asks who sits there, and writes the ledger of an installation to a file, while another process
/// serves or none.
pub async fn take_out(said: &Export, world: World) -> Result<()> {
    let set = said.place.load()?;
    acting(
        &set,
        world,
        &said.who,
        Role::DataProtection,
        async |store, actor| export(store, actor, &said.out).await,
    )
    .await
}

/// Writes the whole ledger to a new file, for a person who was made sure of at the console: the
/// console may, and so must the person's own role. The file names nobody and is checked by
/// `najat ledger verify FILE --key PUB`.
pub async fn export(store: &Store, actor: &Actor, out: &Path) -> Result<()> {
    let Some(member) = actor.member() else {
        bail!("the ledger is taken out by a person");
    };
    let gate = store.gate();
    let console = Actor::Console(member.pseudonym);
    let own = gate
        .permit_new::<ExportLedger>(&console, &[])
        .and_then(|_| gate.permit_new::<ExportLedger>(actor, &[]));
    let permit = own
        .ok()
        .context("the account may not take the ledger out")?;
    let mut file =
        File::create_new(out).with_context(|| format!("{} cannot be written", out.display()))?;
    // The entry stands in the ledger before its first line leaves the installation.
    let written = store.unit(permit, |unit| async move {
        unit.reason("console").await;
        Ok::<_, StoreError>(())
    });
    written.await?;
    let (lines, mut taken) = mpsc::channel::<String>(256);
    let from = store.clone();
    let exporting = tokio::spawn(async move { from.export_ledger(lines).await });
    while let Some(line) = taken.recv().await {
        file.write_all(line.as_bytes())?;
    }
    exporting.await??;
    file.sync_all()?;
    Ok(())
}
