//! The database: its engine, its age, its keys, its ledger, and the clock beside it.

use std::fs;

use record::World;
use store::{EngineFound, Examined, Keyring, POSTGRES_NEEDED, StoreError};

use super::{Finding, Weight};
use crate::config::Configuration;
use crate::folder::Folder;

/// How far behind the newest entry of the ledger the clock may be, in seconds.
const BEHIND: i64 = 5 * 60;
/// How far ahead of it, before somebody should look: in seconds.
const AHEAD: i64 = 31 * 24 * 3600;

/// What is said where a database cannot be opened at all.
pub(super) fn unreachable(set: &Configuration, error: &StoreError) -> Finding {
    match &set.database_url {
        Some(_) => Finding::new(
            Weight::Fatal,
            format!("the database of database_url cannot be reached ({error})"),
            "no report can be sent or read",
            "see that PostgreSQL runs, and that the address, the user and its rights are right",
        ),
        None => Finding::new(
            Weight::Fatal,
            format!(
                "the database {} cannot be opened ({error})",
                Folder::at(&set.data).database().display()
            ),
            "no report can be sent or read",
            "make an installation with najat init, or put a copy back with najat restore",
        ),
    }
}

pub(super) async fn look(
    examined: &Examined,
    folder: &Folder,
    keys: Option<&Keyring>,
    world: &World,
) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(engine(examined).await);
    found.extend(schema(examined));
    found.extend(made_up(examined).await);
    if let Some(keys) = keys
        && !examined.fits(keys)
    {
        found.push(Finding::new(
            Weight::Fatal,
            "the keys in the folder are not those of the database",
            "nothing that is sealed would open, and what is written now would not open with the right keys",
            "bring care.key and justice.key of this installation, or the database of these keys",
        ));
    }
    found.extend(public_key(examined, folder));
    found.extend(clock(examined, world));
    found
}

async fn engine(examined: &Examined) -> Option<Finding> {
    match &examined.engine {
        EngineFound::Postgres(version) if *version < POSTGRES_NEEDED => Some(Finding::new(
            Weight::Broken,
            format!("PostgreSQL {} serves the database", version / 10_000),
            "this program is not tested with so old a version",
            format!(
                "bring PostgreSQL up to {} or later",
                POSTGRES_NEEDED / 10_000
            ),
        )),
        EngineFound::Sqlite(version) if !examined.is_whole().await => Some(Finding::new(
            Weight::Fatal,
            format!("the database file is damaged (SQLite {version})"),
            "what is written to it may be lost, and what is read may be wrong",
            "put the newest copy back with najat restore, and look after the disk",
        )),
        _ => None,
    }
}

fn schema(examined: &Examined) -> Option<Finding> {
    let known = examined.known;
    match examined.schema {
        None => Some(Finding::new(
            Weight::Fatal,
            "nothing was ever kept in the database",
            "there is nobody who could sign in",
            "make an installation with najat init, or put a copy back with najat restore",
        )),
        Some(found) if found > known => Some(Finding::new(
            Weight::Fatal,
            format!(
                "the data were written by a newer najat (schema {found}, this one knows {known})"
            ),
            "an older program would lose what it does not know",
            "use the newer program",
        )),
        Some(found) if found < known => Some(Finding::new(
            Weight::ToDo,
            format!("the data are older than the program (schema {found}, this one makes {known})"),
            "they are copied and brought up to date at the next start, which takes a while",
            "make a copy elsewhere first, and start the program when few people need it",
        )),
        Some(_) => None,
    }
}

/// The passwords of made-up people are known to everybody.
async fn made_up(examined: &Examined) -> Option<Finding> {
    let setting = examined.schema.is_some().then_some("demo")?;
    examined.setting(setting).await.ok().flatten().map(|_| {
        Finding::new(
            Weight::Fatal,
            "this is the data of a demo",
            "its people are made up, and everybody can know their passwords",
            "make an installation in a folder of its own with najat init",
        )
    })
}

fn public_key(examined: &Examined, folder: &Folder) -> Option<Finding> {
    let kept = examined.ledger_key.as_deref()?;
    let file = folder.public_key();
    let beside = fs::read_to_string(&file).unwrap_or_default();
    (beside.trim() != kept).then(|| {
        Finding::new(
            Weight::Broken,
            format!("{} is not the key of this ledger", file.display()),
            "whoever checks the ledger with it finds it forged, or does not find what is",
            "compare it with the one kept elsewhere; if that one fits the database, put it here",
        )
    })
}

fn clock(examined: &Examined, world: &World) -> Option<Finding> {
    let last = examined.last_entry?;
    let ahead = world.now().seconds_since(last);
    if ahead < -BEHIND {
        return Some(Finding::new(
            Weight::Broken,
            format!(
                "the clock runs behind: the ledger's newest entry is {} minutes ahead of it",
                -ahead / 60
            ),
            "deadlines come too late, and the digits of authenticators are refused",
            "set the clock of this machine, and let it be kept by a time server",
        ));
    }
    (ahead > AHEAD).then(|| {
        Finding::new(
            Weight::ToDo,
            format!("the ledger's newest entry is {} days old", ahead / 86_400),
            "the clock of this machine may be far ahead, or nobody has used the house since",
            "compare the clock of this machine with another",
        )
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
    if log.is_none() {
        found.push(Finding::new(
            Weight::Broken,
            "checkpoints.log is not there",
            "without it nobody finds out that an older database was put in the place of this one",
            "bring the newest one from a copy or from where it is kept elsewhere",
        ));
    }
    match store::offline::verify(&set.url(), &key, log.as_deref()).await {
        Ok(verdict) => found.extend(verdict.faults.iter().map(|fault| {
            Finding::new(
                Weight::Broken,
                format!(
                    "the ledger does not hold: {}",
                    crate::ledger::words::fault(fault)
                ),
                "somebody changed what was written, or an older copy was put back",
                "stop, keep a copy of the folder as it is, and call the data-protection officer",
            )
        })),
        Err(error) => found.push(Finding::new(
            Weight::Broken,
            format!("the ledger cannot be read ({error})"),
            "what was done cannot be proved",
            "put the newest copy back with najat restore",
        )),
    }
    found
}
