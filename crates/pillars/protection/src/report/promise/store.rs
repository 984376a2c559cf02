use access::{Member, Scope, action::ListReports};
use record::{Id, Moment};
use store::{StoreError, Work, args};

use super::{Promise, Promised};
use crate::reader::YesNoUnknown;

store::statements! {
    PUT = "INSERT INTO promise (record, kind, org, account, due, made) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (record, kind) DO UPDATE SET \
        org = excluded.org, account = excluded.account, due = excluded.due, made = excluded.made";
    END = "DELETE FROM promise WHERE record = $1 AND kind = $2";
    OF = "SELECT kind, due FROM promise WHERE record = $1 ORDER BY due, kind";
    PASS = "UPDATE promise SET org = $2 WHERE record = $1";
    // A desk's own promises are walked in the order in which they are due.
    DUE = concat!("SELECT p.record, p.kind, p.due, p.made, r.code, r.governorate, r.minor \
        FROM promise p JOIN guard g ON g.record = p.record JOIN report r ON r.record = p.record \
        WHERE p.org = $10 AND p.due <= $11 AND ", store::reached!(),
        " ORDER BY p.due, p.record LIMIT $12");
}

/// What is due at a desk, as Today shows it.
pub(crate) struct Waiting {
    pub(crate) record: Id,
    pub(crate) code: String,
    pub(crate) what: Promised,
    pub(crate) made: Moment,
    pub(crate) due: Moment,
    pub(crate) governorate: Option<String>,
    pub(crate) minor: YesNoUnknown,
}

/// Keeps a promise in the place of one of its kind.
pub(super) async fn put(
    work: &Work,
    report: Id,
    by: &Member,
    promise: &Promise,
) -> Result<(), StoreError> {
    let args = args![
        report,
        promise.what.code(),
        by.org,
        by.account,
        promise.due,
        work.now()
    ];
    work.execute(PUT, args).await.map(drop)
}

pub(super) async fn end(work: &Work, report: Id, what: Promised) -> Result<(), StoreError> {
    work.execute(END, args![report, what.code()])
        .await
        .map(drop)
}

/// What was promised about a report.
pub(crate) async fn of(work: &Work, report: Id) -> Result<Vec<Promise>, StoreError> {
    let rows = work.rows(OF, args![report]).await?;
    let promise = rows.iter().map(|row| {
        Ok(Promise {
            what: row.code("kind")?,
            due: row.moment("due")?,
        })
    });
    promise.collect()
}

/// Another desk has the report now, and what was promised.
pub(crate) async fn pass(work: &Work, report: Id, desk: Id) -> Result<(), StoreError> {
    work.execute(PASS, args![report, desk]).await.map(drop)
}

/// What this desk promised until then, the soonest first.
pub(crate) async fn due(
    work: &Work,
    scope: &Scope<ListReports>,
    desk: Id,
    until: Moment,
    most: i64,
) -> Result<Vec<Waiting>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![desk, until, most]);
    let rows = work.rows(DUE, args).await?;
    let waiting = rows.iter().map(|row| {
        Ok(Waiting {
            record: row.id("record")?,
            code: row.text("code")?,
            what: row.code("kind")?,
            made: row.moment("made")?,
            due: row.moment("due")?,
            governorate: row.maybe_text("governorate")?,
            minor: row.code("minor")?,
        })
    });
    waiting.collect()
}
