//! One confirmation after every act at a desk: the answer that leads on carries, in a cookie of a few
//! seconds, the action that was done, and the next page says it once. A page that says it in its own words
//! has a query in its address, and nothing is carried there.

use access::Action as _;
use access::action::{BackUp, CancelJob, ChooseLanguage, EndOwnSession, StepUp, VerifyLedger};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

use crate::app::App;
use crate::cookie::{cookie, set_cookie};
use crate::frame::FrameKind;
use crate::problem::Problem;
use crate::route::{Here, Verb};

/// What is not confirmed so: what concerns the session alone and must not reach the next person at the same
/// machine, and what is only begun, whose own page says how it stands.
const NOT_SAID: [&str; 6] = [
    ChooseLanguage::NAME,
    EndOwnSession::NAME,
    StepUp::NAME,
    BackUp::NAME,
    CancelJob::NAME,
    VerifyLedger::NAME,
];

/// The cookie; the browser sends it to this host alone.
const NAME: &str = "__Host-done";
/// It lives long enough for the slowest line, and for one page.
const SECONDS: u32 = 30;

/// The action that was done right before this page was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Done(pub(crate) &'static str);

/// The message that says in a few words that an action was done, as the ledger says it.
pub fn done_key(action: &str) -> String {
    let mut key = "did".to_owned();
    for letter in action.chars() {
        if letter.is_ascii_uppercase() {
            key.push('-');
        }
        key.push(letter.to_ascii_lowercase());
    }
    key
}

/// The layer of one route.
pub(crate) async fn layer(
    State((app, here, verb)): State<(App, Here, Verb)>,
    mut request: Request,
    next: Next,
) -> Response {
    let carried = cookie(request.headers(), NAME).and_then(|action| app.table.action(action));
    let is_said = here.frame == FrameKind::Staff && verb == Verb::Get;
    if let Some(action) = carried.filter(|_| is_said) {
        request.extensions_mut().insert(Done(action));
    }
    // Whatever goes wrong below is told to the operator with the route and the action.
    let at = tracing::error_span!("at", route = here.path, action = here.action);
    let mut response = next.run(request).instrument(at).await;
    // Said once; and never to whoever signs in next at the same machine.
    let is_said = is_said && response.status() == StatusCode::OK;
    if carried.is_some() && (is_said || here.frame == FrameKind::Bare) {
        set(&mut response, "", 0);
    } else if verb == Verb::Post && leads_on(here, &response) {
        set(&mut response, here.action, SECONDS);
    }
    response
}

/// Whether something was done, and the next page shall say so.
fn leads_on(here: Here, response: &Response) -> bool {
    let place = response.headers().get(header::LOCATION);
    let place = place.and_then(|place| place.to_str().ok());
    here.frame == FrameKind::Staff
        && !NOT_SAID.contains(&here.action)
        && response.status() == StatusCode::SEE_OTHER
        && response.extensions().get::<Problem>().is_none()
        && place.is_some_and(|place| place.starts_with('/') && !place.contains('?'))
}

fn set(response: &mut Response, value: &str, seconds: u32) {
    let cookie = set_cookie(NAME, value, Some(seconds));
    response.headers_mut().append(header::SET_COOKIE, cookie);
}
