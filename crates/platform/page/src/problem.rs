//! What went wrong, as a page that says what to do.
//!
//! A handler returns a [`Problem`]; the layer [`dress`] turns it into a page in the reader's
//! language. Nothing of the request goes into it: what is hidden and what is absent give the
//! same bytes and the same headers.

use access::Absent;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use record::Language;
use store::StoreError;

use crate::app::App;
use crate::frame::{Frame, FrameKind, TODAY};
use crate::language::Message;
use crate::reader::{Known, Reader};
use crate::route::{Named, Sampled};
use crate::typed::{Given, Typed};
use crate::visit::{language_of, see_other};
use crate::{filters, render_as, sampled, time};

/// What a person can do nothing about where it happened, or must do elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing is there, or it may not be seen: one and the same.
    NotThere,
    /// The address does not take what was sent.
    MethodNotAllowed,
    /// More was sent than is taken.
    TooLarge,
    /// Too many tries; again after so many seconds.
    TooMany(u32),
    /// Nothing can be saved now.
    Busy,
    /// The line or the program was too slow: what was sent may or may not have been saved.
    Slow,
    /// The request came from another site.
    Refused,
    /// The session ended while something was sent.
    Expired,
    /// Nobody has signed in: leads to the sign-in page.
    SignIn,
    /// Needs a password and a code first: leads to the page that asks for them.
    StepUp,
    /// It cannot be done, for the reason that this message says.
    Explained(&'static str),
    /// A fault of the program.
    Fault,
}

impl Problem {
    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotThere => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Refused | Self::Expired => StatusCode::FORBIDDEN,
            Self::SignIn | Self::StepUp => StatusCode::SEE_OTHER,
            Self::Explained(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(crate) const fn keys(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotThere => ("problem-not-there-title", "problem-not-there"),
            Self::MethodNotAllowed => ("problem-wrong-way-title", "problem-wrong-way"),
            Self::TooLarge => ("problem-too-large-title", "problem-too-large"),
            Self::TooMany(_) => ("problem-too-many-title", "problem-too-many"),
            Self::Busy => ("problem-busy-title", "problem-busy"),
            Self::Slow => ("problem-slow-title", "problem-slow"),
            Self::Refused => ("problem-refused-title", "problem-refused"),
            Self::Expired | Self::SignIn | Self::StepUp => {
                ("problem-expired-title", "problem-expired")
            }
            Self::Explained(key) => ("problem-words-title", key),
            Self::Fault => ("problem-fault-title", "problem-fault"),
        }
    }

    /// Whether what was typed is given back. What another site sent is not, nor what no page of
    /// ours sends.
    const fn gives_back(&self) -> bool {
        !matches!(
            self,
            Self::Refused | Self::MethodNotAllowed | Self::SignIn | Self::StepUp
        )
    }

    /// The page of this problem, with what was typed: in the staff frame for whoever is known.
    pub(crate) fn page(
        &self,
        language: Language,
        app: &App,
        typed: Option<&Typed>,
        reader: Option<&Reader>,
    ) -> Response {
        let mut response = match self {
            Self::SignIn => see_other(&app.table.href("sign-in", language, None)),
            Self::StepUp => see_other(&app.table.href("step-up", language, None)),
            _ => {
                let typed = typed.filter(|_| self.gives_back());
                let given = typed.and_then(|typed| typed.given(&app.table));
                if let Some(reader) = reader {
                    let frame = Frame::of_problem(reader, self.keys().0, app);
                    let said = self.said(&frame, given);
                    let page = StaffProblem { frame, said };
                    let mut page = render_as(self.status(), reader.language, &page);
                    page.extensions_mut().insert(FrameKind::Staff);
                    page
                } else {
                    let frame = Frame::bare(language, self.keys().0, app);
                    let said = self.said(&frame, given);
                    render_as(self.status(), language, &BareProblem { frame, said })
                }
            }
        };
        if let Self::TooMany(seconds) = self {
            let seconds = HeaderValue::from(*seconds);
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }

    /// The page with made-up data.
    pub(crate) fn sampled(
        &self,
        name: &'static str,
        language: Language,
        kind: FrameKind,
        given: Option<Given>,
    ) -> Sampled {
        let mut frame = Frame::sample(language, kind, self.keys().0);
        frame.path.clear();
        let said = self.said(&frame, given);
        match kind {
            FrameKind::Staff => sampled(name, language, &StaffProblem { frame, said }),
            _ => sampled(name, language, &BareProblem { frame, said }),
        }
    }

    fn said(&self, frame: &Frame, given: Option<Given>) -> Explanation {
        let language = frame.language;
        let is_staff = frame.kind == FrameKind::Staff;
        let key = match self {
            Self::NotThere if is_staff => "problem-not-there-staff",
            _ => self.keys().1,
        };
        let message = Message::new(language, key);
        Explanation {
            text: match self {
                Self::TooMany(seconds) => {
                    message.with("span", time::span(language, i64::from(*seconds).max(60)))
                }
                _ => message,
            },
            sign_in: matches!(self, Self::Expired),
            home: if is_staff {
                (TODAY, "back-to-today")
            } else {
                ("start", "back-to-start")
            },
            // What is not there for somebody is not there when it is asked for again.
            again: given.as_ref().is_some_and(|given| given.is_whole)
                && !matches!(self, Self::NotThere),
            given: given.filter(|given| {
                let is_sent_again = given.is_whole && !matches!(self, Self::NotThere);
                is_sent_again || !given.texts.is_empty()
            }),
        }
    }
}

/// What the page says.
struct Explanation {
    text: Message,
    sign_in: bool,
    given: Option<Given>,
    again: bool,
    /// The route to which it leads, and the message that names it.
    home: (&'static str, &'static str),
}

/// The page for anybody.
#[derive(askama::Template)]
#[template(path = "problem.html")]
struct BareProblem {
    frame: Frame,
    said: Explanation,
}

/// The page for whoever is signed in: nobody loses the ways to go by a wrong address.
#[derive(askama::Template)]
#[template(path = "problem-staff.html")]
struct StaffProblem {
    frame: Frame,
    said: Explanation,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Absent> for Problem {
    fn from(_: Absent) -> Self {
        Self::NotThere
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Absent => Self::NotThere,
            StoreError::Busy | StoreError::Again | StoreError::Over => Self::Busy,
            error => {
                tracing::error!(%error, "the store failed");
                Self::Fault
            }
        }
    }
}

/// The layer that gives a problem its page.
pub(crate) async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let headers = request.headers().clone();
    let chosen = request.extensions().get::<Language>().copied();
    let typed = request.extensions().get::<Typed>().cloned();
    let known = Known::of(&request);
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else {
        return response;
    };
    let language = language_of(&uri, &headers, chosen);
    let mut page = problem.page(language, &app, typed.as_ref(), known.reader());
    if let Some(named) = response.extensions().get::<Named>() {
        page.extensions_mut().insert(*named);
    }
    // A cookie that was ended or renewed on the way stays so.
    for cookie in response.headers().get_all(header::SET_COOKIE) {
        page.headers_mut()
            .append(header::SET_COOKIE, cookie.clone());
    }
    page
}
