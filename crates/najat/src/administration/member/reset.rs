//! A colleague lost their telephone: one proposes, another confirms. Colleagues know each other by
//! their sign-in names, since nobody but a supervisor sees the list.

use access::action::{ConfirmFactorReset, ProposeFactorReset};
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use page::{App, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{no_sample, render, render_as, sampled};
use people::account::{self, AccountError};
use record::{Id, Language};
use store::StoreError;

use super::super::parts::{self, strong};
use super::invite::code_page;
use super::lost;
use super::view::ColleaguePage;
use crate::account::Mine;

/// The longest name that is looked for.
const NAME: usize = 120;

/// The routes of lost factors.
pub(super) fn routes() -> Vec<Route> {
    let (staff, none) = (FrameKind::Staff, no_sample);
    vec![
        Route::get::<ProposeFactorReset, _>("/colleague", "colleague", staff, pages, read),
        Route::post::<ProposeFactorReset, _>(
            "/colleague/propose",
            "propose-reset",
            staff,
            none,
            propose,
        ),
        Route::post::<ConfirmFactorReset, _>(
            "/colleague/confirm",
            "confirm-reset",
            staff,
            none,
            confirm,
        ),
        Route::post::<ProposeFactorReset, _>(
            "/members/{id}/propose-reset",
            "propose-member-reset",
            staff,
            none,
            propose_member,
        ),
        Route::post::<ConfirmFactorReset, _>(
            "/members/{id}/confirm-reset",
            "confirm-member-reset",
            staff,
            none,
            confirm_member,
        ),
    ]
}

fn page(mine: &Mine, form: Form, proposed: bool) -> ColleaguePage {
    ColleaguePage {
        frame: mine.frame("admin-colleague-title"),
        form,
        proposed,
    }
}

async fn read(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    strong(&mine, |_| true)?;
    let form = Form::fresh(app.world.id(), 0);
    Ok(render(mine.visit.language, &page(&mine, form, false)))
}

/// The account that a form names; nobody's, if there is none.
async fn named(app: &App, form: &mut Form) -> Result<Option<Id>, Problem> {
    let Some(name) = form.needed_text("name", "admin-colleague-missing", NAME) else {
        return Ok(None);
    };
    let found = account::by_sign_in_name(&app.store, &name).await?;
    Ok(Some(found.unwrap_or(Id::NONE)))
}

fn again(mine: &Mine, mut form: Form, key: Option<&'static str>) -> Response {
    if let Some(key) = key {
        form.wrong("name", Wrong::new(key));
    }
    let page = page(mine, form, false);
    render_as(StatusCode::UNPROCESSABLE_ENTITY, mine.visit.language, &page)
}

async fn propose(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    strong(&mine, |_| true)?;
    let Some(account) = named(&app, &mut form).await? else {
        return Ok(again(&mine, form, None));
    };
    match account::propose_reset(&app.store, &mine.standing.actor, account).await {
        Ok(()) => {
            let form = Form::fresh(app.world.id(), 0);
            Ok(render(mine.visit.language, &page(&mine, form, true)))
        }
        Err(AccountError::Oneself) => Ok(again(&mine, form, Some("admin-not-oneself"))),
        Err(AccountError::Store(StoreError::Absent) | AccountError::NotByYou) => {
            Ok(again(&mine, form, Some("admin-colleague-unknown")))
        }
        Err(error) => Err(lost(error)),
    }
}

async fn confirm(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    strong(&mine, |_| true)?;
    let Some(account) = named(&app, &mut form).await? else {
        return Ok(again(&mine, form, None));
    };
    match account::confirm_reset(&app.store, &mine.standing.actor, account).await {
        Ok(code) => {
            let back = mine.visit.href("colleague");
            let frame = mine.frame("admin-code-title");
            Ok(code_page(frame, &code, "admin-code-reset", back))
        }
        Err(AccountError::Oneself) => Ok(again(&mine, form, Some("admin-not-oneself"))),
        Err(AccountError::Store(StoreError::Absent) | AccountError::NotByYou) => {
            Ok(again(&mine, form, Some("admin-colleague-nothing")))
        }
        Err(error) => Err(lost(error)),
    }
}

async fn propose_member(
    State(app): State<App>,
    mine: Mine,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    strong(&mine, |_| true)?;
    let account = parts::id_of(&id);
    account::propose_reset(&app.store, &mine.standing.actor, account)
        .await
        .map_err(lost)?;
    Ok(mine.visit.see_with("member", &account))
}

async fn confirm_member(
    State(app): State<App>,
    mine: Mine,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    strong(&mine, |_| true)?;
    let account = parts::id_of(&id);
    let code = account::confirm_reset(&app.store, &mine.standing.actor, account)
        .await
        .map_err(lost)?;
    let frame = mine.frame("admin-code-title");
    let back = mine.visit.href("own-account");
    Ok(code_page(frame, &code, "admin-code-reset", back))
}

fn pages(language: Language) -> Vec<Sampled> {
    let page = |form, proposed| ColleaguePage {
        frame: Frame::sample(language, FrameKind::Staff, "admin-colleague-title"),
        form,
        proposed,
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh().put("name", "zainab");
    wrong.wrong("name", Wrong::new("admin-colleague-unknown"));
    vec![
        sampled("empty", language, &page(fresh(), false)),
        sampled("proposed", language, &page(fresh(), true)),
        sampled("errors", language, &page(wrong, false)),
    ]
}
