//! Where tests find what they do not bring themselves, and what happens where it is missing.

use std::env;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A setting of the test run, where it is set to something.
pub fn setting(name: &str) -> Option<String> {
    env::var_os(name)?
        .into_string()
        .ok()
        .filter(|value| !value.is_empty())
}

/// Whether a missing server or browser fails a test: in CI, or where somebody asked for it.
pub fn is_strict() -> bool {
    setting("CI").is_some() || setting("NAJAT_TEST_REQUIRE").is_some_and(|value| value == "1")
}

/// Whether the long runs were asked for (`cargo xtask test --long`).
pub fn is_long() -> bool {
    setting("NAJAT_TEST_LONG").is_some_and(|value| value == "1")
}

/// A temporary folder, in memory where the machine has files there: what a test writes is read by
/// itself alone, and no disk need keep it.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = tempfile::Builder::new()
        .prefix("najat-test-")
        .tempdir_in(memory)
        .or_else(|_| TempDir::with_prefix("najat-test-"));
    made.expect("a temporary folder")
}

/// Gives back nothing where a test may be skipped, and fails it where it may not.
pub(crate) fn missing<T>(what: &str) -> Option<T> {
    assert!(
        !is_strict(),
        "{what}; `cargo xtask test --install` installs it"
    );
    eprintln!("skipped: {what}; `cargo xtask test --install` installs it");
    None
}

/// The folder outside the repository where the checks' tools are installed.
pub fn cache() -> PathBuf {
    let home = || setting("HOME").map(|home| PathBuf::from(home).join(".cache"));
    setting("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(home)
        .unwrap_or_else(env::temp_dir)
        .join("najat")
}

/// The repository's root.
pub fn repository() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("testkit lies two folders below the root")
        .to_path_buf()
}

/// Whether somebody looks at pictures after this run: of every step a picture is a third of a
/// browser's work.
pub fn wants_pictures() -> bool {
    setting("NAJAT_PICTURES").is_some()
}

/// Where pictures of pages go: `NAJAT_PICTURES`, else the cache folder.
pub fn pictures() -> PathBuf {
    setting("NAJAT_PICTURES").map_or_else(|| cache().join("pictures"), PathBuf::from)
}

/// Whether a program is on the search path; where it may not be missing, the test fails.
pub fn has(name: &str) -> bool {
    program(name)
        .or_else(|| missing(&format!("{name} is not installed")))
        .is_some()
}

/// A program on the search path.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
