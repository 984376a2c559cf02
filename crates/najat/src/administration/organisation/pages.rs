//! The pages of organisations.

use std::sync::Arc;

use access::Permit;
use access::action::{ListOrganisations, SetOrganisation};
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use page::{
    Allowed, AllowedList, App, Fields as _, Form, Frame, FrameKind, Problem, Route, Sampled,
};
use page::{no_sample, render, render_as, sampled};
use people::member;
use people::organisation::{
    self, Description, Line, Organisation, OrganisationError, must_stand, set_line,
    set_organisation,
};
use record::{Id, Language};
use store::StoreError;

use super::super::{parts, samples};
use super::forms::{Describing, ask_twice, filled, note};
use super::view::{FormPage, ListPage, Row};

/// The routes of organisations.
pub(crate) fn routes() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ListOrganisations, _>("/organisations", "organisations", staff, lists, list)
            .in_nav("admin-organisations-title", "building-2"),
        Route::get::<SetOrganisation, _>(
            "/organisations/new",
            "new-organisation",
            staff,
            forms,
            fresh,
        ),
        Route::post::<SetOrganisation, _>(
            "/organisations/new",
            "new-organisation-send",
            staff,
            no_sample,
            send,
        )
        .takes::<Describing>(),
        Route::get::<SetOrganisation, _>(
            "/organisations/{id}",
            "organisation",
            staff,
            forms,
            change,
        ),
        Route::post::<SetOrganisation, _>(
            "/organisations/{id}",
            "organisation-send",
            staff,
            no_sample,
            send,
        )
        .takes::<Describing>(),
    ]
}

async fn list(
    State(app): State<App>,
    allowed: AllowedList<ListOrganisations>,
) -> Result<Response, Problem> {
    let (bodies, posts) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let bodies = organisation::all(&*look).await?;
            Ok((bodies, member::posts(&*look).await?))
        })
        .await?;
    let language = allowed.visit.language;
    let people = |org: Id| {
        let there = posts.iter().filter(|post| post.org == org);
        there.map(|post| post.people).sum()
    };
    let page = ListPage {
        frame: allowed.frame("admin-organisations-title"),
        rows: rows(&bodies, people, language),
    };
    Ok(render(language, &page))
}

fn rows(bodies: &[Organisation], people: impl Fn(Id) -> i64, language: Language) -> Vec<Row> {
    let mut rows: Vec<Row> = bodies
        .iter()
        .map(|body| Row {
            id: body.id,
            name: body.is.names.get(language).to_owned(),
            kind: parts::kind_key(body.is.kind),
            places: body
                .is
                .governorates
                .iter()
                .map(|code| parts::place_name(code, language))
                .collect(),
            jurisdiction: parts::jurisdiction_key(body.is.jurisdiction),
            independent: body.is.independent,
            ended: body.ended,
            people: people(body.id),
        })
        .collect();
    rows.sort_by(|a, b| (a.ended, &a.name).cmp(&(b.ended, &b.name)));
    rows
}

async fn fresh(
    State(app): State<App>,
    allowed: Allowed<SetOrganisation>,
) -> Result<Response, Problem> {
    let bodies = parts::bodies(&app).await?;
    let form = Form::fresh(app.world.id(), 0);
    let page = FormPage::new(allowed.frame("admin-org-new-title"), form, None, &bodies);
    Ok(render(allowed.visit.language, &page))
}

async fn change(
    State(app): State<App>,
    allowed: Allowed<SetOrganisation>,
) -> Result<Response, Problem> {
    let id = allowed.permit.record();
    let bodies = parts::bodies(&app).await?;
    let (is, line) = standing(&app, id).await?;
    let version = organisation::version(&is, line.as_ref());
    let form = filled(Form::fresh(app.world.id(), version), &is, line.as_ref());
    let page = FormPage::new(
        allowed.frame("admin-org-change-title"),
        form,
        Some(id),
        &bodies,
    );
    Ok(render(allowed.visit.language, &page))
}

/// A body and the number of its desk, as they stand.
async fn standing(app: &App, id: Id) -> Result<(Description, Option<Line>), Problem> {
    let (body, lines) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let lines = organisation::lines(&*look, Some(id)).await?;
            Ok((organisation::find(&*look, id).await?, lines))
        })
        .await?;
    let body = body.filter(|body| !body.ended).ok_or(Problem::NotThere)?;
    Ok((body.is, lines.into_iter().next().map(|(_, line)| line)))
}

async fn send(
    State(app): State<App>,
    allowed: Allowed<SetOrganisation>,
    mut form: Form,
) -> Result<Response, Problem> {
    let id = Some(allowed.permit.record()).filter(|id| *id != Id::NONE);
    let title = match id {
        Some(_) => "admin-org-change-title",
        None => "admin-org-new-title",
    };
    let actor = allowed.permit.actor();
    let before = app.store.answered::<SetOrganisation>(actor, form.key());
    if before.await?.is_some() {
        // The button was pressed twice: the first press gave the body its name.
        return Ok(allowed.visit.redirect("organisations"));
    }
    let frame = allowed.frame(title);
    let language = allowed.visit.language;
    let bodies = parts::bodies(&app).await?;
    let described = Describing::read(&mut form).map(Describing::said);
    if let Some((is, _)) = &described {
        ask_twice(&mut form, &is.names, id, &bodies);
    }
    if let Some((is, line)) = described.filter(|_| form.is_right()) {
        let said = Described {
            is,
            line,
            seen: form.version(),
            key: form.key().to_owned(),
        };
        match set(&app, allowed.permit, said).await {
            Ok(()) => return Ok(allowed.visit.redirect("organisations")),
            Err(OrganisationError::Stale) => {
                return stale(&app, frame, form, id.unwrap_or(Id::NONE)).await;
            }
            Err(OrganisationError::Wrong(wrongs)) => note(&mut form, &wrongs),
            Err(OrganisationError::Store(error)) => return Err(error.into()),
            // Of an end, which this is none of.
            Err(OrganisationError::Successor | OrganisationError::Own) => {
                return Err(Problem::Fault);
            }
        }
    }
    let page = FormPage::new(frame, form, id, &bodies);
    Ok(render_as(StatusCode::UNPROCESSABLE_ENTITY, language, &page))
}

/// Somebody else changed the body meanwhile: what stands there now, above what was typed.
async fn stale(app: &App, frame: Frame, form: Form, id: Id) -> Result<Response, Problem> {
    let language = frame.language;
    let bodies = parts::bodies(app).await?;
    let (is, line) = standing(app, id).await?;
    let version = organisation::version(&is, line.as_ref());
    let form = form.renewed(app.world.id(), version);
    let stands = filled(Form::default(), &is, line.as_ref());
    let page = FormPage::new(frame, form, Some(id), &bodies).beside(&stands);
    Ok(render_as(StatusCode::CONFLICT, language, &page))
}

/// What a form says of a body, and of which version.
struct Described {
    is: Description,
    line: Option<Line>,
    seen: i64,
    key: String,
}

async fn set(
    app: &App,
    permit: Permit<SetOrganisation>,
    said: Described,
) -> Result<(), OrganisationError> {
    let said = Arc::new(said);
    app.store
        .unit(permit, move |unit| {
            let said = said.clone();
            async move {
                let Described {
                    is,
                    line,
                    seen,
                    key,
                } = &*said;
                if unit.answered(key).await?.is_some() {
                    return Ok(());
                }
                must_stand(&unit, *seen).await?;
                let org = set_organisation(&unit, is).await?;
                set_line(&unit, org, line.as_ref()).await?;
                unit.answer(key, &org.to_string()).await?;
                Ok(())
            }
        })
        .await
}

fn lists(language: Language) -> Vec<Sampled> {
    let page = |bodies: &[Organisation]| ListPage {
        frame: Frame::sample(language, FrameKind::Staff, "admin-organisations-title"),
        rows: rows(bodies, |_| 12, language),
    };
    vec![
        sampled("full", language, &page(&samples::bodies())),
        sampled("empty", language, &page(&[])),
    ]
}

fn forms(language: Language) -> Vec<Sampled> {
    let bodies = samples::bodies();
    let page = |form, id| {
        let frame = Frame::sample(language, FrameKind::Staff, "admin-org-new-title");
        FormPage::new(frame, form, id, &bodies)
    };
    let fresh = || Form::fresh(Id::NONE, 0);
    let mut wrong = fresh();
    let _none = Describing::read(&mut wrong);
    note(&mut wrong, &[organisation::Wrong::ParentBelow]);
    let mut twice = bodies
        .first()
        .map_or_else(fresh, |body| filled(fresh(), &body.is, None));
    if let Some(body) = bodies.first() {
        ask_twice(&mut twice, &body.is.names, None, &bodies);
    }
    let line = Line {
        number: "+9647701234567".to_owned(),
        hours: "24/7".to_owned(),
    };
    let body = bodies.get(1).or(bodies.first());
    let full = body.map_or_else(fresh, |body| filled(fresh(), &body.is, Some(&line)));
    let stands = body.map_or_else(fresh, |body| filled(fresh(), &body.is, Some(&line)));
    let stale = page(fresh(), Some(samples::id(2))).beside(&stands);
    vec![
        sampled("empty", language, &page(fresh(), None)),
        sampled("full", language, &page(full, Some(samples::id(2)))),
        sampled("errors", language, &page(wrong, None)),
        sampled("twice", language, &page(twice, None)),
        sampled("stale", language, &stale),
    ]
}
