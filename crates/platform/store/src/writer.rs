//! SQLite's one writer: a fair lock, a savepoint for each unit, one commit for all that wait.
//!
//! The first unit of a batch says `BEGIN IMMEDIATE`; each unit is a savepoint, rolled back alone
//! on error; when nobody waits, or after [`BATCH`] units, whoever holds the lock commits, and only
//! then is any of them acknowledged. A failed commit fails them all. Where a batch has lines for
//! `checkpoints.log`, the lock goes on to the next batch while they are written, and the commit of
//! one that has lines too waits for that. A batch begins in the [door](crate::door), where another
//! process may stand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};
use tokio::time::{sleep, timeout};

use crate::StoreError;
use crate::journal::Journal;
use crate::process_lock::ProcessLock;
use crate::sql::On;

/// How many units one commit carries at most.
const BATCH: usize = 256;

/// How long a unit waits for its turn before its caller is told to come back later.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How often the write-ahead log is tried to be cut while readers of an older state hold it.
const AGAIN: Duration = Duration::from_millis(200);

#[derive(Clone)]
pub(crate) struct Writer(Arc<Shared>);

struct Shared {
    state: Arc<Mutex<State>>,
    waiting: AtomicUsize,
    commits: AtomicU64,
    journal: Arc<Journal>,
}

struct State {
    /// Taken out when the store is closed.
    conn: Option<SqliteConnection>,
    lock: ProcessLock,
    batch_open: bool,
    unit_open: bool,
    acks: Vec<oneshot::Sender<bool>>,
    /// Tombstones of the keys that this batch destroyed.
    shredded: Vec<String>,
    /// Checkpoints that this batch signed.
    notes: Vec<String>,
    /// Destroyed keys may still stand in the write-ahead log.
    to_cut: bool,
}

/// The writer, held for one unit.
pub(crate) struct Turn(OwnedMutexGuard<State>);

impl Turn {
    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        self.0
            .conn
            .as_mut()
            .expect("a turn is given only while the writer has its connection")
    }
}

impl State {
    async fn say(&mut self, sql: &'static str) -> Result<(), StoreError> {
        let conn = self.conn.as_mut().ok_or(StoreError::Busy)?;
        On::Sqlite(conn).execute(sql, Vec::new()).await.map(drop)
    }

    async fn begin(&mut self) -> Result<(), StoreError> {
        let _standing = self.lock.enter().await;
        let begun = self.say("BEGIN IMMEDIATE").await;
        if begun.is_err() && self.say("ROLLBACK").await.is_ok() {
            // A transaction was left open by a rollback that had failed.
            return self.say("BEGIN IMMEDIATE").await;
        }
        begun
    }

    /// Moves the write-ahead log into the database file and empties it, unless a reader still
    /// looks at an older state.
    async fn cut(&mut self) -> Result<(), StoreError> {
        let conn = self.conn.as_mut().ok_or(StoreError::Busy)?;
        self.to_cut = !cut(&mut On::Sqlite(conn)).await?;
        Ok(())
    }
}

/// Moves the write-ahead log into the database file and empties it; answers whether it could. A
/// reader may look for long, here or in another process, and units wait behind this.
pub(crate) async fn cut(on: &mut On<'_>) -> Result<bool, StoreError> {
    on.rows("PRAGMA busy_timeout = 100", Vec::new()).await?;
    let rows = on.rows("PRAGMA wal_checkpoint(TRUNCATE)", Vec::new()).await;
    on.rows("PRAGMA busy_timeout = 5000", Vec::new()).await?;
    let rows = rows?;
    Ok(rows.first().map_or(Ok(1), |row| row.int("busy"))? == 0)
}

/// Counts who waits, for as long as they do.
struct Waiting<'w>(&'w AtomicUsize);

impl<'w> Waiting<'w> {
    fn on(count: &'w AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Writer {
    pub(crate) fn new(
        conn: SqliteConnection,
        journal: Arc<Journal>,
        lock: ProcessLock,
        to_cut: bool,
    ) -> Self {
        let state = State {
            conn: Some(conn),
            lock,
            batch_open: false,
            unit_open: false,
            acks: Vec::new(),
            shredded: Vec::new(),
            notes: Vec::new(),
            to_cut,
        };
        Self(Arc::new(Shared {
            state: Arc::new(Mutex::new(state)),
            waiting: AtomicUsize::new(0),
            commits: AtomicU64::new(0),
            journal,
        }))
    }

    /// How many commits were made since the start.
    pub(crate) fn commits(&self) -> u64 {
        self.0.commits.load(Ordering::Relaxed)
    }

    /// Waits for the writer and opens a savepoint on it.
    pub(crate) async fn turn(&self) -> Result<Turn, StoreError> {
        let mut state = {
            let _waiting = Waiting::on(&self.0.waiting);
            let lock = self.0.state.clone().lock_owned();
            timeout(PATIENCE, lock)
                .await
                .map_err(|_| StoreError::Busy)?
        };
        if state.conn.is_none() {
            return Err(StoreError::Busy);
        }
        if state.unit_open {
            // The unit before was cut off half-way; what it wrote goes.
            undo(&mut state).await?;
        }
        if !state.batch_open {
            state.begin().await?;
            state.batch_open = true;
        }
        if let Err(error) = state.say("SAVEPOINT unit").await {
            fail(&mut state).await;
            return Err(error);
        }
        state.unit_open = true;
        Ok(Turn(state))
    }

    /// Keeps the unit, commits if nobody waits, and returns once it is durable.
    pub(crate) async fn keep(&self, turn: Turn, shredded: Vec<String>) -> Result<(), StoreError> {
        self.keep_with(turn, shredded, None).await
    }

    /// Moves waiting entries to leaves, in a unit of its own.
    pub(crate) async fn sequence(&self) -> Result<(), StoreError> {
        let mut turn = self.turn().await?;
        let moved = self.0.journal.sequence(&mut On::Sqlite(turn.conn())).await;
        match moved {
            Ok(Some(note)) => self.keep_with(turn, Vec::new(), Some(note)).await,
            Ok(None) => self.discard(turn).await,
            Err(error) => {
                self.discard(turn).await?;
                Err(error)
            }
        }
    }

    async fn keep_with(
        &self,
        turn: Turn,
        shredded: Vec<String>,
        note: Option<String>,
    ) -> Result<(), StoreError> {
        let Turn(mut state) = turn;
        if state.say("RELEASE unit").await.is_err() {
            fail(&mut state).await;
            return Err(StoreError::Busy);
        }
        state.unit_open = false;
        state.shredded.extend(shredded);
        state.notes.extend(note);
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
        undo(&mut state).await?;
        self.close_if_last(&mut state).await;
        Ok(())
    }

    /// Empties the write-ahead log and lets the connection go; later units are refused.
    pub(crate) async fn close(&self) {
        let mut state = self.0.state.clone().lock_owned().await;
        // A unit that was cut off half-way goes, and those before it are kept.
        let whole = !state.unit_open || undo(&mut state).await.is_ok();
        if whole {
            self.commit(&mut state).await;
        }
        let cut = state.cut().await;
        if cut.is_err() || state.to_cut {
            tracing::warn!("the write-ahead log could not be emptied at the end");
        }
        if let Some(conn) = state.conn.take() {
            // The file is whole either way: what could not be tidied up now is at the next start.
            let _closed = conn.close().await;
        }
        // The last batch's line is written by a task of its own.
        drop(self.0.journal.hold().await);
    }

    async fn close_if_last(&self, state: &mut State) {
        if self.0.waiting.load(Ordering::SeqCst) == 0 || state.acks.len() >= BATCH {
            self.commit(state).await;
        }
    }

    async fn commit(&self, state: &mut State) {
        if state.acks.is_empty() {
            fail(state).await;
            return;
        }
        let has_lines = !state.shredded.is_empty() || !state.notes.is_empty();
        // Held from before the commit, so that lines stand in the order of the commits.
        let log = if has_lines {
            Some(self.0.journal.hold().await)
        } else {
            None
        };
        if let Err(error) = state.say("COMMIT").await {
            tracing::error!(%error, "a batch could not be committed");
            return fail(state).await;
        }
        state.batch_open = false;
        self.0.commits.fetch_add(1, Ordering::Relaxed);
        let acks = std::mem::take(&mut state.acks);
        let shredded = std::mem::take(&mut state.shredded);
        let notes = std::mem::take(&mut state.notes);
        if !shredded.is_empty() || state.to_cut {
            self.cut(state).await;
        }
        let Some(log) = log else {
            return acknowledge(acks);
        };
        tokio::spawn(async move {
            log.write(notes.into_iter().chain(shredded).collect()).await;
            acknowledge(acks);
        });
    }

    /// Takes destroyed keys out of the write-ahead log: now, or as soon as no reader looks at a
    /// state in which they were there.
    async fn cut(&self, state: &mut State) {
        let known = state.to_cut;
        if let Err(error) = state.cut().await {
            tracing::warn!(%error, "the write-ahead log could not be cut after a shredding");
            state.to_cut = true;
        }
        if !state.to_cut || known {
            return;
        }
        let shared = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            loop {
                sleep(AGAIN).await;
                let Some(shared) = shared.upgrade() else {
                    return;
                };
                let mut state = shared.state.lock().await;
                if !state.batch_open && state.conn.is_some() {
                    // Told above, once; the next try is near.
                    let _not_yet = state.cut().await;
                }
                if !state.to_cut || state.conn.is_none() {
                    return;
                }
            }
        });
    }
}

fn acknowledge(acks: Vec<oneshot::Sender<bool>>) {
    for ack in acks {
        // Whoever asked may be gone; the unit is kept all the same.
        let _gone = ack.send(true);
    }
}

async fn undo(state: &mut State) -> Result<(), StoreError> {
    state.unit_open = false;
    let undone = async {
        state.say("ROLLBACK TO unit").await?;
        state.say("RELEASE unit").await
    };
    if undone.await.is_err() {
        // A full disk makes SQLite roll back everything by itself: nobody of this batch is kept.
        fail(state).await;
        return Err(StoreError::Busy);
    }
    Ok(())
}

async fn fail(state: &mut State) {
    if state.batch_open {
        // Fails where SQLite has rolled back by itself: then there is nothing to undo.
        let _already = state.say("ROLLBACK").await;
    }
    state.batch_open = false;
    state.unit_open = false;
    state.shredded.clear();
    state.notes.clear();
    for ack in state.acks.drain(..) {
        let _gone = ack.send(false);
    }
}
