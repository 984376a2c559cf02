//! The screenings that somebody asks, decides or supervises.

use access::action::{ListScreenings, ReadScreening, StartScreening};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    After, AllowedList, App, Filter, Form, Frame, Older, Onward, Problem, Sentence, filters,
    place_name, render,
};
use people::saved;
use record::{Language, Moment, short_code};
use store::Page;

use crate::screening::actions::{Wanted, list_screenings};
use crate::screening::{Head, State as Standing};

/// One line.
struct Line {
    record: record::Id,
    code: String,
    report: String,
    begun: Moment,
    place: Option<String>,
    age: &'static str,
    danger: bool,
    state: &'static str,
}

/// The list.
#[derive(Template)]
#[template(path = "screening/templates/list.html")]
pub(super) struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    more: Option<Onward>,
    sentence: Sentence,
    asked: Form,
    /// Reads the whole; whoever asks at the front line goes on with the questions.
    reads: bool,
    starts: bool,
}

impl ListPage {
    pub(super) fn new(
        frame: Frame,
        page: &Page<Head>,
        asked: Form,
        reads: bool,
        starts: bool,
    ) -> Self {
        let sentence = sentence(frame.language, &asked);
        let more = Onward::new(&frame, "screenings", &sentence.query(), page.next);
        let line = |head: &Head| Line {
            record: head.record,
            code: head.code.clone(),
            report: short_code(head.root),
            begun: head.begun,
            place: place_name(head.governorate.as_deref(), frame.language),
            age: head.age.key(),
            danger: head.danger,
            state: head.state.key(),
        };
        Self {
            lines: page.lines.iter().map(line).collect(),
            more,
            sentence,
            asked,
            reads,
            starts,
            frame,
        }
    }

    /// Where a line leads.
    fn route(&self) -> &'static str {
        if self.reads {
            "screening"
        } else {
            "screening-answers"
        }
    }

    /// Whether less than everything is looked for.
    fn is_filtered(&self) -> bool {
        self.sentence.narrows() || self.asked.is_filled("code")
    }
}

fn sentence(language: Language, asked: &Form) -> Sentence {
    let state = Filter::by::<Standing>(
        "state",
        "screening-filter-state",
        "screening-filter-any",
        language,
    );
    Sentence::new(vec![state, Filter::older(language)], asked)
}

/// The screenings that the reader may see, the latest first.
pub(super) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListScreenings>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let kept = saved::of(&app.store, scope.actor(), "screenings").await?;
    let actor = scope.actor().clone();
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(begun, record)| (begun, record));
    let wanted = Wanted {
        code: asked.code("code"),
        state: asked.code("state"),
        after: Older::bound(asked.code("older"), visit.now, after),
    };
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move { list_screenings(&unit, &scope, &wanted).await }
    });
    let page = page.await?;
    let gate = app.store.gate();
    let (reads, starts) = (
        gate.ever::<ReadScreening>(&actor),
        gate.ever::<StartScreening>(&actor),
    );
    let frame = visit.frame("screening-list-title").keeping(kept);
    let page = ListPage::new(frame, &page, asked, reads, starts);
    Ok(render(visit.language, &page))
}
