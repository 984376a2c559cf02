//! The requests of a desk, a team or a house.

use access::Actor;
use access::action::{DeclarePlaces, ListBedRequests, ReadBedRequest, ReviewDecline};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{After, AllowedList, App, Choice, Form, Frame, Problem, filters, render};
use record::{Id, Moment};
use store::{Gate, StoreError};

use super::line::{Line, place};
use super::store::live_at;
use super::words::states;
use crate::bed::list::{Page, Wanted, list_requests};
use crate::bed::part::store::{Review, reviews};

/// The most declines that stand above the list; the others follow once these are looked at.
const MOST_REVIEWS: i64 = 20;

/// What the list offers to whoever reads it; the gate decides anew when they do it.
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub(super) opens: bool,
    /// Keeps a house.
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
    more: Option<String>,
    sent: Option<Line>,
    states: Vec<Choice>,
    asked: Form,
    /// Declines that wait for this reader, who supervises.
    reviews: Vec<ReviewLine>,
    is_house: bool,
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
    pub(super) page: Page,
    /// For a house: the requests in which it has a live part.
    pub(super) live: Vec<Id>,
    /// For a supervisor: declines to be looked at.
    pub(super) reviews: Vec<Review>,
}

impl ListPage {
    pub(super) fn new(frame: Frame, may: May, read: &Read, mut asked: Form) -> Self {
        let page = &read.page;
        let is_house = may.admits;
        // What a house asked for itself it follows here: it opens what it is asked.
        let can_open = |request| may.opens && (!is_house || read.live.contains(&request));
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
            states: states(frame.language),
            is_house,
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
    let may = May::ask(&app.store.gate(), &actor);
    let house = actor.member().filter(|_| may.admits);
    let house = house.map(|member| member.org);
    let read = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move {
            let page = list_requests(&unit, &scope, &wanted).await?;
            let live = match house {
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
    let page = ListPage::new(visit.frame("bed-list-title"), may, &read.await?, asked);
    Ok(render(visit.language, &page))
}
