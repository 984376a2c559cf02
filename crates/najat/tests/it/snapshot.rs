//! A peopled town is made once and copied for each test: making one is the same work each time.
//!
//! It lies in the build's own folder for temporary files, under the name of the test program that made
//! it, so that no other build's town is taken for it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use demo::{Country, Part, Person, Staged};
use najat::demo::{Size, populate, quiet};
use record::World;
use serde_json::{Value, json};
use testkit::TestClock;
use vault::Plain;

use crate::town::{PLACES, open, settle};

/// The country, beside the files of its installation.
const COUNTRY: &str = "country.json";
/// The ids of a copy are none of those that its town was made with.
const MADE_WITH: u64 = 11;

/// How a town is peopled.
pub struct Peopling {
    pub people: usize,
    pub reports: usize,
    /// What pillars add.
    pub parts: Vec<Part>,
}

impl Peopling {
    /// The name under which such a town is kept.
    fn name(&self) -> String {
        let size = format!("town-{}-{}", self.people, self.reports);
        let parts = self.parts.iter().map(|part| part.name.replace(' ', "_"));
        std::iter::once(size)
            .chain(parts)
            .collect::<Vec<_>>()
            .join("+")
    }
}

/// Copies a peopled town on SQLite into a folder, as one that `open` opens; makes it first, if no test
/// of this program has yet.
pub async fn copied(peopling: &Peopling, into: &Path, database: &Path) -> Country {
    let made = made(peopling).await;
    for entry in fs::read_dir(&made).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let folder = if name.starts_with("najat.db") {
            database
        } else {
            into
        };
        if name != COUNTRY {
            fs::copy(entry.path(), folder.join(&name)).unwrap();
        }
    }
    let text = fs::read_to_string(made.join(COUNTRY)).unwrap();
    country_of(&serde_json::from_str(&text).unwrap())
}

async fn made(peopling: &Peopling) -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let built = fs::metadata(&program).unwrap().modified().unwrap();
    let built = built.duration_since(std::time::UNIX_EPOCH).unwrap();
    let all = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(all).unwrap();
    let name = peopling.name();
    let folder = all.join(format!("{name}-{}", built.as_nanos()));
    // Whoever comes first makes it; the others wait.
    let lock = File::create(all.join(format!("{name}.lock"))).unwrap();
    lock.lock().unwrap();
    if !folder.exists() {
        for old in fs::read_dir(all).unwrap() {
            let old = old.unwrap();
            let other = old.file_name().into_string().unwrap();
            if other.starts_with(&format!("{name}-")) {
                fs::remove_dir_all(old.path()).unwrap();
            }
        }
        let making = tempfile::Builder::new()
            .prefix("making-")
            .tempdir_in(all)
            .unwrap();
        make(&making, peopling).await;
        fs::rename(making.keep(), &folder).unwrap();
    }
    folder
}

/// Peoples a town and lets everything happen that its past has left to time.
async fn make(folder: &tempfile::TempDir, peopling: &Peopling) {
    let url = format!("sqlite://{}", folder.path().join("najat.db").display());
    let (world, _) = testkit::world(MADE_WITH);
    let country = peopled(&url, folder, world, peopling).await;
    let text = serde_json::to_string(&value_of(&country)).unwrap();
    fs::write(folder.path().join(COUNTRY), text).unwrap();
}

/// Peoples a database.
pub async fn peopled(
    url: &str,
    folder: &tempfile::TempDir,
    world: World,
    peopling: &Peopling,
) -> Country {
    let staged = Arc::new(Staged::before(TestClock::START, 7 * 86_400));
    let earlier = World {
        clock: staged.clone(),
        ..world.clone()
    };
    let store = open(url, folder, earlier).await;
    let size = Size {
        places: PLACES,
        people: peopling.people,
        reports: peopling.reports,
    };
    let made = populate(&store, &staged, &size, &peopling.parts, &quiet).await;
    let country = made.unwrap();
    store.close().await;
    let store = open(url, folder, world).await;
    settle(&store).await;
    store.close().await;
    country
}

fn value_of(country: &Country) -> Value {
    let bodies = country.bodies.iter();
    let bodies = bodies.map(|(key, (org, kind))| json!([key, org.to_string(), kind.code()]));
    let people = country.people.iter().map(|person| {
        json!([
            person.account.to_string(),
            person.body,
            person.org.to_string(),
            person.org_kind.code(),
            person.role.code(),
            person.sign_in_name,
            person.password,
            person.secret.expose(),
            person.pseudonym.to_string(),
        ])
    });
    json!([bodies.collect::<Vec<_>>(), people.collect::<Vec<_>>()])
}

fn country_of(value: &Value) -> Country {
    let list = |value: &Value| value.as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let id = |value: &Value| text(value).parse().unwrap();
    let bodies = list(&value[0]).into_iter().map(|body| {
        let kind = text(&body[2]).parse().unwrap();
        (text(&body[0]), (id(&body[1]), kind))
    });
    let people = list(&value[1]).into_iter().map(|person| Person {
        account: id(&person[0]),
        body: text(&person[1]),
        org: id(&person[2]),
        org_kind: text(&person[3]).parse().unwrap(),
        role: text(&person[4]).parse().unwrap(),
        sign_in_name: text(&person[5]),
        password: text(&person[6]),
        secret: Plain::new(serde_json::from_value(person[7].clone()).unwrap()),
        pseudonym: id(&person[8]),
    });
    Country {
        bodies: bodies.collect(),
        people: people.collect(),
    }
}
