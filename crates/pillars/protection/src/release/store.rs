//! The SQL of releases.

use record::{Id, Moment};
use store::{Row, StoreError, Work, args};
use vault::{Place, Plain};

use super::{Line, Opened};

store::statements! {
    INSERT = "INSERT INTO released (record, code, sent, governorate, said) \
        VALUES ($1, $2, $3, $4, $5)";
    ONE = "SELECT record, code, sent, governorate, said FROM released WHERE record = $1";
    LIST = "SELECT r.record, r.code, r.sent, r.governorate FROM released r \
        JOIN guard g ON g.record = r.record \
        WHERE EXISTS (SELECT 1 FROM holding h WHERE h.record = r.record AND h.relation = $1 \
        AND $2 LIKE '%' || h.holder || '%' AND (h.until IS NULL OR h.until > $3)) \
        AND (CAST($4 AS TEXT) IS NULL OR g.state = $4) \
        AND NOT EXISTS (SELECT 1 FROM holding x WHERE x.record = g.root \
        AND x.relation = 'excluded' AND $5 LIKE '%' || x.holder || '%') \
        AND (r.sent < $6 OR (r.sent = $6 AND r.record < $7)) \
        ORDER BY r.sent DESC, r.record DESC LIMIT $8";
    GROWN = "SELECT record FROM guard WHERE root = $1 AND kind = 'release' AND record <> $1";
    WITHDRAW = "UPDATE guard SET state = 'withdrawn', version = version + 1 \
        WHERE record = $1 AND state <> 'withdrawn'";
    DROP_KEYS = "DELETE FROM data_key WHERE record = $1";
    DROP = "DELETE FROM released WHERE record = $1";
}

fn place(row: &str) -> Place<'_> {
    Place { table: "released", row, column: "said" }
}

pub(super) async fn insert(
    work: &Work,
    record: Id,
    code: &str,
    governorate: Option<&str>,
    said: &Plain<String>,
) -> Result<(), StoreError> {
    let sealed = work.seal(record, &place(&record.to_string()), said).await?;
    let args = args![record, code, work.now(), governorate, sealed.into_stored()];
    work.execute(INSERT, args).await.map(drop)
}

fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        record: row.id("record")?,
        code: row.text("code")?,
        sent: row.moment("sent")?,
        governorate: row.maybe_text("governorate")?,
    })
}

pub(super) async fn open(work: &Work, record: Id) -> Result<Opened, StoreError> {
    let row = work.row(ONE, args![record]).await?;
    let said = work.open(record, &place(&record.to_string()), &row.sealed("said")?).await?;
    Ok(Opened { line: line(&row)?, said })
}

/// Which releases are wanted.
pub(super) struct Bounds<'a> {
    pub(super) relation: &'a str,
    pub(super) holders: &'a str,
    pub(super) state: Option<&'a str>,
    pub(super) excludable: &'a str,
    pub(super) before: Moment,
    pub(super) before_record: &'a str,
    pub(super) limit: i64,
}

pub(super) async fn list(work: &Work, bounds: &Bounds<'_>) -> Result<Vec<Line>, StoreError> {
    let args = args![
        bounds.relation,
        bounds.holders,
        work.now(),
        bounds.state,
        bounds.excludable,
        bounds.before,
        bounds.before_record,
        bounds.limit
    ];
    work.rows(LIST, args).await?.iter().map(line).collect()
}

/// The releases that grew from a report.
pub(super) async fn grown(work: &Work, report: Id) -> Result<Vec<Id>, StoreError> {
    work.rows(GROWN, args![report]).await?.iter().map(|row| row.id("record")).collect()
}

/// Nobody may read it any more.
pub(super) async fn withdraw(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(WITHDRAW, args![record]).await.map(drop)
}

/// Nothing of it opens any more.
pub(super) async fn shred(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(DROP_KEYS, args![record]).await?;
    work.execute(DROP, args![record]).await.map(drop)
}
