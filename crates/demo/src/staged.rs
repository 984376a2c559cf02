//! The clock of a made-up past.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use record::{Clock, Moment, World};

/// A clock that is set by hand while a made-up past is written, and ends where it was made.
pub struct Staged {
    now: AtomicI64,
    end: Moment,
}

impl Staged {
    /// A clock that stands so many seconds before the end.
    pub fn before(end: Moment, seconds: i64) -> Self {
        let start = end.plus_seconds(-seconds);
        Self {
            now: AtomicI64::new(start.micros()),
            end,
        }
    }

    /// Where the made-up past ends.
    pub fn end(&self) -> Moment {
        self.end
    }

    /// Sets it, never past the end.
    pub fn set(&self, moment: Moment) {
        let moment = moment.min(self.end);
        self.now.store(moment.micros(), Ordering::SeqCst);
    }

    /// Moves it on, never past the end.
    pub fn advance(&self, seconds: i64) {
        self.set(self.now().plus_seconds(seconds));
    }
}

impl Clock for Staged {
    fn now(&self) -> Moment {
        Moment::from_micros(self.now.load(Ordering::SeqCst))
    }
}

/// A world whose clock is staged for a made-up past.
pub fn past(world: &World) -> (World, Arc<Staged>) {
    // A week: the accounts are older than the oldest record.
    let clock = Arc::new(Staged::before(world.now(), 7 * 86_400));
    let earlier = World {
        clock: clock.clone(),
        ..world.clone()
    };
    (earlier, clock)
}
