//! The layer around every route: from a cookie to an actor.

use access::Actor;
use askama::Template;
use axum::body::Body;
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, header};
use page::{App, BODY_LIMIT, Form, Frame, KEY, Problem, VERSION, Visit, Who, filters, render};
use people::draft::{self, Content, Why};
use people::session::{self, Found, Standing};
use record::{Id, Language};
use store::StoreError;
use vault::Plain;

use super::{completing, rules, see};

/// Where a step-up is asked for.
pub(super) const STEP_UP: &str = "/step-up";

/// The word in the address of a page that was asked for a second time.
const AGAIN: &str = "again";

/// Finds who is behind the cookie and puts the actor, their language and what the frame shows of
/// them into the request. On pages for anybody nobody is looked for.
pub async fn layer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    if route.as_deref().is_some_and(rules::is_for_anybody) {
        return next.run(request).await;
    }
    if let Some(language) = chosen_language(&request) {
        request.extensions_mut().insert(language);
    }
    let Some(cookie) = rules::session_of(request.headers()) else {
        if route.is_some() && comes_without_cookie(&request) {
            return again(&app, request).await;
        }
        return lead_on(next, request).await;
    };
    match session::find(&app.store, cookie).await {
        Ok(Found::Live(standing)) => {
            if let Err(error) = session::seen(&app.store, &standing).await {
                tracing::warn!(%error, "the last sight of a session was not written");
            }
            let keeps = route.as_deref().is_some_and(rules::keeps_forms);
            if keeps && request.method() == Method::POST {
                recognise(&mut request, (*standing).clone());
                return try_form(&app, &standing, next, request).await;
            }
            recognise(&mut request, *standing);
            lead_on(next, request).await
        }
        Ok(Found::Expired(standing)) => {
            request.extensions_mut().insert(standing.language);
            let keeps = route.as_deref().is_some_and(rules::keeps_forms);
            let is_whole = request.extensions().get::<Problem>().is_none();
            if keeps && is_whole && request.method() == Method::POST {
                return keep(&app, &standing, request).await;
            }
            lead_on(next, request).await
        }
        Ok(Found::Nobody) => lead_on(next, request).await,
        Err(error) => Problem::from(error).into_response(),
    }
}

pub(super) fn recognise(request: &mut Request, standing: Standing) {
    let language = standing.language;
    if let Actor::Person(member) = &standing.actor {
        let who = Who {
            role: member.role,
            organisation: standing.organisation.get(language).to_owned(),
        };
        page::recognise(request, &standing.actor, who, language);
    }
    request.extensions_mut().insert(standing);
}

/// The language that somebody chose on a page where nobody is signed in yet.
fn chosen_language(request: &Request) -> Option<Language> {
    let query = request.uri().query()?;
    let code = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("language="))?;
    Language::from_code(code).ok()
}

/// Runs the route; one that leads to the door, or asks for a step-up, learns where to come back.
pub(super) async fn lead_on(next: Next, request: Request) -> Response {
    let back = (request.method() == Method::GET)
        .then(|| {
            request
                .uri()
                .path_and_query()
                .map(|path| path.as_str().to_owned())
        })
        .flatten();
    let mut response = next.run(request).await;
    let to = response
        .headers()
        .get(header::LOCATION)
        .and_then(|to| to.to_str().ok());
    if let (Some(to @ ("/sign-in" | "/step-up")), Some(back)) =
        (to, back.as_deref().and_then(rules::place))
    {
        let to = HeaderValue::from_str(&format!("{to}?to={}", rules::in_query(back)));
        if let Ok(to) = to {
            response.headers_mut().insert(header::LOCATION, to);
        }
    }
    response
}

/// A page of another site leads here: the browser keeps the cookie to itself, since it is strict.
fn comes_without_cookie(request: &Request) -> bool {
    let said = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let asked_again = request
        .uri()
        .query()
        .is_some_and(|query| query.split('&').any(|pair| pair == "again=1"));
    request.method() == Method::GET
        && matches!(said("sec-fetch-site"), Some("cross-site" | "same-site"))
        && said("sec-fetch-mode") == Some("navigate")
        && !asked_again
}

/// A page that asks for itself once more, this time from here, so that the cookie comes along.
#[derive(Template)]
#[template(path = "account/templates/again.html")]
pub(super) struct Again {
    pub frame: Frame,
    pub to: String,
}

async fn again(app: &App, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let visit = match Visit::from_request_parts(&mut parts, app).await {
        Ok(visit) => visit,
        Err(problem) => return problem.into_response(),
    };
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let joint = if parts.uri.query().is_some() {
        '&'
    } else {
        '?'
    };
    let to = format!("{path}{joint}{AGAIN}=1");
    match rules::place(&to) {
        Some(to) => {
            let page = Again {
                frame: visit.frame("account-again-title"),
                to: to.to_owned(),
            };
            render(visit.language, &page)
        }
        None => Problem::NotThere.into_response(),
    }
}

/// Runs a route to which a form was sent. Where it asks for a step-up first, the form is kept and
/// comes back afterwards.
async fn try_form(app: &App, standing: &Standing, next: Next, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let (parts, body) = request.into_parts();
    if !is_form(&parts.headers) {
        return lead_on(next, Request::from_parts(parts, body)).await;
    }
    let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
        return Problem::TooLarge.into_response();
    };
    // Next to no form is one of those: it is not read twice for that.
    if completing::may_complete(&body)
        && let Ok(form) = Form::parse(&body)
        && let Some(draft) = completing::kept(&form)
    {
        let done = completing::complete(app, standing, next, parts, form, draft);
        return completing::answer(done.await);
    }
    let again = Request::from_parts(parts, Body::from(body.clone()));
    let response = lead_on(next, again).await;
    let to = response.headers().get(header::LOCATION);
    if to.is_none_or(|to| to != STEP_UP) {
        return response;
    }
    let kept = match Form::parse(&body) {
        Ok(form) => keep_form(app, standing, Why::TooWeak, path, form).await,
        Err(problem) => return problem.into_response(),
    };
    match kept {
        Ok((draft, is_whole)) => see(&completing::asks(draft, is_whole)),
        Err(error) => Problem::from(error).into_response(),
    }
}

/// Keeps the form of somebody whose session is over, and leads to the door.
async fn keep(app: &App, standing: &Standing, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let form = match form_of(request).await {
        Ok(form) => form,
        Err(problem) => return problem.into_response(),
    };
    // The digits are none that are kept; the form that they complete comes back by itself.
    if completing::kept(&form).is_some() {
        return see("/sign-in?kept=1");
    }
    match keep_form(app, standing, Why::Over, path, form).await {
        Ok(_) => see("/sign-in?kept=1"),
        Err(error) => Problem::from(error).into_response(),
    }
}

/// Keeps a form sealed for whoever sent it, without what may not be shown again. Tells whether all of it
/// is kept.
async fn keep_form(
    app: &App,
    standing: &Standing,
    why: Why,
    path: String,
    form: Form,
) -> Result<(Id, bool), StoreError> {
    let sent = form.others(&[]).len();
    let mut fields: Vec<(String, Plain<String>)> = form
        .others(&[])
        .into_iter()
        .filter(|(name, _)| page::comes_back(&app.table, &path, name))
        .map(|(name, text)| (name.to_owned(), text.clone()))
        .collect();
    let is_whole = fields.len() == sent;
    // Sent again, it is the same form made from the same version of its record.
    fields.push((KEY.to_owned(), Plain::new(form.key().to_owned())));
    fields.push((VERSION.to_owned(), Plain::new(form.version().to_string())));
    let content = Content {
        path: Plain::new(path),
        fields,
    };
    let kept = draft::keep(&app.store, &standing.actor, why, content).await?;
    Ok((kept, is_whole))
}

async fn form_of(request: Request) -> Result<Form, Problem> {
    let (parts, body): (_, Body) = request.into_parts();
    if !is_form(&parts.headers) {
        return Err(Problem::MethodNotAllowed);
    }
    let body = axum::body::to_bytes(body, BODY_LIMIT)
        .await
        .map_err(|_| Problem::TooLarge)?;
    Form::parse(&body)
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}
