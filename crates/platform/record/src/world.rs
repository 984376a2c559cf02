//! What comes from outside: time, ids and randomness. Only `najat` and `testkit` make them.

use std::sync::Arc;

use crate::{Id, Moment};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC microseconds.
    fn now(&self) -> Moment;

    /// Now, by a clock that nobody can set back while the program runs: what must end after a while
    /// ends by it. It is never behind [`Clock::now`].
    fn steady(&self) -> Moment {
        self.now()
    }

    /// A moment before which this clock is wrong for sure, if one is known: the program was made
    /// then.
    fn not_before(&self) -> Option<Moment> {
        None
    }
}

/// How far behind the ledger's newest entry the clock may be, in seconds: time servers set clocks
/// back a little.
const BEHIND: i64 = 5 * 60;

/// A clock by which no report may be taken: its deadlines would come too late, or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongClock {
    /// It says a time before the program was made.
    BeforeBuild,
    /// It is so many seconds behind the ledger's newest entry.
    Behind(i64),
}

/// Makes ids.
pub trait Ids: Send + Sync {
    /// An id that was never given before.
    fn id(&self) -> Id;
}

/// Randomness for choices that need no secrecy (made-up people). Keys and nonces come from
/// `vault`, which takes nothing of this type.
pub trait Random: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// Time, ids and randomness, carried in from outside so that tests bring their own.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Ids for new records.
    pub ids: Arc<dyn Ids>,
    /// Choices that need no secrecy.
    pub random: Arc<dyn Random>,
}

impl World {
    /// Now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Now, by the clock that is never set back: sessions and the like end by it.
    pub fn steady(&self) -> Moment {
        self.clock.steady()
    }

    /// What is wrong with the clock, if something is. `newest` is the newest moment that the ledger
    /// tells of.
    pub fn wrong_clock(&self, newest: Option<Moment>) -> Option<WrongClock> {
        let now = self.now();
        if self.clock.not_before().is_some_and(|made| now < made) {
            return Some(WrongClock::BeforeBuild);
        }
        let behind = newest?.seconds_since(now);
        (behind > BEHIND).then_some(WrongClock::Behind(behind))
    }

    /// A new id.
    pub fn id(&self) -> Id {
        self.ids.id()
    }

    /// A choice below `bound` (0 if the bound is 0).
    pub fn below(&self, bound: u64) -> u64 {
        let mut bytes = [0; 8];
        self.random.fill(&mut bytes);
        u64::from_le_bytes(bytes).checked_rem(bound).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(Moment, Option<Moment>);

    impl Clock for Fixed {
        fn now(&self) -> Moment {
            self.0
        }
        fn not_before(&self) -> Option<Moment> {
            self.1
        }
    }

    struct Nothing;

    impl Ids for Nothing {
        fn id(&self) -> Id {
            Id::NONE
        }
    }

    impl Random for Nothing {
        fn fill(&self, _: &mut [u8]) {}
    }

    #[test]
    fn a_clock_is_wrong_before_the_build_and_behind_the_ledger() {
        let start = Moment::from_micros(1_795_586_400_000_000);
        let at = |seconds: i64| start.plus_seconds(seconds);
        // the program was made, the newest entry, what is wrong
        let rows = [
            (None, None, None),
            (Some(0), None, None),
            (Some(1), None, Some(WrongClock::BeforeBuild)),
            (Some(-1), Some(BEHIND), None),
            (None, Some(BEHIND + 1), Some(WrongClock::Behind(BEHIND + 1))),
            (Some(9), Some(99_999), Some(WrongClock::BeforeBuild)),
            (None, Some(-99_999_999), None),
        ];
        for (made, newest, wrong) in rows {
            let world = World {
                clock: Arc::new(Fixed(start, made.map(at))),
                ids: Arc::new(Nothing),
                random: Arc::new(Nothing),
            };
            assert_eq!(
                world.wrong_clock(newest.map(at)),
                wrong,
                "{made:?} {newest:?}"
            );
        }
    }
}
