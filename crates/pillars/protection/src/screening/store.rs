use access::{Member, Scope, action::ListScreenings};
use clock::AgeBand;
use record::{Id, Moment, ShortCode};
use store::{Row, StoreError, Window, Work, args};
use vault::{Place, Plain};

use super::rule::Law28;
use super::{Deciding, Decision, Head, ScreeningError, State, Talk, rules};
use crate::interpreter::said;

/// What stands in clear of screenings.
macro_rules! head {
    () => {
        "SELECT s.record, g.root, s.code, s.begun, s.governorate, s.age, s.danger, s.revision, g.state \
         FROM screening s JOIN guard g ON g.record = s.record WHERE "
    };
}

store::statements! {
    INSERT = "INSERT INTO screening (record, code, begun, begun_by, governorate, age, danger, revision) \
        VALUES ($1, $2, $3, $4, $5, $6, FALSE, 0)";
    HEAD = concat!(head!(), "s.record = $1");
    OF_REPORT = concat!(head!(), "g.root = $1 AND g.kind = 'screening' ORDER BY s.begun DESC, s.record DESC");
    BEGUN_BY = "SELECT begun_by FROM screening WHERE record = $1";
    MOVE_ON = "UPDATE screening SET revision = revision + 1 WHERE record = $1 AND revision = $2";
    SET = "UPDATE screening SET age = $2, danger = $3 WHERE record = $1";
    SAVE = "INSERT INTO screening_saved (record, number, at, account, role, told) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    LATEST = "SELECT number, told FROM screening_saved WHERE record = $1 ORDER BY number DESC LIMIT 1";
    SAVINGS = "SELECT number, told FROM screening_saved WHERE record = $1 ORDER BY number";
    DECIDE = "INSERT INTO screening_decision (record, number, at, account, role, step, found, reasons, law28) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    DECISIONS = "SELECT number, at, role, step, found, reasons FROM screening_decision \
        WHERE record = $1 ORDER BY number";
    FORGET = "DELETE FROM screening WHERE record = $1";
    FORGET_SAVINGS = "DELETE FROM screening_saved WHERE record = $1";
    FORGET_DECISIONS = "DELETE FROM screening_decision WHERE record = $1";
    REPORTED = "SELECT governorate FROM report WHERE record = $1";
    LIST = concat!(head!(), store::page!(newest; "open", "handed_in", "lower_proposed", "decided"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    TAKER = "SELECT t.holder FROM access_grant t JOIN membership m ON m.account = t.holder \
        WHERE t.record = $1 AND t.relation = 'team' AND m.role IN ('caseworker', 'child_officer') \
        AND m.confirmed IS NOT NULL AND m.ended IS NULL LIMIT 1";
    UNTAKEN = concat!(head!(), store::page!(newest; "handed_in"; waits "caseworker"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    BY_CODE = concat!(head!(), "s.code = $10 AND ", store::reached!(),
        " ORDER BY s.begun DESC, s.record DESC LIMIT $11");
}

fn place<'a>(table: &'static str, row: &'a str, column: &'static str) -> Place<'a> {
    Place { table, row, column }
}

/// Keeps what stands in clear of a new one.
pub(super) async fn insert(
    work: &Work,
    record: Id,
    by: Option<Id>,
    governorate: Option<&str>,
    age: AgeBand,
) -> Result<(), StoreError> {
    let args = args![
        record,
        record::short_code(record),
        work.now(),
        by,
        governorate,
        age.code()
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// What stands in clear.
pub(super) async fn head_of(work: &Work, record: Id) -> Result<Head, StoreError> {
    head(&work.row(HEAD, args![record]).await?)
}

/// The screenings that grew from a report, the latest first.
pub(super) async fn of_report(work: &Work, report: Id) -> Result<Vec<Head>, StoreError> {
    let rows = work.rows(OF_REPORT, args![report]).await?;
    rows.iter().map(head).collect()
}

/// Whoever began it and stays in its team.
pub(super) async fn begun_by(work: &Work, record: Id) -> Result<Option<Id>, StoreError> {
    let row = work.row(BEGUN_BY, args![record]).await?;
    row.maybe_id("begun_by")
}

/// Takes the next revision, if nobody took it since.
pub(super) async fn move_on(work: &Work, record: Id, seen: i64) -> Result<bool, StoreError> {
    Ok(work.execute(MOVE_ON, args![record, seen]).await? == 1)
}

/// Seals a saving, and what stands in clear of it.
pub(super) async fn save(
    work: &Work,
    record: Id,
    number: i64,
    by: &Member,
    talk: &Talk,
    danger: bool,
) -> Result<(), StoreError> {
    let row = format!("{record}/{number}");
    let told = work
        .seal(
            record,
            &place("screening_saved", &row, "told"),
            &talk.text(),
        )
        .await?;
    let args = args![
        record,
        number,
        work.now(),
        by.account,
        by.role.code(),
        told.into_stored()
    ];
    work.execute(SAVE, args).await?;
    work.execute(SET, args![record, talk.age.code(), danger])
        .await
        .map(drop)
}

/// Opens the latest saving.
pub(super) async fn latest(work: &Work, record: Id) -> Result<Talk, ScreeningError> {
    let row = work.row(LATEST, args![record]).await?;
    Ok(saving(work, record, &row).await?.1)
}

/// Opens every saving, each with its number, in their order.
pub(super) async fn savings(work: &Work, record: Id) -> Result<Vec<(i64, Talk)>, ScreeningError> {
    let mut savings = Vec::new();
    for row in work.rows(SAVINGS, args![record]).await? {
        savings.push(saving(work, record, &row).await?);
    }
    Ok(savings)
}

async fn saving(work: &Work, record: Id, row: &Row) -> Result<(i64, Talk), ScreeningError> {
    let number = row.int("number")?;
    let name = format!("{record}/{number}");
    let place = place("screening_saved", &name, "told");
    let told: Plain<String> = work.open(record, &place, &row.sealed("told")?).await?;
    Ok((number, Talk::read(&told)?))
}

/// Seals a step of a decision.
pub(super) async fn decide(
    work: &Work,
    record: Id,
    number: i64,
    by: &Member,
    deciding: &Deciding<'_>,
) -> Result<(), StoreError> {
    let row = format!("{record}/{number}");
    let at = |column| place("screening_decision", &row, column);
    let found = Plain::new(deciding.outcome.code().to_owned());
    let found = work.seal(record, &at("found"), &found).await?;
    let reasons = work.seal(record, &at("reasons"), deciding.reasons).await?;
    let law28 = work
        .seal(record, &at("law28"), &elements(deciding.law28))
        .await?;
    let args = args![
        record,
        number,
        work.now(),
        by.account,
        by.role.code(),
        deciding.step.code(),
        found.into_stored(),
        reasons.into_stored(),
        law28.into_stored()
    ];
    work.execute(DECIDE, args).await.map(drop)
}

/// The elements by Law 28 that are shown, by their names.
fn elements(law28: Law28) -> Plain<String> {
    let shown = [
        ("act", law28.act),
        ("means", law28.means),
        ("purpose", law28.purpose),
    ];
    let names = shown.iter().filter(|(_, holds)| *holds);
    Plain::new(names.map(|(name, _)| *name).collect::<Vec<_>>().join(" "))
}

/// Opens what was decided, in its order; the elements by Law 28 stay shut.
pub(super) async fn decisions(work: &Work, record: Id) -> Result<Vec<Decision>, ScreeningError> {
    let mut decisions = Vec::new();
    for row in work.rows(DECISIONS, args![record]).await? {
        let number = row.int("number")?;
        let name = format!("{record}/{number}");
        let at = |column| place("screening_decision", &name, column);
        let found: Plain<String> = work
            .open(record, &at("found"), &row.sealed("found")?)
            .await?;
        decisions.push(Decision {
            number,
            step: row.code("step")?,
            role: row.code("role")?,
            at: row.moment("at")?,
            outcome: rules::found(&found)?,
            reasons: work
                .open(record, &at("reasons"), &row.sealed("reasons")?)
                .await?,
        });
    }
    Ok(decisions)
}

/// Where a report says that it is.
pub(super) async fn governorate_of(work: &Work, report: Id) -> Result<Option<String>, StoreError> {
    let row = work.row(REPORTED, args![report]).await?;
    row.maybe_text("governorate")
}

/// A page of what the reach of a list holds.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListScreenings>,
    window: &Window,
) -> Result<Vec<Head>, StoreError> {
    let args = work.store().gate().page(scope, window);
    work.rows(LIST, args).await?.iter().map(head).collect()
}

/// Puts it into a state, and settles what it waits for there.
pub(super) async fn set_state(work: &Work, record: Id, state: State) -> Result<(), StoreError> {
    work.set_state(record, state.code()).await?;
    settle(work, record).await
}

/// What it waits for by which Today finds it: where it is handed in and nobody in its team could decide,
/// for a caseworker.
pub(super) async fn settle(work: &Work, record: Id) -> Result<(), StoreError> {
    let is_handed_in = head_of(work, record).await?.state == State::HandedIn;
    let taker = work.maybe_row(TAKER, args![record]).await?;
    let waits = (is_handed_in && taker.is_none()).then_some("caseworker");
    work.set_waits(record, waits).await
}

/// The first of those that are handed in to nobody who could decide.
pub(super) async fn untaken(
    work: &Work,
    scope: &Scope<ListScreenings>,
    window: &Window,
) -> Result<Vec<Head>, StoreError> {
    let args = work.store().gate().page(scope, window);
    work.rows(UNTAKEN, args).await?.iter().map(head).collect()
}

/// The screenings with a code, as far as the list reaches.
pub(super) async fn by_code(
    work: &Work,
    scope: &Scope<ListScreenings>,
    code: &ShortCode,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![code.as_str(), limit]);
    work.rows(BY_CODE, args).await?.iter().map(head).collect()
}

fn head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        record: row.id("record")?,
        root: row.id("root")?,
        code: row.text("code")?,
        begun: row.moment("begun")?,
        governorate: row.maybe_text("governorate")?,
        age: row.code("age")?,
        danger: row.yes("danger")?,
        revision: row.int("revision")?,
        state: row.code::<State>("state")?,
    })
}

/// Where a page of a list begins.
pub(super) fn window(after: Option<(Moment, Id)>, limit: i64, state: Option<State>) -> Window {
    Window::newest(after, limit).in_state(state.map(State::code))
}

/// Forgets a screening, whose key the same unit destroys.
pub(crate) async fn forget(work: &Work, record: Id) -> Result<(), StoreError> {
    said::forget(work, record).await?;
    for sql in [FORGET_DECISIONS, FORGET_SAVINGS, FORGET] {
        work.execute(sql, args![record]).await?;
    }
    Ok(())
}
