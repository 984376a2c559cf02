//! What can be said of copies on the command line.

use std::path::PathBuf;

use clap::Args;

use crate::config::Place;
use crate::console::As;

/// What to copy, and where to.
#[derive(Args, Debug)]
pub struct Backup {
    /// Which installation
    #[command(flatten)]
    pub place: Place,
    /// The folder of the copy, a new one; without it, a folder named after the time in the one that
    /// najat.toml names
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Who makes it: an administrator
    #[command(flatten)]
    pub who: As,
}

/// What to put back, and where.
#[derive(Args, Debug)]
pub struct Restore {
    /// The folder of the copy
    #[arg(value_name = "DIR")]
    pub copy: PathBuf,
    /// The data folder; a new one, or one that holds no data yet. Its najat.toml or
    /// NAJAT_DATABASE_URL may name an empty database of PostgreSQL. A checkpoints.log that lies
    /// there counts as the latest known
    #[arg(long, value_name = "NEW")]
    pub data: PathBuf,
    /// The folder with care.key and justice.key, which no copy holds; the data folder without it
    #[arg(long, value_name = "DIR")]
    pub keys: Option<PathBuf>,
    /// The latest checkpoints.log that is known: what was shredded by then is shredded again, and a
    /// copy that is older is refused
    #[arg(long, value_name = "FILE")]
    pub checkpoints: Option<PathBuf>,
    /// Takes a copy that is older than the latest known: what came later is lost
    #[arg(long)]
    pub older_is_known: bool,
    /// Takes a copy whose ledger does not hold
    #[arg(long)]
    pub faults_are_known: bool,
}
