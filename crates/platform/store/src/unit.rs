//! A unit of work: opened with a permit, written with its ledger entry and its events, kept whole
//! or not at all.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use access::{Action, Actor, Permit};
use record::{Event, Id, Moment, Purpose};
use tokio::sync::{Mutex, MutexGuard};
use vault::{DataKey, Place, Plain, Sealable, Sealed};

use crate::journal::Draft;
use crate::sql::{Conn, Row, Value};
use crate::{Store, StoreError, gate};

/// A unit of work on action `A`. What is done in it goes through [`Work`], to which it derefs.
///
/// Sealed data opens only inside a unit, so that a read which leaves no trace does not compile:
/// ```
/// async fn reads(work: &store::Work, record: record::Id, sealed: vault::Sealed<String>) {
///     let place = vault::Place { table: "report", row: "1", column: "text" };
///     let opened = work.open(record, &place, &sealed).await;
///     # drop(opened);
/// }
/// ```
/// Without one there is nothing to open it with:
/// ```compile_fail
/// async fn reads(work: &store::Look, record: record::Id, sealed: vault::Sealed<String>) {
///     let place = vault::Place { table: "report", row: "1", column: "text" };
///     let opened = work.open(record, &place, &sealed).await;
///     # drop(opened);
/// }
/// ```
pub struct Unit<A> {
    work: Work,
    permit: Arc<Permit<A>>,
}

impl<A> Clone for Unit<A> {
    fn clone(&self) -> Self {
        Self {
            work: self.work.clone(),
            permit: self.permit.clone(),
        }
    }
}

impl<A> Deref for Unit<A> {
    type Target = Work;
    fn deref(&self) -> &Work {
        &self.work
    }
}

impl<A: Action> Unit<A> {
    /// The permit the unit was opened with.
    pub fn permit(&self) -> &Permit<A> {
        &self.permit
    }

    /// The record the permit is about.
    pub fn record(&self) -> Id {
        self.permit.record()
    }
}

/// What can be done inside a unit, whatever its action.
#[derive(Clone)]
pub struct Work {
    pub(crate) inner: Arc<Mutex<Inner>>,
    pub(crate) store: Store,
    actor: Actor,
    at: Moment,
}

pub(crate) struct Inner {
    /// Taken out when the unit is over.
    pub(crate) conn: Option<Conn>,
    /// The records the unit may touch, with their keys once opened.
    records: HashMap<Id, Option<Arc<DataKey>>>,
    pub(crate) drafts: Vec<Draft>,
    /// A statement met another transaction: run the unit again.
    pub(crate) again: bool,
    /// Tombstones of what this unit shredded, for the log.
    pub(crate) shredded: Vec<String>,
    reading: bool,
}

impl Inner {
    pub(crate) fn conn(&mut self) -> Result<&mut Conn, StoreError> {
        self.conn.as_mut().ok_or(StoreError::Over)
    }

    fn noted<T>(&mut self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        self.again |= matches!(result, Err(StoreError::Again));
        result
    }

    pub(crate) async fn rows(
        &mut self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let result = self.conn()?.on().rows(sql, args).await;
        self.noted(result)
    }

    pub(crate) async fn execute(
        &mut self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<u64, StoreError> {
        let result = self.conn()?.on().execute(sql, args).await;
        self.noted(result)
    }
}

impl Work {
    /// Opens a unit on a connection that has its transaction already, and decides anew if the
    /// facts changed since the permit was given.
    pub(crate) async fn begin<A: Action>(
        store: &Store,
        conn: Conn,
        permit: Permit<A>,
        reading: bool,
    ) -> (Unit<A>, Result<(), StoreError>) {
        let inner = Inner {
            conn: Some(conn),
            records: HashMap::new(),
            drafts: Vec::new(),
            again: false,
            shredded: Vec::new(),
            reading,
        };
        let work = Self {
            inner: Arc::new(Mutex::new(inner)),
            store: store.clone(),
            actor: permit.actor().clone(),
            at: store.world().now(),
        };
        let begun = work.join(permit.clone()).await;
        (
            Unit {
                work,
                permit: Arc::new(permit),
            },
            begun,
        )
    }

    /// Brings one more record into the unit, with a permit of its own. The ledger holds an entry
    /// for it, and an exclusion or reassignment since the permit was given is never overrun.
    pub async fn join<A: Action>(&self, permit: Permit<A>) -> Result<(), StoreError> {
        let record = permit.record();
        if record != Id::NONE {
            let facts = gate::facts(&mut *self.inner().await, record).await?;
            let version = facts.as_ref().map(|facts| facts.guard.version);
            if version != Some(permit.version()) {
                let mut facts = facts.ok_or(StoreError::Absent)?;
                facts.states = permit.states().to_vec();
                let authority = self.store.authority();
                authority.decide::<A>(&self.actor, &facts, self.at)?;
            }
        }
        let mut inner = self.inner().await;
        inner.records.entry(record).or_insert(None);
        inner.drafts.push(Draft::new(A::NAME, A::PURPOSE, record));
        Ok(())
    }

    pub(crate) async fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().await
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When the unit began: one moment for all that it writes.
    pub fn now(&self) -> Moment {
        self.at
    }

    /// A new id.
    pub fn id(&self) -> Id {
        self.store.world().id()
    }

    /// The store, for what needs no unit.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Rows of a statement.
    pub async fn rows(&self, sql: &'static str, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.inner().await.rows(sql, args).await
    }

    /// The first row of a statement, if any.
    pub async fn maybe_row(
        &self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, args).await?.into_iter().next())
    }

    /// The one row of a statement; absent, if there is none.
    pub async fn row(&self, sql: &'static str, args: Vec<Value>) -> Result<Row, StoreError> {
        self.maybe_row(sql, args).await?.ok_or(StoreError::Absent)
    }

    /// Runs a statement; tells how many rows it changed.
    pub async fn execute(&self, sql: &'static str, args: Vec<Value>) -> Result<u64, StoreError> {
        self.inner().await.execute(sql, args).await
    }

    async fn key(&self, record: Id) -> Result<Arc<DataKey>, StoreError> {
        let mut inner = self.inner().await;
        match inner.records.get(&record) {
            None => return Err(StoreError::NotJoined),
            Some(Some(key)) => return Ok(key.clone()),
            Some(None) => {}
        }
        // A person opens by the wrap of their own organisation and by no other.
        let org = self.actor.member().map(|member| member.org);
        let keyring = self.store.keyring().clone();
        let opened = keyring.data_key(&mut inner.conn()?.on(), record, org).await;
        let key = Arc::new(inner.noted(opened)?);
        inner.records.insert(record, Some(key.clone()));
        Ok(key)
    }

    pub(crate) async fn new_key(&self, record: Id) -> Arc<DataKey> {
        let key = Arc::new(DataKey::generate());
        self.inner().await.records.insert(record, Some(key.clone()));
        key
    }

    /// Adds a wrap of the record's key for one more organisation.
    pub async fn share_key(&self, record: Id, org: Id) -> Result<(), StoreError> {
        let key = self.key(record).await?;
        let keyring = self.store.keyring().clone();
        let mut inner = self.inner().await;
        let wrapped = keyring
            .wrap(&mut inner.conn()?.on(), &key, record, org)
            .await;
        inner.noted(wrapped)
    }

    /// Seals a value of a record for its place.
    pub async fn seal<T: Sealable>(
        &self,
        record: Id,
        place: &Place<'_>,
        value: &Plain<T>,
    ) -> Result<Sealed<T>, StoreError> {
        Ok(self.key(record).await?.seal(place, value))
    }

    /// Opens a sealed value of a record. The unit's entry in the ledger is the trace of it.
    pub async fn open<T: Sealable>(
        &self,
        record: Id,
        place: &Place<'_>,
        sealed: &Sealed<T>,
    ) -> Result<Plain<T>, StoreError> {
        Ok(self.key(record).await?.open(place, sealed)?)
    }

    /// Says why, by a code, in the ledger's entry.
    pub async fn reason(&self, code: &str) {
        if let Some(draft) = self.inner().await.drafts.first_mut() {
            draft.reason = Some(code.to_owned());
        }
    }

    /// Commits the ledger's entry to all records that a list or a search showed.
    pub async fn shown(&self, records: &[Id]) {
        if let Some(draft) = self.inner().await.drafts.first_mut() {
            draft.shown.extend(records);
        }
    }

    /// Names the record that the action began, for the ledger's entry.
    pub(crate) async fn began(&self, record: Id) {
        if let Some(draft) = self.inner().await.drafts.first_mut() {
            if draft.record == Id::NONE {
                draft.record = record;
            }
        }
    }

    /// Says what happened; reactions and clocks hear of it once this unit is kept.
    pub async fn event(&self, event: Event) -> Result<(), StoreError> {
        let id = self.id();
        self.execute(
            crate::outbox::INSERT_EVENT,
            crate::outbox::event_args(id, &event),
        )
        .await
        .map(drop)
    }

    /// Another entry in the ledger for what this unit does besides its action.
    pub(crate) async fn note(&self, action: &'static str, purpose: Purpose, record: Id) {
        self.inner()
            .await
            .drafts
            .push(Draft::new(action, purpose, record));
    }

    pub(crate) async fn must_write(&self) -> Result<(), StoreError> {
        if self.inner().await.reading {
            Err(StoreError::NotJoined)
        } else {
            Ok(())
        }
    }

    /// Whether the unit holds a permit for the record, or began it.
    pub(crate) async fn must_hold(&self, record: Id) -> Result<(), StoreError> {
        let held = self.inner().await.records.contains_key(&record);
        if held {
            Ok(())
        } else {
            Err(StoreError::NotJoined)
        }
    }
}

/// A look at columns in clear, without a permit: what is found this way opens nothing sealed and
/// changes nothing. Readers' names and duty numbers are read so, and the session behind a cookie.
pub struct Look(pub(crate) Arc<Mutex<Inner>>);

impl Look {
    pub(crate) fn new(conn: Conn) -> Self {
        Self(Arc::new(Mutex::new(Inner {
            conn: Some(conn),
            records: HashMap::new(),
            drafts: Vec::new(),
            again: false,
            shredded: Vec::new(),
            reading: true,
        })))
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
        let inner = Inner {
            conn: Some(conn),
            records: HashMap::new(),
            drafts: Vec::new(),
            again: false,
            shredded: Vec::new(),
            reading: false,
        };
        Self(Work {
            inner: Arc::new(Mutex::new(inner)),
            store: store.clone(),
            actor: Actor::Rule("Upkeep"),
            at: store.world().now(),
        })
    }
}
