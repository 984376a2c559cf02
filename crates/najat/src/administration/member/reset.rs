//! A colleague lost their telephone: one proposes, another confirms. Colleagues know each other by
//! their sign-in names, since nobody but a supervisor sees the list.

use access::action::{ConfirmFactorReset, ProposeFactorReset};
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use page::{App, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{no_sample, render, render_as, sampled};
use people::account::{self, AccountError, WaitingReset};
use people::organisation::Organisation;
use record::{Id, Language};
use store::StoreError;

use super::super::parts::{self, strong};
use super::super::samples;
use super::forms::Colleague;
use super::invite::code_page;
use super::lost;
use super::view::{ColleaguePage, ResetWaits};
use crate::account::Mine;

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
        )
        .takes::<Colleague>(),
        Route::post::<ConfirmFactorReset, _>(
            "/colleague/confirm",
            "confirm-reset",
            staff,
            none,
            confirm,
        )
        .takes::<Colleague>(),
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

async fn page(
    app: &App,
    mine: &Mine,
    form: Form,
    proposed: bool,
) -> Result<ColleaguePage, Problem> {
    let language = mine.visit.language;
    let (bodies, waiting) = waiting(app, mine).await?;
    Ok(ColleaguePage {
        frame: mine.frame("admin-colleague-title"),
        form,
        proposed,
        waiting: waiting
            .iter()
            .map(|one| ResetWaits::new(one, &bodies, language))
            .collect(),
    })
}

/// What this person is the second for.
async fn waiting(
    app: &App,
    mine: &Mine,
) -> Result<(Vec<Organisation>, Vec<WaitingReset>), StoreError> {
    let now = mine.visit.now;
    app.store
        .read_clear(async |look| -> Result<_, StoreError> {
            let mut resets = account::waiting_resets(&*look, now).await?;
            resets.retain(|one| one.waits_for(&mine.standing.actor));
            Ok((people::organisation::all(&*look).await?, resets))
        })
        .await
}

async fn read(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    strong(&mine, true)?;
    let form = Form::fresh(app.world.id(), 0);
    let page = page(&app, &mine, form, false).await?;
    Ok(render(mine.visit.language, &page))
}

/// The account that a form names; nobody's, if there is none.
async fn named(app: &App, form: &mut Form) -> Result<Option<Id>, Problem> {
    let Some(Colleague { name, .. }) = Colleague::read(form) else {
        return Ok(None);
    };
    let found = account::by_sign_in_name(&app.store, &name).await?;
    Ok(Some(found.unwrap_or(Id::NONE)))
}

async fn again(
    app: &App,
    mine: &Mine,
    mut form: Form,
    key: Option<&'static str>,
) -> Result<Response, Problem> {
    if let Some(key) = key {
        form.wrong("name", Wrong::new(key));
    }
    let page = page(app, mine, form, false).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(render_as(wrong, mine.visit.language, &page))
}

async fn propose(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    strong(&mine, true)?;
    let Some(account) = named(&app, &mut form).await? else {
        return again(&app, &mine, form, None).await;
    };
    match account::propose_reset(&app.store, &mine.standing.actor, account).await {
        Ok(()) => {
            let form = Form::fresh(app.world.id(), 0);
            let page = page(&app, &mine, form, true).await?;
            Ok(render(mine.visit.language, &page))
        }
        Err(AccountError::Oneself) => again(&app, &mine, form, Some("admin-not-oneself")).await,
        Err(AccountError::Store(StoreError::Absent) | AccountError::NotByYou) => {
            again(&app, &mine, form, Some("admin-colleague-unknown")).await
        }
        Err(error) => Err(lost(error)),
    }
}

async fn confirm(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    strong(&mine, true)?;
    let Some(account) = named(&app, &mut form).await? else {
        return again(&app, &mine, form, None).await;
    };
    match account::confirm_reset(&app.store, &mine.standing.actor, account).await {
        Ok(code) => {
            let back = mine.visit.href("colleague");
            let frame = mine.frame("admin-code-title");
            Ok(code_page(frame, &code, "admin-code-reset", back))
        }
        Err(AccountError::Oneself) => again(&app, &mine, form, Some("admin-not-oneself")).await,
        Err(AccountError::Store(StoreError::Absent) | AccountError::NotByYou) => {
            again(&app, &mine, form, Some("admin-colleague-nothing")).await
        }
        Err(error) => Err(lost(error)),
    }
}

async fn propose_member(
    State(app): State<App>,
    mine: Mine,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    strong(&mine, true)?;
    let account = parts::id_of(&id);
    account::propose_reset(&app.store, &mine.standing.actor, account)
        .await
        .map_err(lost)?;
    Ok(mine.visit.redirect_to("member", &account))
}

async fn confirm_member(
    State(app): State<App>,
    mine: Mine,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    strong(&mine, true)?;
    let account = parts::id_of(&id);
    let code = account::confirm_reset(&app.store, &mine.standing.actor, account)
        .await
        .map_err(lost)?;
    let frame = mine.frame("admin-code-title");
    let back = mine.visit.href("own-account");
    Ok(code_page(frame, &code, "admin-code-reset", back))
}

fn pages(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let page = |form, proposed| {
        let frame = Frame::sample(language, FrameKind::Staff, "admin-colleague-title");
        let waits = ResetWaits::new(&samples::reset(frame.now), &bodies, language);
        ColleaguePage {
            frame,
            form,
            proposed,
            waiting: if proposed { vec![waits] } else { Vec::new() },
        }
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
