//! Answers that wait: whoever guesses or floods waits, and nobody else does. An answer that waits
//! gives up its seat, so that a connection is free for others, and so few may wait at once, for one
//! place and in all, that they cost nothing.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tokio::sync::OwnedSemaphorePermit;

use crate::app::App;
use crate::client::Client;
use crate::problem::Problem;

/// How many answers wait at once: for one place, and in all.
const WAITING: Limits = Limits { one: 64, all: 1024 };
/// How many forms are on their way from one place, and in all.
const SENDING: Limits = Limits {
    one: 256,
    all: 1 << 20,
};

/// A connection's place among those that are held at once. An answer that waits leaves it.
#[derive(Clone)]
pub struct Seat(Arc<Mutex<Option<OwnedSemaphorePermit>>>);

impl Seat {
    /// Takes it.
    pub fn new(permit: OwnedSemaphorePermit) -> Self {
        Self(Arc::new(Mutex::new(Some(permit))))
    }

    /// Whether it was left: then the connection ends with its answer.
    pub fn is_left(&self) -> bool {
        self.permit().is_none()
    }

    fn leave(&self) {
        drop(self.permit().take());
    }

    fn permit(&self) -> std::sync::MutexGuard<'_, Option<OwnedSemaphorePermit>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Clone, Copy)]
struct Limits {
    one: u32,
    all: usize,
}

/// So many at once, by the place they come from.
#[derive(Clone, Default)]
struct Counts(Arc<Mutex<(HashMap<String, u32>, usize)>>);

impl Counts {
    fn begin(&self, place: &str, limits: Limits) -> Option<Counted> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, all) = &mut *counts;
        let one = of.get(place).copied().unwrap_or_default();
        if one >= limits.one || *all >= limits.all {
            return None;
        }
        of.insert(place.to_owned(), one + 1);
        *all += 1;
        Some(Counted {
            counts: self.clone(),
            place: place.to_owned(),
        })
    }
}

/// One of them, as long as it is held.
pub(crate) struct Counted {
    counts: Counts,
    place: String,
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, all) = &mut *counts;
        *all = all.saturating_sub(1);
        match of.get_mut(&self.place) {
            Some(one) if *one > 1 => *one -= 1,
            _ => drop(of.remove(&self.place)),
        }
    }
}

/// Who waits, and who sends, at this moment.
#[derive(Clone, Default)]
pub struct Waiting {
    waiting: Counts,
    sending: Counts,
}

impl Waiting {
    /// A form begins to come in; none, where too many come from this place already.
    pub(crate) fn begin(&self, place: Option<&str>) -> Option<Counted> {
        self.sending.begin(place.unwrap_or_default(), SENDING)
    }
}

/// What an answer needs in order to wait.
pub struct Pause {
    waiting: Counts,
    place: String,
    seat: Option<Seat>,
}

impl Pause {
    /// Waits before something is tried. Where too many wait already it is not tried.
    pub async fn before(&self, delay: Duration) -> Result<(), Problem> {
        if self.wait(delay).await {
            return Ok(());
        }
        let seconds = u32::try_from(delay.as_secs()).unwrap_or(u32::MAX);
        Err(Problem::TooMany(seconds.max(1)))
    }

    /// Waits after something was done. Where too many wait already the answer goes out at once.
    pub async fn after(&self, delay: Duration) {
        self.wait(delay).await;
    }

    /// Whether it waited.
    async fn wait(&self, delay: Duration) -> bool {
        if delay.is_zero() {
            return true;
        }
        let Some(_counted) = self.waiting.begin(&self.place, WAITING) else {
            return false;
        };
        if let Some(seat) = &self.seat {
            seat.leave();
        }
        tokio::time::sleep(delay).await;
        true
    }
}

impl FromRequestParts<App> for Pause {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let client = Client::from_request_parts(parts, app).await?;
        Ok(Self {
            waiting: app.waiting.waiting.clone(),
            place: client.place().unwrap_or_default(),
            seat: parts.extensions.get::<Seat>().cloned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::Semaphore;

    fn pause(waiting: &Waiting, place: &str, seat: Option<Seat>) -> Pause {
        Pause {
            waiting: waiting.waiting.clone(),
            place: place.to_owned(),
            seat,
        }
    }

    #[tokio::test]
    async fn few_wait_for_one_place_and_others_are_not_kept_out() {
        let waiting = Waiting::default();
        let delay = Duration::from_millis(200);
        let mut tasks = Vec::new();
        for _ in 0..WAITING.one {
            let pause = pause(&waiting, "one", None);
            tasks.push(tokio::spawn(async move { pause.before(delay).await }));
        }
        for _ in 0..WAITING.one {
            tokio::task::yield_now().await;
        }
        let refused = pause(&waiting, "one", None).before(delay).await;
        assert_eq!(refused, Err(Problem::TooMany(1)));
        let begun = tokio::time::Instant::now();
        pause(&waiting, "one", None).after(delay).await;
        assert!(begun.elapsed() < delay, "what is done is answered");
        assert_eq!(pause(&waiting, "two", None).before(delay).await, Ok(()));
        for task in tasks {
            assert_eq!(task.await.unwrap(), Ok(()));
        }
        assert!(waiting.waiting.0.lock().unwrap().0.is_empty());
    }

    #[tokio::test]
    async fn a_wait_leaves_its_seat() {
        let seats = Arc::new(Semaphore::new(1));
        let seat = Seat::new(seats.clone().try_acquire_owned().unwrap());
        let waiting = Waiting::default();
        let one = pause(&waiting, "one", Some(seat.clone()));
        one.after(Duration::ZERO).await;
        assert!(!seat.is_left() && seats.available_permits() == 0);
        one.after(Duration::from_millis(1)).await;
        assert!(seat.is_left() && seats.available_permits() == 1);
    }
}
