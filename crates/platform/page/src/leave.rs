//! The way out of public pages and the screen that hides staff pages, both without script.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use record::Language;

use crate::app::App;
use crate::frame::Frame;
use crate::visit::language_of;
use crate::{filters, render};

/// Marks an answer that tells the browser to forget this site.
#[derive(Clone, Copy)]
pub(crate) struct Leaving;

/// Leads to an ordinary site and asks the browser to forget what it kept of this one. What was
/// answered in steps and not sent is forgotten here. A link or a picture of another site only leads
/// away: nobody is signed out from elsewhere.
pub(crate) async fn leave(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    if let Some(ticket) = uri.query().and_then(|query| query.strip_prefix("form=")) {
        app.pending.forget(ticket);
    }
    let place = HeaderValue::from_str(&app.settings.leave_to)
        .unwrap_or(HeaderValue::from_static("https://www.wikipedia.org/"));
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response();
    if !is_from_elsewhere(&headers) {
        response.extensions_mut().insert(Leaving);
    }
    response
}

/// Whether the browser says that another site asks. One that says nothing is an old one: there the
/// way out must work, and it knows no better.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site");
    site.is_some_and(|site| site != "same-origin" && site != "none")
}

/// A page with nothing on it, for when somebody walks in. The browser's back leads on.
pub(crate) async fn hidden(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let language = language_of(&uri, &headers, None);
    render(
        language,
        &HiddenPage::new(Frame::bare(language, "hidden-title", &app)),
    )
}

/// The page itself.
#[derive(askama::Template)]
#[template(path = "hidden.html")]
pub(crate) struct HiddenPage {
    frame: Frame,
}

impl HiddenPage {
    pub(crate) fn new(frame: Frame) -> Self {
        Self { frame }
    }

    pub(crate) fn sample(language: Language) -> Self {
        let kind = crate::FrameKind::Bare;
        let mut frame = Frame::sample(language, kind, "hidden-title");
        frame.path.clear();
        Self::new(frame)
    }
}
