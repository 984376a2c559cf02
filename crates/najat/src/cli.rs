//! The words of the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

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
    /// Makes a copy of everything but the keys, while the house stays open
    Backup(crate::backup::words::Backup),
    /// Puts a copy back where nothing is
    Restore(crate::backup::words::Restore),
    /// Tells what is broken in an installation, and what somebody should see to
    Doctor(Place),
    /// Checks the ledger and takes proofs out of it
    #[command(subcommand)]
    Ledger(Ledger),
}

/// How to run the demo.
#[derive(Args, Debug)]
pub struct Demo {
    /// The folder for its data; one that holds a demo already is opened again. Without it, a new
    /// folder under the system's temporary ones
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where to listen, on this machine only
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8440")]
    pub listen: SocketAddr,
    /// How many made-up people have accounts
    #[arg(long, value_name = "N", default_value_t = 300, value_parser = clap::value_parser!(u32).range(80..=5000))]
    pub people: u32,
    /// The same seed gives the same made-up people
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// Which installation.
#[derive(Args, Debug)]
pub struct Place {
    /// The data folder; its najat.toml is read
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A configuration file that lies elsewhere
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How to serve.
#[derive(Args, Debug)]
pub struct Serve {
    /// Which installation
    #[command(flatten)]
    pub place: Place,
    /// Takes a database that is older than its checkpoints.log, or one whose log is gone: what came
    /// later is lost, and the ledger says that it was known
    #[arg(long)]
    pub older_is_known: bool,
}

/// How to begin. What is not said is asked at the terminal; a password never is.
#[derive(Args, Debug)]
pub struct Init {
    /// The data folder to make
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Lets the only administrator in again, who lost password or authenticator
    #[arg(long)]
    pub recover: bool,
    /// The name of the organisation that runs it, in English
    #[arg(long, value_name = "NAME")]
    pub name_en: Option<String>,
    /// The same in Arabic
    #[arg(long, value_name = "NAME")]
    pub name_ar: Option<String>,
    /// The same in Central Kurdish
    #[arg(long, value_name = "NAME")]
    pub name_ckb: Option<String>,
    /// What it is: committee, office, aid, shelter, camp
    #[arg(long, value_name = "KIND", default_value = "committee")]
    pub kind: record::OrgKind,
    /// The first administrator, by the name to sign in with
    #[arg(long, value_name = "NAME")]
    pub administrator: Option<String>,
    /// What colleagues call the first administrator
    #[arg(long, value_name = "NAME")]
    pub administrator_name: Option<String>,
    /// The first data-protection officer, by the name to sign in with
    #[arg(long, value_name = "NAME")]
    pub data_protection: Option<String>,
    /// What colleagues call the first data-protection officer
    #[arg(long, value_name = "NAME")]
    pub data_protection_name: Option<String>,
    /// The language of their pages: en, ar, ckb
    #[arg(long, value_name = "LANGUAGE", default_value = "ar")]
    pub language: record::Language,
}

/// As whom a command acts that touches records.
#[derive(Args, Debug)]
pub struct As {
    /// The account, by the name with which it signs in; its password and its digits are asked for
    #[arg(long = "as", value_name = "ACCOUNT")]
    pub account: String,
    /// For scripts: a file of mode 0600 with `password = "…"` and `authenticator = "BASE32"`
    #[arg(long, value_name = "FILE")]
    pub credentials: Option<PathBuf>,
    /// The role to act in, where the account has several; the first one without it
    #[arg(long, value_name = "ROLE")]
    pub role: Option<record::Role>,
}

/// What to do with the ledger.
#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// Checks a whole ledger on a copy, or one proof, with the public key alone
    Verify(Verify),
    /// Takes out a proof that one entry stands in the ledger
    Prove(Prove),
    /// Takes the whole ledger out of an installation, as one file that `verify` checks
    Export(Export),
}

/// What to take out, and where to.
#[derive(Args, Debug)]
pub struct Export {
    /// Which installation
    #[command(flatten)]
    pub place: Place,
    /// The file, a new one
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Who takes it out: a data-protection officer
    #[command(flatten)]
    pub who: As,
}

/// What to check.
#[derive(Args, Debug)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["ledger", "proof"])))]
pub struct Verify {
    /// A data folder, a database file, a file made by `ledger export` or a postgres:// address
    #[arg(value_name = "DB|DIR|FILE")]
    pub ledger: Option<String>,
    /// A file made by `ledger prove`
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
    /// The public key: a file, or the key itself
    #[arg(long, value_name = "PUB")]
    pub key: String,
    /// The checkpoints kept outside the database; a data folder's own are used without it
    #[arg(long, value_name = "FILE", conflicts_with = "proof")]
    pub against: Option<PathBuf>,
}

/// What to prove.
#[derive(Args, Debug)]
pub struct Prove {
    /// The number of the entry, counted from 0
    #[arg(value_name = "LEAF")]
    pub leaf: u64,
    /// Where to write the proof
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// A data folder, a database file or a postgres:// address
    #[arg(long, value_name = "DB|DIR", default_value = "najat-data")]
    pub from: String,
}
