//! Showing the receipt, and what the sender does with the report it opens.

use access::Actor;
use access::action::{AddToReport, DeleteReport, ReadOwnReport, StopContact};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    App, Cannot, Client, Fields as _, Form, NEUTRAL_TITLE, Pause, Problem, Visit, Wrong, render,
    render_as,
};
use record::Id;
use vault::Plain;

use super::open;
use super::view::{ComePage, GonePage, SurePage, ThreadPage};
use crate::reader::pages::numbers_for;
use crate::report::ask::view::CompressedPage;
use crate::report::forms::{Adding, Deleting, Waiting};
use crate::report::rules::RECEIPT_DIGITS;
use crate::report::thread::{add_to_report, delete_report, find, sender, show, stop_contact};

/// Asks for the twenty digits.
pub(crate) async fn come(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    if visit.compressing {
        let numbers = numbers_for(&app, &visit, None).await?;
        let frame = visit.frame(NEUTRAL_TITLE);
        return Ok(render(visit.language, &CompressedPage { frame, numbers }));
    }
    let form = Form::fresh(app.world.id(), 0);
    Ok(render(
        visit.language,
        &ComePage::new(visit.frame(NEUTRAL_TITLE), form, false),
    ))
}

/// Takes the twenty digits and shows the thread they open.
pub(crate) async fn back(
    State(app): State<App>,
    visit: Visit,
    client: Client,
    pause: Pause,
    mut form: Form,
) -> Result<Response, Problem> {
    let free_text = Waiting::read(&mut form).and_then(|waiting| waiting.free_text);
    let Some(receipt) = form.secret_digits("receipt", RECEIPT_DIGITS) else {
        return Ok(again(&visit, form, false));
    };
    let place = client.place().unwrap_or_default();
    let found = match show(&app.store, &receipt, &place).await? {
        Some(shown) => {
            pause.before(shown.delay()).await?;
            find(&app.store, shown).await?
        }
        None => None,
    };
    let Some(report) = found else {
        form.wrong("receipt", Wrong::new("report-receipt-opens-nothing"));
        return Ok(again(&visit, form, false));
    };
    thread(&app, &visit, report, Told::Nothing, free_text).await
}

fn again(visit: &Visit, form: Form, over: bool) -> Response {
    let page = ComePage::new(visit.frame(NEUTRAL_TITLE), form, over);
    render_as(StatusCode::UNPROCESSABLE_ENTITY, visit.language, &page)
}

/// What the page says of what was done a moment ago.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing was done.
    Nothing,
    /// More was written.
    Added,
    /// Contact was stopped.
    Stopped,
}

/// The thread, with a ticket good for the next quarter of an hour.
async fn thread(
    app: &App,
    visit: &Visit,
    report: Id,
    told: Told,
    free_text: Option<Plain<String>>,
) -> Result<Response, Problem> {
    let opened = open(app, visit, report).await?;
    let page = ThreadPage::new(app, visit.frame(NEUTRAL_TITLE), opened, told, free_text);
    Ok(render(visit.language, &page))
}

/// A ticket as a form carries it.
struct Ticket(String);

impl std::str::FromStr for Ticket {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// The report whose ticket a form carries, while the ticket is good.
fn report_of(app: &App, form: &mut Form) -> Option<Id> {
    let Ticket(ticket) = form.code("ticket")?;
    match sender(&app.store, &ticket) {
        Some(Actor::Reporter(report)) => Some(report),
        _ => None,
    }
}

/// The quarter of an hour is over: the digits once more, and nothing typed is lost.
fn over(visit: &Visit, mut form: Form) -> Response {
    drop(form.take("ticket"));
    again(visit, form, true)
}

/// Writes more.
pub(crate) async fn add(
    State(app): State<App>,
    visit: Visit,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(report) = report_of(&app, &mut form) else {
        return Ok(over(&visit, form));
    };
    let Some(Adding {
        free_text,
        form_key,
    }) = Adding::read(&mut form)
    else {
        let opened = open(&app, &visit, report).await?;
        let page = ThreadPage::with_form(&app, visit.frame(NEUTRAL_TITLE), opened, form);
        return Ok(render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.language,
            &page,
        ));
    };
    let permit = app
        .store
        .gate()
        .permit::<AddToReport>(&Actor::Reporter(report), report)
        .await?;
    let added = app.store.unit(permit, move |unit| {
        let (free_text, key) = (free_text.clone(), form_key.clone());
        async move { add_to_report(&unit, &free_text, &key).await }
    });
    added.await.map_err(Cannot::problem)?;
    thread(&app, &visit, report, Told::Added, None).await
}

/// "Stop, do not contact me."
pub(crate) async fn stop(
    State(app): State<App>,
    visit: Visit,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(report) = report_of(&app, &mut form) else {
        return Ok(over(&visit, form));
    };
    let permit = app
        .store
        .gate()
        .permit::<StopContact>(&Actor::Reporter(report), report)
        .await?;
    let key = form.key().to_owned();
    let stopped = app.store.unit(permit, move |unit| {
        let key = key.clone();
        async move { stop_contact(&unit, &key).await }
    });
    stopped.await.map_err(Cannot::problem)?;
    thread(&app, &visit, report, Told::Stopped, None).await
}

/// "Delete my report": asks once more, then deletes.
pub(crate) async fn delete(
    State(app): State<App>,
    visit: Visit,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(report) = report_of(&app, &mut form) else {
        return Ok(over(&visit, form));
    };
    let reporter = Actor::Reporter(report);
    let read = Deleting::read(&mut form);
    let Some(Deleting { form_key, .. }) = read.filter(|read| read.sure) else {
        // Only who may read it is asked; a report that is gone is gone.
        app.store
            .gate()
            .permit::<ReadOwnReport>(&reporter, report)
            .await?;
        let page = SurePage::new(&app, visit.frame(NEUTRAL_TITLE), report);
        return Ok(render(visit.language, &page));
    };
    match app
        .store
        .gate()
        .permit::<DeleteReport>(&reporter, report)
        .await
    {
        Ok(permit) => {
            let deleted = app.store.unit(permit, move |unit| {
                let key = form_key.clone();
                async move { delete_report(&unit, &key).await }
            });
            deleted.await.map_err(Cannot::problem)?;
        }
        // The same form a second time, or a second page: it is deleted already.
        Err(store::StoreError::Absent) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(render(
        visit.language,
        &GonePage {
            frame: visit.frame(NEUTRAL_TITLE),
        },
    ))
}
