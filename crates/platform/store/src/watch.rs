//! Checking the ledger while the program runs, and taking it out whole. Both look at one state of
//! the database beside the writers, and let nobody wait.

use std::sync::{Arc, Mutex, PoisonError};

use futures::TryStreamExt as _;
use ledger::Verdict;
use record::Moment;
use tokio::sync::mpsc;

use crate::offline::{self, EXPORT, Log};
use crate::sql::Conn;
use crate::{Store, StoreError};

crate::statements! {
    SIZE = "SELECT size FROM ledger_head WHERE one = 1";
    NOTES = "SELECT note FROM ledger_checkpoint ORDER BY size";
    LEAVES = "SELECT seq, body, hash FROM ledger_leaf ORDER BY seq";
}

/// How far the last check of the ledger came, since the program began.
#[derive(Clone, Debug, Default)]
pub enum Check {
    /// None was asked for yet.
    #[default]
    Never,
    /// One runs.
    Running {
        /// How many entries were read.
        read: u64,
        /// How many there were when it began.
        of: u64,
    },
    /// One ended.
    Done {
        /// When it began: what was done later it did not see.
        at: Moment,
        /// What it found.
        verdict: Arc<Verdict>,
    },
    /// One could not be done.
    Failed {
        /// When it began.
        at: Moment,
    },
}

/// The last check, shared with whoever asks how far it is.
pub(crate) type Watch = Arc<Mutex<Check>>;

fn set(watch: &Watch, check: Check) {
    *watch.lock().unwrap_or_else(PoisonError::into_inner) = check;
}

impl Store {
    /// How far the last check came.
    pub fn ledger_check(&self) -> Check {
        let check = self.0.check.lock().unwrap_or_else(PoisonError::into_inner);
        check.clone()
    }

    /// Begins to check the whole ledger against `checkpoints.log`, unless that is being done.
    pub fn check_ledger(&self) {
        {
            let mut check = self.0.check.lock().unwrap_or_else(PoisonError::into_inner);
            if matches!(*check, Check::Running { .. }) {
                return;
            }
            *check = Check::Running { read: 0, of: 0 };
        }
        let store = self.clone();
        tokio::spawn(async move {
            let at = store.world().now();
            let end = match store.check_now().await {
                Ok(verdict) => Check::Done {
                    at,
                    verdict: Arc::new(verdict),
                },
                Err(error) => {
                    tracing::error!(%error, "the ledger could not be checked");
                    Check::Failed { at }
                }
            };
            set(&store.0.check, end);
        });
    }

    async fn check_now(&self) -> Result<Verdict, StoreError> {
        let (mut conn, log, of) = self.still().await?;
        let watch = self.0.check.clone();
        let key = self.journal().public_key();
        let tell = move |read| set(&watch, Check::Running { read, of });
        tell(0);
        let verdict = offline::check(&mut conn.on(), &key, Some(log), tell).await;
        conn.leave().await?;
        verdict
    }

    /// One state of the database, and the log as it was with it: no commit lies between the two.
    async fn still(&self) -> Result<(Conn, Log, u64), StoreError> {
        self.sequence().await?;
        let held = self.journal().hold().await;
        let log = self.journal().log()?;
        let mut conn = self.begin_reading().await?;
        // The first statement fixes what the transaction sees.
        let rows = conn.on().rows(SIZE, Vec::new()).await?;
        drop(held);
        let size = rows.first().map_or(Ok(0), |row| row.int("size"))?;
        Ok((conn, log, u64::try_from(size).unwrap_or(0)))
    }

    /// Takes the whole ledger out, line by line, for [`offline::verify_export`]: the signed
    /// checkpoints, then every entry with its hash. Ends early where nobody takes the lines.
    pub async fn export_ledger(&self, lines: mpsc::Sender<String>) -> Result<(), StoreError> {
        let (mut conn, _, _) = self.still().await?;
        let origin = self.journal().public_key().to_string();
        let exported = export(&mut conn, &origin, &lines).await;
        conn.leave().await?;
        exported
    }
}

async fn export(
    conn: &mut Conn,
    key: &str,
    lines: &mpsc::Sender<String>,
) -> Result<(), StoreError> {
    let mut gone = lines.send(format!("{EXPORT}\t{key}\n")).await.is_err();
    let mut on = conn.on();
    let mut notes = on.stream(NOTES);
    while let Some(row) = notes.try_next().await?
        && !gone
    {
        let note = row.text("note")?.replace('\n', "\t");
        gone = lines.send(format!("checkpoint\t{note}\n")).await.is_err();
    }
    drop(notes);
    let mut leaves = on.stream(LEAVES);
    while let Some(row) = leaves.try_next().await?
        && !gone
    {
        let (seq, hash, body) = (row.int("seq")?, row.bytes("hash")?, row.bytes("body")?);
        let line = format!("entry\t{seq}\t{}\t{}\n", hex(&hash), hex(&body));
        gone = lines.send(line).await.is_err();
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| {
        DIGITS
            .get(usize::from(half))
            .map_or('0', |digit| char::from(*digit))
    };
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
