//! Jobs as people meet them: asked for once, cancelled, listed, forgotten.

use access::action::BackUp;
use access::{Actor, Permit};
use futures::future::join_all;
use record::Id;
use store::jobs::{
    Asked, Cancelling, Claim, Fault, Heard, Job, JobKind, JobState, LEASE, Progress,
};
use store::{Store, StoreError, one_more};
use testkit::on_both_engines;

use crate::ground::{Installation, site};

pub const KINDS: &[JobKind] = JobKind::ALL;

/// Somebody at the console, who may ask for copies.
pub fn permit(store: &Store) -> Permit<BackUp> {
    let console = Actor::Console(store.world().id());
    let permit = store.gate().permit_new::<BackUp>(&console, &[]);
    permit.expect("the console makes copies")
}

pub async fn ask(store: &Store, kind: JobKind) -> Asked {
    let asked = store.unit(permit(store), move |unit| async move {
        unit.ask_job(kind).await
    });
    asked.await.expect("asked")
}

pub async fn cancel(store: &Store, job: Id) -> Result<Cancelling, StoreError> {
    let cancel = move |unit: store::Unit<BackUp>| async move { unit.cancel_job(job).await };
    store.unit(permit(store), cancel).await
}

pub async fn claim(store: &Store) -> Option<Claim> {
    store.claim_job(KINDS).await.expect("the store answers")
}

pub async fn job(store: &Store, job: Id) -> Job {
    let read = store.read(
        permit(store),
        move |unit| async move { unit.job(job).await },
    );
    read.await.expect("a job")
}

/// Another process at the same database, with the same time.
pub async fn other(site: &Installation, seed: u64) -> Store {
    let mut settings = site.settings(seed);
    settings.world.clock = site.clock.clone();
    Store::open(settings).await.expect("it opens again")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_kind_there_is_one_at_a_time_whoever_asks() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let before = site.leaves().await;
        let asked = join_all((0..16).map(|_| ask(store, JobKind::BackUp))).await;
        let first = asked[0].job;
        assert!(asked.iter().all(|asked| asked.job == first));
        assert_eq!(asked.iter().filter(|asked| asked.is_new).count(), 1);
        assert_eq!(
            site.leaves().await,
            before + 16,
            "each asking left an entry"
        );
        let other = ask(store, JobKind::RebuildIndex).await;
        assert!(other.is_new && other.job != first);

        // The one that runs stands in the way as well; one that is over does not.
        let claimed = store.claim_job(&[JobKind::BackUp]).await.unwrap().unwrap();
        assert_eq!(claimed.job().id, first);
        assert!(!ask(store, JobKind::BackUp).await.is_new);
        claimed.finish().await.unwrap();
        let next = ask(store, JobKind::BackUp).await;
        assert!(next.is_new && next.job != first);
        let read = job(store, first).await;
        assert_eq!((read.state, read.attempt), (JobState::Done, 1));
        assert!(read.asked_by.starts_with("console:"));
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_asks_once_even_when_the_first_is_over() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let by = permit(store);
        let once = |permit: Permit<BackUp>| {
            store.unit(permit, |unit| async move {
                unit.ask_job_once("a key", JobKind::BackUp).await
            })
        };
        let first = once(by.clone()).await.unwrap();
        assert!(first.is_new);
        claim(store).await.unwrap().finish().await.unwrap();
        let again = once(by.clone()).await.unwrap();
        assert_eq!((again.job, again.is_new), (first.job, false));
        assert_eq!(site.number("SELECT COUNT(*) AS n FROM job").await, 1);
        assert!(once(permit(store)).await.unwrap().is_new, "another's form");
        // Nothing is asked for in a unit that only reads, nor in one that is undone.
        let reads = store.read(by.clone(), |unit| async move {
            unit.ask_job(JobKind::RebuildIndex).await
        });
        assert!(matches!(reads.await, Err(StoreError::NotJoined)));
        let undone = store.unit(by, |unit| async move {
            unit.ask_job(JobKind::RebuildIndex).await?;
            Err::<(), _>(StoreError::Absent)
        });
        assert!(undone.await.is_err());
        assert_eq!(site.number("SELECT COUNT(*) AS n FROM job").await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_ends_whoever_works_on_it() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let state = async |id: Id| job(store, id).await.state;
        let step = Progress {
            done: 1,
            total: Some(3),
            cursor: None,
        };

        // Nobody has begun.
        let waiting = ask(store, JobKind::BackUp).await.job;
        assert_eq!(cancel(store, waiting).await.unwrap(), Cancelling::Ended);
        assert!(claim(store).await.is_none());

        // Somebody is at it, and hears it with the next progress, and the one after.
        let running = ask(store, JobKind::BackUp).await.job;
        let claimed = claim(store).await.unwrap();
        assert_eq!(claimed.progress(step).await.unwrap(), Heard::GoOn);
        assert_eq!(cancel(store, running).await.unwrap(), Cancelling::Asked);
        assert_eq!(cancel(store, running).await.unwrap(), Cancelling::Asked);
        assert_eq!(state(running).await, JobState::Running);
        for _ in 0..2 {
            assert_eq!(claimed.progress(step).await.unwrap(), Heard::Cancel);
        }
        assert_eq!(claimed.renew().await.unwrap(), Heard::Cancel);
        claimed.cancelled().await.unwrap();
        let read = job(store, running).await;
        assert_eq!((read.state, read.done), (JobState::Cancelled, 1));
        assert_eq!(cancel(store, running).await.unwrap(), Cancelling::TooLate);

        // Whoever was at it is gone: before the cancelling, and after it.
        let left = ask(store, JobKind::BackUp).await.job;
        drop(claim(store).await.unwrap());
        site.clock.advance(LEASE);
        assert!(job(store, left).await.is_cut_off(store.world().now()));
        assert_eq!(cancel(store, left).await.unwrap(), Cancelling::Ended);
        let left = ask(store, JobKind::BackUp).await.job;
        drop(claim(store).await.unwrap());
        assert_eq!(cancel(store, left).await.unwrap(), Cancelling::Asked);
        assert!(claim(store).await.is_none());
        site.clock.advance(LEASE);
        assert!(claim(store).await.is_none(), "it is not taken up again");
        assert_eq!(state(left).await, JobState::Cancelled);

        // It fails, or is done, or is put back, before it hears.
        for (end, after) in [
            (0, JobState::Cancelled),
            (1, JobState::Done),
            (2, JobState::Cancelled),
        ] {
            let id = ask(store, JobKind::BackUp).await.job;
            let claimed = claim(store).await.unwrap();
            cancel(store, id).await.unwrap();
            match end {
                0 => claimed.fail(Fault::File).await.map(drop).unwrap(),
                1 => claimed.finish().await.unwrap(),
                _ => claimed.put_back().await.map(drop).unwrap(),
            }
            assert_eq!(state(id).await, after);
        }
        let nowhere = cancel(store, site.id()).await;
        assert!(matches!(nowhere, Err(StoreError::Absent)));
    })
    .await;
}

#[tokio::test]
async fn a_list_goes_page_by_page_and_forgets() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let mut asked = Vec::new();
        // Two of each moment, so that the id orders them.
        for _ in 0..4 {
            for kind in [JobKind::BackUp, JobKind::RebuildIndex] {
                asked.push(ask(store, kind).await.job);
                claim(store).await.unwrap().finish().await.unwrap();
            }
            site.clock.advance(60);
        }
        let (mut after, mut seen) = (None, Vec::new());
        loop {
            let page = store.read(permit(store), move |unit| async move {
                let mut rows = unit.jobs(after, one_more(3)).await?;
                let last = unit.cut(&mut rows, 3, |job| job.id).await;
                let last = last.map(|job| (job.asked_at, job.id));
                Ok::<_, StoreError>((rows, last))
            });
            let (rows, last) = page.await.unwrap();
            seen.extend(rows);
            after = last;
            if last.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 8);
        assert!(seen.is_sorted_by_key(|job| std::cmp::Reverse((job.asked_at, job.id.to_string()))));
        assert!(asked.iter().all(|id| seen.iter().any(|job| job.id == *id)));

        let open = ask(store, JobKind::BackUp).await.job;
        for (days, forgotten) in [(89, 0), (2, 8), (400, 0)] {
            site.clock.advance(days * 24 * 3600);
            let forget = store.upkeep(|upkeep| async move { upkeep.forget_jobs().await });
            let forget: Result<u64, StoreError> = forget.await;
            assert_eq!(forget.unwrap(), forgotten);
        }
        assert_eq!(
            job(store, open).await.state,
            JobState::Waiting,
            "it never ended"
        );
    })
    .await;
}
