//! Guesses: answered ever later, refused for a while where that locks nobody out, never for good.
//!
//! Every guess is counted when it is asked, before it is known whether it is right, so that guesses
//! side by side are counted too. One that was right is forgiven. Counts stand in the database, so
//! that a restart forgets none; keys stand there as blind indexes.
//!
//! ```no_run
//! # async fn door(store: &store::Store, selector: &str) -> Result<bool, store::StoreError> {
//! use people::throttle::{self, Kind};
//! let wait = throttle::ask(store, Kind::Receipt, selector).await?;
//! if wait.refused_until.is_some() {
//!     return Ok(false); // 429, Retry-After
//! }
//! wait.pass().await;
//! let right = true; // look, with the same work for what does not exist
//! if right {
//!     throttle::succeeded(store, Kind::Receipt, selector).await?;
//! }
//! # Ok(right)
//! # }
//! ```

mod rules;
mod store;

use std::time::Duration;

use ::store::{Store, StoreError};
use record::Moment;

pub use self::store::STATEMENTS;
pub use rules::{Kind, Limits, delay_after};

/// How long a guess waits for its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The time before the answer.
    pub delay: Duration,
    /// If no answer is given now: when one will be.
    pub refused_until: Option<Moment>,
    /// Whether no other guess of the last hour stands before it.
    pub is_first: bool,
}

impl Wait {
    /// No waiting at all.
    pub const NONE: Self = Self {
        delay: Duration::ZERO,
        refused_until: None,
        is_first: true,
    };

    /// The longer of two waits.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            delay: self.delay.max(other.delay),
            refused_until: self.refused_until.max(other.refused_until),
            is_first: self.is_first && other.is_first,
        }
    }

    /// Waits.
    pub async fn pass(&self) {
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
    }

    /// Seconds until an answer is given, for `Retry-After`.
    pub fn retry_after(&self, now: Moment) -> Option<u64> {
        let seconds = self.refused_until?.seconds_since(now).saturating_add(1);
        Some(u64::try_from(seconds).unwrap_or(1).max(1))
    }
}

/// Counts a guess and tells how long its answer waits. A refused one is not counted.
pub async fn ask(store: &Store, kind: Kind, key: &str) -> Result<Wait, StoreError> {
    let key = index(store, kind, key);
    let (now, id) = (store.world().now(), store.world().id());
    store
        .upkeep(move |upkeep| {
            let key = key.clone();
            async move {
                let since = now.plus_seconds(-rules::WINDOW);
                let times = store::times(&upkeep, kind, &key, since).await?;
                let wait = rules::wait(kind, &times);
                if wait.refused_until.is_none() {
                    store::count(&upkeep, id, kind, &key, now).await?;
                }
                Ok(wait)
            }
        })
        .await
}

/// Forgives what was right: all guesses of this key, or, where many people share the key, one.
pub async fn succeeded(store: &Store, kind: Kind, key: &str) -> Result<(), StoreError> {
    let key = index(store, kind, key);
    store
        .upkeep(move |upkeep| {
            let key = key.clone();
            async move {
                if kind.limits().shared {
                    store::forgive_one(&upkeep, kind, &key).await
                } else {
                    store::forgive(&upkeep, kind, &key).await
                }
            }
        })
        .await
}

/// Forgets guesses that count no more; the maintenance loop calls it.
pub async fn forget_old(store: &Store) -> Result<u64, StoreError> {
    let before = store.world().now().plus_seconds(-rules::WINDOW);
    store
        .upkeep(move |upkeep| async move { store::forget(&upkeep, before).await })
        .await
}

fn index(store: &Store, kind: Kind, key: &str) -> Vec<u8> {
    store.blind_index("guess", &format!("{}/{key}", kind.code()))
}
