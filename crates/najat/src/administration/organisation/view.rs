//! What the pages of organisations show.

use askama::Template;
use page::{Choice, Field, Fields as _, Form, Frame, filters};
use people::organisation::Organisation;
use record::{Id, OrgKind};

use super::super::beside::{Theirs, theirs};
use super::super::parts;
use super::forms::{ANOTHER, Describing, TWICE};

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
    pub parents: Vec<Choice>,
    /// Where somebody else changed it meanwhile: what differs from what was typed.
    pub theirs: Option<Theirs>,
}

impl FormPage {
    const FIELDS: &'static [Field] = Describing::FIELDS;

    pub(super) fn new(frame: Frame, form: Form, id: Option<Id>, bodies: &[Organisation]) -> Self {
        let language = frame.language;
        let none = Choice::labelled(language, parts::NONE, "admin-org-parent-none");
        let others = bodies.iter().filter(|body| Some(body.id) != id);
        let mut parents = vec![none];
        parents.extend(parts::body_choices(others, language));
        Self {
            parents,
            theirs: None,
            frame,
            form,
            id,
        }
    }

    /// With what somebody else made of the body meanwhile.
    pub(super) fn beside(mut self, stands: &Form) -> Self {
        // That it is another is said of what was typed.
        let fields = Self::FIELDS.iter().filter(|field| field.name != ANOTHER);
        let options = |field: &Field| self.options(field);
        let theirs = theirs(&self.form, stands, fields, options, self.frame.language);
        self.theirs = Some(theirs);
        self
    }

    fn options(&self, field: &Field) -> Vec<Choice> {
        let language = self.frame.language;
        let kind = |kind: &OrgKind| Choice::labelled(language, kind.code(), parts::kind_key(*kind));
        match field.name {
            "kind" => OrgKind::ALL.iter().map(kind).collect(),
            "jurisdiction" => parts::jurisdiction_choices(language),
            "parent" => self.parents.clone(),
            _ => parts::place_choices(language),
        }
    }

    /// Whether a field is asked for: that it is another body only where its name is there.
    fn asks(&self, field: &Field) -> bool {
        field.name != ANOTHER || self.is_twice()
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
