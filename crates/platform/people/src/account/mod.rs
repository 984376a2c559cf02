//! A person's own account: enrolment by a one-time code, password, six digits, recovery codes,
//! language; and the reset of lost factors by two colleagues.
//!
//! Passwords are stored slow. Recovery codes are keyed with the installation's keys and no more: whoever
//! had those keys could open the six digits' secrets that lie beside them.

mod actions;
mod enrol;
mod index;
mod name;
mod recover;
mod reset;
mod rules;
mod store;

use record::{Id, Language, Moment};
use vault::Plain;

use crate::member::Membership;
use crate::password::Weak;

pub(crate) use self::store::{Known, administrators, by_index, clear, has_enrolled, language_of};
pub use self::store::{STATEMENTS, may_have_code};
pub(crate) use actions::second_factor;
pub use actions::{
    Change, change_sign_in, choose_language, new_totp, read_own_account, renew_codes,
    renew_recovery_codes,
};
pub use enrol::STATEMENTS as ENROL_STATEMENTS;
pub use enrol::{Begun, Enrolment, begin_enrolment, enrol, enrol_account, resume};
pub use index::{count, index_account, next, otherwise_indexed};
pub use name::{Reason, open_name, open_staff_name, pseudonym};
pub use recover::{Recovered, recover, recover_administrator, recovered_since};
pub(crate) use reset::forget_old;
pub use reset::{
    Second, Standing, WaitingReset, by_sign_in_name, confirm_factor_reset, confirm_reset,
    propose_factor_reset, propose_reset, standing, waiting_resets,
};
pub(crate) use rules::{NAME_INDEX, name_index, step_of, trimmed};
pub use rules::{RECOVERY_DIGITS, fold, throttle_key};

/// An account that waits for its person to enrol.
pub const INVITED: &str = "invited";
/// An account that can sign in.
pub const ACTIVE: &str = "active";
/// An account that can do nothing any more.
pub const ENDED: &str = "ended";

/// How many recovery codes somebody has.
pub const RECOVERY_CODES: usize = 10;

/// Ten recovery codes and what is stored of them.
#[derive(Clone)]
pub struct RecoveryCodes {
    /// The digits, shown once.
    pub digits: Vec<Plain<String>>,
}

impl RecoveryCodes {
    /// Makes ten.
    pub fn new() -> Self {
        let digits = (0..RECOVERY_CODES)
            .map(|_| vault::secret_hash::digits(RECOVERY_DIGITS))
            .collect();
        Self { digits }
    }
}

impl Default for RecoveryCodes {
    fn default() -> Self {
        Self::new()
    }
}

/// What people see of their own account.
pub struct OwnAccount {
    /// Their name.
    pub name: Plain<String>,
    /// What they type to sign in.
    pub sign_in_name: Plain<String>,
    /// The language of their pages.
    pub language: Language,
    /// Their memberships, those that ended too.
    pub memberships: Vec<Membership>,
    /// The devices from which they signed in.
    pub devices: Vec<crate::session::Device>,
    /// How many recovery codes are left.
    pub recovery_left: usize,
    /// When the authenticator was set up, and on what.
    pub factor: Option<FactorSet>,
}

/// The setting up of an authenticator, as its person is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactorSet {
    /// When it was.
    pub at: Moment,
    /// What the device ran, where that was noted.
    pub on: Option<crate::session::System>,
}

/// What could not be done with an account.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The name, the code or the digits are not right; which one is not said.
    #[error("refused")]
    Refused,
    /// The digits of the authenticator are not right.
    #[error("the digits are not right")]
    Digits,
    /// The password will not do.
    #[error("the password will not do")]
    Weak(Weak),
    /// Somebody else must propose or confirm it now.
    #[error("not by this person")]
    NotByYou,
    /// Nobody does this to themselves, or confirms what they proposed.
    #[error("not for oneself")]
    Oneself,
    /// The store's own.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}

impl From<access::Absent> for AccountError {
    fn from(absent: access::Absent) -> Self {
        Self::Store(absent.into())
    }
}

/// A proposal to reset somebody's factors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Whose.
    pub account: Id,
    /// Who proposed it.
    pub proposer: Id,
    /// When it lapses.
    pub until: Moment,
}
