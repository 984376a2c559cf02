//! A database looked at from outside, for whoever asks whether it can be served: opened to be read
//! and nothing else. Nothing is migrated, no line is written, no sealed value is opened.

use record::Moment;
use tokio::sync::Mutex;

use crate::age::{self, Age};
use crate::checkpoints::Known;
use crate::migrate::{self, MIGRATIONS};
use crate::newest::{LATEST_ENTRIES, newest};
use crate::offline::Copy;
use crate::sql::{On, Row, Value};
use crate::{Keyring, Store, StoreError, args};

crate::statements! {
    SETTING = "SELECT value FROM setting WHERE name = $1";
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
    /// The first migration that this program knows.
    pub first: i64,
    /// The newest one.
    pub known: i64,
    /// The public key of its ledger.
    pub ledger_key: Option<String>,
    /// The newest moment that its ledger tells of.
    pub last_entry: Option<Moment>,
    roots: Option<String>,
    copy: Mutex<Copy>,
}

const TRIGGERS: [&str; 2] = [
    "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name LIMIT 1",
    "SELECT CAST(t.tgname AS TEXT) AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
     JOIN pg_namespace n ON n.oid = c.relnamespace \
     WHERE n.nspname = current_schema() AND NOT t.tgisinternal ORDER BY t.tgname LIMIT 1",
];
const TAKES_NOTHING: &str = "SELECT pg_is_in_recovery() \
    OR current_setting('default_transaction_read_only') = 'on' AS takes_nothing";

impl Examined {
    /// Opens a database to be read.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        Self::of(Copy::open(url).await?).await
    }

    /// Looks at the database of a store that is open, beside its work.
    pub async fn beside(store: &Store) -> Result<Self, StoreError> {
        Self::of(Copy::beside(&store.0.db).await?).await
    }

    async fn of(mut copy: Copy) -> Result<Self, StoreError> {
        let engine = engine(&mut copy.on()).await?;
        let applied = migrate::applied(&mut copy.on()).await?;
        let mut examined = Self {
            engine,
            schema: applied.iter().max().copied(),
            first: migrate::FIRST,
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

    /// Whether PostgreSQL lets nobody write: a standby, or a database that is set so.
    pub async fn takes_nothing(&self) -> Result<bool, StoreError> {
        let EngineFound::Postgres(_) = self.engine else {
            return Ok(false);
        };
        let rows = self.rows(TAKES_NOTHING, Vec::new()).await?;
        rows.first()
            .map_or(Ok(false), |row| row.yes("takes_nothing"))
    }

    /// The name of a trigger, if there is one: no migration makes any, and one may do something
    /// whenever the program writes.
    pub async fn trigger(&self) -> Result<Option<String>, StoreError> {
        let [sqlite, postgres] = TRIGGERS;
        let asks = match self.engine {
            EngineFound::Sqlite(_) => sqlite,
            EngineFound::Postgres(_) => postgres,
        };
        let rows = self.rows(asks, Vec::new()).await?;
        rows.first().map(|row| row.text("name")).transpose()
    }

    /// How the database and its log stand to each other. `length` is how long the log was before the
    /// database was opened.
    pub async fn age(&self, log: &std::path::Path, length: u64) -> Result<Age, StoreError> {
        let key = self.ledger_key.as_deref().and_then(|key| key.parse().ok());
        let key = key.ok_or(StoreError::Column("ledger_key"))?;
        let mut copy = self.copy.lock().await;
        age::examined(&mut copy.on(), log, length, &key).await
    }

    /// The same where there is no log.
    pub async fn age_without_log(&self) -> Result<Age, StoreError> {
        Age::of(&mut self.copy.lock().await.on(), &Known::default()).await
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
        newest(&self.rows(LATEST_ENTRIES, Vec::new()).await?)
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
