//! Two processes at one database: each job is claimed once a lease, and whoever lost one is refused.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use record::Id;
use store::jobs::{Claim, Fault, Heard, JobKind, JobState, LEASE, Outcome, Progress, Ran};
use store::{Store, StoreError, args};
use testkit::on_both_engines;

use crate::ground::{Installation, site};
use crate::jobs::{STEPS, each_step_was_done_once, work};
use crate::jobs_asked::{KINDS, ask, cancel, claim, job, other, permit};

/// Fifty jobs that wait at once: the rule of one at a time stands in an index, which is taken away.
async fn fifty(site: &Installation) {
    const ROW: &str = "INSERT INTO job (id, kind, asked_by, asked_at, state, next_at, attempt, tries, done) \
        VALUES ($1, 'back_up', 'rule:Test', $2, 'waiting', $2, 0, 0, 0)";
    let made = site
        .store
        .upkeep(|upkeep| async move { upkeep.execute("DROP INDEX job_open", args![]).await });
    let made: Result<u64, StoreError> = made.await;
    made.unwrap();
    let (now, ids) = (site.store.world().now(), (0..50).map(|_| site.id()));
    let ids: Vec<Id> = ids.collect();
    let made = site.store.upkeep(move |upkeep| {
        let ids = ids.clone();
        async move {
            for id in ids {
                upkeep.execute(ROW, args![id, now]).await?;
            }
            Ok::<_, StoreError>(())
        }
    });
    made.await.unwrap();
}

/// Claims until nothing is due; a store that is busy is asked again.
async fn claim_all(store: &Store) -> Vec<Claim> {
    let mut claims = Vec::new();
    loop {
        match store.claim_job(KINDS).await {
            Ok(Some(claim)) => claims.push(claim),
            Ok(None) => return claims,
            Err(StoreError::Busy) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_jobs_are_claimed_once_a_lease_by_two_who_compete() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        fifty(&site).await;
        let other = other(&site, 31).await;
        let mut before = Vec::new();
        for attempt in 1..=3 {
            let (one, two) = tokio::join!(claim_all(&site.store), claim_all(&other));
            eprintln!("{} and {}", one.len(), two.len());
            let mut times = BTreeMap::new();
            for claim in one.iter().chain(&two) {
                assert_eq!(claim.job().attempt, attempt);
                *times.entry(claim.job().id.to_string()).or_insert(0) += 1;
            }
            assert_eq!(times.len(), 50);
            assert!(times.values().all(|times| *times == 1), "{times:?}");
            // None of those who had one before can write any more.
            for lost in &before {
                let lost: &Claim = lost;
                assert!(matches!(lost.finish().await, Err(StoreError::Lost)));
            }
            before = one.into_iter().chain(two).collect();
            site.clock.advance(LEASE);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_job_after_the_other_is_done_by_one_of_two() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let other = other(&site, 31).await;
        for _ in 0..25 {
            let id = ask(&site.store, JobKind::BackUp).await.job;
            let (one, two) = tokio::join!(claim_all(&site.store), claim_all(&other));
            let claims: Vec<&Claim> = one.iter().chain(&two).collect();
            let [claim] = claims[..] else {
                panic!("{} have it", claims.len());
            };
            assert_eq!(claim.job().id, id);
            claim.finish().await.unwrap();
        }
    })
    .await;
}

/// A process that goes away at any instant, while another takes the job up before its last words are
/// through: what was on its way is kept before the claim, or refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dropped_at_any_instant_each_step_is_done_once() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let stores = [site.store.clone(), other(&site, 31).await];
        for round in 0..20_u64 {
            let id = ask(&site.store, JobKind::RebuildIndex).await.job;
            for attempt in 0_u64.. {
                let store = &stores[usize::from(attempt % 2 == 1)];
                // Last words that came late may have renewed the lease, or said that all is done.
                if let Some(mine) = claim_all(store).await.pop() {
                    let working = tokio::spawn(work(mine, None));
                    let micros = site.store.world().below(4000 << attempt.min(8));
                    tokio::time::sleep(Duration::from_micros(micros)).await;
                    working.abort();
                }
                if job(store, id).await.ended.is_some() {
                    break;
                }
                site.clock.advance(LEASE);
            }
            let done = job(&site.store, id).await;
            let told = (done.state, done.done);
            assert_eq!(told, (JobState::Done, STEPS), "{round}: {done:?}");
            each_step_was_done_once(&site).await;
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_slept_through_the_lease_is_refused_and_changes_nothing() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let other = other(&site, 31).await;
        let id = ask(&site.store, JobKind::RebuildIndex).await.job;
        let stale = claim(&site.store).await.unwrap();
        let step = |done, cursor| Progress {
            done,
            total: Some(9),
            cursor: Some(cursor),
        };
        assert_eq!(stale.progress(step(1, "row-1")).await.unwrap(), Heard::GoOn);
        site.clock.advance(LEASE - 1);
        assert!(claim(&other).await.is_none(), "the lease holds");
        site.clock.advance(1);
        let mine = claim(&other).await.unwrap();
        let told = (
            mine.job().done,
            mine.job().cursor.as_deref(),
            mine.job().attempt,
        );
        assert_eq!(told, (1, Some("row-1"), 2));
        let before = job(&other, id).await;

        let lost =
            |result: Result<(), StoreError>| assert!(matches!(result, Err(StoreError::Lost)));
        lost(stale.progress(step(7, "row-7")).await.map(drop));
        lost(stale.renew().await.map(drop));
        lost(stale.finish().await);
        lost(stale.cancelled().await);
        lost(stale.fail(Fault::Broken).await.map(drop));
        lost(stale.put_back().await.map(drop));
        // What it did in a unit is undone with it.
        let late = stale.clone();
        let unit = site.store.unit(permit(&site.store), move |unit| {
            let late = late.clone();
            async move {
                let insert = "INSERT INTO made_up (record, n) VALUES ($1, 7)";
                unit.execute(insert, args![unit.id()]).await?;
                late.progress_in(&unit, Progress::default()).await.map(drop)
            }
        });
        lost(unit.await);
        assert_eq!(site.number("SELECT COUNT(*) AS n FROM made_up").await, 0);
        assert_eq!(job(&other, id).await, before);

        assert_eq!(mine.progress(step(2, "row-2")).await.unwrap(), Heard::GoOn);
        mine.finish().await.unwrap();
        lost(mine.progress(step(3, "row-3")).await.map(drop));
        lost(mine.finish().await);
        let done = job(&other, id).await;
        assert_eq!((done.state, done.done), (JobState::Done, 2));
        assert_eq!(done.cursor.as_deref(), Some("row-2"));
    })
    .await;
}

#[tokio::test]
async fn a_lease_is_renewed_by_whoever_tells_progress() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        ask(&site.store, JobKind::RebuildIndex).await;
        let claimed = claim(&site.store).await.unwrap();
        for done in 0..5 {
            site.clock.advance(LEASE - 1);
            let heard = if done % 2 == 0 {
                claimed.renew().await
            } else {
                claimed
                    .progress(Progress {
                        done,
                        ..Progress::default()
                    })
                    .await
            };
            assert_eq!(heard.unwrap(), Heard::GoOn);
            assert!(claim(&site.store).await.is_none());
        }
        // Late, and nobody has taken it: it goes on.
        site.clock.advance(10 * LEASE);
        assert_eq!(claimed.renew().await.unwrap(), Heard::GoOn);
        assert!(claim(&site.store).await.is_none());
        claimed.finish().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_was_set_back_keeps_no_job_for_long() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        // A clock that was a year ahead when a job was claimed, and when one was asked for.
        site.clock.advance(365 * 24 * 3600);
        let left = ask(&site.store, JobKind::BackUp).await.job;
        let stale = claim(&site.store).await.unwrap();
        let waits = ask(&site.store, JobKind::RebuildIndex).await.job;
        site.clock.advance(-365 * 24 * 3600);
        assert!(
            job(&site.store, left)
                .await
                .is_cut_off(site.store.world().now())
        );
        let claims = claim_all(&site.store).await;
        let both = claims.iter().map(|claim| claim.job().id);
        assert_eq!(HashSet::from([left, waits]), both.collect());
        assert_eq!(claims.len(), 2);
        assert!(matches!(stale.renew().await, Err(StoreError::Lost)));
        // Set back by less than that, it waits a little longer and no more.
        site.clock.advance(-3600);
        assert!(claim(&site.store).await.is_none());
        site.clock.advance(3600 + LEASE);
        assert!(claim(&site.store).await.is_some());
        cancel(&site.store, waits).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_cursor_takes_ids_and_codes_and_no_words() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let store = &site.store;
        ask(store, JobKind::RebuildIndex).await;
        let claimed = claim(store).await.unwrap();
        let told = async |cursor: &str| {
            let cursor = Some(cursor);
            let told = claimed.progress(Progress {
                cursor,
                ..Progress::default()
            });
            told.await.map(drop)
        };
        let id = site.id();
        told(&format!("account/{id}|2")).await.unwrap();
        for words in ["Amal Hassan", "أمل", "a\nb", &"a".repeat(201)] {
            assert!(matches!(
                told(words).await,
                Err(StoreError::Column("cursor"))
            ));
        }
        assert!(claimed.put_back().await.is_ok());
        // On a task of its own, as a server runs it.
        let runs = store.clone();
        let lost = tokio::spawn(async move {
            let run = |claim: Claim| async move {
                claim.finish().await?;
                Ok(Outcome::Finished)
            };
            runs.run_job(KINDS, run).await
        });
        let lost = lost.await.unwrap().unwrap();
        assert_eq!(lost, Some(Ran::Lost), "it was ended already");
    })
    .await;
}
