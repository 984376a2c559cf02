//! `najat screen`: screening by the pages' own code, for training and for checking. It touches no
//! installation and keeps nothing.

mod cases;
mod study;

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use record::Language;

/// What can be said of it.
#[derive(Debug, clap::Args)]
pub struct Screen {
    /// Cases to judge: JSON in the form of `screening_vectors.json`
    #[arg(value_name = "CASES.json", required_unless_present = "study")]
    cases: Option<PathBuf>,
    /// In which language it is explained: en, ar or ckb
    #[arg(long, default_value = "en", conflicts_with = "study")]
    lang: Language,
    /// Where the results go; without it to standard output
    #[arg(long, value_name = "RESULTS.json", conflicts_with = "study")]
    out: Option<PathBuf>,
    /// How well level 1 does against a full interview: CSV with the columns case, level1, interview
    #[arg(long, value_name = "FILE.csv", conflicts_with = "cases")]
    study: Option<PathBuf>,
}

/// Judges the cases, or measures a study.
pub fn run(said: &Screen, out: &mut impl Write) -> Result<()> {
    if let Some(path) = &said.study {
        let text = read(path)?;
        return Ok(write!(out, "{}", study::measure(&text)?)?);
    }
    let path = said.cases.as_ref().context("name a file of cases")?;
    let results = cases::judge(&read(path)?, said.lang)?;
    match &said.out {
        Some(to) => std::fs::write(to, results)
            .with_context(|| format!("{} cannot be written", to.display())),
        None => Ok(out.write_all(results.as_bytes())?),
    }
}

fn read(path: &PathBuf) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
