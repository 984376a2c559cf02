//! One store over two engines.

use std::path::PathBuf;
use std::sync::{Arc, Weak};

use access::Authority;
use record::World;
use sqlx::postgres::PgPool;
use sqlx::sqlite::SqlitePool;
use sqlx::{Postgres, Transaction};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use vault::DomainKey;

use crate::journal::Journal;
use crate::sql::Conn;
use crate::writer::{PATIENCE, Writer};
use crate::{ClearReader, Gate, Keyring, Slow, StoreError};

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
pub struct Store(pub(crate) Arc<Parts>);

pub(crate) struct Parts {
    pub(crate) db: Db,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) authority: Authority,
    pub(crate) slow: Slow,
    pub(crate) index: DomainKey,
    pub(crate) world: World,
    pub(crate) installation: String,
    pub(crate) check: crate::watch::Watch,
    pub(crate) handlers: crate::outbox::Handlers,
    pub(crate) troubles: crate::stuck::Troubles,
    pub(crate) timings: crate::timing::Timings,
}

pub(crate) enum Db {
    Sqlite {
        readers: SqlitePool,
        writer: Writer,
        /// Where the database lies.
        file: PathBuf,
    },
    Postgres {
        pool: PgPool,
        /// Fewer than the pool has connections, so that those who only look never wait for writers.
        writers: Arc<Semaphore>,
    },
}

impl Store {
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
            Db::Postgres { .. } => 0,
        }
    }

    /// Whether this store stands on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self.0.db, Db::Postgres { .. })
    }

    /// Prepares a statement, to see that the engine takes it.
    pub async fn prepare(&self, sql: &'static str) -> Result<(), StoreError> {
        let mut conn = self.begin_reading().await?;
        let prepared = conn.on().prepare(sql).await;
        conn.leave().await?;
        prepared.map_err(|error| StoreError::Engine(error.to_string()))
    }

    /// Closes every connection, after the units under way. Later units are refused as
    /// [`StoreError::Busy`].
    pub async fn close(&self) {
        if !self.is_closed()
            && let Err(error) = self.sequence().await
        {
            tracing::warn!(%error, "the ledger is moved on at the next start");
        }
        match &self.0.db {
            Db::Sqlite {
                readers, writer, ..
            } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres { pool, .. } => pool.close().await,
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        match &self.0.db {
            Db::Sqlite { readers, .. } => readers.is_closed(),
            Db::Postgres { pool, .. } => pool.is_closed(),
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

    /// A connection that sees one state of the database and changes nothing.
    pub(crate) async fn begin_reading(&self) -> Result<Conn, StoreError> {
        Ok(match &self.0.db {
            Db::Sqlite { readers, .. } => Conn::Reader(readers.begin_with("BEGIN").await?),
            Db::Postgres { pool, .. } => {
                let how = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Conn::Postgres(begin(pool, how).await?, None)
            }
        })
    }

    /// A connection that writes, when it is this unit's turn.
    pub(crate) async fn begin_writing(&self) -> Result<Conn, StoreError> {
        Ok(match &self.0.db {
            Db::Sqlite { writer, .. } => Conn::Writer(writer.turn().await?),
            Db::Postgres { pool, writers } => {
                let seat = timeout(PATIENCE, writers.clone().acquire_owned()).await;
                let seat = seat.ok().and_then(Result::ok).ok_or(StoreError::Busy)?;
                let how = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";
                Conn::Postgres(begin(pool, how).await?, Some(seat))
            }
        })
    }

    pub(crate) async fn look_handle(&self) -> Result<ClearReader, StoreError> {
        Ok(ClearReader::new(self.begin_reading().await?))
    }

    pub(crate) fn downgrade(&self) -> Weak<Parts> {
        Arc::downgrade(&self.0)
    }

    pub(crate) fn upgrade(parts: &Weak<Parts>) -> Option<Self> {
        parts.upgrade().map(Self)
    }
}

/// Begins a transaction on a task of its own: a `BEGIN` whose asker went away before the answer
/// would stay open on a connection that the next one gets.
pub(crate) async fn begin(
    pool: &PgPool,
    how: &'static str,
) -> Result<Transaction<'static, Postgres>, StoreError> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(how).await });
    Ok(begun.await.map_err(|_| StoreError::Busy)??)
}
