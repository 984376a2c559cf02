//! What a desk promises about a report: to call at a time, or to look at it again. Today shows it to
//! the desk before it is due and until somebody says that it was done. A report has one of each at
//! most: a new one takes the place of the one before.
//!
//! Nobody calls a sender who says stop, or who deletes the report; what is closed waits for nothing;
//! a report that moves takes what was promised to the next desk.

mod forms;
mod pages;
mod store;

use ::store::{StoreError, Unit, Work};
use access::action::{KeepPromise, MakePromise};
use record::{Done, Id, Moment};

use super::{Contact, ReportError, store as table};

pub(crate) use forms::{Keeping, Promising};
pub(crate) use pages::keep;
pub(crate) use store::{STATEMENTS, Waiting, due, of, pass};

record::codes! {
    /// What was promised.
    Promised labelled "promise" {
        /// A call.
        Call = "call",
        /// To look at it again.
        Look = "look",
    }
}

/// Something promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What.
    pub what: Promised,
    /// For when.
    pub due: Moment,
}

impl Promise {
    /// The picture beside it.
    pub(crate) const fn icon(&self) -> &'static str {
        match self.what {
            Promised::Call => "phone",
            Promised::Look => "calendar",
        }
    }
}

/// `MakePromise`: a call, or another look, at a time to come.
pub async fn make_promise(
    unit: &Unit<MakePromise>,
    promise: &Promise,
    form_key: &str,
) -> Result<Done, ReportError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let report = unit.record();
    let head = table::head_of(unit, report).await?;
    if head.withdrawn.is_some() {
        return Err(ReportError::Withdrawn);
    }
    if promise.what == Promised::Call && head.contact == Contact::Stopped {
        return Err(ReportError::Stopped);
    }
    if promise.due <= unit.now() {
        return Err(ReportError::Past);
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    store::put(unit, report, member, promise).await?;
    unit.reason(promise.what.code()).await;
    unit.answer(form_key, "promised").await?;
    Ok(Done::Now)
}

/// `KeepPromise`: it was done, or is not to be done any more.
pub async fn keep_promise(
    unit: &Unit<KeepPromise>,
    what: Promised,
    form_key: &str,
) -> Result<Done, ReportError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    store::end(unit, unit.record(), what).await?;
    unit.reason(what.code()).await;
    unit.answer(form_key, "kept").await?;
    Ok(Done::Now)
}

/// Nobody calls any more.
pub(super) async fn forget_the_call(work: &Work, report: Id) -> Result<(), StoreError> {
    store::end(work, report, Promised::Call).await
}

/// Nothing is waited for any more.
pub(super) async fn forget(work: &Work, report: Id) -> Result<(), StoreError> {
    for what in Promised::ALL {
        store::end(work, report, *what).await?;
    }
    Ok(())
}
