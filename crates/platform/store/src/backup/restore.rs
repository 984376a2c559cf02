//! Putting a copy back, in a place where nothing is.
//!
//! Everything is checked before the data is in its place: the manifest, the keys, the hashes, the
//! age, the ledger. The log comes into its place first and the data last, in one step; what was
//! shredded after the copy was made is shredded again whenever the store is opened on the two.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use access::Actor;
use access::action::RestoreBackup;
use ledger::{Manifest, Verdict};
use record::{Id, World};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, PgConnection};

use super::log::{self, Log};
use super::take::apart;
use super::{CopyError, LOG, check, export, files};
use crate::age::Older;
use crate::migrate::{self, BeforeMigrating, MIGRATIONS, beside};
use crate::sql::On;
use crate::{Keyring, Settings, Store, StoreError, offline};

crate::statements! {
    SETTINGS = "SELECT COUNT(*) AS n FROM setting";
    TOMBSTONES = "SELECT COUNT(*) AS n FROM tombstone";
}

/// What to put back, and where.
pub struct Restoring {
    /// The folder of the copy.
    pub copy: PathBuf,
    /// Where the data goes: `sqlite:PATH` of no file, or `postgres://…` of an empty database.
    pub url: String,
    /// Where the log goes. One that lies there counts as the latest known, and is kept beside.
    pub checkpoints: PathBuf,
    /// The roots, brought from elsewhere.
    pub keys: Keyring,
    /// The latest log known, kept elsewhere.
    pub latest: Option<PathBuf>,
    /// A copy older than the latest log is put back all the same: what came later is lost.
    pub older_is_known: bool,
    /// A copy whose ledger does not hold is put back all the same.
    pub faults_are_known: bool,
    /// Time, ids and randomness.
    pub world: World,
}

/// What was put back.
pub struct Restored {
    /// The copy's account of itself.
    pub manifest: Manifest,
    /// How many entries the latest log knows of, if one was at hand besides the copy's own.
    pub known: Option<u64>,
    /// How many records were shredded again.
    pub shredded_again: u64,
    /// What the check of the ledger found.
    pub verdict: Verdict,
}

impl Restored {
    /// How many entries came after the copy and are lost, as far as is known.
    pub fn lost(&self) -> u64 {
        self.known.unwrap_or(0).saturating_sub(self.manifest.size)
    }
}

/// Puts a copy back.
pub async fn restore(restoring: Restoring) -> Result<Restored, CopyError> {
    let manifest = check::manifest(&restoring.copy, &restoring.keys)?;
    let is_postgres = restoring.url.starts_with("postgres");
    if is_postgres != (manifest.engine == "postgres") {
        return Err(CopyError::OtherEngine {
            copy: manifest.engine,
            place: if is_postgres { "postgres" } else { "sqlite" }.to_owned(),
        });
    }
    is_vacant(&restoring.url, manifest.schema).await?;
    let (logs, known) = logs(&restoring, &manifest)?;
    if known.is_some_and(|known| known > manifest.size) && !restoring.older_is_known {
        return Err(CopyError::Older {
            size: manifest.size,
            known: known.unwrap_or(0),
        });
    }
    let place = Place {
        log: beside(&restoring.checkpoints, ".partial"),
        restoring,
        manifest,
        logs,
    };
    let (verdict, tombstones) = if is_postgres {
        place.postgres().await?
    } else {
        place.sqlite().await?
    };
    let Place {
        restoring,
        manifest,
        ..
    } = place;
    let older = known.is_some_and(|known| known > manifest.size);
    let settings = Settings {
        url: restoring.url,
        checkpoints: restoring.checkpoints,
        keys: restoring.keys,
        world: restoring.world,
    };
    let after = settle(settings, older).await?;
    Ok(Restored {
        manifest,
        known,
        shredded_again: after.saturating_sub(tombstones),
        verdict,
    })
}

/// The file of an address of SQLite.
fn file_of(url: &str) -> Result<PathBuf, CopyError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|_| StoreError::Configuration("no address of SQLite".to_owned()))?;
    Ok(options.get_filename().to_owned())
}

async fn connect(url: &str) -> Result<PgConnection, CopyError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| StoreError::Configuration("no address of PostgreSQL".to_owned()))?;
    Ok(options.disable_statement_logging().connect().await?)
}

/// Makes sure that nothing is where the data goes: no file; a database without tables, or one where
/// an earlier try did not come to its end.
async fn is_vacant(url: &str, schema: i64) -> Result<(), CopyError> {
    if !url.starts_with("postgres") {
        let file = file_of(url)?;
        let mut places = ["", "-wal", "-journal"]
            .map(|end| beside(&file, end))
            .into_iter();
        return match places.find(|place| place.exists()) {
            Some(there) => Err(CopyError::NotEmpty(there.display().to_string())),
            None => Ok(()),
        };
    }
    let mut conn = connect(url).await?;
    let applied = migrate::applied(&mut On::Postgres(&mut conn)).await?;
    let is_vacant = match applied.last() {
        None => export::is_bare(&mut conn).await?,
        Some(&newest) => {
            let rows = On::Postgres(&mut conn).rows(SETTINGS, Vec::new()).await?;
            newest <= schema && number(&rows)? == 0
        }
    };
    if is_vacant {
        Ok(())
    } else {
        Err(CopyError::NotEmpty("the database".to_owned()))
    }
}

/// The logs at hand, and how many entries the latest knows of that is not the copy's own: that one
/// is always a little ahead, since others wrote while the copy was made.
fn logs(restoring: &Restoring, manifest: &Manifest) -> Result<(Vec<Log>, Option<u64>), CopyError> {
    let key = &manifest.key;
    let mut logs = Vec::new();
    for path in log::lying_at(&restoring.checkpoints) {
        logs.push(Log::read(&path, key)?);
    }
    if let Some(path) = &restoring.latest {
        let latest = Log::read(path, key)?;
        if latest.is_foreign() {
            return Err(CopyError::OtherLog(path.clone()));
        }
        logs.push(latest);
    }
    let known = logs.iter().map(Log::size).max();
    logs.push(Log::read(&restoring.copy.join(LOG), key)?);
    Ok((logs, known))
}

/// Opens what was put back: what was shredded is shredded again, an older schema is brought up to
/// date, and the ledger has an entry. Answers how many tombstones there are.
async fn settle(settings: Settings, older: bool) -> Result<u64, CopyError> {
    // How old the copy is was asked before anything was put in its place.
    let known = Store::open_knowing(settings, BeforeMigrating::Nothing, Older::IsKnown);
    let (store, _) = known.await?;
    let console = Actor::Console(Id::NONE);
    let permit = store
        .gate()
        .permit_new::<RestoreBackup>(&console, &["empty"])
        .map_err(StoreError::from)?;
    let entry = store.unit(permit, move |unit| async move {
        if older {
            unit.reason("older").await;
        }
        unit.cancel_copied().await
    });
    let entry: Result<(), StoreError> = entry.await;
    entry?;
    let counted = store.read_clear(async |look| look.rows(TOMBSTONES, Vec::new()).await);
    let rows: Vec<crate::Row> = counted.await?;
    store.close().await;
    Ok(number(&rows)?)
}

fn number(rows: &[crate::Row]) -> Result<u64, StoreError> {
    let counted = rows.first().ok_or(StoreError::Column("n"))?.int("n")?;
    u64::try_from(counted).map_err(|_| StoreError::Column("n"))
}

/// Where the data goes, and what goes there.
struct Place {
    restoring: Restoring,
    manifest: Manifest,
    logs: Vec<Log>,
    /// The new log, before it is in its place.
    log: PathBuf,
}

impl Place {
    async fn sqlite(&self) -> Result<(Verdict, u64), CopyError> {
        let file = &file_of(&self.restoring.url)?;
        let partial = beside(file, ".partial");
        let _left_by_an_earlier_try = fs::remove_file(&partial);
        let placed = self.sqlite_by(&partial, file).await;
        if placed.is_err() {
            let _gone = fs::remove_file(&partial);
            let _gone = fs::remove_file(&self.log);
        }
        placed
    }

    async fn sqlite_by(&self, partial: &Path, file: &Path) -> Result<(Verdict, u64), CopyError> {
        self.whole(Some(partial)).await?;
        let options = SqliteConnectOptions::new().read_only(true).immutable(true);
        let mut conn = options
            .filename(partial)
            .row_buffer_size(1024)
            .disable_statement_logging()
            .connect()
            .await?;
        let checked = self.check(&mut On::Sqlite(&mut conn)).await?;
        drop(conn);
        log::place(&self.log, &self.restoring.checkpoints)?;
        fs::rename(partial, file).map_err(CopyError::file(file))?;
        files::sync_folder(file);
        Ok(checked)
    }

    async fn postgres(&self) -> Result<(Verdict, u64), CopyError> {
        let mut conn = connect(&self.restoring.url).await?;
        let file = self.whole(None).await?;
        let schema = self.manifest.schema;
        let migrated = MIGRATIONS.run_to(schema, &mut conn).await;
        migrated.map_err(migrate::migration_error)?;
        // Dropped half-way, the line is closed and nothing of it is kept.
        On::Postgres(&mut conn).execute("BEGIN", Vec::new()).await?;
        export::read(&mut conn, &file).await?;
        let checked = self.check(&mut On::Postgres(&mut conn)).await;
        if checked.is_err() {
            let _gone = fs::remove_file(&self.log);
        }
        let checked = checked?;
        log::place(&self.log, &self.restoring.checkpoints)?;
        On::Postgres(&mut conn)
            .execute("COMMIT", Vec::new())
            .await?;
        Ok(checked)
    }

    /// Makes sure that the files are as they were signed; the data is written where it is told.
    async fn whole(&self, to: Option<&Path>) -> Result<PathBuf, CopyError> {
        let data = check::data(&self.manifest)?;
        let (copy, manifest) = (self.restoring.copy.clone(), self.manifest.clone());
        let (file, to) = (copy.join(data), to.map(Path::to_owned));
        apart(move || {
            check::whole(&copy, &manifest, LOG, None)?;
            check::whole(&copy, &manifest, data, to.as_deref())
        })
        .await?;
        Ok(file)
    }

    /// Writes the new log, and holds the ledger against it and against the manifest. Answers how
    /// many tombstones the copy has.
    async fn check(&self, on: &mut On<'_>) -> Result<(Verdict, u64), CopyError> {
        let Manifest {
            key, size, root, ..
        } = &self.manifest;
        log::write(&self.logs, *size, key, &self.log)?;
        let log = offline::Log::open(&self.log)?;
        let verdict = offline::check(on, key, Some(log), |_| {}).await?;
        let head = verdict.head.as_ref().map(|head| (head.size, head.root));
        if !verdict.holds() {
            let faults: Vec<&str> = verdict.faults.iter().map(ledger::Fault::code).collect();
            if !self.restoring.faults_are_known {
                return Err(CopyError::Ledger(faults.join(", ")));
            }
        } else if *size > 0 && head != Some((*size, *root)) {
            return Err(CopyError::Ledger("head".to_owned()));
        }
        let rows = on.rows(TOMBSTONES, Vec::new()).await?;
        Ok((verdict, number(&rows)?))
    }
}
