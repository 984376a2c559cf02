//! A database looked at from outside, for whoever asks whether it can be served: opened to be read
//! and nothing else. Nothing is migrated, no line is written, no sealed value is opened.

use ledger::Entry;
use record::Moment;
use tokio::sync::Mutex;

use crate::migrate::{self, MIGRATIONS};
use crate::offline::Copy;
use crate::sql::{On, Row, Value};
use crate::{Keyring, StoreError, args};

crate::statements! {
    SETTING = "SELECT value FROM setting WHERE name = $1";
    NEWEST_LEAF = "SELECT body FROM ledger_leaf ORDER BY seq DESC LIMIT 1";
}

/// The oldest PostgreSQL that is tested with, as its server says it.
pub const POSTGRES_NEEDED: i64 = 150_000;

/// Which engine holds a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineFound {
    /// SQLite, which the program brings along.
    Sqlite(String),
    /// PostgreSQL, by the number of its server.
    Postgres(i64),
}

/// What a database says of itself.
pub struct Examined {
    /// The engine and its version.
    pub engine: EngineFound,
    /// The newest migration in it; none, where nothing was ever kept.
    pub schema: Option<i64>,
    /// The newest migration that this program knows.
    pub known: i64,
    /// The public key of its ledger.
    pub ledger_key: Option<String>,
    /// When the newest entry of its ledger was made.
    pub last_entry: Option<Moment>,
    roots: Option<String>,
    copy: Mutex<Copy>,
}

impl Examined {
    /// Opens a database to be read.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let mut copy = Copy::open(url).await?;
        let engine = engine(&mut copy.on()).await?;
        let applied = migrate::applied(&mut copy.on()).await?;
        let mut examined = Self {
            engine,
            schema: applied.iter().max().copied(),
            known: migrate::newest(&MIGRATIONS),
            ledger_key: None,
            last_entry: None,
            roots: None,
            copy: Mutex::new(copy),
        };
        if examined.schema.is_some() {
            examined.ledger_key = examined.setting("ledger_key").await?;
            examined.roots = examined.setting("roots").await?;
            examined.last_entry = examined.newest_entry().await?;
        }
        Ok(examined)
    }

    /// Whether every table and column is what this program makes of it.
    pub fn is_of_this_program(&self) -> bool {
        self.schema == Some(self.known)
    }

    /// Whether these roots are those of this database; any are, where it has none yet.
    pub fn fits(&self, keys: &Keyring) -> bool {
        let mark = keys.mark();
        self.roots.as_ref().is_none_or(|roots| *roots == mark)
    }

    /// Whether the file is whole, as far as SQLite can tell in short; PostgreSQL looks after itself.
    pub async fn is_whole(&self) -> bool {
        let EngineFound::Sqlite(_) = self.engine else {
            return true;
        };
        let rows = self.rows("PRAGMA quick_check(1)", Vec::new()).await;
        rows.is_ok_and(|rows| {
            rows.first()
                .is_some_and(|row| row.text("quick_check").is_ok_and(|is| is == "ok"))
        })
    }

    /// Rows of columns in clear.
    pub async fn rows(&self, sql: &'static str, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.copy.lock().await.on().rows(sql, args).await
    }

    /// A setting that the program itself keeps.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let rows = self.rows(SETTING, args![name]).await?;
        rows.first().map(|row| row.text("value")).transpose()
    }

    async fn newest_entry(&self) -> Result<Option<Moment>, StoreError> {
        let rows = self.rows(NEWEST_LEAF, Vec::new()).await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        // One that cannot be read is told by the check of the ledger.
        Ok(Entry::decode(&row.bytes("body")?)
            .ok()
            .map(|entry| entry.at))
    }
}

async fn engine(on: &mut On<'_>) -> Result<EngineFound, StoreError> {
    let asks = match on {
        On::Sqlite(_) => "SELECT sqlite_version() AS version",
        On::Postgres(_) => "SELECT current_setting('server_version_num')::bigint AS version",
    };
    let is_sqlite = matches!(on, On::Sqlite(_));
    let rows = on.rows(asks, Vec::new()).await?;
    let row = rows.first().ok_or(StoreError::Column("version"))?;
    Ok(if is_sqlite {
        EngineFound::Sqlite(row.text("version")?)
    } else {
        EngineFound::Postgres(row.int("version")?)
    })
}
