//! How long a session lasts, and how strong it is.

use record::{Moment, Session};

/// A session nobody used for so long is over.
pub const IDLE_SECONDS: i64 = 15 * 60;
/// A session is over after so long, used or not.
pub const ABSOLUTE_SECONDS: i64 = 10 * 3600;
/// A session stays stronger for so long.
pub const STEP_UP_SECONDS: i64 = 5 * 60;
/// How often a session's last use is written.
pub(super) const SEEN_SECONDS: i64 = 60;
/// How long a session that is over still tells whose it was: as long as a draft is kept, and more.
pub(super) const REMEMBERED_SECONDS: i64 = 48 * 3600;
/// A device that was not seen for so long is forgotten.
pub(super) const DEVICE_SECONDS: i64 = 400 * 24 * 3600;

/// Whether a session is over by itself. Its last use is written once a minute, so that up to one
/// minute of the fifteen may be missing, never added.
pub(super) fn is_over(began: Moment, last_seen: Moment, now: Moment) -> bool {
    now.seconds_since(last_seen) >= IDLE_SECONDS || now.seconds_since(began) >= ABSOLUTE_SECONDS
}

/// How strong a session is, and until when if it is stronger.
pub(super) fn strength(stepped_up: Option<Moment>, now: Moment) -> (Session, Option<Moment>) {
    let until = stepped_up
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(strength(None, start), (Session::Fresh, None));
    }
}
