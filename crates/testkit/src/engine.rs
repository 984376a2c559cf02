//! One test body, two engines, a fresh database each.

use std::path::Path;

use tempfile::TempDir;

use crate::place;
use crate::postgres::{self, Fresh};

/// A database engine that the program runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A database of its own on a throw-away server.
    Postgres,
}

/// An empty database that is removed when this is dropped.
pub struct Database {
    engine: Engine,
    url: String,
    folder: Option<TempDir>,
    _fresh: Option<Fresh>,
}

impl Engine {
    /// Both engines.
    pub const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];

    /// A fresh database, or nothing where no server can be had and the test may be skipped.
    pub fn database(self) -> Option<Database> {
        match self {
            Self::Sqlite => {
                let folder = place::folder();
                let url = format!("sqlite://{}", folder.path().join("najat.db").display());
                Some(Database {
                    engine: self,
                    url,
                    folder: Some(folder),
                    _fresh: None,
                })
            }
            Self::Postgres => Some(Database::on_server(postgres::postgres()?.database())),
        }
    }

    /// The same for a body that opens the store: on PostgreSQL every migration is in it already.
    fn ready(self) -> Option<Database> {
        match self {
            Self::Sqlite => self.database(),
            Self::Postgres => Some(Database::on_server(postgres::postgres()?.migrated())),
        }
    }
}

impl Database {
    fn on_server(fresh: Fresh) -> Self {
        Self {
            engine: Engine::Postgres,
            url: fresh.url().to_owned(),
            folder: None,
            _fresh: Some(fresh),
        }
    }

    /// The address by which the program opens it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The engine on which it lies.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder that holds nothing but its files, on SQLite.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(TempDir::path)
    }
}

/// Runs a test's body on each engine, on a fresh database: what the store makes when it opens one may
/// stand in it already, no record does.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// testkit::on_both_engines(async |url: String| {
///     assert!(url.starts_with("sqlite://") || url.starts_with("postgres://"));
/// })
/// .await;
/// # }
/// ```
pub async fn on_both_engines<F: AsyncFn(String)>(body: F) {
    for engine in Engine::ALL {
        if let Some(database) = engine.ready() {
            eprintln!("on {engine:?}");
            body(database.url().to_owned()).await;
        }
    }
}
