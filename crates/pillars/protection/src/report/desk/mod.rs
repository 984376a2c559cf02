//! The desk that reads: its list, a report, answering, closing, handing on.

pub(crate) mod claim;
mod filters;
mod may;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod step;
pub(crate) mod store;
pub(crate) mod view;

use access::Permit;
use access::action::ReadReport;
use page::{App, Cannot, Filled, Problem};
use record::{Id, Kind, Moment, OrgKind, Role};

use super::actions::{owners, read_report};
use super::heads::{self, Counted};
use super::note::{self, Note};
use super::promise::{self, Promise};
use super::step_back::StepsBack;
use super::{Opened, ReportError};
use crate::detention::Answer;

/// A report opened for its desk, and who of the desk answers for it.
pub(crate) struct Read {
    pub(crate) opened: Opened,
    pub(crate) owners: Vec<Id>,
    /// As what they work there.
    pub(crate) on_it: Vec<Role>,
    /// What other features show of it.
    pub(crate) panels: Vec<Filled>,
    /// How its clock of safety ended, if it has.
    pub(crate) safe: Option<store::Safe>,
    /// What kinds of bodies the sender accuses.
    pub(crate) accused: Vec<OrgKind>,
    /// Whether a police body has a copy of the sender's words now.
    pub(crate) police_copy: bool,
    /// What a lawyer said of whoever is held, and when.
    pub(crate) legal_aid: Option<(Answer, Moment)>,
    /// Who was counted of a group.
    pub(crate) heads: Vec<Counted>,
    /// What is promised.
    pub(crate) promises: Vec<Promise>,
    /// What this desk noted about it.
    pub(crate) notes: Vec<Note>,
    /// Why and when somebody stepped back from it.
    pub(crate) stepped: Vec<(StepsBack, Moment)>,
}

/// Opens a report; the ledger keeps that it was read.
async fn read(app: &App, permit: Permit<ReadReport>) -> Result<Read, Problem> {
    let (actor, panels) = (permit.actor().clone(), app.panels.clone());
    let read = app.store.read(permit, move |unit| {
        let panels = panels.clone();
        async move {
            let report = unit.record();
            let desk = unit.actor().member().map_or(Id::NONE, |member| member.org);
            let opened = read_report(&unit).await?;
            let notes = match opened.head.withdrawn {
                None => note::notes(&unit, report, desk).await?,
                Some(_) => Vec::new(),
            };
            Ok::<_, ReportError>(Read {
                notes,
                legal_aid: store::legal_aid(&unit, report).await?,
                heads: heads::of(&unit, report).await?,
                promises: promise::of(&unit, report).await?,
                accused: store::accused(&unit, report).await?,
                police_copy: store::police_have_a_copy(&unit, report).await?,
                owners: owners(&unit, report).await?,
                on_it: store::on_it(&unit, report).await?,
                panels: Filled::read(&panels, Kind::Report, &unit, report).await?,
                safe: store::safe(&unit, report).await?,
                stepped: store::stepped(&unit, report).await?,
                opened,
            })
        }
    });
    let mut read = read.await.map_err(Cannot::problem)?;
    for panel in &mut read.panels {
        panel.ask(app, &actor).await?;
    }
    Ok(read)
}
