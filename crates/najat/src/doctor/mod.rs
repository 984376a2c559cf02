//! What is broken in an installation, and what somebody should see to: a line each, with why it
//! matters and what to do. Nothing is changed by looking. The command looks at all of it; the
//! administrator's page, beside what their own request shows of a proxy, at what costs little.

mod ceilings;
mod database;
mod files;
mod finding;
mod pages;
mod request;
mod samples;
mod work;

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use record::World;
use store::Examined;

use crate::config::{Configuration, Fault, Faults, Place};
use crate::folder::{Folder, free};

pub use finding::{Finding, Weight};
pub use pages::routes;

/// How much is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What must be right before anything is served.
    Start,
    /// What can be looked at while people work: neither the whole database file nor the whole ledger.
    Running,
    /// Everything, the whole ledger too.
    Whole,
}

/// How the free space of a folder is learnt, in bytes; tests bring their own.
pub type Space = fn(&Path) -> Option<u64>;

/// Looks at an installation.
pub async fn look(set: &Configuration, world: &World, depth: Depth, space: Space) -> Vec<Finding> {
    let faults = set.faults();
    let faults = faults.iter();
    let mut found: Vec<Finding> = faults
        .map(|fault| misconfigured(fault, "doctor-config-why"))
        .collect();
    found.extend(files::look(
        set,
        &Folder::at(&set.data),
        space,
        files::has_secret(set),
    ));
    if !set.data.is_dir() {
        return found;
    }
    // As long as the log is now: a program that serves goes on writing it.
    let length = log_length(set);
    match Examined::open(&set.url()).await {
        Ok(examined) => found.extend(inside(set, &examined, length, world, depth).await),
        Err(error) => found.push(database::unreachable(set, &error)),
    }
    found
}

fn log_length(set: &Configuration) -> Option<u64> {
    let log = std::fs::metadata(Folder::at(&set.data).checkpoints());
    log.map(|log| log.len()).ok()
}

/// Looks at what is in the database, and at what belongs to it.
async fn inside(
    set: &Configuration,
    examined: &Examined,
    length: Option<u64>,
    world: &World,
    depth: Depth,
) -> Vec<Finding> {
    let folder = Folder::at(&set.data);
    let keys = folder.keys().ok();
    let mut found = Vec::new();
    found.extend(database::age(examined, &folder, length).await);
    found.extend(database::look(examined, &folder, keys.as_ref(), world, depth).await);
    if depth == Depth::Whole {
        found.extend(database::ledger(set, &folder, examined).await);
    }
    if depth != Depth::Start {
        found.extend(work::look(examined, world).await);
        found.extend(ceilings::look(&set.ceilings(), examined).await);
    }
    found
}

/// A key of the configuration that is not right.
fn misconfigured(fault: &Fault, why: &'static str) -> Finding {
    Finding::new(Weight::Fatal, "doctor-config", why, "doctor-config-do")
        .with("key", fault.key.clone())
        .with("remedy", fault.why.clone())
}

/// What keeps an installation from being served, if anything does.
pub async fn before_start(set: &Configuration, world: &World) -> Result<()> {
    let found = look(set, world, Depth::Start, free).await;
    let fatal: Vec<String> = found
        .iter()
        .filter(|finding| finding.weight == Weight::Fatal)
        .map(ToString::to_string)
        .collect();
    if fatal.is_empty() {
        Ok(())
    } else {
        anyhow::bail!(
            "this installation is not served as it is:\n{}",
            fatal.join("\n")
        )
    }
}

/// The command. Answers whether nothing is broken.
pub async fn run(said: &Place, world: &World, out: &mut impl Write) -> Result<bool> {
    let found = match said.load() {
        Ok(set) => look(&set, world, Depth::Whole, free).await,
        Err(error) => match error.downcast_ref::<Faults>() {
            Some(faults) => faults
                .0
                .iter()
                .map(|fault| misconfigured(fault, "doctor-config-unread-why"))
                .collect(),
            None => return Err(error),
        },
    };
    for finding in &found {
        writeln!(out, "{finding}")?;
    }
    let broken = found
        .iter()
        .filter(|finding| finding.weight >= Weight::Broken)
        .count();
    match (broken, found.len()) {
        (0, 0) => writeln!(out, "All is well.")?,
        (0, to_do) => writeln!(out, "Nothing is broken; {to_do} to see to.")?,
        (broken, _) => writeln!(out, "{broken} broken.")?,
    }
    Ok(broken == 0)
}
