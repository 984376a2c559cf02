//! Digits as people type them: of any script, with whatever their phones put between them.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

use crate::text::is_unseen;

/// The Western digits of a receipt or a code. Any sign between digits is passed over, letters are
/// not: with one among them it is no code.
///
/// ```
/// assert_eq!(record::digits::code("\u{200f}٠٧٧٠ ۱۲۳-45 / ６৭").as_deref(), Some("07701234567"));
/// assert_eq!(record::digits::code("12a"), None);
/// ```
pub fn code(typed: &str) -> Option<String> {
    let mut digits = String::with_capacity(typed.len());
    for c in typed.chars() {
        match value_of(c) {
            Some(value) => digits.push(char::from(b'0' + value)),
            None if is_passed_over(c) => {}
            None => return None,
        }
    }
    Some(digits)
}

/// How many digits a phone number may have.
const LENGTHS: std::ops::RangeInclusive<usize> = 5..=15;

/// The Western digits of a phone number. A plus before the first digit stays; one between digits
/// joins two numbers, which are none.
///
/// ```
/// assert_eq!(record::digits::phone("(+964) 770.123").as_deref(), Some("+964770123"));
/// assert_eq!(record::digits::phone("0770 + 0780"), None);
/// assert_eq!(record::digits::phone("0770"), None);
/// ```
pub fn phone(typed: &str) -> Option<String> {
    let is_digit = |c| value_of(c).is_some();
    let is_plus = |c| matches!(c, '+' | '\u{ff0b}');
    let first = typed.find(is_digit).unwrap_or(typed.len());
    let (before, number) = typed.split_at(first);
    if number.contains(is_plus) {
        return None;
    }
    let plus = if before.contains(is_plus) { "+" } else { "" };
    let digits = code(typed)?;
    LENGTHS
        .contains(&digits.len())
        .then(|| format!("{plus}{digits}"))
}

/// The country's own code, which may be left out of a number.
const COUNTRY: &str = "964";

/// A number without what can be left out or written otherwise: by this one is known again.
///
/// ```
/// use record::digits::bare;
/// for way in ["0770 123 4567", "+964 770 123 4567", "00964-770-1234567", "٠٧٧٠١٢٣٤٥٦٧", "(+964) 0770 123 4567"] {
///     assert_eq!(bare(way), "7701234567", "{way}");
/// }
/// assert_eq!(bare("+98 912 345 6789"), "989123456789");
/// ```
pub fn bare(typed: &str) -> String {
    let digits = phone(typed).unwrap_or_else(|| typed.to_owned());
    let bare = digits.trim_start_matches(['+', '0']);
    let bare = bare.strip_prefix(COUNTRY).unwrap_or(bare);
    bare.trim_start_matches('0').to_owned()
}

/// A number as it is dialled: a link opens the telephone with it.
///
/// ```
/// assert_eq!(record::digits::dialled("+964 (770) 123"), "+964770123");
/// ```
pub fn dialled(number: &str) -> String {
    let is_dialled = |sign: &char| sign.is_ascii_digit() || *sign == '+';
    number.chars().filter(is_dialled).collect()
}

/// A count: digits and nothing else. `2-3` and `1 2` are no counts, for nobody can say of what.
///
/// ```
/// assert_eq!(record::digits::count(" ١٢ "), Some(12));
/// assert_eq!(record::digits::count("2-3"), None);
/// ```
pub fn count(typed: &str) -> Option<u64> {
    let typed = typed.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    let digits: Option<String> = typed
        .chars()
        .map(|c| value_of(c).map(|value| char::from(b'0' + value)))
        .collect();
    digits?.parse().ok()
}

/// The same text with every digit made Western and what is not seen left out, nothing else changed:
/// for dates, hours and names, where signs between the digits mean something.
pub fn normalised(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !is_unseen(*c) || c.is_whitespace())
        .map(|c| value_of(c).map_or(c, |value| char::from(b'0' + value)))
        .collect()
}

/// The value of a decimal digit of any script.
pub fn value_of(c: char) -> Option<u8> {
    if c.is_ascii() {
        return u8::try_from(c.to_digit(10)?).ok();
    }
    // Unicode keeps the digits of a script together, from nought to nine.
    let mut before = 0_u8;
    let mut at = c;
    while at.general_category() == GeneralCategory::DecimalNumber {
        before += 1;
        at = char::from_u32(u32::from(at).checked_sub(1)?)?;
    }
    Some(before.checked_sub(1)? % 10)
}

/// What may stand between the digits of a code without meaning anything.
fn is_passed_over(c: char) -> bool {
    !c.is_alphanumeric() || is_unseen(c) || c == '\u{640}'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The nought of some scripts whose digits phones of the region, and of those who come to it, write.
    const NOUGHTS: [char; 9] = ['0', '٠', '۰', '०', '০', '߀', '၀', '０', '\u{1d7ce}'];

    fn in_script(value: u8, nought: char) -> char {
        char::from_u32(u32::from(nought) + u32::from(value)).unwrap()
    }

    #[test]
    fn digits_of_every_script_have_their_value() {
        for nought in NOUGHTS {
            for value in 0..10 {
                assert_eq!(value_of(in_script(value, nought)), Some(value));
            }
        }
        assert_eq!(value_of('\u{1d7ff}'), Some(9));
        for c in ['a', '²', '½', '五', '٪', '\u{65f}', 'Ⅷ', '①'] {
            assert_eq!(value_of(c), None, "{c}");
        }
        let all = ('\0'..=char::MAX).filter(|c| value_of(*c).is_some());
        assert_eq!(all.count() % 10, 0);
    }

    #[test]
    fn codes_phones_and_counts_are_read_as_the_table_says() {
        // typed, as a code, as a phone number, as a count
        let rows = [
            ("12", Some("12"), None, Some(12)),
            ("٢٣", Some("23"), None, Some(23)),
            ("২৩", Some("23"), None, Some(23)),
            ("２３", Some("23"), None, Some(23)),
            (" \u{200f}7\u{200e}\n", Some("7"), None, Some(7)),
            ("2-3", Some("23"), None, None),
            ("2 3", Some("23"), None, None),
            ("1,000", Some("1000"), None, None),
            ("12,345", Some("12345"), Some("12345"), None),
            ("০১২ ৩৪", Some("01234"), Some("01234"), None),
            ("1.5", Some("15"), None, None),
            ("1\u{200e}5", Some("15"), None, None),
            ("-3", Some("3"), None, None),
            ("+3", Some("3"), None, None),
            (
                "12/34_56|78·90",
                Some("1234567890"),
                Some("1234567890"),
                None,
            ),
            ("(٠٧٧٠) ١٢٣–٤٥", Some("077012345"), Some("077012345"), None),
            ("+٩٦٤ 770", Some("964770"), Some("+964770"), None),
            ("＋964 770", Some("964770"), Some("+964770"), None),
            ("96+4", Some("964"), None, None),
            ("12a", None, None, None),
            ("1½", None, None, None),
            ("twelve", None, None, None),
            ("", Some(""), None, None),
            (
                "99999999999999999999999",
                Some("99999999999999999999999"),
                None,
                None,
            ),
        ];
        for (typed, as_code, as_phone, as_count) in rows {
            assert_eq!(code(typed).as_deref(), as_code, "{typed} as a code");
            assert_eq!(phone(typed).as_deref(), as_phone, "{typed} as a phone");
            assert_eq!(count(typed), as_count, "{typed} as a count");
        }
    }

    #[test]
    fn a_date_keeps_its_signs() {
        assert_eq!(normalised("\u{200f}٢٠٢٦-۱۱-23"), "2026-11-23");
    }

    proptest! {
        #[test]
        fn digits_of_any_script_with_any_signs_are_the_same_number(
            digits in "[0-9]{1,24}",
            scripts in proptest::collection::vec(proptest::sample::select(NOUGHTS.to_vec()), 24),
            signs in proptest::collection::vec(
                proptest::sample::select(vec![
                    "", " ", "-", "/", ".", "_", "، ", "\u{a0}", "\u{200c}", "\u{200e}",
                    "\u{200f}", "\u{202a}", "\u{202e}", "\u{2066}", "\u{2069}", "\u{2011}",
                ]),
                24,
            ),
        ) {
            let mut typed = String::new();
            for ((c, nought), sign) in digits.chars().zip(scripts).zip(signs) {
                let value = u8::try_from(c.to_digit(10).unwrap()).unwrap();
                typed.push_str(sign);
                typed.push(in_script(value, nought));
            }
            prop_assert_eq!(code(&typed), Some(digits.clone()));
            let is_phone = LENGTHS.contains(&digits.len());
            prop_assert_eq!(phone(&typed), is_phone.then_some(digits));
        }

        #[test]
        fn no_text_breaks_it(typed: String) {
            drop(code(&typed));
            drop(phone(&typed));
            let _number = count(&typed);
            drop(normalised(&typed));
        }
    }
}
