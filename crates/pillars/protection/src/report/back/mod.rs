//! Coming back with twenty digits: one page shows the thread, and each form on it carries a
//! ticket in place of the digits.

pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

use std::sync::Arc;

use access::Actor;
use access::action::ReadOwnReport;
use page::{App, Problem};
use record::Id;
use store::StoreError;
use vault::Plain;

use super::pages::problem;
use super::sending::Sending;
use super::thread::read_own_report;
use super::{Opened, Part, ReportError, rules};

/// Opens a report for its sender.
async fn open(app: &App, sender: &Actor, report: Id) -> Result<Opened, Problem> {
    let permit = app
        .store
        .gate()
        .permit::<ReadOwnReport>(sender, report)
        .await?;
    let opened = app
        .store
        .read(permit, |unit| async move { read_own_report(&unit).await })
        .await;
    opened.map_err(problem)
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
