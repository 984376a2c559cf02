//! The words of the command line, as the binary answers them.

use std::process::{Command, Output};

fn najat(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_najat"))
        .args(words)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What lies in a folder, byte for byte.
pub fn bytes_of(folder: &std::path::Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().display().to_string();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn help_names_every_command() {
    let answer = najat(&["--help"]);
    assert_eq!(answer.status.code(), Some(0));
    let said = text(&answer.stdout);
    for word in [
        "demo",
        "init",
        "serve",
        "doctor",
        "backup",
        "restore",
        "index",
        "screen",
        "ledger",
        "--version",
    ] {
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(
        najat(&["ledger", "verify", "--help"]).status.code(),
        Some(0)
    );
}

#[test]
fn the_version_is_the_package_s() {
    let answer = najat(&["--version"]);
    assert_eq!(
        text(&answer.stdout),
        format!("najat {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_words_end_with_two() {
    for words in [
        &["dance"][..],
        &["demo", "--people", "many"],
        &["demo", "--people", "5"],
        &["demo", "--listen", "nowhere"],
        &["ledger", "verify"],
        &["ledger", "verify", "somewhere"],
        &["ledger", "prove", "-3", "--out", "x"],
        &[],
    ] {
        let answer = najat(words);
        assert_eq!(answer.status.code(), Some(2), "{words:?}");
        assert!(!answer.stderr.is_empty(), "{words:?} says nothing");
    }
}

#[test]
fn work_that_fails_ends_with_one_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.txt");
    std::fs::write(&file, "not ours").unwrap();
    let path = folder.path().display().to_string();
    let answer = najat(&["demo", "--data", &path, "--listen", "127.0.0.1:0"]);
    assert_eq!(answer.status.code(), Some(1));
    assert!(
        text(&answer.stderr).contains("name another folder"),
        "{}",
        text(&answer.stderr)
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "not ours");

    // A folder that holds keys is somebody's: it is left to the last byte, and nobody is told to remove
    // it.
    let shelter = tempfile::tempdir().unwrap();
    for name in ["care.key", "justice.key", "najat.db", "najat.toml"] {
        std::fs::write(
            shelter.path().join(name),
            format!("{name} of an installation"),
        )
        .unwrap();
    }
    let before = bytes_of(shelter.path());
    let path = shelter.path().display().to_string();
    let answer = najat(&["demo", "--data", &path, "--listen", "127.0.0.1:0"]);
    assert_eq!(answer.status.code(), Some(1));
    let said = text(&answer.stderr);
    assert!(
        said.contains("holds keys and no demo") && !said.contains("remove"),
        "{said}"
    );
    assert_eq!(bytes_of(shelter.path()), before);

    let answer = najat(&["demo", "--listen", "0.0.0.0:0"]);
    assert_eq!(answer.status.code(), Some(1));
    assert!(text(&answer.stderr).contains("this machine only"));

    let answer = najat(&[
        "ledger",
        "verify",
        "/nowhere/najat.db",
        "--key",
        "not a key",
    ]);
    assert_eq!(answer.status.code(), Some(1));
    assert!(
        text(&answer.stderr).contains("public key"),
        "{}",
        text(&answer.stderr)
    );
}
