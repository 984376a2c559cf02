//! The browser's processes: ChromeDriver, and the Chromium that it starts.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use serde_json::json;
use tempfile::TempDir;

use crate::browser::Viewport;
use crate::place;
use crate::ports::free_port;

/// Keeps Chromium from doing anything but what the test asks.
const QUIET: [&str; 12] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    // A page that calls a third party finds nobody.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/// A running ChromeDriver. Dropping it ends the driver, its browser, and their profile folder.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    session: Option<String>,
    profile: TempDir,
}

impl Driver {
    /// Starts ChromeDriver on a free port, or says what is not installed.
    pub(crate) fn start() -> Result<Self, &'static str> {
        let program = place::program("chromedriver").ok_or("chromedriver is not installed")?;
        place::program("chromium").ok_or("chromium is not installed")?;
        let profile = TempDir::with_prefix("najat-browser-").expect("a temporary folder");
        let port = free_port();
        let mut process = Command::new(program)
            .args([&format!("--port={port}"), "--log-level=SEVERE"])
            .env("XDG_CONFIG_HOME", profile.path())
            .env("XDG_CACHE_HOME", profile.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped"));
        if let Err(said) = has_started(&mut lines) {
            process
                .wait()
                .expect("a driver that says no more has ended");
            panic!("chromedriver does not listen on port {port}; it says:\n{said}");
        }
        // Read on, so that the driver never waits for a full pipe.
        thread::spawn(move || lines.read_to_end(&mut Vec::new()));
        Ok(Self {
            process,
            port,
            session: None,
            profile,
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The session that ends with this value.
    pub(crate) fn adopt(&mut self, session: String) {
        self.session = Some(session);
    }

    /// What a new session asks for.
    pub(crate) fn capabilities(&self, look: Viewport) -> Capabilities {
        let mut arguments: Vec<String> = QUIET.iter().map(ToString::to_string).collect();
        arguments.push(format!("--user-data-dir={}", self.profile.path().display()));
        arguments.push(format!("--window-size={},{}", look.width, look.height));
        arguments.push(format!("--lang={}", look.language));
        if fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
            arguments.push("--no-sandbox".to_owned());
        }
        let mut wishes = json!({ "intl.accept_languages": look.language });
        if !look.script {
            wishes["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        let options = json!({ "args": arguments, "prefs": wishes });
        Capabilities::from_iter([("goog:chromeOptions".to_owned(), options)])
    }

    /// Asks the driver to end the session, which closes the browser in good order.
    fn end_session(&self) -> std::io::Result<()> {
        let Some(session) = &self.session else {
            return Ok(());
        };
        let mut to = TcpStream::connect(("127.0.0.1", self.port))?;
        to.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            to,
            "DELETE /session/{session} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )?;
        to.read_exact(&mut [0; 12])
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whatever fails here, the browser is looked for and ended below.
        self.end_session().unwrap_or_default();
        self.process.kill().unwrap_or_default();
        self.process.wait().map(drop).unwrap_or_default();
        for _ in 0..50 {
            let left = processes_of(self.profile.path());
            if left.is_empty() {
                return;
            }
            Command::new("kill")
                .arg("-KILL")
                .args(left)
                .stderr(Stdio::null())
                .status()
                .ok();
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Waits until the driver listens, or gives back what it said until it ended.
fn has_started(lines: &mut impl BufRead) -> Result<(), String> {
    let mut said = String::new();
    while lines.read_line(&mut said).is_ok_and(|read| read > 0) {
        if said.contains("started successfully") {
            return Ok(());
        }
    }
    Err(said)
}

/// The processes that were started with this profile folder.
fn processes_of(profile: &Path) -> Vec<String> {
    let mark = format!("--user-data-dir={}", profile.display());
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter(|entry| {
        fs::read(entry.path().join("cmdline"))
            .is_ok_and(|words| String::from_utf8_lossy(&words).contains(&mark))
    })
    .map(|entry| entry.file_name().to_string_lossy().into_owned())
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_that_ends_says_why() {
        let started = "Starting ChromeDriver on port 9\n\
             ChromeDriver was started successfully on port 9.\nmore";
        assert_eq!(has_started(&mut started.as_bytes()), Ok(()));
        let taken = "Starting ChromeDriver on port 9\nIPv6 port not available. Exiting...\n";
        assert_eq!(has_started(&mut taken.as_bytes()), Err(taken.to_owned()));
    }
}
