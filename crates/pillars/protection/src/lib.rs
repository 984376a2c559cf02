//! Protection: reports, who reads them, what a sender releases to the police; a safe place tonight,
//! and rights not yet met.

pub mod bed;
pub mod case;
pub mod child;
pub mod demo;
pub mod detention;
pub mod interpreter;
mod measures;
pub mod person;
mod printing;
pub mod reader;
pub mod release;
pub mod report;
pub mod right;
mod routes;
mod samples;
pub mod screening;
pub mod shelter;
pub mod shift;
pub mod unattended;

use ::store::{Reaction, StoreError, Unit};
use access::action::ReadToday;
use page::Panel;
use record::Task;

pub use measures::MEASURES;
pub use routes::routes;

/// Every statement of this crate, for the test that prepares each one on both engines.
pub fn statements() -> Vec<&'static str> {
    [
        reader::STATEMENTS,
        report::STATEMENTS,
        report::desk::store::STATEMENTS,
        report::heads::STATEMENTS,
        report::note::STATEMENTS,
        report::promise::STATEMENTS,
        shift::STATEMENTS,
        release::STATEMENTS,
        shelter::STATEMENTS,
        &bed::statements(),
        screening::STATEMENTS,
        person::STATEMENTS,
        person::search::STATEMENTS,
        case::STATEMENTS,
        &consent::statements(),
        detention::STATEMENTS,
        interpreter::STATEMENTS,
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
        screening::reactions::REACTIONS,
        case::reactions::REACTIONS,
        person::reactions::REACTIONS,
        right::reactions::REACTIONS,
        detention::reactions::REACTIONS,
        interpreter::reactions::REACTIONS,
        &clock::reactions(),
    ]
    .concat()
}

/// What this pillar adds to a made-up country.
pub const DEMO: &[::demo::Part] = demo::PARTS;

/// What this pillar shows on pages of records from which its own grow.
pub const PANELS: &[Panel] = &[
    bed::pages::panel::PANEL,
    screening::pages::panel::PANEL,
    case::pages::panel::PANEL,
];

/// What Today shows of this pillar: what waits for this actor, as far as their own lists reach.
pub async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let mut tasks = report::tasks(day).await?;
    tasks.extend(bed::tasks::tasks(day).await?);
    tasks.extend(screening::tasks(day).await?);
    tasks.extend(case::tasks(day).await?);
    tasks.extend(detention::tasks(day).await?);
    tasks.extend(interpreter::tasks(day).await?);
    tasks.extend(right::tasks::tasks(day).await?);
    tasks.extend(child::tasks(day).await?);
    Ok(tasks)
}
