use access::Scope;
use access::action::ListClocks;
use record::{Id, Moment};
use store::{ClearReader, Page, Row, StoreError, Window, Work, args};

use crate::actions::{Basis, Done, Line, Wanted, is_of_no_child};
use crate::rules::Code;
use crate::{Act, NewClock, State};

/// What a line of a list or a page says of a clock.
macro_rules! line {
    () => {
        "SELECT c.record, c.code, c.root, c.started, c.due, c.governorate, c.age_band, c.state, \
         c.because, c.basis FROM clock c "
    };
}

store::statements! {
    FIND = "SELECT record, code, follows, due, later, state, because FROM clock WHERE subject = $1 AND code = $2";
    FIND_ONE = "SELECT record, code, follows, due, later, state, because FROM clock WHERE record = $1";
    PLACE_OF = "SELECT subject, follows FROM clock WHERE record = $1";
    AGAIN = "UPDATE clock SET state = 'running', started = $2, point = 0, due = $3, later = $4, \
        age_band = $5, ended = NULL, because = NULL, told = 0, next_at = $3 WHERE record = $1";
    CUSTODY = "SELECT record FROM clock WHERE root = $1 AND code = 'T2' AND state <> 'stopped' \
        AND NOT EXISTS (SELECT 1 FROM clock s WHERE s.root = $1 AND s.code = 'T1' \
        AND s.state <> 'stopped') ORDER BY record";
    INSERT = "INSERT INTO clock \
        (record, code, subject, root, started, point, due, governorate, age_band, state, \
        follows, later, told, next_at) \
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, 'running', $9, $10, 0, $6)";
    RUNNING_ON = "SELECT record, code, started, due, state FROM clock WHERE subject = $1 \
        AND state <> 'stopped' ORDER BY due, record";
    SAFETY_ON = "SELECT record, code, started, due, state FROM clock WHERE root = $1 AND code = 'T1' \
        AND state <> 'stopped' ORDER BY due, record";
    PASS = "UPDATE clock SET subject = $2, follows = $3 WHERE record = $1";
    PASSED = "SELECT record FROM clock WHERE root = $1 AND code = 'T1' AND subject <> root \
        AND (because IS NULL OR because NOT IN ('found_adult', 'miscounted')) LIMIT 1";
    CHILDREN = "SELECT COUNT(*) AS children FROM clock WHERE root = $1 AND code = 'T1' \
        AND (because IS NULL OR because NOT IN ('found_adult', 'miscounted'))";
    RESTART = "UPDATE clock SET state = 'running', ended = NULL, because = NULL, basis = NULL, told = 0, \
        next_at = due WHERE record = $1";
    FOLLOWING = "SELECT record FROM clock WHERE follows = $1 ORDER BY record";
    SET_ENDED = "UPDATE clock SET state = 'stopped', ended = $2, because = $3, next_at = NULL \
        WHERE record = $1";
    SET_POINT = "UPDATE clock SET state = 'running', point = point + 1, due = $2, later = $3, \
        told = 0, next_at = $2 WHERE record = $1";
    SET_DUE = "UPDATE clock SET due = $2, next_at = CASE WHEN state = 'running' THEN $2 ELSE next_at END \
        WHERE record = $1";
    ACTS = "SELECT at, act, code, due FROM clock_answer WHERE record = $1 ORDER BY position";
    SET_BASIS = "UPDATE clock SET basis = $2 WHERE record = $1";
    LINE = concat!(line!(), "WHERE c.record = $1");
    LIST = concat!(line!(), "JOIN guard g ON g.record = c.record WHERE ",
        store::page!(oldest; "running", "missed"), " ORDER BY g.listed, g.record LIMIT $12");
    LIST_SOME = store::sift!(oldest; "running", "missed"; line!();
        "EXISTS (SELECT 1 FROM clock k WHERE k.record = walked.record AND k.code = $17)");
    // Children's clocks are few, and everybody's Today looks for them: they are found by what they
    // wait for, not among all the clocks that a desk's requests keep running.
    LIST_SAFETY = concat!(line!(), "JOIN guard g ON g.record = c.record WHERE ",
        store::page!(oldest; "running", "missed", "stopped"; waits "safety"),
        " ORDER BY g.listed, g.record LIMIT $12");
    // The holder is compared as a sum, so that what grew from the report is looked at, and not all that
    // the body holds.
    MOMENT_OF = "SELECT c.code, c.state, c.basis, c.because, (SELECT COUNT(*) FROM guard b \
        JOIN access_grant h ON h.record = b.record AND h.relation = 'referred_to' AND h.holder || '' = $2 \
        WHERE b.root = c.root AND b.kind = 'bed_request' AND b.state = 'admitted') AS stays, \
        (SELECT COUNT(*) FROM clock o WHERE o.root = c.root AND o.code = 'T1' \
        AND (o.because IS NULL OR o.because NOT IN ('found_adult', 'miscounted'))) AS children \
        FROM clock c WHERE c.record = $1";
    SAFETY_OF = "SELECT record FROM clock WHERE root = $1 AND code = 'T1' AND state <> 'stopped' \
        ORDER BY record";
    SHELTERS_OF = "SELECT DISTINCT h.holder FROM guard b JOIN access_grant h ON h.record = b.record \
        AND h.relation = 'referred_to' WHERE b.root = $1 AND b.kind = 'bed_request' \
        AND b.state = 'admitted' ORDER BY h.holder";
    INSERT_ACT = "INSERT INTO clock_answer (record, position, at, act, code, due) \
        SELECT CAST($1 AS TEXT), COUNT(*), CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS TEXT), \
        CAST($5 AS BIGINT) FROM clock_answer WHERE record = $1";
}

/// A clock that has not stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The clock.
    pub record: Id,
    /// Its code.
    pub code: Code,
    /// When it started.
    pub started: Moment,
    /// When it is due.
    pub due: Moment,
    /// Whether it was missed.
    pub state: State,
}

/// A clock as its own actions find it.
pub(crate) struct Found {
    pub(crate) record: Id,
    pub(crate) code: Code,
    pub(crate) follows: Id,
    pub(crate) due: Moment,
    /// When the points after this one are due.
    pub(crate) later: Vec<Moment>,
    pub(crate) state: State,
    /// Why it stopped.
    pub(crate) because: Option<String>,
}

impl Found {
    /// Whether it is over.
    pub(crate) fn is_over(&self) -> bool {
        self.state == State::Stopped
    }

    /// Whether two people ended it, since it is no child's.
    pub(crate) fn is_of_no_child(&self) -> bool {
        is_of_no_child(self.because.as_deref())
    }
}

pub(crate) async fn find(
    work: &Work,
    subject: Id,
    code: Code,
) -> Result<Option<Found>, StoreError> {
    let row = work.maybe_row(FIND, args![subject, code.code()]).await?;
    row.as_ref().map(found).transpose()
}

/// One clock as its own actions find it.
pub(crate) async fn found_by_id(work: &Work, clock: Id) -> Result<Found, StoreError> {
    found(&work.row(FIND_ONE, args![clock]).await?)
}

/// What a clock runs on, and what it follows.
pub(crate) async fn place_of(work: &Work, clock: Id) -> Result<(Id, Id), StoreError> {
    let row = work.row(PLACE_OF, args![clock]).await?;
    Ok((row.id("subject")?, row.id("follows")?))
}

/// The clocks of custody of a report of which no child is still in danger.
pub(crate) async fn custody_over(look: &ClearReader, root: Id) -> Result<Vec<Id>, StoreError> {
    let rows = look.rows(CUSTODY, args![root]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// Of these clocks, those that are still to end inside a unit.
pub(crate) async fn still_over(work: &Work, root: Id) -> Result<Vec<Id>, StoreError> {
    let rows = work.rows(CUSTODY, args![root]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// Lets a clock run once more.
pub(crate) async fn begin_again(
    work: &Work,
    record: Id,
    new: &NewClock<'_>,
    points: &[Moment],
) -> Result<(), StoreError> {
    let (due, later) = points.split_first().unwrap_or((&new.started, &[]));
    let args = args![
        record,
        new.started,
        *due,
        &listed(later),
        new.age_band.code()
    ];
    work.execute(AGAIN, args).await?;
    work.set_listed(record, *due).await
}

fn found(row: &Row) -> Result<Found, StoreError> {
    let later = row.text("later")?;
    let later = later.split_whitespace().map(str::parse);
    Ok(Found {
        record: row.id("record")?,
        code: row.code("code")?,
        follows: row.id("follows")?,
        due: row.moment("due")?,
        later: later
            .map(|moment| moment.map(Moment::from_micros))
            .collect::<Result<_, _>>()
            .map_err(|_| StoreError::Over)?,
        state: row.code("state")?,
        because: row.maybe_text("because")?,
    })
}

/// Moments as one text.
fn listed(moments: &[Moment]) -> String {
    let moments: Vec<String> = moments.iter().map(|at| at.micros().to_string()).collect();
    moments.join(" ")
}

pub(crate) async fn insert(
    work: &Work,
    record: Id,
    new: &NewClock<'_>,
    points: &[Moment],
) -> Result<(), StoreError> {
    let (due, later) = points.split_first().unwrap_or((&new.started, &[]));
    let args = args![
        record,
        new.code.code(),
        new.subject,
        new.root,
        new.started,
        *due,
        new.governorate.map(|place| place.code.as_str()),
        new.age_band.code(),
        new.follows,
        &listed(later)
    ];
    work.execute(INSERT, args).await?;
    if new.code == Code::T1 {
        work.set_waits(record, Some("safety")).await?;
    }
    work.set_listed(record, *due).await
}

/// The clocks that run on a record, the one due first in front.
pub async fn running_on(work: &Work, subject: Id) -> Result<Vec<Running>, StoreError> {
    let rows = work.rows(RUNNING_ON, args![subject]).await?;
    rows.iter().map(running).collect()
}

/// The clocks of safety that run on a report or on people of it, the one due first in front.
pub async fn safety_on(work: &Work, root: Id) -> Result<Vec<Running>, StoreError> {
    let rows = work.rows(SAFETY_ON, args![root]).await?;
    rows.iter().map(running).collect()
}

fn running(row: &Row) -> Result<Running, StoreError> {
    Ok(Running {
        record: row.id("record")?,
        code: row.code("code")?,
        started: row.moment("started")?,
        due: row.moment("due")?,
        state: row.code("state")?,
    })
}

/// Puts a clock on another subject.
pub(crate) async fn pass(work: &Work, clock: Id, to: Id, follows: Id) -> Result<(), StoreError> {
    work.execute(PASS, args![clock, to, follows])
        .await
        .map(drop)
}

/// The clock of a child's safety that ran on this record, where somebody has seen the child.
pub async fn seen_on(work: &Work, subject: Id) -> Result<Option<Id>, StoreError> {
    let found = find(work, subject, Code::T1).await?;
    let found = found.filter(|found| found.is_over() && !found.is_of_no_child());
    Ok(found.map(|found| found.record))
}

/// Whether the clock of a child's safety that ran on this record is over.
pub async fn is_over(work: &Work, subject: Id) -> Result<bool, StoreError> {
    Ok(seen_on(work, subject).await?.is_some())
}

/// Whether one child alone has, or had, a clock of safety on what grew from a report.
pub async fn is_only_child(work: &Work, root: Id) -> Result<bool, StoreError> {
    Ok(work.row(CHILDREN, args![root]).await?.int("children")? == 1)
}

/// Lets a clock go on from the point at which it stands.
pub(crate) async fn restart(work: &Work, found: &Found) -> Result<(), StoreError> {
    work.execute(RESTART, args![found.record]).await?;
    if found.code == Code::T1 {
        work.set_waits(found.record, Some("safety")).await?;
    }
    work.set_listed(found.record, found.due).await
}

/// Whether the clock of a child's safety runs, or ran, on a head or a person of this report.
pub async fn is_passed(work: &Work, root: Id) -> Result<bool, StoreError> {
    Ok(work.maybe_row(PASSED, args![root]).await?.is_some())
}

/// The clocks that follow a record.
pub(crate) async fn following(work: &Work, record: Id) -> Result<Vec<Id>, StoreError> {
    let rows = work.rows(FOLLOWING, args![record]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

pub(crate) async fn set_ended(work: &Work, record: Id, because: &str) -> Result<(), StoreError> {
    let args = args![record, work.now(), because];
    work.execute(SET_ENDED, args).await?;
    work.set_waits(record, None).await
}

pub(crate) async fn set_point(
    work: &Work,
    record: Id,
    due: Moment,
    later: &[Moment],
) -> Result<(), StoreError> {
    let args = args![record, due, &listed(later)];
    work.execute(SET_POINT, args).await?;
    work.set_listed(record, due).await
}

pub(crate) async fn set_due(work: &Work, record: Id, due: Moment) -> Result<(), StoreError> {
    work.execute(SET_DUE, args![record, due]).await?;
    work.set_listed(record, due).await
}

/// Notes what was done about a clock, with the due time that it had.
pub(crate) async fn insert_act(
    work: &Work,
    record: Id,
    act: Act,
    code: &str,
    due: Moment,
) -> Result<(), StoreError> {
    let args = args![record, work.now(), act.code(), code, due];
    work.execute(INSERT_ACT, args).await.map(drop)
}

fn is_line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        record: row.id("record")?,
        code: row.code("code")?,
        root: row.id("root")?,
        started: row.moment("started")?,
        due: row.moment("due")?,
        governorate: row.maybe_text("governorate")?,
        age_band: row.code("age_band")?,
        state: row.code("state")?,
        because: row.maybe_text("because")?,
        basis: row.maybe_code("basis")?,
    })
}

/// One clock.
pub(crate) async fn line(work: &Work, record: Id) -> Result<Line, StoreError> {
    is_line(&work.row(LINE, args![record]).await?)
}

/// A page of the clocks that a list reaches and that have not stopped, the one due first in front: all of
/// them, or those of safety.
pub(crate) async fn list(
    work: &Work,
    scope: &Scope<ListClocks>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let args = work.store().gate().page(scope, &window(wanted, limit));
    let sql = match wanted.code {
        Some(Code::T1) => LIST_SAFETY,
        _ => LIST,
    };
    work.rows(sql, args).await?.iter().map(is_line).collect()
}

/// A page of those of one code.
pub(crate) async fn some(
    work: &Work,
    scope: &Scope<ListClocks>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Page<Line>, StoreError> {
    let own = args![wanted.code.map(Code::code)];
    work.sift(scope, &window(wanted, limit), (LIST_SOME, own), is_line)
        .await
}

fn window(wanted: &Wanted, limit: i64) -> Window {
    Window::oldest(wanted.after, limit).in_state(wanted.state.map(State::code))
}

/// What was done about a clock, in its order.
pub(crate) async fn acts(work: &Work, record: Id) -> Result<Vec<Done>, StoreError> {
    let rows = work.rows(ACTS, args![record]).await?;
    let acts = rows.iter().map(|row| {
        Ok(Done {
            at: row.moment("at")?,
            act: row.code("act")?,
            code: row.text("code")?,
            due: row.moment("due")?,
        })
    });
    acts.collect()
}

/// Keeps on what basis it may be no child's, which waits for a supervisor whether it runs or not; or that
/// nothing waits any more.
pub(crate) async fn set_basis(
    work: &Work,
    record: Id,
    basis: Option<Basis>,
) -> Result<(), StoreError> {
    let args = args![record, basis.map(Basis::code)];
    work.execute(SET_BASIS, args).await?;
    match basis {
        Some(_) => work.set_waits(record, Some("safety")).await,
        None => Ok(()),
    }
}

/// The states of the moment of one clock, for an organisation.
pub(crate) async fn moment_of(
    look: &ClearReader,
    record: Id,
    org: Id,
) -> Result<Vec<&'static str>, StoreError> {
    let Some(row) = look.maybe_row(MOMENT_OF, args![record, org]).await? else {
        return Ok(Vec::new());
    };
    let (code, state): (Code, State) = (row.code("code")?, row.code("state")?);
    let mut states = Vec::new();
    let because = row.maybe_text("because")?;
    if code == Code::T1 && !is_of_no_child(because.as_deref()) {
        // A clock that was missed still runs.
        states.push(match state {
            State::Stopped => "seen",
            State::Running | State::Missed => "running",
        });
        if row.maybe_text("basis")?.is_some() {
            states.push("proposed");
        }
    }
    if state == State::Stopped {
        return Ok(states);
    }
    if code.is_by_name() {
        states.push("running_by_name");
    }
    if code == Code::T1 {
        // Of several children nobody knows here which one the shelter has: their own team says it.
        if row.int("stays")? > 0 && row.int("children")? == 1 {
            states.push("admitted");
        }
    }
    Ok(states)
}

/// The clocks of safety that run on what grew from a report.
pub(crate) async fn safety_of(look: &ClearReader, root: Id) -> Result<Vec<Id>, StoreError> {
    let rows = look.rows(SAFETY_OF, args![root]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// The same, inside a unit.
pub(crate) async fn safety_in(work: &Work, root: Id) -> Result<Vec<Id>, StoreError> {
    let rows = work.rows(SAFETY_OF, args![root]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// The shelters in which somebody stays who is meant by a report.
pub(crate) async fn shelters_of(work: &Work, root: Id) -> Result<Vec<Id>, StoreError> {
    let rows = work.rows(SHELTERS_OF, args![root]).await?;
    rows.iter().map(|row| row.id("holder")).collect()
}
