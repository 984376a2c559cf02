//! Governorates in the reader's language.

use record::Language;

use crate::choice::Choice;

/// The name of a governorate, if it is known.
pub fn place_name(code: Option<&str>, language: Language) -> Option<String> {
    code.and_then(record::governorate)
        .map(|place| place.name(language).to_owned())
}

/// All governorates by name.
pub fn governorates(language: Language) -> Vec<Choice> {
    let mut places: Vec<Choice> = record::governorates()
        .iter()
        .map(|place| Choice::named(place.code.clone(), place.name(language)))
        .collect();
    places.sort_by(|a, b| a.label.cmp(&b.label));
    places
}
