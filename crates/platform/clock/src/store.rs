use record::{Id, Moment};
use store::{Row, StoreError, Work, args};

use crate::rules::Code;
use crate::{Act, NewClock, State};

store::statements! {
    FIND = "SELECT record, follows, due, later, state FROM clock WHERE subject = $1 AND code = $2";
    INSERT = "INSERT INTO clock \
        (record, code, subject, root, started, point, due, governorate, age_band, state, \
        follows, later, told, next_at) \
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, 'running', $9, $10, 0, $6)";
    RUNNING_ON = "SELECT record, code, started, due, state FROM clock WHERE subject = $1 \
        AND state <> 'stopped' ORDER BY due, record";
    FOLLOWING = "SELECT record FROM clock WHERE follows = $1 ORDER BY record";
    SET_ENDED = "UPDATE clock SET state = 'stopped', ended = $2, because = $3, next_at = NULL \
        WHERE record = $1";
    SET_POINT = "UPDATE clock SET state = 'running', point = point + 1, due = $2, later = $3, \
        told = 0, next_at = $2 WHERE record = $1";
    SET_DUE = "UPDATE clock SET due = $2, next_at = CASE WHEN state = 'running' THEN $2 ELSE next_at END \
        WHERE record = $1";
    INSERT_ACT = "INSERT INTO clock_answer (id, record, at, act, code, due) \
        VALUES ($1, $2, $3, $4, $5, $6)";
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
    pub(crate) follows: Id,
    pub(crate) due: Moment,
    /// When the points after this one are due.
    pub(crate) later: Vec<Moment>,
    pub(crate) state: State,
}

pub(crate) async fn find(
    work: &Work,
    subject: Id,
    code: Code,
) -> Result<Option<Found>, StoreError> {
    let row = work.maybe_row(FIND, args![subject, code.code()]).await?;
    row.as_ref().map(found).transpose()
}

fn found(row: &Row) -> Result<Found, StoreError> {
    let later = row.text("later")?;
    let later = later.split_whitespace().map(str::parse);
    Ok(Found {
        record: row.id("record")?,
        follows: row.id("follows")?,
        due: row.moment("due")?,
        later: later
            .map(|moment| moment.map(Moment::from_micros))
            .collect::<Result<_, _>>()
            .map_err(|_| StoreError::Over)?,
        state: row.code("state")?,
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
    work.execute(INSERT, args).await.map(drop)
}

/// The clocks that run on a record, the one due first in front.
pub async fn running_on(work: &Work, subject: Id) -> Result<Vec<Running>, StoreError> {
    work.rows(RUNNING_ON, args![subject])
        .await?
        .iter()
        .map(|row| {
            Ok(Running {
                record: row.id("record")?,
                code: row.code("code")?,
                started: row.moment("started")?,
                due: row.moment("due")?,
                state: row.code("state")?,
            })
        })
        .collect()
}

/// The clocks that follow a record.
pub(crate) async fn following(work: &Work, record: Id) -> Result<Vec<Id>, StoreError> {
    let rows = work.rows(FOLLOWING, args![record]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

pub(crate) async fn set_ended(work: &Work, record: Id, because: &str) -> Result<(), StoreError> {
    let args = args![record, work.now(), because];
    work.execute(SET_ENDED, args).await.map(drop)
}

pub(crate) async fn set_point(
    work: &Work,
    record: Id,
    due: Moment,
    later: &[Moment],
) -> Result<(), StoreError> {
    let args = args![record, due, &listed(later)];
    work.execute(SET_POINT, args).await.map(drop)
}

pub(crate) async fn set_due(work: &Work, record: Id, due: Moment) -> Result<(), StoreError> {
    work.execute(SET_DUE, args![record, due]).await.map(drop)
}

/// Notes what was done about a clock, with the due time that it had.
pub(crate) async fn insert_act(
    work: &Work,
    record: Id,
    act: Act,
    code: &str,
    due: Moment,
) -> Result<(), StoreError> {
    let args = args![work.id(), record, work.now(), act.code(), code, due];
    work.execute(INSERT_ACT, args).await.map(drop)
}
