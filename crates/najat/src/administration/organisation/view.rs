//! What the pages of organisations show, and a form turned into a description.

use askama::Template;
use page::{Choice, Form, Frame, Wrong, filters};
use people::account::fold;
use people::organisation::{self, Description, Line, Names, Organisation};
use record::{Id, Jurisdiction, Language, OrgKind};

use super::super::beside::{Field, Theirs, theirs};
use super::super::parts;

/// The box that says that it is another body, and what is said where its name is there already.
const ANOTHER: &str = "another";
const TWICE: &str = "admin-org-twice";
/// The longest name; the longest number.
const NAME: usize = 200;
const NUMBER: usize = 40;

/// A body on the list.
pub(super) struct Row {
    pub id: Id,
    pub name: String,
    pub kind: &'static str,
    pub places: Vec<String>,
    pub jurisdiction: &'static str,
    pub independent: bool,
    pub ended: bool,
    pub people: i64,
}

#[derive(Template)]
#[template(path = "administration/organisation/templates/list.html")]
pub(super) struct ListPage {
    pub frame: Frame,
    pub rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "administration/organisation/templates/form.html")]
pub(super) struct FormPage {
    pub frame: Frame,
    pub form: Form,
    /// The body that is changed; none, where a new one is entered.
    pub id: Option<Id>,
    pub kinds: Vec<Choice>,
    pub jurisdictions: Vec<Choice>,
    pub parents: Vec<Choice>,
    pub places: Vec<Choice>,
    /// Where somebody else changed it meanwhile: what differs from what was typed.
    pub theirs: Option<Theirs>,
}

impl FormPage {
    pub(super) fn new(frame: Frame, form: Form, id: Option<Id>, bodies: &[Organisation]) -> Self {
        let language = frame.language;
        let none = Choice::said(language, parts::NONE, "admin-org-parent-none");
        let others = bodies.iter().filter(|body| Some(body.id) != id);
        let mut parents = vec![none];
        parents.extend(parts::body_choices(others, language));
        Self {
            kinds: OrgKind::ALL
                .iter()
                .map(|kind| Choice::said(language, kind.code(), parts::kind_key(*kind)))
                .collect(),
            jurisdictions: jurisdictions(language),
            parents,
            places: parts::place_choices(language),
            theirs: None,
            frame,
            form,
            id,
        }
    }

    /// With what somebody else made of the body meanwhile.
    pub(super) fn beside(mut self, stands: &Form) -> Self {
        let line = |field, label| Field(field, label, None);
        let fields = [
            line("name_en", "admin-org-name-en"),
            line("name_ar", "admin-org-name-ar"),
            line("name_ckb", "admin-org-name-ckb"),
            Field("kind", "admin-org-kind", Some(&self.kinds)),
            Field(
                "jurisdiction",
                "admin-org-jurisdiction",
                Some(&self.jurisdictions),
            ),
            Field("parent", "admin-org-parent", Some(&self.parents)),
            Field("place", "admin-org-places", Some(&self.places)),
            line("independent", "admin-org-independent"),
            line("number", "admin-org-number"),
            line("hours", "admin-org-hours"),
        ];
        let theirs = theirs(&self.form, stands, &fields, self.frame.language);
        self.theirs = Some(theirs);
        self
    }

    /// Whether a body of this name is there already, so that it must be said that this is another.
    fn is_twice(&self) -> bool {
        let said = self.form.errors().iter();
        self.form.ticked(ANOTHER) || said.clone().any(|(_, wrong)| wrong.key() == TWICE)
    }

    fn action(&self) -> String {
        match &self.id {
            Some(id) => self.frame.href_to("organisation-send", id),
            None => self.frame.href("new-organisation-send"),
        }
    }
}

fn jurisdictions(language: Language) -> Vec<Choice> {
    let said = |there: Option<Jurisdiction>| {
        let code = there.map_or(parts::NONE, Jurisdiction::code);
        Choice::said(language, code, parts::jurisdiction_key(there))
    };
    vec![
        said(Some(Jurisdiction::Federal)),
        said(Some(Jurisdiction::Kurdistan)),
        said(None),
    ]
}

/// The form of a body as it stands.
pub(super) fn filled(form: Form, is: &Description, line: Option<&Line>) -> Form {
    let mut form = form
        .put("name_en", is.names.en.as_str())
        .put("name_ar", is.names.ar.as_str())
        .put("name_ckb", is.names.ckb.as_str())
        .put("kind", is.kind.code())
        .put(
            "jurisdiction",
            is.jurisdiction.map_or(parts::NONE, Jurisdiction::code),
        )
        .put(
            "parent",
            is.parent
                .map_or_else(|| parts::NONE.to_owned(), |id| id.to_string()),
        )
        .choose("place", is.governorates.iter().cloned());
    if is.independent {
        form = form.put("independent", "yes");
    }
    match line {
        Some(line) => form
            .put("number", line.number.as_str())
            .put("hours", line.hours.as_str()),
        None => form,
    }
}

/// What a form says of a body, if nothing is wrong with it.
pub(super) fn read(form: &mut Form) -> Option<(Description, Option<Line>)> {
    let mut name = |field| {
        let text = form.needed_name(field, "admin-org-name-missing", NAME);
        text.map(|text| text.expose().clone()).unwrap_or_default()
    };
    let names = Names {
        en: name("name_en"),
        ar: name("name_ar"),
        ckb: name("name_ckb"),
    };
    let kind: Option<OrgKind> = form.needed_code("kind", "error-choose");
    let jurisdiction = optional::<Jurisdiction>(form, "jurisdiction");
    let parent = optional::<Id>(form, "parent");
    let governorates = form.codes::<String>("place");
    let independent = form.ticked("independent");
    let number = form.phone("number");
    let hours = form.text("hours", NUMBER);
    let line = number.map(|number| Line {
        number: number.expose().clone(),
        hours: hours.map_or_else(|| "24/7".to_owned(), |hours| hours.expose().clone()),
    });
    let is = Description {
        names,
        kind: kind?,
        jurisdiction,
        parent,
        governorates,
        independent,
    };
    form.is_right().then_some((is, line))
}

/// A choice that must be made, one of whose options is none.
fn optional<T: std::str::FromStr>(form: &mut Form, field: &'static str) -> Option<T> {
    if form.has(field, parts::NONE) {
        return None;
    }
    form.needed_code(field, "error-choose")
}

/// Asks about a name that another body has already: whoever enters a body twice has its reports, its
/// desk and its exclusions in two places. It is another, where the form says so.
pub(super) fn ask_twice(form: &mut Form, is: &Names, id: Option<Id>, bodies: &[Organisation]) {
    let before = bodies.iter().find(|body| Some(body.id) == id);
    if form.ticked(ANOTHER) || before.is_some_and(|body| body.is.names == *is) {
        return;
    }
    let others = || bodies.iter().filter(|body| Some(body.id) != id);
    let fields = ["name_en", "name_ar", "name_ckb"];
    for (field, language) in fields.into_iter().zip(Language::ALL) {
        let name = fold(is.get(*language));
        if others().any(|body| fold(body.is.names.get(*language)) == name) {
            form.wrong(field, Wrong::new(TWICE));
        }
    }
}

/// Notes what the house finds wrong with a description.
pub(super) fn note(form: &mut Form, wrongs: &[organisation::Wrong]) {
    for wrong in wrongs {
        let (field, key) = match wrong {
            organisation::Wrong::Name => ("name_en", "admin-org-name-missing"),
            organisation::Wrong::NameTooLong => ("name_en", "admin-org-name-long"),
            organisation::Wrong::Governorate => ("place", "error-not-on-list"),
            organisation::Wrong::Parent => ("parent", "error-not-on-list"),
            organisation::Wrong::ParentBelow => ("parent", "admin-org-parent-below"),
            organisation::Wrong::Kind => ("kind", "admin-org-kind-fixed"),
        };
        form.wrong(field, Wrong::new(key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::administration::samples;

    #[test]
    fn the_same_organisation_twice_is_asked_about() {
        let bodies = samples::bodies();
        let there = &bodies[0];
        let asked = |names: &Names, id, typed: &[u8]| {
            let mut form = Form::parse(typed).unwrap();
            ask_twice(&mut form, names, id, &bodies);
            form.errors().len()
        };
        let same = &there.is.names;
        assert_eq!(asked(same, None, b""), 3, "in each language");
        assert_eq!(asked(same, None, b"another=yes"), 0, "it is another");
        assert_eq!(asked(same, Some(there.id), b""), 0, "itself, unchanged");
        let other = bodies[1].id;
        assert!(asked(same, Some(other), b"") > 0, "another takes its name");
        let spelt = Names {
            en: format!(" {}\u{200f} ", same.en.to_uppercase()),
            ar: "another".to_owned(),
            ckb: "a third".to_owned(),
        };
        assert_eq!(asked(&spelt, None, b""), 1, "however it is spelt");
    }
}
