//! A case is opened: a code, a place, an age and needs, and no name.

use std::sync::Arc;

use access::Actor;
use access::action::{OpenCase, ReadReport, ReadScreening};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, Message, Problem, Visit, Wrong,
    filters, number, render, render_as,
};
use record::{Id, short_code};
use store::StoreError;

use crate::case::CaseError;
use crate::case::actions::{Opening, open_case};
use crate::case::forms::{Beginning, Head, NOBODY, opening_options};
use crate::report::heads::{Counted, heads_of};
use crate::screening::actions::head_of as screened;

/// From what a case is opened: a report, or a screening of it.
#[derive(Clone, Copy, Default)]
pub(super) struct From {
    pub(super) report: Option<Id>,
    pub(super) screening: Option<Id>,
}

impl From {
    /// As the address or the form names it. What is no id is no record.
    fn named(form: &mut Form) -> Self {
        let mut named = |name: &'static str| {
            let is_named = form.is_filled(name);
            is_named.then(|| form.code(name).unwrap_or(Id::NONE))
        };
        Self {
            report: named("report"),
            screening: named("screening"),
        }
    }
}

/// What a report says of whom a case may be about.
#[derive(Clone, Default)]
pub(super) struct Of {
    /// Those who were counted and with whom nobody talked yet.
    pub(super) heads: Vec<Counted>,
    /// Whether the child of the report was seen in a safe place.
    pub(super) is_seen: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "case/templates/open.html")]
pub(super) struct OpenPage {
    pub(super) frame: Frame,
    pub(super) form: Form,
    pub(super) from: From,
    /// Who was counted of that report, and what is known of its child.
    pub(super) of: Of,
    pub(super) refused: Option<&'static str>,
}

impl OpenPage {
    const FIELDS: &'static [Field] = Beginning::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        let language = self.frame.language;
        if field.name != "head" {
            return opening_options(field, language);
        }
        let say = |key| Message::new(language, key).to_string();
        let heads = self
            .of
            .heads
            .iter()
            .zip(1..)
            .map(|(head, place): (_, i64)| {
                let who = say(head.who());
                let spoken = head
                    .language
                    .map(|spoken| format!(" · {}", say(spoken.key())));
                let place = number::digits(language, &place.to_string());
                let label = format!("{place} · {who}{}", spoken.unwrap_or_default());
                Choice::named(head.id.to_string(), label)
            });
        let nobody = Choice::labelled(language, NOBODY, "case-head-none");
        heads.chain([nobody]).collect()
    }

    /// What the report says already is not asked.
    fn is_asked(&self, field: &Field) -> bool {
        match field.name {
            "governorate" => self.from.report.is_none() && self.from.screening.is_none(),
            "head" => !self.of.heads.is_empty(),
            "seen" => self.of.is_seen,
            _ => true,
        }
    }

    /// What it is opened from: the name of the field, the record, and its code.
    fn source(&self) -> Option<(&'static str, &'static str, Id, String)> {
        let report = self
            .from
            .report
            .map(|id| ("report", "case-from-report", id));
        let screening = self.from.screening;
        let screening = screening.map(|id| ("screening", "case-from-screening", id));
        let (name, words, id) = screening.or(report)?;
        Some((name, words, id, short_code(id)))
    }
}

/// What the worker reads of what the case is opened from; how old the person is, if a screening says it.
async fn seen(app: &App, actor: &Actor, from: From, form: Form) -> Result<(Of, Form), Problem> {
    let gate = app.store.gate();
    let (report, form) = match (from.screening, from.report) {
        (None, None) => return Ok((Of::default(), form)),
        (None, Some(report)) => (report, form),
        (Some(screening), _) => {
            let permit = gate.permit::<ReadScreening>(actor, screening).await?;
            let report = permit.root();
            let read = app
                .store
                .read(permit, |unit| async move { screened(&unit).await });
            let age = read.await?.age;
            let is_said = form.is_filled("age");
            let form = if is_said {
                form
            } else {
                form.put("age", age.code())
            };
            (report, form)
        }
    };
    let permit = gate.permit::<ReadReport>(actor, report).await?;
    let read = app.store.read(permit, |unit| async move {
        let mut heads = heads_of(&unit).await?;
        heads.retain(|head| head.person.is_none());
        Ok::<_, StoreError>(Of {
            heads,
            is_seen: clock::is_over(&unit, unit.record()).await?,
        })
    });
    Ok((read.await?, form))
}

/// The form.
pub(super) async fn begin(
    State(app): State<App>,
    allowed: Allowed<OpenCase>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let from = From::named(&mut asked);
    let form = Form::fresh(app.world.id(), 0);
    let form = match asked.code::<Id>("head") {
        Some(head) => form.put("head", head.to_string()),
        None => form,
    };
    let (of, form) = seen(&app, allowed.permit.actor(), from, form).await?;
    let page = OpenPage {
        frame: visit.frame("case-open-title"),
        form,
        from,
        of,
        refused: None,
    };
    Ok(render(visit.language, &page))
}

/// Opens it.
pub(super) async fn send(
    State(app): State<App>,
    allowed: Allowed<OpenCase>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let from = From::named(&mut form);
    let Some(beginning) = Beginning::read(&mut form) else {
        return again(&app, &visit, &actor, from, form, None).await;
    };
    let (of, _) = seen(&app, &actor, from, Form::default()).await?;
    if beginning.head.is_none() && !of.heads.is_empty() {
        form.wrong("head", Wrong::new("error-choose"));
        return again(&app, &visit, &actor, from, form, None).await;
    }
    let head = match beginning.head {
        Some(Head::Counted(head)) => Some(head),
        Some(Head::Nobody) | None => None,
    };
    let opening = Arc::new(Opening {
        report: from.report,
        screening: from.screening,
        head,
        is_seen: beginning.seen && of.is_seen,
        governorate: beginning.governorate,
        age: beginning.age,
        needs: beginning.needs,
        form_key: beginning.form_key,
    });
    let opened = app.store.unit(permit, move |unit| {
        let opening = opening.clone();
        async move { open_case(&unit, &opening).await }
    });
    match opened.await {
        Ok(case) => Ok(visit.redirect_to("case", &case)),
        Err(CaseError::UnknownPlace) => {
            form.wrong("governorate", Wrong::new("case-which-place"));
            again(&app, &visit, &actor, from, form, None).await
        }
        Err(error) => {
            let words = error.cannot()?;
            again(&app, &visit, &actor, from, form, Some(words)).await
        }
    }
}

async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    from: From,
    form: Form,
    refused: Option<&'static str>,
) -> Result<Response, Problem> {
    let (of, form) = seen(app, actor, from, form).await?;
    let page = OpenPage {
        frame: visit.frame("case-open-title"),
        form,
        from,
        of,
        refused,
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(render_as(status, visit.language, &page))
}
