//! The steps of sending: where it is and who may read it, which body is meant, then the words.
//! Each step carries the earlier answers in hidden fields; besides, they lie in memory under the
//! ticket of the address. Nothing is written before the last step.

mod at;
mod closed;
mod last;
pub(crate) mod pages;
pub(crate) mod samples;
pub(crate) mod view;

use std::collections::BTreeSet;

use page::{Form, Wrong};
use people::organisation::Organisation;
use record::{District, Governorate, Id, OrgKind};
use vault::Plain;

use super::{Accused, Contact, Entry, Part, Said};
use crate::reader::rules::works_in;
use crate::report::rules::LONGEST;

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
    Reads {
        /// Helpers only.
        Helpers = "helpers",
        /// Helpers, and the police a copy.
        Police = "police",
    }
}

/// What was typed is no answer to this question.
#[derive(Debug)]
struct NotAnAnswer;

/// A governorate, or the sender does not know.
struct Place(Option<&'static Governorate>);

impl std::str::FromStr for Place {
    type Err = NotAnAnswer;
    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        match code {
            UNKNOWN => Ok(Self(None)),
            code => record::governorate(code)
                .map(|place| Self(Some(place)))
                .ok_or(NotAnAnswer),
        }
    }
}

/// A kind of body, or none.
enum From {
    Nobody,
    Kind(OrgKind),
}

impl std::str::FromStr for From {
    type Err = NotAnAnswer;
    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        match OrgKind::from_code(code) {
            Ok(kind) if OrgKind::ACCUSABLE.contains(&kind) => Ok(Self::Kind(kind)),
            _ if code == NOBODY => Ok(Self::Nobody),
            _ => Err(NotAnAnswer),
        }
    }
}

/// A body by its id, or the sender does not know which.
enum Which {
    Unknown,
    Named(Id),
}

impl std::str::FromStr for Which {
    type Err = NotAnAnswer;
    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        match code {
            UNKNOWN => Ok(Self::Unknown),
            code => code.parse().map(Self::Named).map_err(|_| NotAnAnswer),
        }
    }
}

/// "I do not know", as it is sent.
const UNKNOWN: &str = "unknown";
/// "None of them", as it is sent.
const NOBODY: &str = "no";
/// The most letters of a shorter answer.
const SHORT: usize = 300;

/// The answers of the first step.
struct Asked {
    governorate: Option<&'static Governorate>,
    with_police: bool,
    kinds: Vec<OrgKind>,
}

impl Asked {
    /// Reads the first step, or notes in the form what is missing.
    fn read(form: &mut Form) -> Option<Self> {
        let place: Option<Place> = form.needed_code("governorate", "report-wrong-where");
        let reads = form.code("reads").unwrap_or(Reads::Helpers);
        let from: Vec<From> = form.codes("accused");
        if from.is_empty() {
            form.wrong("accused", Wrong::new("report-wrong-from"));
        }
        let kind = |from| match from {
            From::Kind(kind) => Some(kind),
            From::Nobody => None,
        };
        // Each kind once, however often it was sent: each makes a list of bodies on the next page.
        let kinds: BTreeSet<OrgKind> = from.into_iter().filter_map(kind).collect();
        let place = place.filter(|_| form.is_right())?;
        Some(Self {
            governorate: place.0,
            with_police: reads == Reads::Police,
            kinds: kinds.into_iter().collect(),
        })
    }

    fn governorate_code(&self) -> Option<&'static str> {
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
    fn accused(&self, form: &mut Form, bodies: &[Organisation]) -> Option<Vec<Accused>> {
        let mut accused = Vec::new();
        for kind in &self.kinds {
            let offered = self.offered(bodies, *kind);
            let field = which_field(*kind);
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

/// The field that says which body of a kind is meant.
const fn which_field(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Police => "which_police",
        OrgKind::ArmedGroup => "which_armed_group",
        OrgKind::Camp => "which_camp",
        OrgKind::Office => "which_office",
        OrgKind::Shelter => "which_shelter",
        OrgKind::Aid => "which_aid",
        // Not asked for.
        OrgKind::Court | OrgKind::Committee => "which",
    }
}

/// The fields of the last step, which it shows.
const WORDS: [&str; 14] = [
    "text",
    "district",
    "minor",
    "danger",
    "contact",
    "how",
    "when",
    "words",
    "who",
    "otherwise",
    "held_where",
    "held_by",
    "held_since",
    "held_next",
];

/// The parts of the last step that are free text, each with its field.
const SAID: [(&str, Part); 8] = [
    ("how", Part::How),
    ("when", Part::When),
    ("words", Part::Words),
    ("who", Part::Who),
    ("otherwise", Part::Otherwise),
    ("held_where", Part::HeldWhere),
    ("held_since", Part::HeldSince),
    ("held_next", Part::HeldNext),
];

/// The answers of the last step.
struct Words {
    minor: Said,
    danger: Said,
    contact: Contact,
    parts: Vec<(Part, Plain<String>)>,
}

impl Words {
    /// Reads the last step, or notes in the form what is wrong. Only the words themselves must be
    /// there: an empty field never stands between a person and help, and a question left open
    /// counts as "I do not know".
    fn read(form: &mut Form, entry: Entry, asked: &Asked) -> Option<Self> {
        let mut parts = Vec::new();
        parts.extend(
            form.needed_text("text", "report-wrong-text", LONGEST)
                .map(|said| (Part::Text, said)),
        );
        let minor = form.code("minor").unwrap_or(Said::Unknown);
        let danger = form.code("danger").unwrap_or(Said::Unknown);
        for (field, part) in SAID {
            if entry == Entry::Held || !field.starts_with("held") {
                parts.extend(form.text(field, SHORT).map(|said| (part, said)));
            }
        }
        let told = |part: &(Part, _)| matches!(part.0, Part::How | Part::When | Part::Who);
        let contact = match form.code("contact") {
            Some(contact) => contact,
            // Who says how wants to be reached.
            None if parts.iter().any(told) => Contact::Yes,
            None => Contact::No,
        };
        if entry == Entry::Held
            && let Some(holder) = form.code::<super::Holder>("held_by")
        {
            parts.push((Part::HeldBy, Plain::new(holder.code().to_owned())));
        }
        if let Some(District {
            code, governorate, ..
        }) = district(form)
            && asked.governorate_code() == Some(governorate.as_str())
        {
            parts.push((Part::District, Plain::new(code.clone())));
        }
        form.is_right().then_some(Self {
            minor,
            danger,
            contact,
            parts,
        })
    }
}

/// A district by its P-code.
struct InDistrict(&'static District);

impl std::str::FromStr for InDistrict {
    type Err = NotAnAnswer;
    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        record::district(code).map(Self).ok_or(NotAnAnswer)
    }
}

fn district(form: &mut Form) -> Option<&'static District> {
    form.code::<InDistrict>("district").map(|found| found.0)
}
