//! What a feature shows on the page of a record of another feature: the page of a report shows the
//! requests for a place that grew from it, and neither feature knows the other. Whoever composes
//! the program hands the panels to [`App`].

use std::pin::Pin;

use access::Actor;
use record::{Id, Kind, Moment};
use store::{Could, Gate, StoreError, Work};

use crate::app::App;
use crate::frame::Frame;

/// A record that grew from another, as a line on the page of that other.
#[derive(Clone, Debug)]
pub struct Grown {
    /// The record.
    pub record: Id,
    /// Its short code.
    pub code: String,
    /// When it began.
    pub since: Moment,
    /// The message that says how it stands.
    pub state: &'static str,
    /// The tone of its mark.
    pub tone: &'static str,
    /// The icon of its mark.
    pub icon: &'static str,
    /// Whether it goes on: no second one is offered before it.
    pub is_live: bool,
}

/// How far somebody who sees a line may follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sees {
    /// To the record's own page.
    Page,
    /// To their list of such records.
    List,
}

/// The lines of a panel, on their way.
pub type Reading<'w> = Pin<Box<dyn Future<Output = Result<Vec<Grown>, StoreError>> + Send + 'w>>;

/// A panel: messages, routes by name, and how its lines are read.
#[derive(Clone, Copy)]
pub struct Panel {
    /// The kind of the record on whose page it stands.
    pub of: Kind,
    /// Its heading.
    pub title: &'static str,
    /// What stands before the time of a line.
    pub since: &'static str,
    /// The message of a link to a line's page.
    pub open: &'static str,
    /// The icon and the message of the button that begins the first one.
    pub begin: (&'static str, &'static str),
    /// The message of the link that begins one more.
    pub again: &'static str,
    /// Whether somebody may ever begin one.
    pub begins: fn(&Gate<'_>, &Actor) -> bool,
    /// The route that begins one; its query names the record by its kind.
    pub new: &'static str,
    /// The route of a line's own page; it takes the record's id.
    pub page: &'static str,
    /// The route of the list of such records; its query takes `code`.
    pub list: &'static str,
    /// Reads what grew from a record, the latest first, in the unit that reads the record.
    pub read: for<'w> fn(&'w Work, Id) -> Reading<'w>,
    /// How far somebody sees one of them.
    pub sees: fn(&Could<'_>) -> Option<Sees>,
}

/// A panel with its lines.
#[derive(Clone)]
pub struct Filled {
    /// The panel.
    pub panel: Panel,
    /// Its lines, the latest first, and how far the reader may follow each.
    pub lines: Vec<(Grown, Option<Sees>)>,
    /// Whether the reader may begin one.
    pub begins: bool,
}

impl Filled {
    /// Reads the panels of a record in the unit that reads it. The ledger's entry names every
    /// record that is shown.
    pub async fn read(
        panels: &[Panel],
        of: Kind,
        work: &Work,
        record: Id,
    ) -> Result<Vec<Self>, StoreError> {
        let mut filled = Vec::new();
        for panel in panels.iter().filter(|panel| panel.of == of) {
            let lines = (panel.read)(work, record).await?;
            work.show(&lines, |line| line.record).await;
            filled.push(Self {
                panel: *panel,
                lines: lines.into_iter().map(|line| (line, None)).collect(),
                begins: false,
            });
        }
        Ok(filled)
    }

    /// Asks the gate how far the reader may follow each line, and whether they may begin one.
    pub async fn ask(&mut self, app: &App, actor: &Actor) -> Result<(), StoreError> {
        self.begins = (self.panel.begins)(&app.store.gate(), actor);
        for (line, sees) in &mut self.lines {
            *sees = (self.panel.sees)(&app.store.gate().could(actor, line.record).await?);
        }
        Ok(())
    }

    /// Whether one of its records goes on.
    pub fn has_live(&self) -> bool {
        self.lines.iter().any(|(line, _)| line.is_live)
    }

    /// Where a line leads.
    pub fn href(&self, line: &Grown, sees: Option<&Sees>, frame: &Frame) -> Option<String> {
        sees.map(|sees| match sees {
            Sees::Page => frame.href_to(self.panel.page, &line.record),
            Sees::List => format!("{}?code={}", frame.href(self.panel.list), line.code),
        })
    }

    /// Where one is begun for a record.
    pub fn new_href(&self, record: &Id, frame: &Frame) -> String {
        let of = self.panel.of.code();
        format!("{}?{of}={record}", frame.href(self.panel.new))
    }
}
