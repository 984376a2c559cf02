use record::Id;
use store::{Row, StoreError, Work, args};

use super::Counted;

store::statements! {
    INSERT = "INSERT INTO report_head (id, record, at, sex, age, language, person) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL)";
    OF = "SELECT h.id, h.at, h.sex, h.age, h.language, h.person, c.record AS clock FROM report_head h \
        LEFT JOIN clock c ON c.subject = h.id AND c.code = 'T1' WHERE h.record = $1 \
        AND (c.because IS NULL OR c.because <> 'miscounted') ORDER BY h.at, h.id";
    DROP = "DELETE FROM report_head WHERE record = $1 AND id = $2 AND age = 'adult' AND person IS NULL";
    BECOMES = "UPDATE report_head SET person = $2 WHERE id = $1 AND person IS NULL";
}

pub(super) async fn insert(work: &Work, report: Id, head: &Counted) -> Result<(), StoreError> {
    let args = args![
        head.id,
        report,
        head.at,
        head.sex.code(),
        head.age.code(),
        head.language.map(super::Spoken::code)
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// Those who were counted of a report, in their order.
pub(crate) async fn of(work: &Work, report: Id) -> Result<Vec<Counted>, StoreError> {
    let rows = work.rows(OF, args![report]).await?;
    rows.iter().map(counted).collect()
}

fn counted(row: &Row) -> Result<Counted, StoreError> {
    Ok(Counted {
        id: row.id("id")?,
        at: row.moment("at")?,
        sex: row.code("sex")?,
        age: row.code("age")?,
        language: row.maybe_code("language")?,
        person: row.maybe_id("person")?,
        clock: row.maybe_id("clock")?,
    })
}

pub(super) async fn becomes(work: &Work, head: Id, person: Id) -> Result<bool, StoreError> {
    Ok(work.execute(BECOMES, args![head, person]).await? == 1)
}

/// Drops a head that has no clock and with whom nobody talked; tells whether it was one.
pub(super) async fn drop_head(work: &Work, report: Id, head: Id) -> Result<bool, StoreError> {
    Ok(work.execute(DROP, args![report, head]).await? == 1)
}
