//! How many guesses, and how late they are answered.

use std::time::Duration;

use record::Moment;

use super::Wait;

/// Guesses of the last hour count.
pub(super) const WINDOW: i64 = 3600;

/// The longest that an answer waits.
const LONGEST: Duration = Duration::from_secs(8);
/// The first wait; each further guess doubles it.
const FIRST: Duration = Duration::from_millis(250);

/// What is guessed, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sign-in from a device that never signed in to this account, by the name typed.
    SignIn,
    /// A sign-in from a device that did, by account and device.
    SignInDevice,
    /// The digits that make a session stronger, by the account's device.
    StepUp,
    /// Sign-ins and one-time codes, by the place they come from: a flood of them is slowed, and no
    /// name and no installation behind one address is ever shut out.
    SignInPlace,
    /// A person at the server's own console, by the name typed.
    Console,
    /// A one-time code, by the name typed.
    Enrol,
    /// A receipt, by its first eight digits and the place they are typed at: whoever guesses at it
    /// elsewhere is no reason to keep its owner waiting.
    Receipt,
    /// Receipts of any digits, by the place they are typed at.
    Receipts,
    /// A report, by address: more from one place is slowed, never refused.
    Report,
}

/// The limits of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// So many in an hour are answered at once.
    pub free: usize,
    /// So many in an hour are answered; none, where refusing would lock somebody out.
    pub most: Option<usize>,
    /// Whether many people share a key, so that one who is right forgives only one.
    pub shared: bool,
}

impl Limits {
    /// Beyond so many guesses no further one changes the wait.
    pub(super) fn told(self) -> i64 {
        let steps = 8;
        i64::try_from(self.most.unwrap_or(0).max(self.free + steps)).unwrap_or(i64::MAX)
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::SignIn,
        Self::SignInDevice,
        Self::StepUp,
        Self::SignInPlace,
        Self::Console,
        Self::Enrol,
        Self::Receipt,
        Self::Receipts,
        Self::Report,
    ];

    /// The code as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignInDevice => "sign_in_device",
            Self::StepUp => "step_up",
            Self::SignInPlace => "sign_in_place",
            Self::Console => "console",
            Self::Enrol => "enrol",
            Self::Receipt => "receipt",
            Self::Receipts => "receipts",
            Self::Report => "report",
        }
    }

    /// Its limits.
    pub const fn limits(self) -> Limits {
        match self {
            Self::SignIn | Self::SignInDevice | Self::StepUp | Self::Console => Limits {
                free: 3,
                most: Some(20),
                shared: false,
            },
            // A whole office signs in from one address in the morning.
            Self::SignInPlace => Limits {
                free: 30,
                most: None,
                shared: true,
            },
            // Twelve or sixteen digits cannot be guessed at this pace, and neighbours share an
            // address: nobody is kept out by what others typed.
            Self::Receipt | Self::Enrol => Limits {
                free: 3,
                most: None,
                shared: false,
            },
            Self::Receipts => Limits {
                free: 10,
                most: None,
                shared: true,
            },
            Self::Report => Limits {
                free: 5,
                most: None,
                shared: true,
            },
        }
    }
}

/// How long the answer waits after so many guesses in the last hour, of which some are free.
pub fn delay_after(guesses: usize, free: usize) -> Duration {
    let Some(doublings) = guesses.checked_sub(free) else {
        return Duration::ZERO;
    };
    let factor = 1_u32
        .checked_shl(u32::try_from(doublings).unwrap_or(u32::MAX))
        .unwrap_or(u32::MAX);
    FIRST.saturating_mul(factor).min(LONGEST)
}

/// The wait of the next guess after guesses at these times, oldest first.
pub(super) fn wait(kind: Kind, times: &[Moment]) -> Wait {
    let Limits { free, most, .. } = kind.limits();
    let over = most.and_then(|most| times.len().checked_sub(most));
    // It is answered again when the oldest of the last so many is an hour old.
    let refused_until = over
        .and_then(|over| times.get(over))
        .map(|at| at.plus_seconds(WINDOW));
    Wait {
        delay: delay_after(times.len(), free),
        refused_until,
        is_first: times.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_ever_later_but_never_later_than_eight_seconds() {
        let milliseconds = [0, 0, 0, 250, 500, 1000, 2000, 4000, 8000, 8000, 8000];
        for (guesses, expected) in milliseconds.into_iter().enumerate() {
            assert_eq!(
                delay_after(guesses, 3),
                Duration::from_millis(expected),
                "{guesses}"
            );
        }
        assert_eq!(delay_after(usize::MAX, 0), LONGEST);
    }

    #[test]
    fn twenty_in_any_hour_and_then_one_for_each_that_grows_old() {
        let start = Moment::from_micros(0);
        let times: Vec<Moment> = (0..20).map(|n| start.plus_seconds(n * 60)).collect();
        assert_eq!(wait(Kind::SignIn, &times[..19]).refused_until, None);
        assert_eq!(
            wait(Kind::SignIn, &times).refused_until,
            Some(start.plus_seconds(WINDOW))
        );
        for kind in [
            Kind::SignInPlace,
            Kind::Enrol,
            Kind::Receipt,
            Kind::Receipts,
            Kind::Report,
        ] {
            let crowd = vec![start; 5000];
            assert_eq!(
                wait(kind, &crowd).refused_until,
                None,
                "{kind:?} is never refused"
            );
            assert_eq!(wait(kind, &crowd).delay, LONGEST);
        }
    }

    #[test]
    fn a_refusal_says_when_to_come_back() {
        let now = Moment::from_micros(0);
        let refused = Wait {
            delay: Duration::ZERO,
            refused_until: Some(now.plus_seconds(90)),
            is_first: true,
        };
        assert_eq!(refused.retry_after(now), Some(91));
        assert_eq!(refused.retry_after(now.plus_seconds(500)), Some(1));
        assert_eq!(Wait::NONE.retry_after(now), None);
        assert_eq!(Wait::NONE.or(refused), refused);
    }
}
