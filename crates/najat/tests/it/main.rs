//! Tests of the whole program.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper's failure is the failure of the test that asked"
)]

mod account;
mod alike;
mod authority;
mod browser;
mod canary;
mod cli;
mod data_model;
mod house;
mod kill;
mod log;
mod looks;
mod pages;
mod pictures;
mod plans;
mod reader;
mod sender;
mod statements;
mod town;
