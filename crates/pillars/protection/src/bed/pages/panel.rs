//! The requests for a place on the page of the report they grew from.

use access::action::{AskForBed, ListBedRequests, ReadBedRequest};
use page::{Grown, Panel, Sees};
use record::Kind;

use super::store::of_report;
use super::words::{state_icon, state_tone};

/// The panel. Whoever reads the report sees how each request stands; how far they may follow it,
/// the gate says.
pub(crate) const PANEL: Panel = Panel {
    of: Kind::Report,
    title: "bed-panel-title",
    since: "bed-asked",
    open: "bed-panel-open",
    begin: ("bed", "bed-ask-open"),
    again: "bed-panel-again",
    begins: |gate, actor| gate.ever::<AskForBed>(actor),
    new: "bed-new",
    page: "bed",
    list: "beds",
    read: |work, report| {
        Box::pin(async move {
            let requests = of_report(work, report).await?;
            let lines = requests.into_iter().map(|of| Grown {
                is_live: of.is_live(),
                record: of.request,
                code: of.code,
                since: of.asked,
                state: of.state.key(),
                tone: state_tone(of.state),
                icon: state_icon(of.state),
            });
            Ok(lines.collect())
        })
    },
    sees: |could| {
        if could.may::<ReadBedRequest>() {
            Some(Sees::Page)
        } else {
            could.may::<ListBedRequests>().then_some(Sees::List)
        }
    },
};
