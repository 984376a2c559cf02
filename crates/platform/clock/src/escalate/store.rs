use record::{Id, Moment};
use store::{ClearReader, Row, StoreError, Work, args};

use super::Late;
use crate::State;

store::statements! {
    SET_MISSED = "UPDATE clock SET state = 'missed', told = $2, next_at = $3 WHERE record = $1";
    TELL_AGAIN = "UPDATE clock SET told = CASE WHEN told > $2 THEN $2 ELSE told END, next_at = $3 \
        WHERE record = $1 AND state = 'missed'";
    SHUT_OUT = "SELECT holder FROM access_grant WHERE record = $1 AND relation = 'excluded'";
    LATE = "SELECT c.record, c.root, c.code, c.state, c.due, c.told, c.next_at, c.governorate, \
        g.org, g.jurisdiction FROM clock c JOIN guard g ON g.record = c.record \
        WHERE c.state = $1 AND c.next_at <= $2 \
        AND (c.next_at > $3 OR (c.next_at = $3 AND c.record > $4)) \
        ORDER BY c.next_at, c.record LIMIT 256";
    LATE_ONE = "SELECT c.record, c.root, c.code, c.state, c.due, c.told, c.next_at, c.governorate, \
        g.org, g.jurisdiction FROM clock c JOIN guard g ON g.record = c.record \
        WHERE c.record = $1 AND c.state <> 'stopped' AND c.next_at <= $2";
}

/// A page of clocks in a state whose next step has come, in their order.
pub(super) async fn late(
    look: &ClearReader,
    state: State,
    now: Moment,
    after: Option<(Moment, Id)>,
) -> Result<Vec<Late>, StoreError> {
    let (at, record) = after.unzip();
    let args = args![
        state.code(),
        now,
        at.unwrap_or(Moment::from_micros(i64::MIN)),
        record.map_or_else(String::new, |record| record.to_string())
    ];
    look.rows(LATE, args).await?.iter().map(is_late).collect()
}

/// A clock, if its next step has come.
pub(super) async fn late_one(work: &Work, record: Id) -> Result<Option<Late>, StoreError> {
    let row = work.maybe_row(LATE_ONE, args![record, work.now()]).await?;
    row.as_ref().map(is_late).transpose()
}

fn is_late(row: &Row) -> Result<Late, StoreError> {
    Ok(Late {
        record: row.id("record")?,
        root: row.id("root")?,
        code: row.code("code")?,
        state: row.code("state")?,
        due: row.moment("due")?,
        told: usize::try_from(row.int("told")?).unwrap_or(0),
        next_at: row.maybe_moment("next_at")?,
        governorate: row.maybe_text("governorate")?,
        desk: row.maybe_id("org")?,
        jurisdiction: row.maybe_code("jurisdiction")?,
    })
}

pub(super) async fn set_missed(
    work: &Work,
    record: Id,
    told: usize,
    next: Option<Moment>,
) -> Result<(), StoreError> {
    let told = i64::try_from(told).unwrap_or(i64::MAX);
    work.execute(SET_MISSED, args![record, told, next])
        .await
        .map(drop)
}

/// Lets a missed clock be told again from this step on, at the next pass.
pub(super) async fn tell_again(work: &Work, record: Id, from: usize) -> Result<(), StoreError> {
    let from = i64::try_from(from).unwrap_or(i64::MAX);
    work.execute(TELL_AGAIN, args![record, from, work.now()])
        .await
        .map(drop)
}

/// Everybody who is shut out of a report.
pub(super) async fn shut_out_of(look: &ClearReader, root: Id) -> Result<Vec<Id>, StoreError> {
    let rows = look.rows(SHUT_OUT, args![root]).await?;
    rows.iter().map(|row| row.id("holder")).collect()
}
