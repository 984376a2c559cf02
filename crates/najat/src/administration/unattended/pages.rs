//! The page of what nobody can act on.

use access::action::{InviteMember, ListUnattended};
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Form, Frame, FrameKind, Problem, Route, Sampled, render, sampled};
use people::organisation;
use people::unattended::{self, Count, Missing};
use record::{Id, Kind, Language};
use store::{StoreError, Stuck};

use super::super::samples;
use super::view::{LeavingPage, UnattendedPage, rows};

/// The route.
pub(in super::super) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ListUnattended, _>("/unattended", "unattended", FrameKind::Staff, pages, read)
            .in_nav("unattended-title", "triangle-alert"),
    ]
}

async fn read(
    State(app): State<App>,
    allowed: Allowed<ListUnattended>,
) -> Result<Response, Problem> {
    let (now, language) = (allowed.visit.now, allowed.visit.language);
    let actor = allowed.permit.actor().clone();
    let frame = allowed.frame("unattended-title");
    app.store
        .read(allowed.permit, |_| async { Ok::<_, StoreError>(()) })
        .await?;
    let (lying, bodies, stuck) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let lying = unattended::find(&*look, now).await?;
            let bodies = organisation::all(&*look).await?;
            Ok((lying, bodies, look.stuck().await?))
        })
        .await?;
    let counts = unattended::counts(&lying);
    let page = UnattendedPage {
        rows: rows(&counts, &bodies, language),
        stuck,
        mends: app.store.gate().ever::<InviteMember>(&actor),
        frame,
    };
    Ok(render(language, &page))
}

fn pages(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "unattended-title");
    let bodies = samples::bodies();
    let since = frame().now.plus_seconds(-7200);
    let count = |kind, missing, records| Count {
        org: bodies.first().map(|body| body.id),
        kind,
        missing,
        records,
        since,
    };
    let counts = [
        count(Kind::Report, Missing::Reader, 14),
        count(Kind::BedRequest, Missing::Placing, 2),
        count(Kind::BedRequest, Missing::Shelter, 1),
        count(Kind::BedRequest, Missing::Desk, 1),
        count(Kind::Clock, Missing::Desk, 3),
        count(Kind::Right, Missing::Watching, 1),
        count(Kind::Held, Missing::Desk, 1),
    ];
    let stuck = Stuck {
        rule: "MoveReader".to_owned(),
        since,
        tries: 61,
        subjects: 3,
    };
    let page = |counts: &[Count], stuck, mends| UnattendedPage {
        frame: frame(),
        rows: rows(counts, &bodies, language),
        stuck,
        mends,
    };
    let leaving = LeavingPage {
        frame: frame(),
        form: Form::fresh(Id::NONE, 0),
        account: samples::id(4),
        membership: Some(samples::id(5)),
        rows: rows(&counts, &bodies, language),
        invites: true,
    };
    vec![
        sampled("full", language, &page(&counts, vec![stuck], true)),
        sampled("empty", language, &page(&[], Vec::new(), false)),
        sampled("leaving", language, &leaving),
    ]
}
