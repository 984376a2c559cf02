//! What the pages of taking a report down show.

use askama::Template;
use page::{Choice, Field, Fields as _, Form, Frame, FromPaper, filters};
use record::{Id, Language};
use vault::Plain;

use super::Channel;
use super::forms::{Receipt, Talk, field};
use crate::reader::actions::Country;
use crate::report::Entry;
use crate::report::ask::Asked;
use crate::report::ask::view::{Group, districts, groups, options};
use crate::report::when::{days, hours};

/// How many days before today somebody may have told it.
const DAYS_BACK: i64 = 30;

/// The questions that everybody is asked, in the order in which they are read out.
const FIRST: &[&str] = &["how_told", "talk", "text", "danger", "minor"];
/// Where it is, who may read it, and whom they are afraid of.
pub(super) const ROUTING: &[&str] = &["governorate", "reads", "accused"];
/// How to reach them.
pub(super) const REACH: &[&str] = &["contact", "how", "when", "words", "who", "otherwise"];
/// What else may be known.
const MORE: &[&str] = &[
    "about",
    "district",
    "held_where",
    "held_by",
    "held_since",
    "held_next",
];
/// What is written when it is over.
const LAST: &[&str] = &["receipt", "day", "hour"];

/// One page to take a report down: one line is enough.
#[derive(Template)]
#[template(path = "report/templates/intake.html")]
pub(crate) struct IntakePage {
    pub(super) frame: Frame,
    form: Form,
    which: Vec<Group>,
    districts: Vec<Choice>,
    refused: Option<&'static str>,
    /// Whether it was filled in from a sheet of paper, and is to be looked over.
    filled: bool,
}

impl IntakePage {
    pub(super) fn new(
        frame: Frame,
        country: &Country,
        asked: Option<&Asked>,
        form: Form,
        refused: Option<&'static str>,
    ) -> Self {
        let language = frame.language;
        let place = record::governorate(form.open("governorate"));
        let districts = place.map_or_else(Vec::new, |place| districts(&place.code, language));
        Self {
            which: asked.map_or_else(Vec::new, |asked| groups(asked, country, language)),
            districts,
            form,
            refused,
            filled: false,
            frame,
        }
    }

    /// Filled in from a sheet of paper.
    pub(super) fn filled(self) -> Self {
        Self {
            filled: true,
            ..self
        }
    }

    const PAPER: &'static [Field] = FromPaper::FIELDS;

    fn these(names: &'static [&'static str]) -> impl Iterator<Item = &'static Field> {
        names.iter().copied().filter_map(field)
    }

    fn first() -> impl Iterator<Item = &'static Field> {
        Self::these(FIRST)
    }

    fn routing() -> impl Iterator<Item = &'static Field> {
        Self::these(ROUTING)
    }

    /// The parts that are folded, each with its title.
    fn folded() -> [(&'static str, &'static [&'static str]); 3] {
        [
            ("report-reach-title", REACH),
            ("intake-more", MORE),
            ("intake-last", LAST),
        ]
    }

    /// The fields of a part; the district, where there is a list of them.
    fn part(&self, names: &'static [&'static str]) -> Vec<&'static Field> {
        Self::these(names)
            .filter(|field| field.name != "district" || !self.districts.is_empty())
            .collect()
    }

    /// Whether something is written in a part, or wrong there.
    fn is_open(&self, names: &[&str]) -> bool {
        self.filled
            || names
                .iter()
                .any(|name| self.form.is_wrong(name) || self.form.is_filled(name))
    }

    /// What was typed in lists that this page does not show now.
    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        let mut shown: Vec<&str> = [FIRST, ROUTING, REACH, MORE, LAST].concat();
        shown.extend(FromPaper::names());
        shown.extend(self.which.iter().map(|group| group.field.name));
        self.form.others(&shown)
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        let language = self.frame.language;
        match field.name {
            "district" => self.districts.clone(),
            "day" => days(&self.frame, -DAYS_BACK).collect(),
            "hour" => hours(&self.frame).collect(),
            _ => listed(field, language),
        }
    }
}

/// What can be chosen in a field: of a list that is the same on every day.
pub(super) fn listed(field: &Field, language: Language) -> Vec<Choice> {
    match field.name {
        "how_told" => Choice::all::<Channel>(language),
        "talk" => Choice::all::<Talk>(language),
        "receipt" => Choice::all::<Receipt>(language),
        "about" => Choice::these(language, &[Entry::Help, Entry::Worry, Entry::Held]),
        _ => options(field, language),
    }
}

/// It is taken down: who reads it, and the receipt to be read out.
#[derive(Template)]
#[template(path = "report/templates/taken.html")]
pub(crate) struct TakenPage {
    pub(super) frame: Frame,
    pub(super) report: Id,
    pub(super) code: String,
    pub(super) reader: String,
    pub(super) police: Option<String>,
    pub(super) groups: Vec<Plain<String>>,
    /// Whether whoever took it down can open it.
    pub(super) may_read: bool,
    /// Whether they are to be called at another time.
    pub(super) call_later: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_page_is_a_field() {
        for name in [FIRST, ROUTING, REACH, MORE, LAST].concat() {
            assert!(field(name).is_some(), "{name}");
        }
    }
}
