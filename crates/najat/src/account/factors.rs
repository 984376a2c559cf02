//! How somebody signs in: another password, another authenticator, new recovery codes. All of it
//! after a step-up only.

use access::action::{ChangeSignIn, RenewRecoveryCodes};
use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use page::{
    App, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong, render, render_as, sampled,
};
use people::account::{self, AccountError, Change};
use record::{Id, Language};

use super::enrol::{DIGITS, factor, new_password, sample_codes, sample_factor};
use super::own::{own_account, problem};
use super::pages::system;
use super::view::{AuthenticatorPage, CodesPage, PasswordPage, weak_key};
use super::{Mine, rules};

/// The routes of how somebody signs in.
pub(super) fn routes() -> Vec<Route> {
    let (staff, none) = (FrameKind::Staff, page::no_sample);
    vec![
        Route::get::<ChangeSignIn, _>(
            "/account/password",
            "own-password",
            staff,
            password_samples,
            password,
        ),
        Route::post::<ChangeSignIn, _>(
            "/account/password",
            "own-password-send",
            staff,
            none,
            password_send,
        ),
        Route::get::<ChangeSignIn, _>(
            "/account/authenticator",
            "own-authenticator",
            staff,
            factor_samples,
            authenticator,
        ),
        Route::post::<ChangeSignIn, _>(
            "/account/authenticator",
            "own-authenticator-send",
            staff,
            none,
            authenticator_send,
        ),
        Route::get::<RenewRecoveryCodes, _>(
            "/account/recovery-codes",
            "own-codes",
            staff,
            codes_samples,
            codes,
        ),
        Route::post::<RenewRecoveryCodes, _>(
            "/account/recovery-codes",
            "own-codes-send",
            staff,
            none,
            codes_send,
        ),
    ]
}

async fn password(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    mine.strong_permit::<ChangeSignIn>(&app).await?;
    let form = Form::fresh(Id::NONE, 0);
    Ok(render(
        mine.visit.language,
        &PasswordPage {
            frame: mine.frame("account-password-title"),
            form,
        },
    ))
}

async fn password_send(
    State(app): State<App>,
    mine: Mine,
    mut form: Form,
) -> Result<Response, Problem> {
    let permit = mine.strong_permit::<ChangeSignIn>(&app).await?;
    let own = own_account(&app, &mine).await?;
    let Some(password) = new_password(&mut form, &own.sign_in_name) else {
        let page = PasswordPage {
            frame: mine.frame("account-password-title"),
            form,
        };
        return Ok(render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            mine.visit.language,
            &page,
        ));
    };
    let stored = people::password::store(&app.store, &password).await?;
    change(&app, &mine, permit, Change::Password { stored })
        .await
        .map_err(problem)?;
    Ok(mine.visit.redirect("own-account"))
}

async fn change(
    app: &App,
    mine: &Mine,
    permit: access::Permit<ChangeSignIn>,
    change: Change,
) -> Result<(), AccountError> {
    let session = mine.standing.session;
    app.store
        .unit(permit, move |unit| {
            let change = change.clone();
            async move { account::change_sign_in(&unit, &change, session).await }
        })
        .await
}

async fn authenticator(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    authenticator_page(&app, &mine, Form::fresh(Id::NONE, 0), StatusCode::OK).await
}

async fn authenticator_page(
    app: &App,
    mine: &Mine,
    form: Form,
    status: StatusCode,
) -> Result<Response, Problem> {
    let permit = mine.strong_permit::<ChangeSignIn>(app).await?;
    let session = mine.standing.session;
    let new = app.store.unit(permit, move |unit| async move {
        account::new_totp(&unit, session).await
    });
    let (secret, sign_in_name) = new.await.map_err(problem)?;
    let page = AuthenticatorPage {
        frame: mine.frame("account-authenticator-title"),
        form,
        factor: factor(&secret, &sign_in_name),
    };
    Ok(render_as(status, mine.visit.language, &page))
}

async fn authenticator_send(
    State(app): State<App>,
    mine: Mine,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let permit = mine.strong_permit::<ChangeSignIn>(&app).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(digits) = form.secret_digits("digits", DIGITS) else {
        return authenticator_page(&app, &mine, form, wrong).await;
    };
    let system = system(&headers);
    match change(&app, &mine, permit, Change::Totp { digits, system }).await {
        Ok(()) => Ok(mine.visit.redirect("own-account")),
        Err(AccountError::Digits) => {
            form.wrong("digits", Wrong::new("account-digits-wrong"));
            authenticator_page(&app, &mine, form, wrong).await
        }
        Err(error) => Err(problem(error)),
    }
}

async fn codes(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    mine.strong_permit::<RenewRecoveryCodes>(&app).await?;
    let left = own_account(&app, &mine).await?.recovery_left;
    let page = CodesPage {
        frame: mine.frame("account-codes-title"),
        codes: Vec::new(),
        left,
    };
    Ok(render(mine.visit.language, &page))
}

async fn codes_send(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    mine.strong_permit::<RenewRecoveryCodes>(&app).await?;
    let codes = account::renew_codes(&app.store, &mine.standing.actor)
        .await
        .map_err(problem)?;
    let codes = rules::shown(&codes.digits, mine.visit.language);
    let left = codes.len();
    let page = CodesPage {
        frame: mine.frame("account-codes-title"),
        codes,
        left,
    };
    Ok(render(mine.visit.language, &page))
}

fn password_samples(language: Language) -> Vec<Sampled> {
    let page = |form| PasswordPage {
        frame: Frame::sample(language, FrameKind::Staff, "account-password-title"),
        form,
    };
    let mut wrong = Form::fresh(Id::NONE, 0);
    wrong.wrong(
        "password",
        Wrong::new(weak_key(people::password::Weak::Short)),
    );
    wrong.wrong("again", Wrong::new("account-password-again"));
    let empty = page(Form::fresh(Id::NONE, 0));
    vec![
        sampled("empty", language, &empty),
        sampled("errors", language, &page(wrong)),
    ]
}

fn factor_samples(language: Language) -> Vec<Sampled> {
    let page = |form| AuthenticatorPage {
        frame: Frame::sample(language, FrameKind::Staff, "account-authenticator-title"),
        form,
        factor: sample_factor(),
    };
    let mut wrong = Form::fresh(Id::NONE, 0);
    wrong.wrong("digits", Wrong::new("account-digits-wrong"));
    let empty = page(Form::fresh(Id::NONE, 0));
    vec![
        sampled("empty", language, &empty),
        sampled("errors", language, &page(wrong)),
    ]
}

fn codes_samples(language: Language) -> Vec<Sampled> {
    let page = |codes, left| CodesPage {
        frame: Frame::sample(language, FrameKind::Staff, "account-codes-title"),
        codes,
        left,
    };
    vec![
        sampled("empty", language, &page(Vec::new(), 3)),
        sampled("full", language, &page(sample_codes(language), 10)),
    ]
}
