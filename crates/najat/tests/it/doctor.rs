//! Broken installations, each named by what is broken in it.

use std::fs;
use std::path::PathBuf;

use najat::config::Configuration;
use najat::doctor::{Depth, Finding, Space, Weight, look};
use najat::folder::Folder;
use najat::serving;
use record::World;
use store::{Store, StoreError, args};

use crate::installed::{Installed, chmod, copy_of, stated};

/// Much room.
const WIDE: Space = |_| Some(1 << 40);

/// One installation, broken in many ways, each time anew.
struct Ward {
    site: Installed,
    count: usize,
}

impl Ward {
    fn copy(&mut self) -> Configuration {
        self.count += 1;
        let to = self.site.folder.path().join(format!("copy-{}", self.count));
        Configuration::of(&copy_of(self.site.data(), to))
    }

    fn world(&self) -> &World {
        &self.site.world
    }

    async fn look(&self, set: &Configuration) -> Vec<Finding> {
        look(set, self.world(), Depth::Whole, WIDE).await
    }

    /// What must be found, how bad it is, and whether the installation stays shut for it.
    async fn names(&self, set: &Configuration, weight: Weight, words: &str) {
        let found = self.look(set).await;
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        let named = found
            .iter()
            .find(|finding| finding.to_string().contains(words));
        let named = named.unwrap_or_else(|| panic!("{words} is not named in {told:?}"));
        assert_eq!(named.weight, weight, "{words}");
        let line = named.to_string();
        assert!(line.contains("Why: ") && line.contains("Do: ") && line.lines().count() == 1);
        if weight == Weight::Fatal {
            let set = Configuration {
                listen: ([127, 0, 0, 1], 0).into(),
                ..set.clone()
            };
            match serving::begin(&set, self.world().clone()).await {
                Ok(_) => panic!("{words}: it was served"),
                Err(error) => assert!(error.to_string().contains(words), "{error}"),
            }
        }
    }

    async fn write(&self, set: &Configuration, sql: &'static str) {
        assert!(self.run(set, sql).await > 0, "{sql}");
    }

    async fn run(&self, set: &Configuration, sql: &'static str) -> u64 {
        let folder = Folder::at(&set.data);
        let settings = store::Settings {
            url: set.url(),
            checkpoints: folder.checkpoints(),
            keys: folder.keys().unwrap(),
            world: self.world().clone(),
        };
        let store = Store::open(settings).await.unwrap();
        let written: Result<u64, StoreError> = store
            .upkeep(move |upkeep| async move { upkeep.execute(sql, args![]).await })
            .await;
        store.close().await;
        written.unwrap()
    }
}

fn file(set: &Configuration, name: &str) -> PathBuf {
    set.data.join(name)
}

#[tokio::test]
async fn a_new_installation_is_well_and_has_work_to_do() {
    let mut ward = Ward {
        site: Installed::new().await,
        count: 0,
    };
    let set = ward.copy();
    let found = ward.look(&set).await;
    assert!(
        found.iter().all(|finding| finding.weight == Weight::ToDo),
        "{found:?}"
    );
    for words in [
        "no reader for any governorate",
        "no number",
        "no folder for copies",
    ] {
        ward.names(&set, Weight::ToDo, words).await;
    }
    // Looking changed nothing: no file was made, none grew.
    let left: Vec<_> = fs::read_dir(&set.data)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    let before: Vec<_> = fs::read_dir(ward.site.data())
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(left.len(), before.len(), "{left:?}");
}

/// Somebody tries the demo on the folder of an installation that has real people.
#[tokio::test]
async fn a_demo_leaves_an_installation_as_it_is() {
    let ward = Ward {
        site: Installed::new().await,
        count: 0,
    };
    let before = crate::cli::bytes_of(ward.site.data());
    let said = najat::demo::Demo {
        data: Some(ward.site.data().to_owned()),
        listen: ([127, 0, 0, 1], 0).into(),
        people: 80,
        seed: 1,
    };
    let refused = najat::demo::run(&said, &mut Vec::new()).await.unwrap_err();
    let words = refused.to_string();
    assert!(
        words.contains("holds keys and no demo") && !words.contains("remove"),
        "{words}"
    );
    assert_eq!(crate::cli::bytes_of(ward.site.data()), before);
}

#[tokio::test]
async fn each_broken_installation_is_named() {
    let mut ward = Ward {
        site: Installed::new().await,
        count: 0,
    };
    files(&mut ward).await;
    configuration(&mut ward).await;
    database(&mut ward).await;
    ledger(&mut ward).await;
    clock_and_room(&mut ward).await;
}

async fn files(ward: &mut Ward) {
    let set = ward.copy();
    chmod(&file(&set, "care.key"), 0o644);
    ward.names(&set, Weight::Fatal, "Others may read the key")
        .await;

    let set = ward.copy();
    fs::remove_file(file(&set, "justice.key")).unwrap();
    ward.names(&set, Weight::Fatal, "justice.key is not there")
        .await;

    let set = ward.copy();
    fs::write(file(&set, "care.key"), "cut off").unwrap();
    ward.names(&set, Weight::Fatal, "care.key cannot be used")
        .await;

    let set = ward.copy();
    chmod(&set.data, 0o755);
    ward.names(&set, Weight::Fatal, "Others may read the data folder")
        .await;

    let set = ward.copy();
    fs::copy(file(&set, "care.key"), file(&set, "justice.key")).unwrap();
    ward.names(&set, Weight::Fatal, "care.key and justice.key are the same")
        .await;

    let set = ward.copy();
    chmod(&file(&set, "najat.db"), 0o400);
    ward.names(&set, Weight::Fatal, "najat.db cannot be written to")
        .await;

    let nowhere = Configuration::of(&set.data.join("nowhere"));
    ward.names(&nowhere, Weight::Fatal, "There is no data folder")
        .await;

    let set = ward.copy();
    let other = ward.site.folder.path().join("other");
    let others = Folder::create(&other).unwrap();
    for root in record::Root::ALL {
        fs::copy(
            others.key_file(*root),
            Folder::at(&set.data).key_file(*root),
        )
        .unwrap();
    }
    ward.names(&set, Weight::Fatal, "not those of the database")
        .await;
}

async fn configuration(ward: &mut Ward) {
    let bare = Configuration {
        statements: najat::config::Statements::default(),
        ..ward.site.launched()
    };
    ward.names(&bare, Weight::Fatal, "statements.due_diligence")
        .await;
    let alone = Configuration {
        trusted_proxy: Vec::new(),
        statements: stated(),
        ..ward.site.launched()
    };
    ward.names(&alone, Weight::Fatal, "trusted_proxy").await;
    let everybody = Configuration {
        trusted_proxy: vec![[0, 0, 0, 0].into()],
        statements: stated(),
        ..ward.site.launched()
    };
    ward.names(&everybody, Weight::Fatal, "the address of everybody")
        .await;
    // Put together, since no such word is left in the code.
    let open = ["TO", "DO"].concat();
    for said in [open.as_str(), "...", "???", "n/a", "TBD"] {
        let set = Configuration {
            statements: najat::config::Statements {
                due_diligence: said.to_owned(),
                ..stated()
            },
            ..ward.site.launched()
        };
        ward.names(&set, Weight::Fatal, "statements.due_diligence")
            .await;
    }
    let set = Configuration {
        database_url: Some("postgres://najat:word@127.0.0.1:1/najat".to_owned()),
        ..ward.copy()
    };
    chmod(&file(&set, "najat.toml"), 0o644);
    ward.names(&set, Weight::Fatal, "database_url cannot be reached")
        .await;
    ward.names(&set, Weight::Broken, "Others may read the configuration")
        .await;
    let told = ward.look(&set).await;
    assert!(
        !told
            .iter()
            .any(|finding| finding.to_string().contains("word@")),
        "no password is said"
    );
}

async fn database(ward: &mut Ward) {
    let set = ward.copy();
    fs::remove_file(file(&set, "najat.db")).unwrap();
    ward.names(&set, Weight::Fatal, "najat.db cannot be opened")
        .await;
    assert!(!file(&set, "najat.db").exists(), "and none is made");

    let set = ward.copy();
    let mut bytes = fs::read(file(&set, "najat.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xA5);
    fs::write(file(&set, "najat.db"), bytes).unwrap();
    let found = ward.look(&set).await;
    assert!(
        found.iter().any(|finding| finding.weight == Weight::Fatal),
        "{found:?}"
    );

    let set = ward.copy();
    ward.write(
        &set,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'of a later program', TRUE, X'00', 0)",
    )
    .await;
    ward.names(&set, Weight::Fatal, "written by a newer najat (schema 9999")
        .await;

    let set = ward.copy();
    ward.write(&set, "UPDATE _sqlx_migrations SET version = version - 100")
        .await;
    ward.names(&set, Weight::Fatal, "written before the first release")
        .await;

    let set = ward.copy();
    ward.write(
        &set,
        "DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)",
    )
    .await;
    ward.names(&set, Weight::ToDo, "The data are older than the program")
        .await;

    let set = ward.copy();
    ward.write(
        &set,
        "INSERT INTO setting (name, value) VALUES ('demo', 'yes')",
    )
    .await;
    ward.names(&set, Weight::Fatal, "This is the data of a demo")
        .await;

    let set = ward.copy();
    ward.run(
        &set,
        "CREATE TRIGGER quiet AFTER INSERT ON ledger_pending BEGIN \
         DELETE FROM ledger_pending WHERE id = NEW.id; END",
    )
    .await;
    ward.names(&set, Weight::Broken, "The database has a trigger quiet")
        .await;
}

async fn ledger(ward: &mut Ward) {
    // A crash before the first line, or a hand: there is nothing yet that could be hidden.
    let set = ward.copy();
    fs::remove_file(file(&set, "checkpoints.log")).unwrap();
    ward.names(&set, Weight::Broken, "checkpoints.log is not there")
        .await;

    let set = ward.copy();
    fs::write(file(&set, "ledger.pub"), "another key\n").unwrap();
    ward.names(&set, Weight::Fatal, "is not the key of this ledger")
        .await;
    fs::remove_file(file(&set, "ledger.pub")).unwrap();
    ward.names(&set, Weight::Broken, "ledger.pub is not there")
        .await;

    let set = ward.copy();
    ward.write(&set, "UPDATE ledger_leaf SET body = X'00' WHERE seq = 0")
        .await;
    ward.names(&set, Weight::Broken, "entry 0 was changed")
        .await;

    // An older database in the place of a newer one.
    let old = ward.copy();
    let running = ward.site.serve().await;
    let code = ward.site.code("first");
    let first = crate::installed::enrol(&ward.site, &running.url(), "first", &code).await;
    // A few lines in the log, however quick the machine is.
    for _ in 0..3 {
        running.app().store.sequence().await.unwrap();
        crate::installed::sign_in(&ward.site, &running.url(), &first).await;
    }
    running.stop().await;
    let new = ward.copy();
    let name = "checkpoints.log";
    fs::copy(file(&new, name), file(&old, name)).unwrap();
    ward.names(&old, Weight::Broken, "The ledger does not hold")
        .await;
    ward.names(&old, Weight::Fatal, "The database is an older copy")
        .await;
    serving::take_older(&old, ward.world().clone())
        .await
        .unwrap();
    let found = ward.look(&old).await;
    assert!(
        found.iter().all(|finding| finding.weight == Weight::ToDo),
        "{found:?}"
    );

    // A log that is gone or cut off, once the installation was used.
    let set = ward.copy();
    fs::remove_file(file(&set, "checkpoints.log")).unwrap();
    ward.names(&set, Weight::Fatal, "checkpoints.log is gone")
        .await;
    assert!(!file(&set, "checkpoints.log").exists(), "and none is made");
    // Whoever knows it says so, and is told of it as long as the log tells.
    serving::take_older(&set, ward.world().clone())
        .await
        .unwrap();
    ward.names(&set, Weight::ToDo, "were written anew by one start")
        .await;

    let set = ward.copy();
    let log = file(&set, "checkpoints.log");
    let whole = fs::read_to_string(&log).unwrap();
    let first = whole.lines().next().unwrap();
    fs::write(&log, format!("{first}\n")).unwrap();
    ward.names(&set, Weight::Broken, "was cut off or is an older copy")
        .await;
}

async fn clock_and_room(ward: &mut Ward) {
    let set = ward.copy();
    ward.site.clock.advance(-3600);
    ward.names(&set, Weight::Broken, "The clock runs behind")
        .await;
    ward.site.clock.advance(3600 + 40 * 86_400);
    ward.names(
        &set,
        Weight::ToDo,
        "newest entry of the ledger is 40 days old",
    )
    .await;
    let found = look(&set, ward.world(), Depth::Whole, |_| Some(1 << 20)).await;
    let tight = found
        .iter()
        .find(|finding| finding.to_string().contains("free space"));
    assert_eq!(tight.unwrap().weight, Weight::Broken);
}
