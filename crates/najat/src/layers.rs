//! What lies around every route: the session, compression, one line of log.

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use http::header;
use page::App;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::Predicate;

/// Turns the session of a request into its actor.
pub fn session(app: &App, pages: Router<App>) -> Router<App> {
    let layer = axum::middleware::from_fn_with_state(app.clone(), crate::account::layer);
    pages.layer(layer)
}

/// Compresses files that are the same for everybody, and nothing else: a page holds keys of forms
/// beside what somebody typed, and the size of the two together would tell of both.
pub fn compression() -> CompressionLayer<OnlyFiles> {
    CompressionLayer::new().gzip(true).compress_when(OnlyFiles)
}

/// Only files that may be kept for good.
#[derive(Clone, Copy)]
pub struct OnlyFiles;

impl Predicate for OnlyFiles {
    fn should_compress<B>(&self, response: &http::Response<B>) -> bool
    where
        B: http_body::Body,
    {
        let is = |name, part: &str| {
            let value = response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok());
            value.is_some_and(|value| value.contains(part))
        };
        is(header::CACHE_CONTROL, "immutable") && !is(header::CONTENT_TYPE, "font")
    }
}

/// One line for each request: the route's pattern, the status, the milliseconds. Never a value of
/// a path, never an address of a person.
pub fn log() -> impl tower::Layer<
    axum::routing::Route,
    Service: tower::Service<
        Request,
        Response = Response,
        Error = std::convert::Infallible,
        Future: Send,
    > + Clone
                 + Send
                 + Sync
                 + 'static,
> + Clone {
    from_fn(line)
}

async fn line(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let begun = tokio::time::Instant::now();
    let response = next.run(request).await;
    let route = response
        .extensions()
        .get::<page::Named>()
        .map_or("-", |named| named.0);
    tracing::info!(
        %method,
        route,
        status = response.status().as_u16(),
        ms = begun.elapsed().as_millis(),
    );
    response
}
