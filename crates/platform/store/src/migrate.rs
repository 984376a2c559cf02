//! Bringing a database up to date: a newer one is refused before anything in it changes, and an
//! older one is copied first, so that there is a way back.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use crate::backup::private_file;
use crate::sql::On;
use crate::{StoreError, args};

/// Reads files of the folder `migrations` as the program was made. The macro that the library has for
/// it would compile both engines a second time, for the compiler.
macro_rules! carried {
    ($($file:literal)+) => {
        &[$(($file, include_str!(concat!("../../../../migrations/", $file, ".sql"))),)+]
    };
}

/// The migrations, each with its number and its name.
const CARRIED: &[(&str, &str)] = carried! {
    "0101_records"
    "0102_ledger"
    "0103_events"
    "0104_people"
    "0105_reports"
    "0106_clocks"
    "0107_shelters"
    "0108_figures"
    "0109_board"
    "0110_screenings"
    "0111_cases"
    "0112_saved"
    "0113_interpreters"
    "0114_names"
};

pub(crate) static MIGRATIONS: LazyLock<Migrator> = LazyLock::new(|| {
    let migrations = CARRIED.iter().filter_map(|(name, sql)| {
        let (version, name) = name.split_once('_')?;
        let (version, name) = (version.parse().ok()?, name.replace('_', " "));
        let simple = MigrationType::Simple;
        Some(Migration::new(
            version,
            name.into(),
            simple,
            sql.into_sql_str(),
            false,
        ))
    });
    Migrator::with_migrations(migrations.collect())
});

crate::statements! {
    APPLIED = "SELECT version FROM _sqlx_migrations ORDER BY version";
}

/// What happens to an older database before it is brought up to date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BeforeMigrating {
    /// It is copied: SQLite to a file beside it, PostgreSQL to a folder beside `checkpoints.log`.
    #[default]
    Copy,
    /// Nothing: there is a copy already.
    Nothing,
    /// It is left as it is and not opened: the program that serves it may be an older one.
    Refuse,
}

/// The newest migration of those given.
pub(crate) fn newest(migrations: &Migrator) -> i64 {
    let versions = migrations.iter().map(|migration| migration.version);
    versions.max().unwrap_or(0)
}

/// The migrations that a database has; none, where nothing was ever kept.
pub(crate) async fn applied(on: &mut On<'_>) -> Result<Vec<i64>, StoreError> {
    let begun = match on {
        On::Sqlite(_) => "SELECT name FROM sqlite_master WHERE name = '_sqlx_migrations'",
        On::Postgres(_) => {
            "SELECT tablename AS name FROM pg_tables \
             WHERE tablename = '_sqlx_migrations' AND schemaname = current_schema()"
        }
    };
    if on.rows(begun, Vec::new()).await?.is_empty() {
        return Ok(Vec::new());
    }
    let rows = on.rows(APPLIED, Vec::new()).await?;
    rows.iter().map(|row| row.int("version")).collect()
}

/// The number of the first migration that this program reads. What has lower numbers was made before the first release, by
/// another set of tables.
pub const FIRST: i64 = 101;

/// Refuses data of this schema where this program cannot bring it up to date.
pub(crate) fn refuse_unreadable(found: i64, migrations: &Migrator) -> Result<(), StoreError> {
    let known = newest(migrations);
    if found < FIRST {
        Err(StoreError::EarlierSchema { found })
    } else if found > known {
        Err(StoreError::NewerSchema { found, known })
    } else {
        Ok(())
    }
}

/// The first migration that a database lacks which holds something already. One that this program
/// cannot bring up to date is refused.
pub(crate) async fn pending(
    on: &mut On<'_>,
    migrations: &Migrator,
) -> Result<Option<i64>, StoreError> {
    let applied: HashSet<i64> = applied(on).await?.into_iter().collect();
    let Some(&found) = applied.iter().max() else {
        return Ok(None);
    };
    refuse_unreadable(found, migrations)?;
    let mut missing = migrations
        .iter()
        .map(|migration| migration.version)
        .filter(|version| !applied.contains(version));
    Ok(missing.next())
}

/// What went wrong in a migration.
pub(crate) fn migration_error(error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(version)
        | MigrateError::VersionTooNew(version, _)
        | MigrateError::VersionMismatch(version) => StoreError::Configuration(format!(
            "migration {version} of the database is not the one this program carries"
        )),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        _ => StoreError::Engine("migration".to_owned()),
    }
}

/// Copies SQLite's file to one beside it, named after the first migration that it lacks. A copy of
/// that name is older, or was left by a start that did not come to the migration: it is replaced.
pub(crate) async fn copy_beside(
    on: &mut On<'_>,
    database: &Path,
    first: i64,
) -> Result<(), StoreError> {
    let kept = beside(database, &format!(".before-{first}"));
    let partial = beside(&kept, ".partial");
    if let Err(error) = vacuum_into(on, &partial).await {
        let _not_there = fs::remove_file(&partial);
        return Err(not_copied(first, &error));
    }
    fs::rename(&partial, &kept).map_err(|error| not_copied(first, &error.kind()))?;
    crate::backup::sync_folder(&kept);
    tracing::info!("the database was copied to {} first", kept.display());
    Ok(())
}

/// Writes a whole copy of the database, as it stands at one moment, into a file of this name.
pub(crate) async fn vacuum_into(on: &mut On<'_>, file: &Path) -> Result<(), StoreError> {
    let unusable = |error: std::io::Error| {
        StoreError::Configuration(format!(
            "{} takes nothing: {}",
            file.display(),
            error.kind()
        ))
    };
    let _not_there = fs::remove_file(file);
    // SQLite takes an empty file, and keeps the mode that it has.
    let made = private_file(file).map_err(unusable)?;
    let name = file
        .to_str()
        .ok_or_else(|| StoreError::Configuration("the folder's name is not Unicode".to_owned()))?;
    on.execute("VACUUM INTO $1", args![name]).await?;
    made.sync_all().map_err(unusable)
}

/// An older database that must not be brought up to date.
pub(crate) fn older(first: i64) -> StoreError {
    StoreError::Configuration(format!(
        "this data was written by an older najat (migration {first} is missing): do this with the \
         program that serves it"
    ))
}

/// Why nothing was brought up to date.
pub(crate) fn not_copied(first: i64, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Configuration(format!(
        "the database could not be copied before migration {first} ({why}), and nothing was \
         changed: make room for a copy and start again"
    ))
}

/// A name with an end of ours.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

#[cfg(test)]
mod tests;
