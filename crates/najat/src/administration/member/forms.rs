//! The forms about members.

use people::account::Reason;
use people::member::NewMember;
use record::{Id, Language, Role};
use vault::Plain;

/// The longest name; the longest pseudonym.
const NAME: usize = 120;
const PSEUDONYM: usize = 60;

page::fields! {
    /// A form that invites somebody.
    pub(super) struct Inviting {
        /// Where they work.
        pub org: Id = select("admin-organisation", "", "error-choose"),
        /// As what.
        pub role: Role = listed("admin-role", "admin-role-hint", "error-choose"),
        /// Their name.
        pub name: Plain<String> = name("admin-invite-name", "admin-invite-name-hint", "admin-invite-name-missing", NAME),
        /// The name they sign in with.
        pub sign_in_name: Plain<String> = name("admin-invite-sign-in", "admin-invite-sign-in-hint", "admin-invite-sign-in-missing", NAME),
        /// The language of their pages.
        pub language: Language = pick("admin-invite-language", "", "error-choose"),
    }
}

impl From<Inviting> for NewMember {
    fn from(read: Inviting) -> Self {
        Self {
            name: read.name,
            sign_in_name: read.sign_in_name,
            role: read.role,
            org: read.org,
            language: read.language,
        }
    }
}

page::fields! {
    /// A form that gives somebody a further role.
    pub(super) struct FurtherRole {
        /// Where.
        pub org: Id = select("admin-organisation", "", "error-choose"),
        /// Which.
        pub role: Role = listed("admin-role", "", "error-choose"),
    }
}

page::fields! {
    /// A button that confirms somebody.
    pub(super) struct Confirming {
        /// In what.
        pub membership: Id = unseen(),
    }
}

page::fields! {
    /// A form that ends somebody's roles.
    pub(super) struct Ending {
        /// Which; none for all.
        pub membership: Option<Id> = may select("admin-end-which", ""),
        /// That it is meant.
        pub sure: bool = sure("admin-end-sure-tick", "", "admin-end-sure"),
        /// Whether it is known what they leave behind.
        pub known: bool = tick("leaving-on", ""),
    }
}

page::fields! {
    /// A form that hands somebody's work over.
    pub(super) struct HandingOver {
        /// To whom.
        pub to: Id = select("admin-hand-over-to", "", "error-choose"),
    }
}

page::fields! {
    /// A form that names a colleague.
    pub(super) struct Colleague {
        /// The name they sign in with.
        pub name: Plain<String> = text("admin-colleague-name", "admin-colleague-name-hint", "admin-colleague-missing", NAME),
    }
}

page::fields! {
    /// A form that asks for the name behind a pseudonym.
    pub(super) struct OpeningName {
        /// The pseudonym, or its beginning.
        pub pseudonym: Plain<String> = text("admin-pseudonym", "admin-pseudonym-hint", "admin-pseudonym-missing", PSEUDONYM),
        /// Why.
        pub reason: Reason = choice("admin-reason", "admin-reason-hint", "error-choose"),
    }
}
