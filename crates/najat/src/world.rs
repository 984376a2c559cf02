//! The only place that makes clocks, ids and randomness.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use record::{Clock, Id, Ids, Moment, Random, World};

/// When this program was made, in seconds since 1970 (`build.rs`).
const MADE: &str = env!("MADE_ON");

/// The latest moment that was told, and the machine's own count of time at that moment.
struct SystemClock(Mutex<Option<(Moment, Instant)>>);

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one clock of the program"
    )]
    fn now(&self) -> Moment {
        Moment::from_micros(jiff::Timestamp::now().as_microsecond())
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one clock of the program"
    )]
    fn steady(&self) -> Moment {
        let (now, here) = (self.now(), Instant::now());
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ran = latest.map(|(moment, there)| {
            let micros = here.saturating_duration_since(there).as_micros();
            let micros = i64::try_from(micros).unwrap_or(i64::MAX);
            Moment::from_micros(moment.micros().saturating_add(micros))
        });
        let steady = ran.map_or(now, |ran| ran.max(now));
        *latest = Some((steady, here));
        steady
    }

    fn not_before(&self) -> Option<Moment> {
        let seconds: i64 = MADE.parse().ok()?;
        Some(Moment::from_micros(seconds.saturating_mul(1_000_000)))
    }
}

struct SystemIds;

impl Ids for SystemIds {
    fn id(&self) -> Id {
        let mut bytes = [0; 16];
        SystemRandom.fill(&mut bytes);
        Id::from_bytes(bytes)
    }
}

struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes)
            .expect("the operating system gives randomness or nothing here works");
    }
}

/// The same choices for the same seed: made-up people come out alike. No key and no nonce is ever
/// taken from it, for `vault` takes nothing of this type.
pub struct Seeded(Mutex<u64>);

impl Seeded {
    /// Choices that follow from a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }
}

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for chunk in bytes.chunks_mut(8) {
            // SplitMix64 (Steele, Lea, Flood 2014).
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = *state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            let mixed = (mixed ^ (mixed >> 31)).to_le_bytes();
            for (byte, value) in chunk.iter_mut().zip(mixed) {
                *byte = value;
            }
        }
    }
}

/// The real world: the system's clock, random ids, the system's randomness.
pub fn system() -> World {
    World {
        clock: Arc::new(SystemClock(Mutex::new(None))),
        ids: Arc::new(SystemIds),
        random: Arc::new(SystemRandom),
    }
}

/// The real world, but with made-up people that follow from a seed.
pub fn seeded(seed: u64) -> World {
    World {
        random: Arc::new(Seeded::new(seed)),
        ..system()
    }
}
