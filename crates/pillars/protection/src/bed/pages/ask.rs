//! Asking for a place: one short page, and nothing of the person's story.

use std::str::FromStr;
use std::sync::Arc;

use access::action::{AskForBed, ReadBedRequest, ReadReport};
use access::{Actor, Permit};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use page::{
    Allowed, App, Cannot, Choice, Form, Frame, Problem, Visit, Wrong, filters, governorates,
    render, render_as,
};
use record::{Id, Language};
use vault::Plain;

use super::store::{OfReport, of_report};
use crate::bed::actions::ask_for_bed;
use crate::bed::rules::{LONGEST, MOST_HEADS};
use crate::bed::{Age, Asking, BedError, Needs, Sex};
use crate::report::actions::read_report;
use crate::report::{Head, ReportError, Said};
use crate::shelter::language::{languages, spoken};

/// How many people one request is for, at most.
const MOST: u64 = MOST_HEADS.unsigned_abs();

/// The report that a request grows from.
pub(super) struct Of {
    pub(super) id: Id,
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
    sexes: Vec<Choice>,
    ages: Vec<Choice>,
    families: Vec<Choice>,
    places: Vec<Choice>,
    spoken: Vec<Choice>,
}

impl AskPage {
    pub(super) fn new(
        frame: Frame,
        form: Form,
        report: Option<Of>,
        refused: Option<&'static str>,
    ) -> Self {
        let language = frame.language;
        Self {
            sexes: said(
                language,
                &[
                    (Sex::Female.code(), "bed-sex-female"),
                    (Sex::Male.code(), "bed-sex-male"),
                    (Sex::NotSaid.code(), "bed-sex-not-said"),
                ],
            ),
            ages: said(
                language,
                &[
                    (Age::Under13.code(), "bed-age-under-13"),
                    (Age::From13.code(), "bed-age-from-13"),
                    (Age::Adult.code(), "bed-age-adult"),
                    (Age::Unknown.code(), "bed-age-unknown"),
                ],
            ),
            families: said(
                language,
                &[
                    (Company::ALONE, "bed-family-alone"),
                    (Company::TOGETHER, "bed-family-together"),
                ],
            ),
            places: governorates(language),
            spoken: spoken(language),
            frame,
            form,
            report,
            refused,
        }
    }

    /// Whether something stands in the part that is folded, or is wrong there.
    fn says_more(&self) -> bool {
        ["languages", "said"].iter().any(|field| {
            self.form.is_wrong(field) || self.form.values(field).iter().any(|text| !text.is_blank())
        })
    }
}

fn said(language: Language, options: &[(&'static str, &'static str)]) -> Vec<Choice> {
    options
        .iter()
        .map(|(code, key)| Choice::said(language, *code, key))
        .collect()
}

/// Alone, or with their own family.
struct Company(bool);

impl Company {
    const ALONE: &'static str = "alone";
    const TOGETHER: &'static str = "together";
}

impl FromStr for Company {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        match code {
            Self::ALONE => Ok(Self(false)),
            Self::TOGETHER => Ok(Self(true)),
            _ => Err(()),
        }
    }
}

/// What the form says of whoever needs a place, with all that is wrong noted.
fn needs(form: &mut Form) -> Option<Needs> {
    let sex = form.needed_code("sex", "bed-wrong-sex");
    let age = form.needed_code("age", "bed-wrong-age");
    let company: Option<Company> = form.needed_code("family", "bed-wrong-family");
    let heads = match &company {
        Some(Company(true)) => {
            let heads = form
                .number("heads")
                .filter(|heads| (2..=MOST).contains(heads));
            if heads.is_none() {
                form.wrong("heads", Wrong::new("bed-wrong-heads").with("most", MOST));
            }
            heads.and_then(|heads| i64::try_from(heads).ok())
        }
        _ => Some(1),
    };
    let governorate = form.needed_text("governorate", "bed-wrong-where", 10);
    let languages = languages(form);
    let said = form.text("said", LONGEST);
    if !form.is_right() {
        return None;
    }
    Some(Needs {
        governorate: governorate.map(|_| form.open("governorate").to_owned())?,
        sex: sex?,
        age: age?,
        family: company?.0,
        heads: heads?,
        disability: form.ticked("disability"),
        languages,
        danger: form.ticked("danger"),
        said: said.unwrap_or_else(|| Plain::new(String::new())),
    })
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
        code: head.code.clone(),
        has_request: places.iter().any(OfReport::is_live),
    };
    Ok((head, of))
}

/// The empty form; what a report already says is filled in.
pub(crate) async fn begin(
    State(app): State<App>,
    allowed: Allowed<AskForBed>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let mut form = Form::fresh(app.world.id(), 0);
    let mut of = None;
    if asked.value("report").is_some() {
        let id = asked.code("report").unwrap_or(Id::NONE);
        let (head, found) = report(&app, allowed.permit.actor(), id).await?;
        if let Some(place) = &head.governorate {
            form = form.put("governorate", place.clone());
        }
        if head.danger == Said::Yes {
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
    id: Option<Id>,
    form: Form,
    refused: Option<&'static str>,
) -> Result<Response, Problem> {
    let of = match id {
        None => None,
        Some(id) => match report(app, actor, id).await {
            Ok((_, of)) => Some(of),
            // It was closed in the meantime: the place is asked for without it.
            Err(Problem::NotThere) if refused.is_some() => None,
            Err(problem) => return Err(problem),
        },
    };
    let page = AskPage::new(visit.frame("bed-ask-title"), form, of, refused);
    Ok(render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        visit.language,
        &page,
    ))
}

/// Sends it: the houses are asked.
pub(crate) async fn send(
    State(app): State<App>,
    allowed: Allowed<AskForBed>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let of = form
        .value("report")
        .map(|_| form.open("report").parse().unwrap_or(Id::NONE));
    let Some(needs) = needs(&mut form) else {
        return again(&app, &visit, &actor, of, form, None).await;
    };
    let asking = Arc::new(Asking {
        report: of,
        needs,
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
                return Ok(visit.see_with("bed", &asked.request));
            }
            let place = format!("{}?asked={}", visit.href("beds"), asked.request);
            Ok(axum::response::Redirect::to(&place).into_response())
        }
        Err(BedError::UnknownPlace) => {
            form.wrong("governorate", Wrong::new("bed-wrong-where"));
            again(&app, &visit, &actor, of, form, None).await
        }
        Err(BedError::WrongHeads) => {
            form.wrong("heads", Wrong::new("bed-wrong-heads").with("most", MOST));
            again(&app, &visit, &actor, of, form, None).await
        }
        Err(error) => {
            let words = error.cannot()?;
            again(&app, &visit, &actor, of, form, Some(words)).await
        }
    }
}
