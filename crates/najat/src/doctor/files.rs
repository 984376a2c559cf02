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

pub(super) fn look(set: &Configuration, folder: &Folder, space: Space) -> Vec<Finding> {
    let path = folder.path();
    if !path.is_dir() {
        return vec![Finding::new(
            Weight::Fatal,
            format!("there is no data folder {}", path.display()),
            "without keys and database there is nothing to serve",
            "name the right folder by --data, or make an installation with najat init",
        )];
    }
    let mut found = Vec::new();
    found.extend(mode(path, "the data folder", Weight::Fatal, "700"));
    if has_secret(set) {
        let file = path.join(FILE);
        found.extend(mode(
            &file,
            "the configuration with the database's password",
            Weight::Broken,
            "600",
        ));
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

fn has_secret(set: &Configuration) -> bool {
    let url = set.database_url.as_deref().unwrap_or_default();
    let user = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('@'));
    user.is_some_and(|(user, _)| user.contains(':')) || url.contains("password=")
}

/// Whether others may read or enter.
fn mode(path: &Path, name: &str, weight: Weight, right: &str) -> Option<Finding> {
    let mode = fs::metadata(path).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| {
        Finding::new(
            weight,
            format!("others may read {name} {}", path.display()),
            "everybody with an account on this machine could take what lies there",
            format!("chmod {right} {}", path.display()),
        )
    })
}

fn key(file: &Path) -> Option<Finding> {
    if !file.exists() {
        return Some(Finding::new(
            Weight::Fatal,
            format!("the key {} is not there", file.display()),
            "without it nothing that is sealed opens again, and nobody can make it anew",
            "bring it from where the keys are kept apart from the copies",
        ));
    }
    mode(file, "the key", Weight::Fatal, "600").or_else(|| {
        let text = zeroize::Zeroizing::new(fs::read_to_string(file).unwrap_or_default());
        vault::RootKey::from_hex(text.trim()).err().map(|_| {
            Finding::new(
                Weight::Fatal,
                format!("the key {} cannot be used", file.display()),
                "it is cut off, changed or not readable for this user",
                "see that the user who serves owns it, or bring it from where the keys are kept",
            )
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
            "care.key and justice.key are the same",
            "what was told to helpers would open to the police, and the other way round",
            "bring the two keys of this installation from where they are kept apart from the copies",
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
    Some(super::database::read_only(&path.display().to_string()))
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
    Some(Finding::new(
        weight,
        format!(
            "{} MiB of free space are left for {}",
            left >> 20,
            folder.display()
        ),
        "with less than least_free of it no report is taken, and no copy can be made",
        "make room, or move the data to a larger disk",
    ))
}

/// Whether copies go somewhere, and whether the newest is fresh.
fn copies(set: &Configuration) -> Option<Finding> {
    const WHY: &str =
        "what is lost with this disk is lost for everybody who was promised something";
    let Some(folder) = &set.backup else {
        return Some(Finding::new(
            Weight::ToDo,
            "no folder for copies is named",
            WHY,
            "set backup, start the nightly timer, and keep copies on another machine",
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
    if age.is_some_and(|age| age <= COPY_AGE) {
        return None;
    }
    let what = match age {
        Some(age) => format!(
            "the newest copy in {} is {} days old",
            folder.display(),
            age.as_secs() / 86_400
        ),
        None => format!("there is no copy in {}", folder.display()),
    };
    Some(Finding::new(
        Weight::ToDo,
        what,
        WHY,
        "see why the nightly copy is not made: systemctl status najat-backup",
    ))
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
