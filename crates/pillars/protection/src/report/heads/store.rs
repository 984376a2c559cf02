use record::Id;
use store::{Row, StoreError, Work, args};

use super::Counted;

store::statements! {
    INSERT = "INSERT INTO report_head (id, record, at, sex, age, language, person) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL)";
    OF = "SELECT id, at, sex, age, language, person FROM report_head WHERE record = $1 ORDER BY at, id";
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
    })
}

pub(super) async fn becomes(work: &Work, head: Id, person: Id) -> Result<bool, StoreError> {
    Ok(work.execute(BECOMES, args![head, person]).await? == 1)
}
