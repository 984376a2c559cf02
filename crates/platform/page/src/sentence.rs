//! What a list shows, chosen in a sentence above it: "Reports that are open, in Basra, older than a day".

use std::collections::BTreeMap;

use record::{Id, Language, Moment, Worded};

use crate::choice::Choice;
use crate::form::Form;

record::codes! {
    /// Since when something stands in a list at least.
    Older labelled "list-older" {
        /// A day.
        Day = "day",
        /// Three days.
        ThreeDays = "three_days",
        /// A week.
        Week = "week",
    }
}

impl Older {
    /// What began before this moment is as old as that.
    pub fn before(self, now: Moment) -> Moment {
        let days = match self {
            Self::Day => 1,
            Self::ThreeDays => 3,
            Self::Week => 7,
        };
        now.plus_seconds(-days * 24 * 3600)
    }

    /// Where a list of the latest first begins, if only what is so old is wanted: there, or where the
    /// page before ended.
    pub fn bound(
        older: Option<Self>,
        now: Moment,
        after: Option<(Moment, Id)>,
    ) -> Option<(Moment, Id)> {
        let oldest = older.map(|older| (older.before(now), Id::NONE));
        oldest.into_iter().chain(after).min()
    }
}

/// One choice of the sentence.
pub struct Filter {
    /// The name of the field.
    pub name: &'static str,
    /// The message before it.
    pub label: &'static str,
    /// The message that stands for everything.
    pub any: &'static str,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

impl Filter {
    /// By the codes of a list.
    pub fn by<T: Worded>(
        name: &'static str,
        label: &'static str,
        any: &'static str,
        language: Language,
    ) -> Self {
        let options = Choice::all::<T>(language);
        Self {
            name,
            label,
            any,
            options,
        }
    }

    /// By the age of what is listed.
    pub fn older(language: Language) -> Self {
        Self::by::<Older>("older", "list-older", "list-older-any", language)
    }

    /// By the governorate.
    pub fn place(language: Language) -> Self {
        Self {
            name: "governorate",
            label: "list-place",
            any: "list-place-any",
            options: crate::governorates(language),
        }
    }
}

/// What somebody chose once and keeps.
pub struct Kept {
    /// As the address of the list carries it.
    pub asked: String,
    /// In words.
    pub said: String,
    /// Whether it is what the list shows now.
    pub here: bool,
}

/// The sentence as it stands.
pub struct Sentence {
    filters: Vec<Filter>,
    asked: BTreeMap<&'static str, String>,
    carried: Option<(&'static str, String)>,
}

impl Sentence {
    /// A sentence of these choices, as somebody made them; what is no choice is left out.
    pub fn new(filters: Vec<Filter>, asked: &Form) -> Self {
        let chosen = filters.iter().filter_map(|filter| {
            let code = asked.open(filter.name);
            let is_offered = filter.options.iter().any(|option| option.code == code);
            is_offered.then(|| (filter.name, code.to_owned()))
        });
        Self {
            asked: chosen.collect(),
            filters,
            carried: None,
        }
    }

    /// For one record: every choice of this list stays with it, and what is kept of the list does not.
    #[must_use]
    pub fn carrying(mut self, name: &'static str, record: Option<Id>) -> Self {
        self.carried = record.map(|record| (name, record.to_string()));
        self
    }

    /// The record for which the list is shown, by the name under which its address carries it.
    pub fn carried(&self) -> Option<&(&'static str, String)> {
        self.carried.as_ref()
    }

    /// The address of something that was kept, for the same record.
    pub fn with_carried(&self, asked: &str) -> String {
        match &self.carried {
            Some((name, record)) => format!("{asked}&{name}={record}"),
            None => asked.to_owned(),
        }
    }

    /// Its choices.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Whether this was chosen.
    pub fn has(&self, name: &str, code: &str) -> bool {
        self.asked.get(name).is_some_and(|chosen| chosen == code)
    }

    /// Whether less than everything is shown.
    pub fn narrows(&self) -> bool {
        !self.asked.is_empty()
    }

    /// What is chosen, as an address carries it.
    pub fn chosen(&self) -> String {
        let mut chosen = self.asked_query();
        chosen.pop();
        chosen
    }

    /// What the reader keeps of this list, in words; what is no choice any more is left out.
    pub fn kept(&self, kept: &[String]) -> Vec<Kept> {
        let here = self.chosen();
        let kept = kept.iter().filter_map(|asked| {
            let said = self.said(&Form::parse(asked.as_bytes()).ok()?);
            (!said.is_empty()).then(|| Kept {
                asked: asked.clone(),
                said,
                here: *asked == here,
            })
        });
        kept.collect()
    }

    /// Whether the reader keeps what is chosen now.
    pub fn is_kept(&self, kept: &[String]) -> bool {
        kept.contains(&self.chosen())
    }

    /// The codes of a form in words, in the order of the sentence.
    fn said(&self, asked: &Form) -> String {
        let said = self.filters.iter().filter_map(|filter| {
            let code = asked.open(filter.name);
            let mut options = filter.options.iter();
            options.find(|option| option.code == code)
        });
        let said: Vec<&str> = said.map(|option| option.label.as_str()).collect();
        said.join(" · ")
    }

    /// As the address of another page of the same list carries it; it ends with `&`, if it says anything.
    pub fn query(&self) -> String {
        let carried = self.carried.iter();
        let carried: String = carried
            .flat_map(|(name, record)| [*name, "=", record.as_str(), "&"])
            .collect();
        format!("{carried}{}", self.asked_query())
    }

    fn asked_query(&self) -> String {
        let parts = self.asked.iter();
        parts
            .flat_map(|(name, code)| [*name, "=", code.as_str(), "&"])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_offered_is_carried_on() {
        let filters = vec![Filter::older(Language::En), Filter::place(Language::En)];
        let asked = Form::parse(b"older=week&governorate=%22%3E%3Cb&x=1").unwrap();
        let sentence = Sentence::new(filters, &asked);
        assert_eq!(sentence.query(), "older=week&");
        assert!(sentence.narrows() && sentence.has("older", "week"));
        assert!(!sentence.has("governorate", "\"><b"));
        // For one record the same is chosen and kept, and every page of it stays with that record.
        let of = sentence.carrying("of", Some(Id::from_bytes([7; 16])));
        let record = Id::from_bytes([7; 16]).to_string();
        assert_eq!(of.query(), format!("of={record}&older=week&"));
        assert_eq!(of.chosen(), "older=week");
        assert_eq!(
            of.with_carried("older=day"),
            format!("older=day&of={record}")
        );
    }
}
