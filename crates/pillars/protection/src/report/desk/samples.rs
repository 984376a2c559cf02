//! The desk's pages with made-up data.

use page::{Filled, Form, Frame, FrameKind, Grown, Panel, Sampled, Sees, Wrong, sampled};
use people::member::{Listed, Membership};
use record::{Kind, Language, Moment, OrgKind, Role, short_code};
use store::Page;
use vault::Plain;

use super::Read;
use super::filters::sentence;
use super::may::May;
use super::store::Safe;
use super::view::{HandPage, ListPage, ReportPage};
use crate::detention::Answer;
use crate::reader::store::Fit;
use crate::report::heads::Counted;
use crate::report::intake::Channel;
use crate::report::note::Note;
use crate::report::promise::{Promise, Promised};
use crate::report::step_back::StepsBack;
use crate::report::{
    Because, CLOSED, Contact, Entry, Head, Message, OPEN, Opened, Part, Side, YesNoUnknown,
};
use crate::samples::{LONG, NOW, id, words};
use crate::shelter::language::Spoken;
use crate::shelter::{Age, Sex};

fn head(number: u8, entry: Entry, hours: i64) -> Head {
    let sent = NOW.plus_seconds(-hours * 3600);
    let in_two_hours = Some(sent.plus_seconds(2 * 3600));
    Head {
        record: id(number),
        code: short_code(id(number)),
        sent,
        governorate: (!number.is_multiple_of(3)).then(|| "IQG02".to_owned()),
        entry,
        minor: [YesNoUnknown::Yes, YesNoUnknown::Unknown, YesNoUnknown::No]
            [usize::from(number % 3)],
        danger: if number.is_multiple_of(2) {
            YesNoUnknown::Yes
        } else {
            YesNoUnknown::Unknown
        },
        contact: Contact::Yes,
        held_due: in_two_hours.filter(|_| entry == Entry::Held),
        answered: number.is_multiple_of(2).then_some(sent),
        withdrawn: None,
        because: None,
        taken: None,
        taken_at: None,
        has_receipt: true,
        revision: 3,
        state: OPEN.to_owned(),
        safe_by: in_two_hours.filter(|_| number % 3 != 2),
        clock: (number % 3 != 2).then(|| id(number + 100)),
    }
}

/// A made-up report with a thread.
pub(crate) fn opened(language: Language) -> Opened {
    let message = |number: u8, side, at: Moment, free_text: &str| Message {
        id: id(number),
        at,
        side,
        revision: i64::from(number),
        free_text: Plain::new(free_text.to_owned()),
    };
    let part = |part, free_text: &str| (part, Plain::new(free_text.to_owned()));
    let head = head(4, Entry::Held, 1);
    Opened {
        parts: vec![
            part(Part::Text, &words(language)),
            part(Part::District, "IQG02Q02"),
            part(Part::How, "+999 770 123 4567"),
            part(Part::Words, LONG),
            part(Part::HeldWhere, LONG),
            part(Part::HeldBy, "residence"),
        ],
        thread: vec![
            message(2, Side::Team, head.sent.plus_seconds(600), &words(language)),
            message(3, Side::Sender, head.sent.plus_seconds(1200), LONG),
        ],
        seen: Some(head.sent.plus_seconds(300)),
        head,
    }
}

/// A made-up report that its sender deleted.
pub(crate) fn withdrawn(_: Language) -> Opened {
    let mut head = head(6, Entry::Worry, 30);
    head.withdrawn = Some(NOW);
    head.has_receipt = false;
    head.contact = Contact::Stopped;
    Opened {
        head,
        parts: Vec::new(),
        thread: Vec::new(),
        seen: None,
    }
}

/// What somebody of the desk can do with a report; a supervisor hands it on, and sees requests in the
/// list.
fn may(read: &Read, is_supervisor: bool) -> May {
    let head = &read.opened.head;
    let is_open = head.is_open();
    May {
        answer: !is_supervisor && is_open && head.has_receipt,
        claim: !is_supervisor && is_open && read.owners.is_empty(),
        close: !is_supervisor && is_open,
        hand_on: is_supervisor,
        step_back: is_open,
        count: true,
        case: true,
        note: head.withdrawn.is_none(),
        promise: head.withdrawn.is_none(),
        keep: is_open,
        looks: is_supervisor,
        is_owner: read.owners.contains(&id(20)),
    }
}

/// The list.
pub(crate) fn list(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "report-list-title");
    let part = |heads: Vec<Head>, more: bool| {
        let next = heads
            .last()
            .filter(|_| more)
            .map(|head| (head.sent, head.record));
        Some(Page::new(heads, next))
    };
    let held = part(vec![head(1, Entry::Held, 1), head(2, Entry::Held, 5)], true);
    let mut closed = head(8, Entry::Worry, 90);
    closed.because = Some(Because::Helped);
    CLOSED.clone_into(&mut closed.state);
    let others = part(
        vec![
            head(3, Entry::Help, 0),
            withdrawn(language).head,
            head(5, Entry::Worry, 50),
            closed,
        ],
        true,
    );
    let found = part(vec![head(3, Entry::Help, 0)], false);
    let search = || Form::default().put("code", "K7M4QX");
    let none = || part(Vec::new(), false);
    let page = |held, others, asked: Form| {
        let sentence = sentence(language, &asked);
        ListPage::new(frame(), held, others, asked, sentence)
    };
    let narrowed = Form::default().put("state", "open").put("older", "week");
    vec![
        sampled("empty", language, &page(none(), none(), Form::default())),
        sampled("full", language, &page(held, others, Form::default())),
        sampled("found", language, &page(None, found, search())),
        sampled("none-found", language, &page(None, none(), search())),
        sampled("narrowed", language, &page(None, none(), narrowed)),
    ]
}

/// A made-up panel of another feature.
fn panel(lines: Vec<(Grown, Option<Sees>)>) -> Filled {
    Filled {
        panel: Panel {
            of: Kind::Report,
            title: "report-list-title",
            since: "report-since",
            open: "report-title",
            begin: ("plus", "report-entry-desk"),
            again: "report-entry-worry",
            begins: |_, _| true,
            new: "reports",
            page: "report",
            list: "reports",
            read: |_, _| Box::pin(async { Ok(Vec::new()) }),
            sees: |_| None,
        },
        lines,
        begins: true,
    }
}

/// One report.
pub(crate) fn report(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "report-title");
    let fresh = || Form::fresh(id(9), 3);
    let grown = |number, is_live| Grown {
        record: id(number),
        code: short_code(id(number)),
        since: NOW.plus_seconds(-1800),
        state: "report-state-new",
        tone: "due",
        icon: "clock",
        is_live,
    };
    // One that is closed has everything behind it.
    let read = |opened: Opened| Read {
        panels: vec![panel(if opened.head.because.is_some() {
            vec![
                (grown(41, true), Some(Sees::List)),
                (grown(40, false), None),
            ]
        } else if opened.thread.is_empty() {
            Vec::new()
        } else {
            vec![(grown(42, true), Some(Sees::Page))]
        })],
        safe: opened.head.because.is_some().then(|| Safe {
            clock: id(104),
            ended: Some(NOW.plus_seconds(-900)),
            because: "interim".to_owned(),
        }),
        accused: match opened.head.contact {
            Contact::Yes => vec![OrgKind::ArmedGroup, OrgKind::Police],
            Contact::No | Contact::Unsaid => vec![OrgKind::Shelter],
            Contact::Stopped => Vec::new(),
        },
        legal_aid: Some((Answer::There, NOW.plus_seconds(-1200))),
        police_copy: opened.head.contact == Contact::Yes,
        heads: if opened.thread.is_empty() {
            Vec::new()
        } else {
            let counted = |number, age, language| Counted {
                id: id(number),
                at: NOW.plus_seconds(-300),
                sex: Sex::Male,
                age,
                language,
                person: None,
                clock: (number == 61).then(|| id(63)),
            };
            vec![
                counted(61, Age::From13, Some(Spoken::Bangla)),
                counted(62, Age::Adult, None),
            ]
        },
        promises: if opened.thread.is_empty() {
            Vec::new()
        } else {
            let promised = |what, seconds| Promise {
                what,
                due: NOW.plus_seconds(seconds),
            };
            vec![
                promised(Promised::Call, -600),
                promised(Promised::Look, 7200),
            ]
        },
        notes: if opened.thread.is_empty() {
            Vec::new()
        } else {
            vec![Note {
                role: Role::Supervisor,
                at: NOW.plus_seconds(-300),
                free_text: Plain::new(LONG.to_owned()),
            }]
        },
        stepped: vec![(StepsBack::Knows, NOW.plus_seconds(-600))],
        // Of one that somebody took down nobody is on it yet.
        on_it: if opened.head.taken.is_some() {
            Vec::new()
        } else {
            vec![Role::Responder]
        },
        owners: if opened.head.taken.is_some() {
            Vec::new()
        } else {
            vec![id(20)]
        },
        opened,
    };
    let page = |is_supervisor, opened, answer, close, stale| {
        let read = read(opened);
        let may = may(&read, is_supervisor);
        ReportPage::new(frame(), may, read, answer, close, stale)
    };
    let mut wrong = fresh();
    wrong.wrong("free_text", Wrong::new("error-write"));
    let mut unsure = fresh();
    unsure.wrong("because", Wrong::new("error-choose"));
    let mut bare = opened(language);
    bare.thread.clear();
    bare.parts.truncate(1);
    bare.head.contact = Contact::No;
    let mut taken = opened(language);
    taken.thread.clear();
    taken.head.contact = Contact::Unsaid;
    taken.head.has_receipt = false;
    taken.head.answered = None;
    (taken.head.taken, taken.head.taken_at) = (Some(Channel::Paper), Some(NOW));
    let mut closed = opened(language);
    closed.head.because = Some(Because::Unreachable);
    (closed.head.safe_by, closed.head.clock) = (None, None);
    CLOSED.clone_into(&mut closed.head.state);
    closed.head.contact = Contact::Stopped;
    vec![
        sampled(
            "full",
            language,
            &page(false, opened(language), fresh(), fresh(), false),
        ),
        sampled(
            "empty",
            language,
            &page(false, bare, fresh(), fresh(), false),
        ),
        sampled(
            "taken",
            language,
            &page(false, taken, fresh(), fresh(), false),
        ),
        sampled(
            "errors",
            language,
            &page(false, opened(language), wrong, fresh(), false),
        ),
        sampled(
            "stale",
            language,
            &page(false, opened(language), fresh(), unsure, true),
        ),
        sampled(
            "closed",
            language,
            &page(true, closed, fresh(), fresh(), false),
        ),
        sampled(
            "withdrawn",
            language,
            &page(false, withdrawn(language), fresh(), fresh(), false),
        ),
    ]
}

/// Handing on.
pub(crate) fn hand(language: Language) -> Vec<Sampled> {
    let page = |fit: &[Fit], form, stale| {
        let named = fit.iter().map(|fit| Listed {
            membership: Membership {
                id: fit.account,
                account: fit.account,
                org: id(1),
                role: fit.role,
                began: NOW,
                confirmed: Some(NOW),
                ended: None,
            },
            pseudonym: fit.account,
            state: "active".to_owned(),
            name: Some(Plain::new(LONG.to_owned())),
        });
        let frame = Frame::sample(language, FrameKind::Staff, "report-hand-title");
        let head = head(4, Entry::Help, 1);
        HandPage::new(frame, &head, fit, named.collect(), &[id(20)], form, stale)
    };
    let fit = [
        Fit {
            account: id(20),
            role: Role::Responder,
        },
        Fit {
            account: id(22),
            role: Role::ChildOfficer,
        },
    ];
    let mut wrong = Form::fresh(id(9), 3);
    wrong.wrong("to", Wrong::new("error-choose"));
    vec![
        sampled("full", language, &page(&fit, Form::fresh(id(9), 3), true)),
        sampled("empty", language, &page(&[], Form::fresh(id(9), 3), false)),
        sampled("errors", language, &page(&fit, wrong, false)),
    ]
}
