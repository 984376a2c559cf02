//! Long work, which is asked for, goes on by itself, and can be watched and cancelled: a copy of the
//! whole, and the index of sign-in names made anew.
//!
//! Whoever serves does it, a turn each second, one job at a time. Told to stop, it gives the job back;
//! killed, it is taken up again where it was, by the next that serves. What cannot be done is tried
//! ever later, and told to administrators on Today, on the page of this room and by `najat doctor`.

mod actions;
mod command;
mod index;
mod pages;
mod run;
mod samples;
mod view;
pub mod words;

use access::Actor;

pub use actions::{ask_rebuild, ask_where_folding_changed};
pub use command::rebuild;
pub use pages::routes;
pub use run::turn;

/// Who does what was asked for: nobody needs to stay signed in for it.
const RUNNER: Actor = Actor::Rule("RunJobs");
