//! What several pages of a screening show: what it shows so far, and the questions.

use clock::AgeBand;
use page::Form;
use record::{Language, OrgKind};

use crate::screening::explain::{Standing, elements};
use crate::screening::forms::beside;
use crate::screening::rule::{
    Answer, Group, How, Indicator, Level, Outcome, Proposal, indicator, indicators,
    is_asked_by_all, propose, questions,
};
use crate::screening::{Agreed, Setting, Talk, Then};

/// One element in words: its name, how it stands, and the answers that show it.
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) standing: Standing,
    pub(super) rows: Vec<String>,
}

/// What is proposed and why, as a page says it.
pub(super) struct Explained {
    pub(super) is_urgent: bool,
    pub(super) urgent: Vec<String>,
    pub(super) outcome: Outcome,
    pub(super) because: &'static str,
    /// The answers on which that rests.
    pub(super) rests_on: Vec<String>,
    pub(super) elements: Vec<Element>,
    /// The age then is not known, and could change what is proposed.
    pub(super) asks_then: bool,
}

impl Explained {
    pub(super) fn new(talk: &Talk, language: Language) -> Self {
        let proposal = propose(&talk.told());
        let said = |rows: &[&Indicator]| -> Vec<String> {
            rows.iter()
                .map(|row| row.text(language).to_owned())
                .collect()
        };
        let element = |element: &crate::screening::explain::Element<'_>| Element {
            name: element.name,
            standing: element.standing,
            rows: said(element.rows),
        };
        Self {
            is_urgent: proposal.is_urgent,
            urgent: said(&proposal.urgent),
            outcome: proposal.outcome,
            because: proposal.because.key(),
            rests_on: said(&proposal.rests_on),
            elements: elements(&proposal).iter().map(element).collect(),
            asks_then: asks_then(talk, &proposal),
        }
    }
}

/// Unknown is taken for no, and asked for next.
fn asks_then(talk: &Talk, proposal: &Proposal) -> bool {
    let setting = talk.setting.as_ref();
    let is_open =
        setting.is_some_and(|setting| matches!(setting.then, Then::Unknown | Then::NotAsked));
    is_open && talk.age == AgeBand::Adult && proposal.outcome != Outcome::ReasonableGrounds
}

/// A question, or a row that is noted, as the page asks it.
pub(super) struct Question {
    pub(super) id: &'static str,
    /// What is said aloud; what is noted, where nothing is.
    pub(super) ask: &'static str,
    pub(super) bangla: Option<&'static str>,
    /// What is recorded by a yes.
    pub(super) records: &'static str,
    /// Noted by the worker and never asked.
    pub(super) is_noted: bool,
    pub(super) when: String,
    pub(super) basis: String,
    /// What it rests on unless something else is chosen.
    pub(super) usual: &'static str,
    /// What somebody else saved meanwhile, where that is not what was typed.
    pub(super) theirs: Option<&'static str>,
}

impl Question {
    fn new(row: &'static Indicator, language: Language) -> Self {
        let question = questions().iter().find(|one| one.id == row.id);
        let ask = question.and_then(|one| one.ask(language));
        let [when, basis] = beside(&row.id);
        Self {
            id: &row.id,
            ask: ask.unwrap_or_else(|| row.text(language)),
            bangla: question.and_then(|one| one.bangla()),
            records: row.text(language),
            is_noted: matches!(row.how, How::Note | How::Observe),
            when,
            basis,
            usual: row.how.basis().code(),
            theirs: None,
        }
    }
}

/// The rows that a form brings and the page does not have: somebody saved meanwhile what closes their
/// branch, and nothing typed is lost.
pub(super) fn also_typed(
    form: &Form,
    on_the_page: &[Question],
    language: Language,
) -> Vec<Question> {
    let is_there = |row: &Indicator| on_the_page.iter().any(|question| question.id == row.id);
    let rows = indicators().iter();
    rows.filter(|row| form.is_filled(&row.id) && !is_there(row))
        .map(|row| Question::new(row, language))
        .collect()
}

/// Says beside each row what somebody else saved meanwhile, where it is not what was typed.
pub(super) fn beside_theirs(questions: &mut [Question], form: &Form, talk: &Talk) {
    for question in questions {
        let saved = talk.answers.get(question.id).map(|given| given.answer);
        question.theirs = saved
            .filter(|answer| !form.has(question.id, answer.code()))
            .map(Answer::key);
    }
}

/// What the front line asks a child; the rest is open only where the child tells of it.
const ASKED_OF_A_CHILD: [&str; 4] = ["A01", "A02", "C01", "C02"];

/// Which questions a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Those of the front line; of a child the few that a child is asked.
    First,
    /// Those of the front line that are open only where a child tells of it.
    Told,
    /// Those of a group, which trained staff ask.
    Of(Group),
}

/// The questions of a part, as far as they are open for whoever sits there.
pub(super) fn asked(talk: &Talk, part: Part, language: Language) -> Vec<Question> {
    let is_child = talk.age != AgeBand::Adult;
    let is_first = |row: &Indicator| !is_child || ASKED_OF_A_CHILD.contains(&row.id.as_str());
    let rows: Vec<&'static Indicator> = match part {
        Part::Of(group) => indicators()
            .iter()
            .filter(|row| row.group == group && !is_asked_by_all(&row.id))
            .collect(),
        Part::First | Part::Told => questions()
            .iter()
            .filter(|one| one.level == Level::One)
            .filter_map(|one| indicator(&one.id))
            .filter(|row| is_first(row) == (part == Part::First))
            .collect(),
    };
    let is_of_child = talk.is_of_child();
    rows.into_iter()
        .filter(|row| is_of_child || !row.child_only)
        .map(|row| Question::new(row, language))
        .collect()
}

/// What the front line asks somebody of this age, by row: what is said aloud, or what is noted.
pub(in crate::screening) fn questions_of(
    age: AgeBand,
    language: Language,
) -> Vec<(&'static str, &'static str)> {
    let talk = Talk::begun(Agreed::Yes, Agreed::Yes, age);
    let asked = asked(&talk, Part::First, language);
    asked.into_iter().map(|one| (one.id, one.ask)).collect()
}

/// A form filled in with what was saved.
pub(super) fn filled(mut form: Form, talk: &Talk) -> Form {
    form = form
        .put("age", talk.age.code())
        .put("then", Then::NotAsked.code());
    if let Some(setting) = &talk.setting {
        form = with_setting(form, setting);
    }
    for (id, given) in &talk.answers {
        let [when, basis] = beside(id);
        form = form
            .put(id, given.answer.code())
            .put(&when, given.when.code())
            .put(&basis, given.basis.code());
    }
    form
}

fn with_setting(form: Form, setting: &Setting) -> Form {
    let ticks = [
        ("alone", setting.alone),
        ("own_language", setting.own_language),
        ("no_link", setting.no_link),
        ("safe_place", setting.safe_place),
        ("act_found", setting.act_found),
    ];
    let form = form
        .put("then", setting.then.code())
        .put("contact", setting.contact.code())
        .choose(
            "dangers",
            setting.dangers.iter().map(|one| one.code().to_owned()),
        );
    let ticked = ticks.into_iter().filter(|(_, holds)| *holds);
    ticked.fold(form, |form, (name, _)| form.put(name, "yes"))
}

/// The message of what is said first by somebody who works there: what they must pass on by law. A
/// public body may have to report a crime (Code of Criminal Procedure, articles 47 and 48).
pub(super) const fn duty_key(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Aid | OrgKind::Shelter => "screening-duty-care",
        _ => "screening-duty-front",
    }
}

/// A row as it was answered, in words.
pub(super) struct Answered {
    pub(super) id: &'static str,
    pub(super) text: &'static str,
    pub(super) answer: Answer,
    /// When and on what basis, for a yes.
    pub(super) beside: Option<[&'static str; 2]>,
}

/// What was answered, yes before the others; rows that nobody asked are left out.
pub(super) fn answered(talk: &Talk, language: Language) -> Vec<Answered> {
    let rows = talk.answers.iter().filter_map(|(id, given)| {
        let row = indicator(id)?;
        Some(Answered {
            id: &row.id,
            text: row.text(language),
            answer: given.answer,
            beside: (given.answer == Answer::Yes).then(|| [given.when.key(), given.basis.key()]),
        })
    });
    let mut rows: Vec<_> = rows.filter(|row| row.answer != Answer::NotAsked).collect();
    rows.sort_by_key(|row| row.answer as u8);
    rows
}
