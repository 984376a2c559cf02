//! What every handler stands on.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use record::World;
use store::Store;

use crate::act::Acts;
use crate::panel::Panel;
use crate::pause::Waiting;
use crate::pending::Pending;
use crate::room::{Ceilings, Looked};
use crate::table::Table;

/// What the operator has set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether all people here are made up.
    pub demo: bool,
    /// The address under which others reach the program (`https://…`), if any may.
    pub public_origin: Option<String>,
    /// The peers that may say whom they speak for; nobody else is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The folder that takes the copies made from the administrator's page.
    pub backup_to: Option<PathBuf>,
    /// The ordinary site to which the way out leads.
    pub leave_to: String,
    /// The fewest bytes a second at which a body may come in.
    pub least_rate: u32,
    /// How much is taken in.
    pub ceilings: Ceilings,
    /// Where the source of this very program is to be had (AGPL, section 13).
    pub source_url: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demo: false,
            public_origin: None,
            trusted_proxies: Vec::new(),
            backup_to: None,
            leave_to: "https://www.wikipedia.org/".to_owned(),
            least_rate: 250,
            ceilings: Ceilings::default(),
            source_url: String::new(),
        }
    }
}

/// The shared state of all pages.
#[derive(Clone)]
pub struct App {
    /// The records.
    pub store: Store,
    /// Time, ids, and randomness that needs no secrecy.
    pub world: World,
    /// What the operator has set.
    pub settings: Arc<Settings>,
    /// The routes as data.
    pub table: Arc<Table>,
    /// What forms do at this moment.
    pub acts: Acts,
    /// Forms in steps, between the steps.
    pub pending: Pending,
    /// How much room there was a moment ago.
    pub looked: Arc<Looked>,
    /// What features show on pages of other features.
    pub panels: Arc<[Panel]>,
    /// After so many seconds a page for staff that nobody touches is covered: the length of a session
    /// that rests; never, where it is 0.
    pub(crate) idle: u32,
    /// Which answers wait at this moment.
    pub(crate) waiting: Waiting,
}

impl App {
    /// Puts the parts together; the table comes with [`crate::router`].
    pub fn new(store: Store, world: World, settings: Settings) -> Self {
        Self {
            store,
            world,
            settings: Arc::new(settings),
            table: Arc::new(Table::default()),
            acts: Acts::default(),
            pending: Pending::default(),
            looked: Arc::default(),
            panels: Arc::default(),
            idle: 0,
            waiting: Waiting::default(),
        }
    }

    /// With what features show on pages of others.
    #[must_use]
    pub fn with_panels(mut self, panels: &[Panel]) -> Self {
        self.panels = panels.into();
        self
    }

    /// With pages for staff that are covered after so many seconds without a touch.
    #[must_use]
    pub fn with_idle(mut self, seconds: i64) -> Self {
        self.idle = u32::try_from(seconds).unwrap_or(u32::MAX);
        self
    }

    pub(crate) fn with_table(mut self, table: Arc<Table>) -> Self {
        self.table = table;
        self
    }
}
