//! What a clock's page offers to whoever reads it, asked of the gate; it decides anew when they do it.

use access::Actor;
use access::action::{
    AnswerAlarm, ConfirmFoundAdult, MarkChildSeen, ProposeFoundAdult, ReadReport, RefuseFoundAdult,
    StopClock,
};
use clock::moment_of;
use page::App;
use store::StoreError;

use super::Shown;
use super::pages::listed;

/// What the reader of the page can do; the gate decides it anew when they do.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
pub(crate) struct May {
    pub(super) answer: bool,
    pub(super) see: bool,
    pub(super) adult: Adult,
    pub(super) report: bool,
    pub(super) refuse: bool,
    pub(super) stop: bool,
}

/// What the reader can do about the word that the person is an adult.
#[derive(PartialEq, Eq)]
pub(crate) enum Adult {
    Nothing,
    Propose,
    Confirm,
}

impl May {
    /// Asked of the gate; it decides anew when they do it.
    pub(super) async fn ask(app: &App, actor: &Actor, shown: &Shown) -> Result<Self, StoreError> {
        let (gate, line) = (app.store.gate(), &shown.line);
        let mut states = moment_of(&app.store, actor, line.record).await?;
        let clock = gate.could(actor, line.record).await?;
        let adult = match line.is_proposed() {
            false if clock.may_when::<ProposeFoundAdult>(&states) => Adult::Propose,
            true if clock.may_when::<ConfirmFoundAdult>(&states) => Adult::Confirm,
            _ => Adult::Nothing,
        };
        let stop = clock.may_when::<StopClock>(&states);
        let refuse = line.is_proposed() && clock.may_when::<RefuseFoundAdult>(&states);
        listed(&mut states);
        Ok(Self {
            answer: clock.may::<AnswerAlarm>(),
            see: clock.may_when::<MarkChildSeen>(&states),
            adult,
            refuse,
            stop,
            report: gate.could(actor, line.root).await?.may::<ReadReport>(),
        })
    }

    pub(super) fn propose(&self) -> bool {
        self.adult == Adult::Propose
    }

    pub(super) fn confirm(&self) -> bool {
        self.adult == Adult::Confirm
    }
}
