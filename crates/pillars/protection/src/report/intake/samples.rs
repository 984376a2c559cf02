//! The pages of taking a report down with made-up data.

use page::{Form, Frame, FrameKind, Sampled, Wrong, sampled};
use record::{Language, OrgKind, short_code};
use vault::Plain;

use super::view::{IntakePage, TakenPage};
use crate::reader::samples::country;
use crate::report::ask::Asked;
use crate::report::rules;
use crate::samples::{LONG, id};

/// The page as it begins, and as it comes back.
pub(crate) fn begin(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "intake-title");
    let country = country();
    let form = || {
        Form::fresh(id(9), 0)
            .put("how_told", "telephone")
            .put("governorate", "IQG02")
            .put("reads", "helpers")
    };
    let asked = Asked {
        governorate: record::governorate("IQG02"),
        with_police: false,
        kinds: vec![OrgKind::Camp, OrgKind::Police],
    };
    let mut wrong = form()
        .put("accused", "camp")
        .put("how", LONG)
        .put("held_where", LONG)
        .put("hour", "3");
    wrong.wrong("text", Wrong::new("report-wrong-text"));
    wrong.wrong("which_camp", Wrong::new("report-wrong-which"));
    wrong.wrong("day", Wrong::new("error-choose"));
    let page = |asked, form, refused| IntakePage::new(frame(), &country, asked, form, refused);
    vec![
        sampled("empty", language, &page(None, form(), None)),
        sampled("errors", language, &page(Some(&asked), wrong, None)),
        sampled(
            "nobody",
            language,
            &page(None, form().put("text", LONG), Some("intake-nobody")),
        ),
    ]
}

/// What is read out.
pub(crate) fn taken(language: Language) -> Vec<Sampled> {
    let receipt = Plain::new("48210077351926048813".to_owned());
    let page = |is_ours: bool| TakenPage {
        frame: Frame::sample(language, FrameKind::Staff, "intake-done-title"),
        report: id(4),
        code: short_code(id(4)),
        reader: country().bodies[0].is.names.get(language).to_owned(),
        police: is_ours.then(|| country().bodies[1].is.names.get(language).to_owned()),
        groups: if is_ours {
            rules::groups(&receipt, language)
        } else {
            Vec::new()
        },
        may_read: is_ours,
        call_later: is_ours,
    };
    vec![
        sampled("ours", language, &page(true)),
        sampled("theirs", language, &page(false)),
    ]
}
