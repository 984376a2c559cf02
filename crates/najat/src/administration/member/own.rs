//! Who leaves, or goes on leave, hands everything over in one step.

use access::action::HandOverAll;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use page::{App, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{no_sample, render, render_as, sampled};
use people::account;
use people::member::{self, MemberError};
use record::{Id, Language};

use super::forms::Colleague;
use super::problem;
use super::view::OwnPage;
use crate::account::Mine;

/// The routes of handing over.
pub(super) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<HandOverAll, _>("/hand-over", "hand-over", staff, pages, read),
        Route::post::<HandOverAll, _>("/hand-over", "hand-over-send", staff, no_sample, send)
            .takes::<Colleague>(),
    ]
}

async fn read(State(app): State<App>, mine: Mine) -> Response {
    let page = OwnPage {
        frame: mine.frame("admin-hand-over-title"),
        form: Form::fresh(app.world.id(), 0),
        done: None,
    };
    render(mine.visit.language, &page)
}

async fn send(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    let language = mine.visit.language;
    if let Some(Colleague { name, .. }) = Colleague::read(&mut form) {
        let to = account::by_sign_in_name(&app.store, &name).await?;
        let (actor, to) = (&mine.standing.actor, to.unwrap_or(Id::NONE));
        match member::hand_over(&app.store, actor, mine.account, to).await {
            Ok(done) => {
                let page = OwnPage {
                    frame: mine.frame("admin-hand-over-title"),
                    form: Form::fresh(app.world.id(), 0),
                    done: Some((done.moved, done.left)),
                };
                return Ok(render(language, &page));
            }
            Err(MemberError::Successor) => {
                form.wrong("name", Wrong::new("admin-successor"));
            }
            Err(MemberError::Oneself) => {
                form.wrong("name", Wrong::new("admin-not-oneself"));
            }
            Err(error) => return Err(problem(error)),
        }
    }
    let page = OwnPage {
        frame: mine.frame("admin-hand-over-title"),
        form,
        done: None,
    };
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

fn pages(language: Language) -> Vec<Sampled> {
    let page = |form, done| OwnPage {
        frame: Frame::sample(language, FrameKind::Staff, "admin-hand-over-title"),
        form,
        done,
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh().put("name", "zainab");
    wrong.wrong("name", Wrong::new("admin-successor"));
    vec![
        sampled("empty", language, &page(fresh(), None)),
        sampled("done", language, &page(fresh(), Some((12, 1)))),
        sampled("errors", language, &page(wrong, None)),
    ]
}
