//! What is done with a member: confirming, ending, signing out everywhere, handing over.

use access::action::{ConfirmMember, EndMember, EndSessions, HandOverAll, InviteMember};
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use page::{Allowed, App, Fields as _, Form, FrameKind, Problem, Route, no_sample, render_as};
use people::member::{self, Leaving, MemberError};

use super::super::parts::{self, strong};
use super::super::unattended::{LeavingPage, rows};
use super::forms::{Confirming, Ending, HandingOver};
use super::problem;
use crate::account::Mine;

/// The routes of what is done with a member.
pub(super) fn routes() -> Vec<Route> {
    let (staff, none) = (FrameKind::Staff, no_sample);
    vec![
        Route::post::<ConfirmMember, _>(
            "/members/{id}/confirm",
            "confirm-member",
            staff,
            none,
            confirm,
        )
        .takes::<Confirming>(),
        Route::post::<EndMember, _>("/members/{id}/end", "end-member", staff, none, end)
            .takes::<Ending>(),
        Route::post::<EndSessions, _>(
            "/members/{id}/sessions",
            "end-member-sessions",
            staff,
            none,
            sessions,
        ),
        Route::post::<HandOverAll, _>(
            "/members/{id}/hand-over",
            "hand-over-member",
            staff,
            none,
            hand_over,
        )
        .takes::<HandingOver>(),
    ]
}

async fn confirm(
    State(app): State<App>,
    mine: Mine,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response, Problem> {
    let may = app.store.gate().ever::<ConfirmMember>(&mine.standing.actor);
    strong(&mine, may)?;
    let read = Confirming::read(&mut form).ok_or(Problem::NotThere)?;
    let account = parts::id_of(&id);
    member::confirm(&app.store, &mine.standing.actor, account, read.membership)
        .await
        .map_err(problem)?;
    Ok(mine.visit.redirect("waiting"))
}

async fn end(
    State(app): State<App>,
    allowed: Allowed<EndMember>,
    mut form: Form,
) -> Result<Response, Problem> {
    let read = Ending::read(&mut form);
    let Ending {
        membership, known, ..
    } = read.ok_or(Problem::Explained("admin-end-sure"))?;
    let account = allowed.permit.record();
    let actor = allowed.permit.actor();
    let leaving = if known { Leaving::Known } else { Leaving::Ask };
    match member::end(&app.store, actor, account, membership, leaving).await {
        Ok(()) => Ok(allowed.visit.redirect("members")),
        Err(MemberError::Leaves(left)) => {
            let bodies = parts::bodies(&app).await?;
            let language = allowed.visit.language;
            let page = LeavingPage {
                frame: allowed.frame("leaving-title"),
                form: Form::fresh(app.world.id(), 0),
                account,
                membership,
                rows: rows(&left, &bodies, language),
                invites: app.store.gate().ever::<InviteMember>(actor),
            };
            Ok(render_as(StatusCode::CONFLICT, language, &page))
        }
        Err(error) => Err(problem(error)),
    }
}

async fn sessions(
    State(app): State<App>,
    allowed: Allowed<EndSessions>,
    _form: Form,
) -> Result<Response, Problem> {
    let account = allowed.permit.record();
    app.store
        .unit(allowed.permit, |unit| async move {
            member::end_sessions(&unit).await
        })
        .await
        .map_err(|error: MemberError| problem(error))?;
    Ok(allowed.visit.redirect_to("member", &account))
}

async fn hand_over(
    State(app): State<App>,
    allowed: Allowed<HandOverAll>,
    mut form: Form,
) -> Result<Response, Problem> {
    let account = allowed.permit.record();
    let read = HandingOver::read(&mut form);
    let HandingOver { to, .. } = read.ok_or(Problem::Explained("admin-hand-over-choose"))?;
    let done = app.store.unit(allowed.permit, move |unit| async move {
        member::hand_over_all(&unit, to).await
    });
    done.await.map_err(problem)?;
    Ok(allowed.visit.redirect_to("member", &account))
}
