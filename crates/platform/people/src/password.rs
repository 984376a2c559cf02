//! What a password must be: long, and none of those that are tried first. Nothing else is asked of
//! it: no signs, no capitals, no change by the calendar.

use record::text;
use store::{Store, StoreError};
use vault::Plain;

/// The fewest letters.
pub const SHORTEST: usize = 12;
/// The most letters.
pub const LONGEST: usize = 200;

/// What is wrong with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] letters.
    Short,
    /// More than [`LONGEST`] letters.
    Long,
    /// One of those that are tried first, with a few digits around it perhaps.
    Common,
    /// The same few letters again and again, or a walk along the keys.
    Simple,
    /// It says who one is.
    Own,
}

/// Words that are tried first, and what the same keys give on an Arabic keyboard.
const COMMON: &str = include_str!("common.txt");

/// Rows of keys, Latin and Arabic, and the digits of both.
const WALKS: &[&str] = &[
    "12345678901234567890",
    "09876543210987654321",
    "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠",
    "qwertyuiopasdfghjklzxcvbnm",
    "mnbvcxzlkjhgfdsapoiuytrewq",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn",
    "abcdefghijklmnopqrstuvwxyz",
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرلاىةوزظ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
];

/// What is stored of a password or a one-time code: of its one form, whatever keyboard writes it.
pub async fn store(store: &Store, secret: &Plain<String>) -> Result<String, StoreError> {
    store.slow().store(text::composed(secret.expose())).await
}

/// Whether the secret is the stored one; where nothing is stored, the same work and a no.
pub async fn is_right(
    store: &Store,
    secret: &Plain<String>,
    stored: Option<String>,
) -> Result<bool, StoreError> {
    let composed = text::composed(secret.expose());
    let as_typed = composed != *secret.expose();
    if store.slow().verify(composed, stored.clone()).await? {
        return Ok(true);
    }
    // A password that was set before passwords were composed is known as it was typed then. Whether
    // this is tried follows from what was typed, never from what is stored.
    if !as_typed {
        return Ok(false);
    }
    store.slow().verify(secret.expose().clone(), stored).await
}

/// Whether a password will do for the account of this sign-in name.
pub fn check(password: &Plain<String>, sign_in_name: &Plain<String>) -> Result<(), Weak> {
    let password = Plain::new(text::composed(password.expose()));
    let letters = password.chars();
    if letters < SHORTEST {
        return Err(Weak::Short);
    }
    if letters > LONGEST {
        return Err(Weak::Long);
    }
    let folded: String = password.expose().to_lowercase();
    if is_common(&folded) {
        return Err(Weak::Common);
    }
    if repeats(&folded) || walks(&folded) {
        return Err(Weak::Simple);
    }
    let name = super::account::fold(sign_in_name.expose());
    if name.chars().count() >= 4
        && letters < SHORTEST + name.chars().count()
        && folded.contains(&name)
    {
        return Err(Weak::Own);
    }
    Ok(())
}

/// One of the common words, alone, doubled, or with nothing but digits and signs around it.
fn is_common(folded: &str) -> bool {
    let core = folded.trim_matches(|c: char| !c.is_alphabetic());
    let dressed = folded
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>();
    COMMON
        .lines()
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .any(|word| {
            core == word
                || dressed == word
                || (!core.is_empty() && core.replace(word, "").chars().count() < 3)
        })
}

/// Made of one to four letters again and again.
fn repeats(folded: &str) -> bool {
    let letters: Vec<char> = folded.chars().collect();
    (1..=4).any(|length| {
        letters
            .iter()
            .zip(letters.iter().skip(length))
            .all(|(letter, later)| letter == later)
    })
}

/// One walk along the keys, with no more than three letters besides.
fn walks(folded: &str) -> bool {
    let letters: Vec<char> = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let pairs = letters.len().saturating_sub(1);
    let along = letters
        .windows(2)
        .filter(|pair| {
            let pair: String = pair.iter().collect();
            WALKS.iter().any(|walk| walk.contains(&pair))
        })
        .count();
    along + 3 >= pairs && pairs > 0 && along > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_unusual_is_all_that_is_asked() {
        let rows = [
            ("short", Err(Weak::Short)),
            ("elevenchars", Err(Weak::Short)),
            ("river lamp orange", Ok(())),
            ("سمكة فوق سطح بيتنا", Ok(())),
            ("ماسی و باران و چرا", Ok(())),
            ("password1234", Err(Weak::Common)),
            ("!!!password!!!", Err(Weak::Common)),
            ("passwordpassword", Err(Weak::Common)),
            ("iloveyou2026", Err(Weak::Common)),
            ("محمد12345678", Err(Weak::Common)),
            ("ضصثقفغعهخحجد", Err(Weak::Simple)),
            ("123456789012", Err(Weak::Simple)),
            ("qwertyuiop12", Err(Weak::Simple)),
            ("aaaaaaaaaaaa", Err(Weak::Simple)),
            ("abcabcabcabcabc", Err(Weak::Simple)),
            ("zainab.basra1", Err(Weak::Own)),
            ("zainab.basra keeps nine goats", Ok(())),
        ];
        let name = Plain::new("Zainab.Basra".to_owned());
        for (password, expected) in rows {
            assert_eq!(
                check(&Plain::new(password.to_owned()), &name),
                expected,
                "{password}"
            );
        }
        let long = "ab1c".repeat(60);
        assert_eq!(check(&Plain::new(long), &name), Err(Weak::Long));
    }
}
