//! Copies of a whole installation: made beside sixty-four writers, put back elsewhere and compared row for
//! row, killed at any moment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use access::action::SendReport;
use access::{Actor, Member};
use najat::folder::Folder;
use record::{Id, Kind, OrgKind, Role, Root, Sensitivity, Session};
use store::backup::{Restored, Restoring, restore};
use store::{NewRecord, Store, StoreError, args};
use tempfile::TempDir;
use testkit::{Engine, place};

use crate::town::{Town, keys};

const WRITERS: usize = 64;

/// Where the child that makes a copy finds the installation, and where the copy goes.
const SHELTER: &str = "NAJAT_TEST_BACKUP_HOUSE";
const OUT: &str = "NAJAT_TEST_BACKUP_OUT";

/// Rows that a restore adds, or that count what it added.
const LEDGER: [&str; 4] = [
    "ledger_leaf",
    "ledger_head",
    "ledger_checkpoint",
    "ledger_fact",
];

fn administrator(town: &Town) -> Actor {
    let person = town
        .country
        .people
        .iter()
        .find(|person| person.role == Role::Administrator)
        .expect("somebody runs the installation");
    stepped_up(person.account)
}

fn stepped_up(account: Id) -> Actor {
    Actor::Person(Member {
        account,
        pseudonym: account,
        org: account,
        org_kind: OrgKind::Office,
        role: Role::Administrator,
        session: Session::SteppedUp,
        memberships: Vec::new(),
        manages: Vec::new(),
    })
}

/// A report with a key for a body of its own, as small as can be.
async fn write(store: &Store) -> Id {
    let permit = store
        .gate()
        .permit_new::<SendReport>(&Actor::Public, &[])
        .unwrap();
    let made = store.unit(permit, |unit| async move {
        let (org, record) = (unit.id(), unit.id());
        unit.create_org_key(org, Root::Care).await?;
        unit.create(NewRecord {
            record,
            kind: Kind::Report,
            org: Some(org),
            jurisdiction: None,
            sensitivity: Sensitivity::Ordinary,
            state: "open",
            root: None,
            world: Root::Care,
            keys_for: vec![org],
        })
        .await?;
        Ok::<_, StoreError>(record)
    });
    made.await.expect("nobody is turned away")
}

/// Rows of a statement that is put together here.
async fn rows(store: &Store, sql: String) -> Vec<store::Row> {
    let sql: &'static str = Box::leak(sql.into_boxed_str());
    let rows = store.read_clear(async |look| look.rows(sql, args![]).await);
    let rows: Result<_, StoreError> = rows.await;
    rows.expect(sql)
}

/// Every row of every table, as text.
async fn everything(store: &Store) -> BTreeMap<String, Vec<String>> {
    let tables = if store.is_postgres() {
        "SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE schemaname = current_schema()"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    };
    let mut all = BTreeMap::new();
    for row in rows(store, tables.to_owned()).await {
        let table = row.text("name").unwrap();
        if table == "_sqlx_migrations" {
            continue;
        }
        let line = if store.is_postgres() {
            "CAST(t AS TEXT)".to_owned()
        } else {
            let columns = format!("SELECT name FROM pragma_table_info('{table}')");
            let columns = rows(store, columns).await;
            let column = |row: &store::Row| format!("quote(\"{}\")", row.text("name").unwrap());
            columns
                .iter()
                .map(column)
                .collect::<Vec<_>>()
                .join(" || '|' || ")
        };
        let lines = rows(store, format!("SELECT {line} AS line FROM \"{table}\" t")).await;
        let mut lines: Vec<String> = lines.iter().map(|row| row.text("line").unwrap()).collect();
        lines.sort();
        all.insert(table, lines);
    }
    assert!(all.len() > 30, "every table was read");
    all
}

/// A place for a copy, and the store there.
struct Elsewhere {
    folder: TempDir,
    url: String,
    _database: Option<testkit::Database>,
}

impl Elsewhere {
    fn of(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (url, database) = if engine == Engine::Sqlite {
            let file = folder.path().join("najat.db");
            (format!("sqlite:{}", file.display()), None)
        } else {
            let database = engine.database().unwrap();
            (database.url().to_owned(), Some(database))
        };
        Self {
            folder,
            url,
            _database: database,
        }
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("checkpoints.log")
    }

    async fn restore(&self, town: &Town, copy: &Path, latest: Option<&Path>) -> Restored {
        let restoring = Restoring {
            copy: copy.to_owned(),
            url: self.url.clone(),
            checkpoints: self.log(),
            keys: keys(&town.folder),
            latest: latest.map(Path::to_owned),
            older_is_known: latest.is_some(),
            faults_are_known: false,
            world: testkit::world(91).0,
        };
        restore(restoring).await.expect("it is put back")
    }

    async fn store(&self, town: &Town) -> Store {
        let settings = store::Settings {
            url: self.url.clone(),
            checkpoints: self.log(),
            keys: keys(&town.folder),
            world: testkit::world(92).0,
        };
        Store::open(settings).await.unwrap()
    }

    async fn holds(&self, store: &Store) -> ledger::Verdict {
        let key = store.journal().public_key();
        let verdict = store::offline::verify(&self.url, &key, Some(&self.log())).await;
        let verdict = verdict.unwrap();
        assert!(verdict.holds(), "{verdict:?}");
        verdict
    }
}

const GUARDS: &str = "SELECT record FROM guard";
const HALVES: &str = "SELECT g.record FROM guard g WHERE g.kind = 'report' \
    AND NOT EXISTS (SELECT 1 FROM data_key k WHERE k.record = g.record)";
const TOMBSTONES: &str = "SELECT record FROM tombstone";

async fn ids(store: &Store, sql: &str) -> Vec<Id> {
    let rows = rows(store, sql.to_owned()).await;
    rows.iter().map(|row| row.id("record").unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_copy_beside_sixty_four_writers_is_whole_and_comes_back() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 12).await else {
            continue;
        };
        let copies = tempfile::tempdir().unwrap();
        let acknowledged = Arc::new(Mutex::new(Vec::new()));
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| {
                let (store, all, stop) = (town.store().clone(), acknowledged.clone(), stop.clone());
                tokio::spawn(async move {
                    while !stop.load(Ordering::Relaxed) {
                        let record = write(&store).await;
                        all.lock().unwrap().push(record);
                    }
                })
            })
            .collect();
        while acknowledged.lock().unwrap().len() < 100 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let before: Vec<Id> = acknowledged.lock().unwrap().clone();
        let first = copies.path().join("first");
        let manifest = najat::backup::run(town.store(), &administrator(&town), &first)
            .await
            .expect("a copy beside the writers");
        let after = acknowledged.lock().unwrap().len();
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.await.unwrap();
        }
        town.store().sequence().await.unwrap();
        eprintln!(
            "{engine:?}: {} before, {after} after the copy",
            before.len()
        );
        assert!(after > before.len(), "others wrote meanwhile");

        let elsewhere = Elsewhere::of(engine);
        elsewhere.restore(&town, &first, None).await;
        let store = elsewhere.store(&town).await;
        let there: std::collections::HashSet<Id> = ids(&store, GUARDS).await.into_iter().collect();
        assert!(before.iter().all(|record| there.contains(record)));
        let shredded = ids(&store, TOMBSTONES).await;
        let halves = ids(&store, HALVES).await;
        assert!(
            halves.iter().all(|record| shredded.contains(record)),
            "nothing is half"
        );
        let verdict = elsewhere.holds(&store).await;
        assert!(
            verdict.leaves > manifest.size,
            "the restore has an entry of its own"
        );
        // The root of the copy is one that the installation signed at that size.
        let size = manifest.size;
        let note = format!("SELECT note FROM ledger_checkpoint WHERE size = {size}");
        let note = rows(town.store(), note).await[0].text("note").unwrap();
        let signed = manifest.key.checkpoint(&note).expect("signed");
        assert_eq!(signed.root, manifest.root);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_row_of_every_table_comes_back_and_the_root_with_them() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        let administrator = administrator(&town);
        let (running, folder, database) = town.parts();
        running.stop().await;
        let store = crate::town::open(database.url(), &folder, testkit::world(90).0).await;
        let copies = tempfile::tempdir().unwrap();
        let copy = copies.path().join("copy");
        let manifest = najat::backup::run(&store, &administrator, &copy)
            .await
            .unwrap();
        let source = everything(&store).await;

        let elsewhere = Elsewhere::of(engine);
        let restoring = Restoring {
            copy,
            url: elsewhere.url.clone(),
            checkpoints: elsewhere.log(),
            keys: keys(&folder),
            latest: Some(folder.path().join("checkpoints.log")),
            older_is_known: false,
            faults_are_known: false,
            world: testkit::world(91).0,
        };
        let restored = restore(restoring).await.expect("nothing newer is known");
        assert_eq!((restored.lost(), restored.shredded_again), (0, 0));
        let head = restored.verdict.head.expect("a head");
        assert_eq!((head.size, head.root), (manifest.size, manifest.root));
        let settings = store::Settings {
            url: elsewhere.url.clone(),
            checkpoints: elsewhere.log(),
            keys: keys(&folder),
            world: testkit::world(92).0,
        };
        let other = Store::open(settings).await.unwrap();
        let back = everything(&other).await;
        assert_eq!(
            source.keys().collect::<Vec<_>>(),
            back.keys().collect::<Vec<_>>()
        );
        for (table, lines) in &source {
            let found = &back[table];
            if LEDGER.contains(&table.as_str()) {
                let more = usize::from(table != "ledger_head");
                assert_eq!(found.len(), lines.len() + more, "{table}");
                let kept = lines.iter().filter(|line| found.contains(line)).count();
                assert!(table == "ledger_head" || kept == lines.len(), "{table}");
            } else {
                assert!(lines == found, "{table} came back otherwise");
            }
        }
        elsewhere.holds(&other).await;
        other.close().await;
        store.close().await;
    }
}

/// Not a test: the process that makes a copy and is killed.
#[tokio::test]
async fn child() {
    let (Some(shelter), Some(out)) = (place::setting(SHELTER), place::setting(OUT)) else {
        return;
    };
    let folder = Folder::existing(Path::new(&shelter)).expect("a data folder");
    let settings = store::Settings {
        url: folder.url(),
        checkpoints: folder.checkpoints(),
        keys: folder.keys().unwrap(),
        world: najat::world::system(),
    };
    let store = Store::open(settings).await.unwrap();
    let actor = stepped_up(store.world().id());
    najat::backup::run(&store, &actor, Path::new(&out))
        .await
        .unwrap();
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn killed_while_it_copies_it_leaves_a_whole_copy_or_none() {
    let kills = if place::is_long() { 60 } else { 12 };
    let data = tempfile::tempdir().unwrap();
    let shelter = data.path().join("house");
    let folder = Folder::create(&shelter).unwrap();
    let open = || async {
        let settings = store::Settings {
            url: folder.url(),
            checkpoints: folder.checkpoints(),
            keys: folder.keys().unwrap(),
            world: najat::world::system(),
        };
        Store::open(settings).await.unwrap()
    };
    let store = open().await;
    for _ in 0..300 {
        write(&store).await;
    }
    let stop = Arc::new(AtomicBool::new(false));
    let writing = {
        let (store, stop) = (store.clone(), stop.clone());
        tokio::spawn(async move {
            while !stop.load(Ordering::Relaxed) {
                write(&store).await;
            }
        })
    };
    let out = data.path().join("copy");
    let (mut whole, mut none, mut longest) = (0, 0, 1500);
    for kill in 0..=kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "backup::child", "--nocapture"])
            .env(SHELTER, &shelter)
            .env(OUT, &out)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if kill == 0 {
            let waited = tokio::task::spawn_blocking(move || child.wait().unwrap());
            assert!(waited.await.unwrap().success());
            longest = 400;
        } else {
            let wait = store.world().below(longest);
            tokio::time::sleep(Duration::from_millis(wait)).await;
            child.kill().unwrap();
            child.wait().unwrap();
        }
        if out.exists() {
            whole += 1;
            store::backup::manifest(&out, &folder.keys().unwrap()).expect("a whole copy");
            let place = tempfile::tempdir().unwrap();
            let there = Folder::at(place.path());
            let restored = restore(Restoring {
                copy: out.clone(),
                url: there.url(),
                checkpoints: there.checkpoints(),
                keys: folder.keys().unwrap(),
                latest: None,
                older_is_known: false,
                faults_are_known: false,
                world: najat::world::system(),
            });
            assert!(restored.await.expect("it is put back").verdict.holds());
            std::fs::remove_dir_all(&out).unwrap();
        } else {
            none += 1;
        }
        let key = store.journal().public_key();
        let database = folder.database().display().to_string();
        let verdict = store::offline::verify(&database, &key, Some(&folder.checkpoints())).await;
        assert!(
            verdict.unwrap().holds(),
            "the installation itself is as it was"
        );
    }
    stop.store(true, Ordering::Relaxed);
    writing.await.unwrap();
    store.close().await;
    eprintln!("{whole} whole, {none} none");
    assert!(whole > 0);
}
