//! What people do with their own account.

use access::action::{ChangeSignIn, ChooseLanguage, ReadOwnAccount, RenewRecoveryCodes};
use record::{Id, Language};
use store::{StoreError, Unit, Work};
use vault::Plain;

use super::rules::{self, Second};
use super::store as table;
use super::{AccountError, OwnAccount, RecoveryCodes};
use crate::{member, session, totp};

/// `ReadOwnAccount`.
pub async fn read_own_account(unit: &Unit<ReadOwnAccount>) -> Result<OwnAccount, AccountError> {
    let account = unit.record();
    let opened = table::open(unit, account).await?;
    Ok(OwnAccount {
        name: opened.name,
        sign_in_name: opened.sign_in_name,
        language: opened.language,
        memberships: member::memberships_of(&**unit, account).await?,
        devices: session::devices_of(unit, account).await?,
        recovery_left: table::recovery_left(&**unit, account).await?,
        factor: opened.factor,
    })
}

/// `ChooseLanguage`.
pub async fn choose_language(
    unit: &Unit<ChooseLanguage>,
    language: Language,
) -> Result<(), AccountError> {
    Ok(table::set_language(unit, unit.record(), language).await?)
}

/// A change of how somebody signs in.
#[derive(Clone)]
pub enum Change {
    /// Another password, as `store.slow()` stores it.
    Password {
        /// What is stored.
        stored: String,
    },
    /// The authenticator that [`new_totp`] gave, and digits it shows.
    Totp {
        /// The digits.
        digits: Plain<String>,
        /// What the device runs, of which the person is told.
        system: session::System,
    },
}

/// `ChangeSignIn`: another password or another authenticator. Every other session ends.
pub async fn change_sign_in(
    unit: &Unit<ChangeSignIn>,
    change: &Change,
    this_session: Id,
) -> Result<(), AccountError> {
    let account = unit.record();
    match change {
        Change::Password { stored } => table::set_password(unit, account, stored).await?,
        Change::Totp { digits, system } => {
            let opened = table::open(unit, account).await?;
            let secret = own_next(opened.totp_next, this_session).ok_or(AccountError::Digits)?;
            let step =
                rules::step_of(&secret, digits, unit.now(), 0).ok_or(AccountError::Digits)?;
            table::set_totp(unit, account, &secret, step, *system).await?;
        }
    }
    session::end_all(unit, account, Some(this_session)).await?;
    Ok(())
}

/// The secret that this session was shown; another session's is none of its business.
fn own_next(next: Option<(Plain<Vec<u8>>, Id)>, this_session: Id) -> Option<Plain<Vec<u8>>> {
    next.filter(|(_, session)| *session == this_session)
        .map(|(secret, _)| secret)
}

/// Part of `ChangeSignIn`: the secret of another authenticator, and the sign-in name for it. The
/// old one counts until the new one showed its digits; a session that asks again finds its own.
pub async fn new_totp(
    unit: &Unit<ChangeSignIn>,
    this_session: Id,
) -> Result<(Plain<Vec<u8>>, Plain<String>), AccountError> {
    let opened = table::open(unit, unit.record()).await?;
    let secret = own_next(opened.totp_next, this_session).unwrap_or_else(totp::new_secret);
    table::set_next(unit, unit.record(), &secret, this_session).await?;
    // The page was opened, and the old authenticator counts as before.
    unit.looked().await;
    Ok((secret, opened.sign_in_name))
}

/// `RenewRecoveryCodes`: ten new ones; the old ones count no more.
pub async fn renew_recovery_codes(
    unit: &Unit<RenewRecoveryCodes>,
    codes: &RecoveryCodes,
) -> Result<(), AccountError> {
    Ok(table::set_recovery(unit, unit.record(), codes).await?)
}

/// Renews the recovery codes, from the permit to the digits.
pub async fn renew_codes(
    store: &store::Store,
    actor: &access::Actor,
) -> Result<RecoveryCodes, AccountError> {
    let account = actor.member().ok_or(StoreError::Absent)?.account;
    let permit = store
        .gate()
        .permit::<RenewRecoveryCodes>(actor, account)
        .await?;
    let codes = RecoveryCodes::new();
    let given = codes.clone();
    store
        .unit(permit, move |unit| {
            let codes = given.clone();
            async move { renew_recovery_codes(&unit, &codes).await }
        })
        .await?;
    Ok(codes)
}

/// Whether the digits typed are this account's second factor now; using them uses them up.
pub(crate) async fn second_factor(
    work: &Work,
    account: Id,
    typed: &Plain<String>,
) -> Result<bool, StoreError> {
    match rules::second(typed) {
        Some(Second::Totp(digits)) => {
            let opened = table::open(work, account).await?;
            let Some(secret) = opened.totp else {
                return Ok(false);
            };
            let step = totp::step_of(&secret, digits.expose(), work.now(), opened.totp_step);
            match step {
                Some(step) => table::use_step(work, account, step).await,
                None => Ok(false),
            }
        }
        Some(Second::Recovery(digits)) => table::use_recovery(work, account, &digits).await,
        None => Ok(false),
    }
}
