//! The ledger as it is kept: entries written with their units, moved to dense leaves in batches,
//! a signed checkpoint for each batch, and a line of it outside the database.

use access::ActionRow;
use ledger::{Entry, Manifest, PublicKey, Signer, Tombstone, Tree};
use record::{Id, Moment, Purpose};
use std::fs::File;
use std::path::Path;
use vault::DomainKey;

use crate::age::{Age, Older};
use crate::checkpoints::{Checkpoints, Held, Known};
use crate::keys::SHRED;
use crate::sql::On;
use crate::unit::Inner;
use crate::{StoreError, args};

crate::statements! {
    INSERT_PENDING = "INSERT INTO ledger_pending (id, at, body) VALUES ($1, $2, $3)";
    PENDING = "SELECT id, body FROM ledger_pending ORDER BY at, id LIMIT 1024";
    DROP_PENDING = "DELETE FROM ledger_pending WHERE id = $1";
    LOCK_HEAD = "UPDATE ledger_head SET size = size WHERE one = 1";
    HEAD = "SELECT size, tree FROM ledger_head WHERE one = 1";
    FIRST_HEAD = "INSERT INTO ledger_head (one, size, tree) VALUES (1, 0, $1) ON CONFLICT (one) DO NOTHING";
    SET_HEAD = "UPDATE ledger_head SET size = $1, tree = $2 WHERE one = 1";
    INSERT_LEAF = "INSERT INTO ledger_leaf (seq, body, hash) VALUES ($1, $2, $3)";
    INSERT_CHECKPOINT = "INSERT INTO ledger_checkpoint (size, note) VALUES ($1, $2)";
    TOMBSTONES = "SELECT record, signed FROM tombstone ORDER BY at";
    KEEP_TOMBSTONE = "INSERT INTO tombstone (record, at, signed) VALUES ($1, $2, $3) ON CONFLICT (record) DO NOTHING";
    CHECKPOINTS_AFTER = "SELECT size, note FROM ledger_checkpoint WHERE size > $1 ORDER BY size LIMIT 1024";
}

/// How many entries are read at once, and how often in one transaction: on PostgreSQL others go on
/// adding meanwhile, and what they add comes with the next.
const PAGE: usize = 1024;
const PAGES: usize = 64;

/// An entry of a unit before it is written.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) action: &'static str,
    purpose: Purpose,
    pub(crate) record: Id,
    outcome: &'static str,
    pub(crate) reason: Option<String>,
    pub(crate) shown: Vec<Id>,
}

impl Draft {
    /// Something that was done.
    pub(crate) fn done(action: ActionRow, record: Id) -> Self {
        Self {
            action: action.name,
            purpose: action.purpose,
            record,
            outcome: "done",
            reason: None,
            shown: Vec::new(),
        }
    }

    /// Something that was refused, or not there.
    pub(crate) fn absent(action: ActionRow, record: Id) -> Self {
        Self {
            outcome: ABSENT,
            ..Self::done(action, record)
        }
    }

    /// Makes it a look: nothing was done, though it was opened by a permit to do it.
    pub(crate) fn is_a_look(&mut self) {
        self.outcome = "looked";
    }
}

/// How an action ended that was refused.
pub(crate) const ABSENT: &str = "absent";

/// Signs checkpoints and keeps `checkpoints.log`.
pub struct Journal {
    signer: Signer,
    commitments: DomainKey,
    checkpoints: Checkpoints,
}

impl Journal {
    pub(crate) fn open(key: DomainKey, origin: &str, path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            signer: Signer::from_seed(&key.signing_seed(), origin)
                .map_err(|error| StoreError::Configuration(error.to_string()))?,
            commitments: key,
            checkpoints: Checkpoints::open(path)?,
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

    fn entry(&self, draft: &Draft, actor: &str, at: Moment) -> Vec<u8> {
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
            outcome: draft.outcome.to_owned(),
            reason: draft.reason.clone(),
            shown: u32::try_from(draft.shown.len()).unwrap_or(u32::MAX),
        }
        .encode()
    }

    /// Writes an entry in the unit to which it belongs.
    pub(crate) async fn write(
        &self,
        inner: &mut Inner,
        (id, at): (Id, Moment),
        draft: &Draft,
        actor: &str,
    ) -> Result<(), StoreError> {
        let body = self.entry(draft, actor, at);
        inner
            .execute(INSERT_PENDING, args![id, at, body])
            .await
            .map(drop)
    }

    pub(crate) async fn begin(&self, on: &mut On<'_>) -> Result<(), StoreError> {
        let empty = Tree::default().to_bytes();
        on.execute(FIRST_HEAD, args![empty]).await.map(drop)
    }

    /// Moves what waits to dense leaves and signs the new head, in the transaction given. The head
    /// is read from the database and never remembered: another process may have moved it.
    pub(crate) async fn sequence(&self, on: &mut On<'_>) -> Result<Option<String>, StoreError> {
        if matches!(on, On::Postgres(_)) {
            on.execute(LOCK_HEAD, Vec::new()).await?;
        }
        let head = on.rows(HEAD, Vec::new()).await?.into_iter().next();
        let head = head.ok_or(StoreError::Column("ledger_head"))?;
        let mut tree =
            Tree::from_bytes(&head.bytes("tree")?).map_err(|_| StoreError::Column("tree"))?;
        let before = tree.size();
        for _ in 0..PAGES {
            let pending = on.rows(PENDING, Vec::new()).await?;
            for row in &pending {
                let body = row.bytes("body")?;
                let hash = ledger::leaf_hash(&body);
                let seq = number(tree.size());
                tree.append(hash);
                crate::entries::keep(on, seq, &body).await?;
                on.execute(INSERT_LEAF, args![seq, body, hash.to_vec()])
                    .await?;
                on.execute(DROP_PENDING, args![row.text("id")?]).await?;
            }
            if pending.len() < PAGE {
                break;
            }
        }
        if tree.size() == before {
            // Another process was quicker.
            return Ok(None);
        }
        let size = number(tree.size());
        on.execute(SET_HEAD, args![size, tree.to_bytes()]).await?;
        let note = self.signer.checkpoint(&tree);
        on.execute(INSERT_CHECKPOINT, args![size, &note]).await?;
        Ok(Some(note))
    }

    /// `checkpoints.log` as it stands, with the line of every commit made before this was called.
    pub(crate) async fn log_as_it_stands(&self) -> Result<std::io::Take<File>, StoreError> {
        let stands = self.checkpoints.as_it_stands().await;
        stands.map_err(|error| {
            let kind = error.kind();
            StoreError::Configuration(format!("checkpoints.log cannot be read: {kind}"))
        })
    }

    /// Signs what a copy says of itself.
    pub(crate) fn sign(&self, manifest: &Manifest) -> String {
        self.signer.manifest(manifest)
    }

    /// Takes hold of `checkpoints.log`, to write to it what is about to be committed.
    pub(crate) async fn hold(&self) -> Held {
        self.checkpoints.hold().await
    }

    /// The log as it is now, to check against.
    pub(crate) fn log(&self) -> Result<crate::offline::Log, StoreError> {
        crate::offline::Log::open(self.checkpoints.path())
    }

    /// At the start: refuses where database and log are not of one time, unless that is known; cuts a
    /// log that knows more to what the database has, and keeps it beside the new one. Answers how the
    /// two stood.
    pub(crate) async fn compare(&self, on: &mut On<'_>, older: Older) -> Result<Age, StoreError> {
        // Held, so that no line comes between the two looks.
        let held = self.hold().await;
        let known = self.known()?;
        let age = Age::of(on, &known).await?;
        drop(held);
        match (age.refusal(), age) {
            (Some(error), _) if older == Older::IsRefused => return Err(error),
            (_, Age::DatabaseOlder { entries, .. }) => {
                let path = self.checkpoints.path();
                crate::backup::cut_log(path, entries, self.signer.public_key())
                    .map_err(|error| StoreError::Configuration(error.to_string()))?;
            }
            _ => {}
        }
        Ok(age)
    }

    fn known(&self) -> Result<Known, StoreError> {
        let known = self.checkpoints.known(self.signer.public_key());
        known.map_err(|error| {
            StoreError::Configuration(format!("checkpoints.log cannot be read: {}", error.kind()))
        })
    }

    /// Then: writes what the database signed and the log has not, and marks it as
    /// recovered, since a kill between a commit and its line is no alarm; and destroys again what
    /// the log says was shredded, since the database may be an older copy put back.
    pub(crate) async fn recover(&self, on: &mut On<'_>) -> Result<(), StoreError> {
        let mut log = self.hold().await;
        let mut known = self.known()?;
        if known.torn {
            // The last line was being written when the power went: it ends here.
            log = log.add(vec![String::new()]).await?;
        }
        let mut logged = number(known.size);
        if known.torn {
            // A line marked as recovered must follow the torn one, if only the last one again.
            logged = logged.saturating_sub(1);
        }
        loop {
            let rows = on.rows(CHECKPOINTS_AFTER, args![logged]).await?;
            let Some(last) = rows.last() else { break };
            logged = last.int("size")?;
            let notes = rows
                .iter()
                .map(|row| row.text("note"))
                .collect::<Result<Vec<_>, _>>()?;
            log = log.add(recovered(&notes)).await?;
        }
        let mut missing = Vec::new();
        for row in on.rows(TOMBSTONES, Vec::new()).await? {
            let (record, signed) = (row.id("record")?, row.text("signed")?);
            let is_ours = self.signer.public_key().tombstone(&signed);
            // What somebody else wrote there is told by the check, and does not come into the log.
            if known.tombstones.remove(&record).is_none()
                && is_ours.is_ok_and(|stone| stone.record == record)
            {
                missing.push(signed);
            }
        }
        drop(log.add(recovered(&missing)).await?);
        for Tombstone { record, at } in known.tombstones.into_values() {
            for statement in SHRED {
                on.execute(statement, args![record]).await?;
            }
            let signed = self.tombstone(record, at);
            on.execute(KEEP_TOMBSTONE, args![record, at, signed])
                .await?;
        }
        Ok(())
    }

    pub(crate) fn tombstone(&self, record: Id, at: Moment) -> String {
        self.signer.tombstone(&Tombstone { record, at })
    }
}

fn recovered(notes: &[String]) -> Vec<String> {
    notes
        .iter()
        .map(|note| ledger::log_line(note, true))
        .collect()
}

fn number(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}
