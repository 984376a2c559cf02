//! What a form does: its body is taken whole first, then everything it does runs on a task of its
//! own. Whether the client still waits for the answer changes nothing of what is done.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use bytes::{Bytes, BytesMut};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout, timeout_at};

use crate::app::App;
use crate::client::Client;
use crate::guard::{BODY_LIMIT, GIVEN_BACK};
use crate::problem::Problem;
use crate::reader::Known;
use crate::typed::Typed;
use crate::visit::language_of;

/// How long the answer to a request is waited for once all of it is here.
const WHOLE: Duration = Duration::from_mins(1);

/// How long a body may take whatever its rate: a line that was cut comes back in this time.
const BEGIN: Duration = Duration::from_secs(30);

/// How many acts run at once; further ones wait for their turn.
const ACTS: u32 = 4096;

/// How many bytes beyond the first [`SMALL`] of each body are held at once, over all.
const HELD: usize = 64 << 20;
const SMALL: usize = 64 << 10;

/// The acts that are under way.
#[derive(Clone)]
pub struct Acts {
    running: Arc<Semaphore>,
    held: Arc<Semaphore>,
}

impl Default for Acts {
    fn default() -> Self {
        Self {
            running: Arc::new(Semaphore::new(ACTS as usize)),
            held: Arc::new(Semaphore::new(HELD)),
        }
    }
}

impl Acts {
    /// Waits until nothing is under way. Nothing may begin meanwhile.
    pub async fn settle(&self) {
        // The semaphore is never closed.
        let _all = self.running.acquire_many(ACTS).await;
    }
}

/// Takes the body of a form, then lets the rest run apart from the connection.
pub(crate) async fn take(State(app): State<App>, request: Request, next: Next) -> Response {
    let language = language_of(request.uri(), request.headers(), None);
    let known = Known::of(&request);
    if request.method() != Method::POST {
        let answered = timeout(WHOLE, next.run(request)).await;
        return answered
            .unwrap_or_else(|_| Problem::Busy.page(language, &app, None, known.reader()));
    }
    let client = request.extensions().get::<Client>().copied();
    let place = client.and_then(Client::place);
    let Some(_seat) = app.waiting.begin(place.as_deref()) else {
        return Problem::TooMany(60).page(language, &app, None, None);
    };
    let (mut parts, body) = request.into_parts();
    let taken = read(body, &app).await;
    let typed = Typed::of(&parts, taken.bytes.clone());
    if let Some(typed) = &typed {
        parts.extensions.insert(typed.clone());
    }
    if let Some(problem) = taken.problem {
        // It goes no further than to where its sender is known.
        parts.extensions.insert(problem.clone());
        let known = timeout(WHOLE, next.run(Request::from_parts(parts, Body::empty())));
        return known
            .await
            .unwrap_or_else(|_| problem.page(language, &app, typed.as_ref(), None));
    }
    let request = Request::from_parts(parts, Body::from(taken.bytes));
    let turn = app.acts.running.clone().acquire_owned().await;
    let done = tokio::spawn(async move {
        let _turn = turn;
        next.run(request).await
    });
    let problem = match timeout(WHOLE, done).await {
        Ok(Ok(response)) => return response,
        Ok(Err(_)) => Problem::Fault,
        // It goes on, and the same form sent again finds what it did.
        Err(_) => Problem::Slow,
    };
    problem.page(language, &app, typed.as_ref(), known.reader())
}

/// The innermost layer: answers what must not be done with why it is not.
pub(crate) async fn stop(mut request: Request, next: Next) -> Response {
    match request.extensions_mut().remove::<Problem>() {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    }
}

/// What came of a body, and why not all of it is here.
struct Taken {
    bytes: Bytes,
    problem: Option<Problem>,
}

/// Reads a body as long as it comes at the least rate. What is longer than a form may be is read
/// all the same, up to a limit, so that it can be given back.
async fn read(mut body: Body, app: &App) -> Taken {
    let begun = Instant::now();
    let mut bytes = BytesMut::new();
    let mut held = Vec::new();
    let problem = loop {
        let until = begun + patience(bytes.len(), app.settings.least_rate);
        let frame = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context));
        let data = match timeout_at(until, frame).await {
            Err(_) | Ok(Some(Err(_))) => break Some(Problem::Slow),
            Ok(None) if bytes.len() > BODY_LIMIT => break Some(Problem::TooLarge),
            Ok(None) => break None,
            Ok(Some(Ok(frame))) => frame.into_data().unwrap_or_default(),
        };
        if bytes.len() + data.len() > GIVEN_BACK {
            break Some(Problem::TooLarge);
        }
        let before = bytes.len().max(SMALL);
        bytes.extend_from_slice(&data);
        let more = u32::try_from(bytes.len().saturating_sub(before)).unwrap_or(u32::MAX);
        match app.acts.held.clone().try_acquire_many_owned(more) {
            Ok(taken) => held.push(taken),
            Err(_) => break Some(Problem::Busy),
        }
    };
    Taken {
        bytes: bytes.freeze(),
        problem,
    }
}

/// How long so many bytes may have taken.
fn patience(bytes: usize, least_rate: u32) -> Duration {
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    BEGIN + Duration::from_secs(u64::from(bytes / least_rate.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_at_the_least_rate_is_waited_for() {
        // 60,000 bytes at 250 a second, and half a minute for a line that was cut.
        assert_eq!(patience(60_000, 250), Duration::from_secs(240 + 30));
        assert_eq!(patience(0, 250), BEGIN);
        assert_eq!(patience(10, 0), BEGIN + Duration::from_secs(10));
    }
}
