//! Names of people, told apart by how their consonants sound: the same name is found in Arabic, Sorani or
//! Latin letters, in any order of its parts, with or without its short vowels and its article.
//!
//! A name falls into parts. Each part has one or more skeletons, since some letters are read in more than one
//! way (`th` is `s` or `t`, Iraqi `g` is `q`). Two parts are alike where they share a skeleton. A likeness
//! only proposes: `عامر` and `أمير` share one, and a person decides.
//!
//! ```
//! use names::{Name, likeness};
//! let written = Name::new("عثمان عبد الرحمن العبيدي");
//! let typed = Name::new("Al-Obaidi Osman Abdurrahman");
//! assert_eq!(likeness(&written, &typed), 3);
//! ```

mod parts;
mod skeleton;
mod text;

use std::collections::BTreeSet;

pub use skeleton::MOST;

/// How names are folded; whoever keeps skeletons raises it where they would be others.
pub const VERSION: u32 = 1;

/// One part of a name: its skeletons, in their order, each once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part(Vec<String>);

impl Part {
    /// Its skeletons: capital Latin letters, one at least and [`MOST`] at most.
    pub fn skeletons(&self) -> &[String] {
        &self.0
    }

    /// Whether two parts may be the same name.
    pub fn is_like(&self, other: &Self) -> bool {
        self.0.iter().any(|one| other.0.contains(one))
    }
}

/// A name as somebody wrote or typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(Vec<Part>);

impl Name {
    /// The parts of a written name, in their order. What has no letter that is read has no part.
    pub fn new(written: &str) -> Self {
        let parts = parts::split(&text::plain(written));
        let read = parts.iter().filter_map(|part| {
            let skeletons: BTreeSet<String> = skeleton::of(part);
            (!skeletons.is_empty()).then(|| Part(skeletons.into_iter().collect()))
        });
        Self(read.collect())
    }

    /// Its parts.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }
}

/// How many parts of one name have a part of the other that is like it, each counted once.
pub fn likeness(one: &Name, other: &Name) -> usize {
    let mut free: Vec<&Part> = other.0.iter().collect();
    let mut alike = 0;
    for part in &one.0 {
        if let Some(place) = free.iter().position(|other| part.is_like(other)) {
            free.swap_remove(place);
            alike += 1;
        }
    }
    alike
}
