//! The plan of a case, for its team and whoever supervises.

use access::action::{ReadCase, WriteCase};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use clock::AgeBand;
use page::{Allowed, App, Cannot, Frame, Problem, filters, render};
use record::short_code;

use super::{Plan, Standing};
use crate::case::Head;
use crate::case::actions::read_case;

/// The page.
#[derive(Template)]
#[template(path = "case/templates/plan.html")]
pub(super) struct PlanPage {
    pub(super) frame: Frame,
    pub(super) head: Head,
    pub(super) plan: Plan,
    pub(super) writes: bool,
}

impl PlanPage {
    fn code(&self) -> String {
        short_code(self.head.record)
    }

    fn words(&self, one: &Standing) -> &'static str {
        one.duty.words(self.frame.language)
    }

    fn owes(&self, one: &Standing) -> &'static str {
        one.duty.owes(self.frame.language)
    }
}

/// The plan.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<ReadCase>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let read = app
        .store
        .read(permit, |unit| async move { read_case(&unit).await });
    let opened = read.await.map_err(Cannot::problem)?;
    let gate = app.store.gate();
    let page = PlanPage {
        frame: visit.frame("plan-title"),
        plan: Plan::of(&opened.entries, opened.head.age != AgeBand::Adult),
        writes: gate
            .could(&actor, opened.head.record)
            .await?
            .may::<WriteCase>(),
        head: opened.head,
    };
    Ok(render(visit.language, &page))
}
