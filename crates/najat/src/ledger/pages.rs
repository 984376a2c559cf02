//! The ledger's pages: all of it, one's own acts, who has looked at a record, the check, the export.

use std::time::Duration;

use access::Permit;
use access::action::{ExportLedger, ListLooks, ReadLedger, VerifyLedger};
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use page::{Allowed, App, Form, FrameKind, Problem, Route, render, render_as};
use people::account;
use record::Moment;
use store::{Check, Found, StoreError, Wanted};
use tokio::sync::mpsc;

use super::samples;
use super::view::{
    After, ExportPage, LedgerPage, LooksPage, MinePage, OUTCOMES, State as How, VerifyPage,
};
use super::who::{Known, shown};
use crate::account::Mine;

/// How many entries stand on one page.
pub(super) const PAGE: usize = 50;

/// How long an answer waits for a check before it says how far that is.
const WAIT: Duration = Duration::from_millis(100);
const WAITS: usize = 20;

/// The longest pseudonym that is looked for.
const LONGEST: usize = 80;

/// A day in seconds; Baghdad has no summer time.
const DAY: i64 = 86_400;

/// The pages of this room.
pub fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ReadLedger, _>("/ledger", "ledger", staff, samples::ledger, all)
            .in_nav("ledger-title", "history"),
        Route::get::<ReadLedger, _>("/ledger/mine", "ledger-mine", staff, samples::mine, mine),
        Route::get::<ListLooks, _>("/looks/{id}", "looks", staff, samples::looks, looks),
        Route::get::<VerifyLedger, _>(
            "/ledger/verify",
            "ledger-verify",
            staff,
            samples::verify,
            verify,
        ),
        Route::post::<VerifyLedger, _>(
            "/ledger/verify",
            "ledger-check",
            staff,
            page::no_sample,
            check,
        ),
        Route::get::<ExportLedger, _>(
            "/ledger/export",
            "ledger-export",
            staff,
            samples::export,
            export,
        ),
        Route::post::<ExportLedger, _>(
            "/ledger/export",
            "ledger-take-out",
            staff,
            page::no_sample,
            take_out,
        ),
    ]
}

async fn entries(
    app: &App,
    permit: Permit<ReadLedger>,
    wanted: Wanted,
) -> Result<Found, StoreError> {
    let read = app.store.read(permit, move |unit| {
        let wanted = wanted.clone();
        async move { unit.entries(&wanted, PAGE).await }
    });
    read.await
}

/// What an address asks for, and how it says it again.
fn wanted(asked: &mut Form) -> (Wanted, String) {
    let text = |asked: &mut Form, field| {
        let fits = asked.text(field, LONGEST).is_some();
        fits.then(|| asked.open(field).to_owned())
            .filter(|said| !said.is_empty())
    };
    let after = asked.code("after").map(|After(at, seq)| (at, seq));
    let actor = text(asked, "who").filter(|who| {
        // What goes back into an address is nothing but what a pseudonym is made of.
        who.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':'))
    });
    let action = text(asked, "action")
        .filter(|name| access::ACTIONS.iter().any(|row| row.name == name.as_str()));
    let outcome = text(asked, "outcome").filter(|said| OUTCOMES.contains(&said.as_str()));
    let same_as: Option<i64> = asked.code("same");
    let day = asked.moment("day", "hour");
    let mut rest = String::new();
    let said = [
        ("who", actor.clone()),
        ("action", action.clone()),
        ("outcome", outcome.clone()),
        ("same", same_as.map(|seq| seq.to_string())),
        (
            "day",
            day.map(|day| day.local().strftime("%Y-%m-%d").to_string()),
        ),
    ];
    for (field, value) in said {
        if let Some(value) = value {
            rest.extend([field, "=", &value, "&"]);
        }
    }
    let before = day.map(|day| (day.plus_seconds(DAY), i64::MIN));
    let wanted = Wanted {
        actor,
        action,
        outcome,
        same_as,
        from: day,
        before: after.or(before),
    };
    (wanted, rest)
}

/// The pseudonym that begins with what was typed, if one alone does.
async fn behind(app: &App, typed: &str) -> Result<Option<String>, StoreError> {
    let look = app
        .store
        .read_clear(async |look| account::pseudonym(&*look, typed).await);
    Ok(look.await?.map(|found| found.to_string()))
}

/// All of it, for whoever protects the data of this installation; for others, what they did.
async fn all(
    State(app): State<App>,
    who: Mine,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let elsewhere = || Ok(who.visit.redirect("ledger-mine"));
    let actor = &who.standing.actor;
    let Some(ledger) = app.store.ledger_record().await? else {
        return elsewhere();
    };
    let gate = app.store.gate();
    let permit = gate
        .permit_for_now::<ReadLedger>(actor, ledger, &[])
        .await?;
    // Another organisation's officer sees their own acts, as everybody does.
    let Some(permit) = permit else {
        return elsewhere();
    };
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let (mut wanted, rest) = wanted(&mut asked);
    if let Some(who) = &mut wanted.actor {
        asked = asked.put("who", shown(who));
        if let Some(whole) = behind(&app, who).await? {
            *who = whole;
        }
    }
    let (status, found) = if asked.is_right() {
        (StatusCode::OK, entries(&app, permit, wanted).await?)
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, Found::default())
    };
    let language = who.visit.language;
    let known = Known::of(&app, actor.pseudonym(), &found, language).await?;
    let frame = who.frame("ledger-title");
    let page = LedgerPage::new(frame, asked, &rest, found, (&known, PAGE));
    Ok(render_as(status, language, &page))
}

fn after(query: Option<String>) -> Result<Option<(Moment, i64)>, Problem> {
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    Ok(asked.code("after").map(|After(at, seq)| (at, seq)))
}

/// What the reader did.
async fn mine(
    State(app): State<App>,
    who: Mine,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let permit = who.permit::<ReadLedger>(&app).await?;
    let me = who.standing.actor.pseudonym();
    let wanted = Wanted {
        actor: Some(me.clone()),
        before: after(query)?,
        ..Wanted::default()
    };
    let found = entries(&app, permit, wanted).await?;
    let known = Known::of(&app, me, &found, who.visit.language).await?;
    let page = MinePage::new(who.frame("ledger-mine-title"), found, &known);
    Ok(render(who.visit.language, &page))
}

/// Who has looked at one record.
async fn looks(
    State(app): State<App>,
    allowed: Allowed<ListLooks>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let (me, record) = (permit.actor().pseudonym(), permit.record());
    let before = after(query)?;
    let read = app.store.read(
        permit,
        move |unit| async move { unit.looks(before, PAGE).await },
    );
    let found: Found = read
        .await
        .map_err(|error: StoreError| Problem::from(error))?;
    let here = visit.href_to("looks", &record);
    let known = Known::of(&app, me, &found, visit.language).await?;
    let page = LooksPage::new(visit.frame("looks-title"), &here, found, &known);
    Ok(render(visit.language, &page))
}

/// How far the last check came.
async fn verify(State(app): State<App>, allowed: Allowed<VerifyLedger>) -> Response {
    let language = allowed.visit.language;
    let page = VerifyPage {
        frame: allowed.frame("check-title"),
        form: Form::fresh(app.world.id(), 0),
        state: How::new(app.store.ledger_check(), language),
        key: app.store.journal().public_key().to_string(),
    };
    render(language, &page)
}

/// Begins a check, and waits a little for its end.
async fn check(
    State(app): State<App>,
    allowed: Allowed<VerifyLedger>,
) -> Result<Response, Problem> {
    written(&app, allowed.permit).await?;
    app.store.check_ledger();
    for _ in 0..WAITS {
        tokio::time::sleep(WAIT).await;
        if !matches!(app.store.ledger_check(), Check::Running { .. }) {
            break;
        }
    }
    Ok(allowed.visit.redirect("ledger-verify"))
}

/// Writes in the ledger that somebody does this: an act, though no row of anything else changes.
async fn written<A: access::Action>(app: &App, permit: Permit<A>) -> Result<(), StoreError> {
    app.store.unit(permit, |_| async { Ok(()) }).await
}

async fn export(State(app): State<App>, allowed: Allowed<ExportLedger>) -> Response {
    let page = ExportPage {
        frame: allowed.frame("export-title"),
        form: Form::fresh(app.world.id(), 0),
    };
    render(allowed.visit.language, &page)
}

/// The whole ledger as a file, line by line.
async fn take_out(
    State(app): State<App>,
    allowed: Allowed<ExportLedger>,
) -> Result<Response, Problem> {
    written(&app, allowed.permit).await?;
    let day = app.world.now().local().strftime("%Y-%m-%d").to_string();
    let (lines, taken) = mpsc::channel::<String>(256);
    let store = app.store.clone();
    tokio::spawn(async move {
        if let Err(error) = store.export_ledger(lines).await {
            // The file ends early, and its check says that entries are missing.
            tracing::error!(%error, "the ledger could not be taken out whole");
        }
    });
    let lines = futures::stream::unfold(taken, |mut taken| async move {
        let mut some = Vec::new();
        taken.recv_many(&mut some, 256).await;
        let some = some.concat();
        (!some.is_empty()).then(|| (Ok::<_, std::convert::Infallible>(Bytes::from(some)), taken))
    });
    let mut response = Response::new(Body::from_stream(lines));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    let name = format!("attachment; filename=\"ledger-{day}.txt\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
