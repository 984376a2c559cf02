use access::Member;
use record::Id;
use store::{StoreError, Work, args};

use super::TakenOver;

store::statements! {
    INSERT = "INSERT INTO shift (id, org, account, role, at) VALUES ($1, $2, $3, $4, $5)";
    LATEST = "SELECT role, at FROM shift WHERE org = $1 ORDER BY at DESC, id DESC LIMIT 3";
}

pub(super) async fn insert(work: &Work, by: &Member) -> Result<(), StoreError> {
    let args = args![work.id(), by.org, by.account, by.role.code(), work.now()];
    work.execute(INSERT, args).await.map(drop)
}

/// Who took over at a desk, the last in front.
pub async fn latest(work: &Work, desk: Id) -> Result<Vec<TakenOver>, StoreError> {
    let rows = work.rows(LATEST, args![desk]).await?;
    let taken = rows.iter().map(|row| {
        Ok(TakenOver {
            role: row.code("role")?,
            at: row.moment("at")?,
        })
    });
    taken.collect()
}
