//! Protection: reports, who reads them, what a sender releases to the police; a safe place tonight,
//! and rights not yet met.

pub mod bed;
pub mod child;
pub mod reader;
pub mod release;
pub mod report;
pub mod right;
mod routes;
mod samples;
pub mod shelter;

use ::store::Reaction;

pub use routes::routes;

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    [
        reader::STATEMENTS,
        report::STATEMENTS,
        release::STATEMENTS,
        shelter::STATEMENTS,
        bed::STATEMENTS,
        child::STATEMENTS,
        right::STATEMENTS,
    ]
    .concat()
}

/// What follows from events, for the outbox.
pub fn reactions() -> Vec<Reaction> {
    [
        reader::reactions::REACTIONS,
        report::reactions::REACTIONS,
        bed::reactions::REACTIONS,
        right::reactions::REACTIONS,
        &clock::reactions(),
    ]
    .concat()
}
