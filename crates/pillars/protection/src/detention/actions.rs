//! Listing who is held, and letting the record belong to whoever its report belongs to.

use ::store::{Page, StoreError, Unit, Work, one_more};
use access::action::ListHeld;
use access::{Grant, Scope};
use record::{Id, Kind, Moment, PAGE, Relation};

use super::{Line, store as table};

/// `ListHeld`: a page of the people held that this actor may see; what is shown is written down.
pub async fn list_held(
    unit: &Unit<ListHeld>,
    scope: &Scope<ListHeld>,
    after: Option<(Moment, Id)>,
) -> Result<Page<Line>, StoreError> {
    let lines = table::list(unit, scope, after, one_more(PAGE)).await?;
    Ok(unit.page(lines, PAGE, |line| (line.due, line.record)).await)
}

/// `ListHeld`: no more than so many of the first lines, all of which count as shown.
pub async fn first_held(
    unit: &Unit<ListHeld>,
    scope: &Scope<ListHeld>,
    most: i64,
) -> Result<Vec<Line>, StoreError> {
    let lines = table::list(unit, scope, None, most).await?;
    unit.show(&lines, |line| line.record).await;
    Ok(lines)
}

/// Lets what is held of a report of this unit belong to whoever the report belongs to now. A lawyer
/// who is shut out by now is told no more.
pub(crate) async fn follow(work: &Work, report: Id) -> Result<(), StoreError> {
    let (guard, grants) = work.guard_of(report).await?;
    let holders = work.answering(report).await?.holders;
    let shut_out = shut_out(&grants);
    for held in work.grown(report, Kind::Held).await? {
        let (before, had) = work.guard_of(held).await?;
        if let Some(desk) = guard.org.filter(|desk| before.org != Some(*desk)) {
            work.set_desk(held, desk).await?;
        }
        for (holder, relation) in work.answering(held).await?.holders {
            work.end_grant(held, relation, Some(holder)).await?;
        }
        for (holder, relation) in &holders {
            work.grant(held, *holder, *relation, None, None).await?;
        }
        clock::follow(work, held).await?;
        for told in had
            .iter()
            .filter(|had| had.relation == Relation::ReferredTo && shut_out.contains(&had.holder))
        {
            work.end_grant(held, Relation::ReferredTo, Some(told.holder))
                .await?;
        }
    }
    Ok(())
}

/// Whether somebody of a report is held while a clock of safety runs there and none of custody does: a
/// child was learned of after the report, or is one after all.
pub(crate) async fn lacks_custody(work: &Work, report: Id) -> Result<bool, StoreError> {
    Ok(!table::without_custody(work, report).await?.is_empty())
}

/// Everybody who is shut out, as the holdings of a record or its root tell.
pub(super) fn shut_out(grants: &[Grant]) -> Vec<Id> {
    let excluded = grants
        .iter()
        .filter(|grant| grant.relation == Relation::Excluded);
    excluded.map(|grant| grant.holder).collect()
}
