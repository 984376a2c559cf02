//! SQL of drafts.

use record::{Id, Moment};
use store::{Row, StoreError, Work, args};
use vault::Place;

use super::{Content, Draft, MOST, rules};
use crate::Rows;

store::statements! {
    INSERT = "INSERT INTO draft (id, account, at, content) VALUES ($1, $2, $3, $4)";
    MAKE_PLACE = "DELETE FROM draft WHERE account = $1 AND id NOT IN \
        (SELECT id FROM draft WHERE account = $1 ORDER BY at DESC, id LIMIT $2)";
    OF = "SELECT id, at, content FROM draft WHERE account = $1 AND at > $2 \
        AND (CAST($3 AS TEXT) IS NULL OR id = $3) ORDER BY at DESC, id";
    WAITING = "SELECT id FROM draft WHERE account = $1 AND at > $2 AND opened IS NULL \
        ORDER BY at DESC, id LIMIT 1";
    OPENED = "UPDATE draft SET opened = $3 WHERE account = $1 AND id = $2";
    OLD = "SELECT DISTINCT account FROM draft WHERE at <= $1 ORDER BY account";
    DROP_OLD = "DELETE FROM draft WHERE account = $1 AND at <= $2";
}

pub(super) async fn insert(work: &Work, account: Id, content: &Content) -> Result<Id, StoreError> {
    let id = work.id();
    let row = id.to_string();
    let place = Place {
        table: "draft",
        row: &row,
        column: "content",
    };
    let sealed = work.seal(account, &place, &rules::encode(content)).await?;
    work.execute(INSERT, args![id, account, work.now(), sealed.stored()])
        .await?;
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    work.execute(MAKE_PLACE, args![account, most]).await?;
    Ok(id)
}

pub(super) async fn of(
    work: &Work,
    account: Id,
    since: Moment,
    draft: Option<Id>,
) -> Result<Vec<Draft>, StoreError> {
    let mut drafts = Vec::new();
    for row in work.rows(OF, args![account, since, draft]).await? {
        drafts.push(open(work, account, &row).await?);
    }
    Ok(drafts)
}

async fn open(work: &Work, account: Id, row: &Row) -> Result<Draft, StoreError> {
    let id = row.id("id")?;
    let name = id.to_string();
    let place = Place {
        table: "draft",
        row: &name,
        column: "content",
    };
    let content = work.open(account, &place, &row.sealed("content")?).await?;
    Ok(Draft {
        id,
        at: row.moment("at")?,
        content: rules::decode(&content)?,
    })
}

pub(super) async fn opened(work: &Work, account: Id, draft: Id) -> Result<(), StoreError> {
    work.execute(OPENED, args![account, draft, work.now()])
        .await
        .map(drop)
}

pub(super) async fn waiting(
    at: &impl Rows,
    account: Id,
    since: Moment,
) -> Result<Option<Id>, StoreError> {
    let rows = at.rows(WAITING, args![account, since]).await?;
    rows.first().map(|row| row.id("id")).transpose()
}

pub(super) async fn with_old(at: &impl Rows, before: Moment) -> Result<Vec<Id>, StoreError> {
    at.rows(OLD, args![before])
        .await?
        .iter()
        .map(|row| row.id("account"))
        .collect()
}

pub(super) async fn drop_old(work: &Work, account: Id, before: Moment) -> Result<u64, StoreError> {
    work.execute(DROP_OLD, args![account, before]).await
}
