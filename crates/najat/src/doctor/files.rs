//! Files and folders: who can read them, whether they are there, how much room is left.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use record::Root;

use super::{Finding, Space, Weight};
use crate::config::{Configuration, FILE};
use crate::folder::Folder;

/// Less room than this, and the next evening may be the last: in bytes.
const TIGHT: u64 = 2 << 30;
/// The newest copy should not be older.
const COPY_AGE: Duration = Duration::from_hours(48);

pub(super) fn look(
    set: &Configuration,
    folder: &Folder,
    space: Space,
    may_hold_secret: bool,
) -> Vec<Finding> {
    let path = folder.path();
    if !path.is_dir() {
        let found = Finding::new(
            Weight::Fatal,
            "doctor-no-folder",
            "doctor-no-folder-why",
            "doctor-no-folder-do",
        );
        return vec![found.with("path", named(path))];
    }
    let mut found = Vec::new();
    found.extend(mode(path, "doctor-open-folder", Weight::Fatal, "700"));
    if may_hold_secret {
        let file = path.join(FILE);
        found.extend(mode(&file, "doctor-open-config", Weight::Broken, "600"));
    }
    for root in Root::ALL {
        found.extend(key(&folder.key_file(*root)));
    }
    found.extend(one_key(folder));
    found.extend(writable(set, folder));
    found.extend(room(set, space));
    found.extend(copies(set));
    found
}

/// Whether the configuration holds the database's password.
pub(super) fn has_secret(set: &Configuration) -> bool {
    let url = set.database_url.as_deref().unwrap_or_default();
    let user = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('@'));
    user.is_some_and(|(user, _)| user.contains(':')) || url.contains("password=")
}

/// Whether others may read or enter.
fn mode(path: &Path, what: &'static str, weight: Weight, right: &'static str) -> Option<Finding> {
    let mode = fs::metadata(path).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| {
        Finding::new(weight, what, "doctor-open-why", "doctor-open-do")
            .with("path", named(path))
            .with("right", right)
    })
}

/// A path as it is told.
fn named(path: &Path) -> String {
    path.display().to_string()
}

fn key(file: &Path) -> Option<Finding> {
    if !file.exists() {
        let found = Finding::new(
            Weight::Fatal,
            "doctor-no-key",
            "doctor-no-key-why",
            "doctor-no-key-do",
        );
        return Some(found.with("path", named(file)));
    }
    mode(file, "doctor-open-key", Weight::Fatal, "600").or_else(|| {
        let text = zeroize::Zeroizing::new(fs::read_to_string(file).unwrap_or_default());
        vault::RootKey::from_hex(text.trim()).err().map(|_| {
            Finding::new(
                Weight::Fatal,
                "doctor-bad-key",
                "doctor-bad-key-why",
                "doctor-bad-key-do",
            )
            .with("path", named(file))
        })
    })
}

/// With one root for care and justice the wall between them is gone.
fn one_key(folder: &Folder) -> Option<Finding> {
    let text = |root| {
        let text = fs::read_to_string(folder.key_file(root)).ok();
        text.map(zeroize::Zeroizing::new)
    };
    let (care, justice) = (text(Root::Care)?, text(Root::Justice)?);
    (care.trim() == justice.trim()).then(|| {
        Finding::new(
            Weight::Fatal,
            "doctor-one-key",
            "doctor-one-key-why",
            "doctor-one-key-do",
        )
    })
}

/// Whether SQLite's file, and what it makes beside it, can be written.
fn writable(set: &Configuration, folder: &Folder) -> Option<Finding> {
    let file = folder.database();
    if set.database_url.is_some() || !file.exists() {
        return None;
    }
    let refuses = |path: &Path| {
        // Whoever may write everywhere is told of the mark all the same.
        fs::metadata(path).is_ok_and(|about| about.permissions().readonly())
            || rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_err()
    };
    let refusing = [file.as_path(), folder.path()];
    let path = refusing.into_iter().find(|path| refuses(path))?;
    Some(super::database::read_only("doctor-read-only").with("path", named(path)))
}

fn room(set: &Configuration, space: Space) -> Option<Finding> {
    let folder = &set.data;
    let left = space(folder)?;
    let none_left = set.ceilings().least_free;
    let weight = match left {
        left if left < none_left => Weight::Broken,
        left if left < TIGHT.max(2 * none_left) => Weight::ToDo,
        _ => return None,
    };
    let found = Finding::new(
        weight,
        "doctor-space",
        "doctor-space-why",
        "doctor-space-do",
    );
    Some(found.with("free", left >> 20).with("path", named(folder)))
}

/// Whether copies go somewhere, and whether the newest is fresh.
fn copies(set: &Configuration) -> Option<Finding> {
    const WHY: &str = "doctor-copies-why";
    let Some(folder) = &set.backup else {
        return Some(Finding::new(
            Weight::ToDo,
            "doctor-no-copies",
            WHY,
            "doctor-no-copies-do",
        ));
    };
    let age = fs::read_dir(folder).ok().and_then(|entries| {
        let manifests = entries
            .flatten()
            .map(|entry| entry.path().join(store::backup::MANIFEST));
        manifests
            .filter_map(|manifest| manifest.metadata().ok()?.modified().ok())
            .filter_map(|made| made.elapsed().ok())
            .min()
    });
    let found = match age {
        Some(age) if age <= COPY_AGE => return None,
        Some(age) => Finding::new(Weight::ToDo, "doctor-old-copy", WHY, "doctor-copies-do")
            .with("days", age.as_secs() / 86_400),
        None => Finding::new(Weight::ToDo, "doctor-none-copied", WHY, "doctor-copies-do"),
    };
    Some(found.with("path", named(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_is_told_and_next_to_none_is_broken() {
        let weight = |space: Space| {
            room(&Configuration::of(Path::new("/")), space).map(|finding| finding.weight)
        };
        assert_eq!(weight(|_| Some(TIGHT)), None);
        assert_eq!(weight(|_| Some(TIGHT - 1)), Some(Weight::ToDo));
        assert_eq!(weight(|_| Some(1)), Some(Weight::Broken));
        assert_eq!(weight(|_| None), None);
        assert!(crate::folder::free(Path::new("/")).is_some());
    }

    #[test]
    fn a_password_in_an_address_is_a_secret() {
        let set = |url: &str| Configuration {
            database_url: Some(url.to_owned()),
            ..Configuration::of(Path::new("/data"))
        };
        assert!(has_secret(&set("postgres://najat:word@localhost/najat")));
        assert!(has_secret(&set(
            "postgres:///najat?host=/run&password=word"
        )));
        assert!(!has_secret(&set("postgres://najat@localhost/najat")));
        assert!(!has_secret(&set("postgres:///najat?host=/run/postgresql")));
    }
}
