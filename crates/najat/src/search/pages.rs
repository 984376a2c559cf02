//! One page: the request, and the answer that is always the same.

use std::sync::Arc;

use access::action::AskWhetherKnown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use page::filters;
use page::{
    Allowed, App, Field, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled, render,
    render_as, sampled,
};
use record::Language;
use store::StoreError;

use super::{Asked, ask_whether_known};

/// The pages of this room.
pub fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<AskWhetherKnown, _>("/search", "search", staff, samples, read)
            .in_nav("search-title", "search"),
        Route::post::<AskWhetherKnown, _>("/search", "search-ask", staff, page::no_sample, ask)
            .takes::<Asked>(),
    ]
}

#[derive(Template)]
#[template(path = "search/templates/search.html")]
struct Search {
    frame: Frame,
    form: Form,
    recorded: bool,
}

impl Search {
    const FIELDS: &'static [Field] = Asked::FIELDS;
}

async fn read(State(app): State<App>, allowed: Allowed<AskWhetherKnown>) -> Response {
    let form = Form::fresh(app.world.id(), 0);
    let page = Search {
        frame: allowed.frame("search-title"),
        form,
        recorded: false,
    };
    render(allowed.visit.language, &page)
}

async fn ask(
    State(app): State<App>,
    allowed: Allowed<AskWhetherKnown>,
    mut form: Form,
) -> Result<Response, Problem> {
    let frame = allowed.frame("search-title");
    let language = allowed.visit.language;
    let Some(asked) = Asked::read(&mut form) else {
        let page = Search {
            frame,
            form,
            recorded: false,
        };
        return Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page));
    };
    let asked = Arc::new(asked);
    app.store
        .unit(allowed.permit, move |unit| {
            let asked = asked.clone();
            async move { ask_whether_known(&unit, &asked).await }
        })
        .await
        .map_err(|error: StoreError| Problem::from(error))?;
    let form = Form::fresh(app.world.id(), 0);
    Ok(render(
        language,
        &Search {
            frame,
            form,
            recorded: true,
        },
    ))
}

fn samples(language: Language) -> Vec<Sampled> {
    let page = |form, recorded| Search {
        frame: Frame::sample(language, FrameKind::Staff, "search-title"),
        form,
        recorded,
    };
    let fresh = || Form::fresh(record::Id::NONE, 0);
    let mut wrong = fresh();
    let _none = Asked::read(&mut wrong);
    vec![
        sampled("empty", language, &page(fresh(), false)),
        sampled("recorded", language, &page(fresh(), true)),
        sampled("errors", language, &page(wrong, false)),
    ]
}
