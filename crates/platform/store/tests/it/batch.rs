//! Many units at once: one commit for all that wait, and nothing lost.

use std::sync::Arc;

use futures::future::join_all;
use store::{StoreError, args};
use testkit::{Engine, on_both_engines};
use tokio::sync::Barrier;

use crate::ground::site;

const INSERT: &str = "INSERT INTO made_up (record, n) VALUES ($1, 0)";
const COUNT: &str = "SELECT COUNT(*) AS n FROM made_up";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn units_released_together_share_commits() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let before = site.store.commits();
    let barrier = Arc::new(Barrier::new(64));
    let all = (0..64).map(|_| {
        let (store, permit, barrier) = (site.store.clone(), site.anybody(), barrier.clone());
        tokio::spawn(async move {
            barrier.wait().await;
            let unit = store.unit(permit, |unit| async move {
                let record = unit.id();
                unit.execute(INSERT, args![record]).await?;
                Ok::<_, StoreError>(record)
            });
            unit.await
        })
    });
    for kept in join_all(all).await {
        kept.unwrap().expect("acknowledged");
    }
    let commits = site.store.commits() - before;
    assert!(commits <= 16, "{commits} commits");
    assert_eq!(site.number(COUNT).await, 64);
    assert_eq!(site.leaves().await, 64);
    assert!(site.verdict().await.holds());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_fails_is_undone_alone() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let all = (0..64_i64).map(|number| {
            site.store.unit(site.anybody(), move |unit| async move {
                unit.execute(INSERT, args![unit.id()]).await?;
                match number % 4 {
                    0 => Err(StoreError::Taken),
                    1 => panic!("on purpose"),
                    _ => Ok(()),
                }
            })
        });
        let kept = join_all(all).await.into_iter().flatten().count();
        assert_eq!((kept, site.number(COUNT).await), (32, 32));
        assert_eq!(site.leaves().await, 32);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writers_on_one_record_lose_nothing() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let permit = site.may_answer(org, record).await;
        let all = (0..64).map(|_| {
            site.store.unit(permit.clone(), move |unit| async move {
                // Read, then written: what a careless program loses.
                let row = unit
                    .row("SELECT n FROM made_up WHERE record = $1", args![record])
                    .await?;
                let next = row.int("n")? + 1;
                unit.execute(
                    "UPDATE made_up SET n = $2 WHERE record = $1",
                    args![record, next],
                )
                .await
            })
        });
        for kept in join_all(all).await {
            assert_eq!(kept.expect("acknowledged"), 1);
        }
        assert_eq!(site.number("SELECT n FROM made_up").await, 64);
        let answered = site.number("SELECT COUNT(*) AS n FROM ledger_leaf").await;
        assert!(site.leaves().await >= answered && site.verdict().await.holds());
    })
    .await;
}
