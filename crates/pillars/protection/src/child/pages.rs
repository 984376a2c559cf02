//! The list of clocks, one clock, and what people do about it.

use std::sync::Arc;

use access::action::{
    AnswerAlarm, ConfirmFoundAdult, ListClocks, MarkChildSeen, ProposeFoundAdult, RefuseFoundAdult,
    StopClock,
};
use access::{Action, Actor, Permit};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use clock::{
    ClockError, Code, Wanted, answer_alarm, confirm_found_adult, list_clocks, mark_child_seen,
    moment_of, one_clock, propose_found_adult, refuse_found_adult, stop_clock,
};
use page::{
    After, Allowed, AllowedList, App, Form, PermitRequest, Problem, Sent, Visit, render, render_as,
    submit,
};
use people::saved;
use record::Id;
use store::StoreError;

use super::Shown;
use super::forms::{Agreeing, AnsweringAlarm, Ending, FindingAdult, Seeing};
use super::may::May;
use super::view::{ClockPage, Forms, ListPage, SeenPage};
use crate::reader::pages::{Number, numbers_for};

/// The state of the moment in which somebody names a place that is on the list.
const LISTED: &str = "listed_place";

/// What a person can do about it.
fn problem(error: ClockError) -> Problem {
    match error {
        ClockError::Store(error) => error.into(),
        ClockError::Stopped => Problem::Explained("clock-has-stopped"),
        ClockError::NotListed => Problem::Explained("clock-place-not-listed"),
        ClockError::OnlyChild => Problem::Explained("clock-only-child"),
        ClockError::NotYet => Problem::Explained("clock-not-fit"),
        ClockError::Stale | ClockError::Runs | ClockError::Ahead => Problem::Busy,
    }
}

/// The clocks that have not stopped, the one due first in front.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListClocks>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
    let kept = saved::of(&app.store, scope.actor(), "clocks").await?;
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let wanted = Wanted {
        state: asked.code("state"),
        code: asked.code::<Code>("what"),
        after: asked.code("after").map(|After(due, record)| (due, record)),
    };
    let page = app.store.read(scope.permit().clone(), move |unit| {
        let (scope, wanted) = (scope.clone(), wanted.clone());
        async move { list_clocks(&unit, &scope, &wanted).await }
    });
    let page = ListPage::new(
        visit.frame("clock-list-title").keeping(kept),
        &page.await?,
        &asked,
    );
    Ok(render(visit.language, &page))
}

/// Reads one clock; the ledger keeps that it was looked at.
async fn read(app: &App, permit: Permit<ListClocks>) -> Result<Shown, Problem> {
    let read = app
        .store
        .read(permit, |unit| async move { one_clock(&unit).await });
    let (line, acts) = read.await?;
    Ok(Shown { line, acts })
}

/// One clock.
pub(crate) async fn show(
    State(app): State<App>,
    allowed: Allowed<ListClocks>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let shown = read(&app, permit).await?;
    let forms = Forms::fresh(|| app.world.id(), &shown);
    let frame = visit.frame("clock-title");
    let may = May::ask(&app, &actor, &shown).await?;
    let numbers = numbers(&app, &visit, &may, &shown).await?;
    let page = ClockPage::new(frame, may, &shown, forms, false);
    Ok(render(visit.language, &page.calling(numbers)))
}

/// Whom somebody calls who cannot open the report behind a clock: the numbers of its governorate.
async fn numbers(
    app: &App,
    visit: &Visit,
    may: &May,
    shown: &Shown,
) -> Result<Option<Vec<Number>>, StoreError> {
    if may.report {
        return Ok(None);
    }
    let place = shown.line.governorate.as_deref();
    numbers_for(app, visit, place).await.map(Some)
}

/// The page of a clock again, with a form that came back.
async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    clock: Id,
    status: StatusCode,
    put: impl FnOnce(&mut Forms),
) -> Result<Response, Problem> {
    let permit = app.store.gate().permit::<ListClocks>(actor, clock).await?;
    let shown = read(app, permit).await?;
    let mut forms = Forms::fresh(|| app.world.id(), &shown);
    put(&mut forms);
    let stale = status == StatusCode::CONFLICT;
    let frame = visit.frame("clock-title");
    let may = May::ask(app, actor, &shown).await?;
    let numbers = numbers(app, visit, &may, &shown).await?;
    let page = ClockPage::new(frame, may, &shown, forms, stale);
    Ok(render_as(status, visit.language, &page.calling(numbers)))
}

/// Says why a clock is missed.
pub(crate) async fn answer(
    State(app): State<App>,
    attempt: PermitRequest<AnswerAlarm>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<AnsweringAlarm>| async move {
        answer_alarm(&unit, input.why, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    done(&app, &attempt, sent, |forms, form| forms.answer = form).await
}

/// Back to the clock, with a form that is wrong in its place.
async fn done<A: Action, T>(
    app: &App,
    attempt: &PermitRequest<A>,
    sent: Sent<T, ClockError>,
    put: impl FnOnce(&mut Forms, Form),
) -> Result<Response, Problem> {
    let (visit, actor, clock) = (&attempt.visit, &attempt.actor, attempt.record);
    let (status, form) = match sent {
        Sent::Done(_) => return Ok(visit.redirect_to("clock", &clock)),
        Sent::Wrong(form) => (StatusCode::UNPROCESSABLE_ENTITY, Some(form)),
        Sent::Refused(_, ClockError::Stale) => (StatusCode::CONFLICT, None),
        Sent::Refused(_, error) => return Err(problem(error)),
    };
    let put = |forms: &mut Forms| {
        if let Some(form) = form {
            put(forms, form);
        }
    };
    again(app, visit, actor, clock, status, put).await
}

/// The states of the moment in which somebody may say where a child was seen, if the place is on
/// the list.
async fn may_see(
    app: &App,
    attempt: &PermitRequest<MarkChildSeen>,
) -> Result<Vec<&'static str>, Problem> {
    let mut states = moment_of(&app.store, &attempt.actor, attempt.record).await?;
    listed(&mut states);
    Ok(states)
}

/// Only a clock of safety ends by what somebody saw, in a place of the list.
pub(super) fn listed(states: &mut Vec<&'static str>) {
    if states.contains(&"running") {
        states.push(LISTED);
    }
}

/// Whether somebody speaks for a shelter, which sees no clock.
fn is_a_shelter(app: &App, actor: &Actor) -> bool {
    !app.store.gate().ever::<ListClocks>(actor)
}

/// Asks where the child was seen.
pub(crate) async fn see(
    State(app): State<App>,
    attempt: PermitRequest<MarkChildSeen>,
) -> Result<Response, Problem> {
    let states = may_see(&app, &attempt).await?;
    attempt.permit(&app, &states).await?;
    let form = Form::fresh(app.world.id(), 0);
    Ok(seen_page(&app, &attempt, StatusCode::OK, form))
}

fn seen_page(
    app: &App,
    attempt: &PermitRequest<MarkChildSeen>,
    status: StatusCode,
    form: Form,
) -> Response {
    let visit = &attempt.visit;
    let frame = visit.frame("clock-seen-title");
    let of_a_shelter = is_a_shelter(app, &attempt.actor);
    let page = SeenPage::new(frame, of_a_shelter, attempt.record, form);
    render_as(status, visit.language, &page)
}

/// Says where the child was seen, which ends the clock of its safety.
pub(crate) async fn seen(
    State(app): State<App>,
    attempt: PermitRequest<MarkChildSeen>,
    form: Form,
) -> Result<Response, Problem> {
    // A shelter sees no clock: back to its requests.
    let on = || {
        let visit = &attempt.visit;
        if is_a_shelter(&app, &attempt.actor) {
            visit.redirect("beds")
        } else {
            visit.redirect_to("clock", &attempt.record)
        }
    };
    let states = may_see(&app, &attempt).await?;
    let act = |unit, input: Arc<Seeing>| async move {
        mark_child_seen(&unit, input.place, &input.form_key).await
    };
    match submit(&app, &attempt, &states, form, act).await? {
        Sent::Done(_) => Ok(on()),
        Sent::Wrong(form) => {
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(seen_page(&app, &attempt, wrong, form))
        }
        Sent::Refused(_, error) => Err(problem(error)),
    }
}

/// Says that the person is an adult.
pub(crate) async fn adult(
    State(app): State<App>,
    attempt: PermitRequest<ProposeFoundAdult>,
    form: Form,
) -> Result<Response, Problem> {
    let states = moment_of(&app.store, &attempt.actor, attempt.record).await?;
    let act = |unit, input: Arc<FindingAdult>| async move {
        propose_found_adult(&unit, input.basis, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &states, form, act).await?;
    done(&app, &attempt, sent, |forms, form| forms.adult = form).await
}

/// Agrees that the person is an adult, which ends the clock of a child.
pub(crate) async fn confirm(
    State(app): State<App>,
    attempt: PermitRequest<ConfirmFoundAdult>,
    form: Form,
) -> Result<Response, Problem> {
    let states = moment_of(&app.store, &attempt.actor, attempt.record).await?;
    let seen = form.version();
    let act = move |unit, input: Arc<Agreeing>| async move {
        confirm_found_adult(&unit, seen, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &states, form, act).await?;
    done(&app, &attempt, sent, |_, _| ()).await
}

/// Does not agree: the person stays a child.
pub(crate) async fn refuse(
    State(app): State<App>,
    attempt: PermitRequest<RefuseFoundAdult>,
    form: Form,
) -> Result<Response, Problem> {
    let states = moment_of(&app.store, &attempt.actor, attempt.record).await?;
    let seen = form.version();
    let act = move |unit, input: Arc<Agreeing>| async move {
        refuse_found_adult(&unit, seen, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &states, form, act).await?;
    done(&app, &attempt, sent, |_, _| ()).await
}

/// Says what became of a clock that people stop by name.
pub(crate) async fn end(
    State(app): State<App>,
    attempt: PermitRequest<StopClock>,
    form: Form,
) -> Result<Response, Problem> {
    let states = moment_of(&app.store, &attempt.actor, attempt.record).await?;
    let due = form.version();
    let act = move |unit, input: Arc<Ending>| async move {
        let fit = [clock::Fact::RestedAndFit];
        let known = if input.fit { &fit[..] } else { &[] };
        stop_clock(&unit, input.ended, known, (due, &input.form_key)).await
    };
    let sent = submit(&app, &attempt, &states, form, act).await?;
    done(&app, &attempt, sent, |forms, form| forms.end = form).await
}
