//! The two commands.

use std::fs;
use std::io::Write;
use std::os::unix::fs::DirBuilderExt as _;

use anyhow::{Context as _, Result, bail};
use record::{Moment, Role, World};
use store::backup::{Restored, Restoring};

use super::name;
use super::words::{Backup, Restore};
use crate::config::{Configuration, Environment};
use crate::console::acting;
use crate::folder::Folder;

/// Makes a copy while another process serves, or none, and says what it holds.
pub async fn back_up(said: &Backup, world: World, out: &mut impl Write) -> Result<()> {
    let set = said.place.load()?;
    let to = match (&said.out, &set.backup) {
        (Some(out), _) => out.clone(),
        (None, Some(folder)) => folder.join(name(world.now(), &world.id().to_string())),
        (None, None) => bail!("no folder for the copy is named: say --out DIR"),
    };
    let manifest = acting(
        &set,
        world,
        &said.who,
        Role::Administrator,
        async |store, actor| {
            super::run(store, actor, &to)
                .await
                .with_context(|| format!("no copy was made in {}", to.display()))
        },
    )
    .await?;
    writeln!(
        out,
        "{} holds the data as of {}: schema {}, {} entries of the ledger.",
        to.display(),
        time(manifest.at),
        manifest.schema,
        manifest.size
    )?;
    writeln!(
        out,
        "No key lies in it: without care.key and justice.key, kept elsewhere, nothing of it opens."
    )?;
    Ok(())
}

/// Puts a copy back, and says what was found.
pub async fn restore(said: &Restore, world: World, out: &mut impl Write) -> Result<()> {
    let about = || format!("{} cannot be made", said.data.display());
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&said.data)
        .with_context(about)?;
    let keys = said.keys.as_ref().unwrap_or(&said.data);
    let keys = Folder::existing(keys).with_context(|| {
        format!(
            "{} holds no care.key and justice.key: no copy holds them, bring them from where they \
             are kept and name their folder by --keys",
            keys.display()
        )
    })?;
    let set = Configuration::load(Some(&said.data), None, &Environment::of_process())?;
    let folder = Folder::at(&said.data);
    let restored = store::backup::restore(Restoring {
        copy: said.copy.clone(),
        url: set.url(),
        checkpoints: folder.checkpoints(),
        keys: keys.keys()?,
        latest: said.checkpoints.clone(),
        older_is_known: said.older_is_known,
        faults_are_known: said.faults_are_known,
        world,
    });
    let restored = restored
        .await
        .with_context(|| format!("{} was not put back", said.copy.display()))?;
    folder.write_public_key(&restored.manifest.key.to_string())?;
    say(said, &restored, out)
}

fn say(said: &Restore, restored: &Restored, out: &mut impl Write) -> Result<()> {
    let manifest = &restored.manifest;
    writeln!(
        out,
        "The data as of {} was put back into {}.",
        time(manifest.at),
        said.data.display()
    )?;
    crate::ledger::say(&restored.verdict, out)?;
    writeln!(
        out,
        "{} records that were shredded later were shredded again.",
        restored.shredded_again
    )?;
    match restored.known {
        None => writeln!(
            out,
            "Not known: what happened after the copy was made. If a later checkpoints.log is kept \
             elsewhere, put the copy back once more into a new folder and name it."
        )?,
        Some(_) if restored.lost() > 0 => writeln!(
            out,
            "LOST: {} entries that came after the copy, and what they did. The log that knows them \
             lies beside the new one.",
            restored.lost()
        )?,
        Some(_) => writeln!(out, "Nothing is known to have happened after the copy.")?,
    }
    if Folder::existing(&said.data).is_none() {
        writeln!(
            out,
            "The keys were not copied: put them where the program is to find them."
        )?;
    }
    Ok(())
}

fn time(at: Moment) -> String {
    at.local().strftime("%Y-%m-%d %H:%M").to_string()
}
