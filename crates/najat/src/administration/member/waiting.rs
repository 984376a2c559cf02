//! What waits for a second person: members to be confirmed, lost factors to be reset.

use access::action::{ConfirmMember, ListMembers};
use axum::extract::State;
use axum::response::Response;
use page::{AllowedList, App, Form, Frame, FrameKind, Problem, Route, Sampled, render, sampled};
use people::account;
use people::member::{self, Waiting};
use people::organisation::Organisation;
use record::{Id, Language, Moment, Role};
use store::StoreError;

use super::super::{parts, samples};
use super::view::{ResetWaits, WaitingPage, Waits};

/// The route of what waits.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ConfirmMember, _>("/waiting", "waiting", FrameKind::Staff, pages, read)
            .in_nav("admin-waiting-title", "check"),
    ]
}

async fn read(
    State(app): State<App>,
    allowed: AllowedList<ConfirmMember>,
) -> Result<Response, Problem> {
    let actor = allowed.scope.actor().clone();
    let (now, language) = (allowed.visit.now, allowed.visit.language);
    let (bodies, waiting, resets) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let bodies = people::organisation::all(&*look).await?;
            let waiting = member::waiting(&*look, &actor).await?;
            let mut resets = account::waiting_resets(&*look, now).await?;
            resets.retain(|one| one.waits_for(&actor));
            Ok((bodies, waiting, resets))
        })
        .await?;
    let page = WaitingPage {
        frame: allowed.frame("admin-waiting-title"),
        form: Form::fresh(app.world.id(), 0),
        opens: app.store.gate().ever::<ListMembers>(&actor),
        members: waiting
            .iter()
            .map(|one| waits(one, &bodies, language))
            .collect(),
        resets: resets
            .iter()
            .map(|one| ResetWaits::new(one, &bodies, language))
            .collect(),
    };
    Ok(render(language, &page))
}

/// What waits, in words.
pub(super) fn waits(one: &Waiting, bodies: &[Organisation], language: Language) -> Waits {
    let home = one.home.map(|home| parts::name_of(bodies, home, language));
    Waits {
        account: one.account,
        membership: one.membership,
        home,
        number: parts::number_of(one.pseudonym),
        role: parts::role_name(one.role, language),
        organisation: parts::name_of(bodies, one.org, language),
        since: one.began,
    }
}

/// A made-up member who waits.
pub(super) fn sample_waits(number: u8, role: Role, language: Language, now: Moment) -> Waits {
    let waiting = Waiting {
        membership: samples::id(number),
        account: samples::id(number),
        pseudonym: samples::id(number),
        org: samples::id(2),
        home: Some(samples::id(1)),
        role,
        began: now.plus_seconds(-7200),
    };
    waits(&waiting, &samples::bodies(), language)
}

fn pages(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-waiting-title");
    let page = |members, resets| WaitingPage {
        frame: frame(),
        form: Form::fresh(Id::NONE, 0),
        opens: true,
        members,
        resets,
    };
    let one = |number, role| sample_waits(number, role, language, frame().now);
    let reset = ResetWaits::new(&samples::reset(frame().now), &bodies, language);
    let members = vec![one(4, Role::ShelterManager), one(5, Role::Supervisor)];
    vec![
        sampled("full", language, &page(members, vec![reset])),
        sampled("empty", language, &page(Vec::new(), Vec::new())),
    ]
}
