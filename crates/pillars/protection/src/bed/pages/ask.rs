//! Asking for a place: one short page, and nothing of the person's story.

use std::sync::Arc;

use access::action::{AskForBed, ReadBedRequest, ReadCase, ReadReport};
use access::{Actor, Permit};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, FromPaper, Problem, Visit,
    Wrong, digits, fill, filters, render, render_as,
};
use record::{Id, short_code};

use super::store::{OfReport, of_report};
use crate::bed::actions::ask_for_bed;
use crate::bed::{Asking, BedError, Company, Needing, Needs, sheet, wrong_heads};
use crate::report::actions::read_report;
use crate::report::{Head, ReportError, YesNoUnknown};

/// The report that a request grows from, or the case for which it is asked.
pub(super) struct Of {
    pub(super) id: Id,
    /// The route of its page, which is also the field that names it.
    pub(super) route: &'static str,
    pub(super) code: String,
    /// Whether a place was asked for of it already, or is there.
    pub(super) has_request: bool,
}

/// The form.
#[derive(Template)]
#[template(path = "bed/templates/ask.html")]
pub(crate) struct AskPage {
    frame: Frame,
    form: Form,
    report: Option<Of>,
    refused: Option<&'static str>,
    /// Whether it was filled in from a sheet of paper, and is to be looked over.
    filled: bool,
}

impl AskPage {
    pub(super) fn new(
        frame: Frame,
        form: Form,
        report: Option<Of>,
        refused: Option<&'static str>,
    ) -> Self {
        Self {
            frame,
            form,
            report,
            refused,
            filled: false,
        }
    }

    /// Filled in from a sheet of paper.
    fn filled(self) -> Self {
        Self {
            filled: true,
            ..self
        }
    }

    const PAPER: &'static [Field] = FromPaper::FIELDS;
    const FIELDS: &'static [Field] = Needing::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        sheet::options(field, self.frame.language)
    }

    /// Whether a field stands in the part that is folded.
    fn folds(field: &Field) -> bool {
        matches!(field.name, "languages" | "free_text")
    }

    /// Whether something stands in that part, or is wrong there.
    fn says_more(&self) -> bool {
        let form = &self.form;
        if self.filled {
            return true;
        }
        let mut folded = Self::FIELDS.iter().filter(|field| Self::folds(field));
        folded.any(|field| form.is_wrong(field.name) || form.is_filled(field.name))
    }
}

/// What the form says of whoever needs a place, with all that is wrong noted.
fn needs(form: &mut Form) -> Option<Needs> {
    // Whoever is alone is one, whatever else was written there.
    if form.has("family", Company::Alone.code()) && digits::count(form.open("heads")).is_none() {
        drop(form.take("heads"));
    }
    Needing::read(form).map(Needs::from)
}

/// The report that the asker may read, as far as the form needs it.
async fn report(app: &App, actor: &Actor, id: Id) -> Result<(Head, Of), Problem> {
    let permit: Permit<ReadReport> = app.store.gate().permit(actor, id).await?;
    let opened = app.store.read(permit, |unit| async move {
        let head = read_report(&unit).await?.head;
        let places = of_report(&unit, unit.record()).await?;
        Ok::<_, ReportError>((head, places))
    });
    let (head, places) = opened.await.map_err(Cannot::problem)?;
    let of = Of {
        id,
        route: "report",
        code: head.code.clone(),
        has_request: places.iter().any(OfReport::is_live),
    };
    Ok((head, of))
}

/// The case on which the asker is, as far as the form needs it.
async fn case(app: &App, actor: &Actor, id: Id) -> Result<Of, Problem> {
    let permit: Permit<ReadCase> = app.store.gate().permit(actor, id).await?;
    let report = permit.root();
    let places = app.store.read(
        permit,
        move |unit| async move { of_report(&unit, report).await },
    );
    Ok(Of {
        id,
        route: "case",
        code: short_code(id),
        has_request: places.await?.iter().any(OfReport::is_live),
    })
}

/// What the address or the form names. What is no id is no record.
#[derive(Clone, Copy)]
struct Named {
    report: Option<Id>,
    case: Option<Id>,
}

impl Named {
    fn read(form: &Form) -> Self {
        let named = |name: &str| {
            let is_there = form.value(name).is_some();
            is_there.then(|| form.open(name).parse().unwrap_or(Id::NONE))
        };
        Self {
            report: named("report"),
            case: named("case"),
        }
    }

    /// What of it the asker may read.
    async fn of(self, app: &App, actor: &Actor) -> Result<Option<Of>, Problem> {
        match (self.case, self.report) {
            (Some(id), _) => case(app, actor, id).await.map(Some),
            (None, Some(id)) => report(app, actor, id).await.map(|(_, of)| Some(of)),
            (None, None) => Ok(None),
        }
    }
}

/// The empty form; what a report already says is filled in.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<AskForBed>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    let asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let mut form = Form::fresh(app.world.id(), 0);
    let named = Named::read(&asked);
    let mut of = None;
    if named.case.is_some() {
        of = named.of(&app, allowed.permit.actor()).await?;
    } else if let Some(id) = named.report {
        let (head, found) = report(&app, allowed.permit.actor(), id).await?;
        if let Some(place) = &head.governorate {
            form = form.put("governorate", place.clone());
        }
        if head.danger == YesNoUnknown::Yes {
            form = form.put("danger", "yes");
        }
        of = Some(found);
    }
    let page = AskPage::new(visit.frame("bed-ask-title"), form, of, None);
    Ok(render(visit.language, &page))
}

/// The form again, with what is wrong or why it cannot be.
async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    named: Named,
    form: Form,
    refused: Option<&'static str>,
) -> Result<Response, Problem> {
    let of = match named.of(app, actor).await {
        Ok(of) => of,
        // It was closed in the meantime: the place is asked for without it.
        Err(Problem::NotThere) if refused.is_some() => None,
        Err(problem) => return Err(problem),
    };
    let page = AskPage::new(visit.frame("bed-ask-title"), form, of, refused);
    Ok(render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        visit.language,
        &page,
    ))
}

/// Sends it: the shelters are asked.
pub(crate) async fn send(
    State(app): State<App>,
    allowed: Allowed<AskForBed>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let of = Named::read(&form);
    let paper = fill(&mut form, &[sheet::request(visit.language)]);
    if matches!(paper, Ok(true)) {
        let of = of.of(&app, &actor).await?;
        let page = AskPage::new(visit.frame("bed-ask-title"), form, of, None).filled();
        return Ok(render(visit.language, &page));
    }
    let needs = needs(&mut form);
    if let Err((field, what)) = paper {
        form.wrong(field, what);
    }
    let Some((needs, paper)) = needs.zip(FromPaper::read(&mut form)) else {
        return again(&app, &visit, &actor, of, form, None).await;
    };
    let asking = Arc::new(Asking {
        report: of.report,
        case: of.case,
        needs,
        sheet: paper.sheet,
        form_key: form.key().to_owned(),
    });
    let asked = app.store.unit(permit, move |unit| {
        let asking = asking.clone();
        async move { ask_for_bed(&unit, &asking).await }
    });
    match asked.await {
        Ok(asked) => {
            let gate = app.store.gate();
            let request = gate.could(&actor, asked.request).await?;
            if request.may::<ReadBedRequest>() {
                return Ok(visit.redirect_to("bed", &asked.request));
            }
            let place = format!("{}?asked={}", visit.href("beds"), asked.request);
            Ok(axum::response::Redirect::to(&place).into_response())
        }
        Err(BedError::UnknownPlace) => {
            form.wrong("governorate", Wrong::new("bed-wrong-where"));
            again(&app, &visit, &actor, of, form, None).await
        }
        Err(BedError::SheetTaken) => {
            form.wrong("sheet", Wrong::new("sheet-taken"));
            again(&app, &visit, &actor, of, form, None).await
        }
        Err(BedError::WrongHeads) => {
            form.wrong("heads", wrong_heads());
            again(&app, &visit, &actor, of, form, None).await
        }
        Err(error) => {
            let words = error.cannot()?;
            again(&app, &visit, &actor, of, form, Some(words)).await
        }
    }
}
