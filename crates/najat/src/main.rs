//! The `najat` binary. All of it stands in the library: what a binary names of it would be compiled a
//! second time.

use std::process::ExitCode;

fn main() -> ExitCode {
    najat::program::run()
}
