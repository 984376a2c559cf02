use std::collections::BTreeSet;

use access::{Scope, action::SearchPeople};
use people::Rows;
use record::{Id, ShortCode};
use store::{Row, StoreError, Value, Work, args};

use super::rules::SLOTS;
use super::{Line, VERSION};

/// The state of a case that is open.
const OPEN: &str = "open";
/// How many keys each part of the statement has room for.
const WIDE: usize = names::MOST;

/// What a line says of a person and their case.
macro_rules! line {
    () => {
        "SELECT p.record, c.record AS file, c.code, c.begun, c.age, c.governorate, f.state, "
    };
}

/// Whom one part of the name finds.
macro_rules! slot {
    ($slot:literal, $keys:literal) => {
        concat!(
            "SELECT record, ",
            $slot,
            " AS slot FROM person_key WHERE key IN (",
            $keys,
            ")"
        )
    };
}

store::statements! {
    PUT = "INSERT INTO person_key (record, place, key, version) VALUES ($1, $2, $3, $4)";
    FORGET = "DELETE FROM person_key WHERE record = $1";
    BY_CODE = concat!(line!(), "CAST(0 AS BIGINT) AS alike FROM case_file c JOIN person p ON p.record = c.person \
        JOIN guard g ON g.record = p.record JOIN guard f ON f.record = c.record \
        WHERE c.code = $10 AND ", store::reached!(), " ORDER BY c.begun DESC, c.record DESC LIMIT $11");
    BY_KEYS = concat!(line!(), "hits.alike FROM (SELECT record, COUNT(*) AS alike FROM (",
        slot!("1", "$12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23"), " UNION ",
        slot!("2", "$24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35"), " UNION ",
        slot!("3", "$36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47"), " UNION ",
        slot!("4", "$48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59"), " UNION ",
        slot!("5", "$60, $61, $62, $63, $64, $65, $66, $67, $68, $69, $70, $71"),
        ") AS hit GROUP BY record HAVING COUNT(*) >= $10) AS hits JOIN person p ON p.record = hits.record \
        JOIN case_file c ON c.record = p.file JOIN guard g ON g.record = p.record \
        JOIN guard f ON f.record = c.record WHERE g.state = 'yes_to_writing' AND ", store::reached!(),
        " ORDER BY hits.alike DESC, c.begun DESC, p.record LIMIT $11");
    NEXT = "SELECT record FROM person WHERE record > $1 ORDER BY record LIMIT $2";
    COUNT = "SELECT COUNT(*) AS people FROM person";
    OTHERWISE = "SELECT COUNT(*) AS people FROM person p WHERE EXISTS (SELECT 1 FROM person_key k \
        WHERE k.record = p.record AND k.version < $1)";
}

/// Keeps the hashes of a person, each with its place.
pub(super) async fn put(
    work: &Work,
    person: Id,
    keys: &BTreeSet<(i64, Vec<u8>)>,
) -> Result<(), StoreError> {
    for (place, key) in keys {
        let args = args![person, *place, key.clone(), VERSION];
        work.execute(PUT, args).await?;
    }
    Ok(())
}

pub(super) async fn forget(work: &Work, person: Id) -> Result<(), StoreError> {
    work.execute(FORGET, args![person]).await.map(drop)
}

/// The people whose case has this code.
pub(super) async fn by_code(
    work: &Work,
    scope: &Scope<SearchPeople>,
    code: &ShortCode,
) -> Result<Vec<Line>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![code.as_str(), 20_i64]);
    work.rows(BY_CODE, args).await?.iter().map(line).collect()
}

/// The people who agree in so many parts at least, those who agree in most first.
pub(super) async fn by_keys(
    work: &Work,
    scope: &Scope<SearchPeople>,
    slots: &[Vec<Vec<u8>>],
    least: usize,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![i64::try_from(least).unwrap_or(1), limit]);
    for slot in 0..SLOTS {
        let keys = slots.get(slot).map_or(&[][..], Vec::as_slice);
        // Nothing is kept under no bytes.
        let none = || Value::from(Vec::<u8>::new());
        let keys = keys.iter().map(|key| Value::from(key.clone()));
        args.extend(keys.chain(std::iter::repeat_with(none)).take(WIDE));
    }
    work.rows(BY_KEYS, args).await?.iter().map(line).collect()
}

pub(super) async fn next(
    at: &impl Rows,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Id>, StoreError> {
    let rows = at
        .rows(NEXT, args![after.unwrap_or_default(), limit])
        .await?;
    rows.iter().map(|row| row.id("record")).collect()
}

async fn counted(at: &impl Rows, sql: &'static str, args: Vec<Value>) -> Result<i64, StoreError> {
    let rows = at.rows(sql, args).await?;
    rows.first().ok_or(StoreError::Absent)?.int("people")
}

pub(super) async fn count(at: &impl Rows) -> Result<i64, StoreError> {
    counted(at, COUNT, Vec::new()).await
}

pub(super) async fn otherwise_indexed(at: &impl Rows) -> Result<i64, StoreError> {
    counted(at, OTHERWISE, args![VERSION]).await
}

fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        person: row.id("record")?,
        case: row.id("file")?,
        code: row.text("code")?,
        begun: row.moment("begun")?,
        age: row.code("age")?,
        governorate: row.maybe_text("governorate")?,
        is_open: row.text("state")? == OPEN,
        alike: usize::try_from(row.int("alike")?).unwrap_or(0),
    })
}
