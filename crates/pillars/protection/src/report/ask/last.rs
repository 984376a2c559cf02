//! The last step: the words are read, sent, and answered with the receipt.

use access::Permit;
use access::action::SendReport;
use axum::http::StatusCode;
use axum::response::Response;
use page::{App, Cannot, Client, Form, NEUTRAL_TITLE, Pause, Problem, Visit, render, render_as};
use people::throttle::{self, Kind as Throttled};
use record::Id;

use super::at::At;
use super::pages::{read_country, shown};
use super::view::{FullPage, NobodyPage, ReceiptPage, WritePage};
use super::{Asked, Step, Words};
use crate::reader::actions::Country;
use crate::reader::pages::numbers_for;
use crate::report::room::is_full;
use crate::report::sending::{self, Reading, Sending, Sent, reading};

/// What became of the last step.
pub(super) enum Last {
    /// It was sent.
    Sent(Response),
    /// Something must be done first.
    Again(Response),
}

/// Reads all that was answered, and sends it.
pub(super) async fn send(
    app: &App,
    visit: &Visit,
    at: &At,
    permit: &Permit<SendReport>,
    mut form: Form,
) -> Result<Last, Problem> {
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(asked) = Asked::read(&mut form) else {
        return again(app, visit, at, form).await;
    };
    let country = read_country(app).await?;
    let Some(accused) = asked.accused(&mut form, &country.bodies) else {
        return again(app, visit, at, form).await;
    };
    let governorate = asked.governorate_code();
    let who = reading(&country, &accused, governorate, asked.with_police);
    let Some(reader) = who.reader else {
        return nobody(app, visit, &asked, form).await.map(Last::Again);
    };
    let told: Id = form.code("told").unwrap_or(Id::NONE);
    let told_police: Option<Id> = form.code("told_police");
    let write = |country: &Country, who: &Reading, form, changed| {
        let form = at.again(app, form);
        WritePage::new(
            at.frame(visit),
            at.entry(),
            &asked,
            country,
            who,
            form,
            changed,
        )
    };
    let Some(words) = Words::read(&mut form, at.entry(), &asked) else {
        let page = write(&country, &who, form, false);
        return Ok(Last::Again(render_as(wrong, visit.language, &page)));
    };
    // Another body would read than the page said: it says so before anything is sent.
    let changed = StatusCode::CONFLICT;
    if told != reader || told_police != who.police {
        let page = write(&country, &who, form, true);
        return Ok(Last::Again(render_as(changed, visit.language, &page)));
    }
    let sending = Sending {
        entry: at.entry(),
        governorate: governorate.map(str::to_owned),
        with_police: asked.with_police,
        accused,
        minor: words.minor,
        danger: words.danger,
        contact: words.contact,
        parts: words.parts,
        told,
        told_police,
        taken: None,
        form_key: form.key().to_owned(),
    };
    if is_full(app, &sending.sameness(&app.store)).await? {
        return full(app, visit, &asked, form).await.map(Last::Again);
    }
    match sending::send(&app.store, permit, sending.clone())
        .await
        .map_err(Cannot::problem)?
    {
        Sent::Receipt {
            digits: Some(digits),
            ..
        } => {
            let by = sending.read_by(visit.now);
            let reader = country.name(told, visit.language).unwrap_or_default();
            let page = ReceiptPage::new(visit.frame(NEUTRAL_TITLE), &digits, reader, by);
            Ok(Last::Sent(render(visit.language, &page)))
        }
        // Whoever sends it themselves always has a receipt.
        Sent::Receipt { digits: None, .. } => Err(Problem::MethodNotAllowed),
        Sent::NoReader => nobody(app, visit, &asked, form).await.map(Last::Again),
        Sent::OtherReader => {
            // The readers changed in between: read them anew.
            let now = read_country(app).await.unwrap_or(country);
            let who = reading(&now, &sending.accused, governorate, asked.with_police);
            if who.reader.is_none() {
                return nobody(app, visit, &asked, form).await.map(Last::Again);
            }
            let page = write(&now, &who, form, true);
            Ok(Last::Again(render_as(changed, visit.language, &page)))
        }
    }
}

/// An earlier step must be answered first.
async fn again(app: &App, visit: &Visit, at: &At, form: Form) -> Result<Last, Problem> {
    let form = at.again(app, form);
    let (_, page) = shown(app, visit, at, Step::Words, form).await?;
    let answer = page.answer(visit, StatusCode::UNPROCESSABLE_ENTITY);
    Ok(Last::Again(answer))
}

/// Whoever sends many reports waits for the answers, after all is saved: nothing waits but they.
pub(super) async fn slow(app: &App, client: Client, pause: &Pause) {
    let place = client.place().unwrap_or_default();
    match throttle::ask(&app.store, Throttled::Report, &place).await {
        Ok(wait) => pause.after(wait.delay).await,
        Err(error) => tracing::warn!(%error, "a report was not counted by its place"),
    }
}

/// No further report is taken: the numbers, and every word that was typed.
async fn full(app: &App, visit: &Visit, asked: &Asked, form: Form) -> Result<Response, Problem> {
    let page = FullPage {
        frame: visit.frame(NEUTRAL_TITLE),
        numbers: numbers_for(app, visit, asked.governorate_code()).await?,
        form,
    };
    let status = StatusCode::SERVICE_UNAVAILABLE;
    Ok(render_as(status, visit.language, &page))
}

/// Nobody is left who may read: the numbers, and every word that was typed.
pub(super) async fn nobody(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    mut form: Form,
) -> Result<Response, Problem> {
    let numbers = numbers_for(app, visit, asked.governorate_code()).await?;
    let text = form.take("text");
    Ok(render(
        visit.language,
        &NobodyPage {
            frame: visit.frame(NEUTRAL_TITLE),
            numbers,
            text,
        },
    ))
}
