//! What waits for a second person: members to be confirmed, lost factors to be reset.

use access::Actor;
use access::action::ConfirmMember;
use axum::extract::State;
use axum::response::Response;
use page::{AllowedList, App, Form, Frame, FrameKind, Problem, Route, Sampled, render, sampled};
use people::account::{self, Proposal, Standing};
use people::member::{self, Waiting};
use people::organisation::Organisation;
use record::{Id, Language, Role};
use store::StoreError;

use super::super::{parts, samples};
use super::view::{ResetWaits, WaitingPage, Waits};

/// Whose bar the page stands in.
const CONFIRMS: &[Role] = &[Role::DataProtection, Role::Supervisor];

/// The route of what waits.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ConfirmMember, _>("/waiting", "waiting", FrameKind::Staff, pages, read)
            .in_bar("admin-waiting-title", "check", CONFIRMS),
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
        .look(async |look| -> Result<_, StoreError> {
            let bodies = people::organisation::all(&*look).await?;
            let waiting = member::waiting(&*look, &actor).await?;
            let mut mine = Vec::new();
            for (proposal, stands) in account::waiting_resets(&*look, now).await? {
                if is_mine(&actor, &proposal, &stands) {
                    let org = account::home_of(&*look, proposal.account).await?;
                    mine.push((proposal, org));
                }
            }
            Ok((bodies, waiting, mine))
        })
        .await?;
    let page = WaitingPage {
        frame: allowed.frame("admin-waiting-title"),
        form: Form::fresh(app.world.id(), 0),
        members: waiting
            .iter()
            .map(|one| waits(one, &bodies, language))
            .collect(),
        resets: resets
            .into_iter()
            .map(|(proposal, org)| ResetWaits {
                account: proposal.account,
                organisation: parts::name_of(&bodies, org.unwrap_or(Id::NONE), language),
                until: proposal.until,
            })
            .collect(),
    };
    Ok(render(language, &page))
}

/// Whether this person is the second who is needed: data protection, where nobody else works there;
/// a supervisor, for somebody of their own organisation.
fn is_mine(actor: &Actor, proposal: &Proposal, stands: &Standing) -> bool {
    actor.member().is_some_and(|who| {
        let own = who.account == proposal.account || who.account == proposal.proposer;
        let colleague = stands.others.contains(&who.account);
        let last = stands.others.is_empty() && who.role == Role::DataProtection;
        !own && (colleague || last)
    })
}

fn waits(one: &Waiting, bodies: &[Organisation], language: Language) -> Waits {
    Waits {
        account: one.account,
        number: parts::number_of(one.pseudonym),
        role: parts::role_name(one.role, language),
        organisation: parts::name_of(bodies, one.org, language),
        since: one.began,
    }
}

fn pages(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-waiting-title");
    let page = |members, resets| WaitingPage {
        frame: frame(),
        form: Form::fresh(Id::NONE, 0),
        members,
        resets,
    };
    let one = |number, role| {
        let waiting = Waiting {
            account: samples::id(number),
            pseudonym: samples::id(number),
            org: samples::id(2),
            role,
            began: frame().now.plus_seconds(-7200),
        };
        waits(&waiting, &bodies, language)
    };
    let reset = ResetWaits {
        account: samples::id(7),
        organisation: parts::name_of(&bodies, samples::id(2), language),
        until: frame().now.plus_seconds(7200),
    };
    let members = vec![one(4, Role::ShelterManager), one(5, Role::Supervisor)];
    vec![
        sampled("full", language, &page(members, vec![reset])),
        sampled("empty", language, &page(Vec::new(), Vec::new())),
    ]
}
