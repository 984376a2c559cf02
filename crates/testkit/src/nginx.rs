//! Debian's nginx, started with a configuration of the test's own.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::place;

/// A running nginx; it ends with this value.
pub struct Nginx {
    child: Child,
    folder: PathBuf,
}

/// Where Debian puts programs that only root's search path names.
const ELSEWHERE: &str = "/usr/sbin/nginx";

fn program() -> Option<PathBuf> {
    let there = PathBuf::from(ELSEWHERE);
    place::program("nginx").or_else(|| there.is_file().then_some(there))
}

/// Ports of this machine that nobody listens on now.
pub fn free_ports<const COUNT: usize>() -> [u16; COUNT] {
    let listeners =
        [(); COUNT].map(|()| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port"));
    listeners.map(|listener| listener.local_addr().expect("it is bound").port())
}

impl Nginx {
    /// Starts it with what stands inside `http { … }`, and waits until it listens on a port.
    /// Nothing, where there is no nginx and a test may be skipped.
    pub fn start(folder: &Path, http: &str, port: u16) -> Option<Self> {
        let Some(program) = program() else {
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
        let errors = folder.join("nginx.log");
        let child = Command::new(program)
            .arg("-p")
            .arg(folder)
            .arg("-c")
            .arg(&file)
            .arg("-e")
            .arg(&errors)
            .stdout(Stdio::null())
            .stderr(File::create(folder.join("nginx.said")).expect("the folder takes files"))
            .spawn()
            .expect("nginx starts");
        let mut nginx = Self {
            child,
            folder: folder.to_owned(),
        };
        for _ in 0..100 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Some(nginx);
            }
            if nginx.child.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("nginx does not listen: {}", nginx.said());
    }

    /// Everything it wrote: to its log, and on standard error.
    pub fn said(&self) -> String {
        let read = |name: &str| fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        read("nginx.said") + &read("nginx.log")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It has nothing to finish, and may have ended already.
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}
