//! What needs no permit: looks at columns in clear, and upkeep of what is no record.

use std::sync::Arc;

use access::Actor;
use tokio::sync::Mutex;

use crate::sql::{Conn, Row, Value};
use crate::unit::{Inner, Work};
use crate::{Store, StoreError};

/// A look at columns in clear, without a permit: what is found this way opens nothing sealed and
/// changes nothing. Readers' names and duty numbers are read so, and the session behind a cookie.
pub struct ClearReader(pub(crate) Arc<Mutex<Inner>>);

impl ClearReader {
    pub(crate) fn new(conn: Conn) -> Self {
        Self(Arc::new(Mutex::new(Inner::new(conn, true))))
    }

    /// Rows of a statement.
    pub async fn rows(&self, sql: &'static str, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.0.lock().await.rows(sql, args).await
    }

    /// The first row of a statement, if any.
    pub async fn maybe_row(
        &self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, args).await?.into_iter().next())
    }

    /// Ends the look for whoever still holds it, and gives the connection back.
    pub(crate) async fn leave(&self) -> Result<(), StoreError> {
        let conn = self.0.lock().await.finish().conn;
        match conn {
            Some(conn) => conn.leave().await,
            None => Ok(()),
        }
    }
}

/// Upkeep of what is no record: the last sight of a session, counts of guesses, old form keys.
/// It writes without a permit and without an entry in the ledger, and opens nothing sealed.
#[derive(Clone)]
pub struct Upkeep(pub(crate) Work);

impl Upkeep {
    /// Rows of a statement.
    pub async fn rows(&self, sql: &'static str, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.0.rows(sql, args).await
    }

    /// Runs a statement; tells how many rows it changed.
    pub async fn execute(&self, sql: &'static str, args: Vec<Value>) -> Result<u64, StoreError> {
        self.0.execute(sql, args).await
    }

    pub(crate) fn begin(store: &Store, conn: Conn) -> Self {
        Self(Work::begin(store, conn, Actor::Rule("Upkeep"), false))
    }
}
