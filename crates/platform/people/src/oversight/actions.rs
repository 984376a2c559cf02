//! Keeping the relation true when a desk, a jurisdiction or a membership changes.

use access::Actor;
use access::action::KeepOversight;
use record::{EventName, Id, Relation};
use store::{Delivery, Reaction, Store, StoreError, Unit, Work};

use super::store as table;
use crate::member;

/// The reactions of this feature, for the outbox.
pub const REACTIONS: &[Reaction] = &[Reaction {
    name: "KeepOversight",
    event: EventName::OversightChanged,
    run: |store, delivery| Box::pin(async move { run(&store, delivery).await }),
}];

/// Says that another body may answer for oversight now.
pub(crate) async fn changed(work: &Work, org: Option<Id>) -> Result<(), StoreError> {
    let record = org.unwrap_or(Id::NONE);
    work.emit(EventName::OversightChanged, record, record, None)
        .await
}

/// The bodies that may open the name of somebody whose own organisation is `home` and who works or
/// worked in these.
pub(crate) async fn watching(work: &Work, home: Id, worked: &[Id]) -> Result<Vec<Id>, StoreError> {
    let mut found = table::watching(work, home).await?;
    found.retain(|body| !worked.contains(body));
    Ok(found)
}

/// Ends the relation of a body to an account that now works there.
pub(crate) async fn end(work: &Work, account: Id, body: Id) -> Result<(), StoreError> {
    let (guard, grants) = work.guard_of(account).await?;
    let held = grants
        .iter()
        .any(|held| held.relation == Relation::Oversight && held.holder == body);
    if !held {
        return Ok(());
    }
    work.end_grant(account, Relation::Oversight, Some(body))
        .await?;
    if guard.org == Some(body) {
        return Ok(());
    }
    work.take_key(account, body).await
}

async fn run(store: &Store, delivery: Delivery) -> Result<(), StoreError> {
    let actor = Actor::Rule("KeepOversight");
    let states = &["oversight_changed"];
    let mut last = None;
    loop {
        let accounts = store
            .read_clear(async |look| table::accounts(&*look, last).await)
            .await?;
        if accounts.is_empty() {
            break;
        }
        for account in accounts {
            let permit = store
                .gate()
                .permit_when::<KeepOversight>(&actor, account, states)
                .await?;
            store
                .unit(permit, |unit| async move { keep_oversight(&unit).await })
                .await?;
            last = Some(account);
        }
    }
    // Each account is set right for itself; the event is done with once the last one is.
    let Some(last) = last else {
        return Ok(());
    };
    let permit = store
        .gate()
        .permit_when::<KeepOversight>(&actor, last, states)
        .await?;
    store.follow(permit, delivery, |_| async { Ok(()) }).await
}

/// `KeepOversight`: the bodies that answer for oversight hold it on this account, and no others.
async fn keep_oversight(unit: &Unit<KeepOversight>) -> Result<(), StoreError> {
    let account = unit.record();
    let (guard, grants) = unit.guard_of(account).await?;
    let Some(home) = guard.org else {
        return Ok(());
    };
    let held = member::memberships_of(&**unit, account).await?;
    let worked: Vec<Id> = held.iter().map(|held| held.org).collect();
    let should = watching(unit, home, &worked).await?;
    let holders: Vec<Id> = grants
        .iter()
        .filter(|held| held.relation == Relation::Oversight)
        .map(|held| held.holder)
        .collect();
    for gone in holders.iter().filter(|body| !should.contains(body)) {
        unit.end_grant(account, Relation::Oversight, Some(*gone))
            .await?;
        if !worked.contains(gone) {
            unit.take_key(account, *gone).await?;
        }
    }
    for new in should.iter().filter(|body| !holders.contains(body)) {
        unit.share_key(account, *new).await?;
        unit.grant(account, *new, Relation::Oversight, None, None)
            .await?;
    }
    Ok(())
}
