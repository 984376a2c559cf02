//! The questions of a report on paper: those of the page, in the order in which they are read out.

use page::{Choice, Field, Sheet};
use record::Language;

use super::Channel;
use super::forms::field;
use super::view::{REACH, ROUTING, listed};
use crate::report::{Contact, Entry};

/// Which body is meant, in words: lists of bodies are on no paper.
static WHICH: Field = Field::text::<()>("which", "sheet-which", "", "", 0);

/// Whether they may be contacted, without what is said of a code: on paper there is none.
static CONTACT: Field = Field::pick::<()>("contact", "report-contact", "", "");

/// What is asked of somebody who is held.
const HELD: &[&str] = &["held_where", "held_by", "held_since", "held_next"];

/// Both sheets that are typed in on the page of this room.
pub(super) fn all(language: Language) -> [Sheet; 2] {
    [report(language), held(language)]
}

/// A report.
pub(crate) fn report(language: Language) -> Sheet {
    let sheet = Sheet::new(language, "sheet-report", "sheet-report-lead");
    let sheet = told(sheet, &["text", "danger", "minor", "about"], language);
    let sheet = sheet.section("intake-held", these(HELD), options(language));
    routed(sheet, language)
}

/// Somebody is held, or about to be deported.
pub(crate) fn held(language: Language) -> Sheet {
    let sheet =
        Sheet::new(language, "sheet-held", "sheet-held-lead").meaning("about", Entry::Held.code());
    let sheet = sheet.section("intake-held", these(HELD), options(language));
    routed(
        told(sheet, &["text", "danger", "minor"], language),
        language,
    )
}

fn told(sheet: Sheet, names: &'static [&'static str], language: Language) -> Sheet {
    sheet.meaning("how_told", Channel::Paper.code()).section(
        "sheet-told",
        these(names),
        options(language),
    )
}

/// Where it is, who reads it, how to reach them, and when they told it.
fn routed(sheet: Sheet, language: Language) -> Sheet {
    let options = options(language);
    let routing = these(ROUTING).chain([&WHICH]).chain(these(&["district"]));
    sheet
        .section("intake-routing", routing, &options)
        .section("report-reach-title", reach(), &options)
        .section("sheet-when", these(&["day", "hour"]), &options)
}

fn reach() -> impl Iterator<Item = &'static Field> {
    these(REACH).map(|field| {
        if field.name == CONTACT.name {
            &CONTACT
        } else {
            field
        }
    })
}

fn these(names: &'static [&'static str]) -> impl Iterator<Item = &'static Field> {
    names.iter().copied().filter_map(field)
}

/// What can be ticked. Days, hours and districts are written.
fn options(language: Language) -> impl Fn(&Field) -> Vec<Choice> {
    move |field| match field.name {
        "day" | "hour" | "district" => Vec::new(),
        "contact" => [
            (Contact::Yes, "sheet-contact-yes"),
            (Contact::No, "sheet-contact-no"),
        ]
        .map(|(contact, key)| Choice::labelled(language, contact.code(), key))
        .into(),
        _ => listed(field, language),
    }
}
