//! `cargo xtask check`: licences, sources and known flaws of the crates, without a network.

use std::path::Path;

use crate::line::Line;
use crate::{Outcome, Stop, machine};

/// Runs cargo-deny and cargo-audit where they are installed, on a copy of the RustSec database
/// where one was named.
pub fn run(advisories: Option<&str>) -> Outcome {
    if let Some(folder) = advisories
        && !Path::new(folder).join("crates").is_dir()
    {
        return Err(Stop::Refused(format!(
            "{folder} holds no advisory database (no crates/ in it)"
        )));
    }
    let (deny, audit) = (machine::has("cargo-deny"), machine::has("cargo-audit"));
    if !deny && !audit {
        let line = "cargo install --locked cargo-deny@0.20.2 cargo-audit@0.22.2";
        return Err(Stop::Refused(format!(
            "missing: cargo-deny and cargo-audit\n\n{line}"
        )));
    }
    if deny {
        Line::new("cargo deny --offline check --hide-inclusion-graph licenses sources bans")
            .run()?;
    } else {
        eprintln!("not checked: licences and sources (cargo-deny is not installed)");
    }
    match (advisories, audit) {
        (Some(folder), true) => {
            let db = database(folder)?;
            Line::new("cargo audit --no-fetch --stale --db")
                .and(db)
                .run()
        }
        (Some(_), false) => {
            eprintln!("not checked: advisories (cargo-audit is not installed)");
            Ok(())
        }
        (None, _) => {
            eprintln!("not checked: advisories (name a copy of the database: --advisory-db DIR)");
            Ok(())
        }
    }
}

/// cargo-audit reads a git repository only; a copy without one is committed in the cache folder.
fn database(folder: &str) -> Result<String, Stop> {
    if Path::new(folder).join(".git").exists() {
        return Ok(folder.to_owned());
    }
    let copy = machine::cache().join("advisory-db").display().to_string();
    Line::new("rm -rf").and(&*copy).run()?;
    Line::new("mkdir -p").and(&*copy).run()?;
    Line::new("cp -R")
        .and(format!("{folder}/."))
        .and(&*copy)
        .run()?;
    Line::new("chmod -R u+w").and(&*copy).run()?;
    let git = |words: &str| Line::new("git -C").and(&*copy).with(words.split(' '));
    git("init --quiet").run()?;
    git("add --all").run()?;
    git("-c user.name=copy -c user.email=copy@localhost commit --quiet -m copy").run()?;
    Ok(copy)
}
