//! The application to the investigating judge: a paper to be printed and signed.

use access::action::PrintJudgeApplication;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use page::{
    App, Cannot, Form, Frame, Message, PermitRequest, Problem, filters, language, place_name,
    render, time,
};
use record::{Id, Jurisdiction, Language};

use crate::bed::Application;
use crate::bed::actions::{print_judge_application, states};
use crate::shelter::who_key;

/// The languages of courts.
const COURTS: [Language; 2] = [Language::Ar, Language::Ckb];

/// A language to print in.
struct Tongue {
    code: &'static str,
    name: &'static str,
    here: bool,
}

/// What stands on the paper, in its own language.
struct Paper {
    language: Language,
    lang: &'static str,
    date: String,
    court: Option<String>,
    organisation: String,
    inquiry: Message,
    condition: Option<Message>,
    code: String,
    who: String,
    place: String,
    held_until: Option<String>,
    law: &'static str,
    child: bool,
}

impl Paper {
    fn new(language: Language, is: &Application) -> Self {
        let text = |key: &'static str| Message::new(language, key);
        let organisation = is.organisation.get(language).to_owned();
        let place = record::governorate(&is.governorate);
        let kurdistan = place.is_some_and(|place| place.jurisdiction == Jurisdiction::Kurdistan);
        let mut who = text(who_key(is.sex, is.age)).to_string();
        if is.heads > 1 {
            who = format!(
                "{who} · {}",
                text("bed-who-together").with("count", is.heads)
            );
        }
        Self {
            lang: language.code(),
            date: time::date(language, is.at),
            court: is
                .court
                .as_ref()
                .map(|court| court.get(language).to_owned()),
            inquiry: text("judge-paper-ask").with("organisation", organisation.clone()),
            condition: is.condition.as_ref().map(|body| {
                let key = if body.is_court {
                    "judge-paper-condition-court"
                } else {
                    "judge-paper-condition"
                };
                text(key).with("body", body.names.get(language).to_owned())
            }),
            organisation,
            code: is.code.clone(),
            who,
            place: place_name(Some(&is.governorate), language).unwrap_or_default(),
            held_until: is
                .held_until
                .map(|until| time::date_and_hour(language, until)),
            law: if kurdistan {
                "judge-paper-law-kurdistan"
            } else {
                "judge-paper-law-federal"
            },
            child: is.age.may_be_child(),
            language,
        }
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(self.language, key)
    }
}

/// The paper, with the choice of its language.
#[derive(Template)]
#[template(path = "bed/templates/judge.html")]
pub(crate) struct JudgePage {
    frame: Frame,
    id: Id,
    code: String,
    choices: Vec<Tongue>,
    paper: Paper,
}

impl JudgePage {
    pub(super) fn new(frame: Frame, request: Id, court: Language, is: &Application) -> Self {
        let choices = COURTS.map(|one| Tongue {
            code: one.code(),
            name: language::own_name(one),
            here: one == court,
        });
        Self {
            id: request,
            code: is.code.clone(),
            choices: choices.into(),
            paper: Paper::new(court, is),
            frame,
        }
    }
}

/// The language of the paper: the one asked for, else the reader's if courts read it, else Arabic.
fn court_language(asked: Option<Language>, reader: Language) -> Language {
    let reads = |one: &Language| COURTS.contains(one);
    asked
        .filter(reads)
        .or(Some(reader).filter(reads))
        .unwrap_or(Language::Ar)
}

/// The application, to be printed.
pub(crate) async fn show(
    State(app): State<App>,
    attempt: PermitRequest<PrintJudgeApplication>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let visit = &attempt.visit;
    let now = states(&app.store, attempt.record).await?;
    let permit = attempt.permit(&app, &now).await?;
    let mut asked = Form::parse(query.unwrap_or_default().as_bytes())?;
    let court = court_language(asked.code("in"), visit.language);
    let is = app
        .store
        .read(permit, |unit| async move {
            print_judge_application(&unit).await
        })
        .await
        .map_err(Cannot::problem)?;
    let page = JudgePage::new(visit.frame("judge-title"), attempt.record, court, &is);
    Ok(render(visit.language, &page))
}
