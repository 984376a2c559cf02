//! A name falls into parts: articles go, and words that are one name stay together.

/// An article that stands by itself, with the letter it takes before some names.
const ARTICLES: &[&str] = &[
    "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul", "ud", "ur", "us", "ال",
];
/// The first half of a name such as Abd al-Rahman.
const SERVANT: &[&str] = &[
    "abd",
    "abdul",
    "abdel",
    "abdal",
    "abdu",
    "abdur",
    "abdus",
    "عبد",
    "عەبد",
    "عەبدول",
];
/// The second half of a name such as Nur al-Din.
const FAITH: &[&str] = &["din", "deen", "دين", "دین"];
/// The first half of Zain al-Abidin, and how the second begins.
const ORNAMENT: &[&str] = &["zain", "zayn", "zein", "زين", "زین", "زەین"];
const WORSHIPPERS: &[&str] = &["abid", "alab", "عابد", "العابد", "ئەلعابد"];
/// The article in Arabic letters, where it is written with its word.
const GLUED: &str = "ال";

/// A part of a name: the words that make it, the servant of God apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// Whether it begins with the word for a servant.
    pub(crate) is_servant: bool,
    /// The words, without their articles.
    pub(crate) words: Vec<String>,
}

/// A word without an article that is written with it, and whether there was one.
fn bare(word: &str) -> (&str, bool) {
    match word.strip_prefix(GLUED) {
        Some(rest) if rest.chars().count() > 2 => (rest, true),
        _ => (word, false),
    }
}

/// The parts of a name in plain words.
pub(crate) fn split(plain: &str) -> Vec<Words> {
    let mut parts: Vec<Words> = Vec::new();
    let (mut has_article, mut is_servant) = (false, false);
    let mut words = plain.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let is_last = words.peek().is_none();
        if ARTICLES.contains(&word) && !is_last {
            has_article = true;
            continue;
        }
        let (word, glued) = bare(word);
        let with_article = std::mem::take(&mut has_article) || glued;
        if is_servant {
            is_servant = false;
            parts.push(Words {
                is_servant: true,
                words: vec![word.to_owned()],
            });
            continue;
        }
        if SERVANT.contains(&word) && !is_last {
            is_servant = true;
            continue;
        }
        if let Some(before) = parts.last_mut() {
            let is_ornament = before
                .words
                .last()
                .is_some_and(|word| ORNAMENT.contains(&word.as_str()));
            if is_ornament && WORSHIPPERS.iter().any(|begins| word.starts_with(begins)) {
                let rest = word.strip_prefix("al").or_else(|| word.strip_prefix("ئەل"));
                before.words.push(rest.unwrap_or(word).to_owned());
                continue;
            }
            if with_article && FAITH.contains(&word) {
                before.words.push(word.to_owned());
                continue;
            }
        }
        parts.push(Words {
            is_servant: false,
            words: vec![word.to_owned()],
        });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(plain: &str) -> Vec<String> {
        let parts = split(plain).into_iter();
        let said = parts.map(|part| {
            let servant = if part.is_servant { "+" } else { "" };
            format!("{servant}{}", part.words.join("·"))
        });
        said.collect()
    }

    #[test]
    fn what_is_one_name_stays_together() {
        for (plain, parts) in [
            ("ali al obaidi", vec!["ali", "obaidi"]),
            ("abd al rahman abdul sattar", vec!["+rahman", "+sattar"]),
            ("عبد الله الربيعي", vec!["+الله", "ربيعي"]),
            ("نور الدين محمد", vec!["نور·دين", "محمد"]),
            ("zain al abidin kuti", vec!["zain·abidin", "kuti"]),
            ("زين العابدين", vec!["زين·عابدين"]),
            ("", vec![]),
        ] {
            assert_eq!(said(plain), parts, "{plain}");
        }
        // A word that only looks like one is a name where it stands last.
        assert_eq!(said("sami abd"), ["sami", "abd"]);
        assert_eq!(said("ali an"), ["ali", "an"]);
    }
}
