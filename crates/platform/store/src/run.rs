//! Running a unit: on a task of its own, so that a dropped line cancels nothing; kept whole or not
//! at all; on PostgreSQL again, where two transactions met.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use access::{Action, Actor, Permit};
use futures::FutureExt as _;
use record::Id;

use crate::engine::Db;
use crate::journal::Draft;
use crate::sql::{Conn, On};
use crate::unit::Inner;
use crate::{Look, Store, StoreError, Unit, Upkeep, Work};

/// How often a unit is run again on PostgreSQL before its caller is told to come back later.
const ATTEMPTS: u32 = 24;

/// How often the sequencer of PostgreSQL moves waiting entries to leaves.
const SEQUENCING: Duration = Duration::from_millis(200);

impl Store {
    /// Runs a unit of work on action `A`. The body may run more than once, each time from nothing;
    /// what it returns is given out only once the unit is durable.
    pub async fn unit<A, T, E, F, Fut>(&self, permit: Permit<A>, body: F) -> Result<T, E>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        let running = tokio::spawn(async move {
            for attempt in 0..ATTEMPTS {
                let conn = store.begin_writing().await?;
                let (unit, begun) = Work::begin(&store, conn, permit.clone(), false).await;
                let work = (*unit).clone();
                let result = match begun {
                    Ok(()) => guarded(body(unit)).await,
                    Err(error) => Err(E::from(error)),
                };
                match store.end(work, result).await {
                    Some(result) => return result,
                    None => tokio::time::sleep(backoff(attempt)).await,
                }
            }
            Err(StoreError::Busy.into())
        });
        running
            .await
            .unwrap_or_else(|_| Err(StoreError::Over.into()))
    }

    /// Runs a unit that only reads. On SQLite it reads a snapshot beside the writer, and what was
    /// opened is given out only once its entry stands in the ledger.
    pub async fn read<A, T, E, F, Fut>(&self, permit: Permit<A>, body: F) -> Result<T, E>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let Db::Sqlite { .. } = self.db() else {
            return self.unit(permit, body).await;
        };
        let store = self.clone();
        let running = tokio::spawn(async move {
            let mut conn = store.reader().await?;
            conn.on().execute("BEGIN", Vec::new()).await?;
            let (unit, begun) = Work::begin(&store, conn, permit, true).await;
            let work = (*unit).clone();
            let result = match begun {
                Ok(()) => guarded(body(unit)).await,
                Err(error) => Err(E::from(error)),
            };
            let (conn, drafts) = {
                let mut inner = work.inner().await;
                (inner.conn.take(), std::mem::take(&mut inner.drafts))
            };
            if let Some(mut conn) = conn {
                conn.on().execute("ROLLBACK", Vec::new()).await?;
            }
            let value = result?;
            store.write_drafts(work.actor(), "done", drafts).await?;
            Ok(value)
        });
        running
            .await
            .unwrap_or_else(|_| Err(StoreError::Over.into()))
    }

    /// Looks at columns in clear.
    pub async fn look<T, E, Fut>(
        &self,
        body: impl FnOnce(std::sync::Arc<Look>) -> Fut,
    ) -> Result<T, E>
    where
        Fut: Future<Output = Result<T, E>>,
        E: From<StoreError>,
    {
        let look = std::sync::Arc::new(self.look_handle().await?);
        let result = body(look.clone()).await;
        let conn = look.0.lock().await.conn.take();
        if let Some(mut conn) = conn {
            conn.on().execute("ROLLBACK", Vec::new()).await?;
        }
        result
    }

    /// Writes what is no record: counts of guesses, the last sight of a session.
    pub async fn upkeep<T, E, F, Fut>(&self, body: F) -> Result<T, E>
    where
        F: Fn(Upkeep) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        let running = tokio::spawn(async move {
            for attempt in 0..ATTEMPTS {
                let upkeep = Upkeep::begin(&store, store.begin_writing().await?);
                let work = upkeep.0.clone();
                let result = guarded(body(upkeep)).await;
                match store.end(work, result).await {
                    Some(result) => return result,
                    None => tokio::time::sleep(backoff(attempt)).await,
                }
            }
            Err(StoreError::Busy.into())
        });
        running
            .await
            .unwrap_or_else(|_| Err(StoreError::Over.into()))
    }

    /// Writes in the ledger that a person was refused, whether or not the record exists.
    pub(crate) async fn refused<A: Action>(
        &self,
        actor: &Actor,
        record: Id,
    ) -> Result<(), StoreError> {
        self.write_drafts(
            actor,
            "absent",
            vec![Draft::new(A::NAME, A::PURPOSE, record)],
        )
        .await
    }

    async fn write_drafts(
        &self,
        actor: &Actor,
        outcome: &'static str,
        drafts: Vec<Draft>,
    ) -> Result<(), StoreError> {
        let now = self.world().now();
        let bodies: Vec<Vec<u8>> = drafts
            .iter()
            .map(|draft| {
                self.journal()
                    .entry(draft, &actor.pseudonym(), outcome, now)
            })
            .collect();
        let store = self.clone();
        self.upkeep(move |upkeep| {
            let (bodies, store) = (bodies.clone(), store.clone());
            async move {
                let mut inner = upkeep.0.inner().await;
                for body in bodies {
                    let id = store.world().id();
                    store
                        .journal()
                        .write(&mut inner.conn()?.on(), id, now, body)
                        .await?;
                }
                Ok(())
            }
        })
        .await
    }

    async fn begin_writing(&self) -> Result<Conn, StoreError> {
        Ok(match self.db() {
            Db::Sqlite { writer, .. } => Conn::Writer(writer.turn().await?),
            Db::Postgres(pool) => {
                let mut conn = pool.acquire().await?;
                let begin = "BEGIN ISOLATION LEVEL SERIALIZABLE";
                On::Postgres(&mut conn).execute(begin, Vec::new()).await?;
                Conn::Postgres(conn)
            }
        })
    }

    /// Ends a unit: keeps it with its entries, or undoes it. `None` asks for another run.
    async fn end<T, E: From<StoreError>>(
        &self,
        work: Work,
        result: Result<T, E>,
    ) -> Option<Result<T, E>> {
        let mut inner = work.inner().await;
        let written = match &result {
            Ok(_) => self.write_entries(&mut inner, &work).await,
            Err(_) => Ok(()),
        };
        let (conn, again, shredded) = (
            inner.conn.take(),
            inner.again,
            std::mem::take(&mut inner.shredded),
        );
        drop(inner);
        let Some(conn) = conn else {
            return Some(Err(StoreError::Over.into()));
        };
        let keep = result.is_ok() && written.is_ok();
        let ended = match (conn, self.db()) {
            (Conn::Writer(turn), Db::Sqlite { writer, .. }) => {
                if keep {
                    writer.keep(turn, shredded).await
                } else {
                    writer.discard(turn).await
                }
            }
            (mut conn, _) => {
                let word = if keep { "COMMIT" } else { "ROLLBACK" };
                let said = conn.on().execute(word, Vec::new()).await.map(drop);
                if keep && said.is_ok() {
                    shredded.iter().for_each(|note| self.journal().log(note));
                }
                said
            }
        };
        if again
            || matches!(written, Err(StoreError::Again))
            || matches!(ended, Err(StoreError::Again))
        {
            return None;
        }
        Some(match (result, written, ended) {
            (Ok(value), Ok(()), Ok(())) => Ok(value),
            (Ok(_), Err(error), _) | (Ok(_), _, Err(error)) => Err(error.into()),
            (Err(error), _, _) => Err(error),
        })
    }

    async fn write_entries(&self, inner: &mut Inner, work: &Work) -> Result<(), StoreError> {
        let journal = self.journal();
        let actor = work.actor().pseudonym();
        for draft in std::mem::take(&mut inner.drafts) {
            let body = journal.entry(&draft, &actor, "done", work.now());
            let id = work.id();
            journal
                .write(&mut inner.conn()?.on(), id, work.now(), body)
                .await?;
        }
        Ok(())
    }

    /// Moves waiting entries to leaves now. On SQLite every commit does so by itself.
    pub async fn sequence(&self) -> Result<(), StoreError> {
        let Db::Postgres(pool) = self.db() else {
            return Ok(());
        };
        let mut conn = pool.acquire().await?;
        let mut on = On::Postgres(&mut conn);
        on.execute("BEGIN ISOLATION LEVEL READ COMMITTED", Vec::new())
            .await?;
        match self.journal().sequence(&mut on).await {
            Ok(note) => {
                on.execute("COMMIT", Vec::new()).await?;
                if let Some(note) = note {
                    self.journal().log(&note);
                }
                Ok(())
            }
            Err(error) => {
                on.execute("ROLLBACK", Vec::new()).await?;
                Err(error)
            }
        }
    }

    pub(crate) fn keep_sequencing(&self) {
        let store = self.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(SEQUENCING).await;
                let Db::Postgres(pool) = store.db() else {
                    return;
                };
                if pool.is_closed() {
                    return;
                }
                if let Err(error) = store.sequence().await {
                    tracing::warn!(%error, "the ledger could not be moved on");
                }
            }
        });
    }
}

/// Runs a body so that a panic in it undoes the unit instead of leaving it half done.
async fn guarded<T, E: From<StoreError>>(body: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    match AssertUnwindSafe(body).catch_unwind().await {
        Ok(result) => result,
        Err(_) => Err(StoreError::Over.into()),
    }
}

fn backoff(attempt: u32) -> Duration {
    Duration::from_millis(2 << attempt.min(6))
}
