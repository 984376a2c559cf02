//! The three entries, step by step: what was asked, what was answered. Each step has an address of
//! its own, and is led to after what was sent.

use std::collections::HashMap;
use std::str::FromStr;

use access::action::SendReport;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use page::{
    Allowed, App, Came, Client, Form, NEUTRAL_TITLE, NotAnAnswer, Pause, Problem, Visit, render,
    render_as,
};
use record::Language;
use store::StoreError;

use super::at::At;
use super::closed::closed;
use super::last::{self, Last, nobody};
use super::view::{AskPage, CompressedPage, WhichPage, WritePage};
use super::{Asked, Step};
use crate::reader::actions::{Country, country};
use crate::reader::pages::numbers_for;
use crate::report::sending::reading;

/// What stands in the address of a step: its number and its ticket.
type Address = Path<HashMap<String, String>>;

/// The first step of an entry: nothing is typed yet. Whoever comes from a page of ours is led to
/// an address under which their answers are found again.
pub(crate) async fn begin<const ENTRY: u8>(
    State(app): State<App>,
    came: Came,
    client: Client,
    allowed: Allowed<SendReport>,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    if visit.compressing {
        return compressed(&app, &visit).await;
    }
    if let Some(closed) = closed(&app, &visit, ENTRY, None).await? {
        return Ok(closed);
    }
    let at = At::new(&app, ENTRY, (came, client), None);
    if came == Came::Here {
        return Ok(visit.see_path(&at.path(visit.language, Step::Where)));
    }
    Ok(render(visit.language, &at.empty(&app, &visit)))
}

/// A step by its address, with what was answered so far.
pub(crate) async fn step<const ENTRY: u8>(
    State(app): State<App>,
    came: Came,
    client: Client,
    Path(address): Address,
    allowed: Allowed<SendReport>,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    if visit.compressing {
        return compressed(&app, &visit).await;
    }
    if let Some(closed) = closed(&app, &visit, ENTRY, None).await? {
        return Ok(closed);
    }
    let step = address.get("step").and_then(|step| step.parse().ok());
    let step: Step = step.ok_or(Problem::NotThere)?;
    let ticket = address.get("ticket").cloned();
    let at = At::new(&app, ENTRY, (came, client), ticket);
    // Whoever leads somebody to an address of their own choice does not learn what is typed there.
    let Some(form) = at.found(&app) else {
        let empty = at.empty(&app, &visit).forgotten(step != Step::Where);
        return Ok(render(visit.language, &empty));
    };
    let (_, page) = shown(&app, &visit, &at, step, form).await?;
    Ok(page.answer(&visit, StatusCode::OK))
}

async fn compressed(app: &App, visit: &Visit) -> Result<Response, Problem> {
    let numbers = numbers_for(app, visit, None).await?;
    let frame = visit.frame(NEUTRAL_TITLE);
    Ok(render(visit.language, &CompressedPage { frame, numbers }))
}

/// The page of one step.
pub(super) enum Page {
    Where(Box<AskPage>),
    Which(Box<WhichPage>),
    Words(Box<WritePage>),
    /// Nobody is left who may read.
    Nobody(Response),
}

impl Page {
    pub(super) fn answer(self, visit: &Visit, status: StatusCode) -> Response {
        match self {
            Self::Where(page) => render_as(status, visit.language, &*page),
            Self::Which(page) => render_as(status, visit.language, &*page),
            Self::Words(page) => render_as(status, visit.language, &*page),
            Self::Nobody(answer) => answer,
        }
    }
}

/// The page of a step, or of an earlier one that must be answered first; and which step it is.
pub(super) async fn shown(
    app: &App,
    visit: &Visit,
    at: &At,
    step: Step,
    mut form: Form,
) -> Result<(Step, Page), Problem> {
    let (frame, entry) = (at.frame(visit), at.entry());
    let first = |frame, form| {
        let page = AskPage::new(frame, entry, form);
        Ok((Step::Where, Page::Where(Box::new(page))))
    };
    if step == Step::Where {
        return first(frame, form);
    }
    let Some(asked) = Asked::read(&mut form) else {
        return first(frame, form);
    };
    let country = read_country(app).await?;
    let which = |frame, form| {
        let page = WhichPage::new(frame, entry, &asked, &country, form);
        Ok((Step::Which, Page::Which(Box::new(page))))
    };
    if step == Step::Which && asked.asks_which(&country.bodies) {
        return which(frame, form);
    }
    let Some(accused) = asked.accused(&mut form, &country.bodies) else {
        return which(frame, form);
    };
    let governorate = asked.governorate_code();
    let who = reading(&country, &accused, governorate, asked.with_police);
    if who.reader.is_none() {
        let answer = nobody(app, visit, &asked, form).await?;
        return Ok((Step::Words, Page::Nobody(answer)));
    }
    let page = WritePage::new(frame, entry, &asked, &country, &who, form, false);
    Ok((Step::Words, Page::Words(Box::new(page))))
}

pub(crate) async fn read_country(app: &App) -> Result<Country, StoreError> {
    app.store
        .read_clear(|look| async move { country(&*look).await })
        .await
}

/// What was pressed beside the button that goes on.
enum Pressed {
    /// Back to the step before.
    Back,
    /// Nothing: the page sends along what was typed so far.
    Keep,
    /// The same step in another language.
    In(Language),
}

impl FromStr for Pressed {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        match code {
            "back" => Ok(Self::Back),
            "keep" => Ok(Self::Keep),
            code => Language::from_code(code)
                .map(Self::In)
                .map_err(|_| NotAnAnswer),
        }
    }
}

/// Whatever step was filled in: asks the next one, or sends.
pub(crate) async fn go_on<const ENTRY: u8>(
    State(app): State<App>,
    came: (Came, Client),
    pause: Pause,
    Path(mut address): Address,
    allowed: Allowed<SendReport>,
    mut sent: Form,
) -> Result<Response, Problem> {
    let (mut visit, client) = (allowed.visit, came.1);
    if let Some(closed) = closed(&app, &visit, ENTRY, Some(&mut sent)).await? {
        return Ok(closed);
    }
    let step: Step = sent.code("step").ok_or(Problem::MethodNotAllowed)?;
    let at = At::new(&app, ENTRY, came, address.remove("ticket"));
    let Some(mut form) = at.taken(sent.clone()) else {
        let page = AskPage::new(at.frame(&visit), at.entry(), at.begun_anew(&app, sent));
        return Ok(render(visit.language, &page));
    };
    let pressed: Option<Pressed> = form.code("go");
    drop(form.take("go"));
    at.keep(&app, &form);
    let to = match pressed {
        Some(Pressed::Keep) => return Ok(StatusCode::NO_CONTENT.into_response()),
        Some(Pressed::In(language)) => {
            visit.language = language;
            step
        }
        Some(Pressed::Back) => before(&app, step, form.clone()).await?,
        None if step == Step::Words => {
            let answer = last::send(&app, &visit, &at, &allowed.permit, form).await?;
            return Ok(match answer {
                Last::Again(answer) => answer,
                Last::Sent(answer) => {
                    at.forget(&app);
                    last::slow(&app, client, &pause).await;
                    answer
                }
            });
        }
        None if step == Step::Where => Step::Which,
        None => Step::Words,
    };
    let is_led = pressed.is_some();
    let (shows, page) = shown(&app, &visit, &at, to, at.again(&app, form)).await?;
    let is_wrong = !is_led
        && matches!(
            (step, &page),
            (_, Page::Where(_)) | (Step::Which, Page::Which(_))
        );
    Ok(match page {
        page @ Page::Nobody(_) => page.answer(&visit, StatusCode::OK),
        page if is_wrong => page.answer(&visit, StatusCode::UNPROCESSABLE_ENTITY),
        _ if at.is_kept() => visit.see_path(&at.path(visit.language, shows)),
        page => page.answer(&visit, StatusCode::OK),
    })
}

/// The step before one.
async fn before(app: &App, step: Step, mut form: Form) -> Result<Step, Problem> {
    let asked = Asked::read(&mut form);
    let Some(asked) = asked.filter(|_| step == Step::Words) else {
        return Ok(Step::Where);
    };
    let asks = asked.asks_which(&read_country(app).await?.bodies);
    Ok(if asks { Step::Which } else { Step::Where })
}
