//! The list of members: a supervisor's own, by name; for an administrator those of the body named.

use std::collections::HashMap;

use access::action::{InviteMember, ListMembers};
use axum::extract::{Query, State};
use axum::response::Response;
use page::{AllowedList, App, Frame, FrameKind, Problem, Route, Sampled, render, sampled};
use people::member;
use record::{Language, Role};
use vault::Plain;

use super::super::{parts, samples};
use super::problem;
use super::view::{Body, Line, ListPage, State as Stands};

/// The route of the list.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ListMembers, _>("/members", "members", FrameKind::Staff, lists, list)
            .in_nav("admin-members-title", "users"),
    ]
}

async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListMembers>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let language = allowed.visit.language;
    let actor = allowed.scope.actor().clone();
    let who = actor.member().ok_or(Problem::NotThere)?;
    let runs = allowed.scope.is_everywhere();
    let bodies = parts::bodies(&app).await?;
    let org = if runs {
        asked.get("org").map(|org| parts::id_of(org))
    } else {
        Some(who.org)
    };
    let found = member::list_members(&app.store, &actor, org)
        .await
        .map_err(problem)?;
    let mut lines: Vec<Line> = found
        .into_iter()
        .map(|listed| Line::new(listed, &bodies, language))
        .collect();
    lines.sort_by(|a, b| a.role.cmp(&b.role));
    let mut choices = Vec::new();
    if runs {
        let posts = app
            .store
            .read_clear(async |look| member::posts(&*look).await)
            .await?;
        choices = bodies
            .iter()
            .map(|body| Body {
                id: body.id,
                name: body.is.names.get(language).to_owned(),
                people: posts
                    .iter()
                    .filter(|post| post.org == body.id)
                    .map(|post| post.people)
                    .sum(),
            })
            .collect();
        choices.sort_by(|a, b| a.name.cmp(&b.name));
    }
    let page = ListPage {
        frame: allowed.frame("admin-members-title"),
        bodies: choices,
        org: org.map(|org| (org, parts::name_of(&bodies, org, language))),
        lines,
        may_invite: app.store.gate().ever::<InviteMember>(&actor),
    };
    Ok(render(language, &page))
}

/// A made-up line.
pub(super) fn sample_line(
    number: u8,
    role: Role,
    named: bool,
    language: Language,
    now: record::Moment,
) -> Line {
    let bodies = samples::bodies();
    Line {
        account: samples::id(number),
        number: parts::number_of(samples::id(number)),
        name: named.then(|| Plain::new("زينب عبد الرحمن عبد العزيز الحسيني".to_owned())),
        role: parts::role_name(role, language),
        organisation: parts::name_of(&bodies, samples::id(1), language),
        state: Stands {
            tone: "due",
            icon: "circle-help",
            key: "admin-member-waits",
        },
        since: now.plus_seconds(-86_400),
    }
}

fn lists(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-members-title");
    let name = |number| parts::name_of(&samples::bodies(), samples::id(number), language);
    let line = |number, role, named| sample_line(number, role, named, language, frame().now);
    let page = |bodies, org: Option<u8>, lines, may_invite| ListPage {
        frame: frame(),
        bodies,
        org: org.map(|org| (samples::id(org), name(org))),
        lines,
        may_invite,
    };
    let bodies = || {
        let body = |number: u8| Body {
            id: samples::id(number),
            name: name(number),
            people: i64::from(number),
        };
        vec![body(1), body(2)]
    };
    let named = vec![
        line(4, Role::Responder, true),
        line(5, Role::Supervisor, true),
    ];
    let unnamed = vec![line(4, Role::ShelterManager, false)];
    vec![
        sampled("full", language, &page(Vec::new(), Some(1), named, false)),
        sampled("bodies", language, &page(bodies(), None, Vec::new(), true)),
        sampled("unnamed", language, &page(bodies(), Some(2), unnamed, true)),
        sampled(
            "empty",
            language,
            &page(Vec::new(), None::<u8>, Vec::new(), true),
        ),
    ]
}
