//! The gate: it alone reads guards and holdings without a permit, to ask the decision for one.

use access::{Absent, Action, Actor, Facts, Guard, Holding, Permit, Scope};
use record::Id;

use crate::sql::Row;
use crate::unit::Inner;
use crate::{Store, StoreError, args};

crate::statements! {
    GUARD = "SELECT record, kind, org, jurisdiction, sensitivity, state, root, world, version \
        FROM guard WHERE record = $1";
    HOLDINGS = "SELECT record, holder, relation, purpose, until FROM holding \
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
        let look = self.0.look_handle().await?;
        let found = facts(&mut *look.0.lock().await, record).await;
        self.0.end_look(look).await?;
        // Hidden and absent take the same way: the decision runs over a dummy where nothing is.
        let mut facts = found?.unwrap_or_else(|| Facts::nothing(A::KIND));
        facts.states = states.iter().map(|state| (*state).to_owned()).collect();
        match self
            .0
            .authority()
            .decide::<A>(actor, &facts, self.0.world().now())
        {
            Ok(permit) => Ok(permit),
            Err(Absent) => {
                if actor.member().is_some() {
                    self.0.refused::<A>(actor, record).await?;
                }
                Err(StoreError::Absent)
            }
        }
    }

    /// May this actor begin something by `A`, or do it where no record is named?
    pub fn permit_new<A: Action>(
        &self,
        actor: &Actor,
        states: &[&str],
    ) -> Result<Permit<A>, Absent> {
        let mut facts = Facts::nothing(A::KIND);
        facts.states = states.iter().map(|state| (*state).to_owned()).collect();
        self.0
            .authority()
            .decide::<A>(actor, &facts, self.0.world().now())
    }

    /// How far a list of `A` reaches for this actor.
    pub fn scope<A: Action>(&self, actor: &Actor) -> Result<Scope<A>, Absent> {
        self.0.authority().scope::<A>(actor, self.0.world().now())
    }
}

/// The facts of a record, or none.
pub(crate) async fn facts(inner: &mut Inner, record: Id) -> Result<Option<Facts>, StoreError> {
    let Some(row) = inner.rows(GUARD, args![record]).await?.into_iter().next() else {
        return Ok(None);
    };
    let guard = guard(&row)?;
    let rows = inner.rows(HOLDINGS, args![record, guard.root]).await?;
    let holdings = rows.iter().map(holding).collect::<Result<_, _>>()?;
    Ok(Some(Facts {
        guard,
        holdings,
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

fn holding(row: &Row) -> Result<Holding, StoreError> {
    Ok(Holding {
        record: row.id("record")?,
        holder: row.id("holder")?,
        relation: row.code("relation")?,
        purpose: row.maybe_code("purpose")?,
        until: row.maybe_moment("until")?,
    })
}
