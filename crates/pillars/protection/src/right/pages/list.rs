//! Every right that is not yet met, with its clock, its owner and its next step.

use access::action::ListUnmetRights;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    After, AllowedList, App, Cannot, Choice, Filter, Form, Frame, Older, Onward, Problem, Sentence,
    filters, render,
};
use people::organisation::{self, Organisation};
use people::saved;
use record::Language;
use store::Page;

use super::{May, Shown};
use crate::right::list::{Wanted, Whose, list_rights};
use crate::right::{Line, RightError, State as Stands};
use crate::shelter::forms::Place;

/// The list.
#[derive(Template)]
#[template(path = "right/templates/list.html")]
pub(crate) struct ListPage {
    frame: Frame,
    lines: Vec<Shown>,
    more: Option<Onward>,
    shows_charged: bool,
    /// Whether the reader sees who has looked.
    looks: bool,
    sentence: Sentence,
}

impl ListPage {
    pub(super) fn new(
        frame: Frame,
        may: May,
        page: &Page<Line>,
        bodies: &[Organisation],
        asked: &Form,
    ) -> Self {
        let sentence = sentence(frame.language, asked);
        let more = Onward::new(&frame, "rights", &sentence.query(), page.next);
        Self {
            lines: page
                .lines
                .iter()
                .map(|line| Shown::new(line, bodies, may, &frame))
                .collect(),
            more,
            looks: may.looks,
            shows_charged: page.lines.iter().any(|line| line.shows_charged),
            sentence,
            frame,
        }
    }
}

/// The sentence above the list, as it was chosen.
fn sentence(language: Language, asked: &Form) -> Sentence {
    let key = |state: Stands| match state {
        Stands::Open => "right-filter-open",
        Stands::Met => "right-filter-met",
        Stands::Closed => "right-filter-closed",
    };
    let states = Stands::ALL.iter();
    let filters = vec![
        Filter {
            name: "state",
            label: "right-filter",
            any: "right-filter-live",
            options: states
                .map(|state| Choice::labelled(language, state.code(), key(*state)))
                .collect(),
        },
        Filter::by::<Whose>("whose", "right-whose", "right-whose-any", language),
        Filter::place(language),
        Filter::older(language),
    ];
    Sentence::new(filters, asked)
}

/// The rights that the reader may see.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListUnmetRights>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let kept = saved::of(&app.store, scope.actor(), "rights").await?;
    let may = May::ask(&app.store.gate(), scope.actor());
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(moment, record)| (moment, record));
    let wanted = Wanted {
        state: asked.code("state"),
        governorate: asked.code("governorate").map(|Place(code)| code),
        whose: asked.code("whose"),
        after: Older::bound(asked.code("older"), visit.now, after),
    };
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
    let page = ListPage::new(
        visit.frame("right-list-title").keeping(kept),
        may,
        &page,
        &bodies,
        &asked,
    );
    Ok(render(visit.language, &page))
}
