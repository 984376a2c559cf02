//! What a report's page offers to whoever reads it, asked of the gate; it decides anew when they do it.

use access::Actor;
use access::action::{
    AnswerReport, ClaimReport, CloseReport, CountHeads, KeepPromise, ListLooks, MakePromise,
    OpenCase, ReassignReport, StepBack, WriteNote,
};
use page::App;
use store::StoreError;

use super::Read;

/// What the reader of the page can do.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
#[derive(Default)]
pub(crate) struct May {
    pub(super) answer: bool,
    /// Can be on it, since nobody is.
    pub(super) claim: bool,
    pub(super) close: bool,
    pub(super) hand_on: bool,
    pub(super) step_back: bool,
    pub(super) note: bool,
    /// Counts a group.
    pub(super) count: bool,
    /// Opens a case for a head.
    pub(super) case: bool,
    pub(super) promise: bool,
    pub(super) keep: bool,
    /// Sees who has looked.
    pub(super) looks: bool,
    /// Answers for the report.
    pub(super) is_owner: bool,
}

impl May {
    pub(super) async fn ask(app: &App, actor: &Actor, read: &Read) -> Result<Self, StoreError> {
        let gate = app.store.gate();
        let head = &read.opened.head;
        let report = gate.could(actor, head.record).await?;
        Ok(Self {
            answer: head.has_receipt && report.may::<AnswerReport>(),
            claim: read.owners.is_empty() && report.may::<ClaimReport>(),
            close: report.may::<CloseReport>(),
            hand_on: report.may::<ReassignReport>(),
            step_back: report.may::<StepBack>(),
            note: head.withdrawn.is_none() && report.may::<WriteNote>(),
            count: report.may::<CountHeads>(),
            case: gate.ever::<OpenCase>(actor),
            promise: head.withdrawn.is_none() && report.may::<MakePromise>(),
            keep: report.may::<KeepPromise>(),
            looks: report.may::<ListLooks>(),
            is_owner: actor
                .member()
                .is_some_and(|member| read.owners.contains(&member.account)),
        })
    }
}
