use ::store::{StoreError, Work, args};
use record::Id;

use crate::Rows;

::store::statements! {
    OF = "SELECT asked FROM saved_list WHERE account = $1 AND list = $2 ORDER BY at, asked";
    KEEP = "INSERT INTO saved_list (account, list, asked, at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (account, list, asked) DO NOTHING";
    FORGET = "DELETE FROM saved_list WHERE account = $1 AND list = $2 AND asked = $3";
}

pub(super) async fn of(at: &impl Rows, account: Id, list: &str) -> Result<Vec<String>, StoreError> {
    let rows = at.rows(OF, args![account, list]).await?;
    rows.iter().map(|row| row.text("asked")).collect()
}

pub(super) async fn keep(
    work: &Work,
    account: Id,
    list: &str,
    asked: &str,
) -> Result<(), StoreError> {
    let args = args![account, list, asked, work.now()];
    work.execute(KEEP, args).await.map(drop)
}

pub(super) async fn forget(
    work: &Work,
    account: Id,
    list: &str,
    asked: &str,
) -> Result<(), StoreError> {
    let args = args![account, list, asked];
    work.execute(FORGET, args).await.map(drop)
}
