//! A unit is all or nothing, whatever its body does.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use store::{StoreError, Upkeep, args};
use testkit::on_both_engines;
use tokio::sync::{mpsc, oneshot};

use crate::ground::{Installation, said, say, site};

const COUNT: &str = "SELECT COUNT(*) AS n FROM made_up";
const INSERT: &str = "INSERT INTO made_up (record, n) VALUES ($1, 0)";

#[derive(Debug, thiserror::Error)]
enum Wrong {
    #[error("the body says no")]
    Body,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Nothing of a unit is left: no row, no event, no leaf.
async fn nothing_new<T>(
    site: &Installation,
    before: (i64, i64),
    result: Result<T, Wrong>,
) -> Wrong {
    assert_eq!((site.number(COUNT).await, site.leaves().await), before);
    assert_eq!(site.number("SELECT COUNT(*) AS n FROM event").await, 0);
    result.err().expect("a refusal")
}

fn event(record: record::Id, at: record::Moment) -> record::Event {
    let world = record::Root::Care;
    record::Event {
        name: record::EventName::ReportSent,
        record,
        root: record,
        world,
        at,
        code: None,
    }
}

#[tokio::test]
async fn it_is_kept_whole_or_not_at_all() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let before = (site.number(COUNT).await, site.leaves().await);
        for kind in [
            "error",
            "panic",
            "panic in the head",
            "failed statement",
            "nested",
            "leave",
        ] {
            let store = site.store.clone();
            let result: Result<(), Wrong> = site
                .store
                .unit(site.anybody(), move |unit| {
                    assert_ne!(kind, "panic in the head", "on purpose");
                    let store = store.clone();
                    async move {
                        let record = unit.id();
                        unit.execute(INSERT, args![record]).await?;
                        unit.event(event(record, unit.now())).await?;
                        match kind {
                            "error" => return Err(Wrong::Body),
                            "panic" => panic!("on purpose"),
                            // The body goes on as if nothing had happened.
                            "failed statement" => {
                                let twice = unit.execute(INSERT, args![record]).await;
                                assert!(matches!(twice, Err(StoreError::Taken)));
                            }
                            "nested" => store.upkeep(async |_: Upkeep| Ok::<_, Wrong>(())).await?,
                            _ => return Err(StoreError::Absent.into()),
                        }
                        Ok(())
                    }
                })
                .await;
            let why = nothing_new(&site, before, result).await;
            match kind {
                "error" => assert!(matches!(why, Wrong::Body)),
                "nested" => assert!(matches!(why, Wrong::Store(StoreError::Nested))),
                "leave" => assert!(matches!(why, Wrong::Store(StoreError::Absent))),
                _ => assert!(
                    matches!(why, Wrong::Store(StoreError::Over)),
                    "{kind}: {why}"
                ),
            }
        }
        // The writer goes on.
        let org = site.body().await;
        site.record(org).await;
        assert_eq!(site.number(COUNT).await, before.0 + 1);
    })
    .await;
}

#[tokio::test]
async fn upkeep_that_swallows_a_failure_is_undone_and_says_so() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let record = site.id();
        let result = site.store.upkeep(move |upkeep| async move {
            upkeep.execute(INSERT, args![record]).await?;
            let _swallowed = upkeep.execute(INSERT, args![record]).await;
            Ok::<_, StoreError>(())
        });
        assert!(matches!(result.await, Err(StoreError::Over)));
        assert_eq!(site.number(COUNT).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_leaks_out_of_it_does_and_opens_nothing() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let permit = site.may_answer(org, record).await;
        let leaked = site.store.unit(permit.clone(), move |unit| async move {
            say(&unit, record, "words").await?;
            assert_eq!(said(&unit, record).await?, "words");
            let sealed = crate::ground::sealed(&unit, record).await?;
            Ok::<_, StoreError>((unit, sealed))
        });
        let (unit, sealed) = leaked.await.unwrap();
        assert!(matches!(
            unit.execute(INSERT, args!["x"]).await,
            Err(StoreError::Over)
        ));
        assert!(matches!(unit.join(permit).await, Err(StoreError::Over)));
        let row = record.to_string();
        let place = vault::Place {
            table: "made_up",
            row: &row,
            column: "said",
        };
        assert!(matches!(
            unit.open(record, &place, &sealed).await,
            Err(StoreError::Over)
        ));
        assert!(matches!(
            unit.seal(record, &place, &vault::Plain::new(String::new()))
                .await,
            Err(StoreError::Over)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_caller_that_goes_away_cancels_nothing() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let before = site.leaves().await;
        let (begun, mut has_begun) = mpsc::channel(1);
        let (go, may_go) = oneshot::channel::<()>();
        let may_go = Arc::new(tokio::sync::Mutex::new(Some(may_go)));
        let (store, permit) = (site.store.clone(), site.anybody());
        let asking = tokio::spawn(async move {
            let unit = store.unit(permit, move |unit| {
                let (begun, may_go) = (begun.clone(), may_go.clone());
                async move {
                    begun.send(()).await.unwrap();
                    if let Some(may_go) = may_go.lock().await.take() {
                        may_go.await.unwrap();
                    }
                    unit.execute(INSERT, args![unit.id()]).await
                }
            });
            unit.await
        });
        has_begun.recv().await.unwrap();
        asking.abort();
        assert!(asking.await.unwrap_err().is_cancelled());
        go.send(()).unwrap();
        for _ in 0..100 {
            if site.number(COUNT).await == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(
            (site.number(COUNT).await, site.leaves().await),
            (1, before + 1)
        );
    })
    .await;
}

#[tokio::test]
async fn a_read_writes_nothing_but_its_entry() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let before = site.leaves().await;
        let runs = Arc::new(AtomicU32::new(0));
        let counted = runs.clone();
        let result = site.store.read(site.anybody(), move |unit| {
            counted.fetch_add(1, Ordering::SeqCst);
            async move { unit.execute(INSERT, args![unit.id()]).await }
        });
        assert!(result.await.is_err());
        assert_eq!((site.number(COUNT).await, site.leaves().await), (0, before));
        let result = site.store.read(site.anybody(), |unit| async move {
            unit.row(COUNT, args![]).await?.int("n")
        });
        assert_eq!(result.await.unwrap(), 0);
        assert_eq!(
            (runs.load(Ordering::SeqCst), site.leaves().await),
            (1, before + 1)
        );
    })
    .await;
}
