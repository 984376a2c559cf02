//! What can go wrong at the store, as far as a caller can do something about it.

use access::Absent;
use sqlx::error::DatabaseError;
use sqlx::sqlite::SqliteError;

/// A store that could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Refused or not there: the two look alike.
    #[error("nothing is there")]
    Absent,
    /// Two rows would be the same where only one may be.
    #[error("already there")]
    Taken,
    /// The disk is full or the database cannot be reached: nothing was changed; try again later.
    #[error("the store cannot take this now")]
    Busy,
    /// Two transactions met on PostgreSQL: the unit is run again, so a caller sees this only as
    /// [`StoreError::Busy`], when it happened too often.
    #[error("two units of work met")]
    Again,
    /// The unit is over, or was cut off; nothing of it was kept.
    #[error("the unit of work is over")]
    Over,
    /// Another process works on this job, or it is over: whoever slept through its lease leaves off.
    #[error("this job is in other hands or over")]
    Lost,
    /// A unit was opened inside another: on SQLite it would wait for itself for ever. Join the
    /// further record to the unit that is open, or do the other work after it.
    #[error("a unit of work was opened inside another")]
    Nested,
    /// A record was used for which the unit holds no permit.
    #[error("the unit holds no permit for this record")]
    NotJoined,
    /// A sealed value does not open: it was changed, moved or its key was destroyed.
    #[error("a sealed value does not open")]
    Sealed,
    /// A column is missing or holds what it should not.
    #[error("column {0} does not hold what it should")]
    Column(&'static str),
    /// The keys given do not open this database, or it belongs to another installation.
    #[error("these keys do not belong to this database")]
    WrongKeys,
    /// The database ends before its log does.
    #[error(
        "the database is an older copy: it has {entries} entries, and checkpoints.log knows of {known}. Put \
         the newer database back; if it is lost, start once by najat serve --older-is-known, which \
         shreds again what was shredded since and writes in the ledger that it was done"
    )]
    OlderDatabase {
        /// How many entries it has.
        entries: u64,
        /// How many the log knows of.
        known: u64,
    },
    /// The log has no line of this ledger, and should have.
    #[error(
        "checkpoints.log is gone: it should have {signed} lines or more, and nobody could tell whether the \
         database is an older copy in which shredded reports open again. Bring the newest log from a \
         copy or from whoever keeps one; if there is none, start once by najat serve --older-is-known, \
         which writes in the ledger that it was done"
    )]
    LogGone {
        /// How many signatures the database made.
        signed: u64,
    },
    /// The database was made before the first release, by another set of tables.
    #[error(
        "this data was written before najat's first release (schema {found}), and this program does not \
         read it; nothing was changed: begin in an empty folder with `najat init`, or go on with the \
         program that wrote it"
    )]
    EarlierSchema {
        /// The newest migration in the database.
        found: i64,
    },
    /// The database was made by a newer version.
    #[error(
        "this data was written by a newer najat (schema {found}); this program knows {known}: use the newer program"
    )]
    NewerSchema {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration this program knows.
        known: i64,
    },
    /// The configuration names something that cannot be used.
    #[error("{0}")]
    Configuration(String),
    /// The engine reports a fault. Its text names tables and never values.
    #[error("the database engine reports a fault ({0})")]
    Engine(String),
}

impl From<Absent> for StoreError {
    fn from(_: Absent) -> Self {
        Self::Absent
    }
}

impl From<vault::OpenError> for StoreError {
    fn from(_: vault::OpenError) -> Self {
        Self::Sealed
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::PoolClosed => Self::Busy,
            sqlx::Error::Database(db) if db.is_unique_violation() => Self::Taken,
            sqlx::Error::Database(db) => fault(db.as_ref()),
            sqlx::Error::RowNotFound => Self::Absent,
            _ => Self::Engine("driver".to_owned()),
        }
    }
}

/// What an engine's code means. Its text can hold values: the code alone goes on.
fn fault(error: &dyn DatabaseError) -> StoreError {
    let code = error.code().unwrap_or_default().into_owned();
    let passing = if error.try_downcast_ref::<SqliteError>().is_some() {
        // The low byte of an extended code is the plain one: busy, I/O, full, cannot open.
        matches!(
            code.parse::<i32>().map(|code| code & 0xff),
            Ok(5 | 10 | 13 | 14)
        )
    } else {
        match code.as_str() {
            "40001" | "40P01" => return StoreError::Again,
            // Waiting was cut short, the disk failed.
            "55P03" | "57014" | "58030" => true,
            // The line is down, something is used up (the disk, connections), the server goes down.
            code => code.starts_with("08") || code.starts_with("53") || code.starts_with("57P"),
        }
    };
    if passing {
        StoreError::Busy
    } else {
        StoreError::Engine(code)
    }
}
