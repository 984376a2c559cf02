//! Members: invited by an administrator, each membership confirmed by a supervisor of the body where
//! it counts, ended by either; what they leave behind goes to a supervisor.
//!
//! No administrator makes a reader alone, nobody invites or confirms themselves, an administrator
//! has no second role, and bodies of force hold no care role but responder.

mod actions;
mod confirm;
mod heirs;
mod invite;
mod list;
mod reactions;
mod rules;
mod store;

use record::{Id, Language, Moment, Role};
use vault::Plain;

pub(crate) use self::store::drop_code;
pub use self::store::{
    Post, STATEMENTS, Works, count_waiting, memberships_of, posts, supervisor_of, works_of,
};
pub(crate) use self::store::{first_session, live_of};
pub use actions::{Leaving, end, end_member, end_sessions, ends_only_at, hand_over, hand_over_all};
pub(crate) use actions::{end_here, propose_at};
pub use confirm::{Waiting, confirm, confirm_member, waiting};
pub use invite::{
    Founded, Founding, OneTimeCode, init, init_installation, invite, invite_again, invite_member,
};
pub use list::{list_members, read_member};
pub use reactions::{REACTIONS, follow_membership, return_to_supervisor};
pub use rules::{Misfit, fits};

/// A role in an organisation, held by an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Its id.
    pub id: Id,
    /// Who holds it.
    pub account: Id,
    /// Where.
    pub org: Id,
    /// As what.
    pub role: Role,
    /// When it was given.
    pub began: Moment,
    /// When somebody of that organisation confirmed it.
    pub confirmed: Option<Moment>,
    /// When it ended.
    pub ended: Option<Moment>,
}

impl Membership {
    /// Whether somebody can act in it.
    pub fn is_live(&self) -> bool {
        self.confirmed.is_some() && self.ended.is_none()
    }
}

/// A person to be invited.
#[derive(Clone)]
pub struct NewMember {
    /// What colleagues call them.
    pub name: Plain<String>,
    /// What they type to sign in.
    pub sign_in_name: Plain<String>,
    /// As what.
    pub role: Role,
    /// Where.
    pub org: Id,
    /// The language of their pages.
    pub language: Language,
}

/// Who is invited: somebody new, or somebody who has an account already and gets one more role.
#[derive(Clone)]
pub enum Invitation {
    /// Somebody without an account.
    New(NewMember),
    /// One more membership of the account that the permit names.
    Further {
        /// As what.
        role: Role,
        /// Where.
        org: Id,
    },
    /// Another one-time code for an account in which nobody ever enrolled.
    Again,
}

/// What an invitation comes to.
pub struct Invited {
    /// The account.
    pub account: Id,
    /// The membership that waits to be confirmed.
    pub membership: Id,
    /// The one-time code, shown once (none for a further membership).
    pub code: Option<Plain<String>>,
}

/// A member on a list.
pub struct Listed {
    /// The membership.
    pub membership: Membership,
    /// The pseudonym under which the ledger knows the account.
    pub pseudonym: Id,
    /// The account's state: `invited`, `active`, `ended`.
    pub state: String,
    /// The name, for a supervisor of the same organisation.
    pub name: Option<Plain<String>>,
}

/// What could not be done with a member.
#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// The sign-in name is somebody's already.
    #[error("the sign-in name is taken")]
    NameTaken,
    /// A name is blank, too long, or turns its letters round.
    #[error("a name is missing or too long")]
    Name,
    /// The role does not fit the organisation or the person's other roles.
    #[error("the role does not fit")]
    Misfit(#[from] Misfit),
    /// Nobody said yes to this person's first membership yet.
    #[error("the person works nowhere yet")]
    Unconfirmed,
    /// Nobody does this to themselves.
    #[error("not for oneself")]
    Oneself,
    /// Somebody must be left who can run the installation.
    #[error("the last administrator stays")]
    LastAdministrator,
    /// Nobody could act on this any more.
    #[error("nobody is left for what is open")]
    Leaves(Vec<crate::unattended::Count>),
    /// The installation has begun already.
    #[error("the installation has begun already")]
    Begun,
    /// Who should take over does not work there in a role that fits.
    #[error("who should take over does not fit")]
    Successor,
    /// The organisation could not be set.
    #[error(transparent)]
    Organisation(#[from] crate::organisation::OrganisationError),
    /// The store's own.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}

impl From<access::Absent> for MemberError {
    fn from(absent: access::Absent) -> Self {
        Self::Store(absent.into())
    }
}
