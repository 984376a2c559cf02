use access::Scope;
use access::action::ListHeld;
use clock::AgeBand;
use people::Rows;
use record::{Id, Jurisdiction, Moment};
use store::{ClearReader, Row, StoreError, Window, Work, args};

use super::{Answer, Holder, Line, OPEN};
use crate::reader::YesNoUnknown;

/// What every list and the page of one read.
macro_rules! line {
    () => {
        "SELECT l.record, g.root, l.code, l.opened, l.governorate, l.held_by, l.due, l.answer, \
         l.answered, g.state, r.state AS report_state FROM detention l JOIN guard g \
         ON g.record = l.record JOIN guard r ON r.record = g.root "
    };
}

store::statements! {
    REPORT = "SELECT r.code, r.sent, r.minor, r.governorate, r.held_due, g.org, g.jurisdiction \
        FROM report r JOIN guard g ON g.record = r.record WHERE r.record = $1";
    INSERT = "INSERT INTO detention (record, code, opened, governorate, held_by, due) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    PLACE = "SELECT h.governorate, g.jurisdiction FROM detention h JOIN guard g ON g.record = h.record \
        WHERE h.record = $1";
    UNTOLD = "SELECT g.record FROM guard g WHERE g.kind = 'held' AND g.state = 'open' \
        AND g.record > $1 AND NOT EXISTS (SELECT 1 FROM access_grant t WHERE t.record = g.record \
        AND t.relation = 'referred_to' AND NOT EXISTS (SELECT 1 FROM access_grant x \
        WHERE x.record = g.root AND x.relation = 'excluded' AND x.holder = t.holder) \
        AND EXISTS (SELECT 1 FROM membership m JOIN guard a ON a.record = m.account \
        AND a.state = 'active' WHERE m.org = t.holder AND m.role = 'legal_aid' \
        AND m.confirmed IS NOT NULL AND m.ended IS NULL)) \
        ORDER BY g.record LIMIT 64";
    CANDIDATES = "SELECT holder FROM access_grant WHERE relation = 'excluded' AND record = \
        (SELECT root FROM guard WHERE record = $1)";
    WITHOUT_CUSTODY = "SELECT h.record FROM guard h WHERE h.root = $1 AND h.kind = 'held' \
        AND h.state = 'open' AND EXISTS (SELECT 1 FROM clock s WHERE s.root = h.root AND s.code = 'T1' \
        AND s.state <> 'stopped') AND NOT EXISTS (SELECT 1 FROM clock c WHERE c.subject = h.record \
        AND c.code = 'T2' AND c.state <> 'stopped') ORDER BY h.record";
    LIST = concat!(line!(), "WHERE ", store::page!(oldest; "open"),
        " ORDER BY g.listed, g.record LIMIT $12");
    ONE = concat!(line!(), "WHERE l.record = $1");
    ANSWER = "UPDATE detention SET answer = $2, answered = $3 WHERE record = $1";
}

/// What a record of somebody held takes over from the report.
pub(super) struct Reported {
    pub(super) code: String,
    pub(super) sent: Moment,
    pub(super) age: AgeBand,
    pub(super) governorate: Option<String>,
    pub(super) due: Option<Moment>,
    pub(super) desk: Option<Id>,
    pub(super) jurisdiction: Option<Jurisdiction>,
}

pub(super) async fn reported(work: &Work, report: Id) -> Result<Reported, StoreError> {
    let row = work.row(REPORT, args![report]).await?;
    Ok(Reported {
        code: row.text("code")?,
        sent: row.moment("sent")?,
        age: row.code::<YesNoUnknown>("minor")?.of_a_child(),
        governorate: row.maybe_text("governorate")?,
        due: row.maybe_moment("held_due")?,
        desk: row.maybe_id("org")?,
        jurisdiction: row.maybe_code("jurisdiction")?,
    })
}

pub(super) async fn insert(
    work: &Work,
    record: Id,
    reported: &Reported,
    held_by: Holder,
) -> Result<(), StoreError> {
    let due = reported.due.unwrap_or(reported.sent);
    let args = args![
        record,
        &reported.code,
        reported.sent,
        reported.governorate.as_deref(),
        held_by.code(),
        due
    ];
    work.execute(INSERT, args).await?;
    work.set_listed(record, due).await
}

/// Where somebody is held.
pub(super) struct Place {
    pub(super) governorate: Option<String>,
    pub(super) jurisdiction: Option<Jurisdiction>,
}

fn is_place(row: &Row) -> Result<Place, StoreError> {
    Ok(Place {
        governorate: row.maybe_text("governorate")?,
        jurisdiction: row.maybe_code("jurisdiction")?,
    })
}

pub(super) async fn place(work: &Work, record: Id) -> Result<Place, StoreError> {
    is_place(&work.row(PLACE, args![record]).await?)
}

/// The same, before anything is done.
pub(super) async fn place_seen(
    look: &ClearReader,
    record: Id,
) -> Result<Option<Place>, StoreError> {
    let row = look.maybe_row(PLACE, args![record]).await?;
    row.as_ref().map(is_place).transpose()
}

/// Everybody who is shut out of the report behind a record.
pub(super) async fn shut_out_of(look: &ClearReader, record: Id) -> Result<Vec<Id>, StoreError> {
    let rows = look.rows(CANDIDATES, args![record]).await?;
    rows.iter().map(|row| row.id("holder")).collect()
}

/// Those of whom no lawyer was told yet.
pub(super) async fn untold(look: &ClearReader, after: &str) -> Result<Vec<Id>, StoreError> {
    let rows = look.rows(UNTOLD, args![after]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// Those held of a report on whom no clock of custody runs, though one of safety runs there.
pub(super) async fn without_custody(at: &impl Rows, report: Id) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(WITHOUT_CUSTODY, args![report]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// A page of what the reach of a list holds.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListHeld>,
    after: Option<(Moment, Id)>,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let window = Window::oldest(after, limit);
    let args = work.store().gate().page(scope, &window);
    work.rows(LIST, args).await?.iter().map(line).collect()
}

/// One of them.
pub(super) async fn one(work: &Work, record: Id) -> Result<Line, StoreError> {
    line(&work.row(ONE, args![record]).await?)
}

/// Keeps what a lawyer said, in the place of what was said before.
pub(super) async fn answer(work: &Work, record: Id, answer: Answer) -> Result<(), StoreError> {
    let args = args![record, answer.code(), work.now()];
    work.execute(ANSWER, args).await.map(drop)
}

fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        record: row.id("record")?,
        root: row.id("root")?,
        code: row.text("code")?,
        opened: row.moment("opened")?,
        governorate: row.maybe_text("governorate")?,
        held_by: row.code("held_by")?,
        due: row.moment("due")?,
        is_open: row.text("state")? == OPEN,
        report_is_open: row.text("report_state")? == crate::reader::OPEN,
        answer: row.maybe_code("answer")?.zip(row.maybe_moment("answered")?),
    })
}
