//! SQL of one-time codes and of what an enrolment carries from its first form to its second.

use record::{Id, Moment};
use store::{StoreError, Work, args};
use vault::{Place, Plain};

use crate::Rows;

store::statements! {
    CODE = "SELECT code, until FROM one_time_code WHERE account = $1";
    SET_TICKET = "UPDATE one_time_code SET ticket = $2, ticket_until = $3, totp = $4 WHERE account = $1";
    BY_TICKET = "SELECT account, ticket_until FROM one_time_code WHERE ticket = $1";
    SECRET = "SELECT totp FROM one_time_code WHERE account = $1 AND ticket = $2 AND ticket_until > $3";
}

pub(super) async fn code(
    at: &impl Rows,
    account: Id,
) -> Result<Option<(String, Moment)>, StoreError> {
    let rows = at.rows(CODE, args![account]).await?;
    rows.first()
        .map(|row| Ok((row.text("code")?, row.moment("until")?)))
        .transpose()
}

fn place(account: &str) -> Place<'_> {
    Place {
        table: "one_time_code",
        row: account,
        column: "totp",
    }
}

/// Keeps a ticket and the secret that goes with it, in the place of any before.
pub(super) async fn set_ticket(
    work: &Work,
    account: Id,
    ticket: &[u8],
    until: Moment,
    secret: &Plain<Vec<u8>>,
) -> Result<(), StoreError> {
    let sealed = work
        .seal(account, &place(&account.to_string()), secret)
        .await?;
    let args = args![account, ticket, until, sealed.stored()];
    match work.execute(SET_TICKET, args).await? {
        1 => Ok(()),
        _ => Err(StoreError::Absent),
    }
}

pub(super) async fn by_ticket(
    at: &impl Rows,
    ticket: &[u8],
    now: Moment,
) -> Result<Option<Id>, StoreError> {
    let rows = at.rows(BY_TICKET, args![ticket]).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    if now < row.moment("ticket_until")? {
        row.id("account").map(Some)
    } else {
        Ok(None)
    }
}

/// The secret that was shown with this ticket, if the ticket is still the last one and good.
pub(super) async fn secret(
    work: &Work,
    account: Id,
    ticket: &[u8],
) -> Result<Option<Plain<Vec<u8>>>, StoreError> {
    let found = work
        .maybe_row(SECRET, args![account, ticket, work.now()])
        .await?;
    let sealed = found.map(|row| row.maybe_sealed("totp")).transpose()?;
    match sealed.flatten() {
        Some(sealed) => work
            .open(account, &place(&account.to_string()), &sealed)
            .await
            .map(Some),
        None => Ok(None),
    }
}
