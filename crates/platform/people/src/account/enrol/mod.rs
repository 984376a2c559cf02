//! Enrolment: a one-time code, then a password and an authenticator, then ten recovery codes.
//!
//! Each entry of the code makes a secret of its own, which stands for the ticket of that entry and for
//! nothing else: whoever saw a code and entered it before its person did not see their authenticator.

mod store;

use ::store::{Store, StoreError, Unit};
use access::Actor;
use access::action::EnrolAccount;
use record::{Id, Language};
use vault::Plain;

use self::store as table;
use super::store as account_table;
use super::{AccountError, INVITED, RecoveryCodes, name_index, rules};
use crate::session::{System, Token};
use crate::{member, password, totp};

pub use self::store::STATEMENTS;

/// How long somebody has to set up an authenticator, in seconds.
const TICKET_SECONDS: i64 = 1800;

/// An enrolment under way.
pub struct Begun {
    /// The account.
    pub account: Id,
    /// What the next form carries instead of the one-time code.
    pub ticket: Plain<String>,
    /// The authenticator's secret.
    pub secret: Plain<Vec<u8>>,
    /// What they type to sign in.
    pub sign_in_name: Plain<String>,
    /// The language of their pages.
    pub language: Language,
}

/// The second form of an enrolment.
#[derive(Clone)]
pub struct Enrolment {
    /// The ticket of the first.
    pub ticket: Plain<String>,
    /// The password.
    pub password: Plain<String>,
    /// The digits that the authenticator shows.
    pub digits: Plain<String>,
    /// What the device runs, of which the person is told.
    pub system: System,
}

/// Takes a one-time code and gives the authenticator's secret. Unknown names, wrong and old codes,
/// accounts not yet confirmed: the same work and the same answer.
pub async fn begin_enrolment(
    store: &Store,
    sign_in_name: &Plain<String>,
    code: &Plain<String>,
) -> Result<Begun, AccountError> {
    let index = name_index(store, sign_in_name);
    let now = store.world().now();
    let (account, stored) = store
        .read_clear(async |look| -> Result<_, StoreError> {
            let known = account_table::by_index(&*look, &index).await?;
            let id = known.as_ref().map_or(Id::NONE, |known| known.id);
            let code = table::code(&*look, id)
                .await?
                .filter(|(_, until)| now < *until);
            let live = member::memberships_of(&*look, id).await?;
            let invited = known.is_some_and(|known| known.state == INVITED)
                && live.iter().any(member::Membership::is_live);
            Ok((id, code.map(|(code, _)| code).filter(|_| invited)))
        })
        .await?;
    if !password::is_right(store, &rules::digits_of(code), stored).await? {
        return Err(AccountError::Refused);
    }
    let permit = store
        .gate()
        .permit::<EnrolAccount>(&Actor::Public, account)
        .await?;
    let ticket = Token::new();
    store
        .unit(permit, move |unit| {
            let ticket = ticket.clone();
            async move { begin(&unit, &ticket, totp::new_secret()).await }
        })
        .await
}

async fn begin(
    unit: &Unit<EnrolAccount>,
    ticket: &Token,
    secret: Plain<Vec<u8>>,
) -> Result<Begun, AccountError> {
    let account = unit.record();
    let opened = account_table::open(unit, account).await?;
    let until = unit.now().plus_seconds(TICKET_SECONDS);
    table::set_ticket(unit, account, ticket.hash(), until, &secret).await?;
    Ok(Begun {
        account,
        ticket: ticket.text(),
        secret,
        sign_in_name: opened.sign_in_name,
        language: opened.language,
    })
}

/// The enrolment of a ticket once more, for a form that comes back wrong.
pub async fn resume(store: &Store, ticket: &Plain<String>) -> Result<Begun, AccountError> {
    let ticket = Token::of(ticket).ok_or(AccountError::Refused)?;
    let account = of_ticket(store, &ticket).await?;
    let permit = store
        .gate()
        .permit::<EnrolAccount>(&Actor::Public, account)
        .await?;
    store
        .unit(permit, move |unit| {
            let ticket = ticket.clone();
            async move {
                let secret = table::secret(&unit, unit.record(), ticket.hash()).await?;
                begin(&unit, &ticket, secret.ok_or(AccountError::Refused)?).await
            }
        })
        .await
}

async fn of_ticket(store: &Store, ticket: &Token) -> Result<Id, AccountError> {
    let now = store.world().now();
    let account = store
        .read_clear(async |look| table::by_ticket(&*look, ticket.hash(), now).await)
        .await?;
    account.ok_or(AccountError::Refused)
}

/// `EnrolAccount`: the account becomes active with this password and the authenticator whose secret
/// was shown with this ticket. Refused, if the code was entered once more since.
pub async fn enrol_account(
    unit: &Unit<EnrolAccount>,
    ticket: &Token,
    password: &str,
    typed: &Plain<String>,
    on: System,
    codes: &RecoveryCodes,
) -> Result<(), AccountError> {
    let account = unit.record();
    let secret = table::secret(unit, account, ticket.hash()).await?;
    let secret = secret.ok_or(AccountError::Refused)?;
    let step = rules::step_of(&secret, typed, unit.now(), 0).ok_or(AccountError::Digits)?;
    account_table::set_password(unit, account, password).await?;
    // The digits just typed are not used up: a person signs in with them a moment later.
    account_table::set_totp(unit, account, &secret, step - 1, on).await?;
    account_table::set_recovery(unit, account, codes).await?;
    member::drop_code(unit, account).await?;
    account_table::set_enrolled(unit, account).await?;
    unit.set_state(account, super::ACTIVE).await?;
    Ok(())
}

/// Enrols, from the second form to the recovery codes.
pub async fn enrol(store: &Store, form: Enrolment) -> Result<RecoveryCodes, AccountError> {
    let ticket = Token::of(&form.ticket).ok_or(AccountError::Refused)?;
    let begun = resume(store, &form.ticket).await?;
    password::check(&form.password, &begun.sign_in_name).map_err(AccountError::Weak)?;
    let stored = password::store(store, &form.password).await?;
    let permit = store
        .gate()
        .permit::<EnrolAccount>(&Actor::Public, begun.account)
        .await?;
    let codes = RecoveryCodes::new();
    let given = codes.clone();
    store
        .unit(permit, move |unit| {
            let (ticket, stored) = (ticket.clone(), stored.clone());
            let (typed, codes) = (form.digits.clone(), given.clone());
            async move { enrol_account(&unit, &ticket, &stored, &typed, form.system, &codes).await }
        })
        .await?;
    Ok(codes)
}
