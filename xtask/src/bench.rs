//! `cargo xtask bench`: the benchmarks, one crate after another, with nothing else running.

use crate::Outcome;
use crate::line::Line;

/// Runs every benchmark of the workspace; `docs/benchmarks.md` tells what was measured.
pub fn run() -> Outcome {
    Line::new("cargo bench --workspace --bench *").run()
}
