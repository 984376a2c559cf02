//! The database: its engine, its age, its keys, its ledger, and the clock beside it.

use std::fs;

use ledger::Unknown;
use record::{Moment, World, WrongClock};
use store::{Age, EngineFound, Examined, Keyring, POSTGRES_NEEDED, StoreError};

use super::{Finding, Weight};
use crate::config::Configuration;
use crate::folder::Folder;

/// How far ahead of the ledger's newest entry the clock may be, before somebody should look: in seconds.
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
    found.extend(writes(examined).await);
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

/// Whether the database can be written to, and by nobody but the program.
async fn writes(examined: &Examined) -> Vec<Finding> {
    let mut found = Vec::new();
    if examined.takes_nothing().await.unwrap_or(false) {
        found.push(read_only("the database of database_url"));
    }
    if let Ok(Some(name)) = examined.trigger().await {
        found.push(Finding::new(
            Weight::Broken,
            format!("the database has a trigger {name}, which this program did not make"),
            "it may do something whenever the program writes, such as take out what the ledger should hold",
            "stop, keep a copy of the folder as it is, and call the data-protection officer",
        ));
    }
    found
}

/// What is said where nothing can be written.
pub(super) fn read_only(what: &str) -> Finding {
    Finding::new(
        Weight::Fatal,
        format!("{what} cannot be written to"),
        "no report can be sent, and nobody can be let in",
        "let the user who serves own it and write to it; a standby is served when it is the main one",
    )
}

/// Whether database and log are of one time.
pub(super) async fn age(
    examined: &Examined,
    folder: &Folder,
    length: Option<u64>,
) -> Option<Finding> {
    const WHY: &str = "what was shredded since would open again, and nobody could see what is lost";
    const KNOWN: &str = "if there is none, start once by najat serve --older-is-known";
    examined.ledger_key.as_ref()?;
    let name = folder.checkpoints();
    let day = |at: Option<Moment>| {
        at.map_or_else(
            || "an unknown day".to_owned(),
            |at| at.local().strftime("%Y-%m-%d %H:%M").to_string(),
        )
    };
    let age = match length {
        Some(length) => examined.age(&name, length).await,
        None => examined.age_without_log().await,
    };
    match age {
        Ok(Age::Same) if length.is_none() => Some(Finding::new(
            Weight::Broken,
            format!("{} is not there", name.display()),
            "without it nobody finds out that an older database was put in the place of this one",
            "bring the newest one from a copy or from where it is kept elsewhere",
        )),
        Ok(Age::Same) => None,
        Ok(Age::LogGone { signed, newest }) => Some(Finding::new(
            Weight::Fatal,
            format!(
                "{} is gone, with {signed} lines or more, the newest of them of {}",
                name.display(),
                day(newest)
            ),
            WHY,
            format!("bring the newest one from a copy or from where it is kept elsewhere; {KNOWN}"),
        )),
        Ok(Age::DatabaseOlder {
            entries,
            known,
            since,
        }) => Some(Finding::new(
            Weight::Fatal,
            format!(
                "the database is an older copy: it ends at {} with {entries} entries, and {} knows of {known}",
                day(since),
                name.display()
            ),
            WHY,
            format!("put the newer database back; {KNOWN}"),
        )),
        Ok(Age::LogBehind { lines, since }) => Some(Finding::new(
            Weight::Broken,
            format!(
                "{} was cut off or is an older copy: {lines} lines since {} are missing",
                name.display(),
                day(since)
            ),
            "the next start writes them anew, and they have only the database for a witness",
            "bring the newest one from where it is kept elsewhere before the next start",
        )),
        Err(error) => Some(Finding::new(
            Weight::Broken,
            format!(
                "{} cannot be compared with the database ({error})",
                name.display()
            ),
            WHY,
            "see the other lines",
        )),
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
        Some(found) if found < examined.first => Some(Finding::new(
            Weight::Fatal,
            format!("the data were written before najat's first release (schema {found})"),
            "this program does not read them, and changes nothing in them",
            "begin in an empty folder with najat init, or go on with the program that wrote them",
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
    const WHY: &str = "whoever checks the ledger with it finds it forged, or does not find what is";
    let kept = examined.ledger_key.as_deref()?;
    let file = folder.public_key();
    match fs::read_to_string(&file) {
        Ok(beside) if beside.trim() == kept => None,
        Ok(_) => Some(Finding::new(
            Weight::Fatal,
            format!("{} is not the key of this ledger", file.display()),
            WHY,
            "compare it with the one kept elsewhere; if that one fits the database, put it here",
        )),
        Err(_) => Some(Finding::new(
            Weight::Broken,
            format!("{} is not there", file.display()),
            WHY,
            "bring the one that is kept elsewhere",
        )),
    }
}

fn clock(examined: &Examined, world: &World) -> Option<Finding> {
    let what = world
        .wrong_clock(examined.last_entry)
        .map(|wrong| match wrong {
            WrongClock::BeforeBuild => {
                "the clock is wrong: it says a time before this program was made".to_owned()
            }
            WrongClock::Behind(seconds) => format!(
                "the clock runs behind: the ledger's newest entry is {} minutes ahead of it",
                seconds / 60
            ),
        });
    if let Some(what) = what {
        return Some(Finding::new(
            Weight::Broken,
            what,
            "no report is taken by such a clock, since its deadlines would come too late, and the digits of authenticators are refused",
            "set the clock of this machine, and let it be kept by a time server",
        ));
    }
    let ahead = world.now().seconds_since(examined.last_entry?);
    (ahead > AHEAD).then(|| {
        Finding::new(
            Weight::ToDo,
            format!("the ledger's newest entry is {} days old", ahead / 86_400),
            "the clock of this machine may be far ahead, or nobody has used the program since",
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
    match store::offline::verify(&set.url(), &key, log.as_deref()).await {
        Ok(verdict) => {
            found.extend(verdict.faults.iter().map(|fault| {
                Finding::new(
                    Weight::Broken,
                    format!(
                        "the ledger does not hold: {}",
                        crate::ledger::words::fault(fault)
                    ),
                    "somebody changed what was written, or an older copy was put back",
                    "stop, keep a copy of the folder as it is, and call the data-protection officer",
                )
            }));
            let mut unknown = verdict.unknown.iter();
            found.extend(
                unknown
                    .find(|unknown| matches!(unknown, Unknown::Rewritten { .. }))
                    .map(|unknown| {
                        Finding::new(
                            Weight::ToDo,
                            format!("nobody knows {}", crate::ledger::words::unknown(unknown)),
                            "the log had been cut off or was gone, and may have said something else",
                            "compare it with the one that is kept elsewhere",
                        )
                    }),
            );
        }
        Err(error) => found.push(Finding::new(
            Weight::Broken,
            format!("the ledger cannot be read ({error})"),
            "what was done cannot be proved",
            "put the newest copy back with najat restore",
        )),
    }
    found
}
