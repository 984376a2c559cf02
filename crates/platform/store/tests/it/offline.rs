//! A copy is checked with the public key alone, and every attack on it is named.

use std::path::{Path, PathBuf};

use access::action::SendReport;
use ledger::{Fault, Unknown, Verdict};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _};
use store::{StoreError, offline};
use testkit::{Database, Engine, on_both_engines};

use crate::ground::{Installation, site};

/// Five commits of two entries each, so that there are ten leaves and five checkpoints.
async fn ten(site: &Installation) {
    ten_because(site, "first").await;
}

async fn ten_because(site: &Installation, reason: &'static str) {
    for _ in 0..5 {
        // No two batches say the same.
        site.clock.advance(1);
        let two = site.store.unit(site.anybody(), move |unit| async move {
            unit.reason(reason).await;
            let second = unit
                .store()
                .gate()
                .permit_new::<SendReport>(unit.actor(), &[])?;
            unit.join(second).await
        });
        two.await.unwrap() as ();
        site.store.sequence().await.unwrap();
    }
}

async fn kept() -> (Database, Installation) {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    ten(&site).await;
    site.store.close().await;
    (database, site)
}

/// Runs statements on a file as somebody does who has it and no key.
async fn attack(file: &Path, sql: &str) {
    let options = SqliteConnectOptions::new().filename(file);
    let mut conn = options.connect().await.unwrap();
    conn.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    sqlx::Connection::close(conn).await.unwrap();
}

/// The verdicts without and with the log.
async fn both(site: &Installation) -> (Verdict, Verdict) {
    let key = site.store.journal().public_key();
    let file = site.file().display().to_string();
    let alone = offline::verify(&file, &key, None).await.unwrap();
    (
        alone,
        offline::verify(&file, &key, Some(&site.checkpoints()))
            .await
            .unwrap(),
    )
}

#[tokio::test]
async fn a_whole_ledger_holds_and_says_what_it_cannot_know() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        ten(&site).await;
        let key = site.store.journal().public_key();
        let alone = offline::verify(&url, &key, None).await.unwrap();
        assert!(
            alone.holds() && alone.leaves == 10 && alone.checkpoints == 5,
            "{alone:?}"
        );
        assert_eq!(
            alone.unknown,
            [Unknown::Truncation, Unknown::Rollback, Unknown::Fork]
        );
        let against = site.verdict().await;
        assert!(against.holds() && against.logged == Some(5), "{against:?}");
        assert_eq!(against.unknown, [Unknown::Together]);
        let other = vault::RootKey::generate()
            .domain(vault::Domain::Log, 1)
            .signing_seed();
        let other = ledger::Signer::from_seed(&other, key.origin()).unwrap();
        let verdict = offline::verify(&url, other.public_key(), None)
            .await
            .unwrap();
        assert_eq!(verdict.faults[0], Fault::Checkpoint { position: 1 });

        for leaf in [0, 3, 9] {
            let proof = offline::prove(&url, leaf).await.unwrap();
            assert_eq!(
                ledger::verify_proof(&proof, &key).unwrap().action,
                "SendReport"
            );
            assert!(ledger::verify_proof(&proof, other.public_key()).is_err());
        }
        assert!(matches!(
            offline::prove(&url, 10).await,
            Err(StoreError::Absent)
        ));
    })
    .await;
}

#[tokio::test]
async fn every_attack_on_the_rows_is_named() {
    let hash = "(SELECT hash FROM ledger_leaf WHERE seq = 3)";
    let edits = [
        // The hash was left alone: the leaf is named.
        (
            "UPDATE ledger_leaf SET body = X'00' WHERE seq = 4",
            Fault::Leaf { index: 4 },
        ),
        (
            "UPDATE ledger_leaf SET hash = 'text' WHERE seq = 4",
            Fault::Leaf { index: 4 },
        ),
        // The hash was made to fit, or belongs to another: the range is named.
        (
            "UPDATE ledger_leaf SET body = (SELECT body FROM ledger_leaf WHERE seq = 3), hash = HASH WHERE seq = 4",
            Fault::Range { from: 4, to: 6 },
        ),
        // A leaf is gone.
        (
            "DELETE FROM ledger_leaf WHERE seq = 5",
            Fault::Sequence {
                expected: 5,
                found: 6,
            },
        ),
        // Two changed places.
        (
            "UPDATE ledger_leaf SET seq = 100 WHERE seq = 2; UPDATE ledger_leaf SET seq = 2 WHERE seq = 7; \
          UPDATE ledger_leaf SET seq = 7 WHERE seq = 100",
            Fault::Range { from: 2, to: 4 },
        ),
        // The end was cut off, its checkpoints were not.
        (
            "DELETE FROM ledger_leaf WHERE seq >= 7",
            Fault::Truncated {
                leaves: 7,
                signed: 10,
            },
        ),
        // More than was signed.
        (
            "INSERT INTO ledger_leaf SELECT 10, body, hash FROM ledger_leaf WHERE seq = 1",
            Fault::Unsigned { from: 10, to: 11 },
        ),
        // A checkpoint was written over, or taken out.
        (
            "UPDATE ledger_checkpoint SET note = replace(note, '6', '7') WHERE size = 6",
            Fault::Checkpoint { position: 3 },
        ),
    ];
    for (sql, fault) in edits {
        let (_database, site) = kept().await;
        attack(site.file(), &sql.replace("HASH", hash)).await;
        let (alone, against) = both(&site).await;
        assert!(alone.faults.contains(&fault), "{sql}: {alone:?}");
        assert!(against.faults.contains(&fault), "{sql}: {against:?}");
        if fault == (Fault::Leaf { index: 4 }) {
            assert_eq!(alone.faults, [fault], "nothing else is wrong");
        }
        if sql.contains("X'00'") {
            assert!(matches!(
                offline::prove(&site.url, 4).await,
                Err(StoreError::Column("ledger_leaf"))
            ));
            assert!(offline::prove(&site.url, 3).await.is_ok());
        }
    }
}

#[tokio::test]
async fn what_was_cut_off_whole_shows_against_the_log_alone() {
    let (_database, site) = kept().await;
    let options = SqliteConnectOptions::new().filename(site.file());
    let mut conn = options.connect().await.unwrap();
    let left = sqlx::query_scalar("SELECT hash FROM ledger_leaf WHERE seq < 6 ORDER BY seq");
    let left: Vec<Vec<u8>> = left.fetch_all(&mut conn).await.unwrap();
    sqlx::Connection::close(conn).await.unwrap();
    let left: ledger::Tree = left
        .into_iter()
        .map(|hash| ledger::Hash::try_from(hash).unwrap())
        .collect();
    let cut = format!(
        "DELETE FROM ledger_leaf WHERE seq >= 6; DELETE FROM ledger_checkpoint WHERE size > 6; \
         DELETE FROM ledger_fact WHERE seq >= 6; UPDATE ledger_head SET size = 6, tree = X'{}'",
        hex::encode(left.to_bytes())
    );
    attack(site.file(), &cut).await;
    let (alone, against) = both(&site).await;
    assert!(alone.holds() && alone.unknown.contains(&Unknown::Truncation));
    assert_eq!(
        against.faults,
        [Fault::Truncated {
            leaves: 6,
            signed: 10
        }]
    );
}

#[tokio::test]
async fn an_older_copy_put_back_shows_against_the_log() {
    let (_database, site) = kept().await;
    let old = std::fs::read(site.file()).unwrap();
    let store = site.again(12).await;
    let mut site = site;
    site.site.store = store;
    ten(&site).await;
    site.store.close().await;
    assert!(both(&site).await.1.holds());
    std::fs::write(site.file(), old).unwrap();
    let (alone, against) = both(&site).await;
    assert!(alone.holds() && alone.unknown.contains(&Unknown::Rollback));
    assert_eq!(
        against.faults,
        [Fault::Truncated {
            leaves: 10,
            signed: 20
        }]
    );

    // It is not opened as if nothing were, and nothing of it was changed by the try.
    let log = std::fs::read(site.checkpoints()).unwrap();
    let refused = store::Store::open(site.settings(13)).await;
    assert!(matches!(
        refused,
        Err(StoreError::OlderDatabase {
            entries: 10,
            known: 20
        })
    ));
    assert_eq!(std::fs::read(site.checkpoints()).unwrap(), log);

    // Whoever knows it goes on with it: the log that knew more is kept, and tells of what is lost.
    let age = store::Store::take_older(site.settings(13)).await.unwrap();
    assert!(matches!(age, store::Age::DatabaseOlder { .. }), "{age:?}");
    let store = site.again(14).await;
    let mut site = site;
    site.site.store = store;
    ten_because(&site, "another").await;
    site.store.close().await;
    let (alone, against) = both(&site).await;
    assert!(alone.holds() && alone.unknown.contains(&Unknown::Fork));
    assert!(against.holds() && against.leaves == 21, "{against:?}");
    let kept = site
        .checkpoints()
        .with_file_name("checkpoints.log.before-restore-1");
    assert_eq!(std::fs::read(&kept).unwrap(), log);
    let key = site.store.journal().public_key();
    let file = site.file().display().to_string();
    let against = offline::verify(&file, &key, Some(&kept)).await.unwrap();
    assert!(
        against.faults.contains(&Fault::Fork { from: 11, to: 12 })
            || against.faults.contains(&Fault::Fork { from: 10, to: 12 })
            || against
                .faults
                .contains(&Fault::CheckpointMissing { size: 12 }),
        "{against:?}"
    );
}

/// All bytes of a folder, by name.
fn bytes_of(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[tokio::test]
async fn a_copy_is_read_with_what_lies_beside_it_and_left_as_it_is() {
    let database = Engine::Sqlite.database().unwrap();
    let site = site(database.url()).await;
    ten(&site).await;
    let key = site.store.journal().public_key();
    // As it runs.
    assert_eq!(site.verdict().await.leaves, 10);
    for ends in [["", "-wal", ""], ["", "-wal", "-shm"]] {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        for end in ends {
            let from = format!("{}{end}", site.file().display());
            std::fs::copy(from, format!("{}{end}", copy.display())).unwrap();
        }
        assert!(
            std::fs::metadata(format!("{}-wal", copy.display()))
                .unwrap()
                .len()
                > 0
        );
        let before = bytes_of(folder.path());
        for named in [
            copy.display().to_string(),
            format!("sqlite://{}", copy.display()),
        ] {
            let verdict = offline::verify(&named, &key, Some(&site.checkpoints()))
                .await
                .unwrap();
            assert!(verdict.holds() && verdict.leaves == 10, "{verdict:?}");
            offline::prove(&named, 9).await.unwrap();
        }
        let same = |end: &str| {
            let at = |files: &[(PathBuf, Vec<u8>)]| {
                let name = format!("{}{end}", copy.display());
                files
                    .iter()
                    .find(|file| file.0 == Path::new(&name))
                    .cloned()
            };
            at(&before) == at(&bytes_of(folder.path()))
        };
        assert!(same("") && same("-wal"), "{ends:?}");
        assert_eq!(before.len(), bytes_of(folder.path()).len(), "{ends:?}");
    }
    // Closed, alone and read-only.
    site.store.close().await;
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    std::fs::copy(site.file(), &copy).unwrap();
    let before = bytes_of(folder.path());
    let verdict = offline::verify(&copy.display().to_string(), &key, None)
        .await
        .unwrap();
    assert_eq!((verdict.leaves, bytes_of(folder.path())), (10, before));
}

#[tokio::test]
async fn what_is_no_ledger_is_said_to_be_none() {
    let (_database, site) = kept().await;
    let key = site.store.journal().public_key();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.db");
    for text in [None, Some("words, and no database at all"), Some("")] {
        if let Some(text) = text {
            std::fs::write(&file, text).unwrap();
        }
        let named = file.display().to_string();
        assert!(offline::verify(&named, &key, None).await.is_err());
        assert!(offline::prove(&named, 0).await.is_err());
    }
    let missing = folder.path().join("missing.log");
    assert!(
        offline::verify(&site.url, &key, Some(&missing))
            .await
            .is_err()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_that_is_being_written_is_no_alarm() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        ten(&site).await;
        let store = site.store.clone();
        let permit = site.anybody();
        let writing = tokio::spawn(async move {
            for _ in 0..150 {
                let unit = store.unit(permit.clone(), |_| async { Ok::<_, StoreError>(()) });
                unit.await.unwrap();
                store.sequence().await.unwrap();
            }
        });
        while !writing.is_finished() {
            let verdict = site.verdict().await;
            assert!(verdict.holds(), "{verdict:?}");
        }
        writing.await.unwrap();
    })
    .await;
}
