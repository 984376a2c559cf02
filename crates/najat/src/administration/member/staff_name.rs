//! The name behind a pseudonym, for the independent body that watches the work.

use access::action::OpenStaffName;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use page::{AllowedList, App, Choice, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{no_sample, render, render_as, sampled};
use people::account::{self, AccountError, Reason};
use record::{Id, Language};
use store::StoreError;
use vault::Plain;

use super::lost;
use super::view::NamePage;

/// The longest pseudonym.
const LONGEST: usize = 60;

/// The routes of names behind pseudonyms.
pub(super) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<OpenStaffName, _>("/staff-name", "staff-name", staff, pages, read)
            .in_bar("admin-staff-name-title", "user"),
        Route::post::<OpenStaffName, _>("/staff-name", "staff-name-open", staff, no_sample, open),
    ]
}

const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Complaint => "admin-reason-complaint",
        Reason::Looks => "admin-reason-looks",
        Reason::Threat => "admin-reason-threat",
        Reason::Court => "admin-reason-court",
    }
}

fn page(frame: Frame, form: Form, name: Option<Plain<String>>) -> NamePage {
    let said = |reason: &Reason| Choice::said(frame.language, reason.code(), reason_key(*reason));
    NamePage {
        reasons: Reason::ALL.iter().map(said).collect(),
        frame,
        form,
        name,
    }
}

async fn read(State(app): State<App>, allowed: AllowedList<OpenStaffName>) -> Response {
    let form = Form::fresh(app.world.id(), 0);
    let page = page(allowed.frame("admin-staff-name-title"), form, None);
    render(allowed.visit.language, &page)
}

async fn open(
    State(app): State<App>,
    allowed: AllowedList<OpenStaffName>,
    mut form: Form,
) -> Result<Response, Problem> {
    let language = allowed.visit.language;
    let frame = allowed.frame("admin-staff-name-title");
    let typed = form.needed_text("pseudonym", "admin-pseudonym-missing", LONGEST);
    let reason = form.needed_code::<Reason>("reason", "error-choose");
    if let (Some(typed), Some(reason)) = (typed, reason) {
        let actor = allowed.scope.actor();
        match account::open_name(&app.store, actor, &typed, reason).await {
            Ok(name) => {
                let form = Form::fresh(app.world.id(), 0);
                return Ok(render(language, &page(frame, form, Some(name))));
            }
            Err(AccountError::Store(StoreError::Absent)) => {
                form.wrong("pseudonym", Wrong::new("admin-pseudonym-unknown"));
            }
            Err(error) => return Err(lost(error)),
        }
    }
    let page = page(frame, form, None);
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

fn pages(language: Language) -> Vec<Sampled> {
    let made = |form, name: Option<&str>| {
        let frame = Frame::sample(language, FrameKind::Staff, "admin-staff-name-title");
        page(frame, form, name.map(|name| Plain::new(name.to_owned())))
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
