//! The project's own rules, read off the tree: which crate may know which, what may stand where.
//!
//! Each rule is a function over the sources; `planted` shows that it bites.

mod circles;
mod planted;

use std::fs;
use std::path::Path;
use std::process::Command;

use cargo_metadata::{DependencyKind, MetadataCommand};
use testkit::place::repository;

/// A text file of the repository.
struct Source {
    path: String,
    text: String,
}

/// A crate and what it says it depends on, by folder.
struct Room {
    folder: String,
    needs: Vec<(String, DependencyKind)>,
}

const READ: [&str; 10] = [
    "rs",
    "toml",
    "html",
    "css",
    "js",
    "sql",
    "cedar",
    "ftl",
    "cedarschema",
    "py",
];
const SKIPPED: [&str; 3] = ["target", "node_modules", ".git"];

fn sources() -> Vec<Source> {
    let root = repository();
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    assert!(found.len() > 20, "the walk finds the tree");
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder)
        .expect("a folder of the repository")
        .flatten()
    {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !SKIPPED.iter().any(|skipped| name == *skipped) {
                walk(root, &path, found);
            }
        } else if path
            .extension()
            .is_some_and(|kind| READ.iter().any(|read| kind == *read))
        {
            let text = fs::read_to_string(&path).expect("a text file");
            let path = path
                .strip_prefix(root)
                .expect("below the root")
                .display()
                .to_string();
            found.push(Source { path, text });
        }
    }
}

impl Source {
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    fn is_rust(&self) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|kind| kind == "rs")
    }

    /// Whether it becomes part of the program: tests and their tools may do what it may not.
    fn is_program(&self) -> bool {
        self.is_rust()
            && self.path.starts_with("crates/")
            && self.path.contains("/src/")
            && !FOR_TESTS.iter().any(|room| self.path.starts_with(room))
    }

    /// Lines of code with their numbers: without comments, and without the tests at the foot.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(number, line)| (number + 1, line))
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where a line of code offends, as `path:line: line`.
    fn offences(&self, is_offence: impl Fn(&str) -> bool) -> Vec<String> {
        self.code()
            .filter(|(_, line)| is_offence(line))
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|part| part == word)
}

// ---- what each rule says ----

/// What only tests need.
const FOR_TESTS: [&str; 2] = ["crates/testkit", "crates/fixtures"];

/// The floor on which a crate stands; arrows point to lower floors only.
fn floor(folder: &str) -> Option<u8> {
    match folder {
        "crates/platform/record" => Some(0),
        "crates/platform/vault" | "crates/platform/ledger" | "crates/platform/access" => Some(1),
        "crates/platform/store" => Some(2),
        "crates/platform/clock"
        | "crates/platform/consent"
        | "crates/platform/people"
        | "crates/platform/page"
        | "crates/platform/document" => Some(3),
        "crates/demo" => Some(4),
        "crates/najat" => Some(6),
        _ if folder.starts_with("crates/engines/") => Some(3),
        _ if folder.starts_with("crates/pillars/") => Some(5),
        _ => None,
    }
}

fn wrong_arrows(rooms: &[Room]) -> Vec<String> {
    let mut wrong = Vec::new();
    for room in rooms {
        for (needed, kind) in &room.needs {
            let arrow = format!("{} -> {needed}", room.folder);
            let dev = *kind == DependencyKind::Development;
            let is_right = match (room.folder.as_str(), needed.as_str()) {
                (from, _) if FOR_TESTS.contains(&from) => true,
                (_, to) if FOR_TESTS.contains(&to) => dev,
                (from, "crates/engines/names") if from.starts_with("crates/engines/") => true,
                (from, _) if from.starts_with("crates/engines/") => false,
                // Nothing of a made-up country is drawn.
                ("crates/demo", "crates/platform/page") => false,
                (from, to) => floor(from)
                    .zip(floor(to))
                    .is_some_and(|(from, to)| from > to),
            };
            if !is_right {
                wrong.push(arrow);
            }
        }
        if floor(&room.folder).is_none()
            && room.folder != "xtask"
            && !FOR_TESTS.contains(&&*room.folder)
        {
            wrong.push(format!("{} has no place in the repository", room.folder));
        }
    }
    wrong
}

fn too_long(sources: &[Source]) -> Vec<String> {
    let lines = |source: &Source| source.text.lines().count();
    sources
        .iter()
        .filter(|source| source.is_rust() && lines(source) > 500)
        .map(|source| format!("{}: {} lines", source.path, lines(source)))
        .collect()
}

fn sql_outside_store(sources: &[Source]) -> Vec<String> {
    let is_store = |source: &Source| {
        source.path.contains("/store/")
            || source.name() == "store.rs"
            || (source.path.starts_with("crates/platform/people/")
                && source.name().starts_with("store"))
    };
    let is_sql = |line: &str| {
        ["SELECT", "PRAGMA", "SAVEPOINT"]
            .iter()
            .any(|word| has_word(line, word))
            || [
                "INSERT INTO",
                "DELETE FROM",
                "CREATE TABLE",
                "BEGIN IMMEDIATE",
            ]
            .iter()
            .any(|words| line.contains(words))
            || (has_word(line, "UPDATE") && has_word(line, "SET"))
    };
    sources
        .iter()
        .filter(|source| source.is_program() && !is_store(source))
        .flat_map(|source| source.offences(is_sql))
        .collect()
}

fn routes_outside_page(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.is_program() && !source.path.starts_with("crates/platform/page/"))
        .flat_map(|source| {
            source.offences(|line| {
                [".route(", ".route_service("]
                    .iter()
                    .any(|it| line.contains(it))
            })
        })
        .collect()
}

/// Pages, and what they stand on, ask the gate what somebody could do: a role that is compared there
/// would say once more what the table of authority says.
fn roles_compared(sources: &[Source]) -> Vec<String> {
    let asks = |source: &&Source| {
        let ours = ["crates/najat/src/", "crates/pillars/"];
        let made_up = ["/demo/", "/init/"];
        source.is_program()
            && ours.iter().any(|folder| source.path.starts_with(folder))
            && !made_up.iter().any(|folder| source.path.contains(folder))
    };
    let compares = |line: &str| {
        [
            "member.role ==",
            "member.role !=",
            "role == Some(",
            "role != Some(",
            "match member.role",
            "match role",
            "matches!(role",
            "matches!(member.role",
        ]
        .iter()
        .any(|words| line.contains(words))
    };
    let asking = sources.iter().filter(asks);
    asking
        .flat_map(|source| source.offences(compares))
        .collect()
}

/// Where plain text may be taken in hand; everywhere else it is only passed on.
const MAY_EXPOSE: [(&str, &[&str]); 10] = [
    // Sealed, opened, hashed.
    ("crates/platform/vault/", &[]),
    ("crates/platform/store/", &[]),
    // Typed text becomes values; opened text is printed.
    ("crates/platform/page/", &["form.rs", "read.rs", "plain.rs"]),
    // A password is weighed, a one-time code counted, a pseudonym looked up.
    (
        "crates/platform/people/",
        &["password.rs", "totp.rs", "name.rs"],
    ),
    // Names of bodies and public numbers; a colleague's name in an option.
    ("crates/najat/src/administration/", &[]),
    // One-time codes go to the terminal, once.
    ("crates/najat/src/init/", &[]),
    // Nobody in a demo is real.
    ("crates/najat/src/demo/", &["store.rs"]),
    // The root keys go to their file, which nobody else may read.
    ("crates/najat/src/", &["folder.rs"]),
    // An entry of a book is sealed as one text.
    ("crates/platform/consent/", &["text.rs", "histories.rs"]),
    // What a feature decides and does.
    ("crates/", &["rules.rs", "actions.rs"]),
];

fn exposed_outside(sources: &[Source]) -> Vec<String> {
    let may_expose = |source: &Source| {
        MAY_EXPOSE.iter().any(|(folder, names)| {
            source.path.starts_with(folder) && (names.is_empty() || names.contains(&source.name()))
        })
    };
    sources
        .iter()
        .filter(|source| source.is_program() && !may_expose(source))
        .flat_map(|source| {
            source.offences(|line| line.contains(".expose()") || line.contains("Plain::expose"))
        })
        .collect()
}

fn vague_names(sources: &[Source]) -> Vec<String> {
    const VAGUE: [&str; 7] = [
        "util", "utils", "common", "helper", "helpers", "misc", "stuff",
    ];
    sources
        .iter()
        .map(|source| source.path.clone())
        .filter(|path| {
            path.split('/')
                .any(|part| VAGUE.contains(&part.split('.').next().unwrap_or_default()))
        })
        .collect()
}

fn too_deep(sources: &[Source]) -> Vec<String> {
    let below_src = |path: &str| Some(path.split_once("/src/")?.1.matches('/').count());
    sources
        .iter()
        .filter(|source| source.path.starts_with("crates/"))
        .map(|source| source.path.clone())
        .filter(|path| below_src(path).is_some_and(|folders| folders > 3))
        .collect()
}

fn unfinished(sources: &[Source]) -> Vec<String> {
    // Put together here, so that this file does not offend by naming them.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("HA", "CK"),
    ];
    let calls = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("#[", "ignore]"),
    ];
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.text.lines().enumerate() {
            if marks.iter().any(|mark| has_word(line, mark))
                || calls.iter().any(|call| line.contains(call))
            {
                found.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    found
}

fn without_shared_lints(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.name() == "Cargo.toml" && source.path.contains('/'))
        .filter(|source| !source.text.contains("[lints]\nworkspace = true"))
        .map(|source| source.path.clone())
        .collect()
}

// ---- the tree keeps them ----

const NONE: [String; 0] = [];

#[test]
fn arrows_point_down() {
    let root = repository();
    let tree = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo reads the workspace");
    let folder = |path: &Path| {
        let path = path
            .strip_prefix(&root)
            .expect("our crates lie in the repository");
        path.display().to_string()
    };
    let rooms: Vec<Room> = tree
        .packages
        .iter()
        .map(|package| Room {
            folder: folder(
                package
                    .manifest_path
                    .parent()
                    .expect("a folder")
                    .as_std_path(),
            ),
            needs: package
                .dependencies
                .iter()
                .filter_map(|need| Some((folder(need.path.as_ref()?.as_std_path()), need.kind)))
                .collect(),
        })
        .collect();
    assert!(
        rooms.iter().any(|room| !room.needs.is_empty()),
        "cargo names our own crates"
    );
    assert_eq!(wrong_arrows(&rooms), NONE);
    let tasks = tree
        .packages
        .iter()
        .find(|package| package.name.as_str() == "xtask");
    assert!(
        tasks.is_some_and(|tasks| tasks.dependencies.is_empty()),
        "xtask needs nothing"
    );
}

#[test]
fn no_file_is_too_long() {
    assert_eq!(too_long(&sources()), NONE);
}

#[test]
fn sql_stands_in_store_files_only() {
    assert_eq!(sql_outside_store(&sources()), NONE);
}

#[test]
fn routes_are_built_by_page_only() {
    assert_eq!(routes_outside_page(&sources()), NONE);
}

#[test]
fn pages_ask_the_gate_and_compare_no_role() {
    assert_eq!(roles_compared(&sources()), NONE);
}

#[test]
fn plain_text_is_exposed_in_few_places() {
    assert_eq!(exposed_outside(&sources()), NONE);
}

#[test]
fn names_say_something_and_lie_near() {
    assert_eq!(vague_names(&sources()), NONE);
    assert_eq!(too_deep(&sources()), NONE);
}

#[test]
fn nothing_is_left_unfinished() {
    assert_eq!(unfinished(&sources()), NONE);
}

#[test]
fn every_crate_takes_the_shared_lints() {
    assert_eq!(without_shared_lints(&sources()), NONE);
}

#[test]
fn third_parties_are_all_named() {
    let told = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--",
            "third-party",
            "--check",
        ])
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    let says = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "{says}");
}
