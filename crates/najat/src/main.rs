//! The `najat` binary.
fn main() {}
