//! Opening a store: connect, migrate, see that the keys belong to this database, and make good what
//! a kill left half done outside it.

use std::path::Path;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use access::Authority;
use record::World;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, PgConnection, SqliteConnection};
use tokio::sync::Semaphore;

use crate::age::{Age, Older};
use crate::engine::{Db, Parts};
use crate::journal::Journal;
use crate::migrate::{self, BeforeMigrating, MIGRATIONS};
use crate::process_lock::ProcessLock;
use crate::sql::On;
use crate::writer::{Writer, cut};
use crate::{Keyring, Settings, Slow, Store, StoreError, args};

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
    /// writes the checkpoints that a kill left out of the log. An older database is copied first.
    pub async fn open(settings: Settings) -> Result<Self, StoreError> {
        Self::open_with(settings, BeforeMigrating::Copy).await
    }

    /// Like [`Store::open`], saying what happens to an older database first.
    pub async fn open_with(
        settings: Settings,
        before: BeforeMigrating,
    ) -> Result<Self, StoreError> {
        Self::open_at(settings, before, &MIGRATIONS).await
    }

    pub(crate) async fn open_at(
        settings: Settings,
        before: BeforeMigrating,
        migrations: &Migrator,
    ) -> Result<Self, StoreError> {
        let opened = Self::open_all(settings, (before, Older::IsRefused), migrations).await;
        opened.map(|(store, _)| store)
    }

    /// Like [`Store::open_with`], saying what happens where database and log are not of one time.
    /// Answers how they stood.
    pub(crate) async fn open_knowing(
        settings: Settings,
        before: BeforeMigrating,
        older: Older,
    ) -> Result<(Self, Age), StoreError> {
        Self::open_all(settings, (before, older), &MIGRATIONS).await
    }

    async fn open_all(
        settings: Settings,
        (before, older): (BeforeMigrating, Older),
        migrations: &Migrator,
    ) -> Result<(Self, Age), StoreError> {
        let Settings {
            url,
            checkpoints,
            keys,
            world,
        } = settings;
        let authority =
            Authority::built_in().map_err(|error| StoreError::Configuration(error.to_string()))?;
        let parts = Opening {
            checkpoints: &checkpoints,
            keys,
            authority,
            world,
            before,
            older,
            migrations,
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
    before: BeforeMigrating,
    older: Older,
    migrations: &'a Migrator,
}

impl Opening<'_> {
    async fn sqlite(self, url: &str) -> Result<(Store, Age), StoreError> {
        let options = sqlite_options(url)?;
        let file = options.get_filename().to_owned();
        let mut conn = options.connect().await?;
        quick_check(&mut conn).await?;
        let lock = ProcessLock::beside(&file)?;
        // Another process may be serving: it lets this one write as soon as its batch is over.
        let standing = lock.enter().await;
        let mut on = On::Sqlite(&mut conn);
        if let Some(first) = migrate::pending(&mut on, self.migrations).await? {
            self.known_roots(&mut on).await?;
            match self.before {
                BeforeMigrating::Copy => migrate::copy_beside(&mut on, &file, first).await?,
                BeforeMigrating::Nothing => {}
                BeforeMigrating::Refuse => return Err(migrate::older(first)),
            }
        }
        let migrated = self.migrations.run(&mut conn).await;
        migrated.map_err(migrate::migration_error)?;
        let (journal, installation, age) = self.settle(&mut On::Sqlite(&mut conn)).await?;
        // What was shredded just before a kill, or just now, leaves the write-ahead log: now, or,
        // where another process looks at an older state, with this one's first commit.
        let to_cut = !cut(&mut On::Sqlite(&mut conn)).await?;
        drop(standing);
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
            writer: Writer::new(conn, journal.clone(), lock, to_cut),
            file,
        };
        let store = self.finish(db, journal, installation);
        store.keep_sequencing();
        Ok((store, age))
    }

    async fn postgres(self, url: &str) -> Result<(Store, Age), StoreError> {
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
        let mut conn = pool.acquire().await?;
        if let Some(first) = migrate::pending(&mut On::Postgres(&mut conn), self.migrations).await?
        {
            self.known_roots(&mut On::Postgres(&mut conn)).await?;
            match self.before {
                BeforeMigrating::Copy => self.copy_first(&mut conn, first).await?,
                BeforeMigrating::Nothing => {}
                BeforeMigrating::Refuse => return Err(migrate::older(first)),
            }
        }
        let migrated = self.migrations.run(&mut *conn).await;
        migrated.map_err(migrate::migration_error)?;
        let (journal, installation, age) = self.settle(&mut On::Postgres(&mut conn)).await?;
        drop(conn);
        let db = Db::Postgres {
            pool,
            writers: Arc::new(Semaphore::new(WRITERS)),
        };
        let store = self.finish(db, Arc::new(journal), installation);
        store.keep_sequencing();
        Ok((store, age))
    }

    /// Other people's keys are told before anything is copied or migrated.
    async fn known_roots(&self, on: &mut On<'_>) -> Result<(), StoreError> {
        match on.rows(SETTING, args!["roots"]).await?.first() {
            Some(row) if row.text("value")? != self.keys.mark() => Err(StoreError::WrongKeys),
            _ => Ok(()),
        }
    }

    /// Copies an older database of PostgreSQL into a folder beside `checkpoints.log`.
    async fn copy_first(&self, conn: &mut PgConnection, first: i64) -> Result<(), StoreError> {
        let mut on = On::Postgres(conn);
        let rows = on.rows(SETTING, args!["installation"]).await?;
        let Some(row) = rows.first() else {
            // A first start that was cut off: there is nothing to lose.
            return Ok(());
        };
        let origin = format!("najat/{}", row.text("value")?);
        let journal = Journal::open(self.keys.log(), &origin, self.checkpoints)?;
        let out = self.checkpoints.with_file_name(format!("before-{first}"));
        let roots = self.keys.mark();
        let copied =
            crate::backup::before_migrating(conn, &journal, &roots, self.world.now(), &out);
        copied
            .await
            .map_err(|error| migrate::not_copied(first, &error))?;
        tracing::info!("the database was copied to {} first", out.display());
        Ok(())
    }

    /// Finds or makes the installation's id, and sees that the keys are those of this database.
    async fn settle(&self, on: &mut On<'_>) -> Result<(Journal, String, Age), StoreError> {
        let fresh = self.world.id().to_string();
        let installation = kept(on, "installation", &fresh).await?;
        let origin = format!("najat/{installation}");
        let open = || Journal::open(self.keys.log(), &origin, self.checkpoints);
        let mut journal = open()?;
        for (name, value) in [
            ("ledger_key", journal.public_key().to_string()),
            ("roots", self.keys.mark()),
        ] {
            if kept(on, name, &value).await? != value {
                return Err(StoreError::WrongKeys);
            }
        }
        journal.begin(on).await?;
        let age = journal.compare(on, self.older).await?;
        if matches!(age, Age::DatabaseOlder { .. }) {
            // Another log came into its place.
            journal = open()?;
        }
        journal.recover(on).await?;
        crate::entries::catch_up(on).await?;
        Ok((journal, installation, age))
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
            handlers: crate::outbox::Handlers::default(),
            troubles: crate::stuck::Troubles::default(),
            timings: crate::timing::Timings::default(),
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
