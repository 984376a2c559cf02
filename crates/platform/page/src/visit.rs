//! Who asks for what, in which language: read once from the request, turned into a frame.

use access::Actor;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use record::{Id, Language, Moment};

use crate::app::App;
use crate::bar;
use crate::confirm::{Done, done_key};
use crate::frame::{Frame, FrameKind, Who};
use crate::guard::Compressing;
use crate::language::{Message, asked_for};
use crate::problem::Problem;
use crate::route::Here;

/// One request for a page.
#[derive(Clone)]
pub struct Visit {
    /// The reader's language.
    pub language: Language,
    /// Now.
    pub now: Moment,
    /// Who looks, if they signed in.
    pub who: Option<Who>,
    /// Whether the browser sends pages through somebody's server to make them smaller.
    pub compressing: bool,
    actor: Option<Actor>,
    here: Option<Here>,
    done: Option<Done>,
    path: String,
    app: App,
}

impl Visit {
    /// The frame of this page; `title` is the key of a message.
    pub fn frame(&self, title: &'static str) -> Frame {
        Frame {
            language: self.language,
            kind: self.here.map_or(FrameKind::Bare, |here| here.frame),
            title: Message::new(self.language, title),
            now: self.now,
            demo: self.app.settings.demo,
            leave_to: self.app.settings.leave_to.clone(),
            who: self.who.clone(),
            path: self.path.clone(),
            ticket: None,
            idle: self.app.idle,
            done: self.done.map(|done| done_key(done.0)),
            route: self.here.map_or("", |here| here.name),
            kept: Vec::new(),
            offered: match &self.actor {
                Some(actor) if self.who.is_some() => bar::offered(&self.app, actor),
                _ => Vec::new(),
            },
            table: self.app.table.clone(),
        }
    }

    /// Leads on to a named page: the answer to something done.
    pub fn redirect(&self, name: &str) -> Response {
        see_other(&self.href(name))
    }

    /// Leads on to a named page of one record.
    pub fn redirect_to(&self, name: &str, id: &Id) -> Response {
        see_other(&self.href_to(name, id))
    }

    /// Leads on to a page whose address stands in no table alone: a step under its ticket.
    pub fn see_path(&self, path: &str) -> Response {
        see_other(path)
    }

    /// The address of a named page that needs nothing else.
    pub fn href(&self, name: &str) -> String {
        self.app.table.href(name, self.language, None)
    }

    /// The address of a named page of one record.
    pub fn href_to(&self, name: &str, id: &Id) -> String {
        self.app.table.href(name, self.language, Some(id))
    }
}

/// See other: the answer to something done.
pub(crate) fn see_other(place: &str) -> Response {
    let place = HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let here = parts.extensions.get::<Here>().copied();
        let in_path = language_of_path(&parts.uri);
        let names_language = here.is_some_and(|here| here.path.starts_with("/{language}"));
        if names_language && in_path.is_none() {
            return Err(Problem::NotThere);
        }
        let chosen = parts.extensions.get::<Language>().copied();
        Ok(Self {
            language: language_of(&parts.uri, &parts.headers, chosen),
            now: app.world.now(),
            who: parts.extensions.get::<Who>().cloned(),
            compressing: parts
                .extensions
                .get::<Compressing>()
                .is_some_and(|compressing| compressing.0),
            actor: parts.extensions.get::<Actor>().cloned(),
            here,
            done: parts.extensions.get::<Done>().copied(),
            path: parts.uri.path().to_owned(),
            app: app.clone(),
        })
    }
}

/// The language of a request: its address, else what the person chose, else what the browser
/// asks for, else Arabic.
pub(crate) fn language_of(uri: &Uri, headers: &HeaderMap, chosen: Option<Language>) -> Language {
    language_of_path(uri)
        .or(chosen)
        .or_else(|| {
            let accepts = headers.get(header::ACCEPT_LANGUAGE)?;
            asked_for(accepts.to_str().ok()?)
        })
        .unwrap_or(Language::Ar)
}

fn language_of_path(uri: &Uri) -> Option<Language> {
    let first = uri.path().split('/').nth(1)?;
    Language::from_code(first).ok()
}
