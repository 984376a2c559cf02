//! Coming back with twenty digits: one page shows the thread, and each form on it carries a
//! ticket in place of the digits.

pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

use access::Actor;
use access::action::ReadOwnReport;
use page::{App, Cannot, Problem, Visit};
use record::Id;

use super::Opened;
use super::thread::read_own_report;
use crate::reader::actions::reads_now;
use crate::reader::pages::numbers_for;
use view::Reads;

/// Opens a report for its sender, and tells who reads it now.
async fn open(app: &App, visit: &Visit, report: Id) -> Result<(Opened, Reads), Problem> {
    let sender = Actor::Reporter(report);
    let permit = app
        .store
        .gate()
        .permit::<ReadOwnReport>(&sender, report)
        .await?;
    let opened = app
        .store
        .read(permit, |unit| async move { read_own_report(&unit).await })
        .await
        .map_err(Cannot::problem)?;
    let now = visit.now;
    let reader = app
        .store
        .read_clear(async |look| reads_now(&*look, now, report).await)
        .await?;
    let reader = if let Some(reader) = reader {
        Reads::Somebody(reader.is.names.get(visit.language).to_owned())
    } else {
        let place = opened.head.governorate.as_deref();
        Reads::Nobody(numbers_for(app, visit, place).await?)
    };
    Ok((opened, reader))
}
