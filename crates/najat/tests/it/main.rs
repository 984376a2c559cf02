//! Tests of the whole program.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper's failure is the failure of the test that asked"
)]

mod account;
mod administration;
mod administrators;
mod alike;
mod authority;
mod backup;
mod browser;
mod canary;
mod canary_no;
mod cli;
mod clock;
mod curl;
mod data_model;
mod doctor;
mod doctor_page;
mod finished;
mod frame;
mod ids;
mod installed;
mod jobs;
mod jobs_killed;
mod kept;
mod kill;
mod log;
mod looks;
mod nothing;
mod nothing_whole;
mod only_looks;
mod pages;
mod peopled;
mod pictures;
mod plans;
mod proxy;
mod reader;
mod refused;
mod restore;
mod screen;
mod sender;
mod sheet;
mod snapshot;
mod source_rules;
mod statements;
mod today;
mod town;
mod typed;
mod walker;
