//! Time, ids and randomness that a test holds in its hand.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use record::{Clock, Id, Ids, Moment, Random, World};

/// A clock that moves only when it is told to. Set back, it goes on telling steadily how long a
/// program has run, as a machine's does.
pub struct TestClock {
    now: AtomicI64,
    steady: AtomicI64,
}

impl TestClock {
    /// Where [`world`]'s clock stands: Wednesday, 2026-11-25, nine in the morning in Baghdad.
    pub const START: Moment = Moment::from_micros(1_795_586_400_000_000);

    /// A clock that stands at a moment.
    pub fn at(moment: Moment) -> Self {
        Self {
            now: AtomicI64::new(moment.micros()),
            steady: AtomicI64::new(moment.micros()),
        }
    }

    /// Moves it to a moment, forwards or back.
    pub fn set(&self, moment: Moment) {
        let before = self.now.swap(moment.micros(), Ordering::SeqCst);
        self.run(moment.micros() - before);
    }

    /// Moves it on by so many seconds (back, if negative).
    pub fn advance(&self, seconds: i64) {
        let micros = seconds.saturating_mul(1_000_000);
        self.now.fetch_add(micros, Ordering::SeqCst);
        self.run(micros);
    }

    /// A program that is started anew knows nothing but what its clock says.
    pub fn restart(&self) {
        let now = self.now.load(Ordering::SeqCst);
        self.steady.store(now, Ordering::SeqCst);
    }

    fn run(&self, micros: i64) {
        self.steady.fetch_add(micros.max(0), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        Moment::from_micros(self.now.load(Ordering::SeqCst))
    }

    fn steady(&self) -> Moment {
        Moment::from_micros(self.steady.load(Ordering::SeqCst))
    }
}

/// The same bytes for the same seed, on every machine (SplitMix64).
pub struct TestRandom(Mutex<u64>);

impl TestRandom {
    /// A source that begins at a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    fn next(state: &mut u64) -> u64 {
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

impl Random for TestRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for chunk in bytes.chunks_mut(8) {
            let word = Self::next(&mut state).to_le_bytes();
            for (byte, from) in chunk.iter_mut().zip(word) {
                *byte = from;
            }
        }
    }
}

/// The same ids in the same order for the same seed.
pub struct TestIds(TestRandom);

impl TestIds {
    /// Ids that begin at a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(TestRandom::seeded(seed))
    }
}

impl Ids for TestIds {
    fn id(&self) -> Id {
        let mut bytes = [0; 16];
        self.0.fill(&mut bytes);
        Id::from_bytes(bytes)
    }
}

/// A world for a test, and the clock that drives it.
///
/// ```
/// let (world, clock) = testkit::world(7);
/// let before = world.now();
/// clock.advance(72 * 3600);
/// assert_eq!(world.now().seconds_since(before), 72 * 3600);
/// assert_eq!(testkit::world(7).0.id(), testkit::world(7).0.id());
/// ```
pub fn world(seed: u64) -> (World, Arc<TestClock>) {
    let clock = Arc::new(TestClock::at(TestClock::START));
    let world = World {
        clock: clock.clone(),
        ids: Arc::new(TestIds::seeded(seed)),
        random: Arc::new(TestRandom::seeded(!seed)),
    };
    (world, clock)
}
