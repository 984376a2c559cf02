//! A unit of work: opened with a permit, written with its ledger entry and its events, kept whole
//! or not at all.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::Arc;

use access::{Absent, Action, ActionRow, Actor, Decision, Facts, Permit, Scope};
use record::{Id, Moment};
use tokio::sync::{Mutex, MutexGuard};
use vault::DataKey;

use crate::journal::Draft;
use crate::sql::{Conn, On, Row, Value};
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
/// ```compile_fail,E0599
/// async fn reads(work: &store::ClearReader, record: record::Id, sealed: vault::Sealed<String>) {
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
    pub(crate) fn new(work: Work, decision: Decision) -> Result<Self, StoreError> {
        Ok(Self {
            work,
            permit: Arc::new(decision.try_into()?),
        })
    }

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

/// What a unit is while it runs.
pub(crate) struct Inner {
    /// Taken out when the unit is over.
    conn: Option<Conn>,
    /// The records the unit may touch, with their keys once opened.
    pub(crate) records: HashMap<Id, Option<Arc<DataKey>>>,
    /// Records that grew from those; nothing of them opens.
    brought: HashSet<Id>,
    /// The guards' versions that the unit was admitted with.
    seen: Vec<(Id, i64)>,
    pub(crate) drafts: Vec<Draft>,
    refused: Vec<Draft>,
    /// A statement met another transaction: run the unit again.
    again: bool,
    /// A statement failed: PostgreSQL takes no further one, and on SQLite it shall be the same.
    spoilt: bool,
    /// Tombstones of what this unit shredded, for the log.
    pub(crate) shredded: Vec<String>,
    reading: bool,
}

/// What is left of a unit when it is over.
pub(crate) struct Left {
    pub(crate) conn: Option<Conn>,
    pub(crate) seen: Vec<(Id, i64)>,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) refused: Vec<Draft>,
    pub(crate) again: bool,
    pub(crate) spoilt: bool,
    pub(crate) shredded: Vec<String>,
}

impl Inner {
    pub(crate) fn new(conn: Conn, reading: bool) -> Self {
        Self {
            conn: Some(conn),
            records: HashMap::new(),
            brought: HashSet::new(),
            seen: Vec::new(),
            drafts: Vec::new(),
            refused: Vec::new(),
            again: false,
            spoilt: false,
            shredded: Vec::new(),
            reading,
        }
    }

    /// Ends the unit for whoever still holds it: no statement runs and no key opens any more.
    pub(crate) fn finish(&mut self) -> Left {
        self.records.clear();
        self.brought.clear();
        Left {
            conn: self.conn.take(),
            seen: std::mem::take(&mut self.seen),
            drafts: std::mem::take(&mut self.drafts),
            refused: std::mem::take(&mut self.refused),
            again: self.again,
            spoilt: self.spoilt,
            shredded: std::mem::take(&mut self.shredded),
        }
    }

    /// Whether the unit can still be kept.
    pub(crate) fn can_be_kept(&self) -> bool {
        !self.spoilt && self.conn.is_some()
    }

    /// Entries and refusals as they are to be written, handed over.
    pub(crate) fn take_drafts(&mut self) -> Vec<Draft> {
        let mut drafts = std::mem::take(&mut self.drafts);
        drafts.append(&mut self.refused);
        drafts
    }

    pub(crate) fn on(&mut self) -> Result<On<'_>, StoreError> {
        match &mut self.conn {
            Some(conn) if !self.spoilt => Ok(conn.on()),
            _ => Err(StoreError::Over),
        }
    }

    fn noted<T>(&mut self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        self.spoilt |= result.is_err();
        self.again |= matches!(result, Err(StoreError::Again));
        result
    }

    pub(crate) async fn rows(
        &mut self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        tracing::trace!(sql);
        let result = self.on()?.rows(sql, args).await;
        self.noted(result)
    }

    pub(crate) async fn execute(
        &mut self,
        sql: &'static str,
        args: Vec<Value>,
    ) -> Result<u64, StoreError> {
        tracing::trace!(sql);
        let result = self.on()?.execute(sql, args).await;
        self.noted(result)
    }
}

impl Work {
    /// Begins on a connection that has its transaction already.
    pub(crate) fn begin(store: &Store, conn: Conn, actor: Actor, reading: bool) -> Self {
        Self {
            inner: Arc::new(Mutex::new(Inner::new(conn, reading))),
            store: store.clone(),
            actor,
            at: store.world().now(),
        }
    }

    /// Brings one more record into the unit, with a permit of its own. The ledger holds an entry
    /// for it, and an exclusion or reassignment since the permit was given is never overrun.
    pub async fn join<A: Action>(&self, permit: Permit<A>) -> Result<(), StoreError> {
        self.admit(permit.into()).await.map(drop)
    }

    /// Reads one more list in a unit that only reads. A page of several lists is one state of the
    /// database, and its one entry commits to every record that any of them showed.
    pub async fn also<A: Action>(&self, list: &Scope<A>) -> Result<Unit<A>, StoreError> {
        if self.inner().await.reading && *list.actor() == self.actor {
            Unit::new(self.clone(), list.permit().clone().into())
        } else {
            Err(StoreError::NotJoined)
        }
    }

    /// Takes a permit as it is where nothing changed since it was given, and decides anew where
    /// something did: the guard, a grant, the time, or who acts.
    pub(crate) async fn admit(&self, decision: Decision) -> Result<Decision, StoreError> {
        let (action, record) = (decision.action(), decision.record());
        let same_actor = *decision.actor() == self.actor;
        let mut inner = self.inner().await;
        let decided = if record == Id::NONE {
            if same_actor {
                Ok(decision)
            } else {
                Err(Absent)
            }
        } else {
            let facts = gate::facts(&mut inner, record).await?;
            let version = facts.as_ref().map(|facts| facts.guard.version);
            inner.seen.extend(version.map(|version| (record, version)));
            match facts {
                None => Err(Absent),
                Some(facts) if same_actor && holds_still(&decision, &facts, self.at) => {
                    Ok(decision)
                }
                Some(mut facts) => {
                    gate::about(action, &mut facts);
                    facts.states = decision.states().to_vec();
                    let authority = self.store.authority();
                    authority.decide_on(action, &self.actor, &facts, self.at)
                }
            }
        };
        if decided.is_ok() {
            inner.records.entry(record).or_insert(None);
            // Whoever only reads has done nothing yet, whatever the permit is good for.
            let mut draft = Draft::done(action, record);
            if inner.reading {
                draft.is_a_look();
            }
            inner.drafts.push(draft);
        } else if self.actor.member().is_some() {
            inner.refused.push(Draft::absent(action, record));
        }
        Ok(decided?)
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

    /// Says why, by a code, in the ledger's entry.
    pub async fn reason(&self, code: &str) {
        if let Some(draft) = self.inner().await.drafts.first_mut() {
            draft.reason = Some(code.to_owned());
        }
    }

    /// Says in the ledger's entry that something was shown and nothing done: what the unit writes is
    /// for the page that shows it, a secret that waits or a mark that it was offered.
    pub async fn looked(&self) {
        if let Some(draft) = self.inner().await.drafts.first_mut() {
            draft.is_a_look();
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
        if let Some(draft) = self.inner().await.drafts.first_mut()
            && draft.record == Id::NONE
        {
            draft.record = record;
        }
    }

    /// Another entry in the ledger for what this unit does besides its action.
    pub(crate) async fn note<A: Action>(&self, record: Id) {
        let draft = Draft::done(ActionRow::of::<A>(), record);
        self.inner().await.drafts.push(draft);
    }

    pub(crate) async fn must_write(&self) -> Result<(), StoreError> {
        if self.inner().await.reading {
            Err(StoreError::NotJoined)
        } else {
            Ok(())
        }
    }

    /// Lets the unit end a record that grew from one it holds, and open nothing of it: that asks
    /// for a permit of its own.
    pub(crate) async fn bring(&self, record: Id) {
        self.inner().await.brought.insert(record);
    }

    /// Whether the unit holds a permit for the record, or began it.
    pub(crate) async fn must_hold(&self, record: Id) -> Result<(), StoreError> {
        let inner = self.inner().await;
        if inner.records.contains_key(&record) || inner.brought.contains(&record) {
            Ok(())
        } else {
            Err(StoreError::NotJoined)
        }
    }
}

/// Whether the decision would be the same now: nothing was changed, and no grant ran out.
fn holds_still(decision: &Decision, facts: &Facts, now: Moment) -> bool {
    let ran_out = |until: Moment| decision.at() < until && until <= now;
    facts.guard.version == decision.version()
        && !facts
            .grants
            .iter()
            .any(|grant| grant.until.is_some_and(ran_out))
}
