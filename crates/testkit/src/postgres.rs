//! A throw-away PostgreSQL server, shared by all tests that run at the same time.
//!
//! With nextest each test is a process. The first that needs the server starts it under a lock;
//! every user holds a shared lock for as long as it lives, and a small watcher stops the server
//! and removes its files once nobody has held that lock for a while. Nothing is written to disk
//! in earnest (`fsync=off`), and the server listens on loopback alone, on a port of its own.

use std::fs::{self, File};
use std::io;
use std::net::TcpStream;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use crate::place;
use crate::ports::free_port;
use crate::template::Template;

/// Stops the server when nobody has used it for a while, then removes its files. A newcomer takes
/// `start` before `users`; while the watcher holds both, nobody can come to rely on the server.
const WATCHER: &str = r#"
data=$1; shift
"$@" & server=$!
trap 'kill -INT $server; wait $server; rm -rf "$data"; exit' INT TERM
while kill -0 $server 2>/dev/null; do
    sleep 15
    flock --nonblock start.lock flock --nonblock users.lock rm -f address && break
done
kill -INT $server 2>/dev/null; wait $server
rm -rf "$data"
"#;

/// A server on which tests make databases.
pub struct Postgres {
    admin: String,
    psql: PathBuf,
    /// Held as long as this process lives, so that the watcher leaves the server alone.
    using: Option<File>,
}

/// A database that is dropped with this value.
pub struct Fresh {
    server: &'static Postgres,
    name: String,
    url: String,
}

impl Fresh {
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let gone = self.server.sql(&[&drop]);
        if let Err(why) = gone {
            eprintln!("a test database stays behind: {why}");
        }
    }
}

/// The server of this test run, or nothing where none can be had and the test may be skipped.
///
/// `NAJAT_TEST_POSTGRES_ADMIN` names one that runs already, by the URL of a user who may create
/// databases; without it one is started.
pub fn postgres() -> Option<&'static Postgres> {
    static SERVER: OnceLock<Result<Postgres, String>> = OnceLock::new();
    match SERVER.get_or_init(find) {
        Ok(server) => Some(server),
        Err(why) => place::missing(why),
    }
}

impl Postgres {
    /// A fresh database with nothing in it.
    pub fn database(&'static self) -> Fresh {
        let name = name();
        self.create(&name, "")
            .expect("the server's administrator makes databases");
        self.fresh(name)
    }

    /// A fresh database with every migration in it, and no record; on a server that somebody named,
    /// one with nothing in it, so that no template stays behind there.
    pub(crate) fn migrated(&'static self) -> Fresh {
        if self.using.is_none() {
            return self.database();
        }
        let name = name();
        let template = Template::of_this_program();
        let from = format!(" TEMPLATE {}", template.name);
        self.create(&name, &from)
            .or_else(|_not_there| {
                template.make(self)?;
                self.create(&name, &from)
            })
            .expect("the server's administrator copies databases");
        self.fresh(name)
    }

    /// A process of the same number may have died before it could tidy up: first that one goes.
    fn create(&self, name: &str, from: &str) -> Result<(), String> {
        self.sql(&[
            &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            &format!("CREATE DATABASE {name}{from}"),
        ])
    }

    fn fresh(&'static self, name: String) -> Fresh {
        Fresh {
            server: self,
            url: self.url(&name),
            name,
        }
    }

    fn url(&self, database: &str) -> String {
        let (server, _) = self
            .admin
            .rsplit_once('/')
            .expect("the URL names a database");
        format!("{server}/{database}")
    }

    /// Runs statements one after the other, each in a transaction of its own.
    pub(crate) fn sql(&self, statements: &[&str]) -> Result<(), String> {
        let mut command = self.psql();
        for statement in statements {
            command.args(["--command", statement]);
        }
        run(command.arg(&self.admin)).map(drop)
    }

    /// Runs a file of statements in a database, all of it or nothing.
    pub(crate) fn script(&self, database: &str, file: &Path) -> Result<(), String> {
        let mut command = self.psql();
        command.arg("--single-transaction").arg("--file").arg(file);
        run(command.arg(self.url(database))).map(drop)
    }

    fn psql(&self) -> Command {
        let mut command = Command::new(&self.psql);
        command.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"]);
        command
    }
}

/// A name that no other test's database has.
fn name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("najat_test_{}_{count}", std::process::id())
}

fn find() -> Result<Postgres, String> {
    let bin = programs();
    if let Some(admin) = place::setting("NAJAT_TEST_POSTGRES_ADMIN") {
        let psql = bin
            .map(|bin| bin.join("psql"))
            .or_else(|| place::program("psql"));
        let psql = psql.ok_or("psql is not installed")?;
        return Ok(Postgres {
            admin,
            psql,
            using: None,
        });
    }
    let bin = bin.ok_or("PostgreSQL's server programs are not installed")?;
    shared(&bin).map_err(|why| format!("PostgreSQL does not start: {why}"))
}

/// The newest server programs of the machine: Debian's folders, else beside `initdb` on the path.
fn programs() -> Option<PathBuf> {
    let version = |folder: &PathBuf| {
        folder
            .file_name()?
            .to_str()?
            .parse::<u32>()
            .ok()
            .filter(|_| folder.join("bin/initdb").is_file())
    };
    let debian = fs::read_dir("/usr/lib/postgresql")
        .ok()
        .into_iter()
        .flatten()
        .flatten();
    debian
        .map(|entry| entry.path())
        .filter_map(|folder| Some((version(&folder)?, folder.join("bin"))))
        .max()
        .map(|(_, bin)| bin)
        .or_else(|| Some(place::program("initdb")?.parent()?.to_path_buf()))
}

fn shared(bin: &Path) -> Result<Postgres, String> {
    let me = fs::metadata("/proc/self").map_err(text)?.uid();
    let folder = std::env::temp_dir().join(format!("najat-test-postgres-{me}"));
    match fs::DirBuilder::new().mode(0o755).create(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(text(error)),
        _ => {}
    }
    if fs::metadata(&folder).map_err(text)?.uid() != me {
        return Err(format!("{} belongs to somebody else", folder.display()));
    }
    let start = File::create(folder.join("start.lock")).map_err(text)?;
    let using = File::create(folder.join("users.lock")).map_err(text)?;
    start.lock().map_err(text)?;
    let port = match running(&folder) {
        Some(port) => port,
        None => launch(bin, &folder, me == 0)?,
    };
    using.lock_shared().map_err(text)?;
    let admin = format!("postgres://postgres@127.0.0.1:{port}/postgres");
    Ok(Postgres {
        admin,
        psql: bin.join("psql"),
        using: Some(using),
    })
}

/// The port of the server that stands already.
fn running(folder: &Path) -> Option<u16> {
    let port = fs::read_to_string(folder.join("address"))
        .ok()?
        .trim()
        .parse()
        .ok()?;
    TcpStream::connect(("127.0.0.1", port)).ok().map(|_| port)
}

fn launch(bin: &Path, folder: &Path, root: bool) -> Result<u16, String> {
    // What a switched-off machine left behind.
    for entry in fs::read_dir(folder).map_err(text)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with("data-") {
            fs::remove_dir_all(entry.path()).map_err(text)?;
        }
    }
    let data = folder.join(format!("data-{}", std::process::id()));
    fs::DirBuilder::new()
        .mode(0o700)
        .create(&data)
        .map_err(text)?;
    if root {
        let (user, group) = (number("-u")?, number("-g")?);
        chown(&data, Some(user), Some(group)).map_err(text)?;
    }
    let mut initdb = as_server(&bin.join("initdb"), root);
    initdb.args([
        "--auth=trust",
        "--username=postgres",
        "--encoding=UTF8",
        "--locale=C",
    ]);
    run(initdb
        .args(["--no-sync", "--no-instructions", "--pgdata"])
        .arg(&data)
        .current_dir("/"))?;

    let port = free_port();
    let server = as_server(&bin.join("postgres"), root);
    let log = File::create(folder.join("log")).map_err(text)?;
    let mut watcher = Command::new("sh");
    watcher.args(["-c", WATCHER, "watcher"]).arg(&data);
    watcher
        .arg(server.get_program())
        .args(server.get_args())
        .arg("-D")
        .arg(&data);
    for option in [
        "listen_addresses=127.0.0.1",
        &format!("port={port}"),
        "unix_socket_directories=",
        "fsync=off",
        "full_page_writes=off",
        "max_connections=300",
        "shared_buffers=64MB",
        "timezone=UTC",
    ] {
        watcher.args(["-c", option]);
    }
    watcher.current_dir(folder).stdin(Stdio::null());
    watcher.stdout(log.try_clone().map_err(text)?).stderr(log);
    // A group of its own: what ends a test does not end the server under the others.
    let mut watcher = watcher.process_group(0).spawn().map_err(text)?;

    let mut ready = Command::new(bin.join("pg_isready"));
    ready.args([
        "--quiet",
        "--host=127.0.0.1",
        "--timeout=5",
        "--port",
        &port.to_string(),
    ]);
    for _ in 0..300 {
        if ready.status().map_err(text)?.success() {
            fs::write(folder.join("address"), port.to_string()).map_err(text)?;
            return Ok(port);
        }
        thread::sleep(Duration::from_millis(100));
    }
    watcher.kill().map_err(text)?;
    Err(fs::read_to_string(folder.join("log")).unwrap_or_default())
}

/// A program as PostgreSQL's own user, because it refuses to run as root.
fn as_server(program: &Path, root: bool) -> Command {
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args([
            "--reuid=postgres",
            "--regid=postgres",
            "--init-groups",
            "--",
        ])
        .arg(program);
    command
}

fn number(of: &str) -> Result<u32, String> {
    run(Command::new("id").args([of, "postgres"]))?
        .trim()
        .parse()
        .map_err(text)
}

fn run(command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output().map_err(text)?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let name = command.get_program().to_string_lossy().into_owned();
        Err(format!(
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ))
    }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
