//! An older database: copied before anything changes, whole whenever the process is killed, left
//! alone by a program that is too old for it.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use access::Actor;
use access::action::SendReport;
use record::{Kind, Root, Sensitivity};
use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType};
use sqlx::{Connection as _, PgConnection, SqliteConnection};
use tempfile::TempDir;
use testkit::{Database, Engine, place};
use vault::RootKey;

use super::*;
use crate::{Keyring, NewRecord, Settings, Store, backup, offline};

/// Where the child finds what it opens.
const FOLDER: &str = "NAJAT_TEST_MIGRATE_FOLDER";
const URL: &str = "NAJAT_TEST_MIGRATE_URL";

/// The migrations of tomorrow: long enough for a kill to fall into them.
fn tomorrow() -> Migrator {
    let one = "ALTER TABLE guard ADD COLUMN mark TEXT; UPDATE guard SET mark = 'one'; \
        CREATE TABLE tomorrow (n BIGINT NOT NULL); \
        INSERT INTO tomorrow WITH RECURSIVE c(n) AS \
        (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300000) SELECT n FROM c;";
    let two = "UPDATE tomorrow SET n = n + 1; UPDATE guard SET mark = 'two'; \
        CREATE INDEX tomorrow_by_n ON tomorrow (n);";
    let made = |version, sql: &'static str| {
        let simple = MigrationType::Simple;
        Migration::new(
            version,
            "tomorrow".into(),
            simple,
            sql.into_sql_str(),
            false,
        )
    };
    let mut all: Vec<Migration> = MIGRATIONS.iter().cloned().collect();
    all.extend([made(9001, one), made(9002, two)]);
    Migrator::with_migrations(all)
}

#[test]
fn every_file_of_the_folder_is_carried() {
    let folder = place::repository().join("migrations");
    let files = fs::read_dir(folder).expect("the folder").flatten();
    let files = files.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.strip_suffix(".sql").map(str::to_owned)
    });
    let mut files: Vec<String> = files.collect();
    files.sort();
    let carried: Vec<&str> = CARRIED.iter().map(|(name, _)| *name).collect();
    assert_eq!(carried, files);
    let read = MIGRATIONS.iter().map(|one| one.version);
    let numbers: Vec<i64> = (FIRST..).take(files.len()).collect();
    assert_eq!(read.collect::<Vec<i64>>(), numbers);
}

/// An installation of today.
struct Today {
    folder: PathBuf,
    url: String,
    _lives: (TempDir, Option<Database>),
}

impl Today {
    async fn on(engine: Engine) -> Option<Self> {
        let folder = TempDir::with_prefix("najat-migrate-").expect("a folder");
        let keys = Keyring::generate();
        for root in Root::ALL {
            let text = keys.root_text(*root);
            let file = folder.path().join(format!("{root}.key"));
            fs::write(file, text.expose()).expect("a key file");
        }
        let (url, database) = if engine == Engine::Sqlite {
            let file = folder.path().join("najat.db");
            (format!("sqlite:{}", file.display()), None)
        } else {
            let database = engine.database()?;
            (database.url().to_owned(), Some(database))
        };
        let today = Self {
            folder: folder.path().to_owned(),
            url,
            _lives: (folder, database),
        };
        let store = Store::open(today.settings()).await.expect("it opens");
        for _ in 0..20 {
            let permit = store
                .gate()
                .permit_new::<SendReport>(&Actor::Public, &[])
                .expect("anybody may send");
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
                .await
            });
            made.await.expect("a record");
        }
        store.close().await;
        Some(today)
    }

    fn keys(&self) -> Keyring {
        let [care, justice] = keys_in(&self.folder);
        Keyring::new(care, justice).expect("two roots")
    }

    fn settings(&self) -> Settings {
        settings(&self.folder, &self.url, self.keys())
    }

    async fn open(&self, migrations: &Migrator) -> Result<Store, StoreError> {
        Store::open_at(self.settings(), BeforeMigrating::Copy, migrations).await
    }

    fn kept(&self) -> Vec<String> {
        let names = fs::read_dir(&self.folder).expect("a folder").flatten();
        let mut names: Vec<String> = names
            .map(|entry| entry.file_name().display().to_string())
            .filter(|name| name.contains("before-"))
            .collect();
        names.sort();
        names
    }

    /// The ledger holds in a database that is this one, or a copy of it.
    async fn holds(&self, url: &str) {
        let log = self.folder.join("checkpoints.log");
        let key = Seen::at(url).await.key;
        let verdict = offline::verify(url, &key, Some(&log)).await;
        let verdict = verdict.expect("a verdict");
        assert!(verdict.holds() && verdict.leaves >= 20, "{verdict:?}");
    }

    fn copy(&self, version: i64) -> PathBuf {
        self.folder.join(format!("najat.db.before-{version}"))
    }
}

fn settings(folder: &Path, url: &str, keys: Keyring) -> Settings {
    Settings {
        url: url.to_owned(),
        checkpoints: folder.join("checkpoints.log"),
        keys,
        world: testkit::world(5).0,
    }
}

/// What stands in a database, looked at without opening it as a store.
struct Seen {
    newest: i64,
    /// What the rows of `guard` say in a column of tomorrow; none where it is still today.
    marks: Option<Vec<String>>,
    tomorrow: Option<i64>,
    key: ledger::PublicKey,
}

impl Seen {
    async fn at(url: &str) -> Self {
        if url.starts_with("postgres") {
            let mut conn = PgConnection::connect(url).await.expect("it connects");
            Self::on(&mut On::Postgres(&mut conn)).await
        } else {
            let mut conn = SqliteConnection::connect(url).await.expect("it opens");
            let whole = On::Sqlite(&mut conn)
                .rows("PRAGMA quick_check(1)", Vec::new())
                .await
                .expect("a check");
            assert_eq!(whole[0].text("quick_check").expect("a word"), "ok");
            Self::on(&mut On::Sqlite(&mut conn)).await
        }
    }

    async fn on(on: &mut On<'_>) -> Self {
        let newest = applied(on).await.expect("versions");
        let key = "SELECT value FROM setting WHERE name = 'ledger_key'";
        let key = on.rows(key, Vec::new()).await.expect("a key")[0].text("value");
        let marks = on.rows("SELECT mark FROM guard", Vec::new()).await.ok();
        let texts = |rows: Vec<crate::Row>| {
            let mark = |row: &crate::Row| row.text("mark").unwrap_or_default();
            rows.iter().map(mark).collect()
        };
        let count = "SELECT COUNT(*) AS n FROM tomorrow";
        let count = on.rows(count, Vec::new()).await.ok();
        Self {
            newest: newest.into_iter().max().unwrap_or(0),
            marks: marks.map(texts),
            tomorrow: count.map(|rows| rows[0].int("n").expect("a number")),
            key: key.expect("text").parse().expect("a key"),
        }
    }

    /// One of the three states that there may be, and nothing between them.
    fn is_whole(&self) {
        match self.newest {
            9001 | 9002 => {
                let mark = if self.newest == 9001 { "one" } else { "two" };
                let marks = self.marks.as_ref().expect("the column");
                assert!(marks.len() >= 20 && marks.iter().all(|is| is == mark));
                assert_eq!(self.tomorrow, Some(300_000));
            }
            older => {
                assert_eq!(older, newest(&MIGRATIONS));
                assert!(self.marks.is_none() && self.tomorrow.is_none());
            }
        }
    }
}

/// Not a test: the process that is killed.
#[tokio::test]
async fn child() {
    let Some(folder) = place::setting(FOLDER) else {
        return;
    };
    let folder = PathBuf::from(folder);
    let url = place::setting(URL).expect("an address");
    let [care, justice] = keys_in(&folder);
    let keys = Keyring::new(care, justice).expect("two roots");
    let settings = settings(&folder, &url, keys);
    let migrations = tomorrow();
    let store = Store::open_at(settings, BeforeMigrating::Copy, &migrations).await;
    store.expect("it opens").close().await;
}

fn keys_in(folder: &Path) -> [RootKey; 2] {
    ["care", "justice"].map(|root| {
        let text = fs::read_to_string(folder.join(format!("{root}.key")));
        RootKey::from_hex(&text.expect("a key file")).expect("a key")
    })
}

fn spawn(today: &Today) -> Child {
    let me = std::env::current_exe().expect("this program");
    let mut child = Command::new(me);
    child.args(["--exact", "migrate::tests::child", "--nocapture"]);
    child.env(FOLDER, &today.folder).env(URL, &today.url);
    child.stdout(Stdio::null()).stderr(Stdio::null());
    child.spawn().expect("it starts")
}

#[tokio::test]
async fn an_older_database_is_copied_before_anything_changes() {
    for engine in Engine::ALL {
        let Some(today) = Today::on(engine).await else {
            continue;
        };
        assert_eq!(today.kept(), Vec::<String>::new(), "a new one has no copy");
        let migrations = tomorrow();
        let store = today.open(&migrations).await.expect("it opens");
        store.close().await;
        Seen::at(&today.url).await.is_whole();
        today.holds(&today.url).await;
        if engine == Engine::Sqlite {
            assert_eq!(today.kept(), ["najat.db.before-9001"]);
            let copy = today.copy(9001);
            let mode = fs::metadata(&copy).expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
            let url = format!("sqlite:{}", copy.display());
            let seen = Seen::at(&url).await;
            seen.is_whole();
            assert_eq!(seen.newest, newest(&MIGRATIONS));
            today.holds(&url).await;
        } else {
            assert_eq!(today.kept(), ["before-9001"]);
            let copy = today.folder.join("before-9001");
            let manifest = backup::manifest(&copy, &today.keys()).expect("a whole copy");
            assert_eq!(manifest.schema, newest(&MIGRATIONS));
        }
        // Today's program refuses tomorrow's data by name, and changes nothing.
        let error = today.open(&MIGRATIONS).await.err().expect("refused");
        let known = newest(&MIGRATIONS);
        assert_eq!(
            error.to_string(),
            format!(
                "this data was written by a newer najat (schema 9002); \
                 this program knows {known}: use the newer program"
            )
        );
        Seen::at(&today.url).await.is_whole();
        // Opened again, nothing is copied again.
        let kept = today.kept();
        let again = today.open(&migrations).await.expect("it opens");
        again.close().await;
        assert_eq!(today.kept(), kept);
    }
}

#[tokio::test]
async fn other_peoples_keys_and_a_copy_without_room_change_nothing() {
    let today = Today::on(Engine::Sqlite).await.expect("SQLite");
    let migrations = tomorrow();
    let settings = Settings {
        keys: Keyring::generate(),
        ..today.settings()
    };
    let opened = Store::open_at(settings, BeforeMigrating::Copy, &migrations).await;
    assert!(matches!(opened.err(), Some(StoreError::WrongKeys)));
    let settings = today.settings();
    let opened = Store::open_at(settings, BeforeMigrating::Refuse, &migrations).await;
    let error = opened.err().expect("left as it is").to_string();
    assert!(error.contains("written by an older najat"), "{error}");
    // Something that is no file stands where the copy should go.
    let in_the_way = beside(&today.copy(9001), ".partial");
    fs::create_dir_all(in_the_way.join("below")).expect("a folder");
    let error = today.open(&migrations).await.err().expect("refused");
    assert!(error.to_string().contains("could not be copied"), "{error}");
    let seen = Seen::at(&today.url).await;
    assert_eq!(seen.newest, newest(&MIGRATIONS));
    let settings = today.settings();
    let opened = Store::open_at(settings, BeforeMigrating::Nothing, &migrations).await;
    opened.expect("it opens without a copy").close().await;
    Seen::at(&today.url).await.is_whole();
}

#[tokio::test]
async fn killed_while_it_is_copied_or_migrated_the_old_or_the_new_state_is_whole() {
    for engine in Engine::ALL {
        let mut longest = Duration::from_secs(2);
        let rounds = match (engine, place::is_long()) {
            (Engine::Sqlite, false) => 12,
            (Engine::Postgres, false) => 5,
            (_, true) => 60,
        };
        let mut found = std::collections::BTreeMap::new();
        let random = testkit::world(engine as u64 + 77).0;
        for round in 0..rounds {
            let Some(today) = Today::on(engine).await else {
                break;
            };
            let mut child = spawn(&today);
            if round == 0 {
                longest = until_it_ends(&mut child).await;
            } else {
                let most = u64::try_from(longest.as_micros()).expect("a short time");
                tokio::time::sleep(Duration::from_micros(random.below(most))).await;
                child.kill().expect("killed");
                child.wait().expect("ended");
            }
            let seen = Seen::at(&today.url).await;
            seen.is_whole();
            *found.entry(seen.newest).or_insert(0) += 1;
            today.holds(&today.url).await;
            let copy = today.copy(9001);
            assert!(engine != Engine::Sqlite || seen.newest < 9001 || copy.exists());
            if copy.exists() {
                let url = format!("sqlite:{}", copy.display());
                assert_eq!(Seen::at(&url).await.newest, newest(&MIGRATIONS));
                today.holds(&url).await;
            }
            let folder = today.folder.join("before-9001");
            assert!(engine != Engine::Postgres || seen.newest < 9001 || folder.exists());
            if folder.exists() {
                backup::manifest(&folder, &today.keys()).expect("a whole copy");
            }
            // The next start brings it to its end.
            let migrations = tomorrow();
            let store = today.open(&migrations).await.expect("it opens");
            store.close().await;
            let seen = Seen::at(&today.url).await;
            seen.is_whole();
            assert_eq!(seen.newest, 9002);
            today.holds(&today.url).await;
            let left = today
                .kept()
                .into_iter()
                .filter(|name| name.contains("partial"));
            assert_eq!(left.count(), 0);
        }
        eprintln!("{engine:?}: killed at schema {found:?}");
    }
}

async fn until_it_ends(child: &mut Child) -> Duration {
    for tenths in 1..600 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        if let Some(status) = child.try_wait().expect("a child") {
            assert!(status.success());
            return Duration::from_millis(20 * tenths);
        }
    }
    child.kill().expect("killed");
    Duration::from_secs(12)
}
