//! What is broken in an installation, and what somebody should see to: a line each, with why it
//! matters and what to do. Nothing is changed by looking.

mod ceilings;
mod database;
mod files;
mod work;

use std::fmt;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use record::World;
use store::Examined;

use crate::config::{Configuration, Faults, Place};
use crate::folder::{Folder, free};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Somebody should see to it; the installation is open.
    ToDo,
    /// Something is broken; the installation may be open all the same.
    Broken,
    /// Serving would do harm: it is refused.
    Fatal,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub weight: Weight,
    /// What was found.
    pub what: String,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub remedy: String,
}

impl Finding {
    fn new(
        weight: Weight,
        what: impl Into<String>,
        why: &'static str,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            weight,
            what: what.into(),
            why,
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.weight {
            Weight::ToDo => "to do",
            Weight::Broken | Weight::Fatal => "BROKEN",
        };
        let Self {
            what, why, remedy, ..
        } = self;
        write!(out, "{mark}: {what}. Why: {why}. Do: {remedy}.")
    }
}

/// How much is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What must be right before anything is served.
    Start,
    /// Everything, the whole ledger too.
    Whole,
}

/// How the free space of a folder is learnt, in bytes; tests bring their own.
pub type Space = fn(&Path) -> Option<u64>;

/// Looks at an installation.
pub async fn look(set: &Configuration, world: &World, depth: Depth, space: Space) -> Vec<Finding> {
    let mut found: Vec<Finding> = set
        .faults()
        .iter()
        .map(|fault| {
            Finding::new(
                Weight::Fatal,
                format!("the configuration is not right at {}", fault.key),
                "the installation must not open to others by a mistake",
                fault.why.clone(),
            )
        })
        .collect();
    let folder = Folder::at(&set.data);
    found.extend(files::look(set, &folder, space));
    if !set.data.is_dir() {
        return found;
    }
    // As long as the log is now: a program that serves goes on writing it.
    let log = std::fs::metadata(folder.checkpoints()).map(|log| log.len());
    match Examined::open(&set.url()).await {
        Ok(examined) => {
            let keys = folder.keys().ok();
            found.extend(database::age(&examined, &folder, log.ok()).await);
            found.extend(database::look(&examined, &folder, keys.as_ref(), world).await);
            if depth == Depth::Whole {
                found.extend(database::ledger(set, &folder, &examined).await);
                found.extend(work::look(&examined, world).await);
                found.extend(ceilings::look(&set.ceilings(), &examined).await);
            }
        }
        Err(error) => found.push(database::unreachable(set, &error)),
    }
    found
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
                .map(|fault| {
                    Finding::new(
                        Weight::Fatal,
                        format!("the configuration is not right at {}", fault.key),
                        "nothing is served by a configuration that may mean something else",
                        fault.why.clone(),
                    )
                })
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
