//! The pages of a case with made-up data.

use clock::AgeBand;
use page::{Form, Frame, FrameKind, Sampled, Wrong, sampled};
use record::{Language, Role};
use store::{Next, Page};
use vault::Plain;

use super::list::ListPage;
use super::open::{From, Of, OpenPage};
use super::show::{Agreement, CasePage, May, Read};
use crate::case::actions::Beside;
use crate::case::store::Waits;
use crate::case::{Because, Entry, Head, Need, Opened, State, What, rules};
use crate::report::heads::Counted;
use crate::samples::{LONG, NOW, id, words};
use crate::shelter::language::Spoken;
use crate::shelter::{Age, Sex};

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

pub(in crate::case) fn head(number: u8, age: AgeBand, state: State) -> Head {
    let begun = NOW.plus_seconds(-i64::from(number) * 86_400);
    let next = (number != 3).then(|| NOW.plus_seconds(i64::from(number) * 7200 - 10_000));
    Head {
        record: id(number),
        root: id(number + 100),
        code: record::short_code(id(number)),
        person: id(number + 50),
        screening: (number == 2).then(|| id(number + 20)),
        begun,
        governorate: (number != 3).then(|| "IQG02".to_owned()),
        age,
        next_contact: next,
        due: next.unwrap_or(begun),
        state,
    }
}

fn entry(number: i64, what: What, told: Option<Plain<String>>) -> Entry {
    let at = NOW.plus_seconds(-number * 7200);
    Entry {
        number,
        what,
        at,
        happened: at.plus_seconds(if number == 2 { -90_000 } else { 0 }),
        role: Role::Caseworker,
        due: (what == What::Task).then(|| NOW.plus_seconds(86_400 * (number - 4))),
        done: (number == 7).then_some(NOW),
        told,
    }
}

/// The list.
pub(super) fn list(language: Language) -> Vec<Sampled> {
    let page = |page: &Page<Head>, asked: &str, opens| {
        let asked = Form::parse(asked.as_bytes()).unwrap_or_default();
        let frame = frame(language, "case-list-title");
        let kept = ["age=child", "age=adult&state=open"].map(str::to_owned);
        ListPage::new(frame.keeping(kept.into()), page, asked, opens)
    };
    let lines = vec![
        head(1, AgeBand::Child, State::Open),
        head(2, AgeBand::Adult, State::Open),
        head(3, AgeBand::Unknown, State::Open),
        head(4, AgeBand::Adult, State::Closed),
    ];
    let full = Page::new(lines.clone(), Some((NOW, id(4))));
    let none = Page::whole(Vec::new());
    // So much was looked through, and few of it fit.
    let looks_on = |lines| Page {
        lines,
        next: Some(Next {
            after: (NOW, id(4)),
            looks_on: true,
        }),
    };
    let children = "age=child";
    vec![
        sampled("full", language, &page(&full, "", true)),
        sampled(
            "looks-on",
            language,
            &page(&looks_on(lines), children, false),
        ),
        sampled(
            "none-yet",
            language,
            &page(&looks_on(Vec::new()), children, false),
        ),
        sampled("empty", language, &page(&none, "", true)),
        sampled(
            "none",
            language,
            &page(&none, "age=child&missing=no_place", false),
        ),
    ]
}

/// The form that opens one.
pub(super) fn open(language: Language) -> Vec<Sampled> {
    let page = |form, from, refused| OpenPage {
        frame: frame(language, "case-open-title"),
        form,
        from,
        of: Of {
            heads: vec![Counted {
                id: id(4),
                at: NOW,
                sex: Sex::Male,
                age: Age::From13,
                language: Some(Spoken::Bangla),
                person: None,
                clock: None,
            }],
            is_seen: true,
        },
        refused,
    };
    let fresh = || Form::fresh(id(9), 0);
    let report = From {
        report: Some(id(2)),
        screening: None,
    };
    let screening = From {
        report: None,
        screening: Some(id(3)),
    };
    let mut wrong = fresh();
    wrong.wrong("governorate", Wrong::new("case-which-place"));
    wrong.wrong("age", Wrong::new("error-choose"));
    vec![
        sampled("report", language, &page(fresh(), report, None)),
        sampled(
            "screening",
            language,
            &page(fresh().put("age", "child"), screening, None),
        ),
        sampled(
            "errors",
            language,
            &page(wrong, From::default(), Some("problem-busy")),
        ),
    ]
}

fn waits(yes: bool) -> Waits {
    Waits {
        to_tell: yes,
        to_confirm: yes,
    }
}

/// One case.
pub(super) fn show(language: Language) -> Vec<Sampled> {
    let plain = |text: &str| Some(Plain::new(text.to_owned()));
    let open = |head: Head, entries| Opened {
        needs: if head.record == id(2) {
            Need::ALL.to_vec()
        } else {
            Vec::new()
        },
        how: head.next_contact.and_then(|_| plain(LONG)),
        head,
        entries,
        team: vec![Role::ChildOfficer, Role::Caseworker],
    };
    let page = |read, may| {
        let form = Form::fresh(id(9), 0);
        CasePage::new(frame(language, "case-title"), form, read, may)
    };
    let full = vec![
        entry(1, What::Contact, plain(&words(language))),
        entry(2, What::Note, plain(LONG)),
        entry(3, What::Task, plain(LONG)),
        entry(5, What::Task, plain(&words(language))),
        entry(7, What::Task, plain(&words(language))),
        entry(8, What::Team, None),
        entry(9, What::Opened, None),
    ];
    let reads = Read {
        opened: open(head(2, AgeBand::Child, State::Open), full),
        beside: Beside {
            is_held: true,
            bed: Some(crate::bed::State::Asked),
            are_several: false,
            waits: waits(true),
        },
        agreement: Agreement {
            words: "case-consent-open",
            tone: "safe",
            live: 2,
        },
        running: [clock::Code::T1, clock::Code::T3, clock::Code::T7]
            .map(|code| clock::Running {
                record: id(30),
                code,
                started: NOW.plus_seconds(-7200),
                due: NOW.plus_seconds(-60),
                state: clock::State::Missed,
            })
            .into(),
        seen: None,
        panels: Vec::new(),
        said: crate::interpreter::said::samples(),
    };
    let closing = rules::closing_text(Because::Moved, plain(LONG).as_ref());
    let closed = Read {
        opened: open(
            head(3, AgeBand::Adult, State::Closed),
            vec![entry(1, What::Closed, Some(closing))],
        ),
        beside: Beside {
            is_held: false,
            bed: None,
            are_several: true,
            waits: waits(false),
        },
        agreement: Agreement {
            words: "case-consent-no",
            tone: "due",
            live: 0,
        },
        running: Vec::new(),
        seen: Some(id(31)),
        panels: Vec::new(),
        said: Vec::new(),
    };
    let all = May {
        write: true,
        team: true,
        hand: true,
        close: true,
        reopen: false,
        shred: false,
        begin: true,
        agree: false,
        bed: true,
        report: true,
        screening: true,
        looks: true,
    };
    let again = May {
        reopen: true,
        shred: true,
        agree: true,
        ..May::default()
    };
    vec![
        sampled("open", language, &page(reads, all)),
        sampled("closed", language, &page(closed, again)),
    ]
}
