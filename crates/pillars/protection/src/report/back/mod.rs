//! Coming back with twenty digits: one page shows the thread, and each form on it carries a
//! ticket in place of the digits.

pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

use std::sync::Arc;

use access::Actor;
use access::action::ReadOwnReport;
use page::{App, Problem, Visit};
use record::Id;
use store::StoreError;
use vault::Plain;

use super::pages::problem;
use super::sending::Sending;
use super::thread::read_own_report;
use super::{Opened, Part, ReportError, rules};
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
        .map_err(problem)?;
    let now = visit.now;
    let reader = app
        .store
        .look(async |look| reads_now(&*look, now, report).await)
        .await?;
    let reader = if let Some(reader) = reader {
        Reads::Somebody(reader.is.names.get(visit.language).to_owned())
    } else {
        let place = opened.head.governorate.as_deref();
        Reads::Nobody(numbers_for(app, visit, place).await?)
    };
    Ok((opened, reader))
}

/// The words of a form that was sent before, if they are not those that were kept then.
pub(crate) async fn changed_words(
    app: &App,
    report: Id,
    sending: &Sending,
) -> Result<Option<Plain<String>>, StoreError> {
    let sender = Actor::Reporter(report);
    let Ok(permit) = app
        .store
        .gate()
        .permit::<ReadOwnReport>(&sender, report)
        .await
    else {
        // Deleted since: there is nothing left to compare with or to add to.
        return Ok(None);
    };
    let sending = Arc::new(sending.clone());
    let changed = app.store.read(permit, move |unit| {
        let sending = sending.clone();
        async move {
            let opened = read_own_report(&unit).await?;
            let (kept, now) = (opened.part(Part::Text), sending.part(Part::Text));
            let changed = now.filter(|now| !kept.is_some_and(|kept| rules::same(kept, now)));
            Ok::<_, ReportError>(changed.cloned())
        }
    });
    match changed.await {
        Ok(changed) => Ok(changed),
        Err(ReportError::Store(error)) => Err(error),
        Err(_) => Ok(None),
    }
}
