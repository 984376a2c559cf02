//! A client on a line of its own: by curl, from an address of this machine.

use std::process::{Command, Output, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tokio::time::Instant;

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: String,
    pub exit: Option<i32>,
    pub took: Duration,
}

impl Answer {
    /// Every value of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let named = |line: &'_ str| line.to_ascii_lowercase().starts_with(&format!("{name}:"));
        self.headers
            .lines()
            .filter(|line| named(line))
            .filter_map(|line| line.split_once(':'))
            .map(|(_, value)| value.trim())
            .collect()
    }
}

/// Asks from an address of this machine.
pub fn curl(from: &str, url: &str, words: &[String]) -> Answer {
    let begun = Instant::now();
    answer_of(&curling(from, url, words).output().unwrap(), begun)
}

/// The same, with nothing on the line between the fourth second and the fourteenth.
pub fn cut_curl(from: &str, url: &str, words: &[String]) -> Answer {
    let begun = Instant::now();
    let asking = curling(from, url, words)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let process = Pid::from_raw(i32::try_from(asking.id()).unwrap()).unwrap();
    for (after, signal) in [(4, Signal::STOP), (10, Signal::CONT)] {
        std::thread::sleep(Duration::from_secs(after));
        kill_process(process, signal).unwrap();
    }
    answer_of(&asking.wait_with_output().unwrap(), begun)
}

fn curling(from: &str, url: &str, words: &[String]) -> Command {
    let mut command = Command::new("curl");
    command
        .args(["--silent", "--include", "--http1.1", "--max-time", "60"])
        .args(["--noproxy", "*", "--interface", from])
        .args(words)
        .arg(url);
    command
}

fn answer_of(said: &Output, begun: Instant) -> Answer {
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let (headers, body) = text.split_once("\r\n\r\n").unwrap_or((text.as_str(), ""));
    let status = headers
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Answer {
        status: status.unwrap_or_default(),
        headers: headers.to_owned(),
        body: body.to_owned(),
        exit: said.status.code(),
        took: begun.elapsed(),
    }
}
