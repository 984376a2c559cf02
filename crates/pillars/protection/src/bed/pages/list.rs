//! The requests of a desk, a team or a house.

use access::Actor;
use access::action::ListBedRequests;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{AllowedList, App, Choice, Form, Frame, Problem, filters, render};
use record::Id;

use super::line::Line;
use super::words::states;
use super::{keeps_house, opens};
use crate::bed::list::{Page, Wanted, list_requests};
use crate::report::desk::pages::After;

/// The list.
#[derive(Template)]
#[template(path = "bed/templates/list.html")]
pub(crate) struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    more: Option<String>,
    sent: Option<Line>,
    states: Vec<Choice>,
    asked: Form,
    opens: bool,
    is_house: bool,
}

impl ListPage {
    pub(super) fn new(frame: Frame, actor: &Actor, page: &Page, mut asked: Form) -> Self {
        let sent: Option<Id> = asked.code("asked");
        let sent = page
            .lines
            .iter()
            .find(|line| Some(line.head.record) == sent);
        let more = page.next.map(|(moment, record)| {
            let state = asked.open("state");
            let after = After(moment, record);
            format!("{}?state={state}&after={after}", frame.href("beds"))
        });
        Self {
            sent: sent.map(|line| Line::listed(line, &frame)),
            lines: page
                .lines
                .iter()
                .map(|line| Line::listed(line, &frame))
                .collect(),
            more,
            states: states(frame.language),
            opens: opens(actor),
            is_house: keeps_house(actor),
            asked,
            frame,
        }
    }

    /// Whether less than everything is looked for.
    fn is_filtered(&self) -> bool {
        ["state", "code"].iter().any(|field| {
            self.asked
                .value(field)
                .is_some_and(|value| !value.is_blank())
        })
    }
}

/// The requests that the reader may see, the latest first.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListBedRequests>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let actor = scope.permit().actor().clone();
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(moment, record)| (moment, record));
    let state = asked.code("state");
    // A word that is no state leads to all of them, and into no address.
    if state.is_none() {
        drop(asked.take("state"));
    }
    let wanted = Wanted {
        code: asked.code("code"),
        state,
        after,
    };
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move { list_requests(&unit, &scope, &wanted).await }
    });
    let page = ListPage::new(visit.frame("bed-list-title"), &actor, &page.await?, asked);
    Ok(render(visit.language, &page))
}
