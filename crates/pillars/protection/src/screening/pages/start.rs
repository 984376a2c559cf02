//! What comes before the first question: what the worker must pass on, what the person needs most,
//! whether they agree. Where they do not, nothing is kept and help goes on.

use std::sync::Arc;

use access::Actor;
use access::action::{ReadReport, StartScreening};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, Problem, Visit, Wrong, filters,
    governorates, render, render_as,
};
use record::{Id, short_code};

use super::view::duty_key;

use crate::report::ReportError;
use crate::report::actions::read_report;
use crate::screening::ScreeningError;
use crate::screening::actions::{Starting, start_screening};
use crate::screening::forms::Beginning;
use crate::screening::rule::{Level, questions};

/// The page.
#[derive(Template)]
#[template(path = "screening/templates/start.html")]
pub(super) struct StartPage {
    frame: Frame,
    form: Form,
    report: Option<(Id, String)>,
    refused: Option<&'static str>,
    duty: &'static str,
}

impl StartPage {
    const FIELDS: &'static [Field] = Beginning::FIELDS;

    pub(super) fn new(
        frame: Frame,
        form: Form,
        report: Option<Id>,
        refused: Option<&'static str>,
        is_care: bool,
    ) -> Self {
        Self {
            frame,
            form,
            report: report.map(|id| (id, short_code(id))),
            refused,
            duty: duty_key(is_care),
        }
    }

    /// What is asked before all others, and counts nowhere.
    fn first(&self) -> Option<&'static str> {
        let mut all = questions().iter();
        all.find(|one| one.level == Level::First)?
            .ask(self.frame.language)
    }

    /// Where it is, the report says already.
    fn is_asked(&self, field: &Field) -> bool {
        field.name != "governorate" || self.report.is_none()
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "governorate" => governorates(self.frame.language),
            _ => field.options(&self.frame.language),
        }
    }
}

/// Nothing is kept; what there is all the same.
#[derive(Template)]
#[template(path = "screening/templates/not_agreed.html")]
pub(super) struct NotAgreedPage {
    pub(super) frame: Frame,
    pub(super) report: Option<Id>,
}

/// The report that the worker reads, if the address names one.
async fn report(app: &App, actor: &Actor, id: Option<Id>) -> Result<Option<Id>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let permit = app.store.gate().permit::<ReadReport>(actor, id).await?;
    let read = app.store.read(
        permit,
        |unit| async move { read_report(&unit).await.map(drop) },
    );
    let read: Result<(), ReportError> = read.await;
    read.map_err(Cannot::problem)?;
    Ok(Some(id))
}

/// Whether they work in care, and not at a front line of another sort.
fn is_care(actor: &Actor) -> bool {
    let member = actor.member();
    member.is_some_and(|member| !member.org_kind.is_force())
}

/// The page before the first question.
pub(super) async fn begin(
    State(app): State<App>,
    allowed: Allowed<StartScreening>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, actor) = (allowed.visit, allowed.permit.actor().clone());
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let named = asked.value("report").is_some();
    let named = named.then(|| asked.code("report").unwrap_or(Id::NONE));
    let report = report(&app, &actor, named).await?;
    let form = Form::fresh(app.world.id(), 0);
    let frame = visit.frame("screening-start-title");
    let page = StartPage::new(frame, form, report, None, is_care(&actor));
    Ok(render(visit.language, &page))
}

/// Begins it, or says what there is without it.
pub(super) async fn send(
    State(app): State<App>,
    allowed: Allowed<StartScreening>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let named = form.value("report").is_some();
    let named = named.then(|| form.open("report").parse().unwrap_or(Id::NONE));
    let Some(begun) = Beginning::read(&mut form) else {
        return again(&app, &visit, &actor, named, form, None).await;
    };
    let starting = Arc::new(Starting {
        report: named,
        governorate: begun.governorate,
        age: begun.age,
        to_talk: begun.to_talk,
        to_write: begun.to_write,
        form_key: begun.form_key,
    });
    let started = app.store.unit(permit, move |unit| {
        let starting = starting.clone();
        async move { start_screening(&unit, &starting).await }
    });
    match started.await {
        Ok(screening) => Ok(visit.redirect_to("screening-answers", &screening)),
        Err(ScreeningError::NotAgreed) => {
            let page = NotAgreedPage {
                frame: visit.frame("screening-not-agreed-title"),
                report: named,
            };
            Ok(render(visit.language, &page))
        }
        Err(ScreeningError::UnknownPlace) => {
            form.wrong("governorate", Wrong::new("screening-which-place"));
            again(&app, &visit, &actor, named, form, None).await
        }
        Err(error) => {
            let words = error.cannot()?;
            again(&app, &visit, &actor, named, form, Some(words)).await
        }
    }
}

async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    named: Option<Id>,
    form: Form,
    refused: Option<&'static str>,
) -> Result<Response, Problem> {
    let report = report(app, actor, named).await?;
    let frame = visit.frame("screening-start-title");
    let page = StartPage::new(frame, form, report, refused, is_care(actor));
    Ok(render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        visit.language,
        &page,
    ))
}
