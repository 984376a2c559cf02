//! A request for a place on paper: the questions of its form.

use page::{Choice, Field, Fields as _, Sheet, governorates};
use record::Language;

use super::Needing;
use crate::shelter::language::Spoken;

/// The report that it grows from, by its short code.
static REPORT: Field = Field::text::<()>("report_code", "sheet-report-code", "", "", 0);

/// A request for a place.
pub(crate) fn request(language: Language) -> Sheet {
    let fields = Needing::FIELDS.iter().chain([&REPORT]);
    let sheet = Sheet::new(language, "sheet-bed", "sheet-bed-lead");
    sheet.section("sheet-needs", fields, |field| options(field, language))
}

/// What can be chosen in a field.
pub(super) fn options(field: &Field, language: Language) -> Vec<Choice> {
    match field.name {
        "governorate" => governorates(language),
        "languages" => Choice::all::<Spoken>(language),
        _ => field.options(&language),
    }
}
