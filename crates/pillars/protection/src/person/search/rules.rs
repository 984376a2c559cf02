//! What is kept of a name and of a number, and what is looked for: pure functions over words and a key.

use std::collections::BTreeSet;

use names::Name;
use record::{ShortCode, digits};
use store::Store;
use vault::Plain;

use crate::person::{Part, Written};

/// The place of a number; parts of a name come before it.
const NUMBER: i64 = 1000;
/// How many parts of a name are looked for.
pub(super) const SLOTS: usize = 5;

/// The parts of a person that are their name.
const NAMES: [Part; 5] = [
    Part::Given,
    Part::Father,
    Part::Grandfather,
    Part::Family,
    Part::Called,
];

fn name_key(store: &Store, skeleton: &str) -> Vec<u8> {
    store.blind_index("person_name", skeleton)
}

fn number_key(store: &Store, number: &str) -> Vec<u8> {
    store.blind_index("person_number", &digits::bare(number))
}

/// By what a person is found: hashes, each with the place of its part.
pub(super) fn keys(store: &Store, parts: &[Written]) -> BTreeSet<(i64, Vec<u8>)> {
    let mut keys: BTreeSet<(i64, Vec<u8>)> = BTreeSet::new();
    let mut place = 0;
    for (part, told) in parts {
        let told = told.expose();
        if *part == Part::Phone {
            keys.insert((NUMBER, number_key(store, told)));
        }
        if NAMES.contains(part) {
            for one in Name::new(told).parts() {
                let skeletons = one.skeletons().iter();
                keys.extend(skeletons.map(|one| (place, name_key(store, one))));
                place += 1;
            }
        }
    }
    keys
}

/// What is looked for, as it is kept.
pub(super) struct Wanted {
    /// As a code.
    pub(super) code: Option<ShortCode>,
    /// The hashes of each part; of a number alone, where it is one.
    pub(super) slots: Vec<Vec<Vec<u8>>>,
}

impl Wanted {
    pub(super) fn new(store: &Store, typed: &Plain<String>) -> Self {
        let typed = typed.expose();
        let slots = if let Some(number) = digits::phone(typed) {
            vec![vec![number_key(store, &number)]]
        } else {
            let name = Name::new(typed);
            // A part that is typed twice is looked for once.
            let mut parts: Vec<&names::Part> = Vec::new();
            for part in name.parts() {
                if !parts.iter().any(|other| other.is_like(part)) {
                    parts.push(part);
                }
            }
            let parts = parts.into_iter().take(SLOTS);
            let keys = parts.map(|part| part.skeletons().iter());
            keys.map(|keys| keys.map(|one| name_key(store, one)).collect())
                .collect()
        };
        Self {
            code: typed.parse().ok(),
            slots,
        }
    }
}
