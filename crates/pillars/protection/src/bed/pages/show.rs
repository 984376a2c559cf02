//! One request, opened: as much as the reader's part in it shows.

use access::action::ReadBedRequest;
use access::{Actor, Permit};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{App, Cannot, Frame, PermitRequest, Problem, Visit, render, render_as};
use people::organisation;
use record::Id;

use super::request::{Forms, May, OverPage, Read, RequestPage, Told};
use super::words::inquiry_key;
use crate::bed::actions::{own_inquiries, read_request};
use crate::bed::{BedError, InquiryState, Opened, ShelterInquiry, State as Stands};

/// Opens a request; the ledger keeps that it was read.
pub(super) async fn read(app: &App, permit: Permit<ReadBedRequest>) -> Result<Read, Problem> {
    let may = May::ask(app, permit.actor(), permit.record()).await?;
    let read = app.store.read(permit, move |unit| async move {
        let opened = read_request(&unit).await?;
        let (guard, _) = unit.guard_of(unit.record()).await?;
        let line = match &opened {
            Opened::Team {
                desk: Some(desk), ..
            } => organisation::lines(&*unit, Some(*desk))
                .await?
                .into_iter()
                .next()
                .map(|(_, line)| line),
            _ => None,
        };
        let unseen = match &opened {
            Opened::Shelter { head, .. } if head.state == Stands::Admitted => {
                let safety = clock::safety_on(&unit, guard.root).await?;
                // Of several children their own team says who was seen.
                let is_only = clock::is_only_child(&unit, guard.root).await?;
                let only = safety.first().filter(|_| is_only);
                only.map(|clock| clock.record)
            }
            _ => None,
        };
        Ok::<_, BedError>(Read {
            opened,
            may,
            line,
            unseen,
        })
    });
    read.await.map_err(Cannot::problem)
}

/// The page, or for a shelter that is out of it by now: that it is, and nothing else.
pub(crate) async fn show(
    State(app): State<App>,
    attempt: PermitRequest<ReadBedRequest>,
) -> Result<Response, Problem> {
    let visit = &attempt.visit;
    match attempt.permit(&app, &[]).await {
        Ok(permit) => {
            let read = read(&app, permit).await?;
            let forms = Forms::fresh(|| app.world.id(), read.head().revision);
            let frame = visit.frame("bed-title");
            let page = RequestPage::new(frame, read, forms, None, || app.world.id());
            Ok(render(visit.language, &page))
        }
        Err(Problem::NotThere) => {
            let inquiries = own_inquiries(&app.store, &attempt.actor, attempt.record).await?;
            let last = inquiries.last().ok_or(Problem::NotThere)?;
            Ok(render(
                visit.language,
                &over(visit.frame("bed-title"), last),
            ))
        }
        Err(problem) => Err(problem),
    }
}

/// What a shelter is told that has no part in it any more.
pub(super) fn over(frame: Frame, inquiry: &ShelterInquiry) -> OverPage {
    match inquiry.state {
        InquiryState::NotHere => not_here(frame),
        InquiryState::NotNeeded => not_needed(frame),
        state => OverPage {
            frame,
            icon: "info",
            words: inquiry_key(state, inquiry.for_judge),
        },
    }
}

/// Another shelter was first.
pub(super) fn not_needed(frame: Frame) -> OverPage {
    OverPage {
        frame,
        icon: "heart-handshake",
        words: "bed-not-needed",
    }
}

/// Somebody there must not meet this person; the shelter does not learn it.
pub(super) fn not_here(frame: Frame) -> OverPage {
    OverPage {
        frame,
        icon: "ban",
        words: "bed-not-here",
    }
}

/// The page of a request again, with what is to be said and a form that came back.
pub(super) async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    status: StatusCode,
    told: Option<Told>,
    forms: impl FnOnce(Forms) -> Forms,
) -> Result<Response, Problem> {
    let gate = app.store.gate();
    let permit = gate.permit::<ReadBedRequest>(actor, request).await?;
    let read = read(app, permit).await?;
    let fresh = Forms::fresh(|| app.world.id(), read.head().revision);
    let page = RequestPage::new(visit.frame("bed-title"), read, forms(fresh), told, || {
        app.world.id()
    });
    Ok(render_as(status, visit.language, &page))
}
