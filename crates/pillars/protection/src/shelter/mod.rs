//! Shelters: what places they have, for whom, and where they are.
//!
//! A shelter declares places by sex, age, family and disability; it is for children or for adults,
//! never for both. Its address is sealed, written by its manager and never read back to them: only
//! a placement desk with a live hold or stay there is shown it, one at a time.

pub mod actions;
pub mod address;
pub mod board;
pub mod fit;
pub(crate) mod forms;
pub(crate) mod language;
pub(crate) mod pages;
pub mod rules;
pub(crate) mod store;
mod who;

use record::{Id, Moment};

pub use language::Spoken;
pub(crate) use store::STATEMENTS;
pub(crate) use who::who_key;
pub use who::{Age, Sex};

record::codes! {
    /// Whom a place is for.
    PlaceSex labelled "shelter-sex" {
        /// Women and girls.
        Female = "female",
        /// Men and boys.
        Male = "male",
        /// Anybody.
        Any = "any",
    }
}

record::codes! {
    /// How old somebody is whom a place is for.
    PlaceAge labelled "shelter-age" {
        /// Children up to twelve.
        Under13 = "under_13",
        /// Children from 13 to 17.
        From13 = "from_13",
        /// Any child.
        Child = "child",
        /// Adults, and with `family` adults with their own children.
        Adult = "adult",
    }
}

impl PlaceAge {
    /// Whether only children live there.
    pub const fn is_for_children(self) -> bool {
        !matches!(self, Self::Adult)
    }
}

/// What a shelter declares of one sort of its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Whom they are for.
    pub sex: PlaceSex,
    /// How old.
    pub age: PlaceAge,
    /// Adults with their own children: nobody else.
    pub family: bool,
    /// Whether somebody with a disability can live there.
    pub disability: bool,
    /// For how many people.
    pub places: i64,
}

/// Places of one sort, as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Their id.
    pub id: Id,
    /// What was declared.
    pub declared: Declared,
    /// How many people have one, or are on their way to it.
    pub taken: i64,
}

/// A shelter. Never its address, nor whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelter {
    /// The record.
    pub record: Id,
    /// A short code by which people speak of it.
    pub code: String,
    /// The governorate's P-code.
    pub governorate: String,
    /// When somebody can come: `24/7`, or hours as they are written.
    pub hours: String,
    /// The codes of the languages spoken, with spaces between.
    pub languages: String,
    /// Whether it takes nobody at present.
    pub closed: bool,
    /// Rises with every change: a form made from an older one is stale.
    pub revision: i64,
    /// Whether an address was written.
    pub has_address: bool,
    /// Its places.
    pub places: Vec<Places>,
}

/// What somebody who registers a shelter says of it.
#[derive(Clone, Debug)]
pub struct Registering {
    /// The governorate's P-code.
    pub governorate: String,
    /// When somebody can come.
    pub hours: String,
    /// The codes of the languages spoken, with spaces between.
    pub languages: String,
    /// Its places.
    pub places: Vec<Declared>,
    /// The form's one-time key.
    pub form_key: String,
}

/// What a shelter says of itself from now on.
#[derive(Clone, Debug)]
pub struct Declaring {
    /// The revision that the form was made from.
    pub seen: i64,
    /// When somebody can come.
    pub hours: String,
    /// The codes of the languages spoken, with spaces between.
    pub languages: String,
    /// Whether it takes nobody at present.
    pub closed: bool,
    /// Its places: those that stand, by their id, and new ones. What is left out is dropped.
    pub places: Vec<(Option<Id>, Declared)>,
    /// The form's one-time key.
    pub form_key: String,
}

/// Free and taken places of one sort in one governorate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// The governorate's P-code.
    pub governorate: String,
    /// Whom they are for; `places` counts them all.
    pub declared: Declared,
    /// How many are taken.
    pub taken: i64,
}

/// People of one sort in one governorate who have nowhere to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The governorate's P-code.
    pub governorate: String,
    /// Their sex, as it was said.
    pub sex: Sex,
    /// Their age, as it was said.
    pub age: Age,
    /// Whether they have their own children with them.
    pub family: bool,
    /// Whether one of them has a disability.
    pub disability: bool,
    /// How many people.
    pub people: i64,
    /// How many of them at least need a place together.
    pub together: i64,
    /// Since when the first of them waits.
    pub since: Moment,
    /// Why they have no place.
    pub lack: Lack,
}

record::codes! {
    /// Why people of one sort have no place where they may be placed.
    Lack labelled "shelter-lack" {
        /// No such place is declared.
        NoSuchPlace = "no_such_place",
        /// All such places are taken.
        Full = "full",
        /// Such places are free, and no shelter has said yes.
        NobodySaidYes = "nobody_said_yes",
    }
}

/// What there is, and who has nowhere to go.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// Places, by governorate and sort.
    pub supply: Vec<Supply>,
    /// People who wait, by governorate and sort.
    pub demand: Vec<Demand>,
}

/// What can go wrong with a shelter.
#[derive(Debug, thiserror::Error)]
pub enum ShelterError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// Somebody changed the shelter since this form was made.
    #[error("the form was made from an older version")]
    Stale,
    /// Children and adults in one shelter: two shelters are to be registered.
    #[error("a shelter is for children or for adults: register two shelters")]
    BothAges,
    /// A family is adults with their own children.
    #[error("places for families are places for adults")]
    FamilyOfChildren,
    /// Somebody lives in these places or is on the way to them: they can grow, nothing else.
    #[error("places that are taken cannot be dropped, shrunk below that or given to others")]
    InUse,
    /// No such governorate.
    #[error("no such governorate")]
    UnknownPlace,
    /// No places at all, or a number that is none.
    #[error("places are counted from 1 to 500")]
    NoPlaces,
    /// Nothing was written.
    #[error("an address is needed")]
    NoAddress,
}
