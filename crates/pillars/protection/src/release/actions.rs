//! Releasing a sender's words to the police, taking them back, and reading them.

use access::Scope;
use access::action::{ListReleases, ReadRelease};
use record::{Id, Kind, Moment, PAGE, Relation, Root, Sensitivity, short_code};
use store::{NewRecord, Page, StoreError, Unit, Work, one_more};
use vault::Plain;

use super::{LIVE, Line, Opened, WITHDRAWN, store as table};

/// Copies the sender's words for one police body, inside the unit that sends the report.
pub(crate) async fn release(
    work: &Work,
    report: Id,
    police: Id,
    governorate: Option<&str>,
    free_text: &Plain<String>,
) -> Result<(), StoreError> {
    let record = work.id();
    work.create(NewRecord {
        record,
        kind: Kind::Release,
        org: None,
        jurisdiction: governorate
            .and_then(record::governorate)
            .map(|place| place.jurisdiction),
        sensitivity: Sensitivity::Ordinary,
        state: LIVE,
        root: Some(report),
        world: Root::Justice,
        keys_for: vec![police],
    })
    .await?;
    work.grant(record, police, Relation::ReleasedTo, None, None)
        .await?;
    table::insert(work, record, &short_code(record), governorate, free_text).await
}

/// Takes back what grew from a report: nobody reads it any more.
pub(crate) async fn withdraw(work: &Work, report: Id) -> Result<(), StoreError> {
    for release in work.grown(report, Kind::Release).await? {
        work.end_grant(release, Relation::ReleasedTo, None).await?;
        work.set_state(release, WITHDRAWN).await?;
    }
    Ok(())
}

/// Takes back what grew from a report, and destroys it: the copy's key goes, with a tombstone of
/// its own, so that no older copy of the database gives it to the police again.
pub(crate) async fn shred(work: &Work, report: Id) -> Result<(), StoreError> {
    withdraw(work, report).await?;
    for release in work.grown(report, Kind::Release).await? {
        work.shred(release).await?;
        table::drop_row(work, release).await?;
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
) -> Result<Page<Line>, StoreError> {
    let lines = table::list(unit, scope, after, one_more(PAGE)).await?;
    Ok(unit
        .page(lines, PAGE, |line| (line.sent, line.record))
        .await)
}
