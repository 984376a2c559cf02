//! The gate: it alone reads guards and grants without a permit, to ask the decision for one.

use access::{Absent, Action, ActionRow, Actor, Decision, Facts, Grant, Guard, Permit, Scope};
use record::{Id, Kind};

use crate::journal::Draft;
use crate::sql::Row;
use crate::unit::Inner;
use crate::{Store, StoreError, args};

crate::statements! {
    GUARD = "SELECT record, kind, org, jurisdiction, sensitivity, state, root, world, version \
        FROM guard WHERE record = $1";
    GRANTS = "SELECT record, holder, relation, purpose, until FROM access_grant \
        WHERE record = $1 OR (record = $2 AND relation = 'excluded')";
}

/// Asks for permits.
pub struct Gate<'s>(pub(crate) &'s Store);

impl Gate<'_> {
    /// May this actor do `A` on the record? What may not be seen is absent. A refusal to a person
    /// is written in the ledger, whether the record exists or not.
    pub async fn permit<A: Action>(
        &self,
        actor: &Actor,
        record: Id,
    ) -> Result<Permit<A>, StoreError> {
        self.permit_when::<A>(actor, record, &[]).await
    }

    /// Like [`Gate::permit`], with states that only the moment tells.
    pub async fn permit_when<A: Action>(
        &self,
        actor: &Actor,
        record: Id,
        states: &[&str],
    ) -> Result<Permit<A>, StoreError> {
        let decision = self.decide_when(ActionRow::of::<A>(), actor, record, states);
        Ok(decision.await?.try_into()?)
    }

    /// The same for an action as data.
    pub async fn decide_when(
        &self,
        action: ActionRow,
        actor: &Actor,
        record: Id,
        states: &[&str],
    ) -> Result<Decision, StoreError> {
        let decided = self.decide_for_now(action, actor, record, states).await?;
        if let Some(decision) = decided {
            return Ok(decision);
        }
        if leaves_a_trace(actor) {
            let draft = Draft::absent(action, record);
            self.0.refused(actor, vec![draft]).await?;
        }
        Err(StoreError::Absent)
    }

    /// Like [`Gate::permit_when`], where a no is not the last word: the person is asked for a
    /// second factor, whether the record exists or not, and no refusal is written. What comes back
    /// must not be told to them in any other way.
    pub async fn permit_for_now<A: Action>(
        &self,
        actor: &Actor,
        record: Id,
        states: &[&str],
    ) -> Result<Option<Permit<A>>, StoreError> {
        let decided = self.decide_for_now(ActionRow::of::<A>(), actor, record, states);
        let decision = decided.await?;
        Ok(decision.map(Permit::try_from).transpose()?)
    }

    /// The same for an action as data.
    pub async fn decide_for_now(
        &self,
        action: ActionRow,
        actor: &Actor,
        record: Id,
        states: &[&str],
    ) -> Result<Option<Decision>, StoreError> {
        let look = self.0.look_handle().await?;
        let found = facts(&mut *look.0.lock().await, record).await;
        look.leave().await?;
        // Hidden and absent take the same way: the decision runs over a dummy where nothing is.
        let found = found?;
        let there = found.is_some();
        let mut facts = found.unwrap_or_else(|| Facts::nothing(action.kind));
        about(action, &mut facts);
        facts.states = states.iter().map(|state| (*state).to_owned()).collect();
        let authority = self.0.authority();
        let decided = authority.decide_on(action, actor, &facts, self.0.world().now());
        // The dummy may be permitted what asks for no relation; nothing is there all the same.
        Ok(decided.ok().filter(|_| there))
    }

    /// May this actor begin something by `A`, or do it where no record is named?
    pub fn permit_new<A: Action>(
        &self,
        actor: &Actor,
        states: &[&str],
    ) -> Result<Permit<A>, Absent> {
        self.decide_new(ActionRow::of::<A>(), actor, states)?
            .try_into()
    }

    /// The same for an action as data.
    pub fn decide_new(
        &self,
        action: ActionRow,
        actor: &Actor,
        states: &[&str],
    ) -> Result<Decision, Absent> {
        let mut facts = Facts::nothing(action.kind);
        facts.states = states.iter().map(|state| (*state).to_owned()).collect();
        let now = self.0.world().now();
        self.0.authority().decide_on(action, actor, &facts, now)
    }

    /// What this actor could do to the record, for the buttons of its page. It gives no permit, and
    /// asking leaves no trace.
    pub async fn could(&self, actor: &Actor, record: Id) -> Result<Could<'_>, StoreError> {
        let look = self.0.look_handle().await?;
        let found = facts(&mut *look.0.lock().await, record).await;
        look.leave().await?;
        Ok(Could {
            store: self.0,
            actor: actor.stepped_up(),
            facts: found?,
        })
    }

    /// Whether this actor could do `A` to any record at all: for what a page offers where no one
    /// record is asked about.
    pub fn ever<A: Action>(&self, actor: &Actor) -> bool {
        self.ever_by(ActionRow::of::<A>(), actor)
    }

    /// The same for an action as data.
    pub fn ever_by(&self, action: ActionRow, actor: &Actor) -> bool {
        let now = self.0.world().now();
        self.0.authority().ever(action, actor, None, now)
    }

    /// The same of records in this state.
    pub fn ever_in<A: Action>(&self, actor: &Actor, state: &str) -> bool {
        let now = self.0.world().now();
        self.0
            .authority()
            .ever(ActionRow::of::<A>(), actor, Some(state), now)
    }

    /// How far a list of `A` reaches for this actor; [`reach!`](crate::reach) is the SQL of it.
    pub fn scope<A: Action>(&self, actor: &Actor) -> Result<Scope<A>, Absent> {
        self.0.authority().scope::<A>(actor, self.0.world().now())
    }
}

/// What somebody could do to one record, after a second factor where that is asked for.
pub struct Could<'s> {
    store: &'s Store,
    actor: Actor,
    facts: Option<Facts>,
}

impl Could<'_> {
    /// Whether they could do `A` now.
    pub fn may<A: Action>(&self) -> bool {
        self.may_when::<A>(&[])
    }

    /// Whether they could do `A`, in states that only the moment or their answer tells.
    pub fn may_when<A: Action>(&self, states: &[&str]) -> bool {
        self.may_do(ActionRow::of::<A>(), states)
    }

    fn may_do(&self, action: ActionRow, states: &[&str]) -> bool {
        let Some(facts) = &self.facts else {
            return false;
        };
        let mut facts = facts.clone();
        about(action, &mut facts);
        facts.states = states.iter().map(|state| (*state).to_owned()).collect();
        let now = self.store.world().now();
        let authority = self.store.authority();
        authority
            .decide_on(action, &self.actor, &facts, now)
            .is_ok()
    }
}

/// What the ledger says of a record is decided by what the actor is to that record.
pub(crate) fn about(action: ActionRow, facts: &mut Facts) {
    if action.kind == Kind::Ledger {
        facts.guard.kind = Kind::Ledger;
    }
}

/// Whether a refusal to this actor is written in the ledger: to everybody who has a name there.
pub(crate) fn leaves_a_trace(actor: &Actor) -> bool {
    matches!(actor, Actor::Person(_) | Actor::Console(_))
}

/// The facts of a record, or none. The same statements run whether it is there or not.
pub(crate) async fn facts(inner: &mut Inner, record: Id) -> Result<Option<Facts>, StoreError> {
    let found = inner.rows(GUARD, args![record]).await?;
    let guard = found.first().map(guard).transpose()?;
    let root = guard.as_ref().map_or(record, |guard| guard.root);
    let rows = inner.rows(GRANTS, args![record, root]).await?;
    let grants = rows.iter().map(grant).collect::<Result<_, _>>()?;
    Ok(guard.map(|guard| Facts {
        guard,
        grants,
        states: Vec::new(),
    }))
}

fn guard(row: &Row) -> Result<Guard, StoreError> {
    Ok(Guard {
        record: row.id("record")?,
        kind: row.code("kind")?,
        org: row.maybe_id("org")?,
        jurisdiction: row.maybe_code("jurisdiction")?,
        sensitivity: row.code("sensitivity")?,
        state: row.text("state")?,
        root: row.id("root")?,
        world: row.code("world")?,
        version: row.int("version")?,
    })
}

fn grant(row: &Row) -> Result<Grant, StoreError> {
    Ok(Grant {
        record: row.id("record")?,
        holder: row.id("holder")?,
        relation: row.code("relation")?,
        purpose: row.maybe_code("purpose")?,
        until: row.maybe_moment("until")?,
    })
}
