//! The questions, and what they show so far.

use std::sync::Arc;

use access::action::{AnswerScreening, DecideScreening};
use access::{Actor, Permit};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, PermitRequest, Problem, filters,
    render, submit,
};

use super::view::{Explained, Part, Question, also_typed, asked, beside_theirs, filled};
use crate::screening::actions::{answer_screening, hand_in, so_far};
use crate::screening::forms::{Answering, Talking};
use crate::screening::rule::{Answer, Basis, Group, When};
use crate::screening::{Danger, Head, Talk};

/// The page.
#[expect(clippy::struct_excessive_bools, reason = "each is a part of its own")]
#[derive(Template)]
#[template(path = "screening/templates/answers.html")]
pub(super) struct AnswersPage {
    frame: Frame,
    head: Head,
    form: Form,
    /// What it shows so far; none, before anything was saved.
    explained: Option<Explained>,
    questions: Vec<Question>,
    part: Part,
    /// Whether there are questions that are open only where a child tells of it.
    has_more: bool,
    /// The groups that trained staff ask.
    groups: &'static [Group],
    /// What the form carries along of what the address chose.
    fields: Vec<(&'static str, &'static str)>,
    in_bangla: bool,
    /// Within a week whoever exploits them was there: safety first.
    is_recent: bool,
    refused: Option<&'static str>,
    decides: bool,
}

/// What the address chooses: a group of questions, and Bangla beside them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) part: Part,
    pub(super) in_bangla: bool,
}

impl Chosen {
    fn read(form: &mut Form) -> Self {
        let told = form.ticked("told");
        let otherwise = if told { Part::Told } else { Part::First };
        Self {
            part: form.code("group").map_or(otherwise, Part::Of),
            in_bangla: form.has("beside", "bn"),
        }
    }

    /// The fields by which an address or a form says it.
    fn fields(self) -> Vec<(&'static str, &'static str)> {
        let part = match self.part {
            Part::First => None,
            Part::Told => Some(("told", "yes")),
            Part::Of(group) => Some(("group", group.code())),
        };
        let bangla = self.in_bangla.then_some(("beside", "bn"));
        part.into_iter().chain(bangla).collect()
    }

    /// The address of the questions at this path with what is chosen.
    fn address(self, path: &str) -> String {
        let fields = self.fields();
        let fields = fields.iter().map(|(name, code)| format!("{name}={code}"));
        let query: Vec<_> = fields.collect();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }
}

/// Where a save leads: each button of the form says it, so that nothing typed is left behind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Going {
    /// To the questions, of this part.
    On(Chosen),
    /// To the whole.
    Whole,
    /// Out of the hands of whoever asked.
    HandIn,
}

impl Going {
    /// What a button says, from a page with this choice.
    fn read(form: &mut Form, here: Chosen) -> Self {
        let go = form.take("go");
        let go = go.map(|go| Form::default().with("go", go));
        let said = go.as_ref().map_or("", |form| form.open("go"));
        let on = |part| {
            Self::On(Chosen {
                part,
                in_bangla: here.in_bangla,
            })
        };
        match said {
            "whole" => Self::Whole,
            "hand-in" => Self::HandIn,
            "first" => on(Part::First),
            "told" => on(Part::Told),
            "bangla" => Self::On(Chosen {
                in_bangla: !here.in_bangla,
                ..here
            }),
            group => Group::from_code(group).map_or(Self::On(here), |group| on(Part::Of(group))),
        }
    }
}

impl AnswersPage {
    const FIELDS: &'static [Field] = Talking::FIELDS;

    pub(super) fn new(
        frame: Frame,
        (head, talk): (Head, &Talk),
        form: Form,
        chosen: Chosen,
        decides: bool,
        refused: Option<&'static str>,
    ) -> Self {
        let language = frame.language;
        let part = match chosen.part {
            Part::Of(_) if !decides => Part::First,
            part => part,
        };
        let setting = talk.setting.as_ref();
        let in_bangla = chosen.in_bangla;
        let mut questions = asked(talk, part, language);
        if refused.is_some() {
            questions.extend(also_typed(&form, &questions, language));
            beside_theirs(&mut questions, &form, talk);
        }
        Self {
            groups: if decides { Group::ALL } else { &[] },
            has_more: part == Part::First && !asked(talk, Part::Told, language).is_empty(),
            fields: Chosen { part, in_bangla }.fields(),
            explained: setting.map(|_| Explained::new(talk, language)),
            is_recent: setting.is_some_and(|setting| setting.contact.is_recent()),
            questions,
            part,
            in_bangla,
            refused,
            decides,
            head,
            form,
            frame,
        }
    }

    /// The message above the questions.
    fn heading(&self) -> &'static str {
        match self.part {
            Part::First => "screening-level-one",
            Part::Told => "screening-only-if-told",
            Part::Of(group) => group.key(),
        }
    }

    fn is_of_a_group(&self) -> bool {
        matches!(self.part, Part::Of(_))
    }

    fn is_first(&self) -> bool {
        self.part == Part::First
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "dangers" => Choice::all::<Danger>(self.frame.language),
            _ => field.options(&self.frame.language),
        }
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
}

/// Reads what was said so far.
async fn read(app: &App, permit: Permit<AnswerScreening>) -> Result<(Head, Talk), Problem> {
    let read = app
        .store
        .read(permit, |unit| async move { so_far(&unit).await });
    read.await.map_err(Cannot::problem)
}

/// The questions, filled in with what was saved.
pub(super) async fn begin(
    State(app): State<App>,
    allowed: Allowed<AnswerScreening>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let chosen = Chosen::read(&mut asked);
    let decides = decides(&app, permit.actor());
    let (head, talk) = read(&app, permit).await?;
    let form = Form::fresh(app.world.id(), head.revision);
    let form = filled(form, &talk);
    let frame = visit.frame("screening-title");
    let page = AnswersPage::new(frame, (head, &talk), form, chosen, decides, None);
    Ok(render(visit.language, &page))
}

/// Whether they are trained to ask the rest and to decide.
fn decides(app: &App, actor: &Actor) -> bool {
    app.store.gate().ever::<DecideScreening>(actor)
}

/// Saves what was answered, and goes where the button says.
pub(super) async fn send(
    State(app): State<App>,
    attempt: PermitRequest<AnswerScreening>,
    mut form: Form,
) -> Result<Response, Problem> {
    let seen = form.version();
    let chosen = Chosen::read(&mut form);
    let going = Going::read(&mut form, chosen);
    let act = move |unit: store::Unit<AnswerScreening>, input: Arc<Answering>| async move {
        let (_, mut talk) = so_far(&unit).await?;
        talk.age = input.age;
        talk.setting = Some(input.setting.clone());
        talk.answers = input.answers.iter().cloned().collect();
        if going == Going::HandIn {
            return hand_in(&unit, &talk, seen, &input.form_key).await;
        }
        answer_screening(&unit, &talk, seen, &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (app, attempt, visit) = (&app, &attempt, &attempt.visit);
    let again = |form: Form, refused| async move {
        let permit = attempt.permit(app, &[]).await?;
        let decides = decides(app, permit.actor());
        let (head, talk) = read(app, permit).await?;
        // What was typed is sent once more by a form made from what is there now.
        let form = match refused {
            Some(_) => form.renewed(app.world.id(), head.revision),
            None => form,
        };
        let frame = visit.frame("screening-title");
        Ok(AnswersPage::new(
            frame,
            (head, &talk),
            form,
            chosen,
            decides,
            refused,
        ))
    };
    let onward = match going {
        Going::On(chosen) => {
            let path = visit.href_to("screening-answers", &attempt.record);
            visit.see_path(&chosen.address(&path))
        }
        Going::Whole => visit.redirect_to("screening", &attempt.record),
        Going::HandIn => visit.redirect("screenings"),
    };
    sent.answer(visit.language, onward, again).await
}
