//! The sequencer: every unit leaves its entries waiting, and a few times a second all that wait are
//! moved to leaves under one signed checkpoint, so that a checkpoint closes a batch of time and no
//! commit pays for one.

use std::time::Duration;

use crate::engine::{Db, begin};
use crate::sql::On;
use crate::{Store, StoreError};

crate::statements! {
    ANY_PENDING = "SELECT id FROM ledger_pending LIMIT 1";
}

/// How often waiting entries are looked for.
const EVERY: Duration = Duration::from_millis(200);

impl Store {
    /// Moves waiting entries to leaves now.
    pub async fn sequence(&self) -> Result<(), StoreError> {
        let store = self.clone();
        // On a task of its own: between a commit and its line nobody may go away.
        let moved = tokio::spawn(async move { store.move_on().await });
        moved.await.unwrap_or(Err(StoreError::Over))
    }

    async fn move_on(&self) -> Result<(), StoreError> {
        // Asked of a reader: while nothing waits, nobody waits for this.
        let look = self.look_handle().await?;
        let waiting = look.maybe_row(ANY_PENDING, Vec::new()).await;
        look.leave().await?;
        if waiting?.is_none() {
            return Ok(());
        }
        let pool = match self.db() {
            Db::Sqlite { writer, .. } => return writer.sequence().await,
            Db::Postgres { pool, .. } => pool,
        };
        let how = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
        let mut transaction = begin(pool, how).await?;
        let mut on = On::Postgres(&mut transaction);
        let Some(note) = self.journal().sequence(&mut on).await? else {
            return Ok(transaction.rollback().await?);
        };
        // Held from before the commit, so that lines stand in the order of the commits.
        let log = self.journal().hold().await;
        transaction.commit().await?;
        log.write(vec![note]).await;
        Ok(())
    }

    pub(crate) fn keep_sequencing(&self) {
        let parts = self.downgrade();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(EVERY).await;
                let Some(store) = Self::upgrade(&parts) else {
                    return;
                };
                if store.is_closed() {
                    return;
                }
                if let Err(error) = store.move_on().await {
                    tracing::warn!(%error, "the ledger could not be moved on");
                }
            }
        });
    }
}
