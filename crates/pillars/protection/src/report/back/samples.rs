//! The pages of a sender who comes back with made-up data.

use page::{Form, Sampled, Wrong, sampled};
use record::Language;
use vault::Plain;

use super::pages::Told;
use super::view::{ComePage, GonePage, More, Reads, SurePage, ThreadPage};
use crate::reader::pages::Number;
use crate::reader::samples::numbers;
use crate::report::ask::samples::compressed;
use crate::report::desk::samples::{opened, withdrawn};
use crate::report::{Because, CLOSED, Contact};
use crate::samples::public_frame;
use crate::samples::{LONG, id};

/// Asking for the digits.
pub(crate) fn come(language: Language) -> Vec<Sampled> {
    let page = |form, over| ComePage::new(public_frame(language), form, over);
    let mut wrong = Form::fresh(id(9), 0);
    wrong.wrong("receipt", Wrong::new("report-receipt-opens-nothing"));
    let over = Form::fresh(id(9), 0).put("free_text", LONG);
    vec![
        sampled("empty", language, &page(Form::fresh(id(9), 0), false)),
        sampled("errors", language, &page(wrong, false)),
        sampled("over", language, &page(over, true)),
        sampled("compressed", language, &compressed(language)),
    ]
}

/// The thread.
pub(crate) fn thread(language: Language) -> Vec<Sampled> {
    let more = |form| More {
        form,
        ticket: "ticket".to_owned(),
    };
    let shown = |opened, reader, told, form| {
        let frame = public_frame(language);
        ThreadPage::new_with(frame, (opened, reader), told, more(form), [id(7), id(8)])
    };
    let page = |opened, told, form| {
        let reader = Reads::Somebody("Dawn House · دار الفجر".to_owned());
        shown(opened, reader, told, form)
    };
    let nobody = Reads::Nobody(Number::all(&numbers(), language));
    let fresh = || Form::fresh(id(9), 0);
    let mut empty = opened(language);
    empty.thread.clear();
    empty.seen = None;
    let mut closed = opened(language);
    closed.head.because = Some(Because::Helped);
    CLOSED.clone_into(&mut closed.head.state);
    closed.head.contact = Contact::Stopped;
    closed
        .thread
        .iter_mut()
        .for_each(|message| message.free_text = Plain::new(LONG.to_owned()));
    let mut wrong = fresh();
    wrong.wrong("free_text", Wrong::new("error-write"));
    vec![
        sampled("empty", language, &page(empty, Told::Nothing, fresh())),
        sampled(
            "nobody",
            language,
            &shown(opened(language), nobody, Told::Nothing, fresh()),
        ),
        sampled(
            "full",
            language,
            &page(opened(language), Told::Added, fresh()),
        ),
        sampled("closed", language, &page(closed, Told::Stopped, fresh())),
        sampled(
            "errors",
            language,
            &page(opened(language), Told::Nothing, wrong),
        ),
        sampled(
            "withdrawn",
            language,
            &page(withdrawn(language), Told::Nothing, fresh()),
        ),
    ]
}

/// Deleting.
pub(crate) fn delete(language: Language) -> Vec<Sampled> {
    let frame = || public_frame(language);
    let sure = SurePage::shown(frame(), Form::fresh(id(9), 0), "ticket".to_owned());
    vec![
        sampled("sure", language, &sure),
        sampled("gone", language, &GonePage { frame: frame() }),
    ]
}
