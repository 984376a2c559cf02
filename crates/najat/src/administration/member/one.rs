//! One member, with what whoever looks can do for them.

use access::Actor;
use access::action::{
    ConfirmFactorReset, EndMember, EndSessions, HandOverAll, InviteMember, ListMembers,
    ProposeFactorReset,
};
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Choice, Form, Frame, FrameKind, Message, Problem, Route, Sampled};
use page::{render, sampled};
use people::account;
use people::member::{self, Listed};
use people::organisation::Organisation;
use record::{Id, Language, Role};
use store::{Could, StoreError};
use vault::Plain;

use super::super::{parts, samples};
use super::list::sample_line;
use super::problem;
use super::view::{Acts, Line, OnePage};
use super::waiting::{sample_waits, waits};

/// The route of one member.
pub(super) fn routes() -> Vec<Route> {
    vec![Route::get::<ListMembers, _>(
        "/members/{id}",
        "member",
        FrameKind::Staff,
        pages,
        read,
    )]
}

/// What is known of a member besides what the list says.
struct More {
    reset: account::Standing,
    may_have_code: bool,
}

async fn read(State(app): State<App>, allowed: Allowed<ListMembers>) -> Result<Response, Problem> {
    let id = allowed.permit.record();
    let actor = allowed.permit.actor().clone();
    let (now, language) = (allowed.visit.now, allowed.visit.language);
    let (bodies, waiting, more) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let mut waiting = member::waiting(&*look, &actor).await?;
            waiting.retain(|one| one.account == id);
            let more = More {
                reset: account::standing(&*look, id, now).await?,
                may_have_code: account::may_have_code(&*look, id).await?,
            };
            Ok((people::organisation::all(&*look).await?, waiting, more))
        })
        .await?;
    let frame = allowed.frame("admin-member-title");
    let only = member::ends_only_at(&app.store, &actor);
    let listed = member::read_member(&app.store, allowed.permit)
        .await
        .map_err(problem)?;
    // Who works nowhere any more is on no list.
    let Some(first) = listed.first() else {
        return Err(Problem::NotThere);
    };
    let (pseudonym, name) = (first.pseudonym, first.name.clone());
    let gate = app.store.gate();
    let could = gate.could(&actor, id).await?;
    let acts = acts(&could, &actor, &listed, &more);
    let colleagues = if acts.hand_over {
        colleagues(&app, &actor, id, language).await?
    } else {
        Vec::new()
    };
    let page = OnePage {
        form: Form::fresh(app.world.id(), 0),
        account: id,
        number: parts::number_of(pseudonym),
        name,
        acts,
        proposed: more.reset.proposal.map(|proposal| proposal.until),
        colleagues,
        waiting: waiting
            .iter()
            .map(|one| waits(one, &bodies, language))
            .collect(),
        ends: ends(only, &listed, &bodies, language),
        lines: lines(listed, &bodies, language),
        bodies: parts::body_choices(&bodies, language),
        frame,
    };
    Ok(render(language, &page))
}

fn lines(listed: Vec<Listed>, bodies: &[Organisation], language: Language) -> Vec<Line> {
    let line = |listed| Line::new(listed, bodies, language);
    listed.into_iter().map(line).collect()
}

/// What of this account whoever looks can end: a supervisor what counts at their own body.
fn ends(
    only: Option<Id>,
    listed: &[Listed],
    bodies: &[Organisation],
    language: Language,
) -> Vec<Choice> {
    let choice = |one: &Listed| {
        let role = parts::role_name(one.membership.role, language);
        let body = parts::name_of(bodies, one.membership.org, language);
        Choice::named(one.membership.id.to_string(), format!("{role} · {body}"))
    };
    let within = |one: &&Listed| only.is_none_or(|org| org == one.membership.org);
    listed.iter().filter(within).map(choice).collect()
}

fn acts(could: &Could<'_>, actor: &Actor, listed: &[Listed], more: &More) -> Acts {
    let Some(who) = actor.member() else {
        return Acts::default();
    };
    if listed
        .iter()
        .any(|one| one.membership.account == who.account)
    {
        return Acts::default();
    }
    let active = listed.iter().any(|one| one.state == account::ACTIVE);
    let proposal = more.reset.proposal.as_ref();
    let by_another = proposal.is_some_and(|proposal| proposal.proposer != who.account);
    let invites = could.may::<InviteMember>();
    Acts {
        end: could.may::<EndMember>(),
        sessions: active && could.may::<EndSessions>(),
        hand_over: active && could.may::<HandOverAll>(),
        propose: !by_another && could.may_when::<ProposeFactorReset>(&more.reset.proposing()),
        reset: by_another && could.may_when::<ConfirmFactorReset>(&more.reset.confirming()),
        code: invites && more.may_have_code,
        further: invites && active,
    }
}

/// Who could take over, by name.
async fn colleagues(
    app: &App,
    actor: &Actor,
    other_than: Id,
    language: Language,
) -> Result<Vec<Choice>, Problem> {
    let listed = member::list_members(&app.store, actor, None)
        .await
        .map_err(problem)?;
    let choice = |one: &Listed| {
        let role = parts::role_name(one.membership.role, language);
        let name = match &one.name {
            // The name goes into an option and nowhere else.
            Some(name) => name.expose().clone(),
            None => parts::number_of(one.pseudonym),
        };
        let label = Message::new(language, "admin-colleague-is")
            .with("name", name)
            .with("role", role);
        Choice::named(one.membership.account.to_string(), label.to_string())
    };
    let fits = |one: &&Listed| {
        one.membership.account != other_than
            && one.membership.is_live()
            && one.state == account::ACTIVE
    };
    Ok(listed.iter().filter(fits).map(choice).collect())
}

fn pages(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-member-title");
    let page = |name: Option<&str>, acts: Acts, colleagues| OnePage {
        form: Form::fresh(Id::NONE, 0),
        account: samples::id(4),
        number: parts::number_of(samples::id(4)),
        name: name.map(|name| Plain::new(name.to_owned())),
        lines: vec![sample_line(
            4,
            Role::Responder,
            false,
            language,
            frame().now,
        )],
        acts,
        proposed: acts.reset.then(|| frame().now.plus_seconds(7200)),
        waiting: acts
            .hand_over
            .then(|| sample_waits(4, Role::Responder, language, frame().now))
            .into_iter()
            .collect(),
        ends: vec![
            Choice::named(samples::id(4).to_string(), "Responder · Basra"),
            Choice::named(samples::id(5).to_string(), "Caseworker · Basra"),
        ],
        colleagues,
        bodies: parts::body_choices(&samples::bodies(), language),
        frame: frame(),
    };
    let supervisor = Acts {
        end: true,
        sessions: true,
        hand_over: true,
        propose: true,
        ..Acts::default()
    };
    let administrator = Acts {
        end: true,
        further: true,
        code: true,
        reset: true,
        ..Acts::default()
    };
    let colleagues = vec![Choice::named(samples::id(5).to_string(), "Zainab")];
    let name = Some("عبد الرحمن بن عبد العزيز بن محمد الحسيني (Abd al-Rahman al-Husayni)");
    vec![
        sampled("full", language, &page(name, supervisor, colleagues)),
        sampled("unnamed", language, &page(None, administrator, Vec::new())),
        sampled("empty", language, &page(None, Acts::default(), Vec::new())),
    ]
}
