use access::{Scope, action::ListInterpreters};
use record::{Id, Moment, short_code};
use store::{ClearReader, Row, StoreError, Work, args};
use vault::{Place, Plain};

use super::actions::Wanted;
use super::rules::number_index;
use super::said::Said;
use super::{Description, Line, Sex, State, Word};
use crate::shelter::language::Spoken;

/// What stands in clear of an entry.
macro_rules! line {
    () => {
        "SELECT i.record, i.code, g.org, i.languages, i.sex, i.governorate, i.oath, i.revision, g.state, \
         g.listed FROM interpreter i JOIN guard g ON g.record = i.record "
    };
}

/// Whether an interpreter may be offered to the people of a record: not whom the person declined there,
/// or in the talk from which the case was opened; not whom the employer used of anybody of that report;
/// not one of a body that the report accuses.
macro_rules! offered {
    ($interpreter:literal, $keeper:literal, $of:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM guard o JOIN interpreter_word w ON w.root = o.root WHERE o.record = ",
            $of, " AND w.interpreter = ", $interpreter, " AND (w.word = 'employer' OR (w.word = 'declined' \
            AND (w.record = o.record OR EXISTS (SELECT 1 FROM case_file c WHERE (c.record = o.record \
            AND c.screening = w.record) OR (c.record = w.record AND c.screening = o.record)))))) \
            AND NOT EXISTS (SELECT 1 FROM guard o JOIN access_grant x ON x.record = o.root \
            AND x.relation = 'excluded' WHERE o.record = ", $of, " AND x.holder = ", $keeper, ")"
        )
    };
}

store::statements! {
    INSERT = "INSERT INTO interpreter (record, code, languages, sex, governorate, oath, number, links, \
        number_index, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)";
    CHANGE = "UPDATE interpreter SET languages = $3, sex = $4, governorate = $5, oath = $6, number = $7, \
        links = $8, number_index = $9, revision = revision + 1 WHERE record = $1 AND revision = $2";
    KNOWN = "SELECT i.record, g.state FROM interpreter i JOIN guard g ON g.record = i.record \
        WHERE i.number_index = $1";
    FORGET_NUMBER = "UPDATE interpreter SET number = NULL, links = NULL, revision = revision + 1 \
        WHERE record = $1";
    FORGET_INDEX = "UPDATE interpreter SET number_index = NULL WHERE record = $1";
    RAISE = "UPDATE interpreter SET revision = revision + 1 WHERE record = $1";
    PASS_WORDS = "UPDATE interpreter_word SET interpreter = $2 WHERE interpreter = $1";
    LINE = concat!(line!(), "WHERE i.record = $1");
    SEALED = "SELECT number, links FROM interpreter WHERE record = $1";
    LIST = concat!(line!(), "WHERE ", store::reach!(),
        " AND (CAST($10 AS TEXT) IS NULL OR ' ' || i.languages || ' ' LIKE '% ' || $10 || ' %') \
        AND (CAST($11 AS TEXT) IS NULL OR i.sex = $11) \
        AND (CAST($12 AS TEXT) IS NULL OR i.governorate = $12) \
        AND ((CAST($13 AS TEXT) IS NULL AND g.state IN ('offered', 'doubted')) OR g.state = $13) \
        AND (g.listed, g.record) > ($14, $15) \
        AND (CAST($16 AS TEXT) IS NULL OR (", offered!("i.record", "g.org", "CAST($16 AS TEXT)"),
        ")) ORDER BY g.listed, g.record LIMIT $17");
    IS_OFFERED = concat!("SELECT CAST(CASE WHEN g.state = 'offered' AND ",
        offered!("g.record", "g.org", "$2"),
        " THEN 1 ELSE 0 END AS BIGINT) AS offered FROM guard g WHERE g.record = $1 AND g.kind = 'interpreter'");
    SAY = "INSERT INTO interpreter_word (record, root, interpreter, word, at, account) \
        SELECT g.record, g.root, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS TEXT) \
        FROM guard g WHERE g.record = $1 \
        ON CONFLICT (record, interpreter, word) DO UPDATE SET at = excluded.at, account = excluded.account";
    SAID = "SELECT w.interpreter, i.code, g.state, w.word, w.at FROM interpreter_word w \
        JOIN interpreter i ON i.record = w.interpreter JOIN guard g ON g.record = i.record \
        WHERE w.record = $1 ORDER BY w.at DESC, w.interpreter, w.word";
    FORGET_WORDS = "DELETE FROM interpreter_word WHERE record = $1";
    OPEN_TO = "SELECT i.record FROM interpreter i WHERE i.number IS NOT NULL ORDER BY i.record";
    KEPT_BY = "SELECT i.record FROM guard g JOIN interpreter i ON i.record = g.record \
        WHERE g.kind = 'interpreter' AND g.org = $1 AND i.number IS NOT NULL ORDER BY i.record";
    SUCCESSOR = "SELECT o.successor, (SELECT s.ended FROM organisation s WHERE s.id = o.successor) AS ended \
        FROM organisation o WHERE o.id = $1";
}

const fn place<'a>(row: &'a str, column: &'static str) -> Place<'a> {
    Place {
        table: "interpreter",
        row,
        column,
    }
}

async fn seal(
    work: &Work,
    record: Id,
    column: &'static str,
    value: &Plain<String>,
) -> Result<Vec<u8>, StoreError> {
    let row = record.to_string();
    let sealed = work.seal(record, &place(&row, column), value).await?;
    Ok(sealed.into_stored())
}

pub(super) async fn insert(work: &Work, record: Id, is: &Description) -> Result<(), StoreError> {
    let args = args![
        record,
        short_code(record),
        &is.languages,
        is.sex.code(),
        &is.governorate,
        is.oath.code(),
        seal(work, record, "number", &is.number).await?,
        seal(work, record, "links", &is.links).await?,
        number_index(work.store(), &is.number)
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// Changes an entry that still is as it was seen.
pub(super) async fn change(
    work: &Work,
    record: Id,
    is: &Description,
    seen: i64,
) -> Result<bool, StoreError> {
    let args = args![
        record,
        seen,
        &is.languages,
        is.sex.code(),
        &is.governorate,
        is.oath.code(),
        seal(work, record, "number", &is.number).await?,
        seal(work, record, "links", &is.links).await?,
        number_index(work.store(), &is.number)
    ];
    Ok(work.execute(CHANGE, args).await? == 1)
}

/// The entry that has or had this number, and how it stands.
pub(super) async fn known(work: &Work, index: &[u8]) -> Result<Option<(Id, State)>, StoreError> {
    let found = work.maybe_row(KNOWN, args![index.to_vec()]).await?;
    found
        .map(|row| Ok((row.id("record")?, row.code("state")?)))
        .transpose()
}

/// Forgets the number and the links; by its hash the number is known again.
pub(super) async fn forget_number(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(FORGET_NUMBER, args![record]).await.map(drop)
}

/// Forgets by what the number was known: another entry has it.
pub(super) async fn forget_index(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(FORGET_INDEX, args![record]).await.map(drop)
}

/// Lets what was said of one entry be said of another: it is the same interpreter.
pub(super) async fn pass_words(work: &Work, from: Id, to: Id) -> Result<(), StoreError> {
    work.execute(PASS_WORDS, args![from, to]).await.map(drop)
}

/// Makes every form that was made before one of an older version.
pub(super) async fn raise(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(RAISE, args![record]).await.map(drop)
}

/// What stands in clear.
pub(super) async fn line_of(work: &Work, record: Id) -> Result<Line, StoreError> {
    line(&work.row(LINE, args![record]).await?)
}

/// The number, and to whom they are linked.
pub(super) async fn sealed(
    work: &Work,
    record: Id,
) -> Result<(Option<Plain<String>>, Option<Plain<String>>), StoreError> {
    let row = work.row(SEALED, args![record]).await?;
    let name = record.to_string();
    let mut opened = [None, None];
    for (column, opened) in ["number", "links"].into_iter().zip(&mut opened) {
        if let Some(sealed) = row.maybe_sealed(column)? {
            *opened = Some(work.open(record, &place(&name, column), &sealed).await?);
        }
    }
    let [number, links] = opened;
    Ok((number, links))
}

/// A page of what the reach of a list holds.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListInterpreters>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    let (since, after) = wanted.after.unzip();
    args.extend(args![
        wanted.language.map(Spoken::code),
        wanted.sex.map(Sex::code),
        wanted.governorate.as_deref(),
        wanted.state.map(State::code),
        since.unwrap_or(Moment::from_micros(i64::MIN)),
        after.map_or_else(String::new, |after| after.to_string()),
        wanted.of,
        limit
    ]);
    work.rows(LIST, args).await?.iter().map(line).collect()
}

/// Whether an interpreter may be offered to the people of a record; none, where there is no such entry.
pub(super) async fn is_offered(
    work: &Work,
    record: Id,
    interpreter: Id,
) -> Result<Option<bool>, StoreError> {
    let row = work
        .maybe_row(IS_OFFERED, args![interpreter, record])
        .await?;
    row.map(|row| Ok(row.int("offered")? == 1)).transpose()
}

/// Keeps a word; the same one said again is said then.
pub(super) async fn say(
    work: &Work,
    record: Id,
    interpreter: Id,
    what: Word,
) -> Result<(), StoreError> {
    let member = work.actor().member().ok_or(StoreError::Absent)?;
    let args = args![record, interpreter, what.code(), work.now(), member.account];
    work.execute(SAY, args).await.map(drop)
}

/// What was said in a record, the latest first.
pub(super) async fn said_of(work: &Work, record: Id) -> Result<Vec<Said>, StoreError> {
    let rows = work.rows(SAID, args![record]).await?;
    let said = rows.iter().map(|row| {
        Ok(Said {
            interpreter: row.id("interpreter")?,
            code: row.text("code")?,
            state: row.code("state")?,
            word: row.code("word")?,
            at: row.moment("at")?,
        })
    });
    said.collect()
}

pub(super) async fn forget_words(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(FORGET_WORDS, args![record]).await.map(drop)
}

/// Every entry that has a number.
pub(super) async fn with_number(look: &ClearReader) -> Result<Vec<Id>, StoreError> {
    let rows = look.rows(OPEN_TO, Vec::new()).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// How many bodies that are over, one after another, are passed over.
const PASSED: usize = 20;

/// The entries for which a body vouches, and the first after it that is not over.
pub(super) async fn kept_by(
    look: &ClearReader,
    org: Id,
) -> Result<(Vec<Id>, Option<Id>), StoreError> {
    let rows = look.rows(KEPT_BY, args![org]).await?;
    let kept = rows.iter().map(|row| row.id("record"));
    let kept = kept.collect::<Result<_, _>>()?;
    let mut org = org;
    for _ in 0..PASSED {
        let Some(row) = look.maybe_row(SUCCESSOR, args![org]).await? else {
            break;
        };
        match (row.maybe_id("successor")?, row.maybe_moment("ended")?) {
            (Some(after), None) => return Ok((kept, Some(after))),
            (Some(after), Some(_)) => org = after,
            (None, _) => break,
        }
    }
    Ok((kept, None))
}

fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        record: row.id("record")?,
        code: row.text("code")?,
        org: row.maybe_id("org")?,
        languages: row.text("languages")?,
        sex: row.code("sex")?,
        governorate: row.text("governorate")?,
        oath: row.code("oath")?,
        state: row.code("state")?,
        since: row.moment("listed")?,
        revision: row.int("revision")?,
    })
}
