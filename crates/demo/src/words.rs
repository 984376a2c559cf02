//! What is said in the made-up country, in which language, and the numbers that nobody has.

use people::organisation::Names;
use record::{Governorate, Jurisdiction, Language};

/// Words in English, Arabic and Kurdish: those of a language.
pub fn in_language([en, ar, ckb]: [&str; 3], language: Language) -> &str {
    match language {
        Language::En => en,
        Language::Ar => ar,
        Language::Ckb => ckb,
    }
}

/// A name in English, Arabic and Kurdish.
pub fn names([en, ar, ckb]: [&str; 3]) -> Names {
    Names {
        en: en.to_owned(),
        ar: ar.to_owned(),
        ckb: ckb.to_owned(),
    }
}

/// What people write in a place: Kurdish in the Region, Arabic elsewhere.
pub fn spoken(place: &Governorate) -> Language {
    match place.jurisdiction {
        Jurisdiction::Kurdistan => Language::Ckb,
        Jurisdiction::Federal => Language::Ar,
    }
}

/// A telephone number of nobody: `+999` is no country's code.
pub fn number(series: u16, turn: usize) -> String {
    format!("+999 {series:03} {turn:04}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_could_be_nobody_s() {
        assert_eq!(number(700, 100), "+999 700 0100");
        for turn in 0..5000 {
            assert!(number(701, turn).starts_with("+999 "));
        }
    }
}
