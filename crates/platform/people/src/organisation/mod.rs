//! Organisations: police, armed groups, camps, offices, shelters, aid bodies, courts, committees.
//!
//! Their names are shown to anybody who reports, so they stand in clear. The parent matters more
//! than it looks: whoever a report accuses is kept from it together with all that stand above and
//! below, so a changed parent is an event.

mod actions;
mod end;
mod rules;
mod store;

use record::{Id, Jurisdiction, Language, OrgKind};

pub(crate) use actions::begin;
pub use actions::{must_stand, set_line, set_organisation};
pub use end::{Remains, end_organisation, remains};
pub use rules::{Family, Wrong, version};
pub use store::{STATEMENTS, all, family, find, lines, of_kind_in};

/// A name in the three languages of the pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Names {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
    /// In Central Kurdish.
    pub ckb: String,
}

impl Names {
    /// In English, Arabic and Central Kurdish.
    pub fn new<S: Into<String>>([en, ar, ckb]: [S; 3]) -> Self {
        let [en, ar, ckb] = [en.into(), ar.into(), ckb.into()];
        Self { en, ar, ckb }
    }

    /// The name in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Ar => &self.ar,
            Language::Ckb => &self.ckb,
        }
    }
}

/// What is said of an organisation when it is entered or changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Description {
    /// Its names.
    pub names: Names,
    /// What it is. Fixed once it exists, as far as the wall of keys goes.
    pub kind: OrgKind,
    /// Federal or Kurdistan; none, if it works in both.
    pub jurisdiction: Option<Jurisdiction>,
    /// The body above it.
    pub parent: Option<Id>,
    /// P-codes of the governorates it works in; none, if it works in the whole country.
    pub governorates: Vec<String>,
    /// Whether it takes orders from no body that a report could accuse.
    pub independent: bool,
}

/// The number of a desk, for people of other bodies.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// The number as it is dialled.
    pub number: String,
    /// When it is answered: `24/7`, or hours as they are written.
    pub hours: String,
}

/// An organisation as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: Id,
    /// What is said of it.
    pub is: Description,
    /// Whether it has ended: it answers for nothing, and nobody works there.
    pub ended: bool,
}

/// An organisation that could not be set.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// Fields that are wrong, all at once.
    #[error("fields are wrong")]
    Wrong(Vec<Wrong>),
    /// Somebody else changed it since it was looked at.
    #[error("it was changed by somebody else")]
    Stale,
    /// Whoever is to come after it does not fit: it ended, stands behind the wall, or is the same.
    #[error("this body cannot come after it")]
    Successor,
    /// Nobody ends the body they work for.
    #[error("not one's own body")]
    Own,
    /// The store's own.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}
