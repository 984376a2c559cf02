//! The questions of the front line on a card, for places where no phone is safe: one face for a
//! grown-up, one for a child. They come from the same table as the page, and its numbers fill it in.

use std::sync::LazyLock;

use clock::AgeBand;
use page::{Choice, Field, Fields as _, Sheet};
use record::Language;

use super::Then;
use super::forms::{Beginning, Talking};
use super::pages::questions_of;
use super::rule::{Answer, indicators};

/// A field for each row, under the row's own name.
static ROWS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let rows = indicators().iter();
    rows.map(|row| Field::pick::<()>(&row.id, "", "", ""))
        .collect()
});

/// What is said by the card itself, and not asked.
const SAID: [&str; 2] = ["age", "governorate"];
/// What is too long for a card: the worker sees it on the page.
const ON_THE_PAGE: [&str; 2] = ["dangers", "act_found"];

/// Both faces.
pub(super) fn cards(language: Language) -> [Sheet; 2] {
    [card(language), of_a_child(language)]
}

/// The face for a grown-up.
pub(super) fn card(language: Language) -> Sheet {
    face(language, "screening-card", AgeBand::Adult)
}

/// The face for a child: safety, who looks after them, and what is noted and never asked.
pub(super) fn of_a_child(language: Language) -> Sheet {
    let sheet = face(language, "screening-card-child", AgeBand::Child);
    sheet.meaning("then", Then::NotAsked.code())
}

fn face(language: Language, title: &'static str, age: AgeBand) -> Sheet {
    let asks = |field: &&'static Field| {
        let is_on_it = !SAID.contains(&field.name) && !ON_THE_PAGE.contains(&field.name);
        is_on_it && (age == AgeBand::Adult || field.name != "then")
    };
    let first = Beginning::FIELDS.iter().filter(asks);
    let talk = Talking::FIELDS.iter().filter(asks);
    let rows = questions_of(age, language)
        .into_iter()
        .filter_map(|(id, words)| {
            let field = ROWS.iter().find(|field| field.name == id)?;
            Some((field, words))
        });
    Sheet::new(language, title, "screening-card-lead")
        .meaning("age", age.code())
        .section("screening-first", first, |field| field.options(&language))
        .section("screening-setting", talk, |field| field.options(&language))
        .said("screening-level-one", rows, |_| {
            Choice::all::<Answer>(language)
        })
}
