//! The name behind a pseudonym, for the independent body that watches the work.

use access::action::OpenStaffName;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use page::{AllowedList, App, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{no_sample, render, render_as, sampled};
use people::account::{self, AccountError};
use record::{Id, Language};
use store::StoreError;
use vault::Plain;

use super::forms::OpeningName;
use super::lost;
use super::view::NamePage;

/// The routes of names behind pseudonyms.
pub(super) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<OpenStaffName, _>("/staff-name", "staff-name", staff, pages, read)
            .in_nav("admin-staff-name-title", "user"),
        Route::post::<OpenStaffName, _>("/staff-name", "staff-name-open", staff, no_sample, open)
            .takes::<OpeningName>(),
    ]
}

async fn read(State(app): State<App>, allowed: AllowedList<OpenStaffName>) -> Response {
    let form = Form::fresh(app.world.id(), 0);
    let page = NamePage {
        frame: allowed.frame("admin-staff-name-title"),
        form,
        name: None,
    };
    render(allowed.visit.language, &page)
}

async fn open(
    State(app): State<App>,
    allowed: AllowedList<OpenStaffName>,
    mut form: Form,
) -> Result<Response, Problem> {
    let language = allowed.visit.language;
    let frame = allowed.frame("admin-staff-name-title");
    if let Some(read) = OpeningName::read(&mut form) {
        let actor = allowed.scope.actor();
        match account::open_name(&app.store, actor, &read.pseudonym, read.reason).await {
            Ok(name) => {
                let form = Form::fresh(app.world.id(), 0);
                let name = Some(name);
                return Ok(render(language, &NamePage { frame, form, name }));
            }
            Err(AccountError::Store(StoreError::Absent)) => {
                form.wrong("pseudonym", Wrong::new("admin-pseudonym-unknown"));
            }
            Err(error) => return Err(lost(error)),
        }
    }
    let name = None;
    let page = NamePage { frame, form, name };
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

fn pages(language: Language) -> Vec<Sampled> {
    let made = |form, name: Option<&str>| NamePage {
        frame: Frame::sample(language, FrameKind::Staff, "admin-staff-name-title"),
        form,
        name: name.map(|name| Plain::new(name.to_owned())),
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh().put("pseudonym", "0f0f0f0f");
    wrong.wrong("pseudonym", Wrong::new("admin-pseudonym-unknown"));
    wrong.wrong("reason", Wrong::new("error-choose"));
    vec![
        sampled("empty", language, &made(fresh(), None)),
        sampled("full", language, &made(fresh(), Some("زينب الحسيني"))),
        sampled("errors", language, &made(wrong, None)),
    ]
}
