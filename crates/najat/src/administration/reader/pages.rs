//! The pages of the readers' order.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

use access::action::{ListOrganisations, SetReaderOrder};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use page::{
    Allowed, AllowedList, App, Choice, Field, Fields as _, Form, Frame, FrameKind, Problem,
};
use page::{NotAnAnswer, Route, Sampled, Wrong, filters, no_sample, render, render_as, sampled};
use people::member::{self, Post};
use people::organisation::Organisation;
use protection::reader::actions::{Order, readers, set_reader_order};
use protection::reader::{Reader, ReaderError};
use record::{Id, Jurisdiction, Language, Role};
use store::StoreError;

use super::super::beside::{Refused, Theirs, theirs, version_of};
use super::super::{parts, samples};
use super::forms::{self, Ordering};

/// The routes of the readers' order.
pub(crate) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ListOrganisations, _>("/readers", "reader-order", staff, lists, list),
        Route::get::<SetReaderOrder, _>("/readers/change", "set-readers", staff, forms, change),
        Route::post::<SetReaderOrder, _>(
            "/readers/change",
            "set-readers-send",
            staff,
            no_sample,
            send,
        )
        .takes::<Ordering>(),
    ]
}

/// A place that has readers: a governorate, or the whole country for a jurisdiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    governorate: Option<String>,
    jurisdiction: Jurisdiction,
}

/// By the code in an address: a governorate's or a jurisdiction's.
impl FromStr for Place {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        if let Some(found) = record::governorate(code) {
            return Ok(Self {
                governorate: Some(found.code.clone()),
                jurisdiction: found.jurisdiction,
            });
        }
        Ok(Self {
            governorate: None,
            jurisdiction: code.parse().map_err(|_| NotAnAnswer)?,
        })
    }
}

impl Place {
    fn code(&self) -> &str {
        match &self.governorate {
            Some(code) => code,
            None => self.jurisdiction.code(),
        }
    }

    fn name(&self, language: Language) -> String {
        match &self.governorate {
            Some(code) => parts::place_name(code, language),
            None => page::words(language, national_key(self.jurisdiction), &[]),
        }
    }

    fn has(&self, reader: &Reader) -> bool {
        reader.governorate == self.governorate
            && (self.governorate.is_some() || reader.jurisdiction == self.jurisdiction)
    }

    fn all() -> Vec<Self> {
        let national = Jurisdiction::ALL.iter().map(|there| Self {
            governorate: None,
            jurisdiction: *there,
        });
        let local = record::governorates().iter().map(|place| Self {
            governorate: Some(place.code.clone()),
            jurisdiction: place.jurisdiction,
        });
        national.chain(local).collect()
    }
}

const fn national_key(jurisdiction: Jurisdiction) -> &'static str {
    match jurisdiction {
        Jurisdiction::Federal => "admin-readers-federal",
        Jurisdiction::Kurdistan => "admin-readers-kurdistan",
    }
}

/// A reader on the list.
struct Line {
    name: String,
    /// Whether a responder and a supervisor work there who can sign in.
    has_staff: bool,
}

/// A place on the list.
struct Row {
    code: String,
    name: String,
    readers: Vec<Line>,
}

#[derive(Template)]
#[template(path = "administration/reader/templates/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "administration/reader/templates/form.html")]
struct FormPage {
    frame: Frame,
    form: Form,
    name: String,
    national: bool,
    bodies: Vec<Choice>,
    theirs: Option<Theirs>,
}

fn rows(
    bodies: &[Organisation],
    readers: &[Reader],
    posts: &[Post],
    language: Language,
) -> Vec<Row> {
    let works = |org: Id, role: Role| {
        let mut there = posts.iter();
        there.any(|post| post.org == org && post.role == role)
    };
    let line = |reader: &Reader| Line {
        name: parts::name_of(bodies, reader.org, language),
        has_staff: works(reader.org, Role::Responder) && works(reader.org, Role::Supervisor),
    };
    let row = |place: Place| Row {
        readers: readers
            .iter()
            .filter(|reader| place.has(reader))
            .map(line)
            .collect(),
        name: place.name(language),
        code: place.code().to_owned(),
    };
    Place::all().into_iter().map(row).collect()
}

async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListOrganisations>,
) -> Result<Response, Problem> {
    let bodies = parts::bodies(&app).await?;
    let (readers, posts) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            Ok((readers(&*look).await?, member::posts(&*look).await?))
        })
        .await?;
    let language = allowed.visit.language;
    let page = ListPage {
        frame: allowed.frame("admin-readers-title"),
        rows: rows(&bodies, &readers, &posts, language),
    };
    Ok(render(language, &page))
}

fn page(frame: Frame, form: Form, place: &Place, bodies: &[Organisation]) -> FormPage {
    let language = frame.language;
    let national = place.governorate.is_none();
    // Police, armed groups and courts read nothing; the last readers are independent.
    let may = bodies
        .iter()
        .filter(|body| !body.is.kind.is_force() && (!national || body.is.independent));
    FormPage {
        bodies: parts::body_choices(may, language),
        name: place.name(language),
        national,
        frame,
        form: form.put("place", place.code()),
        theirs: None,
    }
}

impl FormPage {
    const FIELDS: &'static [Field] = Ordering::FIELDS;

    /// With what somebody else made of the order meanwhile.
    fn beside(mut self, stands: &Form) -> Self {
        let bodies = |_: &Field| self.bodies.clone();
        let (fields, language) = (Ordering::readers(), self.frame.language);
        let theirs = theirs(&self.form, stands, fields, bodies, language);
        self.theirs = Some(theirs);
        self
    }
}

/// The order of a place in a form.
fn filled(form: Form, place: &Place, readers: &[Reader]) -> Form {
    let here = readers.iter().filter(|reader| place.has(reader));
    forms::filled(form, here.map(|reader| reader.org))
}

/// Tells one order of a place from another.
fn version(place: &Place, readers: &[Reader]) -> i64 {
    version_of(&filled(Form::default(), place, readers))
}

async fn change(
    State(app): State<App>,
    allowed: Allowed<SetReaderOrder>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let place = asked.get("place").and_then(|code| code.parse().ok());
    let Some(place) = place else {
        return Ok(allowed.visit.redirect("reader-order"));
    };
    let bodies = parts::bodies(&app).await?;
    let readers = app
        .store
        .read_clear(async |look| readers(&*look).await)
        .await?;
    let form = Form::fresh(app.world.id(), version(&place, &readers));
    let form = filled(form, &place, &readers);
    let page = page(allowed.frame("admin-readers-change"), form, &place, &bodies);
    Ok(render(allowed.visit.language, &page))
}

/// Somebody else changed the order meanwhile: theirs above what was chosen.
async fn stale(app: &App, frame: Frame, form: Form, place: &Place) -> Result<Response, Problem> {
    let language = frame.language;
    let bodies = parts::bodies(app).await?;
    let readers = app
        .store
        .read_clear(async |look| readers(&*look).await)
        .await?;
    let stands = filled(Form::default(), place, &readers);
    let form = form.renewed(app.world.id(), version_of(&stands));
    let page = page(frame, form, place, &bodies).beside(&stands);
    Ok(render_as(StatusCode::CONFLICT, language, &page))
}

async fn send(
    State(app): State<App>,
    allowed: Allowed<SetReaderOrder>,
    mut form: Form,
) -> Result<Response, Problem> {
    let place: Place = form
        .open("place")
        .parse()
        .map_err(|_| Problem::Explained("admin-choose-place"))?;
    let frame = allowed.frame("admin-readers-change");
    let language = allowed.visit.language;
    if let Some(read) = Ordering::read(&mut form) {
        let order = Order {
            governorate: place.governorate.clone(),
            jurisdiction: place.jurisdiction,
            orgs: read.orgs(),
        };
        let said = Arc::new((order, place.clone(), form.version(), form.key().to_owned()));
        let done = app.store.unit(allowed.permit, move |unit| {
            let said = said.clone();
            async move {
                let (order, place, seen, key) = &*said;
                if unit.answered(key).await?.is_none() {
                    if version(place, &readers(&*unit).await?) != *seen {
                        return Err(Refused::Stale);
                    }
                    let set = set_reader_order(&unit, order).await;
                    set.map_err(Refused::By)?;
                    unit.answer(key, "set").await?;
                }
                Ok(())
            }
        });
        match done.await {
            Ok(()) => return Ok(allowed.visit.redirect("reader-order")),
            Err(Refused::Stale) => return stale(&app, frame, form, &place).await,
            Err(Refused::By(ReaderError::Store(error))) => return Err(error.into()),
            Err(Refused::By(ReaderError::NotAReader)) => {
                form.wrong("first", Wrong::new("admin-readers-unfit"));
            }
            Err(Refused::By(ReaderError::NotIndependent)) => {
                form.wrong("first", Wrong::new("admin-readers-independent"));
            }
        }
    }
    let bodies = parts::bodies(&app).await?;
    let page = page(frame, form, &place, &bodies);
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

fn lists(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let reader = |number, governorate: Option<&str>| Reader {
        governorate: governorate.map(str::to_owned),
        jurisdiction: Jurisdiction::Federal,
        org: samples::id(number),
        org_kind: record::OrgKind::Aid,
        position: 0,
        independent: true,
    };
    let post = |role| Post {
        org: samples::id(1),
        role,
        people: 2,
    };
    let posts = [post(Role::Responder), post(Role::Supervisor)];
    let page = |readers: &[Reader]| ListPage {
        frame: Frame::sample(language, FrameKind::Staff, "admin-readers-title"),
        rows: rows(&bodies, readers, &posts, language),
    };
    let some = [
        reader(1, None),
        reader(2, Some("IQG02")),
        reader(1, Some("IQG02")),
    ];
    vec![
        sampled("full", language, &page(&some)),
        sampled("empty", language, &page(&[])),
    ]
}

fn forms(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let made = |form, code: &str| {
        let frame = Frame::sample(language, FrameKind::Staff, "admin-readers-change");
        let place = code.parse().unwrap_or(Place {
            governorate: None,
            jurisdiction: Jurisdiction::Federal,
        });
        page(frame, form, &place, &bodies)
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh().put("first", samples::id(1).to_string());
    wrong.wrong("first", Wrong::new("admin-readers-independent"));
    let stands = fresh().put("first", samples::id(2).to_string());
    let stale = made(fresh(), "IQG02").beside(&stands);
    vec![
        sampled("empty", language, &made(fresh(), "IQG02")),
        sampled("errors", language, &made(wrong, "federal")),
        sampled("stale", language, &stale),
    ]
}
