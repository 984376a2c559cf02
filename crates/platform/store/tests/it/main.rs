//! The store from outside, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails in a helper fails the test that asked"
)]

mod as_built;
mod as_it_was;
mod batch;
mod copies;
mod counted;
mod crowd;
mod dropped;
mod entries;
mod faults;
mod forms;
mod ground;
mod interleaved;
mod jobs;
mod jobs_asked;
mod jobs_claimed;
mod ledger_kept;
mod lists;
mod looked;
mod migrations;
mod offline;
mod opening;
mod outbox;
mod refused;
mod sealed;
mod shred;
mod stuck;
mod tampered;
mod unit;
