//! Protection: reports, who reads them, and what a sender releases to the police.

pub mod reader;
pub mod release;
pub mod report;
mod routes;
mod samples;

use ::store::Reaction;

pub use routes::routes;

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    [reader::STATEMENTS, report::STATEMENTS, release::STATEMENTS].concat()
}

/// What follows from events, for the outbox.
pub fn reactions() -> Vec<Reaction> {
    [reader::reactions::REACTIONS, report::reactions::REACTIONS].concat()
}
