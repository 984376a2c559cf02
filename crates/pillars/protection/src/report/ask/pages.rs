//! The three entries: what was asked, what was answered, and the receipt at the end.

use access::Permit;
use access::action::SendReport;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{Allowed, App, Client, Form, Pause, Problem, Visit, render, render_as};
use people::guess::{self, Kind as Guess};
use record::Id;
use store::StoreError;

use super::closed::closed;
use super::view::{
    AskPage, CompressedPage, FullPage, NobodyPage, ReceiptPage, TITLE, WhichPage, WritePage,
};
use super::{Asked, Step, Words};
use crate::reader::actions::{Country, country};
use crate::reader::pages::numbers_for;
use crate::report::back::view::More;
use crate::report::pages::problem;
use crate::report::room::is_full;
use crate::report::sending::{Reading, Sending, Sent, reading, send};
use crate::report::{Done, Entry, back};

const fn entry(number: u8) -> Entry {
    match number {
        1 => Entry::Help,
        2 => Entry::Worry,
        _ => Entry::Held,
    }
}

/// The first step of an entry: nothing is typed yet.
pub(crate) async fn begin<const ENTRY: u8>(
    State(app): State<App>,
    allowed: Allowed<SendReport>,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    if visit.compressing {
        let numbers = numbers_for(&app, &visit, None).await?;
        let frame = visit.frame(TITLE);
        return Ok(render(visit.language, &CompressedPage { frame, numbers }));
    }
    if let Some(closed) = closed(&app, &visit, ENTRY, None).await? {
        return Ok(closed);
    }
    let form = Form::fresh(app.world.id(), 0).put("reads", super::Reads::Helpers.code());
    Ok(render(
        visit.language,
        &AskPage::new(visit.frame(TITLE), entry(ENTRY), form),
    ))
}

/// Whatever step was filled in: asks the next one, or sends.
pub(crate) async fn go_on<const ENTRY: u8>(
    State(app): State<App>,
    client: Client,
    pause: Pause,
    allowed: Allowed<SendReport>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, entry) = (allowed.visit, entry(ENTRY));
    if let Some(closed) = closed(&app, &visit, ENTRY, Some(&mut form)).await? {
        return Ok(closed);
    }
    let step: Step = form.code("step").ok_or(Problem::WrongWay)?;
    let Some(asked) = Asked::read(&mut form) else {
        return Ok(wrong(
            &visit,
            &AskPage::new(visit.frame(TITLE), entry, form),
        ));
    };
    let country = look(&app).await?;
    if step == Step::Where && asked.asks_which(&country.bodies) {
        return Ok(render(
            visit.language,
            &which(&visit, entry, &asked, &country, form),
        ));
    }
    let Some(accused) = asked.accused(&mut form, &country.bodies) else {
        return Ok(wrong(&visit, &which(&visit, entry, &asked, &country, form)));
    };
    let who = reading(
        &country,
        &accused,
        asked.governorate_code(),
        asked.with_police,
    );
    let Some(reader) = who.reader else {
        return nobody(&app, &visit, &asked, form).await;
    };
    if step != Step::Words {
        // A key of its own: whoever goes back and changes an answer begins another report.
        let form = form.renewed(app.world.id(), 0);
        return Ok(render(
            visit.language,
            &write(&visit, entry, &asked, &country, &who, form),
        ));
    }
    let told: Id = form.code("told").unwrap_or(Id::NONE);
    let told_police: Option<Id> = form.code("told_police");
    let Some(words) = Words::read(&mut form, entry, &asked) else {
        return Ok(wrong(
            &visit,
            &write(&visit, entry, &asked, &country, &who, form),
        ));
    };
    if told != reader || told_police != who.police {
        return Ok(changed(&visit, entry, &asked, &country, &who, form));
    }
    if is_full(&app, form.key()).await? {
        return full(&app, &visit, &asked, form).await;
    }
    let sending = Sending {
        entry,
        governorate: asked.governorate_code().map(str::to_owned),
        with_police: asked.with_police,
        accused,
        minor: words.minor,
        danger: words.danger,
        contact: words.contact,
        parts: words.parts,
        told,
        told_police,
        form_key: form.key().to_owned(),
    };
    let asking = Asking {
        entry,
        asked,
        country,
        form,
    };
    let answer = sent(&app, &visit, &allowed.permit, sending, asking).await?;
    slow(&app, client, &pause).await;
    Ok(answer)
}

/// Whoever sends many reports waits for the answers, after all is saved: nothing waits but they.
async fn slow(app: &App, client: Client, pause: &Pause) {
    let place = client.place().unwrap_or_default();
    match guess::ask(&app.store, Guess::Report, &place).await {
        Ok(wait) => pause.after(wait.delay).await,
        Err(error) => tracing::warn!(%error, "a report was not counted by its place"),
    }
}

/// The form as it stands, for the page that must be shown again.
struct Asking {
    entry: Entry,
    asked: Asked,
    country: Country,
    form: Form,
}

async fn sent(
    app: &App,
    visit: &Visit,
    permit: &Permit<SendReport>,
    sending: Sending,
    asking: Asking,
) -> Result<Response, Problem> {
    let Asking {
        entry,
        asked,
        country,
        form,
    } = asking;
    match send(&app.store, permit, sending.clone())
        .await
        .map_err(problem)?
    {
        Sent::Receipt {
            report,
            digits,
            done,
        } => {
            // Whoever went back, changed their words and sent the form again has lost none.
            let said = match done {
                Done::Now => None,
                Done::Before => back::changed_words(app, report, &sending).await?,
            };
            let more = said.map(|said| More::new(app, report, Some(said)));
            Ok(render(
                visit.language,
                &ReceiptPage::new(visit.frame(TITLE), &digits, more),
            ))
        }
        Sent::NoReader => nobody(app, visit, &asked, form).await,
        Sent::OtherReader => {
            // The readers changed in between: read them anew.
            let now = look(app).await.unwrap_or(country);
            let governorate = asked.governorate_code();
            let who = reading(&now, &sending.accused, governorate, asked.with_police);
            if who.reader.is_none() {
                return nobody(app, visit, &asked, form).await;
            }
            Ok(changed(visit, entry, &asked, &now, &who, form))
        }
    }
}

async fn look(app: &App) -> Result<Country, StoreError> {
    app.store
        .look(|look| async move { country(&*look).await })
        .await
}

fn wrong(visit: &Visit, page: &impl askama::Template) -> Response {
    render_as(StatusCode::UNPROCESSABLE_ENTITY, visit.language, page)
}

fn which(visit: &Visit, entry: Entry, asked: &Asked, country: &Country, form: Form) -> WhichPage {
    WhichPage::new(visit.frame(TITLE), entry, asked, country, form)
}

fn write(
    visit: &Visit,
    entry: Entry,
    asked: &Asked,
    country: &Country,
    who: &Reading,
    form: Form,
) -> WritePage {
    WritePage::new(visit.frame(TITLE), entry, asked, country, who, form, false)
}

/// Another body would read than the page said: it says so before anything is sent.
fn changed(
    visit: &Visit,
    entry: Entry,
    asked: &Asked,
    country: &Country,
    who: &Reading,
    form: Form,
) -> Response {
    let page = WritePage::new(visit.frame(TITLE), entry, asked, country, who, form, true);
    render_as(StatusCode::CONFLICT, visit.language, &page)
}

/// No further report is taken: the numbers, and every word that was typed.
async fn full(app: &App, visit: &Visit, asked: &Asked, form: Form) -> Result<Response, Problem> {
    let page = FullPage {
        frame: visit.frame(TITLE),
        numbers: numbers_for(app, visit, asked.governorate_code()).await?,
        form,
    };
    let status = StatusCode::SERVICE_UNAVAILABLE;
    Ok(render_as(status, visit.language, &page))
}

/// Nobody is left who may read: the numbers, and every word that was typed.
async fn nobody(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    mut form: Form,
) -> Result<Response, Problem> {
    let numbers = numbers_for(app, visit, asked.governorate_code()).await?;
    let text = form.take("text");
    Ok(render(
        visit.language,
        &NobodyPage {
            frame: visit.frame(TITLE),
            numbers,
            text,
        },
    ))
}
