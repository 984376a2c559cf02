use clock::AgeBand;
use record::Id;
use store::{ClearReader, Row, StoreError, Work, args};
use vault::{Place, Plain};

use super::{Head, NewPerson, Part, PersonError, Written, search};

store::statements! {
    INSERT = "INSERT INTO person (record, file, age, to_tell, to_confirm, revision) \
        VALUES ($1, $2, $3, FALSE, FALSE, 0)";
    HEAD = "SELECT p.record, p.file, p.age, p.to_tell, p.to_confirm, p.revision, g.root, g.state \
        FROM person p JOIN guard g ON g.record = p.record WHERE p.record = $1";
    MOVE_ON = "UPDATE person SET revision = revision + 1 WHERE record = $1 AND revision = $2";
    SET_WAITS = "UPDATE person SET to_tell = $2, to_confirm = $3 WHERE record = $1 \
        AND (to_tell <> $2 OR to_confirm <> $3)";
    RAISE = "UPDATE person SET revision = revision + 1 WHERE record = $1";
    SET_AGE = "UPDATE person SET age = $2 WHERE record = $1";
    SET_CASE_AGE = "UPDATE case_file SET age = $2 WHERE record = $1";
    PLACE = "SELECT governorate FROM case_file WHERE record = $1";
    FORGET_HOW = "UPDATE case_file SET how = NULL WHERE record = $1";
    OF_CLOCK = "SELECT p.record FROM clock c JOIN person p ON p.record = c.subject WHERE c.record = $1";
    PARTS = "SELECT part, told FROM person_part WHERE record = $1";
    INSERT_PART = "INSERT INTO person_part (record, part, told) VALUES ($1, $2, $3)";
    FORGET = "DELETE FROM person WHERE record = $1";
    DROP_PARTS = "DELETE FROM person_part WHERE record = $1";
}

const fn place(row: &str) -> Place<'_> {
    Place {
        table: "person_part",
        row,
        column: "told",
    }
}

/// Keeps what stands in clear of a new one.
pub(super) async fn insert(work: &Work, record: Id, new: &NewPerson<'_>) -> Result<(), StoreError> {
    let args = args![record, new.case, new.age.code()];
    work.execute(INSERT, args).await.map(drop)
}

/// What stands in clear.
pub(super) async fn head_of(work: &Work, record: Id) -> Result<Head, StoreError> {
    head(&work.row(HEAD, args![record]).await?)
}

fn head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        record: row.id("record")?,
        root: row.id("root")?,
        case: row.id("file")?,
        age: row.code("age")?,
        to_tell: row.yes("to_tell")?,
        to_confirm: row.yes("to_confirm")?,
        revision: row.int("revision")?,
        is_open: row.text("state")? == consent::OPEN,
    })
}

/// Takes the next revision, if nobody took it since.
pub(super) async fn move_on(work: &Work, record: Id, seen: i64) -> Result<bool, StoreError> {
    Ok(work.execute(MOVE_ON, args![record, seen]).await? == 1)
}

/// Whether a recipient must still be told, and whether a second person is waited for; tells whether
/// that is new.
pub(super) async fn set_waits(
    work: &Work,
    record: Id,
    to_tell: bool,
    to_confirm: bool,
) -> Result<bool, StoreError> {
    let args = args![record, to_tell, to_confirm];
    Ok(work.execute(SET_WAITS, args).await? > 0)
}

/// How old they are, as it is known now; their case says it as well.
pub(super) async fn set_age(work: &Work, head: &Head, age: AgeBand) -> Result<(), StoreError> {
    work.execute(SET_AGE, args![head.record, age.code()])
        .await?;
    work.execute(SET_CASE_AGE, args![head.case, age.code()])
        .await
        .map(drop)
}

/// Where their case says that they are.
pub(super) async fn governorate_of(work: &Work, case: Id) -> Result<Option<String>, StoreError> {
    work.row(PLACE, args![case])
        .await?
        .maybe_text("governorate")
}

/// The person on whom a clock runs, if it runs on one.
pub(super) async fn of_clock(look: &ClearReader, clock: Id) -> Result<Option<Id>, StoreError> {
    let row = look.maybe_row(OF_CLOCK, args![clock]).await?;
    row.map(|row| row.id("record")).transpose()
}

/// Opens who a person is, in the order of the list.
pub(super) async fn parts(work: &Work, record: Id) -> Result<Vec<Written>, PersonError> {
    let mut parts: Vec<Written> = Vec::new();
    for row in work.rows(PARTS, args![record]).await? {
        let part: Part = row.code("part")?;
        let name = format!("{record}/{part}");
        let told: Plain<String> = work
            .open(record, &place(&name), &row.sealed("told")?)
            .await?;
        parts.push((part, told));
    }
    parts.sort_by_key(|(part, _)| *part);
    Ok(parts)
}

/// Seals who a person is, in the place of what stood there.
pub(super) async fn put_parts(
    work: &Work,
    record: Id,
    parts: &[Written],
) -> Result<(), StoreError> {
    drop_parts(work, record).await?;
    for (part, told) in parts {
        let name = format!("{record}/{part}");
        let told = work.seal(record, &place(&name), told).await?;
        let args = args![record, part.code(), told.into_stored()];
        work.execute(INSERT_PART, args).await?;
    }
    search::keep(work, record, parts).await
}

/// Takes away who a person is, and how they are reached; a form made before is older by that.
pub(super) async fn forget(work: &Work, head: &Head) -> Result<(), StoreError> {
    drop_parts(work, head.record).await?;
    work.execute(FORGET_HOW, args![head.case]).await?;
    work.execute(RAISE, args![head.record]).await.map(drop)
}

async fn drop_parts(work: &Work, record: Id) -> Result<(), StoreError> {
    search::forget(work, record).await?;
    work.execute(DROP_PARTS, args![record]).await.map(drop)
}

/// Forgets a person and whatever is written of who they are.
pub(super) async fn drop_person(work: &Work, record: Id) -> Result<(), StoreError> {
    drop_parts(work, record).await?;
    work.execute(FORGET, args![record]).await.map(drop)
}
