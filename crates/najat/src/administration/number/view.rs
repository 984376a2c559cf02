//! What the pages of numbers show, and a form turned into a number.

use askama::Template;
use page::{Choice, Form, Frame, filters, language};
use people::organisation::Names;
use protection::reader::{DutyNumber, Said};
use record::{Id, Language, Moment};

use super::super::beside::{Field, Theirs, theirs};
use super::super::parts;

/// The longest name, help and hours.
const NAME: usize = 120;
const HELP: usize = 300;
const SHORT: usize = 60;

/// How long a number counts as checked, in seconds.
const CHECKED_FOR: i64 = 90 * 24 * 3600;

/// A number on the list.
pub(super) struct Line {
    pub id: Id,
    pub number: String,
    pub name: String,
    pub place: Option<String>,
    pub checked_on: Moment,
    pub checked_by: String,
    pub hidden: bool,
    pub stale: bool,
}

impl Line {
    pub(super) fn new(number: &DutyNumber, now: Moment, language: Language) -> Self {
        Self {
            id: number.id,
            number: number.number.clone(),
            name: number.names.get(language).to_owned(),
            place: number
                .governorate
                .as_deref()
                .map(|code| parts::place_name(code, language)),
            checked_on: number.checked_on,
            checked_by: number.checked_by.clone(),
            hidden: number.hidden,
            stale: number.checked_on < now.plus_seconds(-CHECKED_FOR),
        }
    }
}

#[derive(Template)]
#[template(path = "administration/number/templates/list.html")]
pub(super) struct ListPage {
    pub frame: Frame,
    pub form: Form,
    pub lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "administration/number/templates/form.html")]
pub(super) struct FormPage {
    pub frame: Frame,
    pub form: Form,
    pub places: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub theirs: Option<Theirs>,
}

impl FormPage {
    pub(super) fn new(frame: Frame, form: Form) -> Self {
        let reader = frame.language;
        let mut places = vec![Choice::said(reader, parts::NONE, "admin-whole-country")];
        places.extend(parts::place_choices(reader));
        Self {
            places,
            languages: Language::ALL
                .iter()
                .map(|one| Choice::named(one.code(), language::own_name(*one)))
                .collect(),
            theirs: None,
            frame,
            form,
        }
    }

    /// With what somebody else made of the number meanwhile.
    pub(super) fn beside(mut self, stands: &Form) -> Self {
        let line = |field, label| Field(field, label, None);
        let fields = [
            line("number", "admin-number-line"),
            Field("place", "admin-number-for", Some(&self.places)),
            line("name_en", "admin-number-name-en"),
            line("name_ar", "admin-number-name-ar"),
            line("name_ckb", "admin-number-name-ckb"),
            line("help_en", "admin-number-help-en"),
            line("help_ar", "admin-number-help-ar"),
            line("help_ckb", "admin-number-help-ckb"),
            line("hours", "admin-org-hours"),
            Field("languages", "admin-number-languages", Some(&self.languages)),
            line("records_calls", "admin-number-records"),
            line("duty_to_report", "admin-number-reports"),
            line("checked_by", "admin-number-desk"),
            line("hidden", "admin-number-keep-off"),
        ];
        let theirs = theirs(&self.form, stands, &fields, self.frame.language);
        self.theirs = Some(theirs);
        self
    }
}

/// The form of a number as it stands.
pub(super) fn filled(form: Form, number: &DutyNumber) -> Form {
    let form = if number.hidden {
        form.put("hidden", "yes")
    } else {
        form
    };
    form.put("id", number.id.to_string())
        .put("number", number.number.as_str())
        .put(
            "place",
            number.governorate.as_deref().unwrap_or(parts::NONE),
        )
        .put("name_en", number.names.en.as_str())
        .put("name_ar", number.names.ar.as_str())
        .put("name_ckb", number.names.ckb.as_str())
        .put("help_en", number.help.en.as_str())
        .put("help_ar", number.help.ar.as_str())
        .put("help_ckb", number.help.ckb.as_str())
        .put("hours", number.hours.as_str())
        .choose(
            "languages",
            number.languages.split_whitespace().map(str::to_owned),
        )
        .put("records_calls", number.records_calls.code())
        .put("duty_to_report", number.duty_to_report.code())
        .put("checked_by", number.checked_by.as_str())
}

fn names(form: &mut Form, fields: [&'static str; 3], missing: &'static str, most: usize) -> Names {
    let mut text = |field| {
        let text = form.needed_name(field, missing, most);
        text.map(|text| text.expose().clone()).unwrap_or_default()
    };
    let [en, ar, ckb] = fields;
    Names {
        en: text(en),
        ar: text(ar),
        ckb: text(ckb),
    }
}

/// What a form says of a number, if nothing is wrong with it. Whoever sends it has rung it up.
pub(super) fn read(form: &mut Form, id: Id, now: Moment) -> Option<DutyNumber> {
    let number = form.phone("number");
    if number.is_none() {
        form.wrong("number", page::Wrong::new("admin-number-missing"));
    }
    let governorate = if form.has("place", parts::NONE) {
        None
    } else {
        let place = form.needed_code::<String>("place", "error-choose");
        if place
            .as_deref()
            .is_some_and(|code| record::governorate(code).is_none())
        {
            form.wrong("place", page::Wrong::new("error-not-on-list"));
        }
        place
    };
    let said = ["name_en", "name_ar", "name_ckb"];
    let names_said = names(form, said, "admin-number-name-missing", NAME);
    let help = ["help_en", "help_ar", "help_ckb"];
    let help_said = names(form, help, "admin-number-help-missing", HELP);
    let hours = form.text("hours", SHORT);
    let languages = form.codes::<Language>("languages");
    if languages.is_empty() {
        form.wrong("languages", page::Wrong::new("error-choose"));
    }
    let records_calls = form.needed_code::<Said>("records_calls", "error-choose");
    let duty_to_report = form.needed_code::<Said>("duty_to_report", "error-choose");
    let checked_by = form.needed_text("checked_by", "admin-number-desk-missing", SHORT);
    let spoken: Vec<&str> = languages.iter().map(|one| one.code()).collect();
    let made = DutyNumber {
        id,
        number: number?.expose().clone(),
        governorate,
        names: names_said,
        help: help_said,
        hours: hours.map_or_else(|| "24/7".to_owned(), |hours| hours.expose().clone()),
        languages: spoken.join(" "),
        records_calls: records_calls?,
        duty_to_report: duty_to_report?,
        checked_on: now,
        checked_by: checked_by?.expose().clone(),
        hidden: form.ticked("hidden"),
    };
    form.is_right().then_some(made)
}
