//! The screenings on the page of the report they grew from.

use access::action::{ListScreenings, ReadScreening, StartScreening};
use page::{Grown, Panel, Sees};
use record::Kind;

use crate::screening::State;
use crate::screening::actions::of_report;

/// The panel. Whoever reads the report sees that there is one and how it stands, never what is found.
pub(crate) const PANEL: Panel = Panel {
    of: Kind::Report,
    title: "screening-panel-title",
    since: "screening-begun",
    open: "screening-panel-open",
    begin: ("list-checks", "screening-panel-begin"),
    again: "screening-panel-again",
    begins: |gate, actor| gate.ever::<StartScreening>(actor),
    new: "screening-new",
    page: "screening",
    list: "screenings",
    read: |work, report| {
        Box::pin(async move {
            let heads = of_report(work, report).await?;
            let lines = heads.into_iter().map(|head| Grown {
                is_live: head.state != State::Decided,
                record: head.record,
                code: head.code,
                since: head.begun,
                state: head.state.key(),
                tone: tone(head.state),
                icon: icon(head.state),
            });
            Ok(lines.collect())
        })
    },
    sees: |could| {
        if could.may::<ReadScreening>() {
            Some(Sees::Page)
        } else {
            could.may::<ListScreenings>().then_some(Sees::List)
        }
    },
};

const fn tone(state: State) -> &'static str {
    match state {
        State::Decided => "safe",
        State::Open | State::HandedIn | State::LowerProposed => "due",
    }
}

const fn icon(state: State) -> &'static str {
    match state {
        State::Decided => "check",
        State::Open | State::HandedIn | State::LowerProposed => "clock",
    }
}
