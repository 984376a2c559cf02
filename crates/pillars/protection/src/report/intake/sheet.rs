//! The questions of a report on paper: those of the page, in the order in which they are read out.

use page::{Choice, Field, Sheet};
use record::Language;

use super::Channel;
use super::forms::field;
use super::view::{REACH, ROUTING, listed};
use crate::report::Entry;

/// Which body is meant, in words: lists of bodies are on no paper.
static WHICH: Field = Field::text::<()>("which", "sheet-which", "", "", 0);

/// What is asked of somebody who is held.
const HELD: &[&str] = &["held_where", "held_by", "held_since", "held_next"];

/// Both sheets that are typed in on the page of this room.
pub(super) fn all(language: Language) -> [Sheet; 2] {
    [report(language), held(language)]
}

/// A report.
pub(crate) fn report(language: Language) -> Sheet {
    let sheet = Sheet::new("sheet-report", "sheet-report-lead");
    let sheet = told(sheet, &["text", "danger", "minor", "about"], language);
    let sheet = sheet.section("intake-held", these(HELD), options(language));
    routed(sheet, language)
}

/// Somebody is held, or about to be deported.
pub(crate) fn held(language: Language) -> Sheet {
    let sheet = Sheet::new("sheet-held", "sheet-held-lead").meaning("about", Entry::Held.code());
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
        .section("report-reach-title", these(REACH), &options)
        .section("sheet-when", these(&["day", "hour"]), &options)
}

fn these(names: &'static [&'static str]) -> impl Iterator<Item = &'static Field> {
    names.iter().copied().filter_map(field)
}

/// What can be ticked. Days, hours and districts are written.
fn options(language: Language) -> impl Fn(&Field) -> Vec<Choice> {
    move |field| match field.name {
        "day" | "hour" | "district" => Vec::new(),
        _ => listed(field, language),
    }
}
