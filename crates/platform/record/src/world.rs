//! What comes from outside: time, ids and randomness. Only `najat` and `testkit` make them.

use std::sync::Arc;

use crate::{Id, Moment};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC microseconds.
    fn now(&self) -> Moment;
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
