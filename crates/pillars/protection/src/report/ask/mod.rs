//! The steps of sending: where it is and who may read it, which body is meant, then the words.
//! Each step carries the earlier answers in hidden fields; besides, they lie in memory under the
//! ticket of the address. Nothing is written before the last step.

mod at;
mod closed;
pub(crate) mod forms;
mod last;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

use std::collections::BTreeSet;

use page::{Field, Fields as _, Form, Wrong};
use people::organisation::Organisation;
use record::{Governorate, OrgKind};
use vault::Plain;

use super::{Accused, Contact, Entry, Part, YesNoUnknown};
use crate::reader::rules::works_in;
use forms::{From, InDistrict, WhereForm, Which, WhichForm, WordsForm, is_of_held};

record::codes! {
    /// Which step was filled in.
    Step {
        /// Where it is, and who may read it.
        Where = "1",
        /// Which body is meant.
        Which = "2",
        /// The words.
        Words = "3",
    }
}

record::codes! {
    /// Who may read.
    Reads labelled "report-reads" {
        /// Helpers only.
        Helpers = "helpers",
        /// Helpers, and the police a copy.
        Police = "police",
    }
}

/// "I do not know", as it is sent.
pub(super) const UNKNOWN: &str = "unknown";
/// "None of them", as it is sent.
pub(super) const NOBODY: &str = "no";
/// The answers of the first step.
pub(super) struct Asked {
    pub(super) governorate: Option<&'static Governorate>,
    pub(super) with_police: bool,
    pub(super) kinds: Vec<OrgKind>,
}

impl Asked {
    /// Reads the first step, or notes in the form what is missing.
    pub(super) fn read(form: &mut Form) -> Option<Self> {
        let read = WhereForm::read(form)?;
        let kind = |from| match from {
            From::Kind(kind) => Some(kind),
            From::Nobody => None,
        };
        // Each kind once, however often it was sent: each makes a list of bodies on the next page.
        let kinds: BTreeSet<OrgKind> = read.accused.into_iter().filter_map(kind).collect();
        Some(Self {
            governorate: read.governorate.0,
            with_police: read.reads == Some(Reads::Police),
            kinds: kinds.into_iter().collect(),
        })
    }

    pub(super) fn governorate_code(&self) -> Option<&'static str> {
        self.governorate.map(|place| place.code.as_str())
    }

    /// The bodies of a kind that may be meant, by name in the reader's language.
    fn offered<'b>(&self, bodies: &'b [Organisation], kind: OrgKind) -> Vec<&'b Organisation> {
        let here = bodies
            .iter()
            .filter(|body| body.is.kind == kind && !body.ended);
        here.filter(|body| works_in(body, self.governorate_code()))
            .collect()
    }

    /// Reads which bodies are meant. Where none of a kind is on record there, any may be meant.
    pub(super) fn accused(&self, form: &mut Form, bodies: &[Organisation]) -> Option<Vec<Accused>> {
        let mut accused = Vec::new();
        for kind in &self.kinds {
            let offered = self.offered(bodies, *kind);
            let Some(field) = which_field(*kind).map(|field| field.name) else {
                continue;
            };
            let chosen: Vec<Which> = form.codes(field);
            if chosen.is_empty() && !offered.is_empty() {
                form.wrong(field, Wrong::new("report-wrong-which"));
            }
            if chosen.is_empty() || chosen.iter().any(|which| matches!(which, Which::Unknown)) {
                accused.push(Accused::SomeOf(*kind));
            }
            for which in chosen {
                match which {
                    Which::Named(id) if offered.iter().any(|body| body.id == id) => {
                        accused.push(Accused::Named(id));
                    }
                    Which::Named(_) => form.wrong(field, Wrong::new("error-not-on-list")),
                    Which::Unknown => {}
                }
            }
        }
        form.is_right().then_some(accused)
    }

    /// Whether something must still be asked before the words: which body of a kind is meant.
    fn asks_which(&self, bodies: &[Organisation]) -> bool {
        self.kinds
            .iter()
            .any(|kind| !self.offered(bodies, *kind).is_empty())
    }
}

/// The field that says which body of a kind is meant; none of a kind that is not asked for.
fn which_field(kind: OrgKind) -> Option<&'static Field> {
    let mut fields = WhichForm::FIELDS.iter();
    fields.find(|field| field.name.strip_prefix("which_") == Some(kind.code()))
}

/// The answers of the last step.
pub(super) struct Words {
    pub(super) minor: YesNoUnknown,
    pub(super) danger: YesNoUnknown,
    pub(super) contact: Contact,
    pub(super) parts: Vec<(Part, Plain<String>)>,
}

impl Words {
    /// Reads the last step, or notes in the form what is wrong.
    pub(super) fn read(form: &mut Form, entry: Entry, asked: &Asked) -> Option<Self> {
        if entry != Entry::Held {
            for name in WordsForm::names()
                .into_iter()
                .filter(|name| is_of_held(name))
            {
                drop(form.take(name));
            }
        }
        let read = WordsForm::read(form)?;
        let contact = read.contact.unwrap_or({
            // Who says how wants to be reached.
            let told = [&read.how, &read.when, &read.who];
            let is_told = told.into_iter().any(Option::is_some);
            if is_told {
                Contact::Yes
            } else {
                Contact::Unsaid
            }
        });
        let code = |code: &str| Plain::new(code.to_owned());
        let district = read.district.map(|InDistrict(found)| found);
        let district =
            district.filter(|found| asked.governorate_code() == Some(found.governorate.as_str()));
        let parts = [
            (Part::Text, Some(read.text)),
            (Part::How, read.how),
            (Part::When, read.when),
            (Part::Words, read.words),
            (Part::Who, read.who),
            (Part::Otherwise, read.otherwise),
            (Part::HeldWhere, read.held_where),
            (Part::HeldSince, read.held_since),
            (Part::HeldNext, read.held_next),
            (Part::HeldBy, read.held_by.map(|by| code(by.code()))),
            (Part::District, district.map(|found| code(&found.code))),
        ];
        let parts = parts.into_iter();
        Some(Self {
            minor: read.minor.unwrap_or(YesNoUnknown::Unknown),
            danger: read.danger.unwrap_or(YesNoUnknown::Unknown),
            contact,
            parts: parts
                .filter_map(|(part, free_text)| Some((part, free_text?)))
                .collect(),
        })
    }
}
