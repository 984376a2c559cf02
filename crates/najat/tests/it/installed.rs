//! An installation made by the command itself, and its first people.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use najat::config::{Configuration, Environment, KINDS, Statements};
use najat::console::As;
use najat::init::Init;
use najat::{Running, init, serving};
use record::{Language, OrgKind, World};
use reqwest::{Client, StatusCode};
use testkit::TestClock;

/// The name under which others reach it.
pub const HOST: &str = "help.example";

/// An installation on SQLite, with the codes that the command printed.
pub struct Installed {
    pub folder: tempfile::TempDir,
    pub set: Configuration,
    pub world: World,
    pub clock: Arc<TestClock>,
    /// What the command printed.
    pub said: String,
}

/// Somebody who has enrolled.
#[derive(Clone)]
pub struct Enrolled {
    pub name: String,
    pub password: String,
    /// What the authenticator holds, in base32.
    pub secret: String,
}

/// The words of `najat init` that leave nothing to ask.
pub fn words(data: &Path) -> Init {
    let word = |text: &str| Some(text.to_owned());
    Init {
        data: data.to_owned(),
        recover: false,
        name_en: word("Committee (made up)"),
        name_ar: word("لجنة"),
        name_ckb: word("لیژنە"),
        kind: OrgKind::Committee,
        administrator: word("first"),
        administrator_name: word("Made Up"),
        data_protection: word("second"),
        data_protection_name: word("Made Up Too"),
        language: Language::En,
    }
}

impl Installed {
    /// Makes one.
    pub async fn new() -> Self {
        Self::on(None).await
    }

    /// Makes one whose database is this one, or the file in its folder.
    pub async fn on(database: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let (world, clock) = testkit::world(23);
        let mut out = Vec::new();
        let variable = database.map(|url| ("NAJAT_DATABASE_URL".to_owned(), url.to_owned()));
        let environment = Environment::new(variable);
        init::run(&words(&data), &environment, world.clone(), &mut out)
            .await
            .unwrap();
        Self {
            set: Configuration::load(Some(&data), None, &environment).unwrap(),
            folder,
            world,
            clock,
            said: String::from_utf8(out).unwrap(),
        }
    }

    /// The same, launched: others reach it under [`HOST`] by a proxy on this machine.
    pub fn launched(&self) -> Configuration {
        Configuration {
            listen: ([127, 0, 0, 1], 0).into(),
            public_origin: Some(format!("https://{HOST}")),
            trusted_proxy: vec![[127, 0, 0, 1].into()],
            source_url: "https://code.example/najat".to_owned(),
            statements: stated(),
            ..self.set.clone()
        }
    }

    /// Serves it to this machine alone.
    pub async fn serve(&self) -> Running {
        let set = Configuration {
            listen: ([127, 0, 0, 1], 0).into(),
            ..self.set.clone()
        };
        serving::begin(&set, self.world.clone()).await.unwrap()
    }

    pub fn data(&self) -> &Path {
        &self.set.data
    }

    /// The one-time code of a sign-in name.
    pub fn code(&self, name: &str) -> String {
        code_of(&self.said, name)
    }

    /// The digits that somebody's authenticator shows, a step after all before.
    pub fn digits(&self, person: &Enrolled) -> String {
        self.clock.advance(30);
        testkit::totp_code(&person.secret, self.world.now())
    }

    /// A file of credentials for scripts.
    pub fn credentials(&self, person: &Enrolled) -> As {
        let file = self.folder.path().join(format!("{}.toml", person.name));
        let (password, secret) = (&person.password, &person.secret);
        let text = format!("password = \"{password}\"\nauthenticator = \"{secret}\"\n");
        std::fs::write(&file, text).unwrap();
        chmod(&file, 0o600);
        As {
            account: person.name.clone(),
            credentials: Some(file),
            role: None,
        }
    }
}

/// Everything stated that a launch needs.
pub fn stated() -> Statements {
    let text = || "stated for this test".to_owned();
    Statements {
        host: text(),
        country: text(),
        controllers: KINDS.iter().map(|_| text()).collect(),
        key_holders: text(),
        complaints: text(),
        due_diligence: text(),
    }
}

/// The one-time code that a command printed for a sign-in name.
pub fn code_of(said: &str, name: &str) -> String {
    let start = format!("sign-in name {name}, one-time code ");
    let rest = said.split(&start).nth(1).unwrap();
    rest.lines().next().unwrap().to_owned()
}

pub fn chmod(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// A copy of a folder with the modes of its files.
pub fn copy_of(from: &Path, to: PathBuf) -> PathBuf {
    std::fs::create_dir(&to).unwrap();
    chmod(&to, 0o700);
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    to
}

/// A client that says where its forms come from, as browsers do.
pub fn client(url: &str) -> Client {
    let origin = url.parse().unwrap();
    let headers = reqwest::header::HeaderMap::from_iter([(reqwest::header::ORIGIN, origin)]);
    Client::builder()
        .cookie_store(true)
        .default_headers(headers)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}

/// What stands between two texts.
pub fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = text.split(before).nth(1);
    let found = rest.and_then(|rest| rest.split(after).next());
    found.unwrap_or_else(|| panic!("no {before} in {text}"))
}

/// Enrols by the pages: the code, then a password and an authenticator.
pub async fn enrol(shelter: &Installed, url: &str, name: &str, code: &str) -> Enrolled {
    let client = client(url);
    let form = [("name", name), ("code", code)];
    let page = format!("{url}/enrol?language=en");
    let answer = client.post(&page).form(&form).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "the code is right");
    let text = answer.text().await.unwrap();
    let secret = between(&text, "?secret=", "&").to_owned();
    let ticket = between(&text, "name=\"ticket\" value=\"", "\"").to_owned();
    shelter.clock.advance(30);
    let digits = testkit::totp_code(&secret, shelter.world.now());
    let password = format!("five boats and a bridge for {name}");
    let form = [
        ("password", password.as_str()),
        ("again", &password),
        ("digits", &digits),
        ("ticket", &ticket),
    ];
    let answer = client.post(&page).form(&form).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "enrolled");
    Enrolled {
        name: name.to_owned(),
        password,
        secret,
    }
}

/// Signs in by the pages; answers the client and where it is led.
pub async fn sign_in(shelter: &Installed, url: &str, person: &Enrolled) -> (Client, String) {
    let client = client(url);
    let digits = shelter.digits(person);
    let form = [
        ("name", person.name.as_str()),
        ("password", &person.password),
        ("code", &digits),
    ];
    let answer = client
        .post(format!("{url}/sign-in"))
        .form(&form)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "signed in");
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    (client, to)
}
