//! Lists as somebody wants to find them again: what they chose in the sentence above one, kept for
//! them alone. It is made of codes; nothing typed is in it.

mod store;

use ::store::{Store, StoreError, Unit};
use access::Actor;
use access::action::SaveList;

pub use self::store::STATEMENTS;

/// How many sentences somebody keeps of one list.
pub const MOST: usize = 12;
/// How long one may be.
const LONGEST: usize = 200;

/// What can go wrong with keeping one.
#[derive(Debug, thiserror::Error)]
pub enum SavedError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is not made of names and codes.
    #[error("that is no choice in a list")]
    NoChoice,
    /// So many are kept already.
    #[error("no more are kept of one list")]
    Full,
}

/// What somebody keeps of a list, the earliest first, each as the address of the list carries it:
/// `age=child&state=open`.
pub async fn of(at: &Store, actor: &Actor, list: &'static str) -> Result<Vec<String>, StoreError> {
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    let account = member.account;
    at.read_clear(async |look| store::of(&*look, account, list).await)
        .await
}

/// `SaveList`: keeps a sentence, or keeps it no longer.
pub async fn save(
    unit: &Unit<SaveList>,
    list: &str,
    asked: &str,
    keeps: bool,
) -> Result<(), SavedError> {
    if !is_choice(asked) {
        return Err(SavedError::NoChoice);
    }
    let account = unit.record();
    if !keeps {
        return Ok(store::forget(unit, account, list, asked).await?);
    }
    let kept = store::of(&**unit, account, list).await?;
    if kept.iter().any(|one| one == asked) {
        return Ok(());
    }
    if kept.len() >= MOST {
        return Err(SavedError::Full);
    }
    Ok(store::keep(unit, account, list, asked).await?)
}

/// Whether a text is `name=code` once or several times.
fn is_choice(asked: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.bytes();
        !word.is_empty() && letters.all(|one| one.is_ascii_alphanumeric() || b"_-".contains(&one))
    };
    let is_pair = |pair: &str| {
        pair.split_once('=')
            .is_some_and(|(name, code)| is_word(name) && is_word(code))
    };
    asked.len() <= LONGEST && asked.split('&').all(is_pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_and_codes_are_kept() {
        for good in ["state=open", "age=child&governorate=IQ-G07&state=open"] {
            assert!(is_choice(good), "{good}");
        }
        let long = format!("state={}", "a".repeat(LONGEST));
        for bad in [
            "",
            "state",
            "state=",
            "=open",
            "a=b&",
            "a=b c",
            "a=<b>",
            "a=سلمى",
            &long,
        ] {
            assert!(!is_choice(bad), "{bad}");
        }
    }
}
