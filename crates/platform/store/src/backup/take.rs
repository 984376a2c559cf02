//! Making a copy while others go on writing.

use std::io::Write as _;
use std::path::Path;

use access::Permit;
use access::action::BackUp;
use ledger::{Hash, Manifest, Tree};
use record::Moment;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, PgConnection};

use super::files::{Making, account, pass_on, private_file};
use super::{CopyError, DATABASE, LOG, TABLES, export};
use crate::engine::{Db, begin};
use crate::journal::Journal;
use crate::sql::On;
use crate::{Store, StoreError, migrate};

crate::statements! {
    HEAD = "SELECT size, tree FROM ledger_head WHERE one = 1";
}

/// What was copied, as it stood at one moment.
struct Copied {
    engine: &'static str,
    file: &'static str,
    schema: i64,
    size: u64,
    root: Hash,
}

impl Store {
    /// Makes a copy of the database and of `checkpoints.log` in a new folder, while units go on.
    /// What is acknowledged before this is called stands in it. The ledger has an entry first.
    pub async fn back_up(&self, permit: Permit<BackUp>, out: &Path) -> Result<Manifest, CopyError> {
        let making = Making::begin(out)?;
        self.unit(permit, |_| async { Ok::<_, StoreError>(()) })
            .await?;
        self.sequence().await?;
        let copied = match self.db() {
            Db::Sqlite { file, .. } => sqlite(file, making.folder()).await?,
            Db::Postgres { pool, .. } => {
                let how = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                let mut transaction = begin(pool, how).await?;
                let copied = postgres(&mut transaction, making.folder()).await?;
                transaction.rollback().await?;
                copied
            }
        };
        let roots = self.keyring().mark();
        let now = self.world().now();
        finish(making, self.journal(), roots, now, copied).await
    }
}

/// Copies PostgreSQL's tables before they are brought up to date. An earlier such copy is replaced,
/// once this one is whole.
pub(crate) async fn before_migrating(
    conn: &mut PgConnection,
    journal: &Journal,
    roots: &str,
    at: Moment,
    out: &Path,
) -> Result<(), CopyError> {
    let making = Making::instead_of(out)?;
    let how = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    On::Postgres(conn).execute(how, Vec::new()).await?;
    let copied = postgres(conn, making.folder()).await?;
    On::Postgres(conn).execute("ROLLBACK", Vec::new()).await?;
    finish(making, journal, roots.to_owned(), at, copied)
        .await
        .map(drop)
}

/// Copies SQLite's file from a connection of its own: the writer and the readers go on.
async fn sqlite(file: &Path, folder: &Path) -> Result<Copied, CopyError> {
    let copy = folder.join(DATABASE);
    let options = SqliteConnectOptions::new().read_only(true);
    let mut from = options
        .clone()
        .filename(file)
        .disable_statement_logging()
        .connect()
        .await?;
    migrate::vacuum_into(&mut On::Sqlite(&mut from), &copy).await?;
    let mut made = options
        .filename(&copy)
        .immutable(true)
        .disable_statement_logging()
        .connect()
        .await?;
    copied("sqlite", DATABASE, &mut On::Sqlite(&mut made)).await
}

/// Copies PostgreSQL's tables in the transaction given, which sees one state.
async fn postgres(conn: &mut PgConnection, folder: &Path) -> Result<Copied, CopyError> {
    export::write(conn, &folder.join(TABLES)).await?;
    copied("postgres", TABLES, &mut On::Postgres(conn)).await
}

async fn copied(
    engine: &'static str,
    file: &'static str,
    on: &mut On<'_>,
) -> Result<Copied, CopyError> {
    let schema = migrate::applied(on).await?.into_iter().max().unwrap_or(0);
    let rows = on.rows(HEAD, Vec::new()).await?;
    let tree = match rows.first() {
        // A first start that was cut off before the ledger began.
        None => Tree::default(),
        Some(row) => {
            Tree::from_bytes(&row.bytes("tree")?).map_err(|_| StoreError::Column("ledger_head"))?
        }
    };
    Ok(Copied {
        engine,
        file,
        schema,
        size: tree.size(),
        root: tree.root(),
    })
}

/// Adds the log as it stands now, signs the manifest, and gives the copy its name.
async fn finish(
    making: Making,
    journal: &Journal,
    roots: String,
    at: Moment,
    copied: Copied,
) -> Result<Manifest, CopyError> {
    // After the database: whatever stands there has its line here, and what was shredded meanwhile
    // has its tombstone.
    let log = making.folder().join(LOG);
    let mut stands = journal.log_as_it_stands().await?;
    let key = journal.public_key();
    let (making, files) = apart(move || {
        let mut to = private_file(&log).map_err(CopyError::file(&log))?;
        pass_on(&mut stands, |part| to.write_all(part)).map_err(CopyError::file(&log))?;
        let files = [copied.file, LOG]
            .into_iter()
            .map(|name| account(making.folder(), name))
            .collect::<Result<Vec<_>, _>>()?;
        Ok((making, files))
    })
    .await?;
    let manifest = Manifest {
        key,
        roots,
        at,
        engine: copied.engine.to_owned(),
        schema: copied.schema,
        size: copied.size,
        root: copied.root,
        files,
    };
    making.finish(&journal.sign(&manifest))?;
    Ok(manifest)
}

/// Reads and writes long files where nobody waits for the thread.
pub(super) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CopyError> + Send + 'static,
) -> Result<T, CopyError> {
    let done = tokio::task::spawn_blocking(work);
    done.await.unwrap_or(Err(StoreError::Over.into()))
}
