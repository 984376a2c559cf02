//! Running a unit: on a task of its own, so that a dropped line cancels nothing; kept whole or not
//! at all; on PostgreSQL again, where two transactions met.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use access::{Action, Actor, Decision, Permit};
use futures::FutureExt as _;
use futures::future::BoxFuture;
use record::Id;
use tokio::time::{sleep, timeout};
use tracing::Instrument as _;

use crate::engine::Db;
use crate::journal::Draft;
use crate::sql::Conn;
use crate::timing::Running;
use crate::unit::{Inner, Left};
use crate::{ClearReader, Store, StoreError, Unit, Upkeep, Work, args};

crate::statements! {
    VERSION = "SELECT version FROM guard WHERE record = $1";
}

/// How often a unit is run again before its caller is told to come back later.
const ATTEMPTS: u32 = 24;

/// How long a body may take: SQLite's writer serves nobody else meanwhile.
const LONGEST: Duration = Duration::from_mins(1);

tokio::task_local! {
    /// Set while a body runs.
    static INSIDE: ();
}

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
        let slot = Slot::default();
        let body = slot.opened(body);
        slot.filled(self.run(permit.into(), body).await)
    }

    /// Runs a unit that only reads: it looks at one state of the database beside the writers, and
    /// what was opened is given out only once its entry stands in the ledger. The entry says that it
    /// was looked at and not that `A` was done: a page that offers an act does nothing. Where a guard
    /// changed in the meantime it is run again, and the decision with it.
    pub async fn read<A, T, E, F, Fut>(&self, permit: Permit<A>, body: F) -> Result<T, E>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let slot = Slot::default();
        let body = slot.opened(body);
        slot.filled(self.run_reading(permit.into(), body).await)
    }

    /// Runs a body on a unit of what was decided, until it is kept or over.
    async fn run(&self, decision: Decision, body: Body<(Work, Decision)>) -> Ran {
        let store = self.clone();
        apart(async move {
            let mut running = Running::begin(decision.action().name);
            let ran = store.written(&decision, &body, &mut running).await;
            store.timed(&running, &ran);
            ran
        })
        .await
    }

    async fn written(
        &self,
        decision: &Decision,
        body: &Body<(Work, Decision)>,
        running: &mut Running,
    ) -> Ran {
        for attempt in 0..ATTEMPTS {
            let conn = self.begin_writing().await?;
            let work = Work::begin(self, conn, decision.actor().clone(), false);
            let ran = admitted(&work, decision, body).await;
            let Some((ended, refused)) = self.end(&work, ran, running).await else {
                running.again += 1;
                self.pause(attempt).await;
                continue;
            };
            // What was refused inside an undone unit is written all the same.
            self.refused(work.actor(), refused).await?;
            return ended;
        }
        Err(StoreError::Busy.into())
    }

    fn timed(&self, running: &Running, ran: &Ran) {
        let failed = match ran {
            Err(Undone::Store(error)) => Some(error),
            Ok(()) | Err(Undone::Body) => None,
        };
        self.0.timings.end(running, failed);
    }

    /// The same for a unit that only reads.
    async fn run_reading(&self, decision: Decision, body: Body<(Work, Decision)>) -> Ran {
        let store = self.clone();
        apart(async move {
            let mut running = Running::begin(decision.action().name);
            let ran = store.looked_at(&decision, &body, &mut running).await;
            store.timed(&running, &ran);
            ran
        })
        .await
    }

    async fn looked_at(
        &self,
        decision: &Decision,
        body: &Body<(Work, Decision)>,
        running: &mut Running,
    ) -> Ran {
        for attempt in 0..ATTEMPTS {
            let conn = self.begin_reading().await?;
            let work = Work::begin(self, conn, decision.actor().clone(), true);
            let ran = admitted(&work, decision, body).await;
            let left = work.inner().await.finish();
            if let Some(conn) = left.conn {
                conn.leave().await?;
            }
            if left.again {
                running.again += 1;
                self.pause(attempt).await;
                continue;
            }
            let Left {
                seen,
                mut drafts,
                mut refused,
                spoilt,
                ..
            } = left;
            running.spoilt = spoilt;
            match ran {
                Ok(()) if spoilt => return Err(StoreError::Over.into()),
                Ok(()) => {}
                Err(error) => {
                    self.refused(work.actor(), refused).await?;
                    return Err(error);
                }
            }
            drafts.append(&mut refused);
            if self.write_drafts(work.actor(), seen, drafts).await? {
                return Ok(());
            }
            running.again += 1;
        }
        Err(StoreError::Busy.into())
    }

    /// Looks at columns in clear.
    pub async fn read_clear<T, E, Fut>(
        &self,
        body: impl FnOnce(Arc<ClearReader>) -> Fut,
    ) -> Result<T, E>
    where
        Fut: Future<Output = Result<T, E>>,
        E: From<StoreError>,
    {
        let look = Arc::new(self.look_handle().await?);
        let result = body(look.clone()).await;
        look.leave().await?;
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
        let slot = Slot::default();
        let body = slot.filling(body);
        slot.filled(self.run_upkeep(body).await)
    }

    async fn run_upkeep(&self, body: Body<Upkeep>) -> Ran {
        let store = self.clone();
        apart(async move {
            let mut running = Running::begin("upkeep");
            for attempt in 0..ATTEMPTS {
                let upkeep = Upkeep::begin(&store, store.begin_writing().await?);
                let work = upkeep.0.clone();
                let ran = guarded(async { body(upkeep).await }).await;
                match store.end(&work, ran, &mut running).await {
                    Some((ended, _)) => return ended,
                    None => store.pause(attempt).await,
                }
            }
            Err(StoreError::Busy.into())
        })
        .await
    }

    /// Writes in the ledger that a person was refused, whether or not the record exists.
    pub(crate) async fn refused(
        &self,
        actor: &Actor,
        refused: Vec<Draft>,
    ) -> Result<(), StoreError> {
        if refused.is_empty() {
            return Ok(());
        }
        if INSIDE.try_with(|()| ()).is_err() {
            return self
                .write_drafts(actor, Vec::new(), refused)
                .await
                .map(drop);
        }
        // Whoever asks from inside a unit holds the writer: it is written once that is free.
        let (store, actor) = (self.clone(), actor.clone());
        tokio::spawn(async move {
            if let Err(error) = store.write_drafts(&actor, Vec::new(), refused).await {
                tracing::error!(%error, "a refusal could not be written in the ledger");
            }
        });
        Ok(())
    }

    /// Writes entries by themselves, if the guards are still of the versions seen.
    async fn write_drafts(
        &self,
        actor: &Actor,
        seen: Vec<(Id, i64)>,
        drafts: Vec<Draft>,
    ) -> Result<bool, StoreError> {
        let all = Arc::new((seen, drafts, actor.pseudonym()));
        self.upkeep(move |upkeep| {
            let all = all.clone();
            async move {
                let (seen, drafts, actor) = &*all;
                let Upkeep(work) = upkeep;
                let mut inner = work.inner().await;
                for (record, version) in seen {
                    let rows = inner.rows(VERSION, args![*record]).await?;
                    let now = rows.first().map(|row| row.int("version")).transpose()?;
                    if now != Some(*version) {
                        return Ok(false);
                    }
                }
                write(&mut inner, &work, drafts, actor).await?;
                Ok(true)
            }
        })
        .await
    }

    /// Ends a unit: keeps it with its entries, or undoes it and gives back what was refused in it.
    /// `None` asks for another run.
    async fn end(
        &self,
        work: &Work,
        mut ran: Ran,
        running: &mut Running,
    ) -> Option<(Ran, Vec<Draft>)> {
        let mut inner = work.inner().await;
        if ran.is_ok() {
            let drafts = inner.take_drafts();
            let written = if inner.can_be_kept() {
                write(&mut inner, work, &drafts, &work.actor().pseudonym()).await
            } else {
                // A body went on after a statement that had failed.
                Err(StoreError::Over)
            };
            ran = written.map_err(Undone::from);
        }
        let Left {
            conn,
            refused,
            again,
            shredded,
            spoilt,
            ..
        } = inner.finish();
        drop(inner);
        running.spoilt = spoilt;
        let keep = ran.is_ok();
        let ended = match (conn, self.db()) {
            (Some(Conn::Writer(turn)), Db::Sqlite { writer, .. }) if keep => {
                writer.keep(turn, shredded).await
            }
            (Some(Conn::Writer(turn)), Db::Sqlite { writer, .. }) => writer.discard(turn).await,
            (Some(Conn::Postgres(postgres, _seat)), _) if keep => {
                let committed = postgres.commit().await.map_err(StoreError::from);
                if committed.is_ok() && !shredded.is_empty() {
                    self.journal().hold().await.write(shredded).await;
                }
                committed
            }
            (Some(conn), _) => conn.leave().await,
            (None, _) => Err(StoreError::Over),
        };
        if again || matches!(ended, Err(StoreError::Again)) {
            return None;
        }
        let ended = ran.and_then(|()| Ok(ended?));
        Some((ended, refused))
    }

    /// Waits a little, and not as long as the others who met.
    async fn pause(&self, attempt: u32) {
        let most = 4_u64 << attempt.min(6);
        sleep(Duration::from_millis(1 + self.world().below(most))).await;
    }
}

async fn write(
    inner: &mut Inner,
    work: &Work,
    drafts: &[Draft],
    actor: &str,
) -> Result<(), StoreError> {
    let journal = work.store().journal();
    for draft in drafts {
        journal
            .write(inner, (work.id(), work.now()), draft, actor)
            .await?;
    }
    Ok(())
}

/// What became of a body: its unit may be kept, or is undone.
type Ran = Result<(), Undone>;

/// Why a unit is undone.
enum Undone {
    /// The body says no; its error lies in the slot.
    Body,
    /// The store cannot.
    Store(StoreError),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A body without the types of what it returns, so that the machinery around it is compiled once
/// and not once for each page and act.
type Body<I> = Box<dyn Fn(I) -> BoxFuture<'static, Ran> + Send + Sync>;

/// Where a body leaves what it returns.
struct Slot<T, E>(Arc<Mutex<Option<Result<T, E>>>>);

impl<T, E> Default for Slot<T, E> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T, E> Slot<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    /// The body, filling this slot.
    fn filling<I, F, Fut>(&self, body: F) -> Body<I>
    where
        F: Fn(I) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
    {
        let slot = self.0.clone();
        Box::new(move |input| {
            let (slot, running) = (slot.clone(), body(input));
            Box::pin(async move {
                let result = running.await;
                let ran = result.as_ref().map(drop).map_err(|_| Undone::Body);
                *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
                ran
            })
        })
    }

    /// The body of a unit on `A`, filling this slot.
    fn opened<A, F, Fut>(&self, body: F) -> Body<(Work, Decision)>
    where
        A: Action,
        F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
    {
        let filling = self.filling(body);
        Box::new(move |(work, decision)| match Unit::new(work, decision) {
            Ok(unit) => filling(unit),
            Err(error) => Box::pin(async move { Err(error.into()) }),
        })
    }

    /// What the body left, once its unit is over.
    fn filled(self, ran: Ran) -> Result<T, E> {
        if let Err(Undone::Store(error)) = ran {
            return Err(error.into());
        }
        let left = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        left.unwrap_or_else(|| Err(StoreError::Over.into()))
    }
}

/// Runs on a task of its own: whoever waits for it may go away.
async fn apart(running: impl Future<Output = Ran> + Send + 'static) -> Ran {
    if INSIDE.try_with(|()| ()).is_ok() {
        return Err(StoreError::Nested.into());
    }
    tokio::spawn(running.in_current_span())
        .await
        .unwrap_or_else(|_| Err(StoreError::Over.into()))
}

/// Runs a body in a unit that admits what was decided.
async fn admitted(work: &Work, decision: &Decision, body: &Body<(Work, Decision)>) -> Ran {
    guarded(async {
        let admitted = work.admit(decision.clone()).await?;
        body((work.clone(), admitted)).await
    })
    .await
}

/// Runs a body so that a panic in it, or an endless wait, undoes the unit instead of leaving it
/// half done.
async fn guarded(body: impl Future<Output = Ran>) -> Ran {
    let body = INSIDE.scope((), timeout(LONGEST, body));
    match AssertUnwindSafe(body).catch_unwind().await {
        Ok(Ok(ran)) => ran,
        Ok(Err(_)) | Err(_) => Err(StoreError::Over.into()),
    }
}
