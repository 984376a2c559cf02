//! The only administrator lost everything: whoever stands at the server lets them in again, and
//! every administrator is told of it for thirty days.

use access::Actor;
use access::action::RecoverAdministrator;
use record::{Id, Moment};
use store::{Store, StoreError, Unit, Work};
use vault::Plain;

use super::store as table;
use super::{AccountError, INVITED};
use crate::member::OneTimeCode;
use crate::{Rows, session};

/// How long every administrator is told of it, in seconds.
const TOLD_SECONDS: i64 = 30 * 24 * 3600;

/// What a recovery comes to.
pub struct Recovered {
    /// What the administrator types to sign in.
    pub sign_in_name: Plain<String>,
    /// The one-time code, shown once.
    pub code: Plain<String>,
}

/// `RecoverAdministrator`: ends every session and every factor of the only administrator, and
/// leaves a one-time code.
pub async fn recover_administrator(
    unit: &Unit<RecoverAdministrator>,
    code: &OneTimeCode,
) -> Result<Plain<String>, AccountError> {
    let account = unit.record();
    if table::administrators(&**unit).await? != [account] {
        return Err(StoreError::Absent.into());
    }
    let opened = table::open(unit, account).await?;
    begin_anew(unit, account, code).await?;
    table::set_recovered(unit, account).await?;
    Ok(opened.sign_in_name)
}

/// Ends everything by which somebody signs in, and leaves a one-time code instead.
pub(super) async fn begin_anew(
    work: &Work,
    account: Id,
    code: &OneTimeCode,
) -> Result<(), StoreError> {
    table::drop_proposal(work, account).await?;
    table::clear(work, account).await?;
    session::end_all(work, account, None).await?;
    session::forget_devices(work, account).await?;
    code.keep(work, account).await?;
    work.set_state(account, INVITED).await
}

/// Recovers the only administrator from the console. Absent, where there is not exactly one.
pub async fn recover(store: &Store) -> Result<Recovered, AccountError> {
    let found = store
        .read_clear(async |look| table::administrators(&*look).await)
        .await?;
    let (account, states): (Id, &[&str]) = match found.as_slice() {
        [only] => (*only, &["only_administrator"]),
        _ => (Id::NONE, &[]),
    };
    let permit = store
        .gate()
        .permit_when::<RecoverAdministrator>(&Actor::Console(Id::NONE), account, states)
        .await?;
    let code = OneTimeCode::new(store).await?;
    let digits = code.digits.clone();
    let sign_in_name = store
        .unit(permit, move |unit| {
            let code = code.clone();
            async move { recover_administrator(&unit, &code).await }
        })
        .await?;
    Ok(Recovered {
        sign_in_name,
        code: digits,
    })
}

/// When an administrator was let in again in the thirty days before now, the last time first.
pub async fn recovered_since(at: &impl Rows, now: Moment) -> Result<Vec<Moment>, StoreError> {
    table::recovered(at, now.plus_seconds(-TOLD_SECONDS)).await
}
