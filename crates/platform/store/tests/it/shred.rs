//! What was shredded is gone: from the units, from the file, from its write-ahead log, from copies.

use std::time::Duration;

use record::Id;
use store::{StoreError, args};
use testkit::{Engine, on_both_engines};

use crate::ground::{Installation, said, say, site};

/// The wrapped keys of a record, as they stand in the database.
async fn wraps(site: &Installation, record: Id) -> Vec<Vec<u8>> {
    let select = "SELECT wrapped FROM data_key WHERE record = $1 ORDER BY holder";
    let rows = site
        .store
        .read_clear(async |look| look.rows(select, args![record]).await);
    let rows: Vec<store::Row> = rows.await.unwrap();
    rows.iter()
        .map(|row| row.bytes("wrapped").unwrap())
        .collect()
}

/// Whether any of these bytes stand in the database file or beside it.
fn found(site: &Installation, wanted: &[Vec<u8>]) -> bool {
    ["", "-wal", "-shm", "-journal"].iter().any(|end| {
        let bytes = std::fs::read(format!("{}{end}", site.file().display())).unwrap_or_default();
        wanted
            .iter()
            .any(|part| bytes.windows(part.len()).any(|at| at == part))
    })
}

async fn shred(site: &Installation, record: Id) {
    let permit = site.reporter(record).await;
    let shredded = site.store.unit(permit, move |unit| async move {
        // Opened a moment before, in the same unit.
        let opened = said(&unit, record).await;
        unit.shred(record).await?;
        if opened.is_ok() {
            assert!(matches!(said(&unit, record).await, Err(StoreError::Sealed)));
        }
        Ok::<_, StoreError>(())
    });
    shredded.await.expect("shredded");
}

async fn spoken(site: &Installation, orgs: &[Id]) -> Id {
    let record = site.record(orgs[0]).await;
    let permit = site.reporter(record).await;
    let others = orgs[1..].to_vec();
    let spoken = site.store.unit(permit, move |unit| {
        let others = others.clone();
        async move {
            say(&unit, record, "words").await?;
            for org in others {
                unit.share_key(record, org).await?;
            }
            Ok::<_, StoreError>(())
        }
    });
    spoken.await.unwrap();
    record
}

#[tokio::test]
async fn nothing_of_it_opens_again() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let orgs = [site.body().await, site.body().await];
        let (record, other) = (spoken(&site, &orgs).await, spoken(&site, &orgs).await);
        let old = wraps(&site, record).await;
        assert_eq!(old.len(), 2);
        shred(&site, record).await;
        assert!(wraps(&site, record).await.is_empty());
        if site.is_sqlite() {
            assert!(
                !found(&site, &old),
                "a destroyed key still stands in the files"
            );
            assert!(
                wraps(&site, other).await.len() == 2 && found(&site, &wraps(&site, other).await)
            );
        }
        for (wanted, org) in [(record, orgs[0]), (other, orgs[0])] {
            let permit = site.may_answer(org, wanted).await;
            let opened = site.store.unit(permit, move |unit| async move {
                let shared = unit.share_key(wanted, unit.id()).await;
                assert!(shared.is_err());
                Ok::<_, StoreError>(())
            });
            drop(opened.await);
            let permit = site.may_answer(org, wanted).await;
            let opened = site
                .store
                .read(permit, move |unit| async move { said(&unit, wanted).await });
            match opened.await {
                Ok(words) => assert!(wanted == other && words == "words"),
                Err(error) => assert!(wanted == record && matches!(error, StoreError::Sealed)),
            }
        }
        // The tombstone is signed, in the database and in the log.
        let key = site.store.journal().public_key();
        let select = "SELECT record, signed FROM tombstone";
        let rows = site
            .store
            .read_clear(async |look| look.rows(select, args![]).await);
        let rows: Vec<store::Row> = rows.await.unwrap();
        let tombstone = key
            .tombstone(&rows[0].text("signed").unwrap())
            .expect("signed");
        assert_eq!((rows.len(), tombstone.record), (1, record));
        let log = std::fs::read_to_string(site.checkpoints()).unwrap();
        let logged = log
            .lines()
            .filter_map(|line| ledger::LogLine::read(line, &key).ok());
        let logged = logged
            .filter(|line| matches!(line, ledger::LogLine::Tombstone(t) if t.record == record));
        assert_eq!(logged.count(), 1);
        site.leaves().await;
        assert!(site.verdict().await.holds());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_of_an_older_state_delays_it_and_no_more() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let record = spoken(&site, &[site.body().await]).await;
    let old = wraps(&site, record).await;
    let (looking, has_looked) = tokio::sync::oneshot::channel();
    let (go, may_go) = tokio::sync::oneshot::channel::<()>();
    let store = site.store.clone();
    let look = tokio::spawn(async move {
        let looked = store.read_clear(async |look| {
            look.rows("SELECT record FROM guard", args![]).await?;
            looking.send(()).unwrap();
            may_go.await.unwrap();
            Ok::<_, StoreError>(())
        });
        looked.await
    });
    has_looked.await.unwrap();
    tokio::time::timeout(Duration::from_secs(3), shred(&site, record))
        .await
        .expect("a reader does not hold the writer up");
    assert!(found(&site, &old), "the reader still sees the older state");
    go.send(()).unwrap();
    look.await.unwrap().unwrap();
    for _ in 0..50 {
        if !found(&site, &old) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("a destroyed key still stands in the files");
}

#[tokio::test]
async fn no_page_keeps_a_key_through_many_changes() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let orgs = [site.body().await, site.body().await];
    let (mut live, mut old) = (Vec::new(), Vec::new());
    for round in 0..3_usize {
        for _ in 0..25 {
            live.push(spoken(&site, &orgs).await);
        }
        for step in 0..20 {
            let record = live.swap_remove((step * 7 + round) % live.len());
            old.extend(wraps(&site, record).await);
            shred(&site, record).await;
        }
    }
    assert_eq!(old.len(), 120);
    assert!(
        !found(&site, &old),
        "a destroyed key still stands in the files"
    );
}

#[tokio::test]
async fn an_older_copy_put_back_is_shredded_again() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let org = site.body().await;
    let (record, other) = (spoken(&site, &[org]).await, spoken(&site, &[org]).await);
    let old = wraps(&site, record).await;
    let copy = site.folder().join("copy.db");
    let into = format!("VACUUM INTO '{}'", copy.display());
    vacuum(site.file(), into).await;
    shred(&site, record).await;
    site.store.close().await;
    std::fs::copy(&copy, site.file()).unwrap();
    assert!(found(&site, &old));
    // With the log kept it does not open as if nothing were; for whoever knows it, it does.
    let opened = store::Store::open(site.settings(12)).await;
    assert!(matches!(opened, Err(StoreError::OlderDatabase { .. })));
    assert!(found(&site, &old));
    let age = store::Store::take_older(site.settings(12)).await.unwrap();
    assert!(matches!(age, store::Age::DatabaseOlder { .. }), "{age:?}");
    let store = site.again(12).await;
    let mut site = site;
    site.site.store = store;
    assert!(!found(&site, &old) && wraps(&site, record).await.is_empty());
    assert_eq!(wraps(&site, other).await.len(), 1);
}

async fn vacuum(file: &std::path::Path, into: String) {
    use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    options
        .connect()
        .await
        .unwrap()
        .execute(AssertSqlSafe(into))
        .await
        .unwrap();
}
