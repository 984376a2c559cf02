//! One's own account: devices, language, roles, password, authenticator, recovery codes, forms that
//! came too late.

use access::action::{ChangeSignIn, ChooseLanguage, EndOwnSession, ReadOwnAccount, ReadOwnDraft, RenewRecoveryCodes};
use axum::extract::{Path, State};
use axum::response::Response;
use http::{StatusCode, header};
use page::{App, Form, Frame, FrameKind, Message, Problem, Route, Sampled, Wrong, render, render_as, sampled};
use people::account::{self, AccountError, Change, OwnAccount};
use people::draft::{self, Draft};
use people::member::Membership;
use people::organisation;
use people::session::{self, Ending};
use record::{Id, Language};
use store::StoreError;
use vault::Plain;

use super::enrol::{DIGITS, factor, new_password, sample_codes, sample_factor};
use super::view::{
    AccountPage, AuthenticatorPage, CodesPage, DeviceLine, DraftLine, DraftPage, Kept, PasswordPage,
    RoleLine, system_key, weak_key,
};
use super::{Mine, rules, see};

/// The routes of one's own account.
pub(super) fn routes() -> Vec<Route> {
    let (staff, none) = (FrameKind::Staff, page::no_sample);
    vec![
        Route::get::<ReadOwnAccount, _>("/account", "own-account", staff, account_samples, read)
            .in_bar("account-title", "user", &[]),
        Route::post::<ChooseLanguage, _>("/account/language", "choose-language", staff, none, language),
        Route::post::<EndOwnSession, _>("/account/devices/{id}/end", "end-device", staff, none, end_device),
        Route::post::<EndOwnSession, _>("/account/sessions/end", "end-sessions", staff, none, end_others),
        Route::post::<EndOwnSession, _>("/account/roles/{id}", "act-in-role", staff, none, act_in),
        Route::get::<ChangeSignIn, _>("/account/password", "own-password", staff, password_samples, password),
        Route::post::<ChangeSignIn, _>("/account/password", "own-password-send", staff, none, password_send),
        Route::get::<ChangeSignIn, _>("/account/authenticator", "own-authenticator", staff, factor_samples, authenticator),
        Route::post::<ChangeSignIn, _>("/account/authenticator", "own-authenticator-send", staff, none, authenticator_send),
        Route::get::<RenewRecoveryCodes, _>("/account/recovery-codes", "own-codes", staff, codes_samples, codes),
        Route::post::<RenewRecoveryCodes, _>("/account/recovery-codes", "own-codes-send", staff, none, codes_send),
        Route::get::<ReadOwnDraft, _>("/account/drafts/{id}", "own-draft", staff, draft_samples, read_draft),
    ]
}

fn problem(error: AccountError) -> Problem {
    match error {
        AccountError::Store(error) => error.into(),
        _ => Problem::NotThere,
    }
}

async fn read(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    let own = own_account(&app, &mine).await?;
    let permit = mine.permit::<ReadOwnDraft>(&app).await?;
    let drafts = app.store.read(permit, |unit| async move { draft::read_own_drafts(&unit).await });
    let drafts: Vec<Draft> = drafts.await.map_err(|error: StoreError| Problem::from(error))?;
    let language = mine.visit.language;
    let page = AccountPage {
        frame: mine.frame("account-title"),
        roles: roles(&app, &mine, &own.memberships).await?,
        devices: own.devices.into_iter().map(|device| line(device, mine.standing.device)).collect(),
        drafts: drafts.into_iter().map(|draft| DraftLine { id: draft.id, at: draft.at }).collect(),
        name: own.name,
        sign_in_name: own.sign_in_name,
        recovery_left: own.recovery_left,
    };
    Ok(render(language, &page))
}

async fn own_account(app: &App, mine: &Mine) -> Result<OwnAccount, Problem> {
    let permit = mine.permit::<ReadOwnAccount>(app).await?;
    let read = app.store.read(permit, |unit| async move { account::read_own_account(&unit).await });
    read.await.map_err(problem)
}

fn line(device: session::Device, this: Id) -> DeviceLine {
    DeviceLine {
        this: device.id == this,
        id: device.id,
        system: system_key(device.system),
        first_seen: device.first_seen,
        last_seen: device.last_seen,
        signed_in: device.signed_in,
    }
}

async fn roles(app: &App, mine: &Mine, held: &[Membership]) -> Result<Vec<RoleLine>, Problem> {
    let language = mine.visit.language;
    let bodies = app.store.look(async |look| organisation::all(&*look).await).await?;
    let name = |org: Id| bodies.iter().find(|body| body.id == org).map(|body| body.is.names.get(language).to_owned());
    let live = held.iter().filter(|held| held.is_live());
    Ok(live
        .map(|held| RoleLine {
            id: held.id,
            role: Message::new(language, format!("role-{}", held.role.code())).to_string(),
            organisation: name(held.org).unwrap_or_default(),
            this: held.id == mine.standing.membership,
        })
        .collect())
}

async fn language(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    let language: Language = form.needed_code("language", "error-choose").ok_or(Problem::WrongWay)?;
    let permit = mine.permit::<ChooseLanguage>(&app).await?;
    app.store
        .unit(permit, move |unit| async move { account::choose_language(&unit, language).await })
        .await
        .map_err(problem)?;
    let back = rules::place_of(form.value("back"));
    Ok(see(&back.unwrap_or_else(|| mine.visit.href("own-account"))))
}

async fn end(app: &App, mine: &Mine, ending: Ending) -> Result<(), Problem> {
    let permit = mine.permit::<EndOwnSession>(app).await?;
    let ended = app.store.unit(permit, move |unit| async move { session::end_own_session(&unit, ending).await });
    Ok(ended.await?)
}

async fn end_device(
    State(app): State<App>,
    mine: Mine,
    Path(device): Path<String>,
) -> Result<Response, Problem> {
    let device: Id = device.parse().map_err(|_| Problem::NotThere)?;
    end(&app, &mine, Ending::Device(device)).await?;
    Ok(mine.visit.see("own-account"))
}

async fn end_others(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    end(&app, &mine, Ending::AllBut(mine.standing.session)).await?;
    Ok(mine.visit.see("own-account"))
}

async fn act_in(
    State(app): State<App>,
    mine: Mine,
    Path(membership): Path<String>,
) -> Result<Response, Problem> {
    let membership: Id = membership.parse().map_err(|_| Problem::NotThere)?;
    let permit = mine.permit::<EndOwnSession>(&app).await?;
    let session = mine.standing.session;
    let token: Plain<String> = app
        .store
        .unit(permit, move |unit| async move { session::act_in(&unit, session, membership).await })
        .await
        .map_err(|error: StoreError| Problem::from(error))?;
    let mut response = mine.visit.see("own-account");
    response.headers_mut().append(header::SET_COOKIE, rules::session_cookie(&token));
    Ok(response)
}

async fn password(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    mine.strong_permit::<ChangeSignIn>(&app).await?;
    let form = Form::fresh(Id::NONE, 0);
    Ok(render(mine.visit.language, &PasswordPage { frame: mine.frame("account-password-title"), form }))
}

async fn password_send(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    let permit = mine.strong_permit::<ChangeSignIn>(&app).await?;
    let own = own_account(&app, &mine).await?;
    let Some(password) = new_password(&mut form, &own.sign_in_name) else {
        let page = PasswordPage { frame: mine.frame("account-password-title"), form };
        return Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, mine.visit.language, &page));
    };
    let stored = people::password::store(&app.store, &password).await?;
    change(&app, &mine, permit, Change::Password { stored }).await.map_err(problem)?;
    Ok(mine.visit.see("own-account"))
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

async fn authenticator_page(app: &App, mine: &Mine, form: Form, status: StatusCode) -> Result<Response, Problem> {
    let permit = mine.strong_permit::<ChangeSignIn>(app).await?;
    let new = app.store.unit(permit, |unit| async move { account::new_totp(&unit).await });
    let (secret, sign_in_name) = new.await.map_err(problem)?;
    let page = AuthenticatorPage {
        frame: mine.frame("account-authenticator-title"),
        form,
        factor: factor(&secret, &sign_in_name),
    };
    Ok(render_as(status, mine.visit.language, &page))
}

async fn authenticator_send(State(app): State<App>, mine: Mine, mut form: Form) -> Result<Response, Problem> {
    let permit = mine.strong_permit::<ChangeSignIn>(&app).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(digits) = form.secret_digits("digits", DIGITS) else {
        return authenticator_page(&app, &mine, form, wrong).await;
    };
    match change(&app, &mine, permit, Change::Totp { digits }).await {
        Ok(()) => Ok(mine.visit.see("own-account")),
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
    let page = CodesPage { frame: mine.frame("account-codes-title"), codes: Vec::new(), left };
    Ok(render(mine.visit.language, &page))
}

async fn codes_send(State(app): State<App>, mine: Mine) -> Result<Response, Problem> {
    mine.strong_permit::<RenewRecoveryCodes>(&app).await?;
    let codes = account::renew_codes(&app.store, &mine.standing.actor).await.map_err(problem)?;
    let codes: Vec<Plain<String>> = codes.digits.iter().map(rules::grouped).collect();
    let left = codes.len();
    let page = CodesPage { frame: mine.frame("account-codes-title"), codes, left };
    Ok(render(mine.visit.language, &page))
}

async fn read_draft(
    State(app): State<App>,
    mine: Mine,
    Path(draft): Path<String>,
) -> Result<Response, Problem> {
    let draft: Id = draft.parse().map_err(|_| Problem::NotThere)?;
    let permit = mine.permit::<ReadOwnDraft>(&app).await?;
    let read = app.store.unit(permit, move |unit| async move { draft::read_own_draft(&unit, draft).await });
    let draft: Draft = read.await.map_err(|error: StoreError| Problem::from(error))?;
    let path = rules::place_of(Some(&draft.content.path)).ok_or(Problem::NotThere)?;
    let page = DraftPage {
        frame: mine.frame("account-draft-title"),
        at: draft.at,
        path,
        fields: draft.content.fields.into_iter().map(kept).collect(),
    };
    Ok(render(mine.visit.language, &page))
}

fn kept((name, text): (String, Plain<String>)) -> Kept {
    let is_shown = !text.is_blank() && name != page::KEY && name != page::VERSION;
    Kept { name, text, is_shown }
}

fn account_samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "account-title");
    let id = |n: u8| Id::from_bytes([n; 16]);
    let at = frame().now;
    let device = |n, system, this| DeviceLine {
        id: id(n),
        system: system_key(system),
        first_seen: at.plus_seconds(-9 * 24 * 3600),
        last_seen: at.plus_seconds(-600),
        signed_in: this,
        this,
    };
    let role = |n, key: &'static str, this| RoleLine {
        id: id(n),
        role: Message::new(language, key).to_string(),
        organisation: "Bridge of Hope, Basra (made up)".to_owned(),
        this,
    };
    let page = |roles, devices, drafts, left| AccountPage {
        frame: frame(),
        name: Plain::new("زينب الحسيني".to_owned()),
        sign_in_name: Plain::new("zainab".to_owned()),
        recovery_left: left,
        roles,
        devices,
        drafts,
    };
    let roles = vec![role(1, "role-responder", true), role(2, "role-caseworker", false)];
    let devices = vec![device(3, session::System::Android, true), device(4, session::System::Windows, false)];
    let drafts = vec![DraftLine { id: id(5), at }];
    let least = page(vec![role(1, "role-responder", true)], vec![device(3, session::System::Other, true)], Vec::new(), 0);
    vec![
        sampled("full", language, &page(roles, devices, drafts, 9)),
        sampled("empty", language, &least),
    ]
}

fn password_samples(language: Language) -> Vec<Sampled> {
    let page = |form| PasswordPage {
        frame: Frame::sample(language, FrameKind::Staff, "account-password-title"),
        form,
    };
    let mut wrong = Form::fresh(Id::NONE, 0);
    wrong.wrong("password", Wrong::new(weak_key(people::password::Weak::Short)));
    wrong.wrong("again", Wrong::new("account-password-again"));
    let empty = page(Form::fresh(Id::NONE, 0));
    vec![sampled("empty", language, &empty), sampled("errors", language, &page(wrong))]
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
    vec![sampled("empty", language, &empty), sampled("errors", language, &page(wrong))]
}

fn codes_samples(language: Language) -> Vec<Sampled> {
    let page = |codes, left| CodesPage {
        frame: Frame::sample(language, FrameKind::Staff, "account-codes-title"),
        codes,
        left,
    };
    vec![
        sampled("empty", language, &page(Vec::new(), 3)),
        sampled("full", language, &page(sample_codes(), 10)),
    ]
}

fn draft_samples(language: Language) -> Vec<Sampled> {
    let frame = Frame::sample(language, FrameKind::Staff, "account-draft-title");
    let field = |name: &str, text: &str| kept((name.to_owned(), Plain::new(text.to_owned())));
    let fields = vec![
        field("answer", "سنتصل بك غداً صباحاً.\nTomorrow at nine."),
        field("form_key", "key"),
        field("version", "3"),
    ];
    vec![sampled("full", language, &DraftPage { at: frame.now, frame, path: "/reports".to_owned(), fields })]
}
