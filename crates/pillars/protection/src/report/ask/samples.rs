//! The pages of sending with made-up data.

use page::{Form, Sampled, Wrong, sampled};
use record::{Language, OrgKind};
use vault::Plain;

use super::Asked;
use super::closed::ClosedPage;
use super::view::{
    AskPage, CompressedPage, FullPage, NobodyPage, ReceiptPage, WhichPage, WritePage,
};
use crate::reader::pages::Number;
use crate::reader::samples::{country, numbers};
use crate::report::sending::{Reading, reading};
use crate::report::{Accused, Entry};
use crate::samples::public_frame;
use crate::samples::{LONG, NOW, id, words};

/// The first step.
pub(crate) fn first(language: Language) -> Vec<Sampled> {
    let page = |form| AskPage::new(public_frame(language), Entry::Help, form);
    let fresh = || Form::fresh(id(9), 0).put("reads", "helpers");
    let mut wrong = fresh();
    wrong.wrong("governorate", Wrong::new("report-wrong-where"));
    wrong.wrong("accused", Wrong::new("report-wrong-from"));
    vec![
        sampled("empty", language, &page(fresh())),
        sampled("errors", language, &page(wrong)),
        sampled("compressed", language, &compressed(language)),
        sampled("closed", language, &closed(language)),
    ]
}

/// The clock of the machine is wrong, and something was typed already.
fn closed(language: Language) -> ClosedPage {
    let typed = Form::fresh(id(9), 0)
        .put("governorate", "IQG02")
        .put("text", LONG);
    ClosedPage {
        frame: public_frame(language),
        numbers: Number::all(&numbers(), language),
        typed: Some(typed),
        entry: 2,
    }
}

pub(crate) fn compressed(language: Language) -> CompressedPage {
    CompressedPage {
        frame: public_frame(language),
        numbers: Number::all(&numbers(), language),
    }
}

/// Every step after the first.
pub(crate) fn next(language: Language) -> Vec<Sampled> {
    let frame = || public_frame(language);
    let asked = |with_police| Asked {
        governorate: record::governorate("IQG02"),
        with_police,
        kinds: vec![OrgKind::Camp, OrgKind::Police],
    };
    let country = country();
    let form = || {
        Form::fresh(id(9), 0)
            .put("governorate", "IQG02")
            .put("reads", "helpers")
            .put("accused", "camp")
    };
    let who = |with_police, accused: &[Accused]| -> Reading {
        reading(&country, accused, Some("IQG02"), with_police)
    };
    let helpers = who(false, &[Accused::Named(id(3))]);
    let police = who(true, &[]);
    let none = who(true, &[Accused::SomeOf(OrgKind::Police)]);
    let mut wrong = form().put("how", LONG).put("minor", "unknown");
    wrong.wrong("text", Wrong::new("report-wrong-text"));
    let write = |entry, asked: &Asked, who: &Reading, form, changed| {
        WritePage::new(frame(), entry, asked, &country, who, form, changed)
    };
    let receipt = Plain::new("48210077351926048813".to_owned());
    let nobody = |numbers| NobodyPage {
        frame: frame(),
        numbers,
        text: Some(Plain::new(words(language))),
    };
    vec![
        sampled(
            "which",
            language,
            &WhichPage::new(frame(), Entry::Worry, &asked(false), &country, form()),
        ),
        sampled(
            "write",
            language,
            &write(Entry::Help, &asked(false), &helpers, form(), false),
        ),
        sampled(
            "held",
            language,
            &write(Entry::Held, &asked(true), &police, form(), false),
        ),
        sampled(
            "errors",
            language,
            &write(Entry::Held, &asked(true), &none, wrong, false),
        ),
        sampled(
            "changed",
            language,
            &write(
                Entry::Help,
                &asked(false),
                &helpers,
                form().put("text", LONG),
                true,
            ),
        ),
        sampled(
            "receipt",
            language,
            &ReceiptPage::new(frame(), &receipt, LONG.to_owned(), NOW.plus_seconds(7200)),
        ),
        sampled(
            "nobody",
            language,
            &nobody(Number::all(&numbers(), language)),
        ),
        sampled(
            "full",
            language,
            &FullPage {
                frame: frame(),
                numbers: Number::all(&numbers(), language),
                form: form().put("text", LONG),
            },
        ),
        sampled("nobody-empty", language, &nobody(Vec::new())),
    ]
}
