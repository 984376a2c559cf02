//! Templates into answers: the only way a page is rendered.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use record::Language;

use crate::filters::LANGUAGE;
use crate::problem::Problem;

/// The HTML of a page or a fragment in this language.
pub fn html(language: Language, page: &impl Template) -> askama::Result<String> {
    page.render_with_values(&(LANGUAGE, &language as &dyn std::any::Any))
}

/// The answer with a page.
pub fn render(language: Language, page: &impl Template) -> Response {
    render_as(StatusCode::OK, language, page)
}

/// The answer with a page under a status: 422 for a form that comes back, 409 for a conflict.
pub fn render_as(status: StatusCode, language: Language, page: &impl Template) -> Response {
    match html(language, page) {
        Ok(html) => {
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            (status, [(header::CONTENT_TYPE, kind)], html).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            Problem::Fault.into_response()
        }
    }
}

/// A sample: the page with made-up data, for the tests over every page.
pub fn sampled(name: &'static str, language: Language, page: &impl Template) -> crate::Sampled {
    crate::Sampled {
        name,
        // A page that cannot be rendered shows as an empty one, which every test refuses.
        html: html(language, page).unwrap_or_default(),
    }
}
