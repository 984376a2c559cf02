//! A form that needed a step-up is done by the step-up: the page that asks for the digits sends them to
//! where the form was going, and the kept form goes on from there with a session that is strong enough.

use access::Permit;
use access::action::ReadOwnDraft;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts as _, Request};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use http::header;
use page::{App, Form, Pause, Problem};
use people::draft::{self, Draft};
use people::session::{self, Found, SignInError, Standing};
use record::{Id, Session};
use tokio::time::Instant;
use vault::Plain;

use super::pages::later;
use super::{layer, rules, see};

/// The field with the digits; its name is one whose value is never shown again.
pub(super) const DIGITS: &str = "step_up_digits";
/// The field with the form that was kept.
pub(super) const KEPT: &str = "step_up_draft";

/// The form that this one completes, if it is the one with the digits.
pub(super) fn kept(form: &Form) -> Option<Id> {
    form.open(KEPT).parse().ok()
}

/// Whether a body names the field with the form that was kept.
pub(super) fn may_complete(body: &[u8]) -> bool {
    body.windows(KEPT.len()).any(|name| name == KEPT.as_bytes())
}

/// Where the digits are asked for. A form of which a secret was left out comes back to be filled in.
pub(super) fn asks(draft: Id, is_whole: bool) -> String {
    let back = rules::in_query(&format!("/account/drafts/{draft}"));
    let whole = if is_whole { "&whole=1" } else { "" };
    format!("{}?to={back}{whole}", layer::STEP_UP)
}

/// The kept form behind an address of this room, where it can be completed by the digits alone.
pub(super) fn draft_of(to: &str, is_whole: bool) -> Option<Id> {
    let draft = to.strip_prefix("/account/drafts/").filter(|_| is_whole)?;
    draft.parse().ok()
}

/// Makes the session stronger, where it is not strong already, and does what the kept form says.
pub(super) async fn complete(
    app: &App,
    standing: &Standing,
    next: Next,
    mut parts: Parts,
    mut form: Form,
    draft: Id,
) -> Result<Response, Problem> {
    let begun = Instant::now();
    // Before any digits are spent: whether there is such a form, and whether it goes here.
    let goes_to = where_it_goes(app, standing, draft).await?;
    if rules::place_of(goes_to.as_ref()).as_deref() != Some(parts.uri.path()) {
        return Err(Problem::NotThere);
    }
    let asked_again = |why: &str| see(&format!("{}&{why}=1", asks(draft, true)));
    if is_weak(standing) {
        let Some(digits) = form.secret(DIGITS, "account-code-missing") else {
            return Ok(asked_again("missing"));
        };
        let Ok(pause) = Pause::from_request_parts(&mut parts, app).await;
        let wait = session::ask_step_up(&app.store, standing).await?;
        if let Some(until) = wait.refused_until {
            return Err(later(app, until));
        }
        pause.before(wait.delay).await?;
        match session::step_up(&app.store, wait, standing, digits).await {
            Ok(()) => {}
            // The button was pressed twice: the first press made the session strong.
            Err(SignInError::Refused) if !is_weak(&*now(app, &parts).await?) => {}
            Err(SignInError::Refused) => {
                rules::even_out(begun).await;
                return Ok(asked_again("wrong"));
            }
            Err(SignInError::Later(until)) => return Err(later(app, until)),
            Err(SignInError::Store(error)) => return Err(error.into()),
        }
    }
    let strong = now(app, &parts).await?;
    let kept = read(app, &strong, draft).await?;
    let body = Bytes::from(rules::as_body(&kept.content.fields));
    parts.headers.remove(header::CONTENT_LENGTH);
    // Should it go wrong now, these are the words that come back.
    page::typed_instead(&mut parts, body.clone());
    let mut request = Request::from_parts(parts, Body::from(body));
    layer::recognise(&mut request, *strong);
    Ok(layer::lead_on(next, request).await)
}

/// Whether a session may do what needs a step-up only after one.
fn is_weak(standing: &Standing) -> bool {
    let member = standing.actor.member();
    member.is_some_and(|member| member.session == Session::Fresh)
}

/// The session as it is now.
async fn now(app: &App, parts: &Parts) -> Result<Box<Standing>, Problem> {
    let cookie = rules::session_of(&parts.headers).ok_or(Problem::Expired)?;
    match session::find(&app.store, cookie).await? {
        Found::Live(standing) => Ok(standing),
        _ => Err(Problem::Expired),
    }
}

async fn permit(app: &App, standing: &Standing) -> Result<Permit<ReadOwnDraft>, Problem> {
    let member = standing.actor.member().ok_or(Problem::Expired)?;
    let gate = app.store.gate();
    Ok(gate
        .permit::<ReadOwnDraft>(&standing.actor, member.account)
        .await?)
}

/// Where a kept form of this person goes, if it is still kept.
pub(super) async fn where_it_goes(
    app: &App,
    standing: &Standing,
    draft: Id,
) -> Result<Option<Plain<String>>, Problem> {
    let permit = permit(app, standing).await?;
    let read = app.store.read(
        permit,
        |unit| async move { draft::read_own_drafts(&unit).await },
    );
    let all: Vec<Draft> = read.await?;
    let kept = all.into_iter().find(|kept| kept.id == draft);
    Ok(kept.map(|kept| kept.content.path))
}

/// Reads a kept form, which is not offered by itself again.
async fn read(app: &App, standing: &Standing, draft: Id) -> Result<Draft, Problem> {
    let permit = permit(app, standing).await?;
    let read = app.store.unit(permit, move |unit| async move {
        draft::read_own_draft(&unit, draft).await
    });
    Ok(read.await?)
}

/// As an answer.
pub(super) fn answer(done: Result<Response, Problem>) -> Response {
    done.unwrap_or_else(Problem::into_response)
}
