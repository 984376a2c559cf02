//! The SQL of reports.

use people::Rows;
use record::{Id, Moment};
use store::{Row, StoreError, Value, Work, args};
use vault::{Place, Plain};

use super::list::Wanted;
use super::rules::ShortCode;
use super::{Because, Contact, Entry, Head, Message, Part, Said, Side};

/// What every list and every page of a report reads of it.
macro_rules! head {
    () => {
        "SELECT r.record, r.code, r.sent, r.governorate, r.entry, r.minor, r.danger, r.contact, \
         r.held_due, r.answered, r.withdrawn, r.closed_because, r.revision, g.state, \
         c.due AS safe_by, c.record AS clock FROM report r JOIN guard g ON g.record = r.record \
         LEFT JOIN clock c ON c.subject = r.record AND c.code = 'T1' AND c.state <> 'stopped' "
    };
}

/// Reports for which this account answers, by an index of holdings.
macro_rules! mine {
    () => {
        "EXISTS (SELECT 1 FROM holding mine WHERE mine.record = r.record \
         AND mine.holder = $10 AND mine.relation = 'owner')"
    };
}

store::statements! {
    INSERT = "INSERT INTO report (record, code, sent, governorate, entry, minor, danger, contact, \
        held_due, revision, selector, verifier) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)";
    INSERT_PART = "INSERT INTO report_part (record, part, said) VALUES ($1, $2, $3)";
    INSERT_MESSAGE = "INSERT INTO report_message (id, record, at, side, revision, said) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    HEAD = concat!(head!(), "WHERE r.record = $1");
    PARTS = "SELECT part, said FROM report_part WHERE record = $1 ORDER BY part";
    THREAD = "SELECT id, at, side, revision, said FROM report_message WHERE record = $1 \
        ORDER BY revision, id";
    BY_SELECTOR = "SELECT record, verifier FROM report WHERE selector = $1";
    MOVE_ON = "UPDATE report SET revision = revision + 1 WHERE record = $1 AND revision = $2";
    ANSWERED = "UPDATE report SET answered = $2 WHERE record = $1 AND answered IS NULL";
    SET_CONTACT = "UPDATE report SET contact = $2 WHERE record = $1";
    SET_BECAUSE = "UPDATE report SET closed_because = $2 WHERE record = $1";
    WITHDRAW = "UPDATE report SET withdrawn = $2, contact = 'stopped', closed_because = NULL, \
        selector = NULL, verifier = NULL WHERE record = $1";
    DROP_PARTS = "DELETE FROM report_part WHERE record = $1";
    DROP_THREAD = "DELETE FROM report_message WHERE record = $1";
    LIST = concat!(head!(), "WHERE ", store::reach!(), " AND (CAST($10 AS TEXT) IS NULL \
        OR r.code = $10) AND (CAST($11 AS TEXT) IS NULL OR ($11 = 'held') = (r.held_due IS NOT NULL)) \
        AND (r.sent < $12 OR (r.sent = $12 AND r.record < $13)) \
        ORDER BY r.sent DESC, r.record DESC LIMIT $14");
    IN_DANGER = concat!(head!(), "WHERE ", store::reach!(), " AND g.state = 'open' \
        AND r.danger = 'yes' AND r.withdrawn IS NULL AND (r.answered IS NULL OR ", mine!(), ") \
        ORDER BY r.sent, r.record LIMIT $11");
    UNANSWERED = concat!(head!(), "WHERE ", store::reach!(), " AND g.state = 'open' \
        AND r.danger <> 'yes' AND r.held_due IS NULL AND r.answered IS NULL \
        AND r.withdrawn IS NULL ORDER BY r.sent, r.record LIMIT $10");
    WRITTEN_TO = concat!(head!(), "WHERE ", store::reach!(), " AND g.state = 'open' \
        AND r.answered IS NOT NULL AND r.withdrawn IS NULL AND ", mine!(), " AND 'sender' = \
        (SELECT m.side FROM report_message m WHERE m.record = r.record \
        ORDER BY m.revision DESC LIMIT 1) ORDER BY r.sent, r.record LIMIT $11");
}

/// A report as it is begun.
pub(super) struct Begun<'a> {
    pub(super) record: Id,
    pub(super) code: &'a str,
    pub(super) governorate: Option<&'a str>,
    pub(super) entry: Entry,
    pub(super) minor: Said,
    pub(super) danger: Said,
    pub(super) contact: Contact,
    pub(super) held_due: Option<Moment>,
    /// What finds it by its receipt, and what proves that; none, where nobody sent it.
    pub(super) receipt: Option<(&'a str, &'a str)>,
}

pub(super) async fn insert(work: &Work, begun: &Begun<'_>) -> Result<(), StoreError> {
    let (selector, verifier) = begun.receipt.unzip();
    let args = args![
        begun.record,
        begun.code,
        work.now(),
        begun.governorate,
        begun.entry.code(),
        begun.minor.code(),
        begun.danger.code(),
        begun.contact.code(),
        begun.held_due,
        selector,
        verifier
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// Seals a part in its place and keeps it.
pub(super) async fn insert_part(
    work: &Work,
    report: Id,
    part: Part,
    said: &Plain<String>,
) -> Result<(), StoreError> {
    let row = part_row(report, part);
    let place = Place {
        table: "report_part",
        row: &row,
        column: "said",
    };
    let sealed = work.seal(report, &place, said).await?;
    work.execute(
        INSERT_PART,
        args![report, part.code(), sealed.into_stored()],
    )
    .await
    .map(drop)
}

fn part_row(report: Id, part: Part) -> String {
    format!("{report}/{}", part.code())
}

/// Seals a message in its place and keeps it.
pub(super) async fn insert_message(
    work: &Work,
    report: Id,
    side: Side,
    revision: i64,
    said: &Plain<String>,
) -> Result<Id, StoreError> {
    let id = work.id();
    let row = id.to_string();
    let place = Place {
        table: "report_message",
        row: &row,
        column: "said",
    };
    let sealed = work.seal(report, &place, said).await?;
    let args = args![
        id,
        report,
        work.now(),
        side.code(),
        revision,
        sealed.into_stored()
    ];
    work.execute(INSERT_MESSAGE, args).await?;
    Ok(id)
}

pub(super) async fn head_of(work: &Work, report: Id) -> Result<Head, StoreError> {
    head(&work.row(HEAD, args![report]).await?)
}

/// Opens every part.
pub(super) async fn parts(
    work: &Work,
    report: Id,
) -> Result<Vec<(Part, Plain<String>)>, StoreError> {
    let mut parts = Vec::new();
    for row in work.rows(PARTS, args![report]).await? {
        let part: Part = row.code("part")?;
        let at = part_row(report, part);
        let place = Place {
            table: "report_part",
            row: &at,
            column: "said",
        };
        parts.push((part, work.open(report, &place, &row.sealed("said")?).await?));
    }
    Ok(parts)
}

/// Opens the thread, oldest first.
pub(super) async fn thread(work: &Work, report: Id) -> Result<Vec<Message>, StoreError> {
    let mut thread = Vec::new();
    for row in work.rows(THREAD, args![report]).await? {
        let id = row.id("id")?;
        let at = id.to_string();
        let place = Place {
            table: "report_message",
            row: &at,
            column: "said",
        };
        thread.push(Message {
            id,
            at: row.moment("at")?,
            side: row.code("side")?,
            revision: row.int("revision")?,
            said: work.open(report, &place, &row.sealed("said")?).await?,
        });
    }
    Ok(thread)
}

/// The report whose receipt begins so, and what proves the rest.
pub(super) async fn by_selector(
    at: &impl Rows,
    selector: &str,
) -> Result<Option<(Id, String)>, StoreError> {
    let rows = at.rows(BY_SELECTOR, args![selector]).await?;
    rows.first()
        .map(|row| Ok((row.id("record")?, row.text("verifier")?)))
        .transpose()
}

/// Raises the revision from the one that was seen; tells whether it was still that one.
pub(super) async fn move_on(work: &Work, report: Id, seen: i64) -> Result<bool, StoreError> {
    Ok(work.execute(MOVE_ON, args![report, seen]).await? == 1)
}

pub(super) async fn answered(work: &Work, report: Id) -> Result<(), StoreError> {
    work.execute(ANSWERED, args![report, work.now()])
        .await
        .map(drop)
}

pub(super) async fn set_contact(
    work: &Work,
    report: Id,
    contact: Contact,
) -> Result<(), StoreError> {
    work.execute(SET_CONTACT, args![report, contact.code()])
        .await
        .map(drop)
}

pub(super) async fn set_because(
    work: &Work,
    report: Id,
    because: Option<Because>,
) -> Result<(), StoreError> {
    work.execute(SET_BECAUSE, args![report, because.map(Because::code)])
        .await
        .map(drop)
}

/// Takes away what the sender wrote and the way back to it; what the desk must know stays.
pub(super) async fn withdraw(work: &Work, report: Id) -> Result<(), StoreError> {
    work.execute(DROP_PARTS, args![report]).await?;
    work.execute(DROP_THREAD, args![report]).await?;
    work.execute(WITHDRAW, args![report, work.now()])
        .await
        .map(drop)
}

/// A page of what the reach of a list holds.
pub(super) async fn list(
    work: &Work,
    mut reach: Vec<Value>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let part = wanted.held.map(|held| if held { "held" } else { "others" });
    let (sent, record) = wanted.after.unzip();
    reach.extend(args![
        wanted.code.as_ref().map(ShortCode::as_str),
        part,
        sent.unwrap_or(Moment::from_micros(i64::MAX)),
        record.map_or_else(String::new, |record| record.to_string()),
        limit
    ]);
    work.rows(LIST, reach).await?.iter().map(head).collect()
}

/// Those in danger: without an answer, or for which this account answers; the oldest first.
pub(super) async fn in_danger(
    work: &Work,
    mut reach: Vec<Value>,
    me: Id,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    reach.extend(args![me, limit]);
    work.rows(IN_DANGER, reach)
        .await?
        .iter()
        .map(head)
        .collect()
}

/// Those that nobody answered, besides those in danger and those of somebody held.
pub(super) async fn unanswered(
    work: &Work,
    mut reach: Vec<Value>,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    reach.extend(args![limit]);
    work.rows(UNANSWERED, reach)
        .await?
        .iter()
        .map(head)
        .collect()
}

/// Those for which this account answers and in which the sender wrote last.
pub(super) async fn written_to(
    work: &Work,
    mut reach: Vec<Value>,
    me: Id,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    reach.extend(args![me, limit]);
    work.rows(WRITTEN_TO, reach)
        .await?
        .iter()
        .map(head)
        .collect()
}

fn head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        record: row.id("record")?,
        code: row.text("code")?,
        sent: row.moment("sent")?,
        governorate: row.maybe_text("governorate")?,
        entry: row.code("entry")?,
        minor: row.code("minor")?,
        danger: row.code("danger")?,
        contact: row.code("contact")?,
        held_due: row.maybe_moment("held_due")?,
        answered: row.maybe_moment("answered")?,
        withdrawn: row.maybe_moment("withdrawn")?,
        because: row.maybe_code("closed_because")?,
        revision: row.int("revision")?,
        state: row.text("state")?,
        safe_by: row.maybe_moment("safe_by")?,
        clock: row.maybe_id("clock")?,
    })
}
