//! What cannot be done now: a rule that fails on a subject is tried again, ever later; since when
//! and how often is kept. The log says it once when a rule begins to fail and once when it ends.

use std::collections::HashMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::FutureExt as _;
use record::{Id, Moment};

use crate::{ClearReader, Examined, Store, StoreError, args};

crate::statements! {
    EVERY = "SELECT rule, subject, since, tries, next_at FROM stuck";
    KEEP = "INSERT INTO stuck (rule, subject, since, tries, next_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (rule, subject) DO UPDATE SET tries = excluded.tries, next_at = excluded.next_at";
    FREE = "DELETE FROM stuck WHERE rule = $1 AND subject = $2";
    BY_RULE = "SELECT rule, MIN(since) AS since, MAX(tries) AS tries, COUNT(*) AS subjects FROM stuck \
        GROUP BY rule ORDER BY MIN(since), rule";
}

/// The longest wait before something is tried again, in seconds: what works again after an hour
/// without a disk is not to wait for minutes more.
const LONGEST: i64 = 120;

/// What was not tried again for so long, in seconds, is not called for any more.
const STALE: i64 = 3600;

/// A rule that cannot do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The rule, or the work of the installation, by its name.
    pub rule: String,
    /// Since when.
    pub since: Moment,
    /// How often it was tried, at most, on one subject.
    pub tries: i64,
    /// On how many subjects it fails.
    pub subjects: i64,
}

/// What a rule does, once it is started.
type Running<'r> = Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'r>>;

#[derive(Clone, Copy)]
struct Trouble {
    since: Moment,
    tries: i64,
    next_at: Moment,
}

/// What this process knows of it, read from the database at the first need.
#[derive(Default)]
pub(crate) struct Troubles(Mutex<Option<HashMap<(String, String), Trouble>>>);

impl Troubles {
    fn lock(&self) -> MutexGuard<'_, Option<HashMap<(String, String), Trouble>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long to wait after so many tries, in seconds: the first time until the next round.
fn pause(tries: i64) -> i64 {
    match u32::try_from(tries.saturating_sub(2)) {
        Ok(doubled) if tries >= 2 => 1_i64
            .checked_shl(doubled.min(16))
            .unwrap_or(LONGEST)
            .min(LONGEST),
        _ if tries < 2 => 0,
        _ => LONGEST,
    }
}

impl Store {
    /// Runs what a rule does about one subject, and tells whether it was done. What failed before is
    /// left alone until its time has come, and keeps nothing else waiting; a panic is a failure. A
    /// store that is busy is no trouble of the subject's: that is the caller's error.
    pub fn attempt<'s>(
        &'s self,
        rule: &'s str,
        subject: Id,
        run: impl Future<Output = Result<(), StoreError>> + Send + 's,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send + 's {
        // What a rule does may be large; whoever waits for it holds only where it lies.
        let run: Running<'s> = Box::pin(run);
        async move {
            let key = (rule.to_owned(), subject.to_string());
            match self.run_unless_it_waits(&key, run).await {
                Some((_, Err(StoreError::Busy))) => Err(StoreError::Busy),
                Some((before, result)) => Ok(self.noted(key, before, result).await),
                None => Ok(false),
            }
        }
    }

    /// Runs a work of the installation as a whole, such as one pass over all that is late.
    pub fn work<'s>(
        &'s self,
        name: &'s str,
        run: impl Future<Output = Result<(), StoreError>> + Send + 's,
    ) -> impl Future<Output = ()> + Send + 's {
        let run: Running<'s> = Box::pin(run);
        async move {
            let key = (name.to_owned(), String::new());
            if let Some((before, result)) = self.run_unless_it_waits(&key, run).await {
                self.noted(key, before, result).await;
            }
        }
    }

    async fn run_unless_it_waits(
        &self,
        key: &(String, String),
        run: Running<'_>,
    ) -> Option<(Option<Trouble>, Result<(), StoreError>)> {
        let before = self.trouble(key).await;
        let now = self.world().now();
        // A clock that was set back lets nothing wait for long.
        let waits =
            |trouble: Trouble| now < trouble.next_at && trouble.next_at < now.plus_seconds(STALE);
        if before.is_some_and(waits) {
            return None;
        }
        let result = AssertUnwindSafe(run).catch_unwind().await;
        Some((before, result.unwrap_or(Err(StoreError::Over))))
    }

    async fn noted(
        &self,
        key: (String, String),
        before: Option<Trouble>,
        result: Result<(), StoreError>,
    ) -> bool {
        match (result, before) {
            (Ok(()), Some(_)) => self.freed(key).await,
            (Ok(()), None) => {}
            (Err(error), before) => {
                self.failed(key, before, &error).await;
                return false;
            }
        }
        true
    }

    /// Forgets what was not tried for an hour: nothing calls for it any more.
    pub async fn forget_stuck(&self) -> Result<(), StoreError> {
        let before = self.world().now().plus_seconds(-STALE);
        let stale: Vec<(String, String)> = self
            .0
            .troubles
            .lock()
            .iter()
            .flatten()
            .filter(|(_, trouble)| trouble.next_at < before)
            .map(|(key, _)| key.clone())
            .collect();
        for key in stale {
            self.freed(key).await;
        }
        Ok(())
    }

    async fn trouble(&self, key: &(String, String)) -> Option<Trouble> {
        if let Some(known) = &*self.0.troubles.lock() {
            return known.get(key).copied();
        }
        let now = self.world().now();
        let read = self
            .read_clear(async |look| {
                let mut known = HashMap::new();
                for row in look.rows(EVERY, Vec::new()).await? {
                    let trouble = Trouble {
                        since: row.moment("since")?,
                        tries: row.int("tries")?,
                        // After a start everything is tried at once.
                        next_at: now,
                    };
                    known.insert((row.text("rule")?, row.text("subject")?), trouble);
                }
                Ok::<_, StoreError>(known)
            })
            .await;
        // Where the database cannot be read, the attempt itself will tell.
        let read = read.ok()?;
        let mut known = self.0.troubles.lock();
        known.get_or_insert(read).get(key).copied()
    }

    async fn failed(&self, key: (String, String), before: Option<Trouble>, error: &StoreError) {
        let now = self.world().now();
        let tries = before.map_or(0, |before| before.tries).saturating_add(1);
        let trouble = Trouble {
            since: before.map_or(now, |before| before.since),
            tries,
            next_at: now.plus_seconds(pause(tries)),
        };
        let is_first = {
            let mut known = self.0.troubles.lock();
            let known = known.get_or_insert_default();
            let is_first = !known.keys().any(|(rule, _)| *rule == key.0);
            known.insert(key.clone(), trouble);
            is_first
        };
        if is_first {
            tracing::warn!(rule = key.0, %error, "a rule cannot act; it is tried again, ever later");
        }
        let kept: Result<(), StoreError> = self
            .upkeep(move |upkeep| {
                let ((rule, subject), trouble) = (key.clone(), trouble);
                let Trouble {
                    since,
                    tries,
                    next_at,
                } = trouble;
                async move {
                    let args = args![&rule, &subject, since, tries, next_at];
                    upkeep.execute(KEEP, args).await.map(drop)
                }
            })
            .await;
        if let Err(error) = kept {
            tracing::debug!(%error, "what is stuck is known to this process alone");
        }
    }

    async fn freed(&self, key: (String, String)) {
        let is_last = {
            let mut known = self.0.troubles.lock();
            let known = known.get_or_insert_default();
            known.remove(&key);
            !known.keys().any(|(rule, _)| *rule == key.0)
        };
        if is_last {
            tracing::info!(rule = key.0, "a rule acts again");
        }
        let freed: Result<(), StoreError> = self
            .upkeep(move |upkeep| {
                let (rule, subject) = key.clone();
                async move { upkeep.execute(FREE, args![&rule, &subject]).await.map(drop) }
            })
            .await;
        if let Err(error) = freed {
            tracing::debug!(%error, "what works again is listed until the next start");
        }
    }
}

/// What is stuck, the longest first.
macro_rules! stuck {
    ($($place:ty),+) => {
        $(impl $place {
            /// The rules that cannot do what they should, the one that fails for longest first.
            pub async fn stuck(&self) -> Result<Vec<Stuck>, StoreError> {
                let rows = self.rows(BY_RULE, Vec::new()).await?;
                rows.iter()
                    .map(|row| {
                        Ok(Stuck {
                            rule: row.text("rule")?,
                            since: row.moment("since")?,
                            tries: row.int("tries")?,
                            subjects: row.int("subjects")?,
                        })
                    })
                    .collect()
            }
        })+
    };
}

stuck!(ClearReader, Examined);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_two_minutes() {
        let waits: Vec<i64> = (1..=9).map(pause).collect();
        assert_eq!(waits, [0, 1, 2, 4, 8, 16, 32, 64, 120]);
        assert_eq!(pause(i64::MAX), LONGEST);
    }
}
