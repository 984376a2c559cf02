//! The desk that reads: its list, a report, answering, closing, handing on.

mod may;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod step;
pub(crate) mod store;
pub(crate) mod view;

use access::Permit;
use access::action::ReadReport;
use page::{App, Cannot, Filled, Problem};
use record::{Id, Kind, Moment};

use super::actions::{owners, read_report};
use super::step_back::StepsBack;
use super::{Opened, ReportError};

/// A report opened for its desk, and who of the desk answers for it.
pub(crate) struct Read {
    pub(crate) opened: Opened,
    pub(crate) owners: Vec<Id>,
    /// What other features show of it.
    pub(crate) panels: Vec<Filled>,
    /// How its clock of safety ended, if it has.
    pub(crate) safe: Option<store::Safe>,
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
            Ok::<_, ReportError>(Read {
                owners: owners(&unit, report).await?,
                panels: Filled::read(&panels, Kind::Report, &unit, report).await?,
                safe: store::safe(&unit, report).await?,
                stepped: store::stepped(&unit, report).await?,
                opened: read_report(&unit).await?,
            })
        }
    });
    let mut read = read.await.map_err(Cannot::problem)?;
    for panel in &mut read.panels {
        panel.ask(app, &actor).await?;
    }
    Ok(read)
}
