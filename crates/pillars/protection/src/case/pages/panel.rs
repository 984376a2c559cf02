//! The cases on the page of the report they grew from.

use access::action::{ListCases, OpenCase, ReadCase};
use page::{Grown, Panel, Sees};
use record::Kind;

use crate::case::State;
use crate::case::actions::of_report;

/// The panel. Whoever reads the report sees that there is one and how it stands.
pub(crate) const PANEL: Panel = Panel {
    of: Kind::Report,
    title: "case-panel-title",
    since: "case-begun",
    open: "case-panel-open",
    begin: ("users", "case-open-title"),
    again: "case-panel-again",
    begins: |gate, actor| gate.ever::<OpenCase>(actor),
    new: "case-new",
    page: "case",
    list: "cases",
    read: |work, report| {
        Box::pin(async move {
            let heads = of_report(work, report).await?;
            let lines = heads.into_iter().map(|head| {
                let is_live = head.state == State::Open;
                Grown {
                    is_live,
                    record: head.record,
                    code: head.code,
                    since: head.begun,
                    state: head.state.key(),
                    tone: if is_live { "due" } else { "safe" },
                    icon: if is_live { "clock" } else { "check" },
                }
            });
            Ok(lines.collect())
        })
    },
    sees: |could| {
        if could.may::<ReadCase>() {
            Some(Sees::Page)
        } else {
            could.may::<ListCases>().then_some(Sees::List)
        }
    },
};
