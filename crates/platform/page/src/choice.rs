//! The options of a question, in words.

use record::{Language, Worded};

use crate::language::Message;

/// One option: what is sent and what is read.
#[derive(Clone)]
pub struct Choice {
    /// The code that is sent.
    pub code: String,
    /// What the reader sees.
    pub label: String,
}

impl Choice {
    /// With a label that is words already (a place's name, an organisation's).
    pub fn named(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
        }
    }

    /// With a message as its label.
    pub fn labelled(language: Language, code: impl Into<String>, key: &'static str) -> Self {
        Self::named(code, Message::new(language, key).to_string())
    }

    /// Every code of a list, in its order.
    pub fn all<T: Worded>(language: Language) -> Vec<Self> {
        Self::these(language, T::ALL)
    }

    /// These codes of a list.
    pub fn these<'a, T: Worded>(
        language: Language,
        these: impl IntoIterator<Item = &'a T>,
    ) -> Vec<Self> {
        let these = these.into_iter();
        these
            .map(|one| Self::labelled(language, one.code(), one.key()))
            .collect()
    }
}
