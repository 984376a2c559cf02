//! Checking a ledger without the program that keeps it: on a copy, with the public key alone. No
//! key of the vault is asked for, nothing is migrated, and no byte of the copy is changed.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use futures::TryStreamExt as _;
use ledger::{Fact, Hash, Heads, Proof, PublicKey, Tombstone, Verdict, Verifier};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteLockingMode};
use sqlx::{ConnectOptions as _, PgConnection, SqliteConnection};

use crate::engine::Db;
use crate::sql::{On, Row};
use crate::{StoreError, migrate, plain};

crate::statements! {
    LEAVES = "SELECT seq, body, hash FROM ledger_leaf ORDER BY seq";
    FOUND = "SELECT l.seq, l.body, l.hash, f.seq AS found, f.at, f.actor, f.action, f.outcome, f.object \
        FROM ledger_leaf l LEFT JOIN ledger_fact f ON f.seq = l.seq ORDER BY l.seq";
    ADDED = "SELECT f.seq FROM ledger_fact f WHERE NOT EXISTS \
        (SELECT 1 FROM ledger_leaf l WHERE l.seq = f.seq) ORDER BY f.seq LIMIT 1";
    HEAD = "SELECT one, size, tree FROM ledger_head";
    NOTES = "SELECT size, note FROM ledger_checkpoint ORDER BY size";
    TOMBSTONES = "SELECT record, at, signed FROM tombstone ORDER BY at, record";
    NEWEST_NOTE = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    LEDGER_KEY = "SELECT value FROM setting WHERE name = 'ledger_key'";
}

/// The migration with what entries are found by.
const FACTS: i64 = 102;

/// Checks the ledger of a database file or of a PostgreSQL address, against the lines of a
/// `checkpoints.log` if one is at hand: the entries, what they are found by, and the head they go on
/// from. Leaves are read one by one and not kept.
pub async fn verify(
    url_or_path: &str,
    key: &PublicKey,
    against: Option<&Path>,
) -> Result<Verdict, StoreError> {
    // The log as it is before the database is read: whatever it says then must be in there, even
    // while the program goes on writing both.
    let log = against.map(Log::open).transpose()?;
    let mut copy = Copy::open(url_or_path).await?;
    check(&mut copy.on(), key, log, |_| {}).await
}

/// Checks what a connection sees against a log; tells now and then how many leaves were read.
///
/// Two ways lead to a verdict. The quick one checks signatures while leaves are read, and leaves many to
/// a row; it sees whether something is wrong, and its word counts where nothing is. Otherwise
/// all is read again in order, each signature before what stands on it: that names what is wrong.
pub(crate) async fn check(
    on: &mut On<'_>,
    key: &PublicKey,
    mut log: Option<Log>,
    read: impl Fn(u64) + Send + Sync,
) -> Result<Verdict, StoreError> {
    // A copy of an older program has nothing yet that its entries are found by.
    let is_found = migrate::applied(on).await?.contains(&FACTS);
    let mut verifier = signed(on, Heads::meanwhile(key), log.as_mut()).await?;
    let is_plain = if is_found && matches!(on, On::Sqlite(_)) {
        let taken = plain::leaves(on, &mut verifier, &read).await;
        taken.unwrap_or(false)
    } else {
        leaves(on, &mut verifier, is_found, &read).await?;
        true
    };
    if is_plain {
        let verdict = ended(on, verifier).await?;
        if verdict.holds() {
            return Ok(verdict);
        }
    }
    let mut verifier = signed(on, Heads::new(key), log.as_mut()).await?;
    leaves(on, &mut verifier, is_found, &read).await?;
    ended(on, verifier).await
}

/// Reads what was signed.
async fn signed<'k>(
    on: &mut On<'_>,
    mut heads: Heads<'k>,
    log: Option<&mut Log>,
) -> Result<Verifier<'k>, StoreError> {
    let mut notes = on.stream(NOTES);
    while let Some(row) = notes.try_next().await? {
        // What cannot be read is no note, and the verdict says so.
        heads.stored_under(number(&row, "size"), &row.text("note").unwrap_or_default());
    }
    drop(notes);
    let mut tombstones = on.stream(TOMBSTONES);
    while let Some(row) = tombstones.try_next().await? {
        let beside = row.id("record").and_then(|record| {
            let at = row.moment("at")?;
            Ok(Tombstone { record, at })
        });
        heads.tombstone(beside.ok(), &row.text("signed").unwrap_or_default());
    }
    drop(tombstones);
    if let Some(log) = log {
        heads.with_log();
        log.each(|line| heads.logged(line))?;
    }
    Ok(Verifier::new(heads))
}

/// Reads the leaves row by row, and what they are found by.
async fn leaves(
    on: &mut On<'_>,
    verifier: &mut Verifier<'_>,
    is_found: bool,
    read: &(impl Fn(u64) + Sync),
) -> Result<(), StoreError> {
    let mut leaves = on.stream(if is_found { FOUND } else { LEAVES });
    let mut count = 0_u64;
    while let Some(row) = leaves.try_next().await? {
        let bytes = |column| row.bytes(column).unwrap_or_default();
        let (seq, body) = (place(&row), bytes("body"));
        verifier.leaf(seq, &body, &bytes("hash"));
        if is_found && !row.is_empty("found") {
            verifier.fact(seq, &body, Some(&fact(&row).unwrap_or_else(nothing)));
        } else if is_found {
            verifier.fact(seq, &body, None);
        }
        count += 1;
        if count.is_multiple_of(1024) {
            read(count);
            // Others want the processor as well.
            tokio::task::yield_now().await;
        }
    }
    drop(leaves);
    if is_found {
        let added = on.rows(ADDED, Vec::new()).await?;
        verifier.facts_end(added.first().map(place));
    }
    Ok(())
}

/// Looks at the head, behind the last leaf.
async fn ended(on: &mut On<'_>, mut verifier: Verifier<'_>) -> Result<Verdict, StoreError> {
    match on.rows(HEAD, Vec::new()).await?.as_slice() {
        [head] if number(head, "one") == Some(1) => {
            let size = number(head, "size").unwrap_or(u64::MAX);
            verifier.head(size, &head.bytes("tree").unwrap_or_default());
        }
        _ => verifier.no_head(),
    }
    Ok(verifier.verdict())
}

/// What a row says that an entry is found by; nothing, where a column holds what no search looks for.
fn fact(row: &Row) -> Option<Fact> {
    let text = |column| {
        row.text(column)
            .ok()
            .filter(|_| row.is_kept_as(column, "TEXT"))
    };
    let (at, object) = (row.moment("at").ok(), row.bytes("object").ok());
    Some(Fact {
        at: at.filter(|_| row.is_kept_as("at", "INTEGER"))?,
        actor: text("actor")?,
        action: text("action")?,
        outcome: text("outcome")?,
        object: object.filter(|_| row.is_kept_as("object", "BLOB"))?,
    })
}

/// What no entry is found by.
fn nothing() -> Fact {
    Fact {
        at: record::Moment::from_micros(i64::MIN),
        actor: String::new(),
        action: String::new(),
        outcome: String::new(),
        object: Vec::new(),
    }
}

/// Checks a file that [`Store::export_ledger`](crate::Store::export_ledger) wrote, with the public
/// key alone, against the lines of a `checkpoints.log` if one is at hand. It holds the entries
/// themselves; whether the pages show all of them, a check of the database tells, and the verdict
/// says that this one cannot know it.
pub fn verify_export(
    export: &Path,
    key: &PublicKey,
    against: Option<&Path>,
) -> Result<Verdict, StoreError> {
    let mut log = against.map(Log::open).transpose()?;
    let file = File::open(export).map_err(|error| unreadable("the export", error.kind()))?;
    let mut lines = BufReader::new(file).split(b'\n').map(|line| {
        line.map(|line| String::from_utf8_lossy(&line).into_owned())
            .map_err(|error| unreadable("the export", error.kind()))
    });
    let first = lines.next().transpose()?.unwrap_or_default();
    if !first.starts_with(EXPORT) {
        return Err(StoreError::Configuration(
            "the file is no export of a ledger".to_owned(),
        ));
    }
    let mut heads = Heads::new(key);
    let mut rest = None;
    for line in lines.by_ref() {
        let line = line?;
        let Some(note) = line.strip_prefix("checkpoint\t") else {
            rest = Some(line);
            break;
        };
        heads.stored(&note.replace('\t', "\n"));
    }
    if let Some(log) = &mut log {
        heads.with_log();
        log.each(|line| heads.logged(line))?;
    }
    let mut verifier = Verifier::new(heads);
    for line in rest.map(Ok).into_iter().chain(lines) {
        let line = line?;
        let mut parts = line.split('\t');
        let mut part = || parts.next().unwrap_or_default();
        if part() != "entry" {
            continue;
        }
        let seq = part().parse().unwrap_or(u64::MAX);
        let hash = bytes_of(part());
        verifier.leaf(seq, &bytes_of(part()), &hash);
    }
    Ok(verifier.verdict())
}

/// Whether a file begins as an export does.
pub fn is_export(path: &Path) -> bool {
    let mut begins = [0; EXPORT.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut begins));
    read.is_ok() && begins == *EXPORT.as_bytes()
}

/// How an export begins.
pub(crate) const EXPORT: &str = "najat-ledger-export/1";

/// The bytes of two hexadecimal digits each; nothing, where it is none.
fn bytes_of(hex: &str) -> Vec<u8> {
    let digits: Option<Vec<u32>> = hex.chars().map(|sign| sign.to_digit(16)).collect();
    let pairs = digits.unwrap_or_default();
    pairs
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [high, low] => u8::try_from(high * 16 + low).ok(),
            _ => None,
        })
        .collect()
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
    number(row, "seq").unwrap_or(u64::MAX)
}

fn number(row: &Row, column: &'static str) -> Option<u64> {
    let number = row.int(column).ok()?;
    u64::try_from(number).ok()
}

/// As much of a log as there was when it was opened.
pub(crate) struct Log {
    file: File,
    length: u64,
}

impl Log {
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let opened = File::open(path).and_then(|file| {
            let length = file.metadata()?.len();
            Ok(Self { file, length })
        });
        opened.map_err(|error| unreadable("checkpoints.log", error.kind()))
    }

    fn each(&mut self, mut line: impl FnMut(&str)) -> Result<(), StoreError> {
        let unreadable = |error: std::io::Error| unreadable("checkpoints.log", error.kind());
        self.file.rewind().map_err(unreadable)?;
        for bytes in BufReader::new((&self.file).take(self.length)).split(b'\n') {
            line(&String::from_utf8_lossy(&bytes.map_err(unreadable)?));
        }
        Ok(())
    }
}

fn unreadable(what: &str, kind: std::io::ErrorKind) -> StoreError {
    StoreError::Configuration(format!("{what} cannot be read: {kind}"))
}

/// A database opened to be read and nothing else.
pub(crate) enum Copy {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Copy {
    pub(crate) async fn open(url_or_path: &str) -> Result<Self, StoreError> {
        let copy = if url_or_path.starts_with("postgres") && url_or_path.contains("://") {
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
        copy.begun().await
    }

    /// The database of a store that is open, by a connection of its own.
    pub(crate) async fn beside(db: &Db) -> Result<Self, StoreError> {
        let copy = match db {
            Db::Sqlite { file, .. } => Self::Sqlite(reading(file).connect().await?),
            // One of the store's own, so that it is waited for where all are in use.
            Db::Postgres { pool, .. } => Self::Postgres(pool.acquire().await?.detach()),
        };
        copy.begun().await
    }

    /// Sees one state from now on.
    async fn begun(mut self) -> Result<Self, StoreError> {
        let begin = match &self {
            Self::Sqlite(_) => "BEGIN",
            Self::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        self.on().execute(begin, Vec::new()).await?;
        Ok(self)
    }

    pub(crate) fn on(&mut self) -> On<'_> {
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
