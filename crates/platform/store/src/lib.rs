//! SQLite and PostgreSQL behind one type; units of work; the gate; the outbox; the ledger as kept.
//!
//! - [`Gate`] gives permits, [`Store::unit`] and [`Store::read`] open a unit with one.
//! - [`Unit`] is all or nothing, with its ledger entry and its events; sealed data opens in it only.
//! - [`ClearReader`] reads columns in clear; [`Upkeep`] writes what is no record.
//! - [`reach!`] is the decision as SQL, for lists; [`Store::react`] delivers events to reactions.
//! - [`jobs`] is long work that goes on after a kill.
//! - [`Journal`] signs the ledger and keeps `checkpoints.log`; [`offline`] checks a copy of both,
//!   [`backup`] makes one and puts it back.
//!
//! SQL is written once, in the subset both engines speak, and stands in files named `store.rs`.

mod age;
pub mod backup;
mod checkpoints;
mod clear_reader;
mod engine;
mod entries;
mod error;
mod examine;
mod facts;
mod gate;
mod guard;
pub mod jobs;
mod journal;
mod keys;
mod list;
mod migrate;
mod newest;
pub mod offline;
mod once;
mod open;
mod outbox;
mod plain;
mod process_lock;
mod reach;
mod run;
mod sealing;
mod sequencer;
mod slow;
mod sql;
mod stuck;
mod ticket;
mod timing;
mod unit;
mod watch;
mod writer;

pub use age::Age;
pub use clear_reader::{ClearReader, Upkeep};
pub use engine::{Settings, Store};
pub use entries::{Found, Kept, Wanted};
pub use error::StoreError;
pub use examine::{EngineFound, Examined, POSTGRES_NEEDED};
pub use gate::{Could, Gate};
pub use guard::{Answering, HandedOver, Heir, NewRecord};
pub use journal::Journal;
pub use keys::Keyring;
pub use list::{Next, Order, Page, Window, one_more};
pub use migrate::BeforeMigrating;
pub use outbox::{Delivery, Reacting, Reaction};
pub use slow::Slow;
pub use sql::{Row, Value};
pub use stuck::Stuck;
pub use timing::Timed;
pub use unit::{Unit, Work};
pub use watch::Check;

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    let files = [
        age::STATEMENTS,
        entries::STATEMENTS,
        examine::STATEMENTS,
        facts::STATEMENTS,
        gate::STATEMENTS,
        guard::STATEMENTS,
        journal::STATEMENTS,
        keys::STATEMENTS,
        migrate::STATEMENTS,
        newest::STATEMENTS,
        sequencer::STATEMENTS,
        offline::STATEMENTS,
        once::STATEMENTS,
        open::STATEMENTS,
        outbox::STATEMENTS,
        run::STATEMENTS,
        stuck::STATEMENTS,
        watch::STATEMENTS,
    ];
    [
        files.concat(),
        backup::STATEMENTS.concat(),
        jobs::STATEMENTS.concat(),
    ]
    .concat()
}
