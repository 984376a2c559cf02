//! The desk that reads: its list, a report, answering, closing, handing on.

mod may;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod step;
pub(crate) mod store;
pub(crate) mod view;

use access::Permit;
use access::action::ReadReport;
use page::{App, Problem};
use record::{Id, Moment};

use super::actions::{owners, read_report};
use super::pages::problem;
use super::step_back::StepsBack;
use super::{Opened, ReportError};
use crate::bed::pages::store::{OfReport, of_report};

/// A report opened for its desk, and who of the desk answers for it.
pub(crate) struct Read {
    pub(crate) opened: Opened,
    pub(crate) owners: Vec<Id>,
    /// The requests for a place that grew from it, the latest first.
    pub(crate) places: Vec<OfReport>,
    /// How its clock of safety ended, if it has.
    pub(crate) safe: Option<store::Safe>,
    /// Why and when somebody stepped back from it.
    pub(crate) stepped: Vec<(StepsBack, Moment)>,
}

/// Opens a report; the ledger keeps that it was read.
async fn read(app: &App, permit: Permit<ReadReport>) -> Result<Read, Problem> {
    let read = app.store.read(permit, |unit| async move {
        let report = unit.record();
        let owners = owners(&unit, report).await?;
        let places = of_report(&unit, report).await?;
        let shown: Vec<Id> = places.iter().map(|place| place.request).collect();
        unit.shown(&shown).await;
        Ok::<_, ReportError>(Read {
            places,
            safe: store::safe(&unit, report).await?,
            stepped: store::stepped(&unit, report).await?,
            opened: read_report(&unit).await?,
            owners,
        })
    });
    read.await.map_err(problem)
}
