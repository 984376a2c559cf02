//! Routes: one line each says the action, the path, the name, the frame, the sample, the handler.

use std::convert::Infallible;
use std::sync::Arc;

use access::Action;
use axum::Router;
use axum::handler::Handler;
use axum::response::Response;
use axum::routing::{self, MethodRouter};
use record::Language;

use crate::app::App;
use crate::field::Fields;
use crate::frame::FrameKind;
use crate::problem::Problem;
use crate::table::{BadTable, NavEntry, Row, Table};
use crate::{act, asset, confirm, guard, leave, problem};

/// How a page is asked for. Nothing else is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Reads.
    Get,
    /// Does.
    Post,
}

/// A page with made-up data, for the tests over every page.
pub struct Sampled {
    /// What it shows: `empty`, `full`, `errors`, …
    pub name: &'static str,
    /// The whole page.
    pub html: String,
}

/// One route: its row in the table and what answers it.
#[derive(Clone)]
pub struct Route {
    row: Row,
    answer: MethodRouter<App>,
}

/// The pattern of the route that answered, in the answer's extensions: for a log without values.
#[derive(Clone, Copy, Debug)]
pub struct Named(pub &'static str);

/// Which route a request came by, for extractors and for the headers of the answer.
#[derive(Clone, Copy)]
pub(crate) struct Here {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) action: &'static str,
    pub(crate) frame: FrameKind,
}

impl Route {
    /// A page that is read.
    pub fn get<A: Action, T: 'static>(
        path: &'static str,
        name: &'static str,
        frame: FrameKind,
        sample: fn(Language) -> Vec<Sampled>,
        handler: impl Handler<T, App>,
    ) -> Self {
        Self::new::<A>(Verb::Get, path, name, frame, sample, routing::get(handler))
    }

    /// Something that is done.
    pub fn post<A: Action, T: 'static>(
        path: &'static str,
        name: &'static str,
        frame: FrameKind,
        sample: fn(Language) -> Vec<Sampled>,
        handler: impl Handler<T, App>,
    ) -> Self {
        let answer = routing::post(handler);
        Self::new::<A>(Verb::Post, path, name, frame, sample, answer)
    }

    fn new<A: Action>(
        verb: Verb,
        path: &'static str,
        name: &'static str,
        frame: FrameKind,
        sample: fn(Language) -> Vec<Sampled>,
        answer: MethodRouter<App>,
    ) -> Self {
        let row = Row {
            verb,
            path,
            name,
            frame,
            action: A::NAME,
            kind: A::KIND,
            purpose: A::PURPOSE,
            sample,
            way: None,
            forms: Vec::new(),
        };
        Self { row, answer }
    }

    /// Takes the form `I`; said several times, where a form has steps.
    #[must_use]
    pub fn takes<I: Fields>(mut self) -> Self {
        self.row.forms.push(I::FIELDS);
        self
    }

    /// Puts the page into the bar of those who could ever do its action, as the gate says.
    #[must_use]
    pub fn in_nav(mut self, key: &'static str, icon: &'static str) -> Self {
        self.row.way = Some(NavEntry { key, icon });
        self
    }

    /// The route as data.
    pub fn row(&self) -> &Row {
        &self.row
    }

    fn here(&self) -> Here {
        Here {
            name: self.row.name,
            path: self.row.path,
            action: self.row.action,
            frame: self.row.frame,
        }
    }
}

/// No sample: for what answers with another page (a redirect, a form that comes back elsewhere).
pub fn no_sample(_: Language) -> Vec<Sampled> {
    Vec::new()
}

/// The router of the table: routes, static files, the way out, and pages for what is not there.
///
/// `session` is laid around the routes and inside the rest: it turns a cookie into somebody who is
/// [recognised](crate::recognise). A request that holds a [`Problem`] goes no further than to there.
/// What comes back beside the router is the state with its table.
pub fn router<F>(routes: Vec<Route>, app: App, session: F) -> Result<(Router, App), BadTable>
where
    F: FnOnce(&App, Router<App>) -> Router<App>,
{
    let rows = routes.iter().map(|route| route.row.clone()).collect();
    let app = app.with_table(Arc::new(Table::new(rows)?));
    let dress = axum::middleware::from_fn_with_state(app.clone(), problem::dress);
    let guard = axum::middleware::from_fn_with_state(app.clone(), guard::guard);
    let take = axum::middleware::from_fn_with_state(app.clone(), act::take);
    let mut pages: Router<App> = Router::new();
    for route in routes {
        let here = route.here();
        let state = (app.clone(), here, route.row.verb);
        let told = axum::middleware::from_fn_with_state(state, confirm::layer);
        let marked = axum::middleware::map_response(move |mut response: Response| async move {
            response.extensions_mut().insert(here.frame);
            response.extensions_mut().insert(Named(here.path));
            response
        });
        let answer = route
            .answer
            .layer::<_, Infallible>(told)
            .layer::<_, Infallible>(marked)
            .layer::<_, Infallible>(axum::Extension(here));
        pages = pages.route(route.row.path, answer);
    }
    // Inside the session the layer knows the chosen language; outside it dresses the session's
    // own problems.
    let pages = session(
        &app,
        pages
            .fallback(|| async { Problem::NotThere })
            .method_not_allowed_fallback(|| async { Problem::MethodNotAllowed })
            .layer(axum::middleware::from_fn(act::stop))
            .layer(dress.clone()),
    );
    // Files and the way out answer without looking at who asks.
    let pages = pages
        .route("/static/{file}", routing::get(asset::serve))
        .route("/leave", routing::get(leave::leave).post(leave::leave))
        .route("/hidden", routing::get(leave::hidden))
        .layer(dress)
        .layer(axum::extract::DefaultBodyLimit::max(guard::BODY_LIMIT))
        .layer(take)
        .layer(guard)
        .with_state(app.clone());
    Ok((pages, app))
}
