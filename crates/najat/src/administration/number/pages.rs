//! The pages of duty numbers.

use std::collections::HashMap;
use std::sync::Arc;

use access::Permit;
use access::action::SetDutyNumber;
use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use page::{Allowed, App, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled};
use page::{no_sample, render, render_as, sampled};
use protection::reader::actions::{all_numbers, set_duty_number};
use protection::reader::{DutyNumber, ReaderError, sample_number};
use record::{Id, Language, Moment};
use store::StoreError;

use super::super::beside::{Refused, version_of};
use super::super::parts;
use super::forms::{Checking, Hiding, Setting, filled};
use super::view::{FormPage, Line, ListPage};

/// A button of the list without a number that is there.
const CHOOSE: Problem = Problem::Explained("admin-number-choose");

/// The routes of duty numbers.
pub(crate) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<SetDutyNumber, _>("/numbers", "duty-numbers", staff, lists, list),
        Route::get::<SetDutyNumber, _>("/numbers/change", "duty-number", staff, forms, change),
        Route::post::<SetDutyNumber, _>(
            "/numbers/change",
            "duty-number-send",
            staff,
            no_sample,
            send,
        )
        .takes::<Setting>(),
        Route::post::<SetDutyNumber, _>(
            "/numbers/checked",
            "duty-number-checked",
            staff,
            no_sample,
            checked,
        )
        .takes::<Checking>(),
        Route::post::<SetDutyNumber, _>(
            "/numbers/hide",
            "duty-number-hide",
            staff,
            no_sample,
            hide,
        )
        .takes::<Hiding>(),
    ]
}

async fn list(
    State(app): State<App>,
    allowed: Allowed<SetDutyNumber>,
) -> Result<Response, Problem> {
    let numbers = app
        .store
        .read_clear(async |look| all_numbers(&*look, None).await)
        .await?;
    let (now, language) = (allowed.visit.now, allowed.visit.language);
    let page = ListPage {
        frame: allowed.frame("admin-numbers-title"),
        form: Form::fresh(app.world.id(), 0),
        lines: numbers
            .iter()
            .map(|number| Line::new(number, now, language))
            .collect(),
    };
    Ok(render(language, &page))
}

/// One number, if it exists.
async fn one(app: &App, id: Id) -> Result<Option<DutyNumber>, Problem> {
    let found = app
        .store
        .read_clear(async |look| all_numbers(&*look, Some(id)).await)
        .await?;
    Ok(found.into_iter().next())
}

async fn change(
    State(app): State<App>,
    allowed: Allowed<SetDutyNumber>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let form = match asked.get("number") {
        Some(id) => {
            let number = one(&app, parts::id_of(id)).await?;
            let number = number.ok_or(Problem::NotThere)?;
            filled(Form::fresh(app.world.id(), version(&number)), &number)
        }
        None => Form::fresh(app.world.id(), 0)
            .put("place", parts::NONE)
            .put("hours", "24/7"),
    };
    let page = FormPage::new(allowed.frame("admin-number-title"), form);
    Ok(render(allowed.visit.language, &page))
}

/// Tells one state of a number from another.
fn version(number: &DutyNumber) -> i64 {
    version_of(&filled(Form::default(), number))
}

/// Sets a number, if it still is in the state that was seen; in any, where none was.
async fn set(
    app: &App,
    permit: Permit<SetDutyNumber>,
    number: DutyNumber,
    seen: Option<i64>,
    key: &str,
) -> Result<(), Refused<ReaderError>> {
    let said = Arc::new((number, seen, key.to_owned()));
    let done = app.store.unit(permit, move |unit| {
        let said = said.clone();
        async move {
            let (number, seen, key) = &*said;
            if unit.answered(key).await?.is_some() {
                return Ok(());
            }
            if let Some(seen) = seen {
                let stands = all_numbers(&*unit, Some(number.id)).await?;
                if stands.first().is_none_or(|one| version(one) != *seen) {
                    return Err(Refused::Stale);
                }
            }
            let set = set_duty_number(&unit, number).await;
            set.map_err(Refused::By)?;
            unit.answer(key, "set").await?;
            Ok(())
        }
    });
    done.await
}

fn problem(refused: Refused<ReaderError>) -> Problem {
    match refused {
        Refused::By(ReaderError::Store(error)) => error.into(),
        _ => Problem::Explained("admin-not-possible"),
    }
}

/// Somebody else changed the number meanwhile: theirs above what was typed.
async fn stale(app: &App, frame: Frame, form: Form, id: Id) -> Result<Response, Problem> {
    let language = frame.language;
    let number = one(app, id).await?.ok_or(Problem::NotThere)?;
    let stands = filled(Form::default(), &number);
    let form = form.renewed(app.world.id(), version_of(&stands));
    let page = FormPage::new(frame, form).beside(&stands);
    Ok(render_as(StatusCode::CONFLICT, language, &page))
}

async fn send(
    State(app): State<App>,
    allowed: Allowed<SetDutyNumber>,
    mut form: Form,
) -> Result<Response, Problem> {
    let frame = allowed.frame("admin-number-title");
    let (language, now) = (allowed.visit.language, allowed.visit.now);
    let Some(said) = Setting::read(&mut form) else {
        let page = FormPage::new(frame, form);
        return Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page));
    };
    let before = match said.id {
        Some(id) => one(&app, id).await?,
        None => None,
    };
    let seen = before.as_ref().map(|_| form.version());
    let id = before.map_or_else(|| app.world.id(), |number| number.id);
    let number = said.said(id, now);
    match set(&app, allowed.permit, number, seen, form.key()).await {
        Ok(()) => Ok(allowed.visit.redirect("duty-numbers")),
        Err(Refused::Stale) => stale(&app, frame, form, id).await,
        Err(refused) => Err(problem(refused)),
    }
}

/// Changes one thing of the number that a button of the list is about, as the number stands now:
/// whoever hides it and whoever checked it undo nothing of each other.
async fn alter(
    app: App,
    allowed: Allowed<SetDutyNumber>,
    (id, form_key): (Id, String),
    how: impl Fn(&mut DutyNumber) + Send + Sync + 'static,
) -> Result<Response, Problem> {
    let id = one(&app, id).await?.ok_or(CHOOSE)?.id;
    let said = Arc::new((how, form_key));
    let done = app.store.unit(allowed.permit, move |unit| {
        let said = said.clone();
        async move {
            let (how, key) = &*said;
            if unit.answered(key).await?.is_some() {
                return Ok(());
            }
            let stands = all_numbers(&*unit, Some(id)).await?;
            let mut number = stands.into_iter().next().ok_or(StoreError::Absent)?;
            how(&mut number);
            set_duty_number(&unit, &number).await?;
            unit.answer(key, "set").await?;
            Ok::<_, ReaderError>(())
        }
    });
    done.await.map_err(|error| problem(Refused::By(error)))?;
    Ok(allowed.visit.redirect("duty-numbers"))
}

async fn checked(
    State(app): State<App>,
    allowed: Allowed<SetDutyNumber>,
    mut form: Form,
) -> Result<Response, Problem> {
    let now = allowed.visit.now;
    let Checking { id, form_key } = Checking::read(&mut form).ok_or(CHOOSE)?;
    let check = move |number: &mut DutyNumber| number.checked_on = now;
    alter(app, allowed, (id, form_key), check).await
}

async fn hide(
    State(app): State<App>,
    allowed: Allowed<SetDutyNumber>,
    mut form: Form,
) -> Result<Response, Problem> {
    let read = Hiding::read(&mut form).ok_or(CHOOSE)?;
    let hide = move |number: &mut DutyNumber| number.hidden = read.hidden;
    alter(app, allowed, (read.id, read.form_key), hide).await
}

fn number(n: u8, governorate: Option<&str>, now: Moment, days: i64) -> DutyNumber {
    DutyNumber {
        checked_on: now.plus_seconds(-days * 86_400),
        hidden: days > 100,
        ..sample_number(n, governorate)
    }
}

fn lists(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-numbers-title");
    let now = frame().now;
    let page = |numbers: &[DutyNumber]| ListPage {
        frame: frame(),
        form: Form::fresh(Id::NONE, 0),
        lines: numbers
            .iter()
            .map(|number| Line::new(number, now, language))
            .collect(),
    };
    let some = [
        number(1, None, now, 3),
        number(2, Some("IQG02"), now, 95),
        number(3, Some("IQG08"), now, 120),
    ];
    vec![
        sampled("full", language, &page(&some)),
        sampled("empty", language, &page(&[])),
    ]
}

fn forms(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "admin-number-title");
    let now = frame().now;
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh();
    let _none = Setting::read(&mut wrong);
    let stands = filled(fresh(), &number(2, None, now, 3));
    let stale = FormPage::new(frame(), fresh()).beside(&stands);
    let full = filled(fresh(), &number(1, Some("IQG02"), now, 3));
    vec![
        sampled("empty", language, &FormPage::new(frame(), fresh())),
        sampled("full", language, &FormPage::new(frame(), full)),
        sampled("errors", language, &FormPage::new(frame(), wrong)),
        sampled("stale", language, &stale),
    ]
}
