//! The languages that people and shelters say they speak.

use page::Message;
use record::Language;

record::codes! {
    /// A language that people and shelters say they speak.
    Spoken labelled "bed-language" {
        Arabic = "ar",
        CentralKurdish = "ckb",
        Kurmanji = "kmr",
        Bangla = "bn",
        Persian = "fa",
        Turkish = "tr",
        Urdu = "ur",
        Amharic = "am",
        Nepali = "ne",
        Filipino = "fil",
        English = "en",
    }
}

/// Codes of languages in words; a code that is not on the list stays as it is.
pub(crate) fn spoken_words(language: Language, codes: &str) -> Option<String> {
    let words: Vec<String> = codes
        .split_whitespace()
        .map(|code| match Spoken::from_code(code) {
            Ok(known) => Message::new(language, known.key()).to_string(),
            Err(_) => code.to_owned(),
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// The languages that were ticked, with spaces between.
pub(crate) fn codes(chosen: &[Spoken]) -> String {
    let codes: Vec<&str> = chosen.iter().map(|spoken| spoken.code()).collect();
    codes.join(" ")
}
