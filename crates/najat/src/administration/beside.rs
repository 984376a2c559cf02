//! A form that was made from an older state of what it changes: what stands there now, beside what
//! was typed.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use page::{Choice, Form, Message};
use record::Language;
use store::StoreError;

/// What somebody else made of it meanwhile: the message that names a field, and its value in words.
pub(super) type Theirs = Vec<(&'static str, String)>;

/// A field as it is compared: its name, the message that names it, what can be chosen in it.
pub(super) struct Field<'c>(pub &'static str, pub &'static str, pub Option<&'c [Choice]>);

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

/// What stands there now, wherever it differs from what was typed.
pub(super) fn theirs(
    typed: &Form,
    stands: &Form,
    fields: &[Field<'_>],
    language: Language,
) -> Theirs {
    let said = |key: &'static str| Message::new(language, key).to_string();
    let values = |form: &Form, field: &str| -> BTreeSet<String> {
        let values = form.values(field).iter();
        let values = values.map(|value| match field {
            // However it is spaced it is dialled alike.
            "number" => value.expose().split_whitespace().collect(),
            _ => value.expose().trim().to_owned(),
        });
        values.filter(|value| !value.is_empty()).collect()
    };
    let shown = |value: String, choices: Option<&[Choice]>| match choices {
        Some(choices) => {
            let known = choices.iter().find(|choice| choice.code == value);
            known.map_or(value, |choice| choice.label.clone())
        }
        None => match value.as_str() {
            "yes" => said("yes"),
            "no" => said("no"),
            "unknown" => said("unknown"),
            _ => value,
        },
    };
    let mut found = Vec::new();
    for Field(field, label, choices) in fields {
        let there = values(stands, field);
        if there == values(typed, field) {
            continue;
        }
        let words: Vec<String> = there.into_iter().map(|one| shown(one, *choices)).collect();
        let words = if words.is_empty() {
            said("conflict-nothing")
        } else {
            words.join(" · ")
        };
        found.push((*label, words));
    }
    found
}
