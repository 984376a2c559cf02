//! The database: its engine, its age, its keys, its ledger, and the clock beside it.

use std::fs;

use ledger::Unknown;
use record::{Moment, World, WrongClock};
use store::{Age, EngineFound, Examined, Keyring, POSTGRES_NEEDED, StoreError};

use super::{Depth, Finding, Weight};
use crate::config::Configuration;
use crate::folder::Folder;

/// What is found of a demo's data.
pub(super) const MADE_UP: &str = "doctor-demo";

/// How far ahead of the ledger's newest entry the clock may be, before somebody should look: in seconds.
const AHEAD: i64 = 31 * 24 * 3600;

/// What is said where a database cannot be opened at all.
pub(super) fn unreachable(set: &Configuration, error: &StoreError) -> Finding {
    const WHY: &str = "doctor-unopened-why";
    let found = if set.database_url.is_some() {
        Finding::new(
            Weight::Fatal,
            "doctor-unreachable",
            WHY,
            "doctor-unreachable-do",
        )
    } else {
        let file = Folder::at(&set.data).database().display().to_string();
        Finding::new(Weight::Fatal, "doctor-unopened", WHY, "doctor-make-do").with("path", file)
    };
    found.with("error", error.to_string())
}

pub(super) async fn look(
    examined: &Examined,
    folder: &Folder,
    keys: Option<&Keyring>,
    world: &World,
    depth: Depth,
) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(engine(examined, depth).await);
    found.extend(writes(examined).await);
    found.extend(schema(examined));
    found.extend(made_up(examined).await);
    if let Some(keys) = keys
        && !examined.fits(keys)
    {
        found.push(Finding::new(
            Weight::Fatal,
            "doctor-wrong-keys",
            "doctor-wrong-keys-why",
            "doctor-wrong-keys-do",
        ));
    }
    found.extend(public_key(examined, folder));
    found.extend(clock(examined, world));
    found
}

async fn engine(examined: &Examined, depth: Depth) -> Option<Finding> {
    match &examined.engine {
        EngineFound::Postgres(version) if *version < POSTGRES_NEEDED => {
            let found = Finding::new(
                Weight::Broken,
                "doctor-old-postgres",
                "doctor-old-postgres-why",
                "doctor-old-postgres-do",
            );
            let needed = POSTGRES_NEEDED / 10_000;
            Some(found.with("found", version / 10_000).with("needed", needed))
        }
        // It reads the whole file: not while many wait for the disk.
        EngineFound::Sqlite(version) if depth != Depth::Running && !examined.is_whole().await => {
            let found = Finding::new(
                Weight::Fatal,
                "doctor-damaged",
                "doctor-damaged-why",
                "doctor-damaged-do",
            );
            Some(found.with("version", version.clone()))
        }
        _ => None,
    }
}

/// Whether the database can be written to, and by nobody but the program.
async fn writes(examined: &Examined) -> Vec<Finding> {
    let mut found = Vec::new();
    if examined.takes_nothing().await.unwrap_or(false) {
        found.push(read_only("doctor-read-only-server"));
    }
    if let Ok(Some(name)) = examined.trigger().await {
        let trigger = Finding::new(
            Weight::Broken,
            "doctor-trigger",
            "doctor-trigger-why",
            "doctor-stop-do",
        );
        found.push(trigger.with("name", name));
    }
    found
}

/// What is said where nothing can be written.
pub(super) fn read_only(what: &'static str) -> Finding {
    Finding::new(
        Weight::Fatal,
        what,
        "doctor-read-only-why",
        "doctor-read-only-do",
    )
}

/// Whether database and log are of one time.
pub(super) async fn age(
    examined: &Examined,
    folder: &Folder,
    length: Option<u64>,
) -> Option<Finding> {
    const WHY: &str = "doctor-age-why";
    examined.ledger_key.as_ref()?;
    let name = folder.checkpoints();
    let day = |at: Option<Moment>| {
        at.map_or_else(
            || "?".to_owned(),
            |at| at.local().strftime("%Y-%m-%d %H:%M").to_string(),
        )
    };
    let age = match length {
        Some(length) => examined.age(&name, length).await,
        None => examined.age_without_log().await,
    };
    let found = match age {
        Ok(Age::Same) if length.is_none() => Finding::new(
            Weight::Broken,
            "doctor-no-log",
            "doctor-no-log-why",
            "doctor-no-log-do",
        ),
        Ok(Age::Same) => return None,
        Ok(Age::LogGone { signed, newest }) => {
            Finding::new(Weight::Fatal, "doctor-log-gone", WHY, "doctor-log-gone-do")
                .with("lines", signed)
                .with("newest", day(newest))
        }
        Ok(Age::DatabaseOlder {
            entries,
            known,
            since,
        }) => Finding::new(Weight::Fatal, "doctor-older", WHY, "doctor-older-do")
            .with("entries", entries)
            .with("known", known)
            .with("since", day(since)),
        Ok(Age::LogBehind { lines, since }) => Finding::new(
            Weight::Broken,
            "doctor-log-behind",
            "doctor-log-behind-why",
            "doctor-log-behind-do",
        )
        .with("lines", lines)
        .with("since", day(since)),
        Err(error) => Finding::new(
            Weight::Broken,
            "doctor-not-compared",
            WHY,
            "doctor-see-others",
        )
        .with("error", error.to_string()),
    };
    Some(found.with("path", name.display().to_string()))
}

fn schema(examined: &Examined) -> Option<Finding> {
    let known = examined.known;
    let (weight, what, why, remedy) = match examined.schema {
        None => (
            Weight::Fatal,
            "doctor-nothing",
            "doctor-nothing-why",
            "doctor-make-do",
        ),
        Some(found) if found < examined.first => (
            Weight::Fatal,
            "doctor-before-first",
            "doctor-before-first-why",
            "doctor-before-first-do",
        ),
        Some(found) if found > known => (
            Weight::Fatal,
            "doctor-newer",
            "doctor-newer-why",
            "doctor-newer-do",
        ),
        Some(found) if found < known => (
            Weight::ToDo,
            "doctor-to-migrate",
            "doctor-to-migrate-why",
            "doctor-to-migrate-do",
        ),
        Some(_) => return None,
    };
    let schema = examined.schema.unwrap_or_default();
    let found = Finding::new(weight, what, why, remedy);
    Some(
        found
            .with("schema", schema.to_string())
            .with("known", known.to_string()),
    )
}

/// The passwords of made-up people are known to everybody.
async fn made_up(examined: &Examined) -> Option<Finding> {
    let setting = examined.schema.is_some().then_some("demo")?;
    examined
        .setting(setting)
        .await
        .ok()
        .flatten()
        .map(|_| Finding::new(Weight::Fatal, MADE_UP, "doctor-demo-why", "doctor-demo-do"))
}

fn public_key(examined: &Examined, folder: &Folder) -> Option<Finding> {
    const WHY: &str = "doctor-public-key-why";
    let kept = examined.ledger_key.as_deref()?;
    let file = folder.public_key();
    let found = match fs::read_to_string(&file) {
        Ok(beside) if beside.trim() == kept => return None,
        Ok(_) => Finding::new(
            Weight::Fatal,
            "doctor-other-public-key",
            WHY,
            "doctor-other-public-key-do",
        ),
        Err(_) => Finding::new(
            Weight::Broken,
            "doctor-no-public-key",
            WHY,
            "doctor-no-public-key-do",
        ),
    };
    Some(found.with("path", file.display().to_string()))
}

fn clock(examined: &Examined, world: &World) -> Option<Finding> {
    let wrong = |what| Finding::new(Weight::Broken, what, "doctor-clock-why", "doctor-clock-do");
    match world.wrong_clock(examined.last_entry) {
        Some(WrongClock::BeforeBuild) => return Some(wrong("doctor-clock-before")),
        Some(WrongClock::Behind(seconds)) => {
            return Some(wrong("doctor-clock-behind").with("minutes", seconds / 60));
        }
        None => {}
    }
    let ahead = world.now().seconds_since(examined.last_entry?);
    (ahead > AHEAD).then(|| {
        Finding::new(
            Weight::ToDo,
            "doctor-old-entry",
            "doctor-old-entry-why",
            "doctor-old-entry-do",
        )
        .with("days", ahead / 86_400)
    })
}

/// The whole ledger, checked against the log beside it.
pub(super) async fn ledger(
    set: &Configuration,
    folder: &Folder,
    examined: &Examined,
) -> Vec<Finding> {
    let Some(key) = examined
        .ledger_key
        .as_deref()
        .and_then(|key| key.parse().ok())
    else {
        return Vec::new();
    };
    let log = folder.checkpoints();
    let mut found = Vec::new();
    let log = log.exists().then_some(log);
    match store::offline::verify(&set.url(), &key, log.as_deref()).await {
        Ok(verdict) => {
            let faults = verdict.faults.iter().map(|fault| {
                Finding::new(
                    Weight::Broken,
                    "doctor-ledger",
                    "doctor-ledger-why",
                    "doctor-stop-do",
                )
                .with("fault", crate::ledger::words::fault(fault))
            });
            found.extend(faults);
            let mut unknown = verdict.unknown.iter();
            let rewritten = unknown.find(|unknown| matches!(unknown, Unknown::Rewritten { .. }));
            found.extend(rewritten.map(|unknown| {
                Finding::new(
                    Weight::ToDo,
                    "doctor-rewritten",
                    "doctor-rewritten-why",
                    "doctor-rewritten-do",
                )
                .with("unknown", crate::ledger::words::unknown(unknown))
            }));
        }
        Err(error) => found.push(
            Finding::new(
                Weight::Broken,
                "doctor-ledger-unread",
                "doctor-ledger-unread-why",
                "doctor-damaged-do",
            )
            .with("error", error.to_string()),
        ),
    }
    found
}
