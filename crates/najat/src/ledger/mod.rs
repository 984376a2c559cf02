//! The ledger: its pages, and the commands that check a copy with the public key alone.

mod export;
mod pages;
mod samples;
pub(crate) mod store;
mod view;
mod who;
pub(crate) mod words;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use ledger::{PublicKey, Verdict};

pub use export::{Export, export, take_out};
pub use pages::routes;

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

/// Checks a whole ledger or one proof. Answers whether it holds.
pub async fn verify(said: &Verify, out: &mut impl Write) -> Result<bool> {
    let key = public_key(&said.key)?;
    if let Some(proof) = &said.proof {
        return verify_proof(proof, &key, out);
    }
    let given = said.ledger.as_deref().unwrap_or_default();
    let (database, beside) = place(given);
    let log = said.against.clone().or(beside);
    if let Some(named) = said.against.as_ref().filter(|path| !path.exists()) {
        bail!("{} is not there", named.display());
    }
    let verdict = if ::store::offline::is_export(Path::new(&database)) {
        ::store::offline::verify_export(Path::new(&database), &key, log.as_deref())
    } else {
        ::store::offline::verify(&database, &key, log.as_deref()).await
    };
    let verdict = verdict.with_context(|| format!("{given} cannot be read as a ledger"))?;
    say(&verdict, out)?;
    Ok(verdict.holds())
}

/// Writes a proof that one entry stands in the ledger.
pub async fn prove(said: &Prove) -> Result<()> {
    let (database, _) = place(&said.from);
    let proof = ::store::offline::prove(&database, said.leaf)
        .await
        .with_context(|| format!("entry {} of {} cannot be proved", said.leaf, said.from))?;
    std::fs::write(&said.out, proof)
        .with_context(|| format!("{} cannot be written", said.out.display()))
}

/// The database of what was named, and the checkpoints that lie beside it.
fn place(given: &str) -> (String, Option<PathBuf>) {
    if given.starts_with("postgres:") || given.starts_with("postgresql:") {
        return (given.to_owned(), None);
    }
    let path = Path::new(given);
    if path.is_dir() {
        let log = path.join("checkpoints.log");
        return (
            path.join("najat.db").display().to_string(),
            log.exists().then_some(log),
        );
    }
    (given.to_owned(), None)
}

fn public_key(given: &str) -> Result<PublicKey> {
    let text = if Path::new(given).exists() {
        std::fs::read_to_string(given).with_context(|| format!("{given} cannot be read"))?
    } else {
        given.to_owned()
    };
    text.trim()
        .parse()
        .with_context(|| format!("{given} is neither a file nor a public key"))
}

fn verify_proof(file: &Path, key: &PublicKey, out: &mut impl Write) -> Result<bool> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    match ledger::verify_proof(&text, key) {
        Ok(entry) => {
            writeln!(
                out,
                "The entry stands in the ledger: {} at {}.",
                entry.action,
                time(entry.at)
            )?;
            Ok(true)
        }
        Err(error) => {
            writeln!(out, "The proof does not hold: {error}.")?;
            Ok(false)
        }
    }
}

fn time(at: record::Moment) -> String {
    at.local().strftime("%Y-%m-%d %H:%M:%S").to_string()
}

pub(crate) fn say(verdict: &Verdict, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "{} entries and {} checkpoints were read.",
        verdict.leaves, verdict.checkpoints
    )?;
    if let Some(lines) = verdict.logged {
        let recovered = verdict.recovered;
        writeln!(
            out,
            "{lines} lines of checkpoints.log were read, {recovered} written at a start after a crash."
        )?;
    }
    for fault in &verdict.faults {
        writeln!(out, "WRONG: {}", words::fault(fault))?;
    }
    for unknown in &verdict.unknown {
        writeln!(out, "Not known: {}", words::unknown(unknown))?;
    }
    if verdict.holds() {
        writeln!(out, "Nothing was changed.")?;
    }
    Ok(())
}
