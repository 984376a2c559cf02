//! A shelter says no, and a supervisor looks at a reason that is not on the list.

use std::sync::Arc;

use access::action::{DeclineBed, ReviewDecline};
use access::{Actor, Permit};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Choice, Form, Frame, Message, PermitRequest, Problem, Visit, filters,
    place_name, render, submit,
};
use people::organisation::{self, Organisation};
use record::{Id, Moment, OrgKind, short_code};
use store::StoreError;

use super::request::Call;
use super::words::follows_key;
use crate::bed::actions::{decline_bed, own_inquiries, review_decline, states, to_review};
use crate::bed::{BedError, Decline, Declining, InquiryState, ToReview};

/// A reason and what follows from it.
struct Reason {
    code: &'static str,
    label: &'static str,
    follows: Option<&'static str>,
}

fn reasons(lawful: bool) -> Vec<Reason> {
    Decline::ALL
        .iter()
        .filter(|code| code.is_lawful() == lawful)
        .map(|code| Reason {
            code: code.code(),
            label: code.key(),
            follows: follows_key(*code),
        })
        .collect()
}

/// The shelter that a reviewer asks.
pub(super) struct Reviewed {
    pub(super) code: String,
    pub(super) place: String,
    pub(super) due: Moment,
    pub(super) call: Option<Call>,
}

/// Why not, and which body set the condition.
#[derive(Template)]
#[template(path = "bed/templates/decline.html")]
pub(crate) struct DeclinePage {
    frame: Frame,
    code: String,
    inquiry: Id,
    form: Form,
    refused: Option<&'static str>,
    shelter: Option<Reviewed>,
    lawful: Vec<Reason>,
    unlawful: Vec<Reason>,
    bodies: Vec<Choice>,
    action: String,
    back: String,
}

impl DeclinePage {
    pub(super) fn new(
        frame: Frame,
        request: Id,
        inquiry: Id,
        form: Form,
        bodies: Vec<Choice>,
        shelter: Option<Reviewed>,
    ) -> Self {
        let (route, back) = match shelter {
            Some(_) => ("bed-review-send", frame.href("beds")),
            None => ("bed-decline-send", frame.href_to("bed", &request)),
        };
        Self {
            action: frame.href_to(route, &request),
            back,
            code: short_code(request),
            inquiry,
            form,
            refused: None,
            shelter,
            lawful: reasons(true),
            unlawful: reasons(false),
            bodies,
            frame,
        }
    }

    /// Saying above the form why it cannot be.
    pub(super) fn refused(mut self, words: Option<&'static str>) -> Self {
        self.refused = words;
        self
    }
}

/// The bodies that can have set a condition: one's own, then all that could have, by name.
pub(super) fn bodies(all: &[Organisation], own: Option<Id>, frame: &Frame) -> Vec<Choice> {
    let may = |body: &&Organisation| {
        Some(body.id) != own
            && matches!(
                body.is.kind,
                OrgKind::Office | OrgKind::Court | OrgKind::Police | OrgKind::Shelter
            )
    };
    let name = |body: &Organisation| body.is.names.get(frame.language).to_owned();
    let mut others: Vec<Choice> = all
        .iter()
        .filter(may)
        .map(|body| Choice::named(body.id.to_string(), name(body)))
        .collect();
    others.sort_by(|a, b| a.label.cmp(&b.label));
    let mine = all.iter().find(|body| Some(body.id) == own).map(|body| {
        let ours = Message::new(frame.language, "bed-decline-own");
        Choice::named(body.id.to_string(), format!("{ours}: {}", name(body)))
    });
    mine.into_iter().chain(others).collect()
}

async fn all_bodies(app: &App) -> Result<Vec<Organisation>, StoreError> {
    app.store
        .read_clear(|look| async move { organisation::all(&*look).await })
        .await
}

async fn decline_page(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    form: Form,
    refused: Option<&'static str>,
) -> Result<DeclinePage, Problem> {
    let wanted: Option<Id> = form.open("inquiry").parse().ok();
    let inquiries = own_inquiries(&app.store, actor, request).await?;
    let live = |state| matches!(state, InquiryState::Asked | InquiryState::Held);
    let inquiry = inquiries
        .iter()
        .find(|inquiry| Some(inquiry.id) == wanted && live(inquiry.state))
        .or_else(|| inquiries.iter().find(|inquiry| live(inquiry.state)));
    let inquiry = inquiry.ok_or(Problem::Explained("bed-cannot-now"))?;
    let all = all_bodies(app).await?;
    let frame = visit.frame("bed-decline-title");
    let own = actor.member().map(|member| member.org);
    let bodies = bodies(&all, own, &frame);
    Ok(DeclinePage::new(frame, request, inquiry.id, form, bodies, None).refused(refused))
}

/// The form of a shelter that says no.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<DeclineBed>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let mut form = Form::fresh(app.world.id(), 0);
    if let Some(inquiry) = asked.value("inquiry") {
        form.fill("inquiry", inquiry.clone());
    }
    let page = decline_page(&app, &visit, permit.actor(), permit.record(), form, None).await?;
    Ok(render(visit.language, &page))
}

/// A shelter says no.
pub(crate) async fn send(
    State(app): State<App>,
    attempt: PermitRequest<DeclineBed>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Declining>| async move { decline_bed(&unit, &input).await };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (visit, actor, request) = (&attempt.visit, &attempt.actor, attempt.record);
    let again = |form, words| decline_page(&app, visit, actor, request, form, words);
    sent.answer(visit.language, visit.redirect("beds"), again)
        .await
}

/// A decline to be reviewed, and how to ring the shelter.
async fn to_be_reviewed(
    app: &App,
    permit: Permit<ReviewDecline>,
    wanted: Option<Id>,
) -> Result<(ToReview, Option<organisation::Line>), Problem> {
    let read = app.store.read(permit, move |unit| async move {
        let open = to_review(&unit).await?;
        let mut open = open.into_iter();
        let Some(first) = open.next() else {
            return Ok(None);
        };
        let found = match wanted {
            Some(wanted) if first.inquiry != wanted => {
                open.find(|one| one.inquiry == wanted).unwrap_or(first)
            }
            _ => first,
        };
        let lines = organisation::lines(&*unit, Some(found.org)).await?;
        let line = lines.into_iter().next().map(|(_, line)| line);
        Ok::<_, BedError>(Some((found, line)))
    });
    read.await
        .map_err(Cannot::problem)?
        .ok_or(Problem::Explained("bed-cannot-now"))
}

/// The page of a reviewer.
async fn review_page(
    app: &App,
    visit: &Visit,
    permit: Permit<ReviewDecline>,
    inquiry: Option<Id>,
    form: Form,
) -> Result<DeclinePage, Problem> {
    let request = permit.record();
    let (found, line) = to_be_reviewed(app, permit, inquiry).await?;
    let all = all_bodies(app).await?;
    let frame = visit.frame("bed-review-title");
    let place = place_name(Some(&found.governorate), frame.language);
    let shelter = Reviewed {
        code: found.shelter_code,
        place: place.unwrap_or(found.governorate),
        due: found.due,
        call: line.map(|line| Call::new(&line, &frame)),
    };
    let bodies = bodies(&all, Some(found.org), &frame);
    Ok(DeclinePage::new(
        frame,
        request,
        found.inquiry,
        form,
        bodies,
        Some(shelter),
    ))
}

/// The form of a supervisor who looks at another reason.
pub(crate) async fn review(
    State(app): State<App>,
    attempt: PermitRequest<ReviewDecline>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = &attempt.visit;
    let now = states(&app.store, attempt.record).await?;
    let permit = attempt.permit(&app, &now).await?;
    let asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let inquiry = asked.open("inquiry").parse().ok();
    let form = Form::fresh(app.world.id(), 0);
    let page = review_page(&app, visit, permit, inquiry, form).await?;
    Ok(render(visit.language, &page))
}

/// What the reason was in truth.
pub(crate) async fn reviewed(
    State(app): State<App>,
    attempt: PermitRequest<ReviewDecline>,
    form: Form,
) -> Result<Response, Problem> {
    let now = &states(&app.store, attempt.record).await?;
    let act = |unit, input: Arc<Declining>| async move { review_decline(&unit, &input).await };
    let sent = submit(&app, &attempt, now, form, act).await?;
    let (app, attempt, visit) = (&app, &attempt, &attempt.visit);
    let again = |form: Form, words| async move {
        let permit = attempt.permit(app, now).await?;
        let inquiry = form.open("inquiry").parse().ok();
        let page = review_page(app, visit, permit, inquiry, form).await?;
        Ok(page.refused(words))
    };
    sent.answer(visit.language, visit.redirect("beds"), again)
        .await
}
