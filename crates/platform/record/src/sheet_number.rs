//! The number on a sheet of paper: it says what form the sheet is, and which sheet.

use std::fmt;
use std::str::FromStr;

/// How many editions there can be.
const EDITIONS: u64 = 1_000;
/// How many sheets of one edition can be told apart.
const SERIALS: u64 = 100_000_000;

/// Twelve digits: three for the edition of the form, eight for the sheet, one by which a digit that
/// was misread is noticed, and nearly always two that changed places (ISO/IEC 7064, MOD 11,10).
///
/// ```
/// use record::SheetNumber;
/// let number = SheetNumber::new(417, 2817_7315);
/// assert_eq!(number.to_string(), "4172 8177 3154");
/// assert_eq!("٤١٧٢-8177 3154".parse(), Ok(number));
/// assert!("4172 8177 3145".parse::<SheetNumber>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetNumber {
    edition: u64,
    serial: u64,
}

/// A text that is no number of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no number of a sheet")]
pub struct NotASheet;

impl SheetNumber {
    /// The number of one sheet of an edition; what is larger than has room counts from nought again.
    pub const fn new(edition: u64, serial: u64) -> Self {
        Self {
            edition: edition % EDITIONS,
            serial: serial % SERIALS,
        }
    }

    /// Which edition of which form the sheet is.
    pub const fn edition(self) -> u64 {
        self.edition
    }

    /// As it is kept: digits alone.
    pub fn digits(self) -> String {
        let digits = format!("{:03}{:08}", self.edition, self.serial);
        let check = check(&digits);
        format!("{digits}{check}")
    }
}

/// The last digit of a number.
fn check(digits: &str) -> u32 {
    let product = digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .fold(10, |product, digit| {
            let sum = (product + digit) % 10;
            (if sum == 0 { 10 } else { sum }) * 2 % 11
        });
    (11 - product) % 10
}

impl fmt::Display for SheetNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.digits().chars().enumerate() {
            let gap = if place > 0 && place.is_multiple_of(4) {
                " "
            } else {
                ""
            };
            write!(out, "{gap}{digit}")?;
        }
        Ok(())
    }
}

impl FromStr for SheetNumber {
    type Err = NotASheet;

    fn from_str(typed: &str) -> Result<Self, NotASheet> {
        let digits = crate::digits::code(typed).ok_or(NotASheet)?;
        let (edition, serial) = digits.get(..3).zip(digits.get(3..11)).ok_or(NotASheet)?;
        let number = |digits: &str| digits.parse().map_err(|_| NotASheet);
        let read = Self::new(number(edition)?, number(serial)?);
        (read.digits() == digits).then_some(read).ok_or(NotASheet)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_is_read_back_and_a_slip_is_noticed(
            edition in 0..EDITIONS,
            serial in 0..SERIALS,
            place in 0..12_usize,
            other in 0..10_u32,
        ) {
            let number = SheetNumber::new(edition, serial);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            let mut misread: Vec<char> = number.digits().chars().collect();
            let other = char::from_digit(other, 10).unwrap();
            if misread[place] != other {
                misread[place] = other;
                let misread: String = misread.into_iter().collect();
                prop_assert!(misread.parse::<SheetNumber>().is_err());
            }
        }

        #[test]
        fn no_text_breaks_it(typed: String) {
            let _number = typed.parse::<SheetNumber>();
        }
    }

    #[test]
    fn too_few_and_too_many_digits_are_no_number() {
        for typed in ["", "4172 8177 315", "4172 8177 3154 0", "no number"] {
            assert_eq!(typed.parse::<SheetNumber>(), Err(NotASheet), "{typed}");
        }
    }
}
