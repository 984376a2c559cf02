//! The extractor that hands a handler its permit, or shows that nothing is there.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::sync::LazyLock;

use access::{Action, ActionRow, Actor, Decision, Permit, Scope};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::Method;
use axum::http::request::Parts;
use record::{Id, Role, Session};
use store::{StoreError, Unit};

use crate::app::App;
use crate::frame::FrameKind;
use crate::problem::Problem;
use crate::route::Here;
use crate::visit::Visit;

/// May do `A` on the record that the address names (`{id}`), or on none.
///
/// The actor comes from the request's extensions, where the session layer put it.
pub struct Allowed<A> {
    /// The proof.
    pub permit: Permit<A>,
    /// The request.
    pub visit: Visit,
}

impl<A> Allowed<A> {
    /// The frame of this page.
    pub fn frame(&self, title: &'static str) -> crate::Frame {
        self.visit.frame(title)
    }
}

/// Wants to do `A` on the record that the address names, where only the moment tells whether they
/// may: the handler finds the states out, then asks for the permit.
pub struct PermitRequest<A> {
    /// Who wants it.
    pub actor: Actor,
    /// The record; what is no id is no record.
    pub record: Id,
    /// The request.
    pub visit: Visit,
    action: PhantomData<A>,
}

impl<A: Action> PermitRequest<A> {
    /// The proof, with the states of this moment.
    pub async fn permit(&self, app: &App, states: &[&str]) -> Result<Permit<A>, Problem> {
        let action = ActionRow::of::<A>();
        let decided = decide(app, action, &self.actor, self.record, states).await;
        Ok(decided?.try_into()?)
    }

    /// The proof for a form that was sent. None where this very form did it before, so that it may
    /// not be done any more: a second click leads where the first one led.
    pub async fn permit_once(
        &self,
        app: &App,
        states: &[&str],
        form_key: &str,
    ) -> Result<Option<Permit<A>>, Problem> {
        let gate = app.store.gate();
        let now = gate.permit_for_now(&self.actor, self.record, states);
        if let Some(permit) = now.await? {
            return Ok(Some(permit));
        }
        // A second click is no refusal, and none is written.
        if did::<A>(app, &self.actor, form_key).await? {
            return Ok(None);
        }
        self.permit(app, states).await.map(Some)
    }
}

/// Whether this form did `A` before, sent by the same person.
async fn did<A: Action>(app: &App, actor: &Actor, key: &str) -> Result<bool, StoreError> {
    Ok(app.store.answered::<A>(actor, key).await?.is_some())
}

/// Does `A` by a form that was sent. None where it fails because the form's twin, sent at the same
/// moment, has done it.
pub async fn once<A, T, E, F, Fut>(
    app: &App,
    permit: Permit<A>,
    form_key: &str,
    body: F,
) -> Result<Option<T>, E>
where
    A: Action,
    F: Fn(Unit<A>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let actor = permit.actor().clone();
    match app.store.unit(permit, body).await {
        Ok(done) => Ok(Some(done)),
        Err(_) if did::<A>(app, &actor, form_key).await? => Ok(None),
        Err(error) => Err(error),
    }
}

/// May list by `A`: how far the list reaches.
pub struct AllowedList<A> {
    /// The bound of the list.
    pub scope: Scope<A>,
    /// The request.
    pub visit: Visit,
}

impl<A> AllowedList<A> {
    /// The frame of this page.
    pub fn frame(&self, title: &'static str) -> crate::Frame {
        self.visit.frame(title)
    }
}

impl<A: Action> FromRequestParts<App> for Allowed<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let (decision, visit) = allowed(ActionRow::of::<A>(), parts, app).await?;
        let permit = decision.try_into()?;
        Ok(Self { permit, visit })
    }
}

async fn allowed(
    action: ActionRow,
    parts: &mut Parts,
    app: &App,
) -> Result<(Decision, Visit), Problem> {
    let (actor, visit) = begin(action, parts, app).await?;
    let decision = match record_of(parts, app).await? {
        Some(id) => decide(app, action, &actor, id, &[]).await,
        None => decide_new(app, action, &actor, is_open(parts)),
    };
    Ok((decision?, visit))
}

impl<A: Action> FromRequestParts<App> for PermitRequest<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let (actor, visit) = begin(ActionRow::of::<A>(), parts, app).await?;
        let record = record_of(parts, app).await?.ok_or(Problem::Fault)?;
        Ok(Self {
            actor,
            record,
            visit,
            action: PhantomData,
        })
    }
}

impl<A: Action> FromRequestParts<App> for AllowedList<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let (actor, visit) = begin(ActionRow::of::<A>(), parts, app).await?;
        let gate = app.store.gate();
        if let Ok(scope) = gate.scope::<A>(&actor) {
            return Ok(Self { scope, visit });
        }
        match stronger(ActionRow::of::<A>(), &actor) {
            Some(stronger) if gate.scope::<A>(&stronger).is_ok() => Err(Problem::StepUp),
            _ => Err(Problem::NotThere),
        }
    }
}

/// A decision about a record. A second factor is asked for where it could open what is refused,
/// alike for hidden and absent records; that question is no refusal, and none is written.
async fn decide(
    app: &App,
    action: ActionRow,
    actor: &Actor,
    id: Id,
    states: &[&str],
) -> Result<Decision, Problem> {
    let gate = app.store.gate();
    if stronger(action, actor).is_some() {
        let decided = gate.decide_for_now(action, actor, id, states).await?;
        return decided.ok_or(Problem::StepUp);
    }
    Ok(gate.decide_when(action, actor, id, states).await?)
}

/// Whether the route is for anybody.
fn is_open(parts: &Parts) -> bool {
    let here = parts.extensions.get::<Here>();
    here.is_some_and(|here| here.frame != FrameKind::Staff)
}

/// A decision where no record is named. What anybody may do, a person who is signed in may do as
/// anybody: the ledger then knows them as little as anybody else.
fn decide_new(
    app: &App,
    action: ActionRow,
    actor: &Actor,
    open: bool,
) -> Result<Decision, Problem> {
    let gate = app.store.gate();
    if open && let Ok(decision) = gate.decide_new(action, &Actor::Public, &[]) {
        return Ok(decision);
    }
    match (gate.decide_new(action, actor, &[]), stronger(action, actor)) {
        (Ok(decision), _) => Ok(decision),
        (Err(_), Some(stronger)) if gate.decide_new(action, &stronger, &[]).is_ok() => {
            Err(Problem::StepUp)
        }
        (Err(_), _) => Err(Problem::NotThere),
    }
}

/// What comes before any question about a record: the language, the actor, a session if the
/// page needs one.
async fn begin(action: ActionRow, parts: &mut Parts, app: &App) -> Result<(Actor, Visit), Problem> {
    let visit = Visit::from_request_parts(parts, app).await?;
    let actor = parts
        .extensions
        .get::<Actor>()
        .cloned()
        .unwrap_or(Actor::Public);
    if let Some(here) = parts.extensions.get::<Here>() {
        if here.action != action.name {
            tracing::error!(
                route = here.name,
                "a handler takes a permit of another action"
            );
            return Err(Problem::Fault);
        }
        // Said before any record is looked at, so it tells nothing of one.
        if here.frame == FrameKind::Staff && actor == Actor::Public {
            return Err(if parts.method == Method::POST {
                Problem::Expired
            } else {
                Problem::SignIn
            });
        }
    }
    Ok((actor, visit))
}

/// The record in the address, if the route names one.
async fn record_of(parts: &mut Parts, app: &App) -> Result<Option<Id>, Problem> {
    let params = RawPathParams::from_request_parts(parts, app)
        .await
        .map_err(|_| Problem::NotThere)?;
    let id = params.iter().find(|(name, _)| *name == "id");
    // What is no id is no record: it is asked for all the same, so that both take the same way.
    Ok(id.map(|(_, id)| id.parse().unwrap_or(Id::NONE)))
}

/// The actor with a second factor given, where the action has a row that wants one of their role.
fn stronger(action: ActionRow, actor: &Actor) -> Option<Actor> {
    match actor {
        Actor::Person(member)
            if member.session == Session::Fresh && wants_step_up(action.name, member.role) =>
        {
            Some(actor.stepped_up())
        }
        _ => None,
    }
}

/// The actions with a row that wants a second factor, and of whom, read from the table once.
static STEPPED_UP: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
    const ACTOR: usize = 2;
    const SESSION: usize = 5;
    access::rows()
        .filter(|row| row.get(SESSION) == Some(&"stepped_up"))
        .filter_map(|row| Some((*row.first()?, *row.get(ACTOR)?)))
        .collect()
});

fn wants_step_up(action: &str, role: Role) -> bool {
    // Whoever protects children does what a caseworker does.
    let also = (role == Role::ChildOfficer).then_some(Role::Caseworker.code());
    ["Person", role.code()]
        .into_iter()
        .chain(also)
        .any(|actor| STEPPED_UP.contains(&(action, actor)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_that_want_a_second_factor_are_known() {
        assert!(wants_step_up("ChangeSignIn", Role::Analyst));
        assert!(wants_step_up("ReadShelterAddress", Role::PlacementDesk));
        assert!(!wants_step_up("ReadShelterAddress", Role::ShelterManager));
        assert!(!wants_step_up("ReadReport", Role::Responder));
    }
}
