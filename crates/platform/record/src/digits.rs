//! Digits as people type them: Western, Arabic-Indic or Persian, with spaces and direction marks.

/// The Western digits of a typed number, receipt, code or phone number.
///
/// Takes all three sets of digits; leaves out spaces, hyphens and marks that steer direction.
/// A leading `+` stays (phone numbers). Anything else is not a number: `None`.
///
/// ```
/// assert_eq!(record::digits::western("\u{200f}٠٧٧٠ ۱۲۳-45\u{200e}").as_deref(), Some("077012345"));
/// assert_eq!(record::digits::western("12a"), None);
/// ```
pub fn western(typed: &str) -> Option<String> {
    let mut digits = String::with_capacity(typed.len());
    for c in typed.chars() {
        if let Some(value) = value_of(c) {
            digits.push(char::from(b'0' + value));
        } else if matches!(c, '+' | '\u{ff0b}') && digits.is_empty() {
            digits.push('+');
        } else if !is_passed_over(c) {
            return None;
        }
    }
    Some(digits)
}

/// A typed whole number, not negative.
pub fn number(typed: &str) -> Option<u64> {
    western(typed)?.parse().ok()
}

/// The same text with every Arabic-Indic or Persian digit made Western, and nothing else changed:
/// for dates and times, where signs between the digits mean something.
pub fn normalised(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !is_mark(*c))
        .map(|c| value_of(c).map_or(c, |value| char::from(b'0' + value)))
        .collect()
}

/// The value of a digit of any of the three sets.
const fn value_of(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, reason = "at most nine")]
    let value = (c as u32 - zero as u32) as u8;
    Some(value)
}

/// Marks that are not seen: direction marks, embeddings, isolates, joiners.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// What may stand between digits without meaning anything.
const fn is_passed_over(c: char) -> bool {
    is_mark(c)
        || c.is_whitespace()
        || matches!(
            c,
            '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{640}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plus_stands_only_in_front() {
        assert_eq!(western("+٩٦٤ 770").as_deref(), Some("+964770"));
        assert_eq!(western("96+4"), None);
    }

    #[test]
    fn a_date_keeps_its_signs() {
        assert_eq!(normalised("\u{200f}٢٠٢٦-۱۱-23"), "2026-11-23");
    }

    proptest! {
        #[test]
        fn any_set_of_digits_with_any_marks_is_the_same_number(
            digits in "[0-9]{1,24}",
            sets in proptest::collection::vec(0_u8..3, 24),
            marks in proptest::collection::vec(
                proptest::sample::select(vec![
                    "", " ", "-", "\u{a0}", "\u{200c}", "\u{200e}", "\u{200f}", "\u{202a}",
                    "\u{202e}", "\u{2066}", "\u{2069}", "\u{2011}",
                ]),
                24,
            ),
        ) {
            let mut typed = String::new();
            for ((c, set), mark) in digits.chars().zip(sets).zip(marks) {
                let zero = [0x30, 0x660, 0x6f0][usize::from(set)];
                let value = c.to_digit(10).unwrap();
                typed.push_str(mark);
                typed.push(char::from_u32(zero + value).unwrap());
            }
            prop_assert_eq!(western(&typed), Some(digits));
        }

        #[test]
        fn no_text_breaks_it(typed: String) {
            drop(western(&typed));
            drop(normalised(&typed));
        }
    }
}
