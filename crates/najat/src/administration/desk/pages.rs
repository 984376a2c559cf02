//! The pages of desks.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

use access::action::{ListOrganisations, SetDesk};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use page::{
    Allowed, AllowedList, App, Choice, Field, Fields as _, Form, Frame, FrameKind, Problem,
};
use page::{NotAnAnswer, Route, Sampled, Wrong, filters, no_sample, render, render_as, sampled};
use people::desk::{self, Desk, DeskError, set_desk};
use people::organisation::Organisation;
use record::{Duty, Id, Jurisdiction, Language};

use super::super::beside::{Refused, Theirs, theirs, version_of};
use super::super::{parts, samples};
use super::forms::Naming;

/// The routes of desks.
pub(crate) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ListOrganisations, _>("/desks", "desks", staff, lists, list),
        Route::get::<SetDesk, _>("/desks/change", "set-desk", staff, forms, change),
        Route::post::<SetDesk, _>("/desks/change", "set-desk-send", staff, no_sample, send)
            .takes::<Naming>(),
    ]
}

/// The message that names what is answered for.
const fn duty_key(duty: Duty) -> &'static str {
    match duty {
        Duty::Placement => "admin-duty-placement",
        Duty::LegalAid => "admin-duty-legal-aid",
        Duty::Oversight => "admin-duty-oversight",
        Duty::StateDuty => "admin-duty-state-duty",
        Duty::FocalPoint => "admin-duty-focal-point",
    }
}

/// The message that says what it is for.
const fn hint_key(duty: Duty) -> &'static str {
    match duty {
        Duty::Placement => "admin-duty-placement-hint",
        Duty::LegalAid => "admin-duty-legal-aid-hint",
        Duty::Oversight => "admin-duty-oversight-hint",
        Duty::StateDuty => "admin-duty-state-duty-hint",
        Duty::FocalPoint => "admin-duty-focal-point-hint",
    }
}

/// Whether a duty is answered for governorate by governorate, or for a whole jurisdiction.
pub(super) const fn is_local(duty: Duty) -> bool {
    matches!(duty, Duty::Placement | Duty::LegalAid)
}

/// Where somebody answers: a governorate, or a jurisdiction; none for the whole country.
#[derive(Default)]
pub(super) struct Place(pub(super) Option<String>, Option<Jurisdiction>);

/// By the code in an address.
impl FromStr for Place {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        if code == parts::NONE {
            return Ok(Self::default());
        }
        if let Some(found) = record::governorate(code) {
            return Ok(Self(Some(found.code.clone()), None));
        }
        let there = code.parse().map_err(|_| NotAnAnswer)?;
        Ok(Self(None, Some(there)))
    }
}

fn code_of(desk: &Desk) -> &str {
    match (&desk.governorate, desk.jurisdiction) {
        (Some(code), _) => code,
        (None, Some(there)) => there.code(),
        (None, None) => parts::NONE,
    }
}

fn place_name(desk: &Desk, language: Language) -> String {
    match &desk.governorate {
        Some(code) => parts::place_name(code, language),
        None => page::words(language, parts::jurisdiction_key(desk.jurisdiction), &[]),
    }
}

/// A desk on the list.
struct Line {
    place: String,
    code: String,
    bodies: Vec<String>,
}

/// What is answered for, and by whom.
struct Group {
    duty: Duty,
    name: &'static str,
    hint: &'static str,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "administration/desk/templates/list.html")]
struct ListPage {
    frame: Frame,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "administration/desk/templates/form.html")]
struct FormPage {
    frame: Frame,
    form: Form,
    name: &'static str,
    hint: &'static str,
    places: Vec<Choice>,
    bodies: Vec<Choice>,
    theirs: Option<Theirs>,
}

fn groups(desks: &[Desk], bodies: &[Organisation], language: Language) -> Vec<Group> {
    let line = |desk: &Desk| Line {
        place: place_name(desk, language),
        code: code_of(desk).to_owned(),
        bodies: desk
            .orgs
            .iter()
            .map(|org| parts::name_of(bodies, *org, language))
            .collect(),
    };
    let group = |duty: &Duty| Group {
        duty: *duty,
        name: duty_key(*duty),
        hint: hint_key(*duty),
        lines: desks
            .iter()
            .filter(|desk| desk.duty == *duty)
            .map(line)
            .collect(),
    };
    Duty::ALL.iter().map(group).collect()
}

async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListOrganisations>,
) -> Result<Response, Problem> {
    let bodies = parts::bodies(&app).await?;
    let desks = app
        .store
        .read_clear(async |look| desk::all(&*look).await)
        .await?;
    let language = allowed.visit.language;
    let page = ListPage {
        frame: allowed.frame("admin-desks-title"),
        groups: groups(&desks, &bodies, language),
    };
    Ok(render(language, &page))
}

fn page(frame: Frame, form: Form, duty: Duty, bodies: &[Organisation]) -> FormPage {
    let language = frame.language;
    let mut places = parts::jurisdiction_choices(language);
    if is_local(duty) {
        places.extend(parts::place_choices(language));
    }
    let may = bodies.iter().filter(|body| {
        !body.is.kind.is_force() && (duty != Duty::Oversight || body.is.independent)
    });
    FormPage {
        bodies: parts::body_choices(may, language),
        name: duty_key(duty),
        hint: hint_key(duty),
        places,
        frame,
        form: form.put("duty", duty.code()),
        theirs: None,
    }
}

impl FormPage {
    const FIELDS: &'static [Field] = Naming::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "place" => self.places.clone(),
            _ => self.bodies.clone(),
        }
    }

    /// With what somebody else made of it meanwhile.
    fn beside(mut self, stands: &Form) -> Self {
        let options = |field: &Field| self.options(field);
        let (fields, language) = (Naming::bodies(), self.frame.language);
        let theirs = theirs(&self.form, stands, fields, options, language);
        self.theirs = Some(theirs);
        self
    }
}

/// Who answers there, in a form.
fn filled(form: Form, duty: Duty, place: &Place, desks: &[Desk]) -> Form {
    let there = desks.iter().find(|desk| {
        desk.duty == duty && desk.governorate == place.0 && desk.jurisdiction == place.1
    });
    let orgs = there.map_or(&[][..], |there| there.orgs.as_slice());
    let both = Naming::bodies().zip(orgs);
    both.fold(form, |form, (field, org)| {
        form.put(field.name, org.to_string())
    })
}

/// Tells one list of who answers there from another.
fn version(duty: Duty, place: &Place, desks: &[Desk]) -> i64 {
    version_of(&filled(Form::default(), duty, place, desks))
}

async fn change(
    State(app): State<App>,
    allowed: Allowed<SetDesk>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let duty = asked.get("duty").and_then(|code| code.parse::<Duty>().ok());
    let Some(duty) = duty else {
        return Ok(allowed.visit.redirect("desks"));
    };
    let bodies = parts::bodies(&app).await?;
    let asked = asked
        .get("place")
        .and_then(|code| Some((code, code.parse().ok()?)));
    let form = match asked {
        Some((code, place)) => {
            let desks = app
                .store
                .read_clear(async |look| desk::all(&*look).await)
                .await?;
            let form = Form::fresh(app.world.id(), version(duty, &place, &desks));
            filled(form, duty, &place, &desks).put("place", code.as_str())
        }
        None => Form::fresh(app.world.id(), version_of(&Form::default())),
    };
    let page = page(allowed.frame("admin-desk-title"), form, duty, &bodies);
    Ok(render(allowed.visit.language, &page))
}

/// Somebody else named who answers there meanwhile: theirs above what was chosen.
async fn stale(app: &App, frame: Frame, form: Form, duty: Duty) -> Result<Response, Problem> {
    let language = frame.language;
    let bodies = parts::bodies(app).await?;
    let desks = app
        .store
        .read_clear(async |look| desk::all(&*look).await)
        .await?;
    let place = form.open("place").parse().unwrap_or_default();
    let stands = filled(Form::default(), duty, &place, &desks);
    let form = form.renewed(app.world.id(), version_of(&stands));
    let page = page(frame, form, duty, &bodies).beside(&stands);
    Ok(render_as(StatusCode::CONFLICT, language, &page))
}

async fn send(
    State(app): State<App>,
    allowed: Allowed<SetDesk>,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(duty) = form.code::<Duty>("duty") else {
        return Err(Problem::Explained("admin-choose-place"));
    };
    let frame = allowed.frame("admin-desk-title");
    let language = allowed.visit.language;
    if let Some(read) = Naming::read(&mut form) {
        let orgs = read.orgs();
        let Place(governorate, jurisdiction) = read.place;
        let desk = Desk {
            duty,
            governorate,
            jurisdiction,
            orgs,
        };
        let said = Arc::new((desk, form.version(), form.key().to_owned()));
        let done = app.store.unit(allowed.permit, move |unit| {
            let said = said.clone();
            async move {
                let (desk, seen, key) = &*said;
                if unit.answered(key).await?.is_none() {
                    let place = Place(desk.governorate.clone(), desk.jurisdiction);
                    if version(desk.duty, &place, &desk::all(&*unit).await?) != *seen {
                        return Err(Refused::Stale);
                    }
                    set_desk(&unit, desk).await.map_err(Refused::By)?;
                    unit.answer(key, "set").await?;
                }
                Ok(())
            }
        });
        match done.await {
            Ok(()) => return Ok(allowed.visit.redirect("desks")),
            Err(Refused::Stale) => return stale(&app, frame, form, duty).await,
            Err(Refused::By(DeskError::Unfit)) => {
                form.wrong("first", Wrong::new("admin-desk-unfit"));
            }
            Err(Refused::By(DeskError::Store(error))) => return Err(error.into()),
        }
    }
    let bodies = parts::bodies(&app).await?;
    let page = page(frame, form, duty, &bodies);
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

fn lists(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let desk = |duty, governorate: Option<&str>, jurisdiction| Desk {
        duty,
        governorate: governorate.map(str::to_owned),
        jurisdiction,
        orgs: vec![samples::id(1), samples::id(2)],
    };
    let page = |desks: &[Desk]| ListPage {
        frame: Frame::sample(language, FrameKind::Staff, "admin-desks-title"),
        groups: groups(desks, &bodies, language),
    };
    let some = [
        desk(Duty::Placement, Some("IQG02"), None),
        desk(Duty::Oversight, None, Some(Jurisdiction::Federal)),
        desk(Duty::FocalPoint, None, None),
    ];
    vec![
        sampled("full", language, &page(&some)),
        sampled("empty", language, &page(&[])),
    ]
}

fn forms(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let made = |form, duty| {
        let frame = Frame::sample(language, FrameKind::Staff, "admin-desk-title");
        page(frame, form, duty, &bodies)
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh();
    wrong.wrong("place", Wrong::new("error-choose"));
    wrong.wrong("first", Wrong::new("admin-desk-unfit"));
    let stands = fresh().put("first", samples::id(2).to_string());
    let stale = made(fresh(), Duty::LegalAid).beside(&stands);
    vec![
        sampled("empty", language, &made(fresh(), Duty::Placement)),
        sampled("errors", language, &made(wrong, Duty::Oversight)),
        sampled("stale", language, &stale),
    ]
}
