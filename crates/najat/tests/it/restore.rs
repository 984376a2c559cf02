//! The commands that copy and put back, and the administrator's page of copies.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use najat::backup::words::Backup;
use najat::config::Configuration;
use najat::config::Place;
use najat::console::ask_actor;
use najat::serving;
use record::Id;
use store::{Store, StoreError};

use crate::installed::{Enrolled, Installed, enrol, sign_in};

fn najat(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_najat"))
        .args(words)
        .env_remove("NAJAT_DATA")
        .env_remove("NAJAT_DATABASE_URL")
        .output()
        .unwrap()
}

/// What the binary says to `restore`, and how it ends.
fn restore(copy: &Path, to: &Path, more: &[&str]) -> (i32, String) {
    let (copy, to) = (copy.display().to_string(), to.display().to_string());
    let answer = najat(&[&["restore", &copy, "--data", &to], more].concat());
    let said = [answer.stdout, answer.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    (answer.status.code().unwrap(), said)
}

/// `najat backup` as this person, beside whoever serves.
async fn back_up(shelter: &Installed, person: &Enrolled, out: &Path) -> anyhow::Result<String> {
    shelter.clock.advance(30);
    let words = Backup {
        place: Place {
            data: Some(shelter.data().to_owned()),
            config: None,
        },
        out: Some(out.to_owned()),
        who: shelter.credentials(person),
    };
    let mut said = Vec::new();
    najat::backup::back_up(&words, shelter.world.clone(), &mut said).await?;
    Ok(String::from_utf8(said).unwrap())
}

/// How many entries of the ledger are by this actor.
async fn entries_by(store: &Store, actor: &str) -> i64 {
    const BY: &str = "SELECT COUNT(*) AS entries FROM ledger_fact \
        WHERE actor = $1 AND action = 'BackUp' AND outcome = 'done'";
    store.sequence().await.unwrap();
    let counted = store.read_clear(async |look| -> Result<i64, StoreError> {
        look.rows(BY, store::args![actor]).await?[0].int("entries")
    });
    counted.await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_command_line_and_back() {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let url = running.url();
    let first = enrol(&shelter, &url, "first", &shelter.code("first")).await;
    let second = enrol(&shelter, &url, "second", &shelter.code("second")).await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy");
    let said = back_up(&shelter, &first, &copy)
        .await
        .expect("while it is served");
    assert!(said.contains("entries of the ledger") && said.contains("No key lies in it"));
    let other = copies.path().join("other");
    shelter.clock.advance(30);
    let store = &running.app().store;
    let officer = ask_actor(store, &shelter.credentials(&second))
        .await
        .unwrap();
    let refused = najat::backup::run(store, &officer, &other).await;
    assert!(refused.is_err(), "an administrator's alone");
    // The ledger tells who sat there by a pseudonym, which leads to no account, and finds what was
    // done there as what was done in a browser.
    shelter.clock.advance(30);
    let boss = ask_actor(store, &shelter.credentials(&first))
        .await
        .unwrap();
    let boss = boss.member().unwrap();
    let by = async |id: Id| entries_by(store, &id.to_string()).await;
    assert_eq!((by(boss.pseudonym).await, by(boss.account).await), (1, 0));
    assert!(!other.exists() && !copies.path().join("other.partial").exists());
    let error = back_up(&shelter, &first, &copy).await.unwrap_err();
    assert!(format!("{error:#}").contains("not empty"), "{error:#}");
    // More happens; then the program ends.
    sign_in(&shelter, &url, &second).await;
    running.stop().await;

    let keys = shelter.data().display().to_string();
    let place = |name: &str| copies.path().join(name);
    let (status, said) = restore(&copy, &place("new"), &[]);
    assert!(
        status == 1 && said.contains("bring them from where they are kept"),
        "{said}"
    );
    let (status, said) = restore(&copy, &place("new"), &["--keys", &keys]);
    assert_eq!(status, 0, "{said}");
    for words in [
        "was put back",
        "Nothing was changed.",
        "Not known: what happened after",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("keys were not copied"), "{said}");
    let (status, said) = restore(&copy, &place("new"), &["--keys", &keys]);
    assert!(status == 1 && said.contains("is not empty"), "{said}");

    let latest = shelter.data().join("checkpoints.log").display().to_string();
    let with_log = ["--keys", &keys, "--checkpoints", &latest];
    let (status, said) = restore(&copy, &place("newer"), &with_log);
    assert!(
        status == 1 && said.contains("older than what is known"),
        "{said}"
    );
    let known = [&with_log[..], &["--older-is-known"]].concat();
    let (status, said) = restore(&copy, &place("newer"), &known);
    assert!(status == 0 && said.contains("LOST: "), "{said}");

    let new = place("new").display().to_string();
    let public = place("new").join("ledger.pub").display().to_string();
    let answer = najat(&["ledger", "verify", &new, "--key", &public]);
    assert_eq!(answer.status.code(), Some(0));
    // With its keys it is an installation again, and people come in as before.
    for name in ["care.key", "justice.key"] {
        fs::copy(shelter.data().join(name), place("new").join(name)).unwrap();
    }
    let there = Configuration {
        data: place("new"),
        listen: ([127, 0, 0, 1], 0).into(),
        ..shelter.set.clone()
    };
    let running = serving::begin(&there, shelter.world.clone()).await.unwrap();
    sign_in(&shelter, &running.url(), &first).await;
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_it_puts_back_it_can_be_run_again() {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let url = running.url();
    let first = enrol(&shelter, &url, "first", &shelter.code("first")).await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy");
    back_up(&shelter, &first, &copy).await.unwrap();
    running.stop().await;
    let keys = shelter.data().display().to_string();
    let (mut before, mut after) = (0, 0);
    for kill in 0..12 {
        let new = copies.path().join(format!("new-{kill}"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_najat"))
            .arg("restore")
            .arg(&copy)
            .arg("--data")
            .arg(&new)
            .args(["--keys", &keys])
            .env_remove("NAJAT_DATABASE_URL")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let wait = shelter.world.below(160);
        tokio::time::sleep(Duration::from_millis(wait)).await;
        child.kill().unwrap();
        child.wait().unwrap();
        let (status, said) = restore(&copy, &new, &["--keys", &keys]);
        if status == 0 {
            before += 1;
        } else {
            // It had come to its end but for the last words.
            after += 1;
            assert!(said.contains("is not empty"), "{said}");
        }
        let settings = store::Settings {
            url: najat::folder::Folder::at(&new).url(),
            checkpoints: new.join("checkpoints.log"),
            keys: najat::folder::Folder::at(shelter.data()).keys().unwrap(),
            world: shelter.world.clone(),
        };
        let store = Store::open(settings).await.expect("it is whole");
        let key = store.journal().public_key();
        store.close().await;
        let database = new.join("najat.db").display().to_string();
        let log = new.join("checkpoints.log");
        let verdict = store::offline::verify(&database, &key, Some(&log)).await;
        assert!(verdict.unwrap().holds());
    }
    eprintln!("{before} times nothing was there yet, {after} times all of it");
}

#[test]
fn what_is_no_copy_is_told() {
    let place = tempfile::tempdir().unwrap();
    let folder = najat::folder::Folder::create(&place.path().join("keys")).unwrap();
    let keys = folder.path().display().to_string();
    let (status, said) = restore(place.path(), &place.path().join("new"), &["--keys", &keys]);
    assert!(status == 1 && said.contains("no finished copy"), "{said}");
    assert_eq!(najat(&["restore"]).status.code(), Some(2));
    assert_eq!(najat(&["backup", "--out", "x"]).status.code(), Some(2));
}
