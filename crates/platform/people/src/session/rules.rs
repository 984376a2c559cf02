//! How long a session lasts, how strong it is, and the random tokens that name it: 256 bits in a
//! cookie or a form, their SHA-256 in the database.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use record::{Moment, Session};
use vault::Plain;

/// A session nobody used for so long is over.
pub const IDLE_SECONDS: i64 = 15 * 60;
/// A session is over after so long, used or not.
pub const ABSOLUTE_SECONDS: i64 = 10 * 3600;
/// A session stays stronger for so long.
pub const STEP_UP_SECONDS: i64 = 5 * 60;
/// How often a session's last use is written.
pub(super) const SEEN_SECONDS: i64 = 60;
/// How far ahead of the clock something may have happened: several machines may serve one database.
const AHEAD_SECONDS: i64 = 60;
/// How long a session that is over still tells whose it was: as long as a draft is kept, and more.
pub(super) const REMEMBERED_SECONDS: i64 = 48 * 3600;
/// A device that was not seen for so long is forgotten.
pub(super) const DEVICE_SECONDS: i64 = 400 * 24 * 3600;

/// Whether a session is over by itself. Its last use is written once a minute, so that up to one
/// minute of the fifteen may be missing, never added.
///
/// Moments of a session are those of the steady clock. One that lies ahead of it was written before
/// the program was started anew with its clock set back: nobody knows how long ago.
pub(super) fn is_over(began: Moment, last_seen: Moment, now: Moment) -> bool {
    now.seconds_since(last_seen) >= IDLE_SECONDS
        || now.seconds_since(began) >= ABSOLUTE_SECONDS
        || is_ahead(last_seen, now)
}

fn is_ahead(moment: Moment, now: Moment) -> bool {
    moment.seconds_since(now) > AHEAD_SECONDS
}

/// How strong a session is, and until when if it is stronger.
pub(super) fn strength(stepped_up: Option<Moment>, now: Moment) -> (Session, Option<Moment>) {
    let until = stepped_up
        .filter(|at| !is_ahead(*at, now))
        .map(|at| at.plus_seconds(STEP_UP_SECONDS))
        .filter(|until| now < *until);
    (
        if until.is_some() {
            Session::SteppedUp
        } else {
            Session::Fresh
        },
        until,
    )
}

/// A token and what is stored of it.
#[derive(Clone)]
pub struct Token {
    text: Plain<String>,
    hash: [u8; 32],
}

impl Token {
    /// A new one, from the system's random source.
    pub fn new() -> Self {
        let token = vault::secret_hash::token();
        Self {
            text: Plain::new(URL_SAFE_NO_PAD.encode(token)),
            hash: vault::secret_hash::token_hash(&token),
        }
    }

    /// The token of a form's field, if it is one at all.
    pub fn of(field: &Plain<String>) -> Option<Self> {
        Self::from_text(field.expose())
    }

    /// The token of a cookie, if it is one at all.
    pub fn from_text(text: &str) -> Option<Self> {
        let token: [u8; 32] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let hash = vault::secret_hash::token_hash(&token);
        Some(Self {
            text: Plain::new(text.to_owned()),
            hash,
        })
    }

    /// What the cookie holds.
    pub fn text(&self) -> Plain<String> {
        self.text.clone()
    }

    /// What the database holds.
    pub fn hash(&self) -> &[u8] {
        &self.hash
    }
}

impl Default for Token {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_from_its_text_and_nothing_else_is_one() {
        let token = Token::new();
        let again = Token::from_text(token.text().expose()).expect("its own text");
        assert_eq!(token.hash(), again.hash());
        assert_ne!(token.hash(), Token::new().hash());
        for text in ["", "abc", "not base64!", &"A".repeat(44), &"A".repeat(4000)] {
            assert!(Token::from_text(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_session_ends_when_idle_and_at_the_end_of_the_day() {
        let start = Moment::from_micros(0);
        let at = |seconds: i64| start.plus_seconds(seconds);
        // began, last seen, now, over
        let rows = [
            (0, 0, 0, false),
            (0, 0, IDLE_SECONDS - 1, false),
            (0, 0, IDLE_SECONDS, true),
            (0, ABSOLUTE_SECONDS - 10, ABSOLUTE_SECONDS - 1, false),
            (0, ABSOLUTE_SECONDS - 10, ABSOLUTE_SECONDS, true),
            (0, AHEAD_SECONDS, 0, false),
            (0, AHEAD_SECONDS + 1, 0, true),
        ];
        for (began, seen, now, over) in rows {
            assert_eq!(
                is_over(at(began), at(seen), at(now)),
                over,
                "{began} {seen} {now}"
            );
        }
    }

    #[test]
    fn it_is_stronger_for_five_minutes() {
        let start = Moment::from_micros(0);
        let strong = |now| strength(Some(start), start.plus_seconds(now)).0;
        assert_eq!(strong(0), Session::SteppedUp);
        assert_eq!(strong(STEP_UP_SECONDS - 1), Session::SteppedUp);
        assert_eq!(strong(STEP_UP_SECONDS), Session::Fresh);
        assert_eq!(strong(-AHEAD_SECONDS - 1), Session::Fresh, "set back");
        assert_eq!(strength(None, start), (Session::Fresh, None));
    }
}
