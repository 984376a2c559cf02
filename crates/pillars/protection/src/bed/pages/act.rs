//! What is done with a request from its own page.

use std::sync::Arc;

use access::Actor;
use access::action::{AdmitToBed, AskHouses, CancelBedRequest, HoldBed, ReleaseHold, RenewHold};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{App, Form, Problem, Visit, Wanting, Wrong, once, render_as};
use record::Id;

use super::show::{again, not_here, not_needed};
use super::{problem, refused};
use crate::bed::actions::{
    admit, ask_houses, cancel_bed_request, hold, release_hold, renew_hold, states,
};
use crate::bed::{BedError, OneAsk, Renewal, Renewing, Taken};

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

/// The part that a button names; a button without one is not ours.
fn one(form: &Form) -> Option<OneAsk> {
    let ask = form.open("ask").parse().ok()?;
    Some(OneAsk {
        ask,
        form_key: form.key().to_owned(),
    })
}

/// What became of a hold or an admission, as a page.
async fn taken(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    request: Id,
    taken: Result<Taken, BedError>,
) -> Result<Response, Problem> {
    let frame = || visit.frame("bed-title");
    match taken {
        Ok(Taken::Yes(_)) => Ok(visit.see_with("bed", &request)),
        Ok(Taken::NotNeeded) => {
            let page = not_needed(frame());
            Ok(render_as(StatusCode::CONFLICT, visit.language, &page))
        }
        Ok(Taken::NotHere) => {
            let page = not_here(frame());
            Ok(render_as(StatusCode::CONFLICT, visit.language, &page))
        }
        Err(error) => {
            let words = refused(error)?;
            cannot(app, visit, actor, request, words).await
        }
    }
}

/// A house holds a place.
pub(crate) async fn keep(
    State(app): State<App>,
    wanting: Wanting<HoldBed>,
    form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let Some(input) = one(&form) else {
        wanting.permit(&app, &[]).await?;
        return cannot(&app, visit, actor, request, "bed-cannot-now").await;
    };
    let done = hold(&app.store, actor, request, input).await;
    taken(&app, visit, actor, request, done).await
}

/// The person stands in the house.
pub(crate) async fn arrived(
    State(app): State<App>,
    wanting: Wanting<AdmitToBed>,
    form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let Some(input) = one(&form) else {
        wanting.permit(&app, &[]).await?;
        return cannot(&app, visit, actor, request, "bed-cannot-now").await;
    };
    let done = admit(&app.store, actor, request, input).await;
    taken(&app, visit, actor, request, done).await
}

/// The hold goes on, for a reason.
pub(crate) async fn renew(
    State(app): State<App>,
    wanting: Wanting<RenewHold>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let now = states(&app.store, request).await?;
    let Some(permit) = wanting.permit_once(&app, &now, form.key()).await? else {
        return Ok(visit.see_with("bed", &request));
    };
    let (Some(OneAsk { ask, form_key }), Some(because)) =
        (one(&form), form.code::<Renewal>("because"))
    else {
        return cannot(&app, visit, actor, request, "bed-cannot-now").await;
    };
    let input = Arc::new(Renewing {
        ask,
        because,
        form_key,
    });
    let done = once(&app, permit, form.key(), move |unit| {
        let input = input.clone();
        async move { renew_hold(&unit, &input).await }
    });
    match done.await {
        Ok(_) => Ok(visit.see_with("bed", &request)),
        Err(error) => cannot(&app, visit, actor, request, refused(error)?).await,
    }
}

/// The desk gives the place back.
pub(crate) async fn release(
    State(app): State<App>,
    wanting: Wanting<ReleaseHold>,
    form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let now = states(&app.store, request).await?;
    let Some(permit) = wanting.permit_once(&app, &now, form.key()).await? else {
        return Ok(visit.see_with("bed", &request));
    };
    let Some(input) = one(&form) else {
        return cannot(&app, visit, actor, request, "bed-cannot-now").await;
    };
    let done = once(&app, permit, form.key(), move |unit| {
        let input = input.clone();
        async move { release_hold(&unit, &input).await }
    });
    match done.await {
        Ok(_) => Ok(visit.see_with("bed", &request)),
        Err(error) => cannot(&app, visit, actor, request, refused(error)?).await,
    }
}

/// The person does not want the place.
pub(crate) async fn cancel(
    State(app): State<App>,
    wanting: Wanting<CancelBedRequest>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see_with("bed", &request));
    };
    if !form.ticked("wish") {
        form.wrong("wish", Wrong::new("bed-wrong-cancel"));
        let back = |forms: super::request::Forms| forms.with("cancel", form);
        return again(&app, visit, actor, request, WRONG, None, back).await;
    }
    let key = form.key().to_owned();
    let done = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { cancel_bed_request(&unit, &key).await }
    });
    match done.await {
        Ok(_) => Ok(visit.see_with("bed", &request)),
        Err(error) => Err(problem(error)),
    }
}

/// The desk asks houses by hand.
pub(crate) async fn next(
    State(app): State<App>,
    wanting: Wanting<AskHouses>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, request) = (&wanting.visit, &wanting.actor, wanting.record);
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see_with("bed", &request));
    };
    let houses: Vec<Id> = form.codes("house");
    if houses.is_empty() {
        form.wrong("house", Wrong::new("error-choose"));
    }
    if !form.is_right() {
        let back = |forms: super::request::Forms| forms.with("next", form);
        return again(&app, visit, actor, request, WRONG, None, back).await;
    }
    let key = form.key().to_owned();
    let done = once(&app, permit, form.key(), move |unit| {
        let (houses, key) = (houses.clone(), key.clone());
        async move { ask_houses(&unit, &houses, &key).await }
    });
    match done.await {
        Ok(_) => Ok(visit.see_with("bed", &request)),
        Err(error) => cannot(&app, visit, actor, request, refused(error)?).await,
    }
}
