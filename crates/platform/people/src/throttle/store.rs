//! SQL of guesses.

use record::{Id, Moment};
use store::{StoreError, Upkeep, args};

use super::Kind;

store::statements! {
    TIMES = "SELECT at FROM guess WHERE kind = $1 AND key = $2 AND at > $3 \
        ORDER BY at DESC LIMIT $4";
    COUNT_IT = "INSERT INTO guess (id, kind, key, at) VALUES ($1, $2, $3, $4)";
    FORGIVE = "DELETE FROM guess WHERE kind = $1 AND key = $2";
    FORGIVE_ONE = "DELETE FROM guess WHERE id IN \
        (SELECT id FROM guess WHERE kind = $1 AND key = $2 ORDER BY at DESC, id LIMIT 1)";
    FORGET = "DELETE FROM guess WHERE at < $1";
}

/// The latest guesses, oldest first: as many as can make a difference.
pub(super) async fn times(
    upkeep: &Upkeep,
    kind: Kind,
    key: &[u8],
    since: Moment,
) -> Result<Vec<Moment>, StoreError> {
    let rows = upkeep
        .rows(TIMES, args![kind.code(), key, since, kind.limits().told()])
        .await?;
    rows.iter().rev().map(|row| row.moment("at")).collect()
}

pub(super) async fn count(
    upkeep: &Upkeep,
    id: Id,
    kind: Kind,
    key: &[u8],
    now: Moment,
) -> Result<(), StoreError> {
    upkeep
        .execute(COUNT_IT, args![id, kind.code(), key, now])
        .await
        .map(drop)
}

pub(super) async fn forgive(upkeep: &Upkeep, kind: Kind, key: &[u8]) -> Result<(), StoreError> {
    upkeep
        .execute(FORGIVE, args![kind.code(), key])
        .await
        .map(drop)
}

pub(super) async fn forgive_one(upkeep: &Upkeep, kind: Kind, key: &[u8]) -> Result<(), StoreError> {
    upkeep
        .execute(FORGIVE_ONE, args![kind.code(), key])
        .await
        .map(drop)
}

pub(super) async fn forget(upkeep: &Upkeep, before: Moment) -> Result<u64, StoreError> {
    upkeep.execute(FORGET, args![before]).await
}
