//! The cases that somebody works on or supervises.

use access::action::{ListCases, OpenCase};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use clock::AgeBand;
use page::{
    After, AllowedList, App, Filter, Form, Frame, Onward, Problem, Sentence, filters, place_name,
    render,
};
use people::saved;
use record::{Id, Language, Moment, short_code};
use store::Page;

use crate::case::actions::{Chosen, Wanted, list_cases};
use crate::case::{Head, State as Standing};
use crate::shelter::forms::Place;

record::codes! {
    /// Whose cases are shown.
    Whose labelled "case-filter" {
        /// Those for which the reader answers.
        Mine = "mine",
    }
}

record::codes! {
    /// What is still missing.
    Missing labelled "case-filter" {
        /// A place to live.
        Place = "no_place",
    }
}

/// One line.
struct Line {
    record: Id,
    code: String,
    report: String,
    begun: Moment,
    place: Option<String>,
    age: &'static str,
    due: Moment,
    is_planned: bool,
    is_open: bool,
    state: &'static str,
}

/// The list.
#[derive(Template)]
#[template(path = "case/templates/list.html")]
pub(super) struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    more: Option<Onward>,
    sentence: Sentence,
    asked: Form,
    opens: bool,
}

impl ListPage {
    pub(super) fn new(frame: Frame, page: &Page<Head>, asked: Form, opens: bool) -> Self {
        let sentence = sentence(frame.language, &asked);
        let more = Onward::new(&frame, "cases", &sentence.query(), page.next);
        let line = |head: &Head| Line {
            record: head.record,
            code: head.code.clone(),
            report: short_code(head.root),
            begun: head.begun,
            place: place_name(head.governorate.as_deref(), frame.language),
            age: head.age.key(),
            due: head.due,
            is_planned: head.next_contact.is_some(),
            is_open: head.state == Standing::Open,
            state: head.state.key(),
        };
        Self {
            lines: page.lines.iter().map(line).collect(),
            more,
            sentence,
            asked,
            opens,
            frame,
        }
    }

    /// Whether less than everything is looked for.
    fn is_filtered(&self) -> bool {
        self.sentence.narrows() || self.asked.is_filled("code")
    }
}

fn sentence(language: Language, asked: &Form) -> Sentence {
    let filters = vec![
        Filter::by::<Standing>("state", "case-filter-state", "case-filter-any", language),
        Filter::by::<AgeBand>("age", "case-filter-age", "case-filter-any-age", language),
        Filter::by::<Whose>("whose", "case-filter-whose", "case-filter-all", language),
        Filter::by::<Missing>(
            "missing",
            "case-filter-missing",
            "case-filter-nothing",
            language,
        ),
        Filter::place(language),
    ];
    Sentence::new(filters, asked)
}

/// The cases that the reader may see, what is due first in front.
pub(super) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListCases>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let kept = saved::of(&app.store, scope.actor(), "cases").await?;
    let actor = scope.actor().clone();
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let some = Chosen {
        governorate: asked.code("governorate").map(|Place(code)| code),
        age: asked.code("age"),
        mine: actor
            .member()
            .map(|member| member.account)
            .filter(|_| asked.open("whose") == Whose::Mine.code()),
        no_place: asked.open("missing") == Missing::Place.code(),
    };
    let narrows = ["governorate", "age", "whose", "missing"];
    let narrows = narrows.iter().any(|name| asked.is_filled(name));
    let wanted = Wanted {
        code: asked.code("code"),
        state: asked.code("state"),
        some: narrows.then_some(some),
        after: asked.code("after").map(|After(due, record)| (due, record)),
    };
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move { list_cases(&unit, &scope, &wanted).await }
    });
    let page = page.await?;
    let opens = app.store.gate().ever::<OpenCase>(&actor);
    let page = ListPage::new(
        visit.frame("case-list-title").keeping(kept),
        &page,
        asked,
        opens,
    );
    Ok(render(visit.language, &page))
}
