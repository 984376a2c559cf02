//! Accounts, sign-in, sessions, organisations and their members.
//!
//! - [`organisation`]: bodies, with the kind, the place and the parent that readers are chosen by.
//! - [`desk`]: who answers for what in a place.
//! - [`oversight`]: which independent body may open the name behind a pseudonym.
//! - [`member`]: who is invited, confirmed, ended; what somebody leaves goes to a supervisor.
//! - [`account`]: a person's own account: enrolment, password, six digits, recovery codes.
//! - [`session`]: signing in, devices, step-up; the actor behind a cookie.
//! - [`draft`]: a form that came too late is kept for a day.
//! - [`unattended`]: open work that nobody can act on.
//! - [`throttle`]: guesses are answered ever later, and nobody is locked out of a device they know.

pub mod account;
pub mod desk;
pub mod draft;
pub mod member;
pub mod organisation;
pub mod oversight;
pub mod password;
pub mod saved;
pub mod session;
pub mod throttle;
pub mod totp;
pub mod unattended;

mod rows;

pub use rows::Rows;

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    [
        organisation::STATEMENTS,
        desk::STATEMENTS,
        member::STATEMENTS,
        account::STATEMENTS,
        account::ENROL_STATEMENTS,
        session::STATEMENTS,
        draft::STATEMENTS,
        saved::STATEMENTS,
        oversight::STATEMENTS,
        throttle::STATEMENTS,
        unattended::STATEMENTS,
    ]
    .concat()
}

/// The reactions of this crate, for the outbox.
pub fn reactions() -> Vec<store::Reaction> {
    [member::REACTIONS, oversight::REACTIONS].concat()
}

/// What is done again and again: forgets old guesses, sessions and proposals, and, as the rule
/// `DropOldDrafts`, forms that nobody came back for.
pub async fn sweep(store: &store::Store) -> Result<(), store::StoreError> {
    throttle::forget_old(store).await?;
    session::forget_old(store).await?;
    account::forget_old(store).await?;
    draft::drop_old(store).await?;
    Ok(())
}
