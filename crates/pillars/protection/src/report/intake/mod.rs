//! Taking a report down for somebody who tells it: on the telephone, from a sheet of paper, or across
//! the desk. The questions, who reads it and who is shut out are those of a report that is sent; the
//! taker's own body is shut out too where it is accused, and keeps nothing of what another desk reads.
//! The person hears a receipt read out where the taker's own desk reads it, or wants none; elsewhere
//! there is none, since whoever reads it out knows it. Then nobody comes back to it with a receipt, and
//! nobody answers it in writing.

mod forms;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod sheet;
mod view;

use std::collections::BTreeSet;

use ::store::{Store, Work};
use access::Permit;
use access::action::IntakeReport;
use record::{Id, Moment, Relation, SheetNumber};

use super::sending::{self, Sending, Sent};
use super::{ReportError, actions, store as table};
use crate::reader::store as readers;

pub(crate) use forms::TakingDown;

record::codes! {
    /// How somebody told it.
    Channel labelled "intake-how" {
        /// On the telephone.
        Telephone = "telephone",
        /// On a sheet of paper.
        Paper = "paper",
        /// They came to a desk.
        InPerson = "in_person",
    }
}

/// How and when a report was taken down.
#[derive(Clone, Debug)]
pub struct TakenDown {
    /// How.
    pub how: Channel,
    /// When they told it, which may be before it is written here: clocks run from then.
    pub at: Moment,
    /// Whether they want a receipt.
    pub receipt: bool,
    /// The sheet of paper on which it stood, if it had a number.
    pub sheet: Option<SheetNumber>,
}

impl TakenDown {
    /// What makes two of them the same. When it was written is none of it: the same form sent again a
    /// minute later is the same.
    pub(super) fn sameness(&self) -> String {
        let sheet = self.sheet.map_or_else(String::new, SheetNumber::digits);
        format!("{}/{}/{sheet}", self.how.code(), self.receipt)
    }
}

/// `IntakeReport`: takes a report down, and hands it to whoever reads it.
pub async fn intake_report(
    store: &Store,
    permit: &Permit<IntakeReport>,
    sending: Sending,
) -> Result<Sent, ReportError> {
    sending::send(store, permit, sending).await
}

/// Whether whoever takes it down reads it as well, at the desk that reads it: they alone may hear the
/// receipt, since whoever knows it reads what is answered and can delete everything.
pub(super) fn reads_it_too(work: &Work, reader: Id, kept_out: &BTreeSet<Id>) -> bool {
    let member = work.actor().member();
    member.is_some_and(|member| member.org == reader && !kept_out.contains(&member.account))
}

/// What follows for whoever took it down. Where their own desk reads it they are on it from now on,
/// and whoever spoke with them was answered; where another desk does, they keep nothing.
pub(super) async fn follow(
    work: &Work,
    report: Id,
    reader: Id,
    taken: &TakenDown,
) -> Result<(), ReportError> {
    let Some(account) = work.actor().member().map(|member| member.account) else {
        return Ok(());
    };
    let fit = readers::fit_members(work, reader).await?;
    let (_, grants) = work.guard_of(report).await?;
    let is_shut_out = grants
        .iter()
        .any(|grant| grant.relation == Relation::Excluded && grant.holder == account);
    if is_shut_out || !fit.iter().any(|member| member.account == account) {
        return Ok(());
    }
    actions::entrust(work, report, account).await?;
    if taken.how != Channel::Paper {
        table::answered(work, report).await?;
    }
    table::settle(work, report).await?;
    Ok(())
}
