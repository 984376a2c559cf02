//! The pages of a screening with made-up data.

use clock::AgeBand;
use page::{Form, Frame, FrameKind, Sampled, sampled};
use record::{Language, OrgKind, Role};
use store::Page;
use vault::Plain;

use super::answers::{AnswersPage, Chosen};
use super::list::ListPage;
use super::show::{May, ScreeningPage};
use super::start::{HandedPage, NotAgreedPage, StartPage};
use super::view::{Part, filled};
use crate::samples::{LONG, NOW, id};
use crate::screening::forms::{Answering, Beginning};
use crate::screening::rule::{Answer, Basis, Group, Outcome, When};
use crate::screening::{
    Agreed, Danger, Decision, Given, Head, LastContact, Opened, Setting, State, Step, Talk, Then,
};
use page::Fields as _;

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

fn head(number: u8, age: AgeBand, state: State) -> Head {
    Head {
        record: id(number),
        root: id(number + 100),
        code: record::short_code(id(number)),
        begun: NOW.plus_seconds(-i64::from(number) * 900),
        governorate: (number != 3).then(|| "IQG02".to_owned()),
        age,
        danger: number == 2,
        revision: 3,
        state,
    }
}

fn talk(age: AgeBand, yes: &[&str]) -> Talk {
    let given = |answer| Given {
        answer,
        basis: Basis::Said,
        when: When::Now,
    };
    let mut talk = Talk::begun(Agreed::Yes, Agreed::Yes, age);
    talk.setting = Some(Setting {
        then: Then::NotAsked,
        alone: true,
        own_language: true,
        no_link: false,
        safe_place: true,
        contact: LastContact::Week,
        dangers: vec![Danger::Near, Danger::Injury],
        act_found: false,
    });
    let noes = ["G09", "B01"].map(|id| (id.to_owned(), given(Answer::No)));
    let yeses = yes.iter().map(|id| ((*id).to_owned(), given(Answer::Yes)));
    talk.answers = yeses.chain(noes).collect();
    talk
}

/// Before the first question.
pub(super) fn start(language: Language) -> Vec<Sampled> {
    let page = |form, report, refused, kind| {
        let frame = frame(language, "screening-start-title");
        StartPage::new(frame, form, report, refused, kind)
    };
    let fresh = || Form::fresh(id(9), 0);
    let mut wrong = fresh();
    Beginning::read(&mut wrong);
    let card = filled(fresh(), &talk(AgeBand::Child, &["A02", "C01"]));
    let card = page(card, None, None, OrgKind::Aid).looked_over();
    vec![
        sampled("card", language, &card),
        sampled(
            "report",
            language,
            &page(fresh(), Some(id(2)), None, OrgKind::Aid),
        ),
        sampled(
            "nothing",
            language,
            &page(fresh(), None, None, OrgKind::Police),
        ),
        sampled(
            "errors",
            language,
            &page(wrong, Some(id(2)), Some("screening-stale"), OrgKind::Camp),
        ),
    ]
}

/// Where the person did not agree, and where somebody else has it.
pub(super) fn begun(language: Language) -> Vec<Sampled> {
    let page = |report| NotAgreedPage {
        frame: frame(language, "screening-not-agreed-title"),
        report,
    };
    let handed = HandedPage {
        frame: frame(language, "screening-handed-title"),
        code: record::short_code(id(2)),
    };
    vec![
        sampled("report", language, &page(Some(id(2)))),
        sampled("nothing", language, &page(None)),
        sampled("handed", language, &handed),
    ]
}

/// The questions.
pub(super) fn answers(language: Language) -> Vec<Sampled> {
    let page = |age, talk: &Talk, chosen, decides, refused| {
        let form = filled(Form::fresh(id(9), 3), talk);
        let frame = frame(language, "screening-title");
        let head = head(2, age, State::Open);
        AnswersPage::new(frame, (head, talk), form, chosen, decides, refused)
    };
    let fresh = Talk::begun(Agreed::Yes, Agreed::Yes, AgeBand::Adult);
    let child = talk(AgeBand::Child, &["A02", "G02", "G10", "G11"]);
    let adult = talk(AgeBand::Adult, &["G02", "G06"]);
    let chosen = |part, in_bangla| Chosen { part, in_bangla };
    let none = chosen(Part::First, false);
    let bangla = chosen(Part::First, true);
    let group = chosen(Part::Of(Group::DomesticServitude), false);
    let told = chosen(Part::Told, false);
    let mut wrong = Form::fresh(id(9), 3);
    Answering::read(&mut wrong);
    let frame = frame(language, "screening-title");
    let head = head(2, AgeBand::Adult, State::Open);
    let wrong = AnswersPage::new(frame, (head, &fresh), wrong, none, false, None);
    vec![
        sampled(
            "fresh",
            language,
            &page(AgeBand::Adult, &fresh, none, false, None),
        ),
        sampled(
            "child",
            language,
            &page(AgeBand::Child, &child, none, false, None),
        ),
        sampled(
            "told",
            language,
            &page(AgeBand::Child, &child, told, false, None),
        ),
        sampled(
            "bangla",
            language,
            &page(
                AgeBand::Adult,
                &adult,
                bangla,
                true,
                Some("screening-stale"),
            ),
        ),
        sampled(
            "group",
            language,
            &page(AgeBand::Adult, &adult, group, true, None),
        ),
        sampled("errors", language, &wrong),
    ]
}

/// The whole.
pub(super) fn show(language: Language) -> Vec<Sampled> {
    let page = |state, talk, decisions, may| {
        let opened = Opened {
            head: head(2, AgeBand::Child, state),
            talk,
            decisions,
        };
        let said = crate::interpreter::said::samples();
        let form = Form::fresh(id(9), 0);
        ScreeningPage::new(frame(language, "screening-title"), form, opened, said, may)
    };
    let decision = |step, outcome| Decision {
        number: 1,
        step,
        role: Role::Caseworker,
        at: NOW.plus_seconds(-600),
        outcome,
        reasons: Plain::new(LONG.to_owned()),
    };
    let child = talk(AgeBand::Child, &["A02", "G02", "G10", "G11"]);
    let open = May {
        answer: true,
        decide: true,
        lower: true,
        bed: true,
        report: true,
        ..May::default()
    };
    let supervisor = May {
        confirm: true,
        looks: true,
        ..May::default()
    };
    let decided = May {
        reopen: true,
        bed: true,
        ..May::default()
    };
    let lower = vec![decision(Step::LowerProposed, Outcome::MoreInformation)];
    let steps = vec![
        decision(Step::Decided, Outcome::MoreInformation),
        decision(Step::Reopened, Outcome::MoreInformation),
        decision(Step::Decided, Outcome::ReasonableGrounds),
    ];
    let fresh = Talk::begun(Agreed::Yes, Agreed::Yes, AgeBand::Adult);
    vec![
        sampled(
            "open",
            language,
            &page(State::HandedIn, child.clone(), Vec::new(), open),
        ),
        sampled(
            "lower",
            language,
            &page(State::LowerProposed, child.clone(), lower, supervisor),
        ),
        sampled(
            "decided",
            language,
            &page(State::Decided, child, steps, decided),
        ),
        sampled(
            "nothing",
            language,
            &page(State::Open, fresh, Vec::new(), open),
        ),
    ]
}

/// The list.
pub(super) fn list(language: Language) -> Vec<Sampled> {
    let page = |heads: Vec<Head>, asked, reads, starts| {
        let next = heads.last().map(|head| (head.begun, head.record));
        let frame = frame(language, "screening-list-title");
        ListPage::new(frame, &Page::new(heads, next), asked, reads, starts)
    };
    let heads = vec![
        head(1, AgeBand::Adult, State::Open),
        head(2, AgeBand::Child, State::HandedIn),
        head(3, AgeBand::Unknown, State::LowerProposed),
        head(4, AgeBand::Adult, State::Decided),
    ];
    let narrow = || Form::default().put("state", "decided");
    vec![
        sampled("full", language, &page(heads, Form::default(), true, true)),
        sampled(
            "empty",
            language,
            &page(Vec::new(), Form::default(), false, true),
        ),
        sampled("none", language, &page(Vec::new(), narrow(), true, false)),
    ]
}
