//! What the operator has set: one TOML file, `najat.toml`, and variables of the environment that
//! stand before it. Every key has a variable of the same name: `listen` is `NAJAT_LISTEN`,
//! `statements.host` is `NAJAT_STATEMENTS_HOST`; a list is parted by commas there.
//!
//! A key that is not known is an error, and so is a value that is not right: a mistyped
//! `public_origin` must not lead to an installation that answers somebody else.

mod environment;
mod place;
mod read;
mod rules;
mod statements;
mod write;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::folder::{self, Folder};

pub use environment::Environment;
pub use place::Place;
pub use statements::{KINDS, Statements};
pub use write::first_file;

/// The name of the file in a data folder.
pub const FILE: &str = "najat.toml";

/// Where the program listens unless told otherwise.
pub const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8440);

/// What the operator has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    /// The folder with the roots, the log of checkpoints and, on SQLite, the database.
    pub data: PathBuf,
    /// `postgres://…`, if the database is not the file in the data folder.
    pub database_url: Option<String>,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Whether it may listen where other machines reach it, without TLS.
    pub beyond_this_machine: bool,
    /// `https://…`: the one address under which others reach it.
    pub public_origin: Option<String>,
    /// The peers that may say whom they speak for.
    pub trusted_proxy: Vec<IpAddr>,
    /// The ordinary site to which the way out leads.
    pub leave_to: String,
    /// Where the source of this very program is to be had.
    pub source_url: String,
    /// The fewest bytes a second at which what is sent may come in.
    pub least_rate: u32,
    /// So many reports may wait that nobody has answered; further ones are not taken.
    pub most_unread: u32,
    /// So many MiB must be free on the disk; with less no report is taken.
    pub least_free: u32,
    /// The folder into which copies go.
    pub backup: Option<PathBuf>,
    /// What a launch has put on paper.
    pub statements: Statements,
}

/// One thing that is not right in a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The key, as it stands in the file or in the environment.
    pub key: String,
    /// What is wrong with it, and what would be right.
    pub why: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.key, self.why)
    }
}

/// Everything that is not right, a line each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        out.write_str(&lines.join("\n"))
    }
}

impl Configuration {
    /// What is set where nothing is set.
    pub fn of(data: &Path) -> Self {
        let settings = page::Settings::default();
        Self {
            data: data.to_owned(),
            database_url: None,
            listen: LISTEN,
            beyond_this_machine: false,
            public_origin: None,
            trusted_proxy: Vec::new(),
            leave_to: settings.leave_to,
            source_url: settings.source_url,
            least_rate: settings.least_rate,
            most_unread: settings.ceilings.most_unread,
            least_free: u32::try_from(settings.ceilings.least_free >> 20).unwrap_or(u32::MAX),
            backup: None,
            statements: Statements::default(),
        }
    }

    /// Reads the file named, or the one in the data folder if there is one, and the environment.
    /// Whether what is set fits together is asked by [`Configuration::faults`].
    pub fn load(
        data: Option<&Path>,
        file: Option<&Path>,
        environment: &Environment,
    ) -> Result<Self> {
        let folder = data.map(Path::to_owned);
        let folder = folder.or_else(|| environment.text("data").map(PathBuf::from));
        let beside = folder.as_ref().map(|folder| folder.join(FILE));
        let file = file.map_or(beside, |file| Some(file.to_owned()));
        let text = match &file {
            Some(file) if file.exists() => std::fs::read_to_string(file)
                .with_context(|| format!("{} cannot be read", file.display()))?,
            Some(file) if folder.is_none() => {
                anyhow::bail!("{} is not there", file.display())
            }
            _ => String::new(),
        };
        let named = file.as_deref().unwrap_or(Path::new(FILE)).display();
        let mut read = read::configuration(&text, environment)
            .with_context(|| format!("{named} and the environment"))?;
        match (folder, file) {
            (Some(folder), _) => read.data = folder,
            // A file elsewhere may name the folder; without, it is the one in which it lies.
            (None, Some(file)) if read.data.as_os_str().is_empty() => {
                let beside = file.parent().unwrap_or(Path::new(""));
                beside.clone_into(&mut read.data);
            }
            _ => {}
        }
        if read.data.as_os_str().is_empty() {
            anyhow::bail!("no data folder is named: say --data DIR");
        }
        Ok(read)
    }

    /// What does not fit together, and what a launch still lacks.
    pub fn faults(&self) -> Vec<Fault> {
        rules::faults(self)
    }

    /// The address under which the store opens the database.
    pub fn url(&self) -> String {
        let file = Folder::at(&self.data).url();
        self.database_url.clone().unwrap_or(file)
    }

    /// How much is taken in.
    pub fn ceilings(&self) -> page::Ceilings {
        page::Ceilings {
            most_unread: self.most_unread,
            least_free: u64::from(self.least_free) << 20,
            folder: Some(self.data.clone()),
            space: folder::free,
        }
    }

    /// What the pages must know of it.
    pub fn settings(&self) -> page::Settings {
        page::Settings {
            demo: false,
            public_origin: self.public_origin.clone(),
            trusted_proxies: self.trusted_proxy.clone(),
            backup_to: self.backup.clone(),
            leave_to: self.leave_to.clone(),
            least_rate: self.least_rate,
            ceilings: self.ceilings(),
            source_url: self.source_url.clone(),
        }
    }
}
