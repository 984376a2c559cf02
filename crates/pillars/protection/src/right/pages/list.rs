//! Every right that is not yet met, with its clock, its owner and its next step.

use access::action::ListUnmetRights;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{After, AllowedList, App, Cannot, Choice, Form, Frame, Problem, filters, render};
use people::organisation::{self, Organisation};

use super::{May, Shown};
use crate::right::list::{Page, Wanted, list_rights};
use crate::right::{RightError, State as Stands};

/// The list.
#[derive(Template)]
#[template(path = "right/templates/list.html")]
pub(crate) struct ListPage {
    frame: Frame,
    lines: Vec<Shown>,
    more: Option<String>,
    shows_charged: bool,
    /// Whether the reader sees who has looked.
    looks: bool,
    states: Vec<Choice>,
    asked: Form,
}

impl ListPage {
    pub(super) fn new(
        frame: Frame,
        may: May,
        page: &Page,
        bodies: &[Organisation],
        asked: Form,
    ) -> Self {
        let more = page.next.map(|(moment, record)| {
            let state = asked.open("state");
            let after = After(moment, record);
            format!("{}?state={state}&after={after}", frame.href("rights"))
        });
        let key = |state: Stands| match state {
            Stands::Open => "right-filter-open",
            Stands::Met => "right-filter-met",
            Stands::Closed => "right-filter-closed",
        };
        Self {
            lines: page
                .lines
                .iter()
                .map(|line| Shown::new(line, bodies, may, &frame))
                .collect(),
            more,
            looks: may.looks,
            shows_charged: page.lines.iter().any(|line| line.shows_charged),
            states: Stands::ALL
                .iter()
                .map(|state| Choice::labelled(frame.language, state.code(), key(*state)))
                .collect(),
            asked,
            frame,
        }
    }

    fn is_filtered(&self) -> bool {
        self.asked
            .value("state")
            .is_some_and(|state| !state.is_blank())
    }
}

/// The rights that the reader may see.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListUnmetRights>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let may = May::ask(&app.store.gate(), scope.actor());
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(moment, record)| (moment, record));
    let state = asked.code("state");
    if state.is_none() {
        drop(asked.take("state"));
    }
    let wanted = Wanted { state, after };
    let read = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move {
            let page = list_rights(&unit, &scope, &wanted).await?;
            let bodies = if page.lines.iter().any(|line| line.shows_charged) {
                organisation::all(&*unit).await?
            } else {
                Vec::new()
            };
            Ok::<_, RightError>((page, bodies))
        }
    });
    let (page, bodies) = read.await.map_err(Cannot::problem)?;
    let page = ListPage::new(visit.frame("right-list-title"), may, &page, &bodies, asked);
    Ok(render(visit.language, &page))
}
