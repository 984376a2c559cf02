//! One shelter: registering it, and what it declares of itself.

use std::sync::Arc;

use access::action::{DeclarePlaces, RegisterShelter};
use access::{Actor, Permit};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, Problem, Visit, Wrong, filters,
    governorates, render, render_as,
};
use record::{Id, Session};

use super::rows::{self, Shown};
use super::words::place;
use crate::shelter::actions::{declare_places, register_shelter, shelter};
use crate::shelter::forms::{ALWAYS, NewShelter, ShelterNow, Sort, said};
use crate::shelter::language::Spoken;
use crate::shelter::{Declaring, Registering, Shelter, ShelterError};

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// A shelter and its places. Its address is asked for here and never shown.
#[derive(Template)]
#[template(path = "shelter/templates/shelter.html")]
pub(crate) struct ShelterPage {
    frame: Frame,
    id: Option<Id>,
    code: Option<String>,
    place: Option<String>,
    has_address: bool,
    stepped_up: bool,
    told: Option<&'static str>,
    stale: bool,
    form: Form,
    address: Form,
    rows: Vec<Shown>,
    action: String,
    confirm: String,
    fields: &'static [Field],
}

impl ShelterPage {
    pub(super) fn new(frame: Frame, shelter: Option<&Shelter>, form: Form, address: Form) -> Self {
        let id = shelter.map(|shelter| shelter.record);
        Self {
            action: match id {
                Some(id) => frame.href_to("shelter-declare", &id),
                None => frame.href("shelter-register"),
            },
            confirm: id.map_or_else(String::new, |id| {
                format!(
                    "{}?to={}",
                    frame.href("step-up"),
                    frame.href_to("shelter", &id)
                )
            }),
            id,
            code: shelter.map(|shelter| shelter.code.clone()),
            place: shelter.map(|shelter| place(&shelter.governorate, &frame)),
            has_address: shelter.is_some_and(|shelter| shelter.has_address),
            stepped_up: false,
            told: None,
            stale: false,
            rows: rows::shown(&form, shelter),
            form,
            address,
            fields: id.map_or(NewShelter::FIELDS, |_| ShelterNow::FIELDS),
            frame,
        }
    }

    const ROW: &'static [Field] = Sort::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "governorate" => governorates(self.frame.language),
            _ => Choice::all::<Spoken>(self.frame.language),
        }
    }

    /// For somebody who showed once more that it is them.
    pub(super) fn stepped_up(mut self, is: bool) -> Self {
        self.stepped_up = is;
        self
    }

    pub(super) fn telling(mut self, told: Option<&'static str>) -> Self {
        self.told = told;
        self
    }

    pub(super) fn stale(mut self, is: bool) -> Self {
        self.stale = is;
        self
    }
}

/// What the store refused, noted in the form; a problem, if it is none of the form's.
fn note(form: &mut Form, error: ShelterError) -> Result<(), Problem> {
    let (field, key) = match error {
        ShelterError::BothAges => ("rows", "shelter-wrong-mixed"),
        ShelterError::FamilyOfChildren => ("rows", "shelter-wrong-family"),
        ShelterError::InUse => ("rows", "shelter-wrong-in-use"),
        ShelterError::NoPlaces => ("rows", "shelter-wrong-places"),
        ShelterError::UnknownPlace => ("governorate", "shelter-wrong-where"),
        error => return Err(error.problem()),
    };
    form.wrong(field, Wrong::new(key));
    Ok(())
}

/// The form of a new shelter.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<RegisterShelter>,
) -> Result<Response, Problem> {
    let form = Form::fresh(app.world.id(), 0);
    let frame = allowed.frame("shelter-new-title");
    let page = ShelterPage::new(frame, None, form, Form::default());
    Ok(render(allowed.visit.language, &page))
}

/// A shelter is registered; its address is asked for next.
pub(crate) async fn register(
    State(app): State<App>,
    allowed: Allowed<RegisterShelter>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let again = |form| {
        let page = ShelterPage::new(
            visit.frame("shelter-new-title"),
            None,
            form,
            Form::default(),
        );
        render_as(WRONG, visit.language, &page)
    };
    let Some(read) = NewShelter::read(&mut form) else {
        return Ok(again(form));
    };
    let hours = read.hours.map(|_| form.open("hours"));
    let (hours, languages) = said(hours, &read.languages);
    let input = Arc::new(Registering {
        governorate: read.governorate.0,
        hours,
        languages,
        places: read.row.iter().map(Sort::declared).collect(),
        form_key: read.form_key,
    });
    let done = app.store.unit(permit, move |unit| {
        let input = input.clone();
        async move { register_shelter(&unit, &input).await }
    });
    match done.await {
        Ok(id) => Ok(visit.redirect_to("shelter", &id)),
        Err(error) => {
            note(&mut form, error)?;
            Ok(again(form))
        }
    }
}

pub(super) async fn open(app: &App, permit: Permit<DeclarePlaces>) -> Result<Shelter, Problem> {
    app.store
        .read(permit, |unit| async move { shelter(&unit).await })
        .await
        .map_err(Cannot::problem)
}

/// Whether somebody has shown a moment ago that it is them.
pub(super) fn is_sure(actor: &Actor) -> bool {
    actor
        .member()
        .is_some_and(|member| member.session == Session::SteppedUp)
}

/// The form as the shelter stands.
pub(super) fn standing(key: Id, shelter: &Shelter) -> Form {
    let mut form = rows::filled(Form::fresh(key, shelter.revision), shelter);
    if shelter.hours != ALWAYS {
        form = form.put("hours", shelter.hours.clone());
    }
    form = form.choose(
        "languages",
        shelter.languages.split_whitespace().map(str::to_owned),
    );
    if shelter.closed {
        form = form.put("closed", "yes");
    }
    form
}

/// A shelter, for its manager.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<DeclarePlaces>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let sure = is_sure(permit.actor());
    let shelter = open(&app, permit).await?;
    let asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let told = match asked.open("told") {
        "places" => Some("shelter-saved"),
        "address" => Some("shelter-address-saved"),
        _ => None,
    };
    let form = standing(app.world.id(), &shelter);
    let address = Form::fresh(app.world.id(), shelter.revision);
    let page = ShelterPage::new(visit.frame("shelter-title"), Some(&shelter), form, address);
    Ok(render(visit.language, &page.stepped_up(sure).telling(told)))
}

/// A shelter's page again, with the form that came back.
async fn again(
    app: &App,
    visit: &Visit,
    permit: Permit<DeclarePlaces>,
    form: Form,
    stale: bool,
) -> Result<Response, Problem> {
    let sure = is_sure(permit.actor());
    let shelter = open(app, permit).await?;
    let (status, form) = if stale {
        let renewed = form.renewed(app.world.id(), shelter.revision);
        (StatusCode::CONFLICT, renewed)
    } else {
        (WRONG, form)
    };
    let address = Form::fresh(app.world.id(), shelter.revision);
    let page = ShelterPage::new(visit.frame("shelter-title"), Some(&shelter), form, address);
    let page = page.stepped_up(sure).stale(stale);
    Ok(render_as(status, visit.language, &page))
}

/// What the shelter declares from now on.
pub(crate) async fn declare(
    State(app): State<App>,
    allowed: Allowed<DeclarePlaces>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let Some(read) = ShelterNow::read(&mut form) else {
        return again(&app, &visit, permit, form, false).await;
    };
    let hours = read.hours.map(|_| form.open("hours"));
    let (hours, languages) = said(hours, &read.languages);
    let places = read.row.iter().map(|row| (row.id, row.declared()));
    let input = Arc::new(Declaring {
        seen: form.version(),
        hours,
        languages,
        closed: read.closed,
        places: places.collect(),
        form_key: read.form_key,
    });
    let shelter = permit.record();
    let done = app.store.unit(permit.clone(), move |unit| {
        let input = input.clone();
        async move { declare_places(&unit, &input).await }
    });
    match done.await {
        Ok(_) => Ok(told(&visit, shelter, "places")),
        Err(ShelterError::Stale) => again(&app, &visit, permit, form, true).await,
        Err(error) => {
            note(&mut form, error)?;
            again(&app, &visit, permit, form, false).await
        }
    }
}

/// Leads back to the shelter, which says what was done.
pub(super) fn told(visit: &Visit, shelter: Id, what: &str) -> Response {
    let place = format!("{}?told={what}", visit.href_to("shelter", &shelter));
    Redirect::to(&place).into_response()
}
