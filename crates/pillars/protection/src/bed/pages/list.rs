//! The requests of a desk, a team or a shelter.

use access::Actor;
use access::action::{DeclarePlaces, ListBedRequests, ReadBedRequest, ReviewDecline};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    After, AllowedList, App, Filter, Form, Frame, Older, Onward, Problem, Sentence, filters, render,
};
use people::saved;
use record::{Id, Language, Moment};
use store::{Gate, Page, StoreError};

use super::line::{Line, place};
use super::store::live_at;
use super::words::states;
use crate::bed::inquiry::store::{Review, reviews};
use crate::bed::list::{People, Wanted, list_requests};
use crate::shelter::forms::Place;

/// The most declines that stand above the list; the others follow once these are looked at.
const MOST_REVIEWS: i64 = 20;

/// What the list offers to whoever reads it; the gate decides anew when they do it.
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub(super) opens: bool,
    /// Keeps a shelter.
    pub(super) admits: bool,
    /// Supervises: looks at declines, and sees who has looked.
    pub(super) reviews: bool,
}

impl May {
    fn ask(gate: &Gate<'_>, actor: &Actor) -> Self {
        Self {
            opens: gate.ever::<ReadBedRequest>(actor),
            admits: gate.ever::<DeclarePlaces>(actor),
            reviews: gate.ever::<ReviewDecline>(actor),
        }
    }
}

/// The list.
#[derive(Template)]
#[template(path = "bed/templates/list.html")]
pub(crate) struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    more: Option<Onward>,
    sent: Option<Line>,
    sentence: Sentence,
    asked: Form,
    /// Declines that wait for this reader, who supervises.
    reviews: Vec<ReviewLine>,
    is_shelter: bool,
    looks: bool,
}

/// A decline for another reason that nobody looked at yet.
struct ReviewLine {
    request: Id,
    code: String,
    place: String,
    due: Moment,
}

/// What a page of the list reads.
pub(super) struct Read {
    pub(super) page: Page<crate::bed::list::Line>,
    /// For a shelter: the requests in which it has a live part.
    pub(super) live: Vec<Id>,
    /// For a supervisor: declines to be looked at.
    pub(super) reviews: Vec<Review>,
}

impl ListPage {
    pub(super) fn new(frame: Frame, may: May, read: &Read, mut asked: Form) -> Self {
        let page = &read.page;
        let is_shelter = may.admits;
        // What a shelter asked for itself it follows here: it opens what it is asked.
        let can_open = |request| may.opens && (!is_shelter || read.live.contains(&request));
        let sent: Option<Id> = asked.code("asked");
        let sent = page
            .lines
            .iter()
            .find(|line| Some(line.head.record) == sent);
        let sentence = sentence(frame.language, &asked);
        let more = Onward::new(&frame, "beds", &sentence.query(), page.next);
        Self {
            sent: sent.map(|line| Line::listed(line, &frame)),
            lines: page
                .lines
                .iter()
                .map(|line| Line::listed(line, &frame).opened(can_open(line.head.record)))
                .collect(),
            reviews: read
                .reviews
                .iter()
                .map(|review| ReviewLine {
                    request: review.request,
                    code: review.code.clone(),
                    place: place(&review.governorate, &frame),
                    due: review.due,
                })
                .collect(),
            more,
            sentence,
            is_shelter,
            looks: may.reviews,
            asked,
            frame,
        }
    }

    /// Whether a decline of this request waits to be looked at.
    fn is_reviewed(&self, request: &Id) -> bool {
        self.reviews.iter().any(|review| review.request == *request)
    }

    /// Whether less than everything is looked for.
    fn is_filtered(&self) -> bool {
        let code = self.asked.value("code");
        self.sentence.narrows() || code.is_some_and(|code| !code.is_blank())
    }
}

/// The sentence above the list, as it was chosen.
fn sentence(language: Language, asked: &Form) -> Sentence {
    let filters = vec![
        Filter {
            name: "state",
            label: "bed-filter-state",
            any: "bed-filter-any",
            options: states(language),
        },
        Filter::by::<People>(
            "people",
            "bed-filter-people",
            "bed-filter-people-any",
            language,
        ),
        Filter::place(language),
        Filter::older(language),
    ];
    Sentence::new(filters, asked)
}

/// The requests that the reader may see, the latest first.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListBedRequests>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let kept = saved::of(&app.store, scope.actor(), "beds").await?;
    let actor = scope.permit().actor().clone();
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let after = asked
        .code("after")
        .map(|After(moment, record)| (moment, record));
    let wanted = Wanted {
        code: asked.code("code"),
        state: asked.code("state"),
        governorate: asked.code("governorate").map(|Place(code)| code),
        people: asked.code("people"),
        after: Older::bound(asked.code("older"), visit.now, after),
    };
    let may = May::ask(&app.store.gate(), &actor);
    let shelter = actor.member().filter(|_| may.admits);
    let shelter = shelter.map(|member| member.org);
    let read = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move {
            let page = list_requests(&unit, &scope, &wanted).await?;
            let live = match shelter {
                Some(org) => live_at(&unit, org).await?,
                None => Vec::new(),
            };
            let reviews = if may.reviews {
                let reach = unit.store().gate().reach(&scope);
                reviews(&unit, reach, MOST_REVIEWS).await?
            } else {
                Vec::new()
            };
            unit.show(&reviews, |review| review.request).await;
            Ok::<_, StoreError>(Read {
                page,
                live,
                reviews,
            })
        }
    });
    let page = ListPage::new(
        visit.frame("bed-list-title").keeping(kept),
        may,
        &read.await?,
        asked,
    );
    Ok(render(visit.language, &page))
}
