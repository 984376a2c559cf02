//! SQLite's one writer: a fair lock, a savepoint for each unit, one commit for all that wait.
//!
//! The first unit of a batch says `BEGIN IMMEDIATE`; each unit is a savepoint, rolled back alone
//! on error; when nobody waits, or after [`BATCH`] units, whoever holds the lock commits, and only
//! then is any of them acknowledged. A failed commit fails them all.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use sqlx::SqliteConnection;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::StoreError;
use crate::journal::Journal;
use crate::sql::On;

/// How many units one commit carries at most.
const BATCH: usize = 256;

pub(crate) struct Writer {
    state: Arc<Mutex<State>>,
    waiting: AtomicUsize,
    commits: AtomicU64,
    journal: Arc<Journal>,
}

struct State {
    conn: SqliteConnection,
    batch_open: bool,
    unit_open: bool,
    acks: Vec<oneshot::Sender<bool>>,
    /// Tombstones of the keys that this batch destroyed: their old pages must leave the
    /// write-ahead log as well.
    shredded: Vec<String>,
}

/// The writer, held for one unit.
pub(crate) struct Turn(OwnedMutexGuard<State>);

impl Turn {
    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.0.conn
    }
}

async fn say(conn: &mut SqliteConnection, sql: &'static str) -> Result<(), StoreError> {
    On::Sqlite(conn).execute(sql, Vec::new()).await.map(drop)
}

impl Writer {
    pub(crate) fn new(conn: SqliteConnection, journal: Arc<Journal>) -> Self {
        let state = State {
            conn,
            batch_open: false,
            unit_open: false,
            acks: Vec::new(),
            shredded: Vec::new(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
            waiting: AtomicUsize::new(0),
            commits: AtomicU64::new(0),
            journal,
        }
    }

    /// How many commits were made since the start.
    pub(crate) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Waits for the writer and opens a savepoint on it.
    pub(crate) async fn turn(&self) -> Result<Turn, StoreError> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut state = self.state.clone().lock_owned().await;
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        if state.unit_open {
            // The unit before was cut off half-way; what it wrote goes.
            self.undo(&mut state).await?;
        }
        if !state.batch_open {
            say(&mut state.conn, "BEGIN IMMEDIATE").await?;
            state.batch_open = true;
        }
        if let Err(error) = say(&mut state.conn, "SAVEPOINT unit").await {
            self.fail(&mut state).await;
            return Err(error);
        }
        state.unit_open = true;
        Ok(Turn(state))
    }

    /// Keeps the unit, commits if nobody waits, and returns once it is durable.
    pub(crate) async fn keep(&self, turn: Turn, shredded: Vec<String>) -> Result<(), StoreError> {
        let Turn(mut state) = turn;
        if say(&mut state.conn, "RELEASE unit").await.is_err() {
            self.fail(&mut state).await;
            return Err(StoreError::Busy);
        }
        state.unit_open = false;
        state.shredded.extend(shredded);
        let (ack, acknowledged) = oneshot::channel();
        state.acks.push(ack);
        self.close_if_last(&mut state).await;
        drop(state);
        match acknowledged.await {
            Ok(true) => Ok(()),
            _ => Err(StoreError::Busy),
        }
    }

    /// Undoes the unit; the others of its batch are untouched.
    pub(crate) async fn discard(&self, turn: Turn) -> Result<(), StoreError> {
        let Turn(mut state) = turn;
        self.undo(&mut state).await?;
        self.close_if_last(&mut state).await;
        Ok(())
    }

    async fn undo(&self, state: &mut State) -> Result<(), StoreError> {
        state.unit_open = false;
        let undone = async {
            say(&mut state.conn, "ROLLBACK TO unit").await?;
            say(&mut state.conn, "RELEASE unit").await
        };
        if undone.await.is_err() {
            // A full disk makes SQLite roll back everything by itself: nobody of this batch is kept.
            self.fail(state).await;
            return Err(StoreError::Busy);
        }
        Ok(())
    }

    async fn close_if_last(&self, state: &mut State) {
        if self.waiting.load(Ordering::SeqCst) > 0 && state.acks.len() < BATCH {
            return;
        }
        if state.acks.is_empty() {
            self.fail(state).await;
            return;
        }
        let committed = async {
            let note = self
                .journal
                .sequence(&mut On::Sqlite(&mut state.conn))
                .await?;
            say(&mut state.conn, "COMMIT").await?;
            Ok::<_, StoreError>(note)
        };
        match committed.await {
            Ok(note) => {
                state.batch_open = false;
                self.commits.fetch_add(1, Ordering::Relaxed);
                // The database is already durable; a line that cannot be written now is written,
                // and marked, at the next start.
                if let Some(note) = note {
                    self.journal.log(&note);
                }
                for ack in state.acks.drain(..) {
                    // Whoever asked may be gone; the unit is kept all the same.
                    let _gone = ack.send(true);
                }
                let shredded = std::mem::take(&mut state.shredded);
                shredded.iter().for_each(|note| self.journal.log(note));
                if !shredded.is_empty() {
                    let truncated = say(&mut state.conn, "PRAGMA wal_checkpoint(TRUNCATE)").await;
                    if truncated.is_err() {
                        tracing::warn!("the write-ahead log could not be cut after a shredding");
                    }
                }
            }
            Err(error) => {
                tracing::error!(%error, "a batch could not be committed");
                self.fail(state).await;
            }
        }
    }

    async fn fail(&self, state: &mut State) {
        if state.batch_open {
            // Fails where SQLite has rolled back by itself: then there is nothing to undo.
            let _already = say(&mut state.conn, "ROLLBACK").await;
        }
        state.batch_open = false;
        state.unit_open = false;
        state.shredded.clear();
        for ack in state.acks.drain(..) {
            let _gone = ack.send(false);
        }
    }
}
