//! Releasing a sender's words to the police, taking them back, and reading them.

use access::Scope;
use access::action::{ListReleases, ReadRelease};
use record::{Id, Kind, Moment, Relation, Root, Sensitivity};
use store::{NewRecord, StoreError, Unit, Work};
use vault::Plain;

use super::{LIVE, Opened, Page, store as table};
use crate::report::list::{PAGE, joined};
use crate::report::rules::short_code;

/// Copies the sender's words for one police body, inside the unit that sends the report.
pub(crate) async fn release(
    work: &Work,
    report: Id,
    police: Id,
    governorate: Option<&str>,
    said: &Plain<String>,
) -> Result<(), StoreError> {
    let record = work.id();
    work.create(NewRecord {
        record,
        kind: Kind::Release,
        org: None,
        jurisdiction: governorate.and_then(record::governorate).map(|place| place.jurisdiction),
        sensitivity: Sensitivity::Ordinary,
        state: LIVE,
        root: Some(report),
        world: Root::Justice,
        keys_for: vec![police],
    })
    .await?;
    work.hold(record, police, Relation::ReleasedTo, None, None).await?;
    table::insert(work, record, &short_code(record), governorate, said).await
}

/// Takes back what grew from a report: nobody reads it any more.
pub(crate) async fn withdraw(work: &Work, report: Id) -> Result<(), StoreError> {
    for release in table::grown(work, report).await? {
        table::withdraw(work, release).await?;
    }
    Ok(())
}

/// Takes back what grew from a report, and destroys it.
pub(crate) async fn shred(work: &Work, report: Id) -> Result<(), StoreError> {
    for release in table::grown(work, report).await? {
        table::withdraw(work, release).await?;
        table::shred(work, release).await?;
    }
    Ok(())
}

/// `ReadRelease`: the sender's own words.
pub async fn read_release(unit: &Unit<ReadRelease>) -> Result<Opened, StoreError> {
    table::open(unit, unit.record()).await
}

/// `ListReleases`: a page of what was released to this body; what is shown is written down.
pub async fn list_releases(
    unit: &Unit<ListReleases>,
    scope: &Scope<ListReleases>,
    after: Option<(Moment, Id)>,
) -> Result<Page, StoreError> {
    let actor = scope.actor();
    let (before, before_record) = match after {
        Some((sent, record)) => (sent, record.to_string()),
        None => (Moment::from_micros(i64::MAX), String::new()),
    };
    let mut lines = Vec::new();
    for clause in scope.clauses() {
        let bounds = table::Bounds {
            relation: clause.relation.code(),
            holders: &joined(&actor.holders()),
            state: clause.state,
            excludable: &joined(&actor.excludable()),
            before,
            before_record: &before_record,
            limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
        };
        lines.extend(table::list(unit, &bounds).await?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.sent, line.record)));
    lines.dedup_by_key(|line| line.record);
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let ids: Vec<Id> = lines.iter().map(|line| line.record).collect();
    unit.shown(&ids).await;
    let next = lines.last().filter(|_| more).map(|last| (last.sent, last.record));
    Ok(Page { lines, next })
}
