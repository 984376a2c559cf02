//! Signing in, out, and once more for what needs a stronger session.

use std::collections::HashMap;
use std::net::SocketAddr;

use access::action::{EndOwnSession, SignIn, StepUp};
use axum::extract::{ConnectInfo, Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use page::{
    App, Client, Form, Frame, FrameKind, Pause, Problem, Route, Sampled, Visit, Wrong, render,
    render_as, sampled,
};
use people::session::{self, Attempt, Ending, SignInError, System};
use people::throttle::{self, Kind, Wait};
use record::{Id, Language, Moment};
use tokio::time::Instant;
use vault::Plain;

use super::completing;
use super::view::{SignInPage, StepUpPage};
use super::{Beside, Mine, Panel, entered, rules, see, signed_in};

/// The routes of the door.
pub(super) fn routes<B: Beside>() -> Vec<Route> {
    let (bare, staff, none) = (FrameKind::Bare, FrameKind::Staff, page::no_sample);
    vec![
        Route::get::<SignIn, _>(
            "/sign-in",
            "sign-in",
            bare,
            sign_in_samples::<B>,
            sign_in::<B>,
        ),
        Route::post::<SignIn, _>("/sign-in", "sign-in-send", bare, none, sign_in_send::<B>),
        Route::get::<StepUp, _>(
            "/step-up",
            "step-up",
            staff,
            step_up_samples::<B>,
            step_up::<B>,
        ),
        Route::post::<StepUp, _>("/step-up", "step-up-send", staff, none, step_up_send::<B>),
        Route::post::<EndOwnSession, _>("/sign-out", "sign-out", staff, none, sign_out),
    ]
}

type Asked = Query<HashMap<String, String>>;

async fn sign_in<B: Beside>(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Asked,
) -> Result<Response, Problem> {
    let to = asked
        .get("to")
        .and_then(|to| rules::place(to))
        .unwrap_or_default();
    let page = SignInPage {
        to: rules::in_query(to),
        form: Form::fresh(Id::NONE, 0).put("to", to),
        recovery: asked.get("with").is_some_and(|with| with == "recovery"),
        kept: asked.contains_key("kept"),
        beside: B::sign_in(&app, visit.language).await?,
        frame: visit.frame("account-sign-in-title"),
    };
    Ok(render(visit.language, &page))
}

/// Seconds until somebody may try again.
pub(super) fn later(app: &App, until: Moment) -> Problem {
    let seconds = until
        .seconds_since(app.world.now())
        .saturating_add(1)
        .max(1);
    Problem::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX))
}

/// What a browser says that it runs on.
pub(super) fn system(headers: &HeaderMap) -> System {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    System::of_browser(agent.unwrap_or_default())
}

/// Counts somebody at the door by the place they come from, whatever name they give.
pub(super) async fn at_sign_in(app: &App, client: Client) -> Result<Wait, Problem> {
    match client.place() {
        Some(place) => Ok(throttle::ask(&app.store, Kind::SignInPlace, &place).await?),
        None => Ok(Wait::NONE),
    }
}

/// Forgives one at the door whose answers were right.
pub(super) async fn through_sign_in(app: &App, client: Client) -> Result<(), Problem> {
    if let Some(place) = client.place() {
        throttle::succeeded(&app.store, Kind::SignInPlace, &place).await?;
    }
    Ok(())
}

async fn sign_in_send<B: Beside>(
    State(app): State<App>,
    visit: Visit,
    client: Client,
    pause: Pause,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let begun = Instant::now();
    let to = rules::place_of(form.value("to"));
    let name = rules::sign_in_name(&mut form);
    let password = form.secret("password", "account-password-missing");
    let second = form.secret("code", "account-code-missing");
    let (Some(name), Some(password), Some(second)) = (name, password, second) else {
        return sign_in_again::<B>(&app, &visit, form, to).await;
    };
    let device = rules::device_of(&headers);
    let asked = session::ask(&app.store, &name, device.as_ref()).await?;
    if let Some(until) = asked.wait.refused_until {
        return Err(later(&app, until));
    }
    let door = at_sign_in(&app, client).await?;
    pause.before(asked.wait.or(door).delay).await?;
    let attempt = Attempt {
        password,
        second,
        system: system(&headers),
    };
    match session::sign_in(&app.store, asked, attempt).await {
        Ok(signed) => {
            through_sign_in(&app, client).await?;
            Ok(match to.filter(|_| signed.draft.is_none()) {
                Some(to) => entered(&signed, &to),
                None => signed_in(&app, &signed),
            })
        }
        Err(SignInError::Later(until)) => Err(later(&app, until)),
        Err(SignInError::Refused | SignInError::Store(store::StoreError::Absent)) => {
            rules::even_out(begun).await;
            form.wrong("name", Wrong::new("account-refused"));
            sign_in_again::<B>(&app, &visit, form, to).await
        }
        Err(SignInError::Store(error)) => Err(error.into()),
    }
}

async fn sign_in_again<B: Beside>(
    app: &App,
    visit: &Visit,
    form: Form,
    to: Option<String>,
) -> Result<Response, Problem> {
    let page = SignInPage {
        to: rules::in_query(&to.unwrap_or_default()),
        recovery: form.has("with", "recovery"),
        form,
        kept: false,
        beside: B::sign_in(app, visit.language).await?,
        frame: visit.frame("account-sign-in-title"),
    };
    Ok(render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        visit.language,
        &page,
    ))
}

async fn step_up<B: Beside>(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mine: Mine,
    Query(asked): Asked,
) -> Result<Response, Problem> {
    let to = asked
        .get("to")
        .and_then(|to| rules::place(to))
        .unwrap_or_default();
    let kept = completing::draft_of(to, asked.contains_key("whole"));
    let completes = match kept {
        Some(draft) => completing::where_it_goes(&app, &mine.standing, draft)
            .await?
            .map(|path| (draft, path)),
        None => None,
    };
    let mut form = Form::fresh(Id::NONE, 0).put("to", to);
    let wrong = [
        ("wrong", "account-code-wrong"),
        ("missing", "account-code-missing"),
    ];
    let wrong = wrong.iter().find(|(name, _)| asked.contains_key(*name));
    if let Some((_, words)) = wrong {
        let name = if completes.is_some() {
            completing::DIGITS
        } else {
            "code"
        };
        form.wrong(name, Wrong::new(words));
    }
    let page = StepUpPage {
        frame: mine.frame("account-step-up-title"),
        form,
        completes,
        beside: B::step_up(&app, &mine, peer).await?,
    };
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(render_as(status, mine.visit.language, &page))
}

async fn step_up_send<B: Beside>(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mine: Mine,
    pause: Pause,
    mut form: Form,
) -> Result<Response, Problem> {
    let begun = Instant::now();
    let again = async |mine: &Mine, form| {
        let page = StepUpPage {
            frame: mine.frame("account-step-up-title"),
            form,
            completes: None,
            beside: B::step_up(&app, mine, peer).await?,
        };
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(render_as(wrong, mine.visit.language, &page))
    };
    let Some(code) = form.secret("code", "account-code-missing") else {
        return again(&mine, form).await;
    };
    let wait = session::ask_step_up(&app.store, &mine.standing).await?;
    if let Some(until) = wait.refused_until {
        return Err(later(&app, until));
    }
    pause.before(wait.delay).await?;
    match session::step_up(&app.store, wait, &mine.standing, code).await {
        Ok(()) => {
            let to = rules::place_of(form.value("to"));
            Ok(see(&to.unwrap_or_else(|| mine.visit.href("own-account"))))
        }
        Err(SignInError::Later(until)) => Err(later(&app, until)),
        Err(SignInError::Refused) => {
            rules::even_out(begun).await;
            form.wrong("code", Wrong::new("account-code-wrong"));
            again(&mine, form).await
        }
        Err(SignInError::Store(error)) => Err(error.into()),
    }
}

async fn sign_out(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    let permit = mine.permit::<EndOwnSession>(&app).await?;
    let ending = Ending::Session(mine.standing.session);
    app.store
        .unit(permit, move |unit| async move {
            session::end_own_session(&unit, ending).await
        })
        .await?;
    let mut response = mine.visit.redirect("sign-in");
    response
        .headers_mut()
        .append(header::SET_COOKIE, rules::ended_cookie());
    Ok(response)
}

fn sign_in_samples<B: Beside>(language: Language) -> Vec<Sampled> {
    let page = |form, recovery, kept, beside| SignInPage {
        frame: Frame::sample(language, FrameKind::Bare, "account-sign-in-title"),
        form,
        to: String::new(),
        recovery,
        kept,
        beside,
    };
    let fresh = || Form::fresh(Id::NONE, 0).put("to", "");
    let mut wrong = fresh().put("name", "zainab");
    wrong.wrong("name", Wrong::new("account-refused"));
    wrong.wrong("password", Wrong::new("account-password-missing"));
    wrong.wrong("code", Wrong::new("account-code-missing"));
    let none = Panel::new;
    let mut all = vec![
        sampled("empty", language, &page(fresh(), false, false, none())),
        sampled("recovery", language, &page(fresh(), true, false, none())),
        sampled("kept", language, &page(fresh(), false, true, none())),
        sampled("errors", language, &page(wrong, false, false, none())),
    ];
    if let Some([beside, _]) = B::samples(language) {
        let page = page(fresh(), false, false, beside);
        all.push(sampled("beside", language, &page));
    }
    all
}

fn step_up_samples<B: Beside>(language: Language) -> Vec<Sampled> {
    let page = |form, beside| StepUpPage {
        frame: Frame::sample(language, FrameKind::Staff, "account-step-up-title"),
        form,
        completes: None,
        beside,
    };
    let fresh = || Form::fresh(Id::NONE, 0).put("to", "/account");
    let completing = || StepUpPage {
        completes: Some((
            Id::from_bytes([3; 16]),
            Plain::new("/administration/members/1/reset".to_owned()),
        )),
        ..page(fresh(), Panel::new())
    };
    let mut wrong = fresh();
    wrong.wrong("code", Wrong::new("account-code-wrong"));
    let mut all = vec![
        sampled("empty", language, &page(fresh(), Panel::new())),
        sampled("errors", language, &page(wrong, Panel::new())),
        sampled("completes", language, &completing()),
    ];
    if let Some([_, beside]) = B::samples(language) {
        all.push(sampled("beside", language, &page(fresh(), beside)));
    }
    all
}
