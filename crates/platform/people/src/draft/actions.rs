//! Keeping, reading and dropping drafts.

use access::Actor;
use access::action::{DropDraft, KeepDraft, ReadOwnDraft};
use record::Id;
use store::{Store, StoreError, Unit};

use super::{Content, Draft, KEPT_SECONDS, store as table};

/// `KeepDraft`.
pub async fn keep_draft(unit: &Unit<KeepDraft>, content: &Content) -> Result<Id, StoreError> {
    table::insert(unit, unit.record(), content).await
}

/// Why a form could not be taken as it came: the states of `authority.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The session was over.
    Over,
    /// A second factor is asked for first.
    TooWeak,
}

/// Keeps what somebody sent that could not be taken as it came.
pub async fn keep(
    store: &Store,
    actor: &Actor,
    why: Why,
    content: Content,
) -> Result<Id, StoreError> {
    let account = actor.member().ok_or(StoreError::Absent)?.account;
    let states = match why {
        Why::Over => &["session_expired"],
        Why::TooWeak => &["step_up_wanted"],
    };
    let permit = store
        .gate()
        .permit_when::<KeepDraft>(actor, account, states)
        .await?;
    store
        .unit(permit, move |unit| {
            let content = content.clone();
            async move { keep_draft(&unit, &content).await }
        })
        .await
}

/// `ReadOwnDraft`: all that are kept, the newest first.
pub async fn read_own_drafts(unit: &Unit<ReadOwnDraft>) -> Result<Vec<Draft>, StoreError> {
    table::of(
        unit,
        unit.record(),
        unit.now().plus_seconds(-KEPT_SECONDS),
        None,
    )
    .await
}

/// `ReadOwnDraft`: one, which is not offered by itself again.
pub async fn read_own_draft(unit: &Unit<ReadOwnDraft>, draft: Id) -> Result<Draft, StoreError> {
    let since = unit.now().plus_seconds(-KEPT_SECONDS);
    let found = table::of(unit, unit.record(), since, Some(draft))
        .await?
        .into_iter()
        .next();
    let found = found.ok_or(StoreError::Absent)?;
    table::opened(unit, unit.record(), draft).await?;
    unit.looked().await;
    Ok(found)
}

/// `DropDraft`: those of an account that are a day old. Tells how many.
pub async fn drop_draft(unit: &Unit<DropDraft>) -> Result<u64, StoreError> {
    table::drop_old(unit, unit.record(), unit.now().plus_seconds(-KEPT_SECONDS)).await
}

/// The rule `DropOldDrafts`, for the maintenance loop.
pub async fn drop_old(store: &Store) -> Result<u64, StoreError> {
    let before = store.world().now().plus_seconds(-KEPT_SECONDS);
    let accounts = store
        .read_clear(async |look| table::with_old(&*look, before).await)
        .await?;
    let actor = Actor::Rule("DropOldDrafts");
    let mut dropped = 0;
    for account in accounts {
        let states = &["older_than_24_h"];
        let permit = store
            .gate()
            .permit_when::<DropDraft>(&actor, account, states)
            .await?;
        dropped += store
            .unit(permit, |unit| async move { drop_draft(&unit).await })
            .await?;
    }
    Ok(dropped)
}
