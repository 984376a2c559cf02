//! A line that a person can run, too.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::Stop;

/// A program, its arguments and what it finds in its environment.
#[derive(Clone)]
pub struct Line {
    settings: Vec<(&'static str, String)>,
    words: Vec<String>,
}

/// How many tests a line ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Line {
    /// A line of words parted by blanks.
    pub fn new(words: &str) -> Self {
        Self {
            settings: Vec::new(),
            words: words.split(' ').map(str::to_owned).collect(),
        }
    }

    /// A program by its path, blanks and all.
    pub fn of(program: impl AsRef<std::path::Path>) -> Self {
        Self {
            settings: Vec::new(),
            words: vec![program.as_ref().display().to_string()],
        }
    }

    /// The same with one more word, blanks and all.
    pub fn and(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    /// The same with more words.
    pub fn with<'a>(mut self, words: impl IntoIterator<Item = &'a str>) -> Self {
        self.words.extend(words.into_iter().map(str::to_owned));
        self
    }

    /// The same with a setting in its environment.
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.settings.push((name, value.into()));
        self
    }

    /// Prints the line, runs it, prints its seconds.
    pub fn run(&self) -> Result<(), Stop> {
        self.timed(|| {
            self.command()?
                .status()
                .map(|status| status.success())
                .map_err(|why| self.stop(&why))
        })
    }

    /// The same, and counts the tests in what the line prints, even where it fails.
    pub fn run_and_count(&self, count: &mut Count) -> Result<(), Stop> {
        self.timed(|| {
            let mut child = self
                .command()?
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .map_err(|why| self.stop(&why))?;
            let output = child
                .stdout
                .take()
                .map(|from| thread::spawn(|| relay(from, std::io::stdout())));
            let errors = child
                .stderr
                .take()
                .map(|from| thread::spawn(|| relay(from, std::io::stderr())));
            for relayed in [output, errors].into_iter().flatten() {
                let found = relayed.join().unwrap_or_default();
                count.passed += found.passed;
                count.failed += found.failed;
                count.skipped += found.skipped;
            }
            child
                .wait()
                .map(|status| status.success())
                .map_err(|why| self.stop(&why))
        })
    }

    /// What the line prints, without showing it.
    pub fn read(&self) -> Result<String, Stop> {
        let output = self
            .command()?
            .stderr(Stdio::inherit())
            .output()
            .map_err(|why| self.stop(&why))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Stop::Failed(self.to_string()))
        }
    }

    /// Whether the line works, without showing what it prints.
    pub fn works(&self) -> bool {
        self.command().is_ok_and(|mut command| {
            let quiet = command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            quiet.status().is_ok_and(|status| status.success())
        })
    }

    fn timed(&self, work: impl FnOnce() -> Result<bool, Stop>) -> Result<(), Stop> {
        eprintln!("$ {self}");
        let (done, took) = stopwatch(work);
        eprintln!("  {:.1} s\n", took.as_secs_f64());
        if done? {
            Ok(())
        } else {
            Err(Stop::Failed(self.to_string()))
        }
    }

    fn command(&self) -> Result<Command, Stop> {
        let (program, arguments) = self
            .words
            .split_first()
            .ok_or_else(|| Stop::Failed("an empty line cannot be run".to_owned()))?;
        let mut command = Command::new(program);
        command
            .args(arguments)
            .envs(self.settings.iter().map(|(name, value)| (name, value)));
        // What cargo told this task about itself is no business of the cargo that it starts.
        for (name, _) in std::env::vars_os() {
            if is_about_us(&name) {
                command.env_remove(name);
            }
        }
        Ok(command)
    }

    fn stop(&self, why: &std::io::Error) -> Stop {
        Stop::Failed(format!("{self}: {why}"))
    }
}

fn is_about_us(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| {
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO"
    })
}

/// The one place where a task looks at a watch.
#[expect(
    clippy::disallowed_methods,
    reason = "a task tells how long its lines took"
)]
pub fn stopwatch<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// Passes on what a line prints, as it prints it, and counts the tests.
fn relay(from: impl Read, mut to: impl Write) -> Count {
    let mut count = Count::default();
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // A reader who went away is no reason to stop the tests.
        to.write_all(&line)
            .and_then(|()| to.flush())
            .unwrap_or_default();
        count.add(&String::from_utf8_lossy(&line));
        line.clear();
    }
    count
}

impl Count {
    /// The sum in cargo's own words.
    pub fn sum(self, is_ok: bool, took: Duration) -> String {
        let outcome = if is_ok { "ok" } else { "FAILED" };
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        let seconds = took.as_secs_f64();
        format!(
            "test result: {outcome}. {passed} passed; {failed} failed; {skipped} ignored; \
             finished in {seconds:.1}s"
        )
    }

    /// Adds what a line of nextest's or cargo's sums up. A failed test's own output is indented
    /// by nextest, so that a sum in it is not taken for the run's.
    fn add(&mut self, line: &str) {
        let sum = line
            .trim_start()
            .strip_prefix("Summary [")
            .or_else(|| line.strip_prefix("test result: "))
            .unwrap_or_default();
        let words: Vec<&str> = sum
            .split([' ', ',', ';', '.', ':', '(', ')'])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let [number, what] = pair else { continue };
            let Ok(number) = number.parse::<u32>() else {
                continue;
            };
            match what.trim_end() {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "skipped" | "ignored" => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = self
            .settings
            .iter()
            .map(|(name, value)| format!("{name}={}", quoted(value)));
        let words: Vec<String> = settings
            .chain(self.words.iter().map(|word| quoted(word)))
            .collect();
        f.write_str(&words.join(" "))
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:+,@%".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_read_from_both_runners() {
        let mut count = Count::default();
        count.add("     Summary [  10.215s] 12 tests run: 10 passed (1 slow, 1 flaky), 2 failed, 3 skipped\n");
        assert_eq!(
            count,
            Count {
                passed: 10,
                failed: 2,
                skipped: 3
            }
        );
        count.add("test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.52s\n");
        assert_eq!(
            count,
            Count {
                passed: 17,
                failed: 2,
                skipped: 4
            }
        );
        count.add("    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured\n");
        count.add("        PASS [   0.004s] ( 1/10) a test named 9 failed\n");
        assert_eq!(
            count,
            Count {
                passed: 17,
                failed: 2,
                skipped: 4
            }
        );
    }

    #[test]
    fn a_printed_line_can_be_run_in_a_shell() {
        let line = Line::new("echo a")
            .and("it's b")
            .set("FLAGS", "-D warnings");
        assert_eq!(line.to_string(), r"FLAGS='-D warnings' echo a 'it'\''s b'");
        let output = Line::new("sh -c").and(line.to_string()).read();
        assert!(output.is_ok_and(|output| output == "a it's b\n"));
    }

    #[test]
    fn a_failed_line_is_named() {
        let failed = Line::new("false").run();
        assert!(matches!(failed, Err(Stop::Failed(line)) if line == "false"));
    }
}
