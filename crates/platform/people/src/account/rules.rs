//! Sign-in names folded, and the digits typed at the door told apart.

use ::store::Store;
use record::{Id, Moment, digits, text};
use vault::Plain;

use crate::totp;

/// Digits of an authenticator.
pub(crate) const TOTP_DIGITS: usize = 6;
/// How long the secret of a new authenticator waits for its digits, in seconds.
pub(super) const NEXT_SECONDS: i64 = 1800;
/// Digits of a recovery code.
pub const RECOVERY_DIGITS: usize = 16;

/// The second factor as typed.
pub(crate) enum Second {
    /// Six digits of an authenticator.
    Totp(Plain<String>),
    /// A recovery code.
    Recovery(Plain<String>),
}

/// Tells six digits from a recovery code, in digits of any set.
pub(crate) fn second(typed: &Plain<String>) -> Option<Second> {
    let digits = digits::code(typed.expose())?;
    match digits.len() {
        TOTP_DIGITS => Some(Second::Totp(Plain::new(digits))),
        RECOVERY_DIGITS => Some(Second::Recovery(Plain::new(digits))),
        _ => None,
    }
}

/// The digits typed, in Western form; nothing, if something else was typed.
pub(crate) fn digits_of(typed: &Plain<String>) -> Plain<String> {
    Plain::new(digits::code(typed.expose()).unwrap_or_default())
}

/// Whether these digits are those of the authenticator now, and of which step.
pub(crate) fn step_of(
    secret: &Plain<Vec<u8>>,
    typed: &Plain<String>,
    now: Moment,
    last: i64,
) -> Option<i64> {
    totp::step_of(secret, digits_of(typed).expose(), now, last)
}

/// The version of that index. Whoever changes how names are folded raises it: a job then makes the
/// index of every account anew.
pub(crate) const NAME_INDEX: i64 = 1;

/// The blind index of a sign-in name, as it is folded.
pub(crate) fn name_index(store: &Store, sign_in_name: &Plain<String>) -> Vec<u8> {
    store.blind_index("sign_in_name", &fold(sign_in_name.expose()))
}

/// The key under which guesses at a sign-in name are counted, whether or not anybody has it.
pub fn throttle_key(sign_in_name: &Plain<String>) -> String {
    fold(sign_in_name.expose())
}

/// What is stored of a recovery code.
pub(super) fn recovery_index(store: &Store, account: Id, digits: &Plain<String>) -> Vec<u8> {
    store.blind_index("recovery_code", &format!("{account}/{}", digits.expose()))
}

/// A name without the spaces around it.
pub(crate) fn trimmed(name: &Plain<String>) -> Plain<String> {
    Plain::new(name.expose().trim().to_owned())
}

/// A sign-in name as it is compared: small letters, one form of each letter that keyboards write in
/// several, Western digits, nothing unseen and no spaces.
pub fn fold(name: &str) -> String {
    digits::normalised(&text::composed(name))
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{640}' && !('\u{64b}'..='\u{652}').contains(c))
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ی' | 'ې' => 'ي',
            'ک' | 'ڪ' => 'ك',
            'ة' | 'ە' | 'ھ' => 'ه',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_name_has_one_form() {
        let rows = [
            ("Zainab.Basra", "zainab.basra"),
            (" zainab . basra\u{200f}", "zainab.basra"),
            ("علی ١", "علي1"),
            ("عــلِيّ1", "علي1"),
            ("کاوە", "كاوه"),
            ("أحمد", "احمد"),
            ("ا\u{654}حمد", "احمد"),
            ("Jose\u{301}", "jos\u{e9}"),
            ("zainab\u{3164}১", "zainab1"),
        ];
        for (typed, folded) in rows {
            assert_eq!(fold(typed), folded, "{typed}");
        }
    }

    #[test]
    fn digits_at_the_door_are_told_apart() {
        let kind = |typed: &str| match second(&Plain::new(typed.to_owned())) {
            Some(Second::Totp(digits)) => format!("totp {}", digits.expose()),
            Some(Second::Recovery(digits)) => format!("recovery {}", digits.expose()),
            None => "nothing".to_owned(),
        };
        assert_eq!(kind("١٢٣ ٤٥٦"), "totp 123456");
        assert_eq!(kind("\u{200e}123-456"), "totp 123456");
        assert_eq!(kind("1234 5678 9012 ۳۴۵۶"), "recovery 1234567890123456");
        for typed in [
            "",
            "12345",
            "1234567",
            "12345a",
            "+12345",
            "１２３４５",
            "abc",
        ] {
            assert_eq!(kind(typed), "nothing", "{typed}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(name: String) {
            let once = fold(&name);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
