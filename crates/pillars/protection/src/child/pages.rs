//! The list of clocks, one clock, and what people do about it.

use access::action::{
    AnswerAlarm, ConfirmFoundAdult, ListClocks, MarkChildSeen, ProposeFoundAdult,
};
use access::{Actor, Permit};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use clock::{
    Alarm, Basis, ClockError, Code, Seen, Wanted, answer_alarm, confirm_found_adult, list_clocks,
    mark_child_seen, moment_of, one_clock, propose_found_adult,
};
use page::{
    After, Allowed, AllowedList, App, Form, Problem, Visit, Wanting, Wrong, once, render, render_as,
};
use record::Id;

use super::Shown;
use super::may::May;
use super::view::{ClockPage, Forms, ListPage, SeenPage};

/// The state of the moment in which somebody names a place that is on the list.
const LISTED: &str = "listed_place";

/// What a person can do about it.
fn problem(error: ClockError) -> Problem {
    match error {
        ClockError::Store(error) => error.into(),
        ClockError::Stopped => Problem::Words("clock-has-stopped"),
        ClockError::NotListed => Problem::Words("clock-place-not-listed"),
        ClockError::Stale => Problem::Busy,
    }
}

/// The clocks that have not stopped, the one due first in front.
pub(crate) async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListClocks>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, scope) = (allowed.visit, allowed.scope);
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
    let page = ListPage::new(visit.frame("clock-list-title"), &page.await?, asked);
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
    let page = ClockPage::new(frame, may, &shown, forms, false);
    Ok(render(visit.language, &page))
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
    let page = ClockPage::new(frame, may, &shown, forms, stale);
    Ok(render_as(status, visit.language, &page))
}

/// Says why a clock is missed.
pub(crate) async fn answer(
    State(app): State<App>,
    wanting: Wanting<AnswerAlarm>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, actor, clock) = (&wanting.visit, &wanting.actor, wanting.record);
    let Some(permit) = wanting.permit_once(&app, &[], form.key()).await? else {
        return Ok(visit.see_with("clock", &clock));
    };
    let Some(why) = form.needed_code::<Alarm>("why", "error-choose") else {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return again(&app, visit, actor, clock, wrong, |forms| {
            forms.answer = form;
        })
        .await;
    };
    let key = form.key().to_owned();
    let answered = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { answer_alarm(&unit, why, &key).await }
    });
    answered.await.map_err(problem)?;
    Ok(visit.see_with("clock", &clock))
}

/// The states of the moment in which somebody may say where a child was seen, if the place is on
/// the list.
async fn may_see(
    app: &App,
    wanting: &Wanting<MarkChildSeen>,
) -> Result<Vec<&'static str>, Problem> {
    let mut states = moment_of(&app.store, &wanting.actor, wanting.record).await?;
    listed(&mut states);
    Ok(states)
}

/// Only a clock of safety ends by what somebody saw, in a place of the list.
pub(super) fn listed(states: &mut Vec<&'static str>) {
    if states.contains(&"running") {
        states.push(LISTED);
    }
}

/// Whether somebody speaks for a house, which sees no clock.
fn is_a_house(app: &App, actor: &Actor) -> bool {
    !app.store.gate().ever::<ListClocks>(actor)
}

/// Asks where the child was seen.
pub(crate) async fn see(
    State(app): State<App>,
    wanting: Wanting<MarkChildSeen>,
) -> Result<Response, Problem> {
    let states = may_see(&app, &wanting).await?;
    wanting.permit(&app, &states).await?;
    let form = Form::fresh(app.world.id(), 0);
    Ok(seen_page(&app, &wanting, StatusCode::OK, form))
}

fn seen_page(
    app: &App,
    wanting: &Wanting<MarkChildSeen>,
    status: StatusCode,
    form: Form,
) -> Response {
    let visit = &wanting.visit;
    let frame = visit.frame("clock-seen-title");
    let of_a_house = is_a_house(app, &wanting.actor);
    let page = SeenPage::new(frame, of_a_house, wanting.record, form);
    render_as(status, visit.language, &page)
}

/// Says where the child was seen, which ends the clock of its safety.
pub(crate) async fn seen(
    State(app): State<App>,
    wanting: Wanting<MarkChildSeen>,
    mut form: Form,
) -> Result<Response, Problem> {
    // A house sees no clock: back to its requests.
    let on = || {
        let visit = &wanting.visit;
        if is_a_house(&app, &wanting.actor) {
            visit.see("beds")
        } else {
            visit.see_with("clock", &wanting.record)
        }
    };
    let states = may_see(&app, &wanting).await?;
    let Some(permit) = wanting.permit_once(&app, &states, form.key()).await? else {
        return Ok(on());
    };
    let place = form.needed_code::<Seen>("place", "clock-wrong-place");
    if !form.ticked("myself") {
        form.wrong("myself", Wrong::new("clock-wrong-myself"));
    }
    let (Some(place), true) = (place, form.is_right()) else {
        return Ok(seen_page(
            &app,
            &wanting,
            StatusCode::UNPROCESSABLE_ENTITY,
            form,
        ));
    };
    let key = form.key().to_owned();
    let marked = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { mark_child_seen(&unit, place, &key).await }
    });
    marked.await.map_err(problem)?;
    Ok(on())
}

/// Says that the person is an adult.
pub(crate) async fn adult(
    State(app): State<App>,
    wanting: Wanting<ProposeFoundAdult>,
    mut form: Form,
) -> Result<Response, Problem> {
    let states = moment_of(&app.store, &wanting.actor, wanting.record).await?;
    let (visit, clock) = (&wanting.visit, wanting.record);
    let Some(permit) = wanting.permit_once(&app, &states, form.key()).await? else {
        return Ok(visit.see_with("clock", &clock));
    };
    let Some(basis) = form.needed_code::<Basis>("basis", "error-choose") else {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return again(&app, visit, &wanting.actor, clock, wrong, |forms| {
            forms.adult = form;
        })
        .await;
    };
    let key = form.key().to_owned();
    let proposed = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { propose_found_adult(&unit, basis, &key).await }
    });
    proposed.await.map_err(problem)?;
    Ok(visit.see_with("clock", &clock))
}

/// Agrees that the person is an adult, which ends the clock of a child.
pub(crate) async fn confirm(
    State(app): State<App>,
    wanting: Wanting<ConfirmFoundAdult>,
    form: Form,
) -> Result<Response, Problem> {
    let states = moment_of(&app.store, &wanting.actor, wanting.record).await?;
    let (visit, clock) = (&wanting.visit, wanting.record);
    let Some(permit) = wanting.permit_once(&app, &states, form.key()).await? else {
        return Ok(visit.see_with("clock", &clock));
    };
    let (key, seen) = (form.key().to_owned(), form.version());
    let confirmed = once(&app, permit, form.key(), move |unit| {
        let key = key.clone();
        async move { confirm_found_adult(&unit, seen, &key).await }
    });
    match confirmed.await {
        Ok(_) => Ok(visit.see_with("clock", &clock)),
        Err(ClockError::Stale) => {
            let met = StatusCode::CONFLICT;
            again(&app, visit, &wanting.actor, clock, met, |_| ()).await
        }
        Err(error) => Err(problem(error)),
    }
}
