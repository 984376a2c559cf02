//! Changes of guards and grants, inside a unit: beginning a record, handing it on, ending it.
//! Every change raises the guard's version, so that no permit given before is overrun.

use access::action::HandOverAll;
use access::{Grant, Guard};
use record::{EventName, Id, Jurisdiction, Kind, Moment, Purpose, Relation, Root, Sensitivity};

use crate::{StoreError, Work, args, keys};

crate::statements! {
    INSERT_GUARD = "INSERT INTO guard (record, kind, org, jurisdiction, sensitivity, state, root, world, version, listed) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)";
    HOLD = "INSERT INTO access_grant (record, holder, relation, purpose, until, kind, state, listed, waits) \
        SELECT g.record, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), \
        g.kind, g.state, g.listed, g.waits FROM guard g WHERE g.record = $1 \
        ON CONFLICT (record, holder, relation) DO UPDATE SET purpose = excluded.purpose, until = excluded.until";
    END_GRANT = "DELETE FROM access_grant WHERE record = $1 AND relation = $2 \
        AND (CAST($3 AS TEXT) IS NULL OR holder = $3)";
    GROWN = "SELECT record FROM guard WHERE root = $1 AND record <> $1 AND kind = $2 ORDER BY record";
    SAME_ROOT = "SELECT c.record FROM guard c JOIN guard g ON g.root = c.root \
        WHERE g.record = $1 AND c.record = $2 AND c.kind = 'clock'";
    RAISE = "UPDATE guard SET version = version + 1 WHERE record = $1";
    RAISE_GROWN = "UPDATE guard SET version = version + 1 WHERE root = $1 AND record <> $1";
    SET_STATE = "UPDATE guard SET state = $2, version = version + 1 WHERE record = $1 AND state <> $2";
    SET_STATE_HELD = "UPDATE access_grant SET state = $2 WHERE record = $1 AND state <> $2";
    SET_LISTED = "UPDATE guard SET listed = $2, version = version + 1 WHERE record = $1";
    SET_LISTED_HELD = "UPDATE access_grant SET listed = $2 WHERE record = $1";
    SET_WAITS = "UPDATE guard SET waits = $2 WHERE record = $1 AND waits IS DISTINCT FROM $2";
    SET_WAITS_HELD = "UPDATE access_grant SET waits = $2 WHERE record = $1 AND waits IS DISTINCT FROM $2";
    SET_TAKEN = "UPDATE guard SET vacant = FALSE WHERE record = $1 AND vacant = TRUE";
    SET_VACANT = "UPDATE guard SET vacant = TRUE WHERE record = $1 AND vacant = FALSE \
        AND NOT EXISTS (SELECT 1 FROM access_grant o WHERE o.record = $1 AND o.relation = 'owner' AND o.holder <> $1)";
    SET_ORG = "UPDATE guard SET org = $2, version = version + 1 WHERE record = $1";
    SHREDDED = "SELECT record FROM tombstone WHERE record = $1";
    TOMBSTONE = "INSERT INTO tombstone (record, at, signed) VALUES ($1, $2, $3) ON CONFLICT (record) DO NOTHING";
    WHAT = "SELECT kind, root FROM guard WHERE record = $1";
    HELD_BY = "SELECT h.record, h.relation FROM access_grant h JOIN guard g ON g.record = h.record \
        WHERE h.holder = $1 AND h.relation IN ('owner', 'team') AND g.kind <> 'account' \
        AND g.org = $2 ORDER BY h.record, h.relation";
    MOVE_GRANT = "UPDATE access_grant SET holder = $3 WHERE record = $1 AND relation = $2 AND holder = $4 \
        AND NOT EXISTS (SELECT 1 FROM access_grant o WHERE o.record = $1 AND o.relation = $2 AND o.holder = $3)";
    DROP_GRANT = "DELETE FROM access_grant WHERE record = $1 AND relation = $2 AND holder = $3";
    SHUT_OUT = "SELECT holder FROM access_grant WHERE relation = 'excluded' \
        AND (record = $1 OR record = (SELECT root FROM guard WHERE record = $1))";
}

/// A record that a unit begins.
pub struct NewRecord {
    /// Its id.
    pub record: Id,
    /// What it is.
    pub kind: Kind,
    /// The organisation whose desk it is.
    pub org: Option<Id>,
    /// Federal or Kurdistan, where it matters.
    pub jurisdiction: Option<Jurisdiction>,
    /// How careful it must be handled.
    pub sensitivity: Sensitivity,
    /// Its first state.
    pub state: &'static str,
    /// The report it grows from; `None` where it is a root itself.
    pub root: Option<Id>,
    /// The world of keys it lies in.
    pub world: Root,
    /// The organisations that get a wrap of its key.
    pub keys_for: Vec<Id>,
}

impl Work {
    /// Begins a record: its guard, its key, and one wrap for each organisation that holds it.
    pub async fn create(&self, new: NewRecord) -> Result<(), StoreError> {
        self.must_write().await?;
        let NewRecord {
            record,
            kind,
            org,
            jurisdiction,
            sensitivity,
            state,
            root,
            world,
            keys_for,
        } = new;
        let jurisdiction = jurisdiction.map(Jurisdiction::code);
        self.execute(
            INSERT_GUARD,
            args![
                record,
                kind.code(),
                org,
                jurisdiction,
                sensitivity.code(),
                state,
                root.unwrap_or(record),
                world.code(),
                self.now()
            ],
        )
        .await?;
        self.new_key(record).await;
        for org in keys_for {
            self.share_key(record, org).await?;
        }
        self.began(record).await;
        Ok(())
    }

    /// Makes the holder what the relation says, until a time if one is given.
    pub async fn grant(
        &self,
        record: Id,
        holder: Id,
        relation: Relation,
        purpose: Option<Purpose>,
        until: Option<Moment>,
    ) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        let purpose = purpose.map(Purpose::code);
        // An exclusion never ends, by no second grant either.
        let until = until.filter(|_| relation != Relation::Excluded);
        // The guard first: whoever changes its state at the same time is waited for, since a grant
        // stands beside a copy of it.
        self.raise(record, relation).await?;
        self.execute(HOLD, args![record, holder, relation.code(), purpose, until])
            .await?;
        if relation == Relation::Owner && holder != record {
            self.execute(SET_TAKEN, args![record]).await?;
        }
        Ok(())
    }

    /// Ends a relation to a record: one holder's, or everybody's. An exclusion never ends.
    pub async fn end_grant(
        &self,
        record: Id,
        relation: Relation,
        holder: Option<Id>,
    ) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        if relation == Relation::Excluded {
            return Err(StoreError::NotJoined);
        }
        self.execute(END_GRANT, args![record, relation.code(), holder])
            .await?;
        // Whoever owned it by a receipt answered for nothing: nobody is missing.
        if relation == Relation::Owner && holder != Some(record) {
            self.execute(SET_VACANT, args![record]).await?;
        }
        self.raise(record, relation).await
    }

    async fn raise(&self, record: Id, relation: Relation) -> Result<(), StoreError> {
        self.execute(RAISE, args![record]).await?;
        if relation == Relation::Excluded {
            // It stands on the root and holds for everything that grew from it.
            self.execute(RAISE_GROWN, args![record]).await?;
        }
        Ok(())
    }

    /// Brings what grew from a record of this unit into the unit as well: who withdraws a report
    /// withdraws what was released from it.
    pub async fn grown(&self, root: Id, kind: Kind) -> Result<Vec<Id>, StoreError> {
        self.must_hold(root).await?;
        let rows = self.rows(GROWN, args![root, kind.code()]).await?;
        let grown = rows
            .iter()
            .map(|row| row.id("record"))
            .collect::<Result<Vec<_>, _>>()?;
        for record in &grown {
            self.bring(*record).await;
        }
        Ok(grown)
    }

    /// Puts the record into a state that rows of `authority.csv` name.
    pub async fn set_state(&self, record: Id, state: &str) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        self.execute(SET_STATE, args![record, state]).await?;
        self.execute(SET_STATE_HELD, args![record, state])
            .await
            .map(drop)
    }

    /// Sets by what lists order the record, where that is not when it began: a clock stands where it
    /// is due.
    pub async fn set_listed(&self, record: Id, at: Moment) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        self.execute(SET_LISTED, args![record, at]).await?;
        self.execute(SET_LISTED_HELD, args![record, at])
            .await
            .map(drop)
    }

    /// Sets for what the record waits, by which lists of what waits find it; nothing, where it waits
    /// for nobody.
    pub async fn set_waits(&self, record: Id, waits: Option<&str>) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        self.execute(SET_WAITS, args![record, waits]).await?;
        self.execute(SET_WAITS_HELD, args![record, waits])
            .await
            .map(drop)
    }

    /// Hands the record to another organisation's desk; its key goes with it.
    pub async fn set_org(&self, record: Id, from: Option<Id>, to: Id) -> Result<(), StoreError> {
        self.must_write().await?;
        self.share_key(record, to).await?;
        if let Some(from) = from.filter(|from| *from != to) {
            keys::drop_wrap(&mut *self.inner().await, record, from).await?;
        }
        self.set_desk(record, to).await
    }

    /// Puts a record that has no key, or none any more, on another organisation's desk.
    pub async fn set_desk(&self, record: Id, to: Id) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        self.execute(SET_ORG, args![record, to]).await.map(drop)
    }

    /// Takes an organisation's wrap of the record's key away: it opens nothing of it any more.
    pub async fn take_key(&self, record: Id, from: Id) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        keys::drop_wrap(&mut *self.inner().await, record, from).await
    }

    /// Brings a clock into the unit, if it runs on what grew from the same report as a record that
    /// the unit holds a permit for: whoever ends a hold ends its clock.
    pub async fn bring_clock(&self, holds: Id, clock: Id) -> Result<(), StoreError> {
        self.must_hold(holds).await?;
        let found = self.maybe_row(SAME_ROOT, args![holds, clock]).await?;
        if found.is_none() {
            return Err(StoreError::NotJoined);
        }
        self.bring(clock).await;
        Ok(())
    }

    /// Makes the key of a new organisation under the root of its world.
    pub async fn create_org_key(&self, org: Id, world: Root) -> Result<(), StoreError> {
        self.must_write().await?;
        let mut inner = self.inner().await;
        self.store.keyring().add_org(&mut inner, org, world).await
    }

    /// Destroys every wrap of the record's key and leaves a signed tombstone. Nothing that was
    /// sealed for it opens again, from this database or from a copy that follows the tombstones.
    pub async fn shred(&self, record: Id) -> Result<(), StoreError> {
        self.must_write().await?;
        self.must_hold(record).await?;
        let signed = self.store.journal().tombstone(record, self.now());
        self.forget_key(record).await;
        let mut inner = self.inner().await;
        keys::drop_wraps(&mut inner, record).await?;
        inner
            .execute(TOMBSTONE, args![record, self.now(), &signed])
            .await?;
        inner.shredded.push(signed);
        Ok(())
    }

    /// Whether a record was shredded: what reacts to what happened before has nothing left to do there.
    pub async fn is_shredded(&self, record: Id) -> Result<bool, StoreError> {
        Ok(self.maybe_row(SHREDDED, args![record]).await?.is_some())
    }

    /// The guard and the grants of a record of this unit, as they are now.
    pub async fn guard_of(&self, record: Id) -> Result<(Guard, Vec<Grant>), StoreError> {
        self.must_hold(record).await?;
        let facts = crate::gate::facts(&mut *self.inner().await, record).await?;
        let facts = facts.ok_or(StoreError::Absent)?;
        Ok((facts.guard, facts.grants))
    }
}

/// Who answers for a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answering {
    /// The organisation whose desk it is.
    pub desk: Option<Id>,
    /// Those who hold it and are not shut out. Who holds it by a receipt answers for nothing.
    pub holders: Vec<(Id, Relation)>,
}

impl Answering {
    /// The relations by which somebody answers.
    pub const RELATIONS: [Relation; 3] = [Relation::Owner, Relation::Team, Relation::Supervising];
}

impl Work {
    /// Who answers for a record now: what grew from it belongs to them as well. Nothing of the record
    /// opens by it, so the unit need not hold it.
    pub async fn answering(&self, record: Id) -> Result<Answering, StoreError> {
        let facts = crate::gate::facts(&mut *self.inner().await, record).await?;
        let facts = facts.ok_or(StoreError::Absent)?;
        let (grants, now) = (&facts.grants, self.now());
        let is_shut_out = |holder: Id| {
            let mut grants = grants.iter();
            grants.any(|one| one.holder == holder && one.relation == Relation::Excluded)
        };
        let holders = grants.iter().filter(|grant| {
            Answering::RELATIONS.contains(&grant.relation)
                && grant.record == record
                && grant.holder != record
                && grant.until.is_none_or(|until| now < until)
                && !is_shut_out(grant.holder)
        });
        Ok(Answering {
            desk: facts.guard.org,
            holders: holders
                .map(|grant| (grant.holder, grant.relation))
                .collect(),
        })
    }
}

impl Work {
    /// Lets exactly these answer for a record of this unit, and nobody else; none of them who is shut
    /// out.
    pub async fn answered_by(
        &self,
        record: Id,
        wanted: &[(Id, Relation)],
    ) -> Result<(), StoreError> {
        let (_, grants) = self.guard_of(record).await?;
        let is_shut_out = |holder: Id| {
            let mut grants = grants.iter();
            grants.any(|one| one.holder == holder && one.relation == Relation::Excluded)
        };
        let wanted: Vec<_> = wanted
            .iter()
            .filter(|(holder, _)| !is_shut_out(*holder))
            .collect();
        let held = grants.iter().filter(|grant| {
            grant.record == record && Answering::RELATIONS.contains(&grant.relation)
        });
        let held: Vec<_> = held.map(|grant| (grant.holder, grant.relation)).collect();
        for (holder, relation) in held.iter().filter(|one| !wanted.contains(one)) {
            self.end_grant(record, *relation, Some(*holder)).await?;
        }
        for (holder, relation) in wanted.into_iter().filter(|one| !held.contains(one)) {
            self.grant(record, *holder, *relation, None, None).await?;
        }
        Ok(())
    }
}

/// Somebody who can take over what another leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heir {
    /// The account.
    pub account: Id,
    /// The organisations in which they work or worked: an exclusion of any of them holds.
    pub organisations: Vec<Id>,
}

/// What became of everything that somebody held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// How many records changed hands.
    pub moved: usize,
    /// How many stay on the desk with nobody, since all who could take over are shut out of them.
    pub left: usize,
}

impl Work {
    /// Hands everything that one account holds at this organisation's desk to others, in one step:
    /// each record to the first heir who is not shut out of it. Only grants move, nothing is
    /// opened.
    pub async fn hand_over(
        &self,
        org: Id,
        from: Id,
        heirs: &[Heir],
    ) -> Result<HandedOver, StoreError> {
        self.must_write().await?;
        let held = self.rows(HELD_BY, args![from, org]).await?;
        let mut done = HandedOver::default();
        let mut before: Option<(Id, Option<Id>)> = None;
        // The rows of a record stand together.
        for row in &held {
            let (record, relation) = (row.id("record")?, row.text("relation")?);
            let to = match before {
                Some((same, to)) if same == record => to,
                _ => {
                    let to = self.heir_of(record, heirs).await?;
                    done.moved += usize::from(to.is_some());
                    done.left += usize::from(to.is_none());
                    self.execute(RAISE, args![record]).await?;
                    self.note::<HandOverAll>(record).await;
                    let what = self.row(WHAT, args![record]).await?;
                    if let Some(name) = EventName::handed_over(what.code("kind")?) {
                        self.emit(name, record, what.id("root")?, None).await?;
                    }
                    to
                }
            };
            before = Some((record, to));
            if let Some(to) = to {
                self.execute(MOVE_GRANT, args![record, &relation, to, from])
                    .await?;
            }
            self.execute(DROP_GRANT, args![record, &relation, from])
                .await?;
            if relation == Relation::Owner.code() {
                self.execute(SET_VACANT, args![record]).await?;
            }
        }
        Ok(done)
    }

    /// The first who is not shut out of a record.
    async fn heir_of(&self, record: Id, heirs: &[Heir]) -> Result<Option<Id>, StoreError> {
        let rows = self.rows(SHUT_OUT, args![record]).await?;
        let shut_out = rows
            .iter()
            .map(|row| row.id("holder"))
            .collect::<Result<Vec<_>, _>>()?;
        let may = |heir: &&Heir| {
            !shut_out.contains(&heir.account)
                && !heir.organisations.iter().any(|org| shut_out.contains(org))
        };
        Ok(heirs.iter().find(may).map(|heir| heir.account))
    }
}
