//! The words of the command line: each room says what can be said of its own command.

use clap::{Parser, Subcommand};

use crate::backup::words::{Backup, Restore};
use crate::config::Place;
use crate::demo::Demo;
use crate::init::Init;
use crate::jobs::words::Index;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::serving::Serve;

/// The shared working system of a country's fight against trafficking in persons.
#[derive(Debug, Parser)]
#[command(name = "najat", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Runs a whole made-up country to try, on this machine only
    Demo(Demo),
    /// Begins an installation: keys, configuration, the first organisation and its first two people
    Init(Init),
    /// Serves an installation
    Serve(Serve),
    /// Makes a copy of everything but the keys, while the program stays open
    Backup(Backup),
    /// Puts a copy back where nothing is
    Restore(Restore),
    /// Makes blind indexes anew, while the program stays open
    #[command(subcommand)]
    Index(Index),
    /// Tells what is broken in an installation, and what somebody should see to
    Doctor(Place),
    /// Judges made-up cases by the rule of screening, or measures how well it does
    Screen(Screen),
    /// Checks the ledger and takes proofs out of it
    #[command(subcommand)]
    Ledger(Ledger),
}
