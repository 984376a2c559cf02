//! The program put together: commands, configuration, wiring, and the pages that belong to no pillar.
//!
//! The binary is a thin `main` over this library, so that tests run the whole of it in-process
//! with a clock of their own: [`serve`] takes time, ids and randomness from outside.

pub mod account;
pub mod administration;
pub mod backup;
pub mod cli;
pub mod config;
pub mod console;
pub mod demo;
pub mod directory;
pub mod doctor;
pub mod figures;
pub mod first_day;
pub mod folder;
pub mod init;
pub mod jobs;
pub mod ledger;
pub mod maintenance;
pub mod program;
pub mod routes;
pub mod screen;
pub mod search;
pub mod serving;
pub mod start;
pub mod terminal;
pub mod today;
pub mod world;

mod layers;
mod patient;
mod serve;

pub use serve::{Config, Running, serve, serve_store};

/// Every statement of every part, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    [
        store::statements(),
        clock::statements(),
        people::statements(),
        ::demo::STATEMENTS.to_vec(),
        protection::statements(),
        search::store::STATEMENTS.to_vec(),
        ledger::store::STATEMENTS.to_vec(),
        demo::STATEMENTS.to_vec(),
    ]
    .concat()
}
