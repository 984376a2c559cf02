//! `cargo xtask test`: every check and test, in the order in which they are cheapest to fail.

use crate::line::{Count, Line, stopwatch};
use crate::pace::Pace;
use crate::slow::Report;
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
    let mut ran = None;
    let (outcome, took) = stopwatch(|| {
        let outcome = all(options, &mut count, &mut ran);
        // The table comes last, where it is seen, and where the tests failed too.
        let judged = ran.map_or(Ok(()), |ran: Ran| {
            ran.report.judge(options.long, machine::in_ci(), &ran.pace)
        });
        outcome.and(judged)
    });
    if let Err(Stop::Failed(line)) = &outcome {
        eprintln!("failed: {line}");
    }
    crate::say(&count.sum(outcome.is_ok(), took));
    outcome.map_err(|_| Stop::Told)
}

/// What is known of the tests once they ran: what each took, and how much of the machine they had.
struct Ran {
    report: Report,
    pace: Pace,
}

fn all(options: &Options, count: &mut Count, ran: &mut Option<Ran>) -> Outcome {
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
    // What takes no time comes first: a misspelt word is not to be heard of after the tests.
    line("cargo fmt --all --check").run()?;
    Line::of(machine::cache().join("python/bin/typos")).run()?;
    line("cargo clippy --workspace --all-targets -- -D warnings").run()?;
    let report = Report::new(if options.long { "long" } else { "default" });
    let pace = Pace::before();
    let passed = tests(&runner(options.long)).run_and_count(count);
    let pace = pace.after();
    *ran = Some(Ran { report, pace });
    passed?;
    tests("cargo test --workspace --doc").run_and_count(count)?;
    line("cargo doc --workspace --no-deps")
        .set("RUSTDOCFLAGS", "-D warnings")
        .run()
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
