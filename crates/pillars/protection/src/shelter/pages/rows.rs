//! The lines of places in the form of a house: one for each sort, a few blank ones at the end.

use page::{Form, Wrong};
use record::Id;

use crate::shelter::rules::MOST_PLACES;
use crate::shelter::{Declared, House};

/// The names of one line's fields.
pub(super) struct Names {
    pub(super) field: &'static str,
    pub(super) id: &'static str,
    pub(super) places: &'static str,
    pub(super) sex: &'static str,
    pub(super) age: &'static str,
    pub(super) family: &'static str,
    pub(super) disability: &'static str,
}

macro_rules! lines {
    ($($field:literal),+) => {
        [$(Names {
            field: $field,
            id: concat!($field, "-id"),
            places: concat!($field, "-places"),
            sex: concat!($field, "-sex"),
            age: concat!($field, "-age"),
            family: concat!($field, "-family"),
            disability: concat!($field, "-disability"),
        }),+]
    };
}

/// As many lines as a house can have.
pub(super) static LINES: [Names; 12] = lines![
    "row-1", "row-2", "row-3", "row-4", "row-5", "row-6", "row-7", "row-8", "row-9", "row-10",
    "row-11", "row-12"
];
/// How many blank lines follow those that are filled.
const BLANK: usize = 2;
/// The most places of one sort.
const MOST: u64 = MOST_PLACES.unsigned_abs();

/// A line as the page shows it.
pub(super) struct Shown {
    pub(super) field: &'static str,
    pub(super) places: &'static str,
    pub(super) sex: &'static str,
    pub(super) age: &'static str,
    pub(super) family: &'static str,
    pub(super) disability: &'static str,
    pub(super) id: String,
    pub(super) taken: i64,
}

/// The lines of a form: those that hold something, and blank ones.
pub(super) fn shown(form: &Form, house: Option<&House>) -> Vec<Shown> {
    let value = |name: &str| form.open(name);
    let holds = |line: &Names| {
        [line.id, line.places, line.sex, line.age]
            .iter()
            .any(|name| !value(name).trim().is_empty())
    };
    let filled = LINES.iter().rposition(holds).map_or(0, |last| last + 1);
    let taken = |id: &str| {
        let id: Id = id.parse().ok()?;
        let row = house?.places.iter().find(|row| row.id == id)?;
        Some(row.taken)
    };
    LINES
        .iter()
        .take(filled + BLANK)
        .map(|line| Shown {
            field: line.field,
            places: line.places,
            sex: line.sex,
            age: line.age,
            family: line.family,
            disability: line.disability,
            id: value(line.id).to_owned(),
            taken: taken(value(line.id)).unwrap_or(0),
        })
        .collect()
}

/// A form with the places that stand.
pub(super) fn filled(mut form: Form, house: &House) -> Form {
    for (line, row) in LINES.iter().zip(&house.places) {
        let declared = &row.declared;
        form = form
            .put(line.id, row.id.to_string())
            .put(line.places, declared.places.to_string())
            .put(line.sex, declared.sex.code())
            .put(line.age, declared.age.code());
        if declared.family {
            form = form.put(line.family, "yes");
        }
        if declared.disability {
            form = form.put(line.disability, "yes");
        }
    }
    form
}

/// The places that a form declares; what is wrong is noted at its line.
pub(super) fn read(form: &mut Form) -> Vec<(Option<Id>, Declared)> {
    let mut rows = Vec::new();
    for line in &LINES {
        let blank = |form: &Form, name: &str| form.value(name).is_none_or(vault::Plain::is_blank);
        let id: Option<Id> = form.open(line.id).parse().ok();
        if blank(form, line.places) {
            let begun = !blank(form, line.sex) || !blank(form, line.age);
            if id.is_none() && begun {
                form.wrong(line.field, Wrong::new("shelter-wrong-places"));
            }
            continue;
        }
        let places = page::digits::count(form.open(line.places))
            .filter(|places| (1..=MOST).contains(places))
            .and_then(|places| i64::try_from(places).ok());
        let code = |name: &str| form.open(name);
        let (sex, age) = (code(line.sex).parse().ok(), code(line.age).parse().ok());
        let (family, disability) = (form.ticked(line.family), form.ticked(line.disability));
        match (places, sex, age) {
            (Some(places), Some(sex), Some(age)) => rows.push((
                id,
                Declared {
                    sex,
                    age,
                    family,
                    disability,
                    places,
                },
            )),
            (None, _, _) => form.wrong(line.field, Wrong::new("shelter-wrong-places")),
            (_, None, _) => form.wrong(line.field, Wrong::new("shelter-wrong-sex")),
            (_, _, None) => form.wrong(line.field, Wrong::new("shelter-wrong-age")),
        }
    }
    if rows.is_empty() && form.is_right() {
        form.wrong("rows", Wrong::new("shelter-wrong-none"));
    }
    let children = |(_, row): &(Option<Id>, Declared)| row.age.is_for_children();
    if rows.iter().any(children) && !rows.iter().all(children) {
        form.wrong("rows", Wrong::new("shelter-wrong-mixed"));
    }
    rows
}
