use record::{Id, Moment};
use store::{StoreError, Work, args};

use crate::{NewClock, State};

store::statements! {
    FIND = "SELECT record FROM clock WHERE subject = $1 AND code = $2";
    INSERT = "INSERT INTO clock \
        (record, code, subject, root, started, point, due, governorate, age_band, state) \
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9)";
    RUNNING_ON = "SELECT record, code, started, due, state FROM clock WHERE subject = $1 \
        AND state <> 'stopped' ORDER BY due, record";
}

/// A clock that has not stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The clock.
    pub record: Id,
    /// Its rule.
    pub code: String,
    /// When it started.
    pub started: Moment,
    /// When it is due.
    pub due: Moment,
}

pub(crate) async fn find(work: &Work, subject: Id, code: &str) -> Result<Option<Id>, StoreError> {
    work.maybe_row(FIND, args![subject, code])
        .await?
        .map(|row| row.id("record"))
        .transpose()
}

pub(crate) async fn insert(
    work: &Work,
    record: Id,
    new: &NewClock<'_>,
    due: Moment,
) -> Result<(), StoreError> {
    let args = args![
        record,
        new.rule.code,
        new.subject,
        new.root,
        new.started,
        due,
        new.governorate.map(|place| place.code.as_str()),
        new.age_band.code(),
        State::Running.code()
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
                code: row.text("code")?,
                started: row.moment("started")?,
                due: row.moment("due")?,
            })
        })
        .collect()
}
