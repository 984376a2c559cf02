//! What comes before the first question: what the worker must pass on, what the person needs most,
//! whether they agree. Where they do not, nothing is kept and help goes on.

use std::sync::Arc;

use access::Actor;
use access::action::{ReadReport, StartScreening};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use clock::AgeBand;
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, FromPaper, Problem, Visit,
    Wrong, fill, filters, governorates, render, render_as,
};
use record::{Id, OrgKind, short_code};

use super::view::{Part, Question, also_typed, asked, duty_key};

use crate::screening::actions::{Starting, start_screening};
use crate::screening::forms::{Answering, Beginning, Talking};
use crate::screening::rule::{Answer, Basis, Level, When, questions};
use crate::screening::sheet::cards;
use crate::screening::{Agreed, Danger, ScreeningError, Talk};

/// The page.
#[derive(Template)]
#[template(path = "screening/templates/start.html")]
pub(super) struct StartPage {
    frame: Frame,
    form: Form,
    report: Option<(Id, String)>,
    refused: Option<&'static str>,
    duty: &'static str,
    /// The questions, where all is said at once.
    questions: Vec<Question>,
    /// Whether it was filled in from a card, and is to be looked over.
    is_from_card: bool,
}

impl StartPage {
    const FIELDS: &'static [Field] = Beginning::FIELDS;
    const PAPER: &'static [Field] = FromPaper::FIELDS;

    /// How the talk was, as far as the card says it; the age stands above.
    fn setting() -> impl Iterator<Item = &'static Field> {
        Talking::FIELDS.iter().filter(|field| field.name != "age")
    }

    pub(super) fn new(
        frame: Frame,
        form: Form,
        report: Option<Id>,
        refused: Option<&'static str>,
        kind: OrgKind,
    ) -> Self {
        let page = Self {
            frame,
            form,
            report: report.map(|id| (id, short_code(id))),
            refused,
            duty: duty_key(kind),
            questions: Vec::new(),
            is_from_card: false,
        };
        // Whoever keeps nothing of it says all of it at once.
        if kind.is_force() { page.whole() } else { page }
    }

    /// With all that a card says, where the form brings it.
    pub(super) fn filled(self) -> Self {
        if self.form.is_filled("contact") {
            self.whole()
        } else {
            self
        }
    }

    /// Saying that it was filled in from a card, and is to be looked over.
    pub(super) fn looked_over(self) -> Self {
        Self {
            is_from_card: true,
            ..self.filled()
        }
    }

    /// With the questions below: those for somebody of this age, or all while nobody said it; and whatever
    /// else was typed.
    fn whole(self) -> Self {
        let language = self.frame.language;
        let said = AgeBand::from_code(self.form.open("age")).ok();
        let age = said.unwrap_or(AgeBand::Unknown);
        let talk = Talk::begun(Agreed::Yes, Agreed::Yes, age);
        let mut questions = asked(&talk, Part::First, language);
        if said.is_none() {
            questions.extend(asked(&talk, Part::Told, language));
        }
        questions.extend(also_typed(&self.form, &questions, language));
        Self { questions, ..self }
    }

    fn answers(&self) -> Vec<Choice> {
        Choice::all::<Answer>(self.frame.language)
    }

    fn whens(&self) -> Vec<Choice> {
        Choice::all::<When>(self.frame.language)
    }

    fn bases(&self) -> Vec<Choice> {
        Choice::all::<Basis>(self.frame.language)
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
            "dangers" => Choice::all::<Danger>(self.frame.language),
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

/// The care desk has it; whoever asked keeps nothing of it.
#[derive(Template)]
#[template(path = "screening/templates/handed.html")]
pub(super) struct HandedPage {
    pub(super) frame: Frame,
    pub(super) code: String,
}

/// The report that the worker reads, if the address names one.
async fn report(app: &App, actor: &Actor, id: Option<Id>) -> Result<Option<Id>, Problem> {
    let Some(id) = id else { return Ok(None) };
    app.store.gate().permit::<ReadReport>(actor, id).await?;
    Ok(Some(id))
}

/// For what kind of body they work.
fn kind_of(actor: &Actor) -> OrgKind {
    actor
        .member()
        .map_or(OrgKind::Office, |member| member.org_kind)
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
    let page = StartPage::new(frame, form, report, None, kind_of(&actor));
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
    let paper = fill(&mut form, &cards(visit.language));
    if matches!(paper, Ok(true)) {
        let report = report(&app, &actor, named).await?;
        let frame = visit.frame("screening-start-title");
        let page = StartPage::new(frame, form, report, None, kind_of(&actor)).looked_over();
        return Ok(render(visit.language, &page));
    }
    let at_once = kind_of(&actor).is_force();
    let begun = begun(&mut form, at_once);
    if let Err((field, what)) = paper {
        form.wrong(field, what);
    }
    let Some(((governorate, talk), paper)) = begun.zip(FromPaper::read(&mut form)) else {
        return again(&app, &visit, &actor, named, form, None).await;
    };
    let starting = Arc::new(Starting {
        report: named,
        governorate,
        talk,
        sheet: paper.sheet,
        form_key: paper.form_key,
    });
    let started = app.store.unit(permit, move |unit| {
        let starting = starting.clone();
        async move { start_screening(&unit, &starting).await }
    });
    match started.await {
        Ok(begun) if !at_once => Ok(visit.redirect_to("screening-answers", &begun.screening)),
        Ok(begun) => {
            let page = HandedPage {
                frame: visit.frame("screening-handed-title"),
                code: short_code(begun.report),
            };
            Ok(render(visit.language, &page))
        }
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
        Err(ScreeningError::SheetTaken) => {
            form.wrong("sheet", Wrong::new("sheet-taken"));
            again(&app, &visit, &actor, named, form, None).await
        }
        Err(error) => {
            let words = error.cannot()?;
            again(&app, &visit, &actor, named, form, Some(words)).await
        }
    }
}

/// Where it is, if the form asks for it, and what was said: what begins it, and the talk where the form
/// brings it.
fn begun(form: &mut Form, at_once: bool) -> Option<(Option<String>, Talk)> {
    let has_talk = at_once || form.is_filled("contact");
    let begun = Beginning::read(form);
    let said = has_talk.then(|| Answering::read(form));
    let begun = begun?;
    let mut talk = Talk::begun(begun.to_talk, begun.to_write, begun.age);
    if let Some(said) = said {
        let said = said?;
        talk.setting = Some(said.setting);
        talk.answers = said.answers.into_iter().collect();
    }
    Some((begun.governorate, talk))
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
    let page = StartPage::new(frame, form, report, refused, kind_of(actor)).filled();
    Ok(render_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        visit.language,
        &page,
    ))
}
