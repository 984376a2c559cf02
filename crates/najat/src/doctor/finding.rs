use std::fmt;

use page::Message;
use page::language::{FluentValue, bare_words};
use record::Language;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Somebody should see to it; the installation is open.
    ToDo,
    /// Something is broken; the installation may be open all the same.
    Broken,
    /// Serving would do harm: it is refused.
    Fatal,
}

/// One thing that was found: messages of what it is, why it matters and what to do, and what all
/// three of them may name. A command prints it in English, a page in its reader's language.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How bad it is.
    pub weight: Weight,
    what: &'static str,
    why: &'static str,
    remedy: &'static str,
    args: Vec<(&'static str, FluentValue<'static>)>,
}

impl Finding {
    pub(super) fn new(
        weight: Weight,
        what: &'static str,
        why: &'static str,
        remedy: &'static str,
    ) -> Self {
        Self {
            weight,
            what,
            why,
            remedy,
            args: Vec::new(),
        }
    }

    /// With a number or a text that the messages name.
    #[must_use]
    pub(super) fn with(
        mut self,
        name: &'static str,
        value: impl Into<FluentValue<'static>>,
    ) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The message of what was found.
    pub fn key(&self) -> &'static str {
        self.what
    }

    /// The messages, in their order on a page.
    pub(super) const fn keys(&self) -> [&'static str; 3] {
        [self.what, self.why, self.remedy]
    }

    /// What was found, why it matters and what to do, in words.
    pub(super) fn words(&self, language: Language) -> [Message; 3] {
        let args = self.args.iter();
        self.keys().map(|key| {
            let message = Message::new(language, key);
            args.clone().fold(message, |message, (name, value)| {
                message.with(name, value.clone())
            })
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.weight {
            Weight::ToDo => "to do",
            Weight::Broken | Weight::Fatal => "BROKEN",
        };
        let [what, why, remedy] = self
            .keys()
            .map(|key| bare_words(Language::En, key, &self.args));
        write!(out, "{mark}: {what} Why: {why} Do: {remedy}")
    }
}
