//! Debian's nginx and Caddy, and a current Caddy, started with a configuration of the test's own.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::place;

/// A running proxy; it ends with this value.
pub struct Proxy {
    child: Child,
    log: PathBuf,
    said: PathBuf,
}

/// Where Debian puts programs that only root's search path names.
const ELSEWHERE: &str = "/usr/sbin/nginx";

fn nginx() -> Option<PathBuf> {
    let there = PathBuf::from(ELSEWHERE);
    place::program("nginx").or_else(|| there.is_file().then_some(there))
}

impl Proxy {
    /// Starts nginx with what stands inside `http { … }`, and waits until it listens on a port.
    /// Nothing, where there is no nginx and a test may be skipped.
    pub fn nginx(folder: &Path, http: &str, port: u16) -> Option<Self> {
        let Some(program) = nginx() else {
            return place::missing("nginx is not installed");
        };
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {}/{kind};", folder.display()))
            .join("\n");
        let whole = format!(
            "daemon off;\nmaster_process off;\npid {}/nginx.pid;\nevents {{}}\nhttp {{\n{temporary}\n{http}\n}}\n",
            folder.display()
        );
        let file = folder.join("nginx.conf");
        fs::write(&file, whole).expect("the folder takes files");
        let mut command = Command::new(program);
        command.arg("-p").arg(folder).arg("-c").arg(&file);
        command.arg("-e").arg(folder.join("proxy.log"));
        Some(Self::listening(command, folder, port))
    }

    /// Starts Debian's Caddy with this Caddyfile, its own files in the folder, and waits until it
    /// listens on a port. Nothing, where there is no Caddy and a test may be skipped.
    pub fn caddy(folder: &Path, caddyfile: &str, port: u16) -> Option<Self> {
        match place::program("caddy") {
            Some(program) => Some(Self::caddy_at(&program, folder, caddyfile, port)),
            None => place::missing("Caddy is not installed"),
        }
    }

    /// The same with a current release of Caddy, which does some things another way.
    pub fn current_caddy(folder: &Path, caddyfile: &str, port: u16) -> Option<Self> {
        let program = place::cache().join("python/bin/caddy");
        if program.is_file() {
            Some(Self::caddy_at(&program, folder, caddyfile, port))
        } else {
            place::missing("no current Caddy is installed")
        }
    }

    fn caddy_at(program: &Path, folder: &Path, caddyfile: &str, port: u16) -> Self {
        let file = folder.join("Caddyfile");
        fs::write(&file, caddyfile).expect("the folder takes files");
        let mut command = Command::new(program);
        command
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(&file);
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env(name, folder);
        }
        Self::listening(command, folder, port)
    }

    fn listening(mut command: Command, folder: &Path, port: u16) -> Self {
        let said = folder.join("proxy.said");
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&said).expect("the folder takes files"))
            .spawn()
            .expect("the proxy starts");
        let mut proxy = Self {
            child,
            log: folder.join("proxy.log"),
            said,
        };
        for _ in 0..200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return proxy;
            }
            if proxy.child.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("the proxy does not listen: {}", proxy.said());
    }

    /// Everything it wrote: to its log, and on standard error.
    pub fn said(&self) -> String {
        let read = |path: &Path| fs::read_to_string(path).unwrap_or_default();
        read(&self.said) + &read(&self.log)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // It has nothing to finish, and may have ended already.
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}
