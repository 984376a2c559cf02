//! `cargo xtask test`: every check and test, in the order in which they are cheapest to fail.

use crate::line::{Count, Line, stopwatch};
use crate::{Outcome, Stop, machine};

/// How the tests are to be run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    install: bool,
    long: bool,
}

impl Options {
    /// Reads `--install` and `--long`.
    pub fn read(words: &[&str]) -> Result<Self, Stop> {
        let mut options = Self::default();
        for word in words {
            match *word {
                "--install" => options.install = true,
                "--long" => options.long = true,
                other => return Err(Stop::Refused(format!("test does not know {other}"))),
            }
        }
        Ok(options)
    }
}

/// Runs all lines; the last line printed counts the tests.
pub fn run(options: &Options) -> Outcome {
    machine::prepare(options.install)?;
    let mut count = Count::default();
    let (outcome, took) = stopwatch(|| all(options, &mut count));
    if let Err(Stop::Failed(line)) = &outcome {
        eprintln!("failed: {line}");
    }
    crate::say(&count.sum(outcome.is_ok(), took));
    outcome.map_err(|_| Stop::Told)
}

fn all(options: &Options, count: &mut Count) -> Outcome {
    let line = |words: &str| {
        let line = Line::new(words);
        if machine::in_ci() {
            line.set("CARGO_INCREMENTAL", "0")
        } else {
            line
        }
    };
    let tests = |words: &str| {
        // What was installed above is there to be used: a test may not skip itself.
        let line = line(words).set("NAJAT_TEST_REQUIRE", "1");
        if options.long {
            line.set("NAJAT_TEST_LONG", "1")
        } else {
            line
        }
    };
    line("cargo fmt --all --check").run()?;
    line("cargo clippy --workspace --all-targets -- -D warnings").run()?;
    tests(&runner(options.long)).run_and_count(count)?;
    tests("cargo test --workspace --doc").run_and_count(count)?;
    line("cargo doc --workspace --no-deps")
        .set("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    Line::of(machine::cache().join("python/bin/typos")).run()
}

/// nextest where it is installed, else cargo's own runner. Many tests wait for a browser, a proxy or
/// a delay: half as many again as there are cores keep the cores busy.
fn runner(long: bool) -> String {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let at_once = cores + cores / 2;
    let nextest = format!("cargo nextest run --workspace --test-threads {at_once}");
    match (machine::has("cargo-nextest"), long) {
        (true, false) => nextest,
        (true, true) => format!("{nextest} --profile long"),
        (false, _) => "cargo test --workspace --lib --bins --tests --no-fail-fast".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_words_are_refused() {
        let read = Options::read(&["--long", "--install"]);
        assert!(read.is_ok_and(|read| read
            == Options {
                install: true,
                long: true
            }));
        assert!(matches!(
            Options::read(&["--longer"]),
            Err(Stop::Refused(_))
        ));
    }
}
