//! Every component, problem and page of this crate with made-up data, for the tests over pages.

use record::{Language, Moment};
use vault::Plain;

use crate::form::{Form, Wrong};
use crate::frame::{Frame, FrameKind};
use crate::leave::HiddenPage;
use crate::problem::Problem;
use crate::route::Sampled;
use crate::typed::Given;
use crate::{Both, Choice, Conflict, Onward, filters, sampled};

/// A row of the made-up list.
struct Line {
    code: &'static str,
    sent: Moment,
    due: Moment,
}

#[derive(askama::Template)]
#[template(path = "gallery-public.html")]
struct GalleryPublic {
    frame: Frame,
    form: Form,
    kinds: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "gallery-staff.html")]
struct GalleryStaff {
    frame: Frame,
    form: Form,
    rows: Vec<Line>,
    said: Plain<String>,
    onward: [Onward; 2],
}

/// The samples, in one language.
pub fn samples(language: Language) -> Vec<Sampled> {
    let mut all = vec![
        sampled("public-empty", language, &public(language, Form::default())),
        sampled("public-errors", language, &public(language, wrong())),
        sampled("staff-empty", language, &staff(language, false)),
        sampled("staff-full", language, &staff(language, true)),
        sampled("conflict", language, &conflict(language)),
        sampled("hidden", language, &HiddenPage::sample(language)),
    ];
    for (name, problem) in [
        ("not-there", Problem::NotThere),
        ("wrong-way", Problem::MethodNotAllowed),
        ("too-large", Problem::TooLarge),
        ("too-many", Problem::TooMany(300)),
        ("busy", Problem::Busy),
        ("slow", Problem::Slow),
        ("refused", Problem::Refused),
        ("expired", Problem::Expired),
        ("words", Problem::Explained("error-not-on-list")),
        ("fault", Problem::Fault),
    ] {
        all.push(problem.sampled(name, language, FrameKind::Bare, None));
    }
    for (name, problem) in [
        ("busy-typed", Problem::Busy),
        ("expired-typed", Problem::Expired),
        ("not-there-typed", Problem::NotThere),
    ] {
        all.push(problem.sampled(name, language, FrameKind::Bare, Some(given())));
    }
    let staff = FrameKind::Staff;
    all.extend([
        Problem::NotThere.sampled("not-there-staff", language, staff, None),
        Problem::TooLarge.sampled("too-large-staff", language, staff, Some(given())),
    ]);
    all
}

/// What somebody typed.
fn given() -> Given {
    let field = |name: &str, text: &str| (name.to_owned(), Plain::new(text.to_owned()));
    Given {
        texts: vec![field("how", LONG), field("text", LONG)],
        unseen: vec![field("form_key", "k"), field("governorate", "IQG02")],
        is_whole: true,
    }
}

fn public(language: Language, form: Form) -> GalleryPublic {
    GalleryPublic {
        frame: Frame::sample(language, FrameKind::Public, "gallery-title"),
        form,
        kinds: vec![
            Choice::labelled(language, "yes", "yes"),
            Choice::labelled(language, "no", "no"),
            Choice::named("long", LONG),
        ],
    }
}

fn wrong() -> Form {
    let mut form = Form::default()
        .put("text", LONG)
        .put("phone", "٠٧٧٠ ١٢٣ ٤٥٦٧")
        .put("answer", "unknown")
        .put("kind", "no");
    form.wrong("text", Wrong::new("error-too-long").with("most", 5000));
    form.wrong(
        "phone",
        Wrong::new("error-phone").with("example", "07701234567"),
    );
    form.wrong("kind", Wrong::new("error-choose"));
    form.wrong("code", Wrong::new("error-digits").with("count", 20));
    form
}

fn staff(language: Language, full: bool) -> GalleryStaff {
    let frame = Frame::sample(language, FrameKind::Staff, "gallery-title");
    let line = |code, hours: i64| Line {
        code,
        sent: frame.now.plus_seconds(-hours * 3600),
        due: frame.now.plus_seconds((2 - hours) * 3600),
    };
    let rows = if full {
        vec![
            line("R-4821", 0),
            line("R-4822", 1),
            line("R-4823", 5),
            line("R-4824", 50),
        ]
    } else {
        Vec::new()
    };
    GalleryStaff {
        onward: [false, true].map(|looks_on| Onward {
            href: "/".to_owned(),
            looks_on,
        }),
        rows,
        frame,
        form: Form::default(),
        said: Plain::new(LONG.to_owned()),
    }
}

fn conflict(language: Language) -> Conflict {
    Conflict {
        frame: Frame::sample(language, FrameKind::Staff, "conflict-title"),
        action: "/".to_owned(),
        form: Form::default().put("text", LONG).put("kind", "no"),
        both: vec![
            Both {
                field: "text",
                label: "gallery-text",
                theirs: Plain::new("Line one.\nالسطر الثاني.".to_owned()),
            },
            Both {
                field: "note",
                label: "gallery-note",
                theirs: Plain::new(String::new()),
            },
        ],
    }
}

/// A long name with both directions in it.
const LONG: &str = "عبد الرحمن بن عبد العزيز بن محمد الحسيني (Abd al-Rahman ibn Abd al-Aziz \
                    al-Husayni) · ژێرزەمینەکە · +999 770 123 4567";
