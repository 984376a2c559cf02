//! Jobs that are killed, that fail, that can never succeed.

use record::Id;
use store::jobs::{
    Again, Claim, Fault, Heard, JobKind, JobState, LEASE, Outcome, Progress, Ran, TRIES, pause,
};
use store::{Store, StoreError, args};
use testkit::on_both_engines;

use crate::ground::{Installation, site};
use crate::jobs_asked::{KINDS, ask, claim, job, other, permit};

/// How many steps the job of these tests has.
pub const STEPS: i64 = 4;

/// Where a process is killed in a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Killed {
    /// It has the job and did nothing.
    Before,
    /// The effect is written and the progress is not, both in one unit that is never kept.
    Between,
    /// Both are written, and the unit is never kept.
    Unkept,
    /// The unit is kept.
    After,
}

const ALL: [Killed; 4] = [
    Killed::Before,
    Killed::Between,
    Killed::Unkept,
    Killed::After,
];

/// One step: its effect and its progress in one unit.
async fn step(claim: &Claim, number: i64, killed: Option<Killed>) -> Result<Heard, StoreError> {
    let (store, mine) = (claim.store().clone(), claim.clone());
    let stepped = store.unit(permit(&store), move |unit| {
        let mine = mine.clone();
        async move {
            let insert = "INSERT INTO made_up (record, n) VALUES ($1, $2)";
            unit.execute(insert, args![unit.id(), number]).await?;
            if killed == Some(Killed::Between) {
                return Err(StoreError::Over);
            }
            let cursor = format!("step-{number}");
            let progress = Progress {
                done: number,
                total: Some(STEPS),
                cursor: Some(&cursor),
            };
            let heard = mine.progress_in(&unit, progress).await?;
            if killed == Some(Killed::Unkept) {
                return Err(StoreError::Over);
            }
            Ok(heard)
        }
    });
    stepped.await
}

/// Works from the cursor until it is killed or done; tells whether it was done.
pub async fn work(claim: Claim, kill: Option<(i64, Killed)>) -> bool {
    let from = claim.job().cursor.as_deref();
    let from: i64 = from.map_or(0, |at| at.trim_start_matches("step-").parse().unwrap());
    assert_eq!(
        from,
        claim.job().done,
        "cursor and progress are of one unit"
    );
    for number in from + 1..=STEPS {
        let killed = kill.filter(|(at, _)| *at == number).map(|(_, how)| how);
        if killed == Some(Killed::Before) {
            return false;
        }
        let stepped = step(&claim, number, killed).await;
        match killed {
            None => assert_eq!(stepped.unwrap(), Heard::GoOn),
            Some(Killed::After) => {
                stepped.map(drop).unwrap();
                return false;
            }
            Some(_) => {
                assert!(stepped.is_err());
                return false;
            }
        }
    }
    claim.finish().await.unwrap();
    true
}

pub async fn each_step_was_done_once(site: &Installation) {
    const CLEAR: &str = "DELETE FROM made_up";
    let (all, different) = (
        site.number("SELECT COUNT(*) AS n FROM made_up").await,
        site.number("SELECT COUNT(DISTINCT n) AS n FROM made_up")
            .await,
    );
    assert_eq!((all, different), (STEPS, STEPS));
    crate::as_it_was::write(site, CLEAR, args![]).await;
}

/// Killed in every way in every step, and killed once more in every way after that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_goes_on_where_it_was_and_does_nothing_twice() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let other = other(&site, 31).await;
        let entitled = (1..=STEPS).flat_map(|at| ALL.map(|how| (at, how)));
        for first in entitled {
            for second in [
                None,
                Some((first.0, Killed::Between)),
                Some((STEPS, Killed::After)),
            ] {
                let id = ask(&site.store, JobKind::RebuildIndex).await.job;
                let mut attempts = 1;
                assert!(!work(claim(&site.store).await.unwrap(), Some(first)).await);
                for kill in [second, None] {
                    assert!(claim(&other).await.is_none(), "the lease holds");
                    site.clock.advance(LEASE);
                    let Some(claimed) = claim(&other).await else {
                        break;
                    };
                    attempts += 1;
                    assert_eq!(claimed.job().attempt, attempts);
                    if work(claimed, kill).await {
                        break;
                    }
                }
                let done = job(&other, id).await;
                assert_eq!(
                    (done.state, done.done),
                    (JobState::Done, STEPS),
                    "{first:?} {second:?}"
                );
                each_step_was_done_once(&site).await;
            }
        }
    })
    .await;
}

/// Runs what is due, with this answer.
async fn run(store: &Store, answer: Result<Outcome, Fault>) -> Option<Ran> {
    let ran = store.run_job(KINDS, |_| async move { answer });
    ran.await.unwrap()
}

#[tokio::test]
async fn what_can_never_succeed_waits_ever_longer_and_is_told_to_a_person() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let failed = async || {
            let failed = store
                .read_clear(async |look| look.failed_jobs().await)
                .await;
            let failed: Result<Vec<_>, StoreError> = failed;
            failed
                .unwrap()
                .iter()
                .map(|job| job.id)
                .collect::<Vec<Id>>()
        };
        let id = ask(store, JobKind::BackUp).await.job;
        let began = store.world().now();
        for tries in 1..TRIES {
            let Some(Ran::Failed(Fault::File, Again::At(at))) = run(store, Err(Fault::File)).await
            else {
                panic!("it fails and is tried again");
            };
            assert_eq!(at.seconds_since(store.world().now()), pause(tries));
            site.clock.advance(pause(tries) - 1);
            assert_eq!(run(store, Ok(Outcome::Finished)).await, None, "not yet");
            assert_eq!(failed().await, []);
            site.clock.advance(1);
        }
        // The last attempt brings the site down.
        let panics = store
            .run_job(KINDS, |_| async { panic!("on purpose") })
            .await;
        let last = Some(Ran::Failed(Fault::Broken, Again::Never));
        assert_eq!(panics.unwrap(), last);
        let waited = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600];
        let took = store.world().now().seconds_since(began);
        assert_eq!(took, waited.iter().sum::<i64>());
        site.clock.advance(24 * 3600);
        assert_eq!(run(store, Ok(Outcome::Finished)).await, None, "never again");
        let read = job(store, id).await;
        assert_eq!(
            (read.state, read.fault),
            (JobState::Failed, Some(Fault::Broken))
        );
        assert_eq!((read.attempt, read.ended.is_some()), (TRIES, true));
        assert_eq!(failed().await, [id]);
        let examined = store::Examined::open(&url).await.unwrap();
        assert_eq!(
            examined.failed_jobs().await.unwrap(),
            [read],
            "the doctor knows"
        );

        // Whoever asks anew knows of it.
        assert!(ask(store, JobKind::BackUp).await.is_new);
        assert_eq!(failed().await, []);
        assert_eq!(
            run(store, Ok(Outcome::Finished)).await,
            Some(Ran::Ended(Outcome::Finished))
        );
    })
    .await;
}

#[tokio::test]
async fn what_kills_its_process_each_time_is_given_up() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let id = ask(store, JobKind::BackUp).await.job;
        for _ in 0..TRIES {
            drop(claim(store).await.expect("it is tried again"));
            site.clock.advance(LEASE);
        }
        assert!(claim(store).await.is_none());
        let read = job(store, id).await;
        assert_eq!(
            (read.state, read.fault),
            (JobState::Failed, Some(Fault::CutOff))
        );
    })
    .await;
}

#[tokio::test]
async fn what_comes_further_is_never_given_up() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        let id = ask(store, JobKind::RebuildIndex).await.job;
        for number in 1..=3 * TRIES {
            let claimed = claim(store).await.expect("it is tried again");
            step(&claimed, number, None).await.map(drop).unwrap();
            let again = claimed.fail(Fault::Busy).await.unwrap();
            let at = store.world().now().plus_seconds(pause(1));
            assert_eq!(again, Again::At(at), "the first wait, each time");
            site.clock.advance(pause(1));
        }
        // A program that is stopped and started often does no harm either; it goes on at once.
        for _ in 0..3 * TRIES {
            let back = run(store, Ok(Outcome::PutBack)).await;
            assert_eq!(back, Some(Ran::Ended(Outcome::PutBack)));
        }
        // Steps that are told without a place to go on from do not count: each attempt makes them anew.
        for tries in 2..=TRIES {
            let claimed = claim(store).await.expect("it is tried again");
            let progress = Progress {
                done: tries,
                ..Progress::default()
            };
            assert_eq!(claimed.progress(progress).await.unwrap(), Heard::GoOn);
            claimed.fail(Fault::Busy).await.map(drop).unwrap();
            site.clock.advance(pause(tries));
        }
        let read = job(store, id).await;
        assert_eq!(read.state, JobState::Failed);
        assert_eq!(read.cursor.as_deref(), Some("step-30"));
    })
    .await;
}
