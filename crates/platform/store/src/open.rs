//! Opening a store: connect, migrate, see that the keys belong to this database, and make good what
//! a kill left half done outside it.

use std::path::Path;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use access::Authority;
use record::World;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, SqliteConnection};
use tokio::sync::Semaphore;

use crate::engine::{Db, Parts};
use crate::journal::Journal;
use crate::sql::On;
use crate::writer::Writer;
use crate::{Keyring, Settings, Slow, Store, StoreError, args};

static MIGRATIONS: Migrator = sqlx::migrate!("../../../migrations");

crate::statements! {
    SETTING = "SELECT value FROM setting WHERE name = $1";
    KEEP_SETTING = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
}

/// How long a connection is waited for, and another process that writes to the same file.
const PATIENCE: Duration = Duration::from_secs(10);
const WRITER_BUSY: Duration = Duration::from_secs(5);

/// How many statements a connection keeps prepared: all that the program has, and some more.
const STATEMENTS_KEPT: usize = 512;

/// How many connections to PostgreSQL are open at most, and how many of them write.
const CONNECTIONS: u32 = 24;
const WRITERS: usize = 16;

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
}

fn sqlite_options(url: &str) -> Result<SqliteConnectOptions, StoreError> {
    let options = SqliteConnectOptions::from_str(url).map_err(|_| {
        StoreError::Configuration("the database address is not one of SQLite".to_owned())
    })?;
    Ok(options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(WRITER_BUSY)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .pragma("temp_store", "MEMORY")
        .statement_cache_capacity(STATEMENTS_KEPT)
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

fn migration_error(error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(found) | MigrateError::VersionTooNew(found, _) => {
            StoreError::NewerSchema {
                found,
                known: newest(),
            }
        }
        MigrateError::VersionMismatch(version) => StoreError::Configuration(format!(
            "migration {version} of the database is not the one this program carries"
        )),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        _ => StoreError::Engine("migration".to_owned()),
    }
}

/// A damaged file is told at the start and not by the first person who meets the damage.
async fn quick_check(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut on = On::Sqlite(conn);
    let rows = on.rows("PRAGMA quick_check(1)", Vec::new()).await?;
    let whole = rows
        .first()
        .is_some_and(|row| row.text("quick_check").is_ok_and(|is| is == "ok"));
    if whole {
        Ok(())
    } else {
        Err(StoreError::Configuration(
            "the database file is damaged: restore a copy".to_owned(),
        ))
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
        quick_check(&mut conn).await?;
        MIGRATIONS.run(&mut conn).await.map_err(migration_error)?;
        let (journal, installation) = self.settle(&mut On::Sqlite(&mut conn)).await?;
        // What was shredded just before a kill, or just now, leaves the write-ahead log.
        let mut on = On::Sqlite(&mut conn);
        on.rows("PRAGMA wal_checkpoint(TRUNCATE)", Vec::new())
            .await?;
        // From here on only the writer's turn lets anybody wait for the file, and not for long.
        let readers = SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
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
            .statement_cache_capacity(STATEMENTS_KEPT)
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        MIGRATIONS.run(&pool).await.map_err(migration_error)?;
        let mut conn = pool.acquire().await?;
        let (journal, installation) = self.settle(&mut On::Postgres(&mut conn)).await?;
        drop(conn);
        let db = Db::Postgres {
            pool,
            writers: Arc::new(Semaphore::new(WRITERS)),
        };
        let store = self.finish(db, Arc::new(journal), installation);
        store.keep_sequencing();
        Ok(store)
    }

    /// Finds or makes the installation's id, and sees that the keys are those of this database.
    async fn settle(&self, on: &mut On<'_>) -> Result<(Journal, String), StoreError> {
        let fresh = self.world.id().to_string();
        let installation = kept(on, "installation", &fresh).await?;
        let key = self.keys.log();
        let journal = Journal::open(key, &format!("najat/{installation}"), self.checkpoints)?;
        for (name, value) in [
            ("ledger_key", journal.public_key().to_string()),
            ("roots", self.keys.mark()),
        ] {
            if kept(on, name, &value).await? != value {
                return Err(StoreError::WrongKeys);
            }
        }
        journal.begin(on).await?;
        journal.recover(on).await?;
        crate::entries::catch_up(on).await?;
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
            check: crate::watch::Watch::default(),
        }))
    }
}

/// A setting as it was first kept: by this start, or by an earlier one.
async fn kept(on: &mut On<'_>, name: &str, value: &str) -> Result<String, StoreError> {
    on.execute(KEEP_SETTING, args![name, value]).await?;
    let rows = on.rows(SETTING, args![name]).await?;
    rows.first()
        .ok_or(StoreError::Column("setting"))?
        .text("value")
}
