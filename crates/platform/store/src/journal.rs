//! The ledger as it is kept: entries written with their units, moved to dense leaves in batches,
//! a signed checkpoint for each batch, and a line of it outside the database.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ledger::{Entry, LogLine, PublicKey, Signer, Tombstone, Tree};
use record::{Id, Moment, Purpose};
use vault::DomainKey;

use crate::sql::On;
use crate::{StoreError, args};

crate::statements! {
    INSERT_PENDING = "INSERT INTO ledger_pending (id, at, body) VALUES ($1, $2, $3)";
    PENDING = "SELECT id, body FROM ledger_pending ORDER BY at, id LIMIT 4096";
    DROP_PENDING = "DELETE FROM ledger_pending WHERE id = $1";
    LOCK_HEAD = "UPDATE ledger_head SET size = size WHERE one = 1";
    HEAD = "SELECT size, tree FROM ledger_head WHERE one = 1";
    FIRST_HEAD = "INSERT INTO ledger_head (one, size, tree) VALUES (1, 0, $1) ON CONFLICT (one) DO NOTHING";
    SET_HEAD = "UPDATE ledger_head SET size = $1, tree = $2 WHERE one = 1";
    INSERT_LEAF = "INSERT INTO ledger_leaf (seq, body, hash) VALUES ($1, $2, $3)";
    INSERT_CHECKPOINT = "INSERT INTO ledger_checkpoint (size, note) VALUES ($1, $2)";
    TOMBSTONES = "SELECT record, signed FROM tombstone ORDER BY at";
    CHECKPOINTS_AFTER = "SELECT note FROM ledger_checkpoint WHERE size > $1 ORDER BY size";
}

/// An entry of a unit before it is written.
pub(crate) struct Draft {
    action: &'static str,
    purpose: Purpose,
    pub(crate) record: Id,
    pub(crate) reason: Option<String>,
    pub(crate) shown: Vec<Id>,
}

impl Draft {
    pub(crate) fn new(action: &'static str, purpose: Purpose, record: Id) -> Self {
        Self {
            action,
            purpose,
            record,
            reason: None,
            shown: Vec::new(),
        }
    }
}

/// Signs checkpoints and keeps `checkpoints.log`.
pub struct Journal {
    signer: Signer,
    commitments: DomainKey,
    path: PathBuf,
    log: Mutex<Option<File>>,
}

impl Journal {
    pub(crate) fn open(key: DomainKey, origin: &str, path: &Path) -> Result<Self, StoreError> {
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .map_err(|error| {
                StoreError::Configuration(format!(
                    "checkpoints.log cannot be written: {}",
                    error.kind()
                ))
            })?;
        Ok(Self {
            signer: Signer::from_seed(&key.signing_seed(), origin)
                .map_err(|error| StoreError::Configuration(error.to_string()))?,
            commitments: key,
            path: path.to_owned(),
            log: Mutex::new(Some(log)),
        })
    }

    /// The key with which anybody can verify.
    pub fn public_key(&self) -> PublicKey {
        self.signer.public_key().clone()
    }

    /// What the ledger writes in place of a record: nobody can tell the record from it without
    /// the installation's key, and the same record always gives the same.
    pub fn commitment(&self, record: Id) -> [u8; 32] {
        vault::commitment::commit(&self.commitments, &record.to_string())
    }

    pub(crate) fn entry(&self, draft: &Draft, actor: &str, outcome: &str, at: Moment) -> Vec<u8> {
        let object = if draft.shown.is_empty() {
            self.commitment(draft.record)
        } else {
            let ids: Vec<String> = draft.shown.iter().map(Id::to_string).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            vault::commitment::commit_all(&self.commitments, &ids)
        };
        Entry {
            at,
            actor: actor.to_owned(),
            action: draft.action.to_owned(),
            purpose: draft.purpose.code().to_owned(),
            object,
            outcome: outcome.to_owned(),
            reason: draft.reason.clone(),
            shown: u32::try_from(draft.shown.len()).unwrap_or(u32::MAX),
        }
        .encode()
    }

    pub(crate) async fn write(
        &self,
        on: &mut On<'_>,
        id: Id,
        at: Moment,
        body: Vec<u8>,
    ) -> Result<(), StoreError> {
        on.execute(INSERT_PENDING, args![id, at, body])
            .await
            .map(drop)
    }

    pub(crate) async fn begin(&self, on: &mut On<'_>) -> Result<(), StoreError> {
        on.execute(FIRST_HEAD, args![Tree::default().to_bytes()])
            .await
            .map(drop)
    }

    /// Moves what waits to dense leaves and signs a checkpoint over them; returns its note. The
    /// head is always read from the database. Whoever holds the head's row is the one sequencer.
    pub(crate) async fn sequence(&self, on: &mut On<'_>) -> Result<Option<String>, StoreError> {
        if matches!(on, On::Postgres(_)) {
            on.execute(LOCK_HEAD, Vec::new()).await?;
        }
        let pending = on.rows(PENDING, Vec::new()).await?;
        if pending.is_empty() {
            return Ok(None);
        }
        let head = on.rows(HEAD, Vec::new()).await?.into_iter().next();
        let head = head.ok_or(StoreError::Column("ledger_head"))?;
        let mut tree =
            Tree::from_bytes(&head.bytes("tree")?).map_err(|_| StoreError::Column("tree"))?;
        for row in &pending {
            let body = row.bytes("body")?;
            let hash = ledger::leaf_hash(&body);
            let seq = tree.size();
            tree.append(hash);
            on.execute(INSERT_LEAF, args![number(seq), body, hash.to_vec()])
                .await?;
            on.execute(DROP_PENDING, args![row.text("id")?]).await?;
        }
        let size = number(tree.size());
        on.execute(SET_HEAD, args![size, tree.to_bytes()]).await?;
        let note = self.signer.checkpoint(&tree);
        on.execute(INSERT_CHECKPOINT, args![size, &note]).await?;
        Ok(Some(note))
    }

    /// Adds a signed note to the log outside the database, and waits until it is on the disk.
    pub(crate) fn log(&self, note: &str) {
        if let Err(kind) = self.try_log(&ledger::log_line(note, false)) {
            tracing::error!(%kind, "a line could not be added to checkpoints.log");
        }
    }

    fn try_log(&self, line: &str) -> Result<(), std::io::ErrorKind> {
        let mut log = self.log.lock().map_err(|_| std::io::ErrorKind::Other)?;
        let file = log.as_mut().ok_or(std::io::ErrorKind::NotFound)?;
        let line = format!("{line}\n");
        file.write_all(line.as_bytes())
            .and_then(|()| file.sync_data())
            .map_err(|error| error.kind())
    }

    /// At the start: writes what the database signed and the log has not, and marks it as
    /// recovered. A kill between a commit and its line is no alarm.
    pub(crate) async fn recover(&self, on: &mut On<'_>) -> Result<usize, StoreError> {
        let text = std::fs::read_to_string(&self.path).unwrap_or_default();
        let (mut last, mut shredded) = (0, HashSet::new());
        for line in text.lines() {
            match LogLine::read(line, self.signer.public_key()) {
                Ok(LogLine::Checkpoint { checkpoint, .. }) => last = last.max(checkpoint.size),
                Ok(LogLine::Tombstone(tombstone)) => {
                    shredded.insert(tombstone.record);
                }
                // A line that was cut off, or is not ours: the verifier tells of it.
                Err(_) => {}
            }
        }
        let mut missing = Vec::new();
        for row in on.rows(CHECKPOINTS_AFTER, args![number(last)]).await? {
            missing.push(row.text("note")?);
        }
        for row in on.rows(TOMBSTONES, Vec::new()).await? {
            if !shredded.contains(&row.id("record")?) {
                missing.push(row.text("signed")?);
            }
        }
        if !missing.is_empty() && !text.is_empty() && !text.ends_with('\n') {
            // The last line was being written when the power went: it ends here.
            self.try_log("").map_err(|_| StoreError::Busy)?;
        }
        for note in &missing {
            self.try_log(&ledger::log_line(note, true))
                .map_err(|_| StoreError::Busy)?;
        }
        Ok(missing.len())
    }

    pub(crate) fn tombstone(&self, record: Id, at: Moment) -> String {
        self.signer.tombstone(&Tombstone { record, at })
    }
}

fn number(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}
