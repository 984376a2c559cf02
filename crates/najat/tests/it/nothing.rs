//! From nothing: the command that begins an installation, then the pages alone.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};

use najat::config::Environment;
use najat::console::ask_actor;
use najat::doctor::{Depth, Weight, look};
use najat::{init, serving};
use record::{Role, Session};
use reqwest::StatusCode;
use testkit::on_both_engines;

use crate::installed::{Installed, chmod, client, code_of, enrol, sign_in, words};

#[tokio::test]
async fn from_nothing_to_the_first_sign_in() {
    on_both_engines(async |url| {
        let url = Some(url).filter(|url| url.starts_with("postgres"));
        begins(&Installed::on(url.as_deref()).await).await;
    })
    .await;
}

async fn begins(shelter: &Installed) {
    for file in ["care.key", "justice.key", "najat.toml"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(shelter.data().join(file)).unwrap();
        assert_eq!(mode.permissions().mode() & 0o777, 0o600, "{file}");
    }
    let running = shelter.serve().await;
    let url = running.url();
    let page = client(&url).get(format!("{url}/en")).send().await.unwrap();
    assert_ne!(page.status(), StatusCode::INTERNAL_SERVER_ERROR);
    for name in ["first", "second"] {
        let person = enrol(shelter, &url, name, &shelter.code(name)).await;
        let (client, to) = sign_in(shelter, &url, &person).await;
        let landed = client.get(format!("{url}{to}")).send().await.unwrap();
        assert_eq!(landed.status(), StatusCode::OK, "{name} lands on {to}");
    }
    // Looked at while it is served.
    let room = |_: &std::path::Path| Some(1 << 40);
    let found = look(&shelter.set, &shelter.world, Depth::Whole, room).await;
    let well = found.iter().all(|finding| finding.weight == Weight::ToDo);
    assert!(well && found.len() == 3, "{found:?}");
    running.stop().await;
}

#[tokio::test]
async fn an_installation_begins_once_and_asks_for_what_is_missing() {
    let shelter = Installed::new().await;
    let again = init::run(
        &words(shelter.data()),
        &Environment::default(),
        shelter.world.clone(),
        &mut Vec::new(),
    )
    .await;
    let said = again.unwrap_err().to_string();
    assert!(
        said.contains("somebody has an account here already"),
        "{said}"
    );
    let elsewhere = shelter.folder.path().join("elsewhere");
    let same = init::Init {
        data_protection: words(&elsewhere).administrator,
        ..words(&elsewhere)
    };
    let refused = init::run(
        &same,
        &Environment::default(),
        shelter.world.clone(),
        &mut Vec::new(),
    )
    .await;
    let said = refused.unwrap_err().to_string();
    assert!(said.contains("two different sign-in names"), "{said}");
    // An attempt that was refused leaves nothing in the way of the next.
    let mut out = Vec::new();
    init::run(
        &words(&elsewhere),
        &Environment::default(),
        shelter.world.clone(),
        &mut out,
    )
    .await
    .unwrap();
    let police = init::Init {
        kind: record::OrgKind::Police,
        ..words(&shelter.folder.path().join("third"))
    };
    let refused = init::run(
        &police,
        &Environment::default(),
        shelter.world.clone(),
        &mut Vec::new(),
    )
    .await;
    assert!(refused.unwrap_err().to_string().contains("--kind"));
}

#[tokio::test]
async fn the_only_administrator_is_let_in_again() {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let url = running.url();
    let lost = enrol(&shelter, &url, "first", &shelter.code("first")).await;
    let (session, _) = sign_in(&shelter, &url, &lost).await;
    let recover = init::Init {
        recover: true,
        ..words(shelter.data())
    };
    // While it is served.
    let mut out = Vec::new();
    init::run(
        &recover,
        &Environment::default(),
        shelter.world.clone(),
        &mut out,
    )
    .await
    .unwrap();
    let said = String::from_utf8(out).unwrap();
    let answer = session.get(format!("{url}/account")).send().await.unwrap();
    assert_eq!(
        answer.status(),
        StatusCode::SEE_OTHER,
        "its sessions are over"
    );
    let found = enrol(&shelter, &url, "first", &code_of(&said, "first")).await;
    let (client, to) = sign_in(&shelter, &url, &found).await;
    let landed = client.get(format!("{url}{to}")).send().await.unwrap();
    assert_eq!(landed.status(), StatusCode::OK);
    running.stop().await;
}

#[tokio::test]
async fn the_console_knows_people_as_the_door_does() {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let url = running.url();
    let person = enrol(&shelter, &url, "first", &shelter.code("first")).await;
    let store = &running.app().store;
    let said = shelter.credentials(&person);
    shelter.clock.advance(30);
    let actor = ask_actor(store, &said).await.unwrap();
    let member = actor.member().unwrap();
    assert_eq!(member.role, Role::Administrator);
    assert_eq!(member.session, Session::SteppedUp);
    let file = said.credentials.as_ref().unwrap();
    chmod(file, 0o640);
    let error = ask_actor(store, &said).await.unwrap_err().to_string();
    assert!(error.contains("chmod 600"), "{error}");
    std::fs::write(
        file,
        format!("password = \"{}\nauthenticator", person.password),
    )
    .unwrap();
    chmod(file, 0o600);
    let error = format!("{:#}", ask_actor(store, &said).await.unwrap_err());
    assert!(error.contains("authenticator = \"BASE32\""), "{error}");
    assert!(!error.contains("bridge"), "no secret is said: {error}");
    // The console leaves nobody signed in, and no device.
    let (client, _) = sign_in(&shelter, &url, &person).await;
    let own = client.get(format!("{url}/account")).send().await.unwrap();
    let own = own.text().await.unwrap();
    assert_eq!(own.matches("action=\"/account/devices/").count(), 1);
    running.stop().await;
}

#[tokio::test]
async fn a_launch_that_lacks_its_papers_is_refused() {
    let shelter = Installed::new().await;
    let bare = najat::config::Configuration {
        statements: najat::config::Statements::default(),
        ..shelter.launched()
    };
    let Err(error) = serving::begin(&bare, shelter.world.clone()).await else {
        panic!("it was served");
    };
    let said = error.to_string();
    for key in [
        "statements.host",
        "statements.complaints",
        "statements.controllers.report",
    ] {
        assert!(said.contains(key), "{said}");
    }
    let running = serving::begin(&shelter.launched(), shelter.world.clone()).await;
    running.unwrap().stop().await;
}

/// The binary itself: begin, look, serve, be told to stop.
#[test]
fn the_binary_begins_looks_serves_and_stops() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let najat = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_najat"));
        command.args(words).arg("--data").arg(&data);
        command.env("NAJAT_LISTEN", "127.0.0.1:0");
        command
    };
    let first = [
        "init",
        "--name-en",
        "Committee",
        "--name-ar",
        "لجنة",
        "--name-ckb",
        "لیژنە",
        "--administrator",
        "first",
        "--administrator-name",
        "Made Up",
        "--data-protection",
        "second",
        "--data-protection-name",
        "Made Up Too",
    ];
    let begun = najat(&first).output().unwrap();
    let said = String::from_utf8_lossy(&begun.stdout).into_owned();
    assert_eq!(begun.status.code(), Some(0), "{begun:?}");
    assert_eq!(code_of(&said, "second").replace(' ', "").len(), 16);
    for file in std::fs::read_dir(&data).unwrap().flatten() {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{file:?} is its owner's alone");
    }
    let well = najat(&["doctor"]).output().unwrap();
    let said = String::from_utf8_lossy(&well.stdout).into_owned();
    assert_eq!(well.status.code(), Some(0), "{said}");
    assert!(said.contains("no reader for any governorate"), "{said}");
    let odd = najat(&["doctor"])
        .env("NAJAT_PUBLIC_ORIGINS", "x")
        .output()
        .unwrap();
    assert_eq!(odd.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&odd.stdout).contains("is NAJAT_PUBLIC_ORIGIN meant?"));

    let mut serving = najat(&["serve"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(serving.stdout.take().unwrap()).lines();
    let url = lines.next().unwrap().unwrap();
    let port = url.rsplit(':').next().unwrap();
    let mut asked = std::net::TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    let request = format!(
        "GET /reports/11111111-1111-4111-8111-111111111111 HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    );
    std::io::Write::write_all(&mut asked, request.as_bytes()).unwrap();
    let mut answer = String::new();
    asked.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let id = serving.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    let ended = serving.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "told to stop, it ends well");
    let log = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(
        log.contains("/reports/{id}") && log.contains("303"),
        "{log}"
    );
    assert!(!log.contains("11111111"), "no value of a path: {log}");
}
