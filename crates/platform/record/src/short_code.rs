//! The short code of a record: people speak of it on the telephone and look for it.

use crate::Id;

/// The letters and digits of short codes: none that is taken for another.
const CODE_LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many of them a code has.
const CODE_LENGTH: usize = 6;

/// The short code of a record, by which people speak of it on the telephone.
///
/// ```
/// let id = record::Id::from_bytes([0xab; 16]);
/// assert_eq!(record::short_code(id).len(), 6);
/// ```
pub fn short_code(record: Id) -> String {
    let digits = record.to_string();
    let digits: String = digits
        .chars()
        .filter(char::is_ascii_hexdigit)
        .take(8)
        .collect();
    let mut value = u32::from_str_radix(&digits, 16).unwrap_or_default();
    let mut code = String::with_capacity(CODE_LENGTH);
    for _ in 0..CODE_LENGTH {
        let letter = CODE_LETTERS
            .get((value % 32) as usize)
            .copied()
            .unwrap_or(b'2');
        code.push(char::from(letter));
        value /= 32;
    }
    code
}

/// Whether a text is of the form of a short code.
pub fn is_short_code(text: &str) -> bool {
    text.len() == CODE_LENGTH && text.bytes().all(|letter| CODE_LETTERS.contains(&letter))
}

/// A short code as somebody typed it. What can be no code finds nothing, like one nobody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortCode(String);

impl ShortCode {
    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for ShortCode {
    type Err = std::convert::Infallible;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let typed = crate::digits::normalised(typed);
        let letters = typed.chars().filter(char::is_ascii_alphanumeric);
        Ok(Self(
            letters
                .take(2 * CODE_LENGTH)
                .map(|c| c.to_ascii_uppercase())
                .collect(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        let code = short_code(Id::from_bytes([0x5c; 16]));
        let in_digits = |nought: char| -> String {
            let typed = code.chars().map(|c| match c.to_digit(10) {
                Some(value) => char::from_u32(u32::from(nought) + value).unwrap(),
                None => c,
            });
            typed.collect()
        };
        assert!(code.contains(|c: char| c.is_ascii_digit()));
        for typed in [
            code.to_lowercase(),
            format!(" {}-{} ", &code[..3], &code[3..]),
            in_digits('٠'),
            in_digits('০'),
            in_digits('０'),
        ] {
            assert_eq!(typed.parse::<ShortCode>().unwrap().as_str(), code);
        }
    }
}
