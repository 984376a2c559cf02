//! The pages of a safe place with made-up data.

use std::collections::BTreeMap;

use page::{Form, Frame, FrameKind, Sampled, Wrong, sampled};
use people::organisation::Line as DeskLine;
use record::{Language, short_code};
use store::Page;
use vault::Plain;

use super::ask::{AskPage, Of};
use super::list::{ListPage, May, Read as ListRead};
use super::request::{self, Forms, OverPage, Read, RequestPage, Told};
use super::show::{not_here, not_needed};
use crate::bed::inquiry::store::Review;
use crate::bed::list::Line;
use crate::bed::{
    Age, Candidate, Decline, Head, HoldEnd, InquiryState, Opened, Sex, ShelterInquiry, State,
};
use crate::samples::{LONG, NOW, id, words};

pub(super) fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

pub(super) fn form() -> Form {
    Form::fresh(id(9), 3)
}

fn head(number: u8, state: State) -> Head {
    let sexes = [Sex::Male, Sex::Female, Sex::NotSaid];
    Head {
        record: id(number),
        code: short_code(id(number)),
        asked: NOW.plus_seconds(-i64::from(number) * 600),
        governorate: "IQG02".to_owned(),
        sex: sexes
            .get(usize::from(number % 3))
            .copied()
            .unwrap_or(Sex::NotSaid),
        age: Age::ALL
            .get(usize::from(number) % Age::ALL.len())
            .copied()
            .unwrap_or(Age::Unknown),
        family: number.is_multiple_of(3),
        heads: i64::from(number % 4),
        disability: number.is_multiple_of(5),
        languages: if number.is_multiple_of(2) {
            "bn ar ckb kmr".to_owned()
        } else {
            String::new()
        },
        danger: number.is_multiple_of(2),
        revision: 3,
        state,
    }
}

fn inquiry(number: u8, state: InquiryState) -> ShelterInquiry {
    let asked = NOW.plus_seconds(-3600);
    ShelterInquiry {
        id: id(number),
        request: id(2),
        shelter: id(number + 1),
        shelter_code: short_code(id(number + 1)),
        governorate: if number.is_multiple_of(2) {
            "IQG02"
        } else {
            "IQG09"
        }
        .to_owned(),
        asked,
        due: asked.plus_seconds(1800 + i64::from(number) * 60),
        state,
        hold_until: Some(NOW.plus_seconds(5 * 1800)),
        for_judge: false,
        decline: None,
        answered: (state != InquiryState::Asked).then_some(NOW.plus_seconds(-600)),
        because: None,
        review_due: None,
        emergency_until: Some(NOW.plus_seconds(60 * 3600)),
    }
}

/// Asking for a place.
pub(crate) fn ask(language: Language) -> Vec<Sampled> {
    let page = |form, report, refused| {
        AskPage::new(frame(language, "bed-ask-title"), form, report, refused)
    };
    let of = || {
        Some(Of {
            id: id(4),
            route: "report",
            code: short_code(id(4)),
            has_request: true,
        })
    };
    let mut wrong = form()
        .put("governorate", "IQG02")
        .put("family", "together")
        .put("heads", "1")
        .put("free_text", LONG);
    wrong.wrong("sex", Wrong::new("bed-wrong-sex"));
    wrong.wrong("age", Wrong::new("bed-wrong-age"));
    wrong.wrong("heads", Wrong::new("bed-wrong-heads").with("most", 30));
    wrong.wrong("free_text", Wrong::new("error-too-long").with("most", 2000));
    let full = form().put("governorate", "IQG02").put("danger", "yes");
    vec![
        sampled("empty", language, &page(form(), None, None)),
        sampled("of-report", language, &page(full, of(), None)),
        sampled("errors", language, &page(wrong, of(), None)),
        sampled(
            "refused",
            language,
            &page(form(), None, Some("bed-no-desk")),
        ),
    ]
}

/// The list.
pub(crate) fn list(language: Language) -> Vec<Sampled> {
    let frame = || frame(language, "bed-list-title");
    let line = |number, state| Line {
        head: head(number, state),
        answer_due: (state == State::Asked).then_some(NOW.plus_seconds(900)),
        hold_until: (state == State::Held).then_some(NOW.plus_seconds(-900)),
    };
    let full = || {
        let lines: Vec<Line> = (1..10)
            .map(|number| {
                let state = State::ALL.get(usize::from(number) % 5);
                line(number, state.copied().unwrap_or(State::Asked))
            })
            .collect();
        let next = lines.last().map(|line| (line.head.asked, line.head.record));
        Page::new(lines, next)
    };
    let none = || Page::whole(Vec::new());
    let asked = Form::default().put("asked", id(2).to_string());
    let filtered = Form::default().put("state", "held");
    let desk = May {
        opens: true,
        ..May::default()
    };
    let shelter = May {
        admits: true,
        ..desk
    };
    let supervisor = May {
        reviews: true,
        ..May::default()
    };
    let page = |may: May, page: Page<Line>, asked| {
        let review = |number| Review {
            request: id(number),
            code: short_code(id(number)),
            governorate: "IQG02".to_owned(),
            answered: NOW.plus_seconds(-1800),
            due: NOW.plus_seconds(1800),
        };
        let has_reviews = may.reviews && !page.lines.is_empty();
        let read = ListRead {
            live: page
                .lines
                .iter()
                .map(|line| line.head.record)
                .step_by(2)
                .collect(),
            reviews: if has_reviews {
                vec![review(2), review(90)]
            } else {
                Vec::new()
            },
            page,
        };
        ListPage::new(frame(), may, &read, asked)
    };
    vec![
        sampled("full", language, &page(desk, full(), Form::default())),
        sampled("house", language, &page(shelter, full(), Form::default())),
        sampled("sent", language, &page(supervisor, full(), asked)),
        sampled("empty", language, &page(desk, none(), Form::default())),
        sampled(
            "empty-shelter",
            language,
            &page(shelter, none(), Form::default()),
        ),
        sampled("none-such", language, &page(desk, none(), filtered)),
    ]
}

fn page(
    language: Language,
    opened: Opened,
    forms: impl FnOnce(Forms) -> Forms,
    told: Option<Told>,
) -> RequestPage {
    let line = Some(desk_line());
    let may_cancel = match &opened {
        Opened::Team { head, .. } => matches!(head.state, State::Asked | State::Held),
        _ => false,
    };
    let read = Read {
        opened,
        may: request::May {
            looks: true,
            apart: true,
            cancel: may_cancel,
        },
        line: line.filter(|_| told.is_none()),
        unseen: Some(id(80)),
    };
    let forms = forms(Forms::fresh(|| id(9), 3));
    let frame = frame(language, "bed-title");
    RequestPage::new(frame, read, forms, told, || id(9))
}

fn team(state: State, judge: bool) -> Opened {
    Opened::Team {
        head: head(2, state),
        desk: Some(id(1)),
        judge,
    }
}

fn desk_line() -> DeskLine {
    DeskLine {
        number: "+999 770 000 0041".to_owned(),
        hours: "08:00–14:00".to_owned(),
    }
}

fn desk(language: Language, state: State) -> Opened {
    let mut judge = inquiry(20, InquiryState::Held);
    judge.for_judge = true;
    judge.decline = Some(Decline::CourtOrder);
    let mut papers = inquiry(22, InquiryState::Declined);
    papers.decline = Some(Decline::Papers);
    let mut full = inquiry(24, InquiryState::Declined);
    full.decline = Some(Decline::Full);
    let mut released = inquiry(25, InquiryState::Released);
    released.because = Some(HoldEnd::Expired);
    let mut inquiries = vec![
        judge,
        inquiry(26, InquiryState::Asked),
        inquiry(41, InquiryState::Asked),
        papers,
        full,
        released,
        inquiry(28, InquiryState::NotNeeded),
        inquiry(29, InquiryState::NotHere),
    ];
    if state == State::Held {
        inquiries.push(inquiry(27, InquiryState::Held));
    }
    let candidate = |number: u8| Candidate {
        shelter: id(number),
        code: short_code(id(number)),
        governorate: "IQG02".to_owned(),
        before: (number == 33).then(|| ShelterInquiry {
            decline: Some(Decline::Full),
            ..inquiry(number, InquiryState::Declined)
        }),
        round: i64::from(number % 4) + 1,
    };
    Opened::Desk {
        head: head(2, state),
        free_text: Some(Plain::new(words(language))),
        lines: inquiries.iter().map(|one| (one.id, desk_line())).collect(),
        inquiries,
        candidates: (30..34).map(candidate).collect(),
    }
}

fn bare_desk() -> Opened {
    Opened::Desk {
        head: head(7, State::Asked),
        free_text: None,
        inquiries: Vec::new(),
        candidates: Vec::new(),
        lines: BTreeMap::new(),
    }
}

fn shelter(state: State, inquiries: Vec<ShelterInquiry>) -> Opened {
    Opened::Shelter {
        head: head(2, state),
        free_text: Some(Plain::new(LONG.to_owned())),
        inquiries,
    }
}

/// One request, as each side sees it.
pub(crate) fn request(language: Language) -> Vec<Sampled> {
    let keep = |forms: Forms| forms;
    let sample = |name, opened| {
        let page = page(language, opened, keep, None);
        sampled(name, language, &page)
    };
    let mut cancel = form();
    cancel.wrong("wish", Wrong::new("bed-wrong-cancel"));
    let mut next = form();
    next.wrong("shelter", Wrong::new("error-choose"));
    let wrong = page(
        language,
        team(State::Asked, false),
        |forms| forms.with("cancel", cancel),
        None,
    );
    let nobody = page(
        language,
        desk(language, State::Asked),
        |forms| forms.with("next", next),
        None,
    );
    let late = page(
        language,
        shelter(State::Asked, vec![inquiry(40, InquiryState::Asked)]),
        keep,
        Some(("due", "triangle-alert", "bed-no-place-left")),
    );
    let without_number = page(
        language,
        team(State::Held, false),
        keep,
        Some(("due", "triangle-alert", "bed-cannot-now")),
    );
    let asked = vec![inquiry(40, InquiryState::Asked)];
    let two = vec![
        inquiry(40, InquiryState::Held),
        inquiry(42, InquiryState::Asked),
    ];
    vec![
        sample("team", team(State::Asked, false)),
        sample("team-judge", team(State::Asked, true)),
        sample("team-admitted", team(State::Admitted, false)),
        sample("team-ended", team(State::Ended, false)),
        sampled("team-no-number", language, &without_number),
        sampled("team-errors", language, &wrong),
        sample("desk", desk(language, State::Asked)),
        sample("desk-held", desk(language, State::Held)),
        sample("desk-empty", bare_desk()),
        sampled("desk-errors", language, &nobody),
        sample("house", shelter(State::Asked, asked)),
        sample("shelter-two", shelter(State::Held, two)),
        sample(
            "shelter-admitted",
            shelter(State::Admitted, vec![inquiry(40, InquiryState::Admitted)]),
        ),
        sampled("shelter-full", language, &late),
        sampled("not-needed", language, &over(not_needed, language)),
        sampled("not-here", language, &over(not_here, language)),
    ]
}

fn over(page: fn(Frame) -> OverPage, language: Language) -> OverPage {
    page(frame(language, "bed-title"))
}
