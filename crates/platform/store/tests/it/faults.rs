//! A full disk: an honest no, nothing acknowledged lost, reads go on, and no restart is needed.

use std::path::Path;
use std::process::Command;

use fixtures::Site;
use record::Id;
use store::{StoreError, args};
use tempfile::TempDir;
use testkit::Engine;

use crate::ground::{Installation, site, with_made_up};

/// A small disk of its own, with a file on it that can be taken away.
struct Disk(TempDir);

impl Disk {
    /// None where this machine lets nobody make one.
    fn of(kilobytes: usize, filler: usize) -> Option<Self> {
        let folder = TempDir::with_prefix("najat-disk-").unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"])
            .arg(folder.path())
            .output();
        if !mounted.is_ok_and(|done| done.status.success()) {
            eprintln!("skipped: no small disk can be made here");
            return None;
        }
        let disk = Self(folder);
        std::fs::write(disk.filler(), vec![0; filler * 1024]).unwrap();
        Some(disk)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn filler(&self) -> std::path::PathBuf {
        self.path().join("filler")
    }

    fn make_room(&self) {
        std::fs::remove_file(self.filler()).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _unmounted = Command::new("umount")
            .arg("--lazy")
            .arg(self.path())
            .status();
    }
}

async fn keep(site: &Installation) -> Result<Id, StoreError> {
    let kept = site.store.unit(site.anybody(), |unit| async move {
        let record = unit.id();
        let insert = "INSERT INTO made_up (record, said, n) VALUES ($1, $2, 0)";
        unit.execute(insert, args![record, vec![7_u8; 8000]])
            .await?;
        Ok::<_, StoreError>(record)
    });
    kept.await
}

async fn there(site: &Installation) -> Vec<Id> {
    let rows = site
        .store
        .read_clear(async |look| look.rows("SELECT record FROM made_up", args![]).await);
    let rows: Vec<store::Row> = rows.await.expect("reads go on");
    rows.iter().map(|row| row.id("record").unwrap()).collect()
}

async fn fills_and_recovers(site: &Installation, make_room: impl AsyncFnOnce()) {
    let mut kept = Vec::new();
    let error = loop {
        match keep(site).await {
            Ok(record) => kept.push(record),
            Err(error) => break error,
        }
        assert!(kept.len() < 5000, "the disk never fills");
    };
    assert!(matches!(error, StoreError::Busy), "{error}");
    // Again and again, until something is done about it; reads go on.
    for _ in 0..5 {
        assert!(matches!(keep(site).await, Err(StoreError::Busy)));
        let there = there(site).await;
        assert!(there.len() == kept.len() && kept.iter().all(|record| there.contains(record)));
    }
    make_room().await;
    for _ in 0..5 {
        kept.push(keep(site).await.expect("no restart is needed"));
    }
    assert_eq!(there(site).await.len(), kept.len());
    assert!(site.verdict().await.holds());
    site.store.close().await;
    let store = site.again(12).await;
    let rows =
        store.read_clear(async |look| look.rows("SELECT record FROM made_up", args![]).await);
    let rows: Vec<store::Row> = rows.await.unwrap();
    assert_eq!(rows.len(), kept.len());
    store.close().await;
    assert!(site.verdict().await.holds());
}

#[tokio::test]
async fn a_full_disk() {
    let Some(disk) = Disk::of(4608, 2048) else {
        return;
    };
    let url = format!("sqlite://{}", disk.path().join("najat.db").display());
    let site = with_made_up(Site::open_in(&url, TempDir::new_in(disk.path()).unwrap()).await).await;
    fills_and_recovers(&site, async || disk.make_room()).await;
    // The disk goes last.
    drop(site);
}

#[tokio::test]
async fn a_full_database() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    let pages = async |sql: &'static str| {
        let set = site
            .store
            .upkeep(move |upkeep| async move { upkeep.rows(sql, args![]).await });
        let set: Result<Vec<store::Row>, StoreError> = set.await;
        set.unwrap();
    };
    pages("PRAGMA max_page_count = 400").await;
    fills_and_recovers(&site, async || {
        pages("PRAGMA max_page_count = 100000").await;
    })
    .await;
}

#[tokio::test]
async fn a_full_disk_under_the_log_alone_is_made_good_without_an_alarm() {
    let Some(disk) = Disk::of(64, 60) else { return };
    let database = Engine::Sqlite.database().unwrap();
    let folder = TempDir::new_in(disk.path()).unwrap();
    let site = with_made_up(Site::open_in(database.url(), folder).await).await;
    for _ in 0..60 {
        // The database is durable: the units are kept.
        keep(&site).await.unwrap();
        site.store.sequence().await.unwrap();
    }
    let lines = |site: &Installation| {
        std::fs::read_to_string(site.checkpoints())
            .unwrap()
            .lines()
            .count()
    };
    assert!(lines(&site) < 60, "the disk never fills");
    let verdict = site.verdict().await;
    assert!(verdict.holds(), "{verdict:?}");
    disk.make_room();
    keep(&site).await.unwrap();
    site.store.sequence().await.unwrap();
    let verdict = site.verdict().await;
    assert!(verdict.holds() && verdict.recovered == 0, "{verdict:?}");
    assert_eq!(lines(&site), 61);
    drop(site);
}
