//! A small made-up town that is served in this process, with a clock that the test moves.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use demo::{Country, Part};
use najat::demo::MadeUp;
use najat::{Running, serve_store};
use page::{Ceilings, Settings};
use record::{Id, Role, World};
use store::{Keyring, Store};
use testkit::{Database, Engine, TestClock};

use crate::snapshot::{self, Peopling};

/// Basra, Baghdad and Erbil: both jurisdictions, and bodies above and below each other.
pub const PLACES: &[&str] = &["IQG02", "IQG08", "IQG11"];

/// A served town.
pub struct Town {
    pub running: Running,
    pub country: Country,
    pub people: Vec<MadeUp>,
    pub clock: Arc<TestClock>,
    pub folder: tempfile::TempDir,
    database: Database,
}

pub fn keys(folder: &tempfile::TempDir) -> Keyring {
    let file = |name: &str| folder.path().join(name);
    let read = |name: &str| {
        let text = std::fs::read_to_string(file(name)).unwrap();
        vault::RootKey::from_hex(text.trim()).unwrap()
    };
    if !file("care.key").exists() {
        for name in ["care.key", "justice.key"] {
            std::fs::write(file(name), vault::RootKey::generate().to_hex().as_str()).unwrap();
        }
    }
    Keyring::new(read("care.key"), read("justice.key")).unwrap()
}

pub async fn open(url: &str, folder: &tempfile::TempDir, world: World) -> Store {
    let checkpoints = folder.path().join("checkpoints.log");
    let settings = store::Settings {
        url: url.to_owned(),
        checkpoints,
        keys: keys(folder),
        world,
    };
    Store::open(settings).await.unwrap()
}

/// Lets everything happen that the made-up past has left to time: a test's clock stands still.
pub async fn settle(store: &Store) {
    let reactions = najat::maintenance::reactions();
    loop {
        najat::maintenance::time_passes(store).await;
        let moved = protection::bed::sweep::sweep(store).await.unwrap();
        let reacted = store.react(&reactions).await.unwrap();
        if moved + reacted == 0 {
            break;
        }
    }
}

impl Town {
    /// Peoples a fresh database with everything that pillars add, and serves it; nothing where the
    /// engine is missing and the test may be skipped.
    pub async fn new(engine: Engine, people: usize, reports: usize) -> Option<Self> {
        Self::of(engine, people, reports, &najat::demo::parts()).await
    }

    /// The same with these parts only.
    pub async fn of(engine: Engine, people: usize, reports: usize, parts: &[Part]) -> Option<Self> {
        let peopling = Peopling {
            people,
            reports,
            parts: parts.to_vec(),
        };
        let database = engine.database()?;
        let folder = testkit::place::folder();
        let country = if let Some(file) = database.folder() {
            snapshot::copied(&peopling, folder.path(), file).await
        } else {
            let (world, _) = testkit::world(11);
            snapshot::peopled(database.url(), &folder, world, &peopling).await
        };
        let (world, clock) = testkit::world(12);
        let store = open(database.url(), &folder, world.clone()).await;
        let settings = Settings {
            demo: true,
            ..Settings::default()
        };
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let running = serve_store(najat::demo::routes(), store, world, listen, settings)
            .await
            .unwrap();
        let people = najat::demo::made_up(running.app()).await.unwrap();
        Some(Self {
            running,
            country,
            people,
            clock,
            folder,
            database,
        })
    }

    /// A town on SQLite with a handful of people.
    pub async fn small() -> Self {
        Self::new(Engine::Sqlite, 80, 24)
            .await
            .expect("SQLite is always there")
    }

    /// The same town, stopped and served anew with these ceilings.
    pub async fn with(self, ceilings: Ceilings) -> Self {
        let world = self.running.app().world.clone();
        self.running.stop().await;
        let store = open(self.database.url(), &self.folder, world.clone()).await;
        let settings = Settings {
            demo: true,
            ceilings,
            ..Settings::default()
        };
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let running = serve_store(najat::demo::routes(), store, world, listen, settings)
            .await
            .unwrap();
        Self { running, ..self }
    }

    /// What outlives the serving of it.
    pub fn parts(self) -> (Running, tempfile::TempDir, Database) {
        (self.running, self.folder, self.database)
    }

    pub fn store(&self) -> &Store {
        &self.running.app().store
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.running.url())
    }

    /// The folder that holds nothing but the database, on SQLite.
    pub fn database_folder(&self) -> Option<&std::path::Path> {
        self.database.folder()
    }

    /// A client that says where its forms come from, as browsers do.
    pub fn client(&self) -> reqwest::Client {
        let origin = self.running.url().parse().unwrap();
        let headers = reqwest::header::HeaderMap::from_iter([(reqwest::header::ORIGIN, origin)]);
        reqwest::Client::builder()
            .cookie_store(true)
            .default_headers(headers)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap()
    }

    /// A client in which this person has entered by the demo's door.
    pub async fn enter(&self, role: Role, body: &str) -> reqwest::Client {
        let client = self.client();
        let form = [("person", self.membership(role, body).to_string())];
        let answer = client
            .post(self.url("/demo/enter"))
            .form(&form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 303, "{role} of {body} enters");
        client
    }

    /// The membership of the first person of this role in this body.
    pub fn membership(&self, role: Role, body: &str) -> Id {
        let person = self
            .country
            .find(role, body)
            .unwrap_or_else(|| panic!("no {role} in {body}"));
        let made_up = self
            .people
            .iter()
            .find(|one| one.account == person.account)
            .unwrap();
        made_up.membership
    }

    /// The path of the newest report, or of the newest about a child.
    pub async fn newest(&self, with_a_child: bool) -> String {
        const NEWEST: &str = "SELECT record FROM report WHERE ($1 = FALSE OR minor = 'yes') \
            ORDER BY sent DESC, record DESC LIMIT 1";
        self.store()
            .read_clear(async |look| -> Result<String, store::StoreError> {
                let rows = look.rows(NEWEST, store::args![with_a_child]).await?;
                Ok(format!("/reports/{}", rows[0].id("record")?))
            })
            .await
            .unwrap()
    }
}
