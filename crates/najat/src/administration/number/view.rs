//! What the pages of numbers show.

use askama::Template;
use page::{Choice, Field, Fields as _, Form, Frame, filters};
use protection::reader::DutyNumber;
use record::{Id, Language, Moment};

use super::super::beside::{Theirs, theirs};
use super::super::parts;
use super::forms::Setting;

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
    pub theirs: Option<Theirs>,
}

impl FormPage {
    const FIELDS: &'static [Field] = Setting::FIELDS;

    pub(super) fn new(frame: Frame, form: Form) -> Self {
        Self {
            theirs: None,
            frame,
            form,
        }
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        let reader = self.frame.language;
        if field.name == "languages" {
            return parts::language_choices();
        }
        let whole = Choice::labelled(reader, parts::NONE, "admin-whole-country");
        let places = parts::place_choices(reader);
        [whole].into_iter().chain(places).collect()
    }

    /// With what somebody else made of the number meanwhile.
    pub(super) fn beside(mut self, stands: &Form) -> Self {
        let options = |field: &Field| self.options(field);
        let language = self.frame.language;
        let theirs = theirs(&self.form, stands, Self::FIELDS, options, language);
        self.theirs = Some(theirs);
        self
    }
}
