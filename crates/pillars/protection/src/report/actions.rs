//! What the desk that reads a report does with it.

use access::action::{
    AnswerReport, ClaimReport, CloseReport, ReadOwnReport, ReadReport, ReassignReport,
};
use access::{Action, Actor};
use record::{EventName, Id, Relation};
use store::{Unit, Work};
use vault::Plain;

use super::{Because, CLOSED, Done, Head, Opened, ReportError, Side, promise, store as table};
use crate::detention;
use crate::reader::actions::roles_for;

/// Opens a report; by `Other` the other side opens it. Nothing is left to open of one that was
/// withdrawn.
pub(super) async fn opened<Other: Action>(work: &Work, report: Id) -> Result<Opened, ReportError> {
    let seen = work.last_done::<Other>(report).await?;
    let head = table::head_of(work, report).await?;
    let (parts, thread) = if head.withdrawn.is_some() {
        (Vec::new(), Vec::new())
    } else {
        let parts = table::parts(work, report).await?;
        (parts, table::thread(work, report).await?)
    };
    Ok(Opened {
        head,
        parts,
        thread,
        seen,
    })
}

/// `ReadReport`: all of it; the unit's entry in the ledger is the trace.
pub async fn read_report(unit: &Unit<ReadReport>) -> Result<Opened, ReportError> {
    opened::<ReadOwnReport>(unit, unit.record()).await
}

/// Takes the next revision for a form that was made from this one.
async fn take(work: &Work, report: Id, seen: i64) -> Result<Head, ReportError> {
    let head = table::head_of(work, report).await?;
    if head.revision != seen || !table::move_on(work, report, seen).await? {
        return Err(ReportError::Stale);
    }
    Ok(head)
}

/// `AnswerReport`: an answer to the sender. Whoever answers first answers for the report.
pub async fn answer_report(
    unit: &Unit<AnswerReport>,
    free_text: &Plain<String>,
    seen: i64,
    form_key: &str,
) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = take(unit, report, seen).await?;
    if head.withdrawn.is_some() {
        return Err(ReportError::Withdrawn);
    }
    if !head.has_receipt {
        return Err(ReportError::NoReceipt);
    }
    table::insert_message(unit, report, Side::Team, seen + 1, free_text).await?;
    table::answered(unit, report).await?;
    if let Actor::Person(member) = unit.actor()
        && owners(unit, report).await?.is_empty()
    {
        entrust(unit, report, member.account).await?;
    }
    table::settle(unit, report).await?;
    unit.emit(EventName::ReportAnswered, report, report, None)
        .await?;
    unit.answer(form_key, "answered").await?;
    Ok(Done::Now)
}

/// `ClaimReport`: this member is on it from now on, beside nobody or in the place of nobody. A report
/// of which nobody holds the receipt has no answer: that somebody is on it is all it waits for.
pub async fn claim_report(unit: &Unit<ClaimReport>, form_key: &str) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, report).await?;
    let Some(account) = unit.actor().member().map(|member| member.account) else {
        return Err(ReportError::NotFit);
    };
    if !owners(unit, report).await?.is_empty() {
        return Err(ReportError::Claimed);
    }
    entrust(unit, report, account).await?;
    if !head.has_receipt {
        table::answered(unit, report).await?;
    }
    table::settle(unit, report).await?;
    unit.emit(EventName::ReportReassigned, report, report, None)
        .await?;
    unit.answer(form_key, "claimed").await?;
    Ok(Done::Now)
}

/// `CloseReport`: the desk has done what it can, for this reason. It stops no clock.
pub async fn close_report(
    unit: &Unit<CloseReport>,
    because: Because,
    seen: i64,
    form_key: &str,
) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    take(unit, report, seen).await?;
    unit.set_state(report, CLOSED).await?;
    table::set_because(unit, report, Some(because)).await?;
    promise::forget(unit, report).await?;
    table::settle(unit, report).await?;
    unit.reason(because.code()).await;
    unit.emit(EventName::ReportClosed, report, report, None)
        .await?;
    unit.answer(form_key, "closed").await?;
    Ok(Done::Now)
}

/// `ReassignReport`: another member of the same desk answers for the report from now on.
pub async fn reassign_report(
    unit: &Unit<ReassignReport>,
    to: Id,
    seen: i64,
    form_key: &str,
) -> Result<Done, ReportError> {
    let report = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    take(unit, report, seen).await?;
    if roles_for(unit, report, to).await?.is_empty() {
        return Err(ReportError::NotFit);
    }
    for owner in owners(unit, report).await? {
        unit.end_grant(report, Relation::Owner, Some(owner)).await?;
    }
    unit.end_grant(report, Relation::Team, None).await?;
    entrust(unit, report, to).await?;
    unit.emit(EventName::ReportReassigned, report, report, None)
        .await?;
    unit.answer(form_key, "reassigned").await?;
    Ok(Done::Now)
}

/// Who of the desk answers for a report. The sender, who owns it by the receipt, is not meant.
pub async fn owners(work: &Work, report: Id) -> Result<Vec<Id>, ReportError> {
    let (_, grants) = work.guard_of(report).await?;
    let owners = grants
        .iter()
        .filter(|grant| grant.relation == Relation::Owner);
    Ok(owners
        .map(|grant| grant.holder)
        .filter(|holder| *holder != report)
        .collect())
}

pub(super) async fn entrust(work: &Work, report: Id, account: Id) -> Result<(), ReportError> {
    work.grant(report, account, Relation::Owner, None, None)
        .await?;
    work.grant(report, account, Relation::Team, None, None)
        .await?;
    clock::follow(work, report).await?;
    detention::follow(work, report).await?;
    work.tell_grown(report, EventName::entrusted).await?;
    Ok(())
}
