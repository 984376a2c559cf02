//! Tasks for developers: `cargo xtask test | check | policies | font | pictures | third-party | bench`.
//!
//! A task only runs lines that a person can run, prints each with its seconds, and stops at the
//! first that fails. It needs no crate but the standard library.

use std::env;
use std::process::ExitCode;

mod bench;
mod check;
mod font;
mod line;
mod machine;
mod pace;
mod pictures;
mod policies;
mod slow;
mod test;
mod third_party;

const HELP: &str = "\
cargo xtask TASK

  test [--install] [--long]      every check and test; --install first installs what is missing
  check [--advisory-db DIR]      licences, sources and advisories of the crates, offline
  policies [--check]             writes the permits from authority.csv, or tells whether they are up to date
  font                           makes the pages' font file anew
  pictures                       makes the manual's pictures anew
  third-party [--check]          writes THIRD-PARTY.md, or tells whether it is up to date
  bench                          the benchmarks

Exit status: 0 done, 1 the work failed, 2 the words were wrong or something is not installed.
";

/// Why a task did not end well.
#[derive(Debug)]
enum Stop {
    /// The work failed.
    Failed(String),
    /// The work failed, and that was said already.
    Told,
    /// The words were wrong, or what the task needs is missing.
    Refused(String),
}

type Outcome = Result<(), Stop>;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Failed(why)) => {
            eprintln!("failed: {why}");
            ExitCode::from(1)
        }
        Err(Stop::Told) => ExitCode::from(1),
        Err(Stop::Refused(why)) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn run(words: &[&str]) -> Outcome {
    // Whatever folder it is called from, a task works at the root.
    env::set_current_dir(machine::root()).map_err(|why| Stop::Failed(why.to_string()))?;
    match words {
        ["test", options @ ..] => test::run(&test::Options::read(options)?),
        ["check"] => check::run(None),
        ["check", "--advisory-db", folder] => check::run(Some(folder)),
        ["policies", words @ ..] => policies::run(words),
        ["font"] => font::run(),
        ["pictures"] => pictures::run(),
        ["third-party"] => third_party::run(false),
        ["third-party", "--check"] => third_party::run(true),
        ["bench"] => bench::run(),
        ["help" | "--help" | "-h"] => {
            say(HELP.trim_end());
            Ok(())
        }
        [] => Err(Stop::Refused(HELP.to_owned())),
        other => Err(Stop::Refused(format!(
            "no such task: {}\n\n{HELP}",
            other.join(" ")
        ))),
    }
}

/// Prints what a task gives back; progress goes to standard error.
#[expect(clippy::print_stdout, reason = "results go to standard output")]
fn say(result: &str) {
    println!("{result}");
}
