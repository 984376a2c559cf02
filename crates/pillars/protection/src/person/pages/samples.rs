//! The pages of a person with made-up data.

use clock::AgeBand;
use consent::{
    Agreed, Basis, Book, Consent, Decider, Entry, Exception, Manner, Packet, Purpose, Question,
    Recipient, Telling, What,
};
use page::{Choice, Fields as _, Form, Frame, FrameKind, Sampled, sampled};
use people::organisation::Names;
use record::{Language, Role};
use vault::Plain;

use super::book::{Bodies, BookPage, May, NamePage};
use super::packet::{PaperPage, PrintPage};
use crate::person::forms::Printing;
use crate::person::packet::Paper;
use crate::person::{Head, Opened, Part};
use crate::samples::{LONG, NOW, id, words};

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

fn plain(text: &str) -> Plain<String> {
    Plain::new(text.to_owned())
}

fn head(is_open: bool) -> Head {
    Head {
        record: id(2),
        root: id(102),
        case: id(52),
        age: AgeBand::Child,
        to_tell: is_open,
        to_confirm: is_open,
        revision: 1,
        is_open,
    }
}

fn book(entries: Vec<What>) -> Book {
    let entries = entries.into_iter().zip(1..).map(|(what, number)| Entry {
        number,
        at: NOW.plus_seconds(-86_400 + number * 600),
        by: id(if number % 2 == 0 { 7 } else { 8 }),
        role: Role::ChildOfficer,
        what,
    });
    Book::new(entries.collect())
}

fn consented(purpose: Purpose, recipient: Recipient, days: i64) -> What {
    What::Consented(Consent {
        purpose,
        recipient,
        packet: Packet::B,
        until: NOW.plus_seconds(days * 86_400),
        language: "bn".to_owned(),
        manner: Manner::Thumb,
        asylum_explained: true,
        both_agree: true,
    })
}

/// A book with everything in it, and one with nothing.
pub(super) fn book_pages(language: Language) -> Vec<Sampled> {
    let exception = |reason: &str| Exception {
        basis: Basis::Life,
        purpose: Purpose::Help,
        recipient: Recipient::Named(plain(LONG)),
        telling: Telling::Later,
        reason: plain(reason),
    };
    let full = book(vec![
        What::Child(true),
        What::Answered(Question::Talk, Agreed::Yes),
        What::Answered(Question::Write, Agreed::Yes),
        What::Answered(Question::Share, Agreed::Yes),
        What::Answered(Question::Fear, Agreed::Other),
        What::Decides(Decider::Advocate, true),
        consented(Purpose::Help, Recipient::Body(id(4)), 30),
        consented(Purpose::Family, Recipient::Named(plain(LONG)), 30),
        consented(Purpose::Judge, Recipient::Body(id(5)), -1),
        What::Left(8, Packet::B),
        What::Withdrawn(8),
        What::Proposed(exception(LONG)),
        What::Confirmed(12),
        What::Proposed(exception(&words(language))),
    ]);
    let fresh = book(vec![
        What::Child(true),
        What::Answered(Question::Write, Agreed::No),
        What::Decides(Decider::Parent, false),
    ]);
    let may = May {
        record: true,
        decider: true,
        withdraw: true,
        tell: true,
        read: true,
        print: true,
        propose: true,
        age: true,
        confirm: true,
        case: true,
        looks: true,
    };
    let page = |is_open, book, may| {
        let opened = Opened {
            head: head(is_open),
            book,
        };
        let bodies = Bodies::new(&[], language);
        let form = Form::fresh(id(9), 0);
        BookPage::new(frame(language, "person-title"), form, opened, &bodies, may)
    };
    vec![
        sampled("full", language, &page(true, full, may)),
        sampled("no", language, &page(false, fresh, May::default())),
    ]
}

/// Who somebody is, and nobody yet.
pub(super) fn name(language: Language) -> Vec<Sampled> {
    let page = |parts, writes| NamePage {
        frame: frame(language, "person-who-title"),
        head: head(true),
        parts,
        writes,
    };
    let all = Part::ALL.iter().map(|part| (*part, plain(LONG)));
    vec![
        sampled("full", language, &page(all.collect(), true)),
        sampled("nothing", language, &page(Vec::new(), false)),
    ]
}

/// The form of a packet.
pub(super) fn packet(language: Language) -> Vec<Sampled> {
    let page = |form, under, refused| PrintPage {
        frame: frame(language, "packet-title"),
        person: id(2),
        form,
        under,
        refused,
    };
    let under = || vec![Choice::named("7", LONG)];
    let mut wrong = Form::fresh(id(9), 0);
    Printing::read(&mut wrong);
    vec![
        sampled(
            "fresh",
            language,
            &page(Form::fresh(id(9), 0), under(), None),
        ),
        sampled(
            "nothing",
            language,
            &page(Form::fresh(id(9), 0), Vec::new(), None),
        ),
        sampled(
            "errors",
            language,
            &page(wrong, under(), Some("consent-too-much")),
        ),
    ]
}

/// The paper.
pub(super) fn paper(language: Language) -> Vec<Sampled> {
    let page = |packet, named: Option<&str>| {
        let paper = Paper {
            at: NOW,
            desk: Names::new([LONG, LONG, LONG]),
            code: record::short_code(id(52)),
            purpose: Purpose::Help,
            body: named.is_none().then(|| Names::new([LONG, LONG, LONG])),
            named: named.map(plain),
            packet,
            need: plain(&words(language)),
            who: vec![(Part::Given, plain(LONG)), (Part::Born, plain("2011"))],
            language: Some("bn".to_owned()),
            risk: Some(plain(LONG)),
            summary: Some(plain(&words(language))),
        };
        PaperPage::new(frame(language, "packet-paper-title"), id(2), paper)
    };
    vec![
        sampled("body", language, &page(Packet::C, None)),
        sampled("named", language, &page(Packet::C, Some(LONG))),
    ]
}
