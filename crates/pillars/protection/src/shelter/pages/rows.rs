//! The rows of places in the form of a shelter: one for each sort, a few blank ones at the end.

use page::Form;
use record::Id;

use crate::shelter::Shelter;
use crate::shelter::forms::MOST_ROWS;

/// How many blank rows follow those that are filled.
const BLANK: usize = 2;

/// A row as the page shows it.
pub(super) struct Shown {
    /// What the names of its fields begin with.
    pub(super) at: String,
    /// What stands in it.
    pub(super) form: Form,
    pub(super) taken: i64,
}

/// The rows of a form: those that hold something, and blank ones.
pub(super) fn shown(form: &Form, shelter: Option<&Shelter>) -> Vec<Shown> {
    let row = |number: usize| {
        let at = format!("row-{number}");
        let form = form.row(&at);
        let id: Option<Id> = form.open("id").parse().ok();
        let stands =
            shelter.and_then(|shelter| shelter.places.iter().find(|row| Some(row.id) == id));
        Shown {
            taken: stands.map_or(0, |row| row.taken),
            at,
            form,
        }
    };
    let holds = |row: &Shown| {
        let mut fields = ["id", "places", "sex", "age"].iter();
        fields.any(|name| !row.form.open(name).is_empty())
    };
    let mut rows: Vec<Shown> = (1..=MOST_ROWS).map(row).collect();
    let filled = rows.iter().rposition(holds).map_or(0, |last| last + 1);
    rows.truncate(filled + BLANK);
    rows
}

/// A form with the places that stand.
pub(super) fn filled(mut form: Form, shelter: &Shelter) -> Form {
    for (number, row) in (1..=MOST_ROWS).zip(&shelter.places) {
        let at = |name: &str| format!("row-{number}-{name}");
        let declared = &row.declared;
        form = form
            .put(&at("id"), row.id.to_string())
            .put(&at("places"), declared.places.to_string())
            .put(&at("sex"), declared.sex.code())
            .put(&at("age"), declared.age.code());
        if declared.family {
            form = form.put(&at("family"), "yes");
        }
        if declared.disability {
            form = form.put(&at("disability"), "yes");
        }
    }
    form
}
