//! Tells the program when it was made: a clock that says an earlier time is wrong for sure.
//! `SOURCE_DATE_EPOCH` says it where a build is to be the same on every machine.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

#[expect(
    clippy::disallowed_methods,
    reason = "a build has no clock and no configuration but these"
)]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    let now = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map(|since| since.as_secs())
    };
    let told = env::var("SOURCE_DATE_EPOCH").ok();
    let made = told.and_then(|seconds| seconds.parse().ok()).or(now().ok());
    println!("cargo::rustc-env=MADE_ON={}", made.unwrap_or_default());
}
