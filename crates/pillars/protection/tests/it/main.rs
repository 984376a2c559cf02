//! Reports, readers and releases through their actions, on both engines; their pages by samples.

#![expect(
    clippy::similar_names,
    reason = "an asker asks, and what was asked is read as that"
)]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper's failure is the failure of the test that asked"
)]

mod basra;
mod bed_acts;
mod bed_again;
mod bed_declines;
mod bed_holds;
mod bed_life;
mod bed_lives;
mod bed_once;
mod bed_races;
mod bed_rules;
mod bed_shut_out;
mod bed_web;
mod beds;
mod cases;
mod clocks;
mod clocks_shut_out;
mod day;
mod detention;
mod elsewhere;
mod excluded;
mod facts;
mod installation;
mod intake;
mod interpreters;
mod life;
mod manned;
mod moved;
mod notes;
mod pages;
mod people;
mod promises;
mod readers;
mod rights_listed;
mod screening;
mod sending;
mod sheets;
mod shifts;
mod steps;
mod unattended;
mod unattended_lives;
mod visits;
mod web;
mod writers;
