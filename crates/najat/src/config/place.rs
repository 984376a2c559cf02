//! Which installation a command is about.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::{Configuration, Environment};

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

impl Place {
    /// Reads what is set there.
    pub fn load(&self) -> Result<Configuration> {
        let environment = Environment::of_process();
        Configuration::load(self.data.as_deref(), self.config.as_deref(), &environment)
    }
}
