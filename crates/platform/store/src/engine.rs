//! One store over two engines.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::Arc;

use access::Authority;
use record::World;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, SqliteConnection};
use vault::DomainKey;

use crate::journal::Journal;
use crate::sql::{Conn, On};
use crate::unit::Look;
use crate::writer::Writer;
use crate::{Gate, Keyring, Slow, StoreError, args};

static MIGRATIONS: Migrator = sqlx::migrate!("../../../migrations");

crate::statements! {
    SETTING = "SELECT value FROM setting WHERE name = $1";
    KEEP_SETTING = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
}

/// How to open a store.
pub struct Settings {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Where the checkpoints are kept outside the database.
    pub checkpoints: PathBuf,
    /// The roots.
    pub keys: Keyring,
    /// Time, ids and randomness.
    pub world: World,
}

/// The store. Cloning it is cheap and gives the same store.
#[derive(Clone)]
pub struct Store(Arc<Parts>);

struct Parts {
    db: Db,
    keyring: Arc<Keyring>,
    journal: Arc<Journal>,
    authority: Authority,
    slow: Slow,
    index: DomainKey,
    world: World,
    installation: String,
}

pub(crate) enum Db {
    Sqlite { readers: SqlitePool, writer: Writer },
    Postgres(PgPool),
}

fn sqlite_options(path: &str) -> Result<SqliteConnectOptions, StoreError> {
    let options = SqliteConnectOptions::from_str(path).map_err(|_| {
        StoreError::Configuration("the database address is not one of SQLite".to_owned())
    })?;
    Ok(options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(std::time::Duration::from_secs(5))
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging())
}

/// The newest migration this program knows.
fn newest() -> i64 {
    MIGRATIONS
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0)
}

async fn migrate_sqlite(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    MIGRATIONS
        .run(&mut *conn)
        .await
        .map_err(|error| migration_error(&error))
}

fn migration_error(error: &sqlx::migrate::MigrateError) -> StoreError {
    match error {
        sqlx::migrate::MigrateError::VersionMissing(found)
        | sqlx::migrate::MigrateError::VersionTooNew(found, _) => StoreError::NewerSchema {
            found: *found,
            known: newest(),
        },
        sqlx::migrate::MigrateError::VersionMismatch(version) => StoreError::Configuration(
            format!("migration {version} of the database is not the one this program carries"),
        ),
        _ => StoreError::Engine("migration".to_owned()),
    }
}

impl Store {
    /// Opens the store: connects, migrates, makes sure that the keys belong to this database, and
    /// writes the checkpoints that a kill left out of the log.
    pub async fn open(settings: Settings) -> Result<Self, StoreError> {
        let Settings {
            url,
            checkpoints,
            keys,
            world,
        } = settings;
        let authority = Authority::of_the_house()
            .map_err(|error| StoreError::Configuration(error.to_string()))?;
        let parts = Opening {
            checkpoints: &checkpoints,
            keys,
            authority,
            world,
        };
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            parts.postgres(&url).await
        } else if url.starts_with("sqlite:") {
            parts.sqlite(&url).await
        } else {
            Err(StoreError::Configuration(
                "the database address begins with neither sqlite: nor postgres:".into(),
            ))
        }
    }

    /// The gate, which gives permits.
    pub fn gate(&self) -> Gate<'_> {
        Gate(self)
    }

    /// Time, ids and randomness.
    pub fn world(&self) -> &World {
        &self.0.world
    }

    /// Slow secrets.
    pub fn slow(&self) -> &Slow {
        &self.0.slow
    }

    /// The ledger's signer and log.
    pub fn journal(&self) -> &Journal {
        &self.0.journal
    }

    /// The id of this installation.
    pub fn installation(&self) -> &str {
        &self.0.installation
    }

    /// The blind index of a folded text: equal texts of one field give equal bytes, and nobody
    /// without the key can tell the text.
    pub fn blind_index(&self, field: &str, folded: &str) -> Vec<u8> {
        vault::index::index(&self.0.index, field, folded).to_vec()
    }

    /// How many commits SQLite's writer made since the start; none on PostgreSQL.
    pub fn commits(&self) -> u64 {
        match &self.0.db {
            Db::Sqlite { writer, .. } => writer.commits(),
            Db::Postgres(_) => 0,
        }
    }

    /// Whether this store stands on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self.0.db, Db::Postgres(_))
    }

    /// Prepares a statement, to see that the engine takes it.
    pub async fn prepare(&self, sql: &'static str) -> Result<(), StoreError> {
        let mut conn = self.reader().await?;
        conn.on()
            .prepare(sql)
            .await
            .map_err(|error| StoreError::Engine(error.to_string()))
    }

    /// Closes every connection, after the units under way.
    pub async fn close(&self) {
        match &self.0.db {
            Db::Sqlite { readers, .. } => readers.close().await,
            Db::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }

    pub(crate) fn keyring(&self) -> &Arc<Keyring> {
        &self.0.keyring
    }

    pub(crate) fn authority(&self) -> &Authority {
        &self.0.authority
    }

    pub(crate) async fn reader(&self) -> Result<Conn, StoreError> {
        Ok(match &self.0.db {
            Db::Sqlite { readers, .. } => Conn::Reader(readers.acquire().await?),
            Db::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }

    pub(crate) async fn look_handle(&self) -> Result<Look, StoreError> {
        let mut conn = self.reader().await?;
        let begin = if self.is_postgres() {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        } else {
            "BEGIN"
        };
        conn.on().execute(begin, Vec::new()).await?;
        Ok(Look::new(conn))
    }

    pub(crate) async fn end_look(&self, look: Look) -> Result<(), StoreError> {
        let conn = look.0.lock().await.conn.take();
        match conn {
            Some(mut conn) => conn.on().execute("ROLLBACK", Vec::new()).await.map(drop),
            None => Ok(()),
        }
    }
}

struct Opening<'a> {
    checkpoints: &'a Path,
    keys: Keyring,
    authority: Authority,
    world: World,
}

impl Opening<'_> {
    async fn sqlite(self, url: &str) -> Result<Store, StoreError> {
        let options = sqlite_options(url)?;
        let mut conn = options.connect().await?;
        migrate_sqlite(&mut conn).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(std::time::Duration::from_secs(10))
            .connect_with(options.read_only(false))
            .await?;
        let (journal, installation) = self.settle(&mut On::Sqlite(&mut conn)).await?;
        let journal = Arc::new(journal);
        let db = Db::Sqlite {
            readers,
            writer: Writer::new(conn, journal.clone()),
        };
        Ok(self.finish(db, journal, installation))
    }

    async fn postgres(self, url: &str) -> Result<Store, StoreError> {
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| {
                StoreError::Configuration("the database address is not one of PostgreSQL".into())
            })?
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(24)
            .acquire_timeout(std::time::Duration::from_secs(10))
            .connect_with(options)
            .await?;
        MIGRATIONS
            .run(&pool)
            .await
            .map_err(|error| migration_error(&error))?;
        let mut conn = pool.acquire().await?;
        let (journal, installation) = self.settle(&mut On::Postgres(&mut conn)).await?;
        drop(conn);
        let journal = Arc::new(journal);
        let store = self.finish(Db::Postgres(pool), journal, installation);
        store.keep_sequencing();
        Ok(store)
    }

    /// Finds or makes the installation's id, and sees that the keys are those of this database.
    async fn settle(&self, on: &mut On<'_>) -> Result<(Journal, String), StoreError> {
        let fresh = self.world.id().to_string();
        on.execute(KEEP_SETTING, args!["installation", &fresh])
            .await?;
        let installation = setting(on, "installation").await?;
        let key = self.keys.log();
        let journal = Journal::open(key, &format!("najat/{installation}"), self.checkpoints)?;
        let public = journal.public_key().to_string();
        on.execute(KEEP_SETTING, args!["ledger_key", &public])
            .await?;
        if setting(on, "ledger_key").await? != public {
            return Err(StoreError::WrongKeys);
        }
        journal.begin(on).await?;
        journal.recover(on).await?;
        Ok((journal, installation))
    }

    fn finish(self, db: Db, journal: Arc<Journal>, installation: String) -> Store {
        let at_once = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let slow = Slow::new(self.keys.pepper(), at_once);
        Store(Arc::new(Parts {
            db,
            slow,
            index: self.keys.index(),
            keyring: Arc::new(self.keys),
            journal,
            authority: self.authority,
            world: self.world,
            installation,
        }))
    }
}

async fn setting(on: &mut On<'_>, name: &str) -> Result<String, StoreError> {
    let rows = on.rows(SETTING, args![name]).await?;
    rows.first()
        .ok_or(StoreError::Column("setting"))?
        .text("value")
}
