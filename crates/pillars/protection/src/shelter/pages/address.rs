//! Where a shelter is: its manager writes it and never reads it, a desk reads one at a time.

use access::Permit;
use access::action::{DeclarePlaces, ReadShelterAddress, WriteShelterAddress};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Form, Frame, PermitRequest, Problem, Wrong, filters, render, render_as,
};
use vault::Plain;

use super::shelter::{ShelterPage, is_sure, open, standing, told};
use super::words::place;
use crate::shelter::actions::shelter;
use crate::shelter::address::{address_states, read_address, write_address};
use crate::shelter::rules::LONGEST_ADDRESS;
use crate::shelter::{Shelter, ShelterError};

/// One address, for the desk that has somebody there.
#[derive(Template)]
#[template(path = "shelter/templates/way.html")]
pub(crate) struct WayPage {
    frame: Frame,
    code: String,
    place: String,
    address: Option<Plain<String>>,
}

impl WayPage {
    pub(super) fn new(frame: Frame, shelter: &Shelter, address: Option<Plain<String>>) -> Self {
        Self {
            code: shelter.code.clone(),
            place: place(&shelter.governorate, &frame),
            address,
            frame,
        }
    }
}

/// Shows it, while a hold or a stay of this desk is live there; the ledger keeps that it was.
pub(crate) async fn show(
    State(app): State<App>,
    attempt: PermitRequest<ReadShelterAddress>,
) -> Result<Response, Problem> {
    let visit = &attempt.visit;
    let now = address_states(&app.store, &attempt.actor, attempt.record).await?;
    let permit = attempt.permit(&app, &now).await?;
    let read = app.store.read(permit, |unit| async move {
        let shelter = shelter(&unit).await?;
        Ok::<_, ShelterError>((shelter, read_address(&unit).await?))
    });
    let (shelter, address) = read.await.map_err(Cannot::problem)?;
    let page = WayPage::new(visit.frame("shelter-way-title"), &shelter, address);
    Ok(render(visit.language, &page))
}

/// Keeps it. What was typed goes into the seal or nowhere: a wrong form asks for it again.
pub(crate) async fn write(
    State(app): State<App>,
    allowed: Allowed<WriteShelterAddress>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let typed = form.take("address");
    let fits = |address: &Plain<String>| !address.is_blank() && address.chars() <= LONGEST_ADDRESS;
    let Some(address) = typed.filter(fits) else {
        form.wrong("address", Wrong::new("shelter-wrong-address"));
        let actor = permit.actor();
        let gate = app.store.gate();
        let reading: Permit<DeclarePlaces> = gate.permit(actor, permit.record()).await?;
        let shelter = open(&app, reading).await?;
        let places = standing(app.world.id(), &shelter);
        let frame = visit.frame("shelter-title");
        let page = ShelterPage::new(frame, Some(&shelter), places, form);
        let page = page.stepped_up(is_sure(actor));
        return Ok(render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.language,
            &page,
        ));
    };
    let record = permit.record();
    let key = form.key().to_owned();
    let done = app.store.unit(permit, move |unit| {
        let (address, key) = (address.clone(), key.clone());
        async move { write_address(&unit, &address, &key).await }
    });
    done.await.map_err(Cannot::problem)?;
    Ok(told(&visit, record, "address"))
}
