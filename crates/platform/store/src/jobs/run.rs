//! Running a job from its claim to its end, for whoever has a function that does it.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::time::Duration;

use futures::FutureExt as _;
use tokio::time::timeout;

use super::{Again, Claim, Fault, Heard, JobKind, LEASE};
use crate::{Store, StoreError};

/// How often a lease is renewed beside long work: twice may fail.
const BEAT: Duration = Duration::from_secs(LEASE.unsigned_abs() / 3);

/// How a run came to an end, if it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All of it is done.
    Finished,
    /// It heard [`Heard::Cancel`] and left off.
    Cancelled,
    /// The program is told to stop: it goes on at the next start, from its cursor.
    PutBack,
}

/// What became of a job that was run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ran {
    /// It is over, or was put back.
    Ended(Outcome),
    /// It failed.
    Failed(Fault, Again),
    /// It was claimed by another meanwhile, or ended by somebody: nothing was said of it here.
    Lost,
}

impl Store {
    /// Claims one job of these kinds, runs it and says how it ended; nothing, where none is due. A
    /// panic is a failure. An error here is the store's own: where a job could not be ended by it, the
    /// lease runs out and it is run again.
    pub async fn run_job<F, Fut>(
        &self,
        kinds: &[JobKind],
        run: F,
    ) -> Result<Option<Ran>, StoreError>
    where
        F: FnOnce(Claim) -> Fut,
        Fut: Future<Output = Result<Outcome, Fault>>,
    {
        let Some(claim) = self.claim_job(kinds).await? else {
            return Ok(None);
        };
        // Called inside, so that a panic before the first step is caught as well.
        let running = async { run(claim.clone()).await };
        let outcome = AssertUnwindSafe(running).catch_unwind().await;
        let said = match outcome.unwrap_or(Err(Fault::Broken)) {
            Ok(Outcome::PutBack) => match claim.put_back().await {
                // Somebody had cancelled: there is nothing to go on with.
                Ok(Again::Cancelled) => Ok(Ran::Ended(Outcome::Cancelled)),
                said => said.map(|_| Ran::Ended(Outcome::PutBack)),
            },
            Ok(outcome @ Outcome::Finished) => claim.finish().await.map(|()| Ran::Ended(outcome)),
            Ok(outcome @ Outcome::Cancelled) => {
                claim.cancelled().await.map(|()| Ran::Ended(outcome))
            }
            Err(fault) => claim
                .fail(fault)
                .await
                .map(|again| Ran::Failed(fault, again)),
        };
        match said {
            Ok(ran) => Ok(Some(ran)),
            Err(StoreError::Lost) => Ok(Some(Ran::Lost)),
            Err(error) => Err(error),
        }
    }
}

impl Claim {
    /// Waits for something long that cannot say how far it is, and renews the lease beside it. Nothing,
    /// where somebody cancelled: it was dropped half-way. [`StoreError::Lost`] where it was dropped
    /// since another works on the job or it is over.
    pub async fn hold<T>(&self, long: impl Future<Output = T>) -> Result<Option<T>, StoreError> {
        self.hold_renewing(BEAT, long).await
    }

    async fn hold_renewing<T>(
        &self,
        every: Duration,
        long: impl Future<Output = T>,
    ) -> Result<Option<T>, StoreError> {
        let mut long = pin!(long);
        loop {
            if let Ok(done) = timeout(every, &mut long).await {
                return Ok(Some(done));
            }
            match self.renew().await {
                // A busy store is asked again: the lease is three times as long.
                Ok(Heard::GoOn) | Err(StoreError::Busy) => {}
                Ok(Heard::Cancel) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use access::Actor;
    use access::action::BackUp;
    use testkit::Engine;

    use super::*;
    use crate::{Keyring, Settings};

    const SOON: Duration = Duration::from_millis(20);

    #[tokio::test]
    async fn long_work_keeps_its_lease_and_is_dropped_when_it_is_cancelled_or_lost() {
        for engine in Engine::ALL {
            let Some(database) = engine.database() else {
                continue;
            };
            let folder = tempfile::tempdir().expect("a folder");
            let (world, clock) = testkit::world(5);
            let settings = Settings {
                url: database.url().to_owned(),
                checkpoints: folder.path().join("checkpoints.log"),
                keys: Keyring::generate(),
                world,
            };
            let store = Store::open(settings).await.expect("a store");
            let kinds = [JobKind::BackUp];
            let permit = || {
                let console = Actor::Console(store.world().id());
                let permit = store.gate().permit_new::<BackUp>(&console, &[]);
                permit.expect("the console makes copies")
            };
            let ask = move |unit: crate::Unit<BackUp>| async move { unit.ask_job(kinds[0]).await };
            let asked = store.unit(permit(), ask).await.expect("asked");
            let claim = store
                .claim_job(&kinds)
                .await
                .expect("claimed")
                .expect("due");
            // Three leases go by, each renewed in time.
            let long = async {
                for _ in 0..6 {
                    clock.advance(LEASE / 2);
                    tokio::time::sleep(10 * SOON).await;
                    assert!(store.claim_job(&kinds).await.expect("asked").is_none());
                }
                "done"
            };
            assert_eq!(
                claim.hold_renewing(SOON, long).await.expect("held"),
                Some("done")
            );

            let cancel =
                move |unit: crate::Unit<BackUp>| async move { unit.cancel_job(asked.job).await };
            store.unit(permit(), cancel).await.expect("cancelled");
            let endless = std::future::pending::<()>();
            assert_eq!(
                claim.hold_renewing(SOON, endless).await.expect("heard"),
                None
            );
            claim.cancelled().await.expect("ended");
            let endless = std::future::pending::<()>();
            let lost = claim.hold_renewing(SOON, endless).await;
            assert!(matches!(lost, Err(StoreError::Lost)));
        }
    }
}
