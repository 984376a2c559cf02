//! The forms of shelters. Their address stands in none: it is read by hand, sealed, and never shown again.

use page::{Field, Form, Wrong, reading};
use record::Id;
use vault::Plain;

use super::language::{Spoken, codes};
use super::rules::MOST_PLACES;
use super::{Declared, PlaceAge, PlaceSex};

/// The most letters of the hours.
const HOURS: usize = 80;
/// How many sorts of places a shelter can have.
pub(crate) const MOST_ROWS: usize = 12;
/// Hours of a shelter that somebody can come to day and night; where nobody wrote any, these.
pub(crate) const ALWAYS: &str = "24/7";

/// A governorate that was chosen.
#[derive(Clone)]
pub(crate) struct Place(pub(crate) String);

impl std::str::FromStr for Place {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        let place = record::governorate(code).ok_or(())?;
        Ok(Self(place.code.clone()))
    }
}

page::fields! {
    /// One sort of places in the form of a shelter.
    pub(crate) struct Sort judged by counted {
        /// The places that stand; none for new ones.
        pub id: Option<Id> = may unseen(),
        /// How many.
        pub places: i64 = count("shelter-row-places", "", "shelter-wrong-places"),
        /// Whom they are for.
        pub sex: PlaceSex = listed("shelter-row-sex", "", "shelter-wrong-sex"),
        /// How old.
        pub age: PlaceAge = listed("shelter-row-age", "", "shelter-wrong-age"),
        /// Whether they are for adults with their own children.
        pub family: bool = tick("shelter-row-family", ""),
        /// Whether somebody with a disability can live there.
        pub disability: bool = tick("shelter-row-disability", ""),
    }
}

page::fields! {
    /// A form that registers a shelter.
    pub(crate) struct NewShelter judged by fits {
        /// Where it is.
        pub governorate: Place = select("shelter-where", "", "shelter-wrong-where"),
        /// Its places.
        pub row: Vec<Sort> = rows(MOST_ROWS),
        /// When somebody can come.
        pub hours: Option<Plain<String>> = may text("shelter-hours", "shelter-hours-hint", HOURS),
        /// Which languages are spoken.
        pub languages: Vec<Spoken> = may several("shelter-languages-spoken", "bed-languages-hint"),
    }
}

page::fields! {
    /// A form in which a shelter says how it stands.
    pub(crate) struct ShelterNow judged by fits {
        /// Its places.
        pub row: Vec<Sort> = rows(MOST_ROWS),
        /// When somebody can come.
        pub hours: Option<Plain<String>> = may text("shelter-hours", "shelter-hours-hint", HOURS),
        /// Which languages are spoken.
        pub languages: Vec<Spoken> = may several("shelter-languages-spoken", "bed-languages-hint"),
        /// Whether it takes nobody at present.
        pub closed: bool = tick("shelter-closed-tick", "shelter-closed-hint"),
    }
}

impl Sort {
    /// What is declared.
    pub(crate) fn declared(&self) -> Declared {
        Declared {
            sex: self.sex,
            age: self.age,
            family: self.family,
            disability: self.disability,
            places: self.places,
        }
    }
}

/// The hours and the languages, as a shelter keeps them.
pub(crate) fn said(hours: Option<&str>, languages: &[Spoken]) -> (String, String) {
    (hours.unwrap_or(ALWAYS).to_owned(), codes(languages))
}

fn counted(row: &mut Form) {
    let places = row.number("places");
    if places.is_some_and(|places| !(1..=MOST_PLACES.unsigned_abs()).contains(&places)) {
        row.wrong("places", Wrong::new("shelter-wrong-places"));
    }
}

/// A shelter has places, and is for children or for adults.
fn fits(form: &mut Form) {
    const ROWS: Field = Field::rows::<Vec<Sort>>("row", MOST_ROWS);
    let rows: Vec<Sort> = reading::rows(form, &ROWS).unwrap_or_default();
    if rows.is_empty() && form.is_right() {
        form.wrong("rows", Wrong::new("shelter-wrong-none"));
    }
    let is_for_children = |row: &Sort| row.age.is_for_children();
    if rows.iter().any(is_for_children) && !rows.iter().all(is_for_children) {
        form.wrong("rows", Wrong::new("shelter-wrong-mixed"));
    }
}
