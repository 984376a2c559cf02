//! The pages below a request, and the paper, with made-up data.

use page::{Sampled, Wrong, sampled};
use people::organisation::{Line, Names};
use record::{Language, short_code};
use vault::Plain;

use super::apart::ApartPage;
use super::decline::{DeclinePage, Reviewed, bodies};
use super::judge::JudgePage;
use super::request::Call;
use super::samples::{form, frame};
use crate::bed::{Age, Application, Condition, KeptApart, Sex};
use crate::reader::samples::country;
use crate::samples::{LONG, NOW, id};

/// A shelter says no.
pub(crate) fn decline(language: Language) -> Vec<Sampled> {
    let page = |form, refused| {
        let frame = frame(language, "bed-decline-title");
        let bodies = bodies(&country().bodies, Some(id(1)), &frame);
        DeclinePage::new(frame, id(2), id(40), form, bodies, None).refused(refused)
    };
    let mut wrong = form();
    wrong.wrong("code", Wrong::new("bed-wrong-decline"));
    let mut nobody = form().put("code", "court_order");
    nobody.wrong("body", Wrong::new("bed-wrong-body"));
    vec![
        sampled("empty", language, &page(form(), None)),
        sampled("errors", language, &page(wrong, None)),
        sampled("body", language, &page(nobody, Some("bed-cannot-now"))),
    ]
}

/// A supervisor looks at another reason.
pub(crate) fn review(language: Language) -> Vec<Sampled> {
    let page = |form, calls: bool| {
        let frame = frame(language, "bed-review-title");
        let bodies = bodies(&country().bodies, Some(id(1)), &frame);
        let line = Line {
            number: "+999 770 000 0042".to_owned(),
            hours: "24/7".to_owned(),
        };
        let shelter = Reviewed {
            code: short_code(id(41)),
            place: LONG.to_owned(),
            due: NOW.plus_seconds(900),
            call: calls.then(|| Call::new(&line, &frame)),
        };
        DeclinePage::new(frame, id(2), id(40), form, bodies, Some(shelter))
    };
    let mut wrong = form();
    wrong.wrong("code", Wrong::new("bed-wrong-decline"));
    vec![
        sampled("full", language, &page(form(), true)),
        sampled("errors", language, &page(wrong, false)),
    ]
}

/// People who must not meet.
pub(crate) fn apart(language: Language) -> Vec<Sampled> {
    let page = |form, pairs| {
        let frame = frame(language, "bed-apart-title");
        ApartPage::new(frame, id(2), pairs, form)
    };
    let pair = |number| KeptApart {
        id: id(number),
        at: NOW,
        code: Plain::new(short_code(id(number))),
        free_text: Plain::new(LONG.to_owned()),
    };
    let mut wrong = form().put("code", "ABC").put("free_text", LONG);
    wrong.wrong("code", Wrong::new("bed-wrong-apart"));
    vec![
        sampled("empty", language, &page(form(), Vec::new())),
        sampled("full", language, &page(form(), vec![pair(50), pair(51)])),
        sampled("errors", language, &page(wrong, vec![pair(50)])),
    ]
}

/// The paper for the judge, in both languages of courts.
pub(crate) fn judge(language: Language) -> Vec<Sampled> {
    let is = |governorate: &str, whole: bool| Application {
        at: NOW,
        court: whole.then(|| {
            Names::new([
                "Investigation court of Basra (made up)",
                "محكمة تحقيق البصرة (من الخيال)",
                "دادگای لێکۆڵینەوەی بەسرە (خەیاڵی)",
            ])
        }),
        organisation: Names::new([
            "Bridge of Hope, Basra",
            "جسر الأمل، البصرة",
            "پردی هیوا، بەسرە",
        ]),
        condition: whole.then(|| Condition {
            names: Names::new([
                "Office for social care of Basra (made up)",
                "دائرة الرعاية الاجتماعية في البصرة (من الخيال)",
                "فەرمانگەی چاودێریی کۆمەڵایەتیی بەسرە (خەیاڵی)",
            ]),
            is_court: false,
        }),
        code: short_code(id(2)),
        sex: Sex::Male,
        age: if whole { Age::From13 } else { Age::Adult },
        heads: if whole { 2 } else { 1 },
        governorate: governorate.to_owned(),
        held_until: whole.then_some(NOW.plus_seconds(9000)),
    };
    let page =
        |court, is: &Application| JudgePage::new(frame(language, "judge-title"), id(2), court, is);
    let by_court = || {
        let mut is = is("IQG02", true);
        is.condition = is.court.clone().map(|names| Condition {
            names,
            is_court: true,
        });
        is
    };
    vec![
        sampled("court", language, &page(Language::Ar, &by_court())),
        sampled("ar", language, &page(Language::Ar, &is("IQG02", true))),
        sampled("ckb", language, &page(Language::Ckb, &is("IQG11", true))),
        sampled("blank", language, &page(Language::Ar, &is("IQG02", false))),
    ]
}
