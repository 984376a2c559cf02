//! Ending an organisation, or letting it go into another: what there is first, then one act.

use access::action::EndOrganisation;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use page::{Allowed, App, Choice, Field, Fields as _, Form, Frame, FrameKind, Message, Problem};
use page::{Route, Sampled, Wrong, filters, no_sample, render, render_as, sampled};
use people::organisation::{self, Organisation, OrganisationError, Remains, end_organisation};
use people::{desk, unattended};
use protection::reader::actions::readers;
use protection::reader::ended::{EndsError, leave};
use record::{Id, Language};
use store::StoreError;

use super::super::unattended::{Row, rows};
use super::super::{parts, samples};
use super::forms::EndingBody;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<EndOrganisation, _>(
            "/organisations/{id}/end",
            "end-organisation",
            staff,
            pages,
            ask,
        ),
        Route::post::<EndOrganisation, _>(
            "/organisations/{id}/end",
            "end-organisation-send",
            staff,
            no_sample,
            send,
        )
        .takes::<EndingBody>(),
    ]
}

/// What ends with a body, and what becomes of it.
#[derive(Template)]
#[template(path = "administration/organisation/templates/end.html")]
struct EndPage {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    people: usize,
    /// Where it reads, in words.
    reads: Vec<String>,
    /// How often it stands among the desks.
    desks: usize,
    below: Vec<String>,
    rows: Vec<Row>,
    successors: Vec<Choice>,
    /// How many places are taken or held in its installations: they come first.
    occupied: Option<i64>,
}

/// All that the page stands on.
struct Stands {
    bodies: Vec<Organisation>,
    remains: Remains,
    /// The governorates in which it reads; none is the whole country.
    reads: Vec<Option<String>>,
    desks: usize,
}

async fn stands(app: &App, id: Id) -> Result<Stands, Problem> {
    let now = app.world.now();
    let stands = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let readers = readers(&*look).await?;
            let desks = desk::all(&*look).await?;
            Ok(Stands {
                bodies: organisation::all(&*look).await?,
                remains: organisation::remains(&*look, now, id).await?,
                reads: readers
                    .into_iter()
                    .filter(|reader| reader.org == id)
                    .map(|reader| reader.governorate)
                    .collect(),
                desks: desks.iter().filter(|desk| desk.orgs.contains(&id)).count(),
            })
        })
        .await?;
    let is_there = |body: &Organisation| body.id == id && !body.ended;
    if stands.bodies.iter().any(is_there) {
        Ok(stands)
    } else {
        Err(Problem::NotThere)
    }
}

impl EndPage {
    const FIELDS: &'static [Field] = EndingBody::FIELDS;

    fn new(frame: Frame, form: Form, id: Id, stands: Stands, occupied: Option<i64>) -> Self {
        let language = frame.language;
        let Stands {
            bodies,
            remains,
            reads,
            desks,
        } = stands;
        let whole = || Message::new(language, "duty-whole-country").to_string();
        let others = bodies.iter().filter(|body| body.id != id);
        let mut successors = vec![Choice::labelled(language, parts::NONE, "end-org-nobody")];
        successors.extend(parts::body_choices(others, language));
        let counts = unattended::counts(&remains.left);
        Self {
            name: parts::name_of(&bodies, id, language),
            people: remains.people,
            reads: reads
                .into_iter()
                .map(|place| place.map_or_else(whole, |code| parts::place_name(&code, language)))
                .collect(),
            desks,
            below: remains
                .below
                .iter()
                .map(|below| parts::name_of(&bodies, *below, language))
                .collect(),
            rows: rows(&counts, &bodies, language),
            successors,
            occupied,
            id,
            form,
            frame,
        }
    }
}

async fn ask(
    State(app): State<App>,
    allowed: Allowed<EndOrganisation>,
) -> Result<Response, Problem> {
    let id = allowed.permit.record();
    let stands = stands(&app, id).await?;
    let form = Form::fresh(app.world.id(), 0);
    let page = EndPage::new(allowed.frame("end-org-title"), form, id, stands, None);
    Ok(render(allowed.visit.language, &page))
}

async fn send(
    State(app): State<App>,
    allowed: Allowed<EndOrganisation>,
    mut form: Form,
) -> Result<Response, Problem> {
    let id = allowed.permit.record();
    let (frame, language) = (allowed.frame("end-org-title"), allowed.visit.language);
    let mut occupied = None;
    if let Some(EndingBody { successor, .. }) = EndingBody::read(&mut form) {
        let successor = successor.0;
        let key = form.key().to_owned();
        let ended = app.store.unit(allowed.permit, move |unit| {
            let key = key.clone();
            async move {
                if unit.answered(&key).await?.is_some() {
                    return Ok(());
                }
                leave(&unit, successor).await.map_err(Failed::Left)?;
                end_organisation(&unit, successor).await?;
                unit.answer(&key, "ended").await?;
                Ok::<_, Failed>(())
            }
        });
        match ended.await {
            Ok(()) => return Ok(allowed.visit.redirect("organisations")),
            Err(Failed::Left(EndsError::Occupied(places))) => occupied = Some(places),
            Err(Failed::Organisation(OrganisationError::Successor)) => {
                form.wrong("successor", Wrong::new("end-org-successor-unfit"));
            }
            Err(Failed::Organisation(OrganisationError::Own)) => {
                return Err(Problem::Explained("end-org-own"));
            }
            Err(
                Failed::Store(error)
                | Failed::Left(EndsError::Store(error))
                | Failed::Organisation(OrganisationError::Store(error)),
            ) => {
                return Err(error.into());
            }
            Err(Failed::Organisation(_)) => return Err(Problem::Explained("admin-not-possible")),
        }
    }
    let form = if occupied.is_some() {
        form.renewed(app.world.id(), 0)
    } else {
        form
    };
    let page = EndPage::new(frame, form, id, stands(&app, id).await?, occupied);
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

/// What kept a body from ending.
enum Failed {
    Left(EndsError),
    Organisation(OrganisationError),
    Store(StoreError),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<OrganisationError> for Failed {
    fn from(error: OrganisationError) -> Self {
        Self::Organisation(error)
    }
}

fn pages(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies;
    let page = |form, remains, reads, desks, occupied| {
        let frame = Frame::sample(language, FrameKind::Staff, "end-org-title");
        let stands = Stands {
            bodies: bodies(),
            remains,
            reads,
            desks,
        };
        EndPage::new(frame, form, samples::id(2), stands, occupied)
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let full = Remains {
        people: 7,
        below: bodies().iter().map(|body| body.id).take(1).collect(),
        left: samples::lying(),
    };
    let reads = vec![Some("IQG02".to_owned()), None];
    let mut wrong = fresh().put("successor", parts::NONE);
    let _none = EndingBody::read(&mut wrong);
    vec![
        sampled(
            "empty",
            language,
            &page(fresh(), Remains::default(), Vec::new(), 0, None),
        ),
        sampled(
            "full",
            language,
            &page(fresh(), full.clone(), reads, 3, None),
        ),
        sampled(
            "occupied",
            language,
            &page(fresh(), full, Vec::new(), 0, Some(4)),
        ),
        sampled(
            "errors",
            language,
            &page(wrong, Remains::default(), Vec::new(), 0, None),
        ),
    ]
}
