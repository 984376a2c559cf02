//! The SQL of releases.

use access::Scope;
use access::action::ListReleases;
use record::{Id, Moment};
use store::{Row, StoreError, Window, Work, args};
use vault::{Place, Plain};

use super::{Line, Opened};

store::statements! {
    INSERT = "INSERT INTO released (record, code, sent, governorate, free_text) \
        VALUES ($1, $2, $3, $4, $5)";
    ONE = "SELECT record, code, sent, governorate, free_text FROM released WHERE record = $1";
    LIST = concat!("SELECT r.record, r.code, r.sent, r.governorate FROM released r \
        JOIN guard g ON g.record = r.record WHERE ", store::page!(newest; "live"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    DROP = "DELETE FROM released WHERE record = $1";
}

fn place(row: &str) -> Place<'_> {
    Place {
        table: "released",
        row,
        column: "free_text",
    }
}

pub(super) async fn insert(
    work: &Work,
    record: Id,
    code: &str,
    governorate: Option<&str>,
    free_text: &Plain<String>,
) -> Result<(), StoreError> {
    let sealed = work
        .seal(record, &place(&record.to_string()), free_text)
        .await?;
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
    let free_text = work
        .open(
            record,
            &place(&record.to_string()),
            &row.sealed("free_text")?,
        )
        .await?;
    Ok(Opened {
        line: line(&row)?,
        free_text,
    })
}

/// A page of what the reach of a list holds.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListReleases>,
    after: Option<(Moment, Id)>,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let window = Window::newest(after, limit);
    let args = work.store().gate().page(scope, &window);
    work.rows(LIST, args).await?.iter().map(line).collect()
}

/// Takes the row away whose words open no more.
pub(super) async fn drop_row(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(DROP, args![record]).await.map(drop)
}
