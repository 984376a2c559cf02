//! Starting a clock, stopping it, prolonging it, and letting it follow what it runs on.

use ::store::{NewRecord, StoreError, Work};
use record::{District, Governorate, Id, Kind, Moment, Relation, Root, Sensitivity};

use crate::rules::{Code, Fact, Given, is_city, rule};
use crate::store as table;
use crate::{Act, AgeBand, State};

/// A clock that an act starts.
pub struct NewClock<'a> {
    /// What is to happen by when.
    pub code: Code,
    /// What it runs on: a record, or what lies in one, such as the question to one shelter.
    pub subject: Id,
    /// The record whose desk and workers answer for it; the subject, where that is a record.
    pub follows: Id,
    /// The report from which that record grew.
    pub root: Id,
    /// The desk that answers for it.
    pub org: Option<Id>,
    /// When it starts, which is when what it is about happened.
    pub started: Moment,
    /// When the violence happened, where a due time is counted from it.
    pub act: Option<Moment>,
    /// What else is known. City and child follow from the district and the age.
    pub facts: &'a [Fact],
    /// The district, where it is known.
    pub district: Option<&'a District>,
    /// The governorate, where it is known.
    pub governorate: Option<&'a Governorate>,
    /// How old the person is.
    pub age_band: AgeBand,
}

impl NewClock<'_> {
    fn facts(&self) -> Vec<Fact> {
        let mut facts = self.facts.to_vec();
        if is_city(self.district) {
            facts.push(Fact::City);
        }
        if self.age_band != AgeBand::Adult {
            facts.push(Fact::Child);
        }
        facts
    }
}

/// The relations by which a clock belongs to whoever the record it follows belongs to.
const FOLLOWED: [Relation; 3] = [Relation::Owner, Relation::Team, Relation::Supervising];

/// Starts a clock, for the desk and for whoever works on the record that it follows, if the unit
/// holds that record. What it runs on has one clock of a code: one that is there goes on as it is.
pub async fn start(work: &Work, new: &NewClock<'_>) -> Result<Id, StoreError> {
    if let Some(there) = table::find(work, new.subject, new.code).await? {
        if there.is_of_no_child() {
            restart(work, new.follows, &there).await?;
        }
        return Ok(there.record);
    }
    let record = create(work, new).await?;
    let holders = match work.guard_of(new.follows).await {
        Ok((_, grants)) => followed(&grants, new.follows),
        // Begun in a unit on another record: the desk alone answers, until it follows.
        Err(StoreError::NotJoined) => Vec::new(),
        Err(error) => return Err(error),
    };
    give(work, record, new.org, &holders).await?;
    Ok(record)
}

/// The same beside another clock of this unit, for whoever answers for that one: the unit may not hold the
/// record that both follow.
pub(crate) async fn start_beside(
    work: &Work,
    new: &NewClock<'_>,
    beside: Id,
) -> Result<Id, StoreError> {
    if let Some(there) = table::find(work, new.subject, new.code).await? {
        return Ok(there.record);
    }
    let record = create(work, new).await?;
    let (_, grants) = work.guard_of(beside).await?;
    give(work, record, new.org, &followed(&grants, beside)).await?;
    Ok(record)
}

/// Lets a clock that is over run once more, by what is known now.
pub(crate) async fn begin_again(
    work: &Work,
    new: &NewClock<'_>,
    clock: Id,
) -> Result<(), StoreError> {
    work.bring_clock(new.follows, clock).await?;
    table::begin_again(work, clock, new, &points(new)).await?;
    work.end_grant(clock, Relation::Oversight, None).await?;
    work.set_state(clock, State::Running.code()).await?;
    follow(work, new.follows).await
}

/// When each point of a new clock is due.
fn points(new: &NewClock<'_>) -> Vec<Moment> {
    let given = Given {
        started: new.started,
        act: new.act,
        facts: &new.facts(),
    };
    rule(new.code).points(&given)
}

async fn create(work: &Work, new: &NewClock<'_>) -> Result<Id, StoreError> {
    let record = work.id();
    work.create(NewRecord {
        record,
        kind: Kind::Clock,
        org: new.org,
        jurisdiction: new.governorate.map(|place| place.jurisdiction),
        sensitivity: Sensitivity::Ordinary,
        state: State::Running.code(),
        root: Some(new.root),
        world: Root::Care,
        keys_for: Vec::new(),
    })
    .await?;
    table::insert(work, record, new, &points(new)).await?;
    Ok(record)
}

/// Lets the clock of somebody whom two people found grown up go on, since they are a child after all: from
/// when it began, and missed if that is over.
async fn restart(work: &Work, follows: Id, there: &table::Found) -> Result<(), StoreError> {
    work.bring_clock(follows, there.record).await?;
    table::restart(work, there).await?;
    // Whoever was told of the time before is told anew.
    work.end_grant(there.record, Relation::Oversight, None)
        .await?;
    work.set_state(there.record, State::Running.code()).await?;
    table::insert_act(work, there.record, Act::Restarted, "", there.due).await
}

/// Who answers for a record. Who holds it by a receipt does not, and nobody whose time is over.
fn followed(grants: &[access::Grant], record: Id) -> Vec<(Id, Relation)> {
    let grants = grants.iter().filter(|grant| {
        FOLLOWED.contains(&grant.relation) && grant.holder != record && grant.until.is_none()
    });
    grants.map(|grant| (grant.holder, grant.relation)).collect()
}

/// Gives a clock its holders, and none of them who is shut out of the report.
async fn give(
    work: &Work,
    clock: Id,
    desk: Option<Id>,
    holders: &[(Id, Relation)],
) -> Result<(), StoreError> {
    let shut_out = shut_out(work, clock).await?;
    let desk = desk.map(|desk| (desk, Relation::Supervising));
    for (holder, relation) in desk.iter().chain(holders) {
        if !shut_out.contains(holder) {
            work.grant(clock, *holder, *relation, None, None).await?;
        }
    }
    Ok(())
}

/// Everybody who is shut out of the report from which a clock of this unit grew.
pub(crate) async fn shut_out(work: &Work, clock: Id) -> Result<Vec<Id>, StoreError> {
    let (_, grants) = work.guard_of(clock).await?;
    let excluded = grants
        .iter()
        .filter(|grant| grant.relation == Relation::Excluded);
    Ok(excluded.map(|grant| grant.holder).collect())
}

/// Finds a clock and brings it into the unit, which holds the record that it follows.
async fn bring(work: &Work, subject: Id, code: Code) -> Result<Option<table::Found>, StoreError> {
    let Some(found) = table::find(work, subject, code).await? else {
        return Ok(None);
    };
    if found.state == State::Stopped {
        return Ok(None);
    }
    work.bring_clock(found.follows, found.record).await?;
    Ok(Some(found))
}

/// Stops a clock for a reason given as a code; tells whether one ran. The clock of a child's safety
/// is none that this could stop: somebody must have seen the child.
pub async fn stop(work: &Work, subject: Id, code: Code, because: &str) -> Result<bool, StoreError> {
    if code == Code::T1 {
        return Err(StoreError::NotJoined);
    }
    let Some(found) = bring(work, subject, code).await? else {
        return Ok(false);
    };
    end(work, found.record, found.due, because).await?;
    Ok(true)
}

/// Lets a clock go on that was stopped for this reason, since the reason is gone: from when it began.
pub async fn resume(work: &Work, subject: Id, code: Code, because: &str) -> Result<(), StoreError> {
    let found = table::find(work, subject, code).await?;
    match found.filter(|found| found.because.as_deref() == Some(because)) {
        Some(found) => restart(work, found.follows, &found).await,
        None => Ok(()),
    }
}

/// Ends a clock of this unit.
pub(crate) async fn end(
    work: &Work,
    clock: Id,
    due: Moment,
    because: &str,
) -> Result<(), StoreError> {
    table::set_ended(work, clock, because).await?;
    work.set_state(clock, State::Stopped.code()).await?;
    table::insert_act(work, clock, Act::Stopped, because, due).await
}

/// Says that the point at which a clock stands is reached: the next one runs, or the clock stops.
/// Tells whether it goes on. What may not happen yet, by what is known, is refused.
pub async fn reach(
    work: &Work,
    subject: Id,
    code: Code,
    facts: &[Fact],
    because: &str,
) -> Result<bool, StoreError> {
    if code == Code::T1 || !rule(code).may_be_reached(facts) {
        return Err(StoreError::NotJoined);
    }
    let Some(found) = bring(work, subject, code).await? else {
        return Ok(false);
    };
    advance(work, &found, because).await
}

/// Goes on to the next point of a clock of this unit, or ends it; tells whether it goes on.
pub(crate) async fn advance(
    work: &Work,
    found: &table::Found,
    because: &str,
) -> Result<bool, StoreError> {
    let Some((next, later)) = found.later.split_first() else {
        end(work, found.record, found.due, because).await?;
        return Ok(false);
    };
    table::insert_act(work, found.record, Act::Reached, because, found.due).await?;
    table::set_point(work, found.record, *next, later).await?;
    work.set_state(found.record, State::Running.code()).await?;
    work.end_grant(found.record, Relation::Oversight, None)
        .await?;
    Ok(true)
}

/// Prolongs a clock that may be, for a reason given as a code. The due time it had stays among its
/// acts, and one that was missed stays missed. Tells whether it was prolonged.
pub async fn prolong(
    work: &Work,
    subject: Id,
    code: Code,
    due: Moment,
    because: &str,
) -> Result<bool, StoreError> {
    if !rule(code).prolonged || because.is_empty() {
        return Err(StoreError::NotJoined);
    }
    let Some(found) = bring(work, subject, code).await? else {
        return Ok(false);
    };
    if due <= found.due {
        return Ok(false);
    }
    table::insert_act(work, found.record, Act::Prolonged, because, found.due).await?;
    table::set_due(work, found.record, due).await?;
    Ok(true)
}

/// Passes the clock of a child's safety to another subject, which follows a record of this unit: from a
/// report to a head that was counted, from either to a person. It goes on as it is, or stays over as it
/// is, and there is still one. Tells whether there was one.
pub async fn pass(work: &Work, from: Id, (to, follows): (Id, Id)) -> Result<bool, StoreError> {
    let found = table::find(work, from, Code::T1).await?;
    // The clock of somebody who is grown up is nobody else's.
    let Some(found) = found.filter(|found| !found.is_of_no_child()) else {
        return Ok(false);
    };
    // What began once the child was safe goes with them.
    let support = table::find(work, from, Code::T3).await?;
    for found in [Some(found), support].into_iter().flatten() {
        work.bring_clock(follows, found.record).await?;
        table::pass(work, found.record, to, follows).await?;
    }
    follow(work, follows).await?;
    Ok(true)
}

/// Lets every clock that follows a record of this unit belong to whoever that record belongs to now.
pub async fn follow(work: &Work, record: Id) -> Result<(), StoreError> {
    let (guard, grants) = work.guard_of(record).await?;
    let holders = followed(&grants, record);
    for clock in table::following(work, record).await? {
        work.bring_clock(record, clock).await?;
        let (before, had) = work.guard_of(clock).await?;
        if let Some(desk) = guard.org.filter(|desk| before.org != Some(*desk)) {
            work.set_desk(clock, desk).await?;
        }
        for (holder, relation) in followed(&had, clock) {
            work.end_grant(clock, relation, Some(holder)).await?;
        }
        give(work, clock, guard.org, &holders).await?;
    }
    Ok(())
}
