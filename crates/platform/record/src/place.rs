//! Places of Iraq: governorates and districts by P-code (`data/README.md` tells source and licence).

use std::sync::LazyLock;

use crate::{Jurisdiction, Language, bundled};

/// A governorate.
#[derive(Clone, Debug)]
pub struct Governorate {
    /// OCHA P-code, or an internal code where OCHA gave none yet.
    pub code: String,
    /// Jurisdiction in which it lies. Disputed districts are the user's choice, not this file's.
    pub jurisdiction: Jurisdiction,
    names: [String; 3],
}

/// A district of a governorate.
#[derive(Clone, Debug)]
pub struct District {
    /// OCHA P-code.
    pub code: String,
    /// P-code of the governorate.
    pub governorate: String,
    /// Whether it holds a governorate's seat: a child there is due to be safe sooner.
    pub urban: bool,
    names: [String; 3],
}

fn pick(names: &[String; 3], language: Language) -> &str {
    let [en, ar, ckb] = names;
    match language {
        Language::En => en,
        Language::Ar => ar,
        Language::Ckb => ckb,
    }
}

impl Governorate {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &str {
        pick(&self.names, language)
    }
}

impl District {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &str {
        pick(&self.names, language)
    }
}

static GOVERNORATES: LazyLock<Vec<Governorate>> = LazyLock::new(|| {
    bundled(include_str!("../data/governorates.csv"))
        .iter()
        .map(|row| Governorate {
            code: row("pcode"),
            jurisdiction: match row("region").as_str() {
                "kri" => Jurisdiction::Kurdistan,
                _ => Jurisdiction::Federal,
            },
            names: [row("name_en"), row("name_ar"), row("name_ckb")],
        })
        .collect()
});

static DISTRICTS: LazyLock<Vec<District>> = LazyLock::new(|| {
    bundled(include_str!("../data/districts.csv"))
        .iter()
        .map(|row| District {
            code: row("pcode"),
            governorate: row("governorate_pcode"),
            urban: row("urban") == "1",
            names: [row("name_en"), row("name_ar"), row("name_ckb")],
        })
        .collect()
});

/// All governorates.
pub fn governorates() -> &'static [Governorate] {
    &GOVERNORATES
}

/// The governorate of a P-code.
pub fn governorate(code: &str) -> Option<&'static Governorate> {
    GOVERNORATES
        .iter()
        .find(|governorate| governorate.code == code)
}

/// The district of a P-code.
pub fn district(code: &str) -> Option<&'static District> {
    DISTRICTS.iter().find(|district| district.code == code)
}

/// The districts of a governorate, in the file's order.
pub fn districts_of(governorate: &str) -> impl Iterator<Item = &'static District> {
    DISTRICTS
        .iter()
        .filter(move |district| district.governorate == governorate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_whole() {
        assert_eq!(governorates().len(), 19);
        assert_eq!(DISTRICTS.len(), 101);
        for district in DISTRICTS.iter() {
            assert!(
                governorate(&district.governorate).is_some(),
                "{}",
                district.code
            );
        }
        for place in governorates() {
            for language in Language::ALL {
                assert!(
                    !place.name(*language).is_empty(),
                    "{} {language}",
                    place.code
                );
            }
            if place.code != "X-HALABJA" {
                assert!(
                    districts_of(&place.code).any(|d| d.urban),
                    "{} has a seat",
                    place.code
                );
            }
        }
        assert_eq!(
            governorate("IQG02").map(|g| g.name(Language::Ar)),
            Some("البصرة")
        );
    }
}
