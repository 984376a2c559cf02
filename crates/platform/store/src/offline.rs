//! Checking a ledger without the program that keeps it: on a copy, with the public key alone. No
//! key of the vault is asked for, nothing is migrated, and no byte of the copy is changed.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use futures::TryStreamExt as _;
use ledger::{Hash, Heads, Proof, PublicKey, Verdict, Verifier};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteLockingMode};
use sqlx::{ConnectOptions as _, PgConnection, SqliteConnection};

use crate::StoreError;
use crate::sql::{On, Row};

crate::statements! {
    LEAVES = "SELECT seq, body, hash FROM ledger_leaf ORDER BY seq";
    NOTES = "SELECT note FROM ledger_checkpoint ORDER BY size";
    NEWEST_NOTE = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    LEDGER_KEY = "SELECT value FROM setting WHERE name = 'ledger_key'";
}

/// Checks the ledger of a database file or of a PostgreSQL address, against the lines of a
/// `checkpoints.log` if one is at hand. Leaves are read one by one and not kept.
pub async fn verify(
    url_or_path: &str,
    key: &PublicKey,
    against: Option<&Path>,
) -> Result<Verdict, StoreError> {
    // The log as it is before the database is read: whatever it says then must be in there, even
    // while the program goes on writing both.
    let log = against.map(Log::open).transpose()?;
    let mut copy = Copy::open(url_or_path).await?;
    let mut on = copy.on();
    let mut heads = Heads::new(key);
    let mut notes = on.stream(NOTES);
    while let Some(row) = notes.try_next().await? {
        // What cannot be read is no note, and the verdict says so.
        heads.stored(&row.text("note").unwrap_or_default());
    }
    drop(notes);
    if let Some(log) = log {
        heads.with_log();
        log.each(|line| heads.logged(line))?;
    }
    let mut verifier = Verifier::new(heads);
    let mut leaves = on.stream(LEAVES);
    while let Some(row) = leaves.try_next().await? {
        let bytes = |column| row.bytes(column).unwrap_or_default();
        verifier.leaf(place(&row), &bytes("body"), &bytes("hash"));
    }
    Ok(verifier.verdict())
}

/// The text of a proof that one leaf stands in the ledger, under the newest checkpoint.
pub async fn prove(url_or_path: &str, leaf: u64) -> Result<String, StoreError> {
    let mut copy = Copy::open(url_or_path).await?;
    let mut on = copy.on();
    let first = |rows: Vec<Row>| rows.into_iter().next().ok_or(StoreError::Absent);
    let key = first(on.rows(LEDGER_KEY, Vec::new()).await?)?.text("value")?;
    let key = PublicKey::from_str(&key).map_err(|_| StoreError::Column("ledger_key"))?;
    let note = first(on.rows(NEWEST_NOTE, Vec::new()).await?)?.text("note")?;
    let size = key
        .checkpoint(&note)
        .map_err(|_| StoreError::Column("note"))?
        .size;
    let (mut hashes, mut body) = (Vec::<Hash>::new(), None);
    let mut leaves = on.stream(LEAVES);
    while let Some(row) = leaves.try_next().await? {
        let seq = place(&row);
        if seq >= size {
            break;
        }
        let hash = row.bytes("hash")?;
        hashes.push(hash.try_into().map_err(|_| StoreError::Column("hash"))?);
        if seq == leaf {
            body = Some(row.bytes("body")?);
        }
    }
    let body = body.ok_or(StoreError::Absent)?;
    let path = ledger::inclusion(&hashes, leaf).ok_or(StoreError::Absent)?;
    let proof = Proof {
        index: leaf,
        body,
        path,
        checkpoint: note,
    };
    // A ledger that was changed gives no proof that others would find wrong.
    match proof.verify(&key) {
        Ok(_) => Ok(proof.to_string()),
        Err(_) => Err(StoreError::Column("ledger_leaf")),
    }
}

/// Where a leaf says that it stands; nowhere, if that is no number of a place.
fn place(row: &Row) -> u64 {
    let seq = row.int("seq").unwrap_or(-1);
    u64::try_from(seq).unwrap_or(u64::MAX)
}

/// As much of a log as there was when it was opened.
struct Log(std::io::Take<File>);

impl Log {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let opened = File::open(path).and_then(|file| {
            let length = file.metadata()?.len();
            Ok(Self(file.take(length)))
        });
        opened.map_err(|error| unreadable("checkpoints.log", error.kind()))
    }

    fn each(self, mut line: impl FnMut(&str)) -> Result<(), StoreError> {
        for bytes in BufReader::new(self.0).split(b'\n') {
            let bytes = bytes.map_err(|error| unreadable("checkpoints.log", error.kind()))?;
            line(&String::from_utf8_lossy(&bytes));
        }
        Ok(())
    }
}

fn unreadable(what: &str, kind: std::io::ErrorKind) -> StoreError {
    StoreError::Configuration(format!("{what} cannot be read: {kind}"))
}

/// A database opened to be read and nothing else.
enum Copy {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Copy {
    async fn open(url_or_path: &str) -> Result<Self, StoreError> {
        let mut copy = if url_or_path.starts_with("postgres") && url_or_path.contains("://") {
            let options = PgConnectOptions::from_str(url_or_path).map_err(|_| {
                StoreError::Configuration("the address is not one of PostgreSQL".to_owned())
            })?;
            Self::Postgres(options.disable_statement_logging().connect().await?)
        } else {
            let path = url_or_path.strip_prefix("sqlite:").unwrap_or(url_or_path);
            let path = Path::new(path.strip_prefix("//").unwrap_or(path));
            if let Err(error) = File::open(path) {
                return Err(unreadable("the database file", error.kind()));
            }
            Self::Sqlite(reading(path).connect().await?)
        };
        let begin = match &copy {
            Self::Sqlite(_) => "BEGIN",
            Self::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        copy.on().execute(begin, Vec::new()).await?;
        Ok(copy)
    }

    fn on(&mut self) -> On<'_> {
        match self {
            Self::Sqlite(conn) => On::Sqlite(conn),
            Self::Postgres(conn) => On::Postgres(conn),
        }
    }
}

/// How to read a file without a trace, whatever lies beside it.
fn reading(path: &Path) -> SqliteConnectOptions {
    let beside = |end: &str| {
        let mut name = OsString::from(path);
        name.push(end);
        PathBuf::from(name)
    };
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        // Rows come from a thread of their own: many at a time, or the two wait for each other.
        .row_buffer_size(1024)
        .disable_statement_logging();
    if beside("-shm").exists() {
        // A program may be writing: take part in its locks, which stand in that file.
        options
    } else if beside("-wal").metadata().is_ok_and(|wal| wal.len() > 0) {
        // A copy with what was not yet moved into it: read both, without making a third file.
        options
            .vfs("unix-none")
            .locking_mode(SqliteLockingMode::Exclusive)
    } else {
        options.immutable(true)
    }
}
