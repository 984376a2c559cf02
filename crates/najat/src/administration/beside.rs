//! A form that was made from an older state of what it changes: what stands there now, beside what
//! was typed.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use page::{Choice, Field, Form, Shape, words};
use record::Language;
use store::StoreError;
use vault::Plain;

/// What somebody else made of it meanwhile: the message that names a field, and its value in words.
pub(super) type Theirs = Vec<(&'static str, String)>;

/// Tells one state from another by the form that is made from it. It counts nothing and is kept
/// nowhere: what is the same again is the same version again.
pub(super) fn version_of(stands: &Form) -> i64 {
    let mut hasher = DefaultHasher::new();
    for (name, value) in stands.others(&[]) {
        (name, value.expose()).hash(&mut hasher);
    }
    (hasher.finish() >> 1).cast_signed()
}

/// Why something was not set.
pub(super) enum Refused<E> {
    /// Somebody else changed it since the form was made.
    Stale,
    /// The feature's own.
    By(E),
}

impl<E: From<StoreError>> From<StoreError> for Refused<E> {
    fn from(error: StoreError) -> Self {
        Self::By(error.into())
    }
}

/// What stands there now, wherever it differs from what was typed. `options` are what can be chosen
/// in a field.
pub(super) fn theirs<'f>(
    typed: &Form,
    stands: &Form,
    fields: impl IntoIterator<Item = &'f Field>,
    options: impl Fn(&Field) -> Vec<Choice>,
    language: Language,
) -> Theirs {
    let values = |form: &Form, field: &Field| -> BTreeSet<String> {
        let values = form.values(field.name).iter();
        let values = values.map(|value| match field.shape {
            // However it is spaced it is dialled alike.
            Shape::Phone => value.expose().split_whitespace().collect(),
            _ => value.expose().trim().to_owned(),
        });
        values.filter(|value| !value.is_empty()).collect()
    };
    let shown = |field: &Field, value: String| {
        let known = options(field).into_iter().find(|one| one.code == value);
        let known = known.map(|choice| choice.label);
        let known = known.or_else(|| field.chosen(&Plain::new(value.clone()), language));
        known.unwrap_or(value)
    };
    let mut found = Vec::new();
    for field in fields {
        let there = values(stands, field);
        if field.label.is_empty() || there == values(typed, field) {
            continue;
        }
        let there: Vec<String> = there.into_iter().map(|one| shown(field, one)).collect();
        let said = if there.is_empty() {
            words(language, "conflict-nothing", &[])
        } else {
            there.join(" · ")
        };
        found.push((field.label, said));
    }
    found
}
