//! The forms of organisations.

use page::{Form, Wrong};
use people::account::fold;
use people::organisation::{self, Description, Line, Names, Organisation};
use record::{Id, Jurisdiction, Language, OrgKind};
use vault::Plain;

use super::super::parts::{NONE, OrNone};

/// The box that says that it is another body, and what is said where its name is there already.
pub(super) const ANOTHER: &str = "another";
pub(super) const TWICE: &str = "admin-org-twice";
/// The longest name; the longest hours.
const NAME: usize = 200;
const HOURS: usize = 40;

page::fields! {
    /// A form that enters an organisation, or changes one.
    pub(super) struct Describing {
        /// Its name in English.
        pub name_en: Plain<String> = name("admin-org-name-en", "", "admin-org-name-missing", NAME),
        /// In Arabic.
        pub name_ar: Plain<String> = name("admin-org-name-ar", "", "admin-org-name-missing", NAME),
        /// In Central Kurdish.
        pub name_ckb: Plain<String> = name("admin-org-name-ckb", "", "admin-org-name-missing", NAME),
        /// Whether it is another one than that of the same name.
        pub another: bool = tick("admin-org-another", ""),
        /// What it is.
        pub kind: OrgKind = select("admin-org-kind", "admin-org-kind-hint", "error-choose"),
        /// Whose law it is under; none for both.
        pub jurisdiction: OrNone<Jurisdiction> = pick("admin-org-jurisdiction", "", "error-choose"),
        /// The body above it.
        pub parent: OrNone<Id> = select("admin-org-parent", "admin-org-parent-hint", "error-choose"),
        /// The governorates it works in.
        pub place: Vec<String> = may several("admin-org-places", "admin-org-places-hint"),
        /// Whether it is independent.
        pub independent: bool = tick("admin-org-independent", "admin-org-independent-hint"),
        /// The number of its desk.
        pub number: Option<Plain<String>> = may phone("admin-org-number", "admin-org-number-hint"),
        /// When somebody is there.
        pub hours: Option<Plain<String>> = may text("admin-org-hours", "admin-org-hours-hint", HOURS),
    }
}

page::fields! {
    /// A form that ends an organisation.
    pub(super) struct EndingBody {
        /// The body that takes its work over.
        pub successor: OrNone<Id> = select("end-org-successor", "end-org-successor-hint", "error-choose"),
        /// That it is meant.
        pub sure: bool = sure("end-org-sure", "", "end-org-sure-missing"),
    }
}

impl Describing {
    /// What it says of a body, and of its desk.
    pub(super) fn said(self) -> (Description, Option<Line>) {
        let hours = self.hours.as_ref();
        let line = self.number.map(|number| Line {
            number: number.expose().clone(),
            hours: hours.map_or_else(|| "24/7".to_owned(), |hours| hours.expose().clone()),
        });
        let names = [self.name_en, self.name_ar, self.name_ckb];
        let is = Description {
            names: Names::new(names.map(|name| name.expose().clone())),
            kind: self.kind,
            jurisdiction: self.jurisdiction.0,
            parent: self.parent.0,
            governorates: self.place,
            independent: self.independent,
        };
        (is, line)
    }
}

/// The form of a body as it stands.
pub(super) fn filled(form: Form, is: &Description, line: Option<&Line>) -> Form {
    let jurisdiction = is.jurisdiction.map_or(NONE, Jurisdiction::code);
    let parent = is
        .parent
        .map_or_else(|| NONE.to_owned(), |id| id.to_string());
    let mut form = form
        .put("name_en", is.names.en.as_str())
        .put("name_ar", is.names.ar.as_str())
        .put("name_ckb", is.names.ckb.as_str())
        .put("kind", is.kind.code())
        .put("jurisdiction", jurisdiction)
        .put("parent", parent)
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

/// Notes what the installation finds wrong with a description.
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
