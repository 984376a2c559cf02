//! Inviting somebody: a one-time code, shown once.

use std::collections::HashMap;
use std::sync::Arc;

use access::action::InviteMember;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use page::{Allowed, App, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled, Wrong};
use page::{no_sample, render, render_as, sampled};
use people::member::{self, Invitation, Invited, MemberError, OneTimeCode};
use people::organisation::Organisation;
use record::{Id, Language};
use vault::Plain;

use super::super::{parts, samples};
use super::forms::{FurtherRole, Inviting};
use super::problem;
use super::view::{CodePage, InvitePage, misfit_key};
use crate::account::grouped;

/// The routes of invitations.
pub(super) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<InviteMember, _>("/members/new", "new-member", staff, forms, fresh),
        Route::post::<InviteMember, _>("/members/new", "new-member-send", staff, no_sample, send)
            .takes::<Inviting>(),
        Route::post::<InviteMember, _>(
            "/members/{id}/roles",
            "further-role",
            staff,
            no_sample,
            further,
        )
        .takes::<FurtherRole>(),
        Route::post::<InviteMember, _>("/members/{id}/code", "code-again", staff, no_sample, again),
    ]
}

fn page(frame: Frame, form: Form, bodies: &[Organisation]) -> InvitePage {
    InvitePage {
        bodies: parts::body_choices(bodies, frame.language),
        frame,
        form,
    }
}

async fn fresh(
    State(app): State<App>,
    allowed: Allowed<InviteMember>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let bodies = parts::bodies(&app).await?;
    let mut form = Form::fresh(app.world.id(), 0).put("language", "ar");
    if let Some(org) = asked.get("org") {
        form = form.put("org", parts::id_of(org).to_string());
    }
    let page = page(allowed.frame("admin-invite-title"), form, &bodies);
    Ok(render(allowed.visit.language, &page))
}

async fn send(
    State(app): State<App>,
    allowed: Allowed<InviteMember>,
    mut form: Form,
) -> Result<Response, Problem> {
    let reader = allowed.visit.language;
    let frame = allowed.frame("admin-invite-title");
    if let Some(new) = Inviting::read(&mut form) {
        let code = OneTimeCode::new(&app.store).await?;
        let said = Arc::new((Invitation::New(new.into()), code, form.key().to_owned()));
        let done = app.store.unit(allowed.permit, move |unit| {
            let said = said.clone();
            async move {
                let (invitation, code, key) = &*said;
                if unit.answered(key).await?.is_some() {
                    return Ok(None);
                }
                let invited = member::invite_member(&unit, invitation, code).await?;
                unit.answer(key, &invited.account.to_string()).await?;
                Ok::<_, MemberError>(Some(invited))
            }
        });
        match done.await {
            Ok(Some(invited)) => {
                let back = allowed.visit.href_to("member", &invited.account);
                return shown(frame, invited, "admin-code-new", back);
            }
            Ok(None) => return Err(Problem::Explained("admin-code-shown-once")),
            Err(MemberError::NameTaken) => {
                form.wrong("sign_in_name", Wrong::new("admin-invite-sign-in-taken"));
            }
            Err(MemberError::Name) => {
                form.wrong("name", Wrong::new("admin-invite-name-missing"));
            }
            Err(MemberError::Misfit(misfit)) => {
                form.wrong("role", Wrong::new(misfit_key(misfit)));
            }
            Err(error) => return Err(problem(error)),
        }
    }
    let bodies = parts::bodies(&app).await?;
    let page = page(frame, form, &bodies);
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, reader, &page))
}

/// The page with a one-time code.
fn shown(
    frame: Frame,
    invited: Invited,
    text: &'static str,
    back: String,
) -> Result<Response, Problem> {
    let code = invited.code.ok_or(Problem::NotThere)?;
    Ok(code_page(frame, &code, text, back))
}

/// The page with a one-time code.
pub(super) fn code_page(
    frame: Frame,
    code: &Plain<String>,
    text: &'static str,
    back: String,
) -> Response {
    let language = frame.language;
    let page = CodePage {
        code: grouped(code, language),
        frame,
        text,
        back,
    };
    render(language, &page)
}

async fn further(
    State(app): State<App>,
    allowed: Allowed<InviteMember>,
    Path(_): Path<String>,
    mut form: Form,
) -> Result<Response, Problem> {
    let account = allowed.permit.record();
    let read = FurtherRole::read(&mut form);
    let FurtherRole { org, role, .. } = read.ok_or(Problem::Explained("admin-choose-both"))?;
    let invitation = Invitation::Further { role, org };
    let actor = allowed.permit.actor();
    member::invite_again(&app.store, actor, account, invitation)
        .await
        .map_err(problem)?;
    Ok(allowed.visit.redirect_to("member", &account))
}

async fn again(
    State(app): State<App>,
    allowed: Allowed<InviteMember>,
    _form: Form,
) -> Result<Response, Problem> {
    let account = allowed.permit.record();
    let actor = allowed.permit.actor();
    let invited = member::invite_again(&app.store, actor, account, Invitation::Again)
        .await
        .map_err(problem)?;
    let back = allowed.visit.href_to("member", &account);
    shown(
        allowed.frame("admin-code-title"),
        invited,
        "admin-code-new",
        back,
    )
}

fn forms(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-invite-title");
    let made = |form| page(frame(), form, &samples::bodies());
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh().put("name", "زينب");
    let _none = Inviting::read(&mut wrong);
    let code = CodePage {
        frame: frame(),
        text: "admin-code-new",
        code: grouped(&Plain::new("1000200030004000".to_owned()), language),
        back: "/members".to_owned(),
    };
    vec![
        sampled("empty", language, &made(fresh())),
        sampled("errors", language, &made(wrong)),
        sampled("code", language, &code),
    ]
}
