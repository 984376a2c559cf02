//! The desk that reads: its list, a report, answering, closing, handing on.

pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

use access::Permit;
use access::action::ReadReport;
use page::{App, Problem};
use record::Id;

use super::actions::{owners, read_report};
use super::pages::problem;
use super::{Opened, ReportError};

/// A report opened for its desk, and who of the desk answers for it.
pub(crate) struct Read {
    pub(crate) opened: Opened,
    pub(crate) owners: Vec<Id>,
}

/// Opens a report; the ledger keeps that it was read.
async fn read(app: &App, permit: Permit<ReadReport>) -> Result<Read, Problem> {
    let read = app.store.read(permit, |unit| async move {
        let owners = owners(&unit, unit.record()).await?;
        Ok::<_, ReportError>(Read {
            opened: read_report(&unit).await?,
            owners,
        })
    });
    read.await.map_err(problem)
}
