//! What can be said of blind indexes on the command line.

use clap::{Args, Subcommand};

use crate::config::Place;
use crate::console::As;

/// What can be done with blind indexes.
#[derive(Subcommand, Debug)]
pub enum Index {
    /// Makes the index of sign-in names anew, where whoever has an account is not found at the door
    Rebuild(Rebuild),
}

/// Which installation, and who asks.
#[derive(Args, Debug)]
pub struct Rebuild {
    /// Which installation
    #[command(flatten)]
    pub place: Place,
    /// Who asks for it: an administrator
    #[command(flatten)]
    pub who: As,
}
