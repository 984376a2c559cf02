//! What is done with a request from its own page.

use std::sync::Arc;

use access::action::{AdmitToBed, AskHouses, CancelBedRequest, HoldBed, ReleaseHold, RenewHold};
use access::{Action, Actor};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    App, Cannot, Fields as _, Form, PermitRequest, Problem, Sent, Visit, render_as, submit,
};
use record::Id;

use super::request::Forms;
use super::show::{again, not_here, not_needed};
use crate::bed::actions::{
    admit, ask_shelters, cancel_bed_request, hold, release_hold, renew_hold, states,
};
use crate::bed::{AskingNext, BedError, Cancelling, Done, HoldOutcome, OneInquiry, Renewing};

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The page again, saying why it cannot be done now.
async fn cannot(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    words: &'static str,
) -> Result<Response, Problem> {
    let told = Some(("due", "triangle-alert", words));
    again(
        app,
        visit,
        actor,
        request,
        StatusCode::CONFLICT,
        told,
        |forms| forms,
    )
    .await
}

/// What became of a hold or an admission, as a page.
async fn taken(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    taken: Result<HoldOutcome, BedError>,
) -> Result<Response, Problem> {
    let frame = || visit.frame("bed-title");
    match taken {
        Ok(HoldOutcome::Yes(_)) => Ok(visit.redirect_to("bed", &request)),
        Ok(HoldOutcome::NotNeeded) => {
            let page = not_needed(frame());
            Ok(render_as(StatusCode::CONFLICT, visit.language, &page))
        }
        Ok(HoldOutcome::NotHere) => {
            let page = not_here(frame());
            Ok(render_as(StatusCode::CONFLICT, visit.language, &page))
        }
        Err(error) => {
            let words = error.cannot()?;
            cannot(app, visit, actor, request, words).await
        }
    }
}

/// A shelter holds a place.
pub(crate) async fn keep(
    State(app): State<App>,
    attempt: PermitRequest<HoldBed>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&attempt.visit, &attempt.actor, attempt.record);
    let Some(input) = OneInquiry::read(&mut form) else {
        attempt.permit(&app, &[]).await?;
        return cannot(&app, visit, actor, request, "bed-cannot-now").await;
    };
    let done = hold(&app.store, actor, request, input).await;
    taken(&app, visit, actor, request, done).await
}

/// The person stands in the shelter.
pub(crate) async fn arrived(
    State(app): State<App>,
    attempt: PermitRequest<AdmitToBed>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&attempt.visit, &attempt.actor, attempt.record);
    let Some(input) = OneInquiry::read(&mut form) else {
        attempt.permit(&app, &[]).await?;
        return cannot(&app, visit, actor, request, "bed-cannot-now").await;
    };
    let done = admit(&app.store, actor, request, input).await;
    taken(&app, visit, actor, request, done).await
}

/// Back to the request, which says what cannot be done now.
async fn done<A: Action>(
    app: &App,
    attempt: &PermitRequest<A>,
    sent: Sent<Done, BedError>,
    put: &'static str,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&attempt.visit, &attempt.actor, attempt.record);
    match sent {
        Sent::Done(_) => Ok(visit.redirect_to("bed", &request)),
        Sent::Wrong(_) if put.is_empty() => {
            cannot(app, visit, actor, request, "bed-cannot-now").await
        }
        Sent::Wrong(form) => {
            let back = |forms: Forms| forms.with(put, form);
            again(app, visit, actor, request, WRONG, None, back).await
        }
        Sent::Refused(_, error) => cannot(app, visit, actor, request, error.cannot()?).await,
    }
}

/// The hold goes on, for a reason.
pub(crate) async fn renew(
    State(app): State<App>,
    attempt: PermitRequest<RenewHold>,
    form: Form,
) -> Result<Response, Problem> {
    let now = states(&app.store, attempt.record).await?;
    let act = |unit, input: Arc<Renewing>| async move { renew_hold(&unit, &input).await };
    let sent = submit(&app, &attempt, &now, form, act).await?;
    done(&app, &attempt, sent, "").await
}

/// The desk gives the place back.
pub(crate) async fn release(
    State(app): State<App>,
    attempt: PermitRequest<ReleaseHold>,
    form: Form,
) -> Result<Response, Problem> {
    let now = states(&app.store, attempt.record).await?;
    let act = |unit, input: Arc<OneInquiry>| async move { release_hold(&unit, &input).await };
    let sent = submit(&app, &attempt, &now, form, act).await?;
    done(&app, &attempt, sent, "").await
}

/// The person does not want the place.
pub(crate) async fn cancel(
    State(app): State<App>,
    attempt: PermitRequest<CancelBedRequest>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Cancelling>| async move {
        cancel_bed_request(&unit, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    done(&app, &attempt, sent, "cancel").await
}

/// The desk asks shelters by hand.
pub(crate) async fn next(
    State(app): State<App>,
    attempt: PermitRequest<AskHouses>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<AskingNext>| async move {
        ask_shelters(&unit, &input.shelter, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    done(&app, &attempt, sent, "next").await
}
