//! The page on which a report is taken down, and what is read out when it is.

use access::action::{IntakeReport, MakePromise, ReadReport};
use access::{Actor, Permit};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Fields as _, Form, FromPaper, Problem, Visit, Wrong, fill, render,
    render_as,
};
use record::{Id, short_code};
use vault::Plain;

use super::forms::{TakingDown, Talk, about, leave_open};
use super::view::{IntakePage, TakenPage};
use super::{Channel, intake_report, sheet};
use crate::reader::actions::Country;
use crate::report::ask::pages::read_country;
use crate::report::ask::{Asked, Reads, Words};
use crate::report::sending::{Sending, Sent, reading};
use crate::report::{ReportError, rules};

/// The empty page: a telephone call in the governorate of the desk, for helpers only.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<IntakeReport>,
) -> Result<Response, Problem> {
    let country = read_country(&app).await?;
    let mut form = Form::fresh(app.world.id(), 0)
        .put("how_told", Channel::Telephone.code())
        .put("reads", Reads::Helpers.code());
    if let Some(place) = place_of(&country, allowed.permit.actor()) {
        form = form.put("governorate", place);
    }
    let frame = allowed.frame("intake-title");
    let page = IntakePage::new(frame, &country, None, form, None);
    Ok(render(allowed.visit.language, &page))
}

/// The governorate in which the actor's body works, where it is one.
fn place_of(country: &Country, actor: &Actor) -> Option<String> {
    let org = actor.member()?.org;
    let body = country.bodies.iter().find(|body| body.id == org)?;
    match body.is.governorates.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// What was taken down: as it is sent, and as the page shows it again.
struct Read {
    sending: Option<(Sending, bool)>,
    asked: Option<Asked>,
    form: Form,
}

/// Reads every part, so that everything that is wrong is said at once.
fn read(
    app: &App,
    country: &Country,
    mut form: Form,
    paper: Option<(&'static str, Wrong)>,
) -> Read {
    leave_open(&mut form);
    // Which bodies are meant is asked even where something else is wrong.
    let asked = Asked::read(&mut form);
    let accused = asked
        .as_ref()
        .and_then(|asked| asked.accused(&mut form, &country.bodies));
    let taking = TakingDown::read(&mut form);
    if let Some(taking) = &taking
        && taking.at(app.world.now()) > app.world.now()
    {
        form.wrong("day", Wrong::new("intake-future"));
    }
    let entry = about(&form, taking.as_ref().and_then(|taking| taking.about));
    let words = asked
        .as_ref()
        .and_then(|asked| Words::read(&mut form, entry, asked));
    if let Some((field, what)) = paper {
        form.wrong(field, what);
    }
    let sheet = FromPaper::read(&mut form).map(|paper| paper.sheet);
    let call_later = taking
        .as_ref()
        .is_some_and(|taking| taking.talk == Some(Talk::Later));
    let sending = (|| {
        let (asked, words, accused) = (asked.as_ref()?, words?, accused?);
        let governorate = asked.governorate_code();
        let who = reading(country, &accused, governorate, asked.with_police);
        let sending = Sending {
            entry,
            governorate: governorate.map(str::to_owned),
            with_police: asked.with_police,
            accused,
            minor: words.minor,
            danger: words.danger,
            contact: words.contact,
            parts: words.parts,
            told: who.reader.unwrap_or(Id::NONE),
            told_police: who.police,
            taken: Some(taking?.taken(app.world.now(), sheet?)),
            form_key: form.key().to_owned(),
        };
        Some((sending, call_later))
    })();
    Read {
        sending,
        asked,
        form,
    }
}

/// Takes it down.
pub(crate) async fn send(
    State(app): State<App>,
    allowed: Allowed<IntakeReport>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let country = read_country(&app).await?;
    let paper = fill(&mut form, &sheet::all(visit.language));
    if matches!(paper, Ok(true)) {
        let asked = Asked::read(&mut form.clone());
        let frame = visit.frame("intake-title");
        let page = IntakePage::new(frame, &country, asked.as_ref(), form, None).filled();
        return Ok(render(visit.language, &page));
    }
    let Read {
        sending,
        asked,
        mut form,
    } = read(&app, &country, form, paper.err());
    let again = |form, words| {
        let frame = visit.frame("intake-title");
        let page = IntakePage::new(frame, &country, asked.as_ref(), form, words);
        render_as(StatusCode::UNPROCESSABLE_ENTITY, visit.language, &page)
    };
    let Some((sending, call_later)) = sending else {
        return Ok(again(form, None));
    };
    let (told, police) = (sending.told, sending.told_police);
    let sent = match intake_report(&app.store, &permit, sending).await {
        Err(ReportError::SheetTaken) => {
            form.wrong("sheet", Wrong::new("sheet-taken"));
            return Ok(again(form, None));
        }
        sent => sent.map_err(Cannot::problem)?,
    };
    match sent {
        Sent::Receipt { report, digits, .. } => {
            let name = |id| country.name(id, visit.language);
            let names = (name(told).unwrap_or_default(), police.and_then(name));
            taken(&app, &visit, &permit, (report, digits), names, call_later).await
        }
        Sent::NoReader => Ok(again(form, Some("intake-nobody"))),
        // The readers changed in the same moment.
        Sent::OtherReader => Ok(again(form, Some("problem-busy"))),
    }
}

/// What is said when it is taken down.
async fn taken(
    app: &App,
    visit: &Visit,
    permit: &Permit<IntakeReport>,
    (report, digits): (Id, Option<Plain<String>>),
    (reader, police): (String, Option<String>),
    call_later: bool,
) -> Result<Response, Problem> {
    let gate = app.store.gate();
    let could = gate.could(permit.actor(), report).await?;
    let groups = digits.map(|digits| rules::groups(&digits, visit.language));
    let page = TakenPage {
        frame: visit.frame("intake-done-title"),
        report,
        code: short_code(report),
        reader,
        police,
        groups: groups.unwrap_or_default(),
        may_read: could.may::<ReadReport>(),
        call_later: call_later && could.may::<MakePromise>(),
    };
    Ok(render(visit.language, &page))
}
