//! Numbers in the digits of the reader's language.

use record::Language;

/// The same text with its Western digits made the reader's: for codes, phone numbers, receipts.
pub fn digits(language: Language, text: &str) -> String {
    if language == Language::En {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(c as u32 - 0x30 + 0x660).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// A number written out: digits and separators of the reader's language, thousands apart.
///
/// ```
/// use record::Language;
/// assert_eq!(page::number::decimal(Language::En, "1234567.5"), "1,234,567.5");
/// assert_eq!(page::number::decimal(Language::Ar, "-12345.5"), "\u{200f}-١٢٬٣٤٥٫٥");
/// ```
pub fn decimal(language: Language, number: &str) -> String {
    let (sign, rest) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, part) = rest.split_once('.').unwrap_or((rest, ""));
    let (thousands, point) = match language {
        Language::En => (',', '.'),
        Language::Ar | Language::Ckb => ('\u{66c}', '\u{66b}'),
    };
    let mut text = String::with_capacity(number.len() * 2);
    if !sign.is_empty() {
        // Without the mark the sign would jump to the other side of a number from right to left.
        if language.is_rtl() {
            text.push('\u{200f}');
        }
        text.push_str(sign);
    }
    for (i, c) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(i);
        if i > 0 && left.is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(c);
    }
    if !part.is_empty() {
        text.push(point);
        text.push_str(part);
    }
    digits(language, &text)
}

/// A size in words a person reads: bytes as kilobytes or megabytes, rounded up.
pub fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (given, shown) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("100000", "100,000"),
            ("-1000", "-1,000"),
        ] {
            assert_eq!(decimal(Language::En, given), shown);
        }
        assert_eq!(decimal(Language::Ckb, "100000"), "١٠٠٬٠٠٠");
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_can_be_typed_back(n: u64) {
            for language in Language::ALL {
                let shown = digits(*language, &n.to_string());
                proptest::prop_assert_eq!(record::digits::count(&shown), Some(n));
            }
        }
    }
}
