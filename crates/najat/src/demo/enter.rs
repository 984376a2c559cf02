//! The demo's own door: one button for each made-up person, on this machine only.
//!
//! Three things must hold: the settings say that this is a demo, the request comes from this
//! machine, and the database was marked as a demo's when it was made, before anybody lived in it.

use std::net::SocketAddr;

use access::action::{ReadOwnAccount, SignIn};
use access::{Actor, Permit};
use axum::extract::{ConnectInfo, State};
use axum::response::Response;
use http::HeaderMap;
use page::{App, Form, FrameKind, Problem, Route};
use people::session::{self, System};
use record::Id;
use store::StoreError;
use vault::Plain;

use super::store::{MadeUp, is_demo, is_set, living};

/// Where its buttons lead.
pub(super) const PATH: &str = "/demo/enter";

/// The routes of the door. Where the database is no demo's they answer as if nothing was there.
pub(super) fn routes() -> Vec<Route> {
    vec![Route::post::<SignIn, _>(
        PATH,
        "demo-enter",
        FrameKind::Bare,
        page::no_sample,
        enter,
    )]
}

/// Everybody a button can be shown for; nobody, where this is no demo.
pub async fn made_up(app: &App) -> Result<Vec<MadeUp>, StoreError> {
    if !is_open(app) {
        return Ok(Vec::new());
    }
    app.store
        .read_clear(async |look| -> Result<_, StoreError> {
            if is_set(&look, "demo").await? {
                living(&look).await
            } else {
                Ok(Vec::new())
            }
        })
        .await
}

fn is_open(app: &App) -> bool {
    app.settings.demo && app.settings.public_origin.is_none()
}

/// The six digits that a made-up person types, who has no telephone; nothing, where this is no
/// demo, or the question does not come from this machine.
pub(super) async fn digits(
    app: &App,
    peer: SocketAddr,
    permit: Permit<ReadOwnAccount>,
) -> Result<Option<Plain<String>>, StoreError> {
    if !is_open(app) || !peer.ip().is_loopback() {
        return Ok(None);
    }
    let read = app.store.read(permit, |unit| async move {
        super::store::digits(&unit, unit.record()).await
    });
    read.await
}

async fn enter(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let wanted: Option<Id> = form.code("person");
    let Some(wanted) = wanted.filter(|_| is_open(&app) && peer.ip().is_loopback()) else {
        return Err(Problem::NotThere);
    };
    let people = made_up(&app).await?;
    let person = people
        .iter()
        .find(|person| person.membership == wanted)
        .ok_or(Problem::NotThere)?;
    let permit = app
        .store
        .gate()
        .permit::<SignIn>(&Actor::Public, person.account)
        .await?;
    let agent = headers
        .get(http::header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let system = System::of_browser(agent.unwrap_or_default());
    let signed = app
        .store
        .unit(permit, move |unit| async move {
            if !is_demo(&unit).await? {
                return Err(StoreError::Absent);
            }
            session::begin(&unit, None, system).await
        })
        .await?;
    Ok(crate::account::signed_in(&app, &signed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::Nothing;

    #[test]
    fn a_site_of_real_people_has_no_such_door() {
        let has = |routes: Vec<Route>| routes.iter().any(|route| route.row().path == PATH);
        assert!(has(crate::demo::routes()));
        assert!(!has(crate::routes::all::<Nothing>()));
    }
}
