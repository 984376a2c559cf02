//! The SQL of reports.

use access::Scope;
use access::action::ListReports;
use people::Rows;
use record::{Id, Moment};
use store::{Page, Row, StoreError, Value, Window, Work, args};
use vault::{Place, Plain};

use super::intake::TakenDown;
use super::list::{Chosen, Wanted};
use super::step_back::StepsBack;
use super::{Because, Contact, Entry, Head, Message, Part, Side, YesNoUnknown};

/// What every list and every page of a report reads of it.
macro_rules! head {
    () => {
        "SELECT r.record, r.code, r.sent, r.governorate, r.entry, r.minor, r.danger, r.contact, \
         r.held_due, r.answered, r.withdrawn, r.closed_because, r.revision, r.taken, r.taken_at, \
         r.selector IS NOT NULL AS has_receipt, g.state, \
         c.due AS safe_by, c.record AS clock FROM report r JOIN guard g ON g.record = r.record \
         LEFT JOIN clock c ON c.record = (SELECT s.record FROM clock s WHERE s.root = r.record \
         AND s.code = 'T1' AND s.state <> 'stopped' ORDER BY s.due, s.record LIMIT 1) "
    };
}

/// The open reports for which this account answers and that wait so, by an index of holdings, the
/// oldest first.
macro_rules! mine {
    ($one:literal, $other:literal) => {
        concat!(
            head!(),
            "WHERE r.record IN (SELECT record FROM (",
            mine!(@ $one),
            ") AS one UNION SELECT record FROM (",
            mine!(@ $other),
            ") AS other) AND ",
            store::reached!(),
            " ORDER BY g.listed, g.record LIMIT $11"
        )
    };
    (@ $waits:literal) => {
        concat!(
            "SELECT m.record FROM access_grant m JOIN guard i ON i.record = m.record WHERE m.holder = $10 \
             AND m.kind = 'report' AND m.waits = '",
            $waits,
            "' AND m.state = 'open' AND m.relation = 'owner'",
            store::not_shut_out!("i"),
            " ORDER BY m.listed, m.record LIMIT $11"
        )
    };
}

store::statements! {
    INSERT = "INSERT INTO report (record, code, sent, governorate, entry, minor, danger, contact, \
        held_due, revision, selector, verifier, taken, taken_at, answered) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12, $13, $14)";
    INSERT_PART = "INSERT INTO report_part (record, part, free_text) VALUES ($1, $2, $3)";
    INSERT_MESSAGE = "INSERT INTO report_message (id, record, at, side, revision, free_text) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    HEAD = concat!(head!(), "WHERE r.record = $1");
    PARTS = "SELECT part, free_text FROM report_part WHERE record = $1 ORDER BY part";
    THREAD = "SELECT id, at, side, revision, free_text FROM report_message WHERE record = $1 \
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
    LIST = concat!(head!(), "WHERE ", store::page!(newest; "open", "closed"; mostly " AND EXISTS (SELECT 1 \
        FROM report k WHERE k.record = i.record AND (k.held_due IS NULL OR CAST($16 AS TEXT) IS NULL))"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    LIST_SOME = store::sift!(newest; "open", "closed"; head!(); "EXISTS (SELECT 1 FROM report k \
        WHERE k.record = walked.record AND (CAST($17 AS TEXT) IS NULL OR k.governorate = $17) \
        AND (CAST($18 AS TEXT) IS NULL OR k.entry = $18) AND (CAST($19 AS TEXT) IS NULL OR EXISTS \
        (SELECT 1 FROM access_grant o WHERE o.record = k.record AND o.relation = 'owner' AND o.holder = $19)))");
    OF_HELD = concat!(head!(), "WHERE r.held_due IS NOT NULL AND (r.sent, r.record) < ($10, $11) AND ",
        store::reached!(), " ORDER BY r.sent DESC, r.record DESC LIMIT $12");
    BY_CODE = concat!(head!(), "WHERE r.code = $10 AND (CAST($11 AS TEXT) IS NULL \
        OR ($11 = 'held') = (r.held_due IS NOT NULL)) AND ", store::reached!(),
        " ORDER BY r.sent DESC, r.record DESC LIMIT $12");
    // For what an open report waits: the first answer, or whoever answers for it.
    WAITS_FOR = "SELECT CASE WHEN g.state <> 'open' OR r.withdrawn IS NOT NULL THEN NULL \
        WHEN r.answered IS NULL AND r.danger = 'yes' THEN 'danger' \
        WHEN r.answered IS NULL AND r.held_due IS NOT NULL THEN 'held' \
        WHEN r.answered IS NULL THEN 'first' \
        WHEN r.danger = 'yes' AND n.side = 'sender' THEN 'risk_wrote' \
        WHEN r.danger = 'yes' THEN 'risk' WHEN n.side = 'sender' THEN 'wrote' END AS waits \
        FROM report r JOIN guard g ON g.record = r.record LEFT JOIN report_message n ON n.id = \
        (SELECT m.id FROM report_message m WHERE m.record = r.record ORDER BY m.revision DESC LIMIT 1) \
        WHERE r.record = $1";
    IN_DANGER = concat!(head!(), "WHERE ", store::page!(oldest; "open"; waits "danger"),
        " ORDER BY g.listed, g.record LIMIT $12");
    MINE_IN_DANGER = mine!("risk", "risk_wrote");
    UNANSWERED = concat!(head!(), "WHERE ", store::page!(oldest; "open"; waits "first"),
        " ORDER BY g.listed, g.record LIMIT $12");
    STEP_BACK = "INSERT INTO step_back (record, account, why, at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (record, account) DO NOTHING";
    // Few are nobody's, and not for long: they are asked one by one.
    NOBODYS = concat!(head!(), "WHERE g.vacant = TRUE AND g.kind = 'report' AND g.state = 'open' \
        AND r.answered IS NOT NULL AND r.withdrawn IS NULL AND ", store::reached!(),
        " ORDER BY g.listed, g.record LIMIT $10");
    UNREAD = "SELECT COUNT(*) AS unread FROM (SELECT record FROM report WHERE sent > 0 \
        AND answered IS NULL AND withdrawn IS NULL AND closed_because IS NULL LIMIT $1) AS counted";
    WRITTEN_TO = mine!("wrote", "risk_wrote");
}

/// A report as it is begun.
pub(super) struct Begun<'a> {
    pub(super) record: Id,
    pub(super) code: &'a str,
    pub(super) governorate: Option<&'a str>,
    pub(super) entry: Entry,
    pub(super) minor: YesNoUnknown,
    pub(super) danger: YesNoUnknown,
    pub(super) contact: Contact,
    pub(super) held_due: Option<Moment>,
    /// What finds it by its receipt, and what proves that; none, where nobody sent it.
    pub(super) receipt: Option<(&'a str, &'a str)>,
    /// How somebody took it down.
    pub(super) taken: Option<&'a TakenDown>,
    /// When the person was spoken to, where that is so from the beginning.
    pub(super) answered: Option<Moment>,
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
        verifier,
        begun.taken.map(|taken| taken.how.code()),
        begun.taken.map(|taken| taken.at),
        begun.answered
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// Seals a part in its place and keeps it.
pub(super) async fn insert_part(
    work: &Work,
    report: Id,
    part: Part,
    free_text: &Plain<String>,
) -> Result<(), StoreError> {
    let row = part_row(report, part);
    let place = Place {
        table: "report_part",
        row: &row,
        column: "free_text",
    };
    let sealed = work.seal(report, &place, free_text).await?;
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
    free_text: &Plain<String>,
) -> Result<Id, StoreError> {
    let id = work.id();
    let row = id.to_string();
    let place = Place {
        table: "report_message",
        row: &row,
        column: "free_text",
    };
    let sealed = work.seal(report, &place, free_text).await?;
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
            column: "free_text",
        };
        parts.push((
            part,
            work.open(report, &place, &row.sealed("free_text")?).await?,
        ));
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
            column: "free_text",
        };
        thread.push(Message {
            id,
            at: row.moment("at")?,
            side: row.code("side")?,
            revision: row.int("revision")?,
            free_text: work.open(report, &place, &row.sealed("free_text")?).await?,
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

/// A page of what a list reaches, the latest first.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListReports>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let part = wanted.held.map(|held| if held { "held" } else { "others" });
    let gate = work.store().gate();
    let window = Window::newest(wanted.after, limit).in_state(wanted.state);
    let (sql, args) = if let Some(code) = &wanted.code {
        let mut args = gate.reach(scope);
        args.extend(args![code.as_str(), part, limit]);
        (BY_CODE, args)
    } else if wanted.held == Some(true) {
        let mut args = gate.page(scope, &window);
        // The statement names no state and walks by no relation.
        args.truncate(12);
        (OF_HELD, args)
    } else {
        let mut args = gate.page(scope, &window);
        args.extend(args![part]);
        (LIST, args)
    };
    heads(work, sql, args).await
}

/// A page of some of all, whether somebody is held or not.
pub(super) async fn list_some(
    work: &Work,
    scope: &Scope<ListReports>,
    wanted: &Wanted,
    some: &Chosen,
    limit: i64,
) -> Result<Page<Head>, StoreError> {
    let window = Window::newest(wanted.after, limit).in_state(wanted.state);
    let entry = some.entry.map(Entry::code);
    let own = args![some.governorate.as_deref(), entry, some.mine];
    work.sift(scope, &window, (LIST_SOME, own), head).await
}

/// Those in danger: without an answer, and then those for which this account answers.
pub(super) async fn in_danger(
    work: &Work,
    scope: &Scope<ListReports>,
    me: Id,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let mut found = longest_waiting(work, IN_DANGER, scope, limit).await?;
    found.extend(mine(work, MINE_IN_DANGER, scope, me, limit).await?);
    Ok(found)
}

/// Those that nobody answered, besides those in danger and those of somebody held.
pub(super) async fn unanswered(
    work: &Work,
    scope: &Scope<ListReports>,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    longest_waiting(work, UNANSWERED, scope, limit).await
}

/// Those that were answered once and for which nobody answers any more.
pub(super) async fn nobodys(
    work: &Work,
    scope: &Scope<ListReports>,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![limit]);
    heads(work, NOBODYS, args).await
}

/// Puts right for what a report waits, after whatever was done with it in this unit.
pub(super) async fn settle(work: &Work, report: Id) -> Result<(), StoreError> {
    let row = work.row(WAITS_FOR, args![report]).await?;
    let waits = row.maybe_text("waits")?;
    work.set_waits(report, waits.as_deref()).await
}

async fn longest_waiting(
    work: &Work,
    sql: &'static str,
    scope: &Scope<ListReports>,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let window = Window::oldest(None, limit);
    heads(work, sql, work.store().gate().page(scope, &window)).await
}

/// Notes why somebody stepped back.
pub(super) async fn insert_step_back(
    work: &Work,
    report: Id,
    account: Id,
    why: StepsBack,
) -> Result<(), StoreError> {
    let args = args![report, account, why.code(), work.now()];
    work.execute(STEP_BACK, args).await.map(drop)
}

/// How many nobody has answered yet, counted up to a number.
pub(super) async fn unread(at: &impl Rows, most: i64) -> Result<u64, StoreError> {
    let rows = at.rows(UNREAD, args![most]).await?;
    let count = rows.first().map(|row| row.int("unread")).transpose()?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// Those for which this account answers and in which the sender wrote last.
pub(super) async fn written_to(
    work: &Work,
    scope: &Scope<ListReports>,
    me: Id,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    mine(work, WRITTEN_TO, scope, me, limit).await
}

async fn mine(
    work: &Work,
    sql: &'static str,
    scope: &Scope<ListReports>,
    me: Id,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![me, limit]);
    heads(work, sql, args).await
}

async fn heads(work: &Work, sql: &'static str, args: Vec<Value>) -> Result<Vec<Head>, StoreError> {
    work.rows(sql, args).await?.iter().map(head).collect()
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
        taken: row.maybe_code("taken")?,
        taken_at: row.maybe_moment("taken_at")?,
        has_receipt: row.yes("has_receipt")?,
        revision: row.int("revision")?,
        state: row.text("state")?,
        safe_by: row.maybe_moment("safe_by")?,
        clock: row.maybe_id("clock")?,
    })
}
