//! `cargo xtask bench`: the benchmarks, one after another, with nothing else running.

use crate::Outcome;
use crate::line::Line;

/// Runs every benchmark; `docs/benchmarks.md` tells what was measured.
pub fn run() -> Outcome {
    Line::new("bash benches/pages.sh").run()?;
    Line::new("cargo run --release --package store --example measures").run()
}
