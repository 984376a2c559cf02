//! The languages that people and houses say they speak.

use page::{Choice, Form, Message};
use record::Language;
use std::str::FromStr;

/// The languages that people and houses say they speak, each with its message.
const SPOKEN: [(&str, &str); 11] = [
    ("ar", "bed-language-ar"),
    ("ckb", "bed-language-ckb"),
    ("kmr", "bed-language-kmr"),
    ("bn", "bed-language-bn"),
    ("fa", "bed-language-fa"),
    ("tr", "bed-language-tr"),
    ("ur", "bed-language-ur"),
    ("am", "bed-language-am"),
    ("ne", "bed-language-ne"),
    ("fil", "bed-language-fil"),
    ("en", "bed-language-en"),
];

/// The languages as options.
pub(crate) fn spoken(language: Language) -> Vec<Choice> {
    SPOKEN
        .iter()
        .map(|(code, key)| Choice::said(language, *code, key))
        .collect()
}

/// Codes of languages in words; a code that is not on the list stays as it is.
pub(crate) fn spoken_words(language: Language, codes: &str) -> Option<String> {
    let words: Vec<String> = codes
        .split_whitespace()
        .map(|code| {
            SPOKEN.iter().find(|(known, _)| *known == code).map_or_else(
                || code.to_owned(),
                |(_, key)| Message::new(language, *key).to_string(),
            )
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// A language of the list.
struct Spoken(&'static str);

impl FromStr for Spoken {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        let known = SPOKEN.iter().find(|(known, _)| *known == code);
        known.map(|(code, _)| Self(code)).ok_or(())
    }
}

/// The languages that were ticked, with spaces between.
pub(crate) fn languages(form: &mut Form) -> String {
    let chosen: Vec<Spoken> = form.codes("languages");
    let codes: Vec<&str> = chosen.iter().map(|spoken| spoken.0).collect();
    codes.join(" ")
}
