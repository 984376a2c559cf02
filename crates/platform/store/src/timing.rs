//! What units cost, by the name of their action: how many ran since the program began, how often one
//! had to run again, how many failed, and how long they took. Operators find by it what is slow.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::{Store, StoreError};

/// The units of one action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timed {
    /// How many ran.
    pub units: u64,
    /// How often one of them ran again, since it met another.
    pub again: u64,
    /// How many the store could not do.
    pub failed: u64,
    /// How long all of them took.
    pub all: Duration,
    /// How long the longest took.
    pub longest: Duration,
}

/// All actions.
#[derive(Default)]
pub(crate) struct Timings(Mutex<BTreeMap<&'static str, Timed>>);

/// A unit that runs.
pub(crate) struct Running {
    action: &'static str,
    begun: Instant,
    /// How often it ran again.
    pub(crate) again: u32,
    /// Whether a statement of it failed at last.
    pub(crate) spoilt: bool,
}

impl Running {
    pub(crate) fn begin(action: &'static str) -> Self {
        Self {
            action,
            begun: Instant::now(),
            again: 0,
            spoilt: false,
        }
    }
}

impl Timings {
    /// Notes that a unit is over. What the store could not do is told to the operator by the action.
    pub(crate) fn end(&self, running: &Running, failed: Option<&StoreError>) {
        let took = running.begun.elapsed();
        let Running { action, again, .. } = *running;
        let is_fault = match failed {
            // What the body made of it is told where its error ends up.
            None | Some(StoreError::Absent) => running.spoilt,
            Some(StoreError::Busy) => {
                tracing::warn!(action, again, "a unit met others each time that it ran");
                true
            }
            Some(error) => {
                tracing::error!(action, again, %error, "a unit failed");
                true
            }
        };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let timed = all.entry(action).or_default();
        timed.units += 1;
        timed.again += u64::from(again);
        timed.failed += u64::from(is_fault);
        timed.all += took;
        timed.longest = timed.longest.max(took);
    }
}

impl Store {
    /// What units cost since the program began, by action.
    pub fn timings(&self) -> BTreeMap<&'static str, Timed> {
        let all = self.0.timings.0.lock();
        all.unwrap_or_else(PoisonError::into_inner).clone()
    }
}
