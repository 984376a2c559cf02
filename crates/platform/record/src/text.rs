//! Text as people type it: what of it is seen, and one form of what can be typed in several.

use unicode_normalization::UnicodeNormalization as _;

/// Whether a character leaves no trace on a page: marks of direction, joiners, fillers, controls,
/// and spaces that are no white space.
pub const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
            | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether nothing can be seen of a text.
///
/// ```
/// assert!(record::text::is_blank(" \u{200f}\u{2800}\u{3164}\n"));
/// assert!(!record::text::is_blank("\u{200f}ز"));
/// ```
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// A text in the one form of Unicode's composition (NFC), whatever keyboard it came from: the same
/// letter is one sign on one phone and a letter with a mark on another.
///
/// ```
/// assert_eq!(record::text::composed("ا\u{654}حمد"), "أحمد");
/// ```
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Whether a mark in a text turns its letters round, so that it reads as another: nobody types one
/// into a name.
pub fn overrides(text: &str) -> bool {
    text.contains(['\u{202d}', '\u{202e}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_blank() {
        let unseen = [
            "",
            " ",
            "\u{a0}",
            "\u{3000}",
            "\n\t",
            "\0",
            "\u{200b}",
            "\u{200e}",
            "\u{200f}",
            "\u{202a}\u{202c}",
            "\u{2066}\u{2069}",
            "\u{61c}",
            "\u{2800}",
            "\u{115f}",
            "\u{1160}",
            "\u{3164}",
            "\u{ffa0}",
            "\u{ad}",
            "\u{34f}",
            "\u{feff}",
            "\u{fe0f}",
            "\u{e0020}",
        ];
        for text in unseen {
            assert!(is_blank(text), "{text:?}");
        }
        for text in [".", "ز", "\u{200f}ز", "٠", "ـ", "\u{600}", "ｱ"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn only_overrides_turn_letters_round() {
        assert!(overrides("ab\u{202e}cd") && overrides("\u{202d}"));
        assert!(!overrides("\u{200f}علي\u{200e} \u{2068}Ali\u{2069}"));
    }
}
