//! Enrolling: a one-time code, then a password and an authenticator, then ten recovery codes.

use access::action::EnrolAccount;
use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use page::{
    App, Client, Form, Frame, FrameKind, Pause, Problem, Route, Sampled, Visit, Wrong, render,
    render_as, sampled,
};
use people::account::{self, AccountError, Begun, Enrolment};
use people::session::System;
use people::throttle::{self, Kind};
use people::{member, totp};
use record::{Id, Language, Role};
use tokio::time::Instant;
use vault::Plain;

use super::view::{EnrolPage, EnrolledPage, Factor, SetUpPage, weak_key};
use super::{pages, rules};
use crate::first_day::first_day;

/// Digits of an authenticator.
pub(super) const DIGITS: usize = 6;

/// The routes of enrolment.
pub(super) fn routes() -> Vec<Route> {
    let bare = FrameKind::Bare;
    vec![
        Route::get::<EnrolAccount, _>("/enrol", "enrol", bare, samples, read),
        Route::post::<EnrolAccount, _>("/enrol", "enrol-send", bare, page::no_sample, send),
    ]
}

async fn read(visit: Visit) -> Response {
    let form = Form::fresh(Id::NONE, 0);
    render(
        visit.language,
        &EnrolPage {
            frame: visit.frame("account-enrol-title"),
            form,
        },
    )
}

async fn send(
    State(app): State<App>,
    visit: Visit,
    client: Client,
    pause: Pause,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    if form.value("ticket").is_some() {
        finish(&app, &visit, pages::system(&headers), form).await
    } else {
        begin(&app, &visit, client, &pause, form).await
    }
}

/// The one-time code.
async fn begin(
    app: &App,
    visit: &Visit,
    client: Client,
    pause: &Pause,
    mut form: Form,
) -> Result<Response, Problem> {
    let begun = Instant::now();
    let name = rules::sign_in_name(&mut form);
    let code = form.secret("code", "account-one-time-missing");
    let again = |form| {
        let page = EnrolPage {
            frame: visit.frame("account-enrol-title"),
            form,
        };
        Ok(render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.language,
            &page,
        ))
    };
    let (Some(name), Some(code)) = (name, code) else {
        return again(form);
    };
    let key = account::throttle_key(&name);
    let wait = throttle::ask(&app.store, Kind::Enrol, &key).await?;
    if let Some(until) = wait.refused_until {
        return Err(pages::later(app, until));
    }
    let door = pages::at_sign_in(app, client).await?;
    pause.before(wait.or(door).delay).await?;
    match account::begin_enrolment(&app.store, &name, &code).await {
        Ok(begun) => {
            throttle::succeeded(&app.store, Kind::Enrol, &key).await?;
            pages::through_sign_in(app, client).await?;
            let form = Form::fresh(Id::NONE, 0);
            Ok(render(visit.language, &set_up(visit, form, begun)))
        }
        Err(AccountError::Store(error)) if !matches!(error, store::StoreError::Absent) => {
            Err(error.into())
        }
        Err(_) => {
            rules::even_out(begun).await;
            form.wrong("code", Wrong::new("account-one-time-wrong"));
            again(form)
        }
    }
}

/// An authenticator's secret as the page shows it.
pub(super) fn factor(secret: &Plain<Vec<u8>>, sign_in_name: &Plain<String>) -> Factor {
    let address = totp::otpauth(secret, sign_in_name);
    Factor {
        secret: rules::grouped(&totp::base32(secret)),
        picture: rules::picture(&address),
        address,
    }
}

fn set_up(visit: &Visit, form: Form, begun: Begun) -> SetUpPage {
    SetUpPage {
        frame: visit.frame("account-set-up-title"),
        form,
        factor: factor(&begun.secret, &begun.sign_in_name),
        ticket: begun.ticket,
    }
}

/// A new password, typed twice, as a page without script can ask for it.
pub(super) fn new_password(form: &mut Form, name: &Plain<String>) -> Option<Plain<String>> {
    let password = form.secret("password", "account-password-missing");
    let again = form.secret("again", "account-password-again");
    let password = password?;
    if let Err(weak) = people::password::check(&password, name) {
        form.wrong("password", Wrong::new(weak_key(weak)));
        return None;
    }
    if again.is_some_and(|again| rules::same(&password, &again)) {
        return Some(password);
    }
    form.wrong("again", Wrong::new("account-password-differs"));
    None
}

/// The password and the digits of the authenticator.
async fn finish(
    app: &App,
    visit: &Visit,
    system: System,
    mut form: Form,
) -> Result<Response, Problem> {
    let ticket = form.take("ticket").ok_or(Problem::MethodNotAllowed)?;
    let begun = match account::resume(&app.store, &ticket).await {
        Ok(begun) => begun,
        Err(AccountError::Store(error)) => return Err(error.into()),
        Err(_) => return Err(Problem::Explained("account-enrol-over")),
    };
    let ticket = begun.ticket.clone();
    let password = new_password(&mut form, &begun.sign_in_name);
    let digits = form.secret_digits("digits", DIGITS);
    let again = |form, begun| {
        let page = set_up(visit, form, begun);
        Ok(render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.language,
            &page,
        ))
    };
    let (Some(password), Some(digits)) = (password, digits) else {
        return again(form, begun);
    };
    match account::enrol(
        &app.store,
        Enrolment {
            ticket,
            password,
            digits,
            system,
        },
    )
    .await
    {
        Ok(codes) => {
            let codes = rules::shown(&codes.digits, visit.language);
            let held = app
                .store
                .read_clear(async |look| member::memberships_of(&*look, begun.account).await)
                .await?;
            let first = held.iter().find(|held| held.is_live());
            let page = EnrolledPage {
                frame: visit.frame("account-enrolled-title"),
                first_day: first.map(|held| first_day(held.role, visit.language)),
                codes,
            };
            Ok(render(visit.language, &page))
        }
        Err(AccountError::Store(error)) => Err(error.into()),
        Err(AccountError::Weak(weak)) => {
            form.wrong("password", Wrong::new(weak_key(weak)));
            again(form, begun)
        }
        Err(_) => {
            form.wrong("digits", Wrong::new("account-digits-wrong"));
            let begun = account::resume(&app.store, &begun.ticket).await;
            let begun = begun.map_err(|_| Problem::Explained("account-enrol-over"))?;
            again(form, begun)
        }
    }
}

/// A made-up authenticator.
pub(super) fn sample_factor() -> Factor {
    factor(&Plain::new(vec![7; 20]), &Plain::new("zainab".to_owned()))
}

/// Made-up recovery codes.
pub(super) fn sample_codes(language: Language) -> Vec<Plain<String>> {
    let codes: Vec<_> = (0..10)
        .map(|n| Plain::new(format!("100{n}200030004000")))
        .collect();
    rules::shown(&codes, language)
}

fn samples(language: Language) -> Vec<Sampled> {
    let frame = |title| Frame::sample(language, FrameKind::Bare, title);
    let first = |form| EnrolPage {
        frame: frame("account-enrol-title"),
        form,
    };
    let second = |form| SetUpPage {
        frame: frame("account-set-up-title"),
        form,
        ticket: Plain::new("ticket".to_owned()),
        factor: sample_factor(),
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh().put("name", "zainab");
    wrong.wrong("code", Wrong::new("account-one-time-wrong"));
    let mut weak = fresh();
    weak.wrong("password", Wrong::new("account-password-common"));
    weak.wrong("again", Wrong::new("account-password-differs"));
    weak.wrong("digits", Wrong::new("account-digits-wrong"));
    let enrolled = EnrolledPage {
        frame: frame("account-enrolled-title"),
        first_day: Some(first_day(Role::Responder, language)),
        codes: sample_codes(language),
    };
    vec![
        sampled("empty", language, &first(fresh())),
        sampled("errors", language, &first(wrong)),
        sampled("set-up", language, &second(fresh())),
        sampled("set-up-errors", language, &second(weak)),
        sampled("enrolled", language, &enrolled),
    ]
}
