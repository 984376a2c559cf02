//! A person's own account: signing in and out, enrolling, stepping up, devices, language, password,
//! recovery codes, and the forms that came too late.
//!
//! The session layer stands here too: it turns a cookie into the actor of a request. Pages for
//! anybody never see a session.

mod beside;
mod completing;
mod enrol;
mod factors;
mod layer;
mod mine;
mod own;
mod pages;
mod rules;
mod view;

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use page::App;
use people::session::SignedIn;
use record::Language;
use vault::Plain;

pub use beside::{Beside, Nothing, Panel};
pub use layer::layer;
pub use mine::Mine;

/// The routes of this room, with what stands beside the forms of the door.
pub fn routes<B: Beside>() -> Vec<page::Route> {
    [
        pages::routes::<B>(),
        enrol::routes(),
        own::routes(),
        factors::routes(),
    ]
    .concat()
}

/// The answer to a sign-in: both cookies, and where the person's work begins; a form that waits for
/// them comes first.
pub fn signed_in(app: &App, signed: &SignedIn) -> Response {
    let to = match &signed.draft {
        Some(draft) => app.table.href("own-draft", signed.language, Some(draft)),
        None => rules::landing(app, signed.language),
    };
    entered(signed, &to)
}

fn entered(signed: &SignedIn, to: &str) -> Response {
    let mut response = see(to);
    for cookie in [
        rules::session_cookie(&signed.token),
        rules::device_cookie(&signed.device),
    ] {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn see(to: &str) -> Response {
    let mut response = Response::new(axum::body::Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, to);
    response
}

/// A code in groups, in the reader's digits.
pub(crate) fn grouped(code: &Plain<String>, language: Language) -> Plain<String> {
    let code = rules::grouped(code);
    page::in_digits(language, &code)
}
