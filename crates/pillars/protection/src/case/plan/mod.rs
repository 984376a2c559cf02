//! The plan of a case: the person's goals in their own words, what was offered of each duty of the State
//! by Article 11 of Law 28, and whether a judge recognised their status. A gap is charged to the body that
//! owes it, never to the person. "Not recognised" ends nothing.

mod forms;
mod pages;
mod rules;
mod samples;

use std::sync::LazyLock;

use record::{Language, Moment};
use vault::Plain;

pub(crate) use forms::{Aiming, Recognising, Serving};
pub(crate) use pages::show;
pub(crate) use rules::{recognised_text, served_text};
pub(crate) use samples::samples;

use super::{Entry, What};

record::codes! {
    /// How far a service is.
    Served labelled "plan-served" {
        /// It was offered.
        Offered = "offered",
        /// The person wants it.
        Accepted = "accepted",
        /// The person does not want it.
        Refused = "refused",
        /// There is none: a gap, charged to the body that owes it.
        NotAvailable = "not_available",
        /// The person went there.
        Attended = "attended",
        /// It is done.
        Done = "done",
    }
}

impl Served {
    /// The tone and the icon of its mark.
    pub(crate) const fn mark(self) -> (&'static str, &'static str) {
        match self {
            Self::NotAvailable => ("danger", "ban"),
            Self::Offered | Self::Accepted => ("due", "clock"),
            Self::Refused | Self::Attended | Self::Done => ("safe", "check"),
        }
    }

    /// Whether somebody owes it still.
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::NotAvailable)
    }
}

record::codes! {
    /// How far a judge's recognition of status is.
    Recognition labelled "plan-recognition" {
        /// It is asked for: only where the person agreed to that.
        Asked = "asked",
        /// The court recognised it.
        Recognised = "recognised",
        /// The court did not. No service ends by that.
        NotRecognised = "not_recognised",
        /// It is appealed.
        Appealed = "appealed",
    }
}

/// A duty of the State to a victim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its key.
    pub key: String,
    words: [String; 3],
    owes: [String; 3],
}

impl Duty {
    /// What it is.
    pub fn words(&self, language: Language) -> &str {
        in_language(&self.words, language)
    }

    /// To whom a gap is charged.
    pub fn owes(&self, language: Language) -> &str {
        in_language(&self.owes, language)
    }
}

const fn in_language([en, ar, ckb]: &[String; 3], language: Language) -> &str {
    match language {
        Language::En => en.as_str(),
        Language::Ar => ar.as_str(),
        Language::Ckb => ckb.as_str(),
    }
}

/// The duties of Article 11, in their order.
pub fn duties() -> &'static [Duty] {
    static DUTIES: LazyLock<Vec<Duty>> = LazyLock::new(|| {
        let rows = record::bundled(include_str!("../../../data/services/article11.csv"));
        let duty = |row: &_| -> Duty {
            let cell: &dyn Fn(&str) -> String = row;
            Duty {
                key: cell("key"),
                words: ["en", "ar", "ckb"].map(cell),
                owes: ["owes_en", "owes_ar", "owes_ckb"].map(cell),
            }
        };
        rows.iter().map(|row| duty(row as &_)).collect()
    });
    &DUTIES
}

/// The duty that is owed to children.
const OF_CHILDREN: &str = "A11-CHILD";

/// A duty with how far it is: nothing, while nobody offered anything.
pub struct Standing {
    /// The duty.
    pub duty: &'static Duty,
    /// How far it is, and since when.
    pub served: Option<(Served, Moment)>,
    /// What was written of it last.
    pub told: Option<Plain<String>>,
}

/// A step of a judge's recognition.
pub struct Recognised {
    /// Which.
    pub step: Recognition,
    /// When it happened.
    pub happened: Moment,
    /// The court.
    pub court: Plain<String>,
    /// The number of its decision.
    pub number: Option<Plain<String>>,
}

/// The plan, as the time line of a case tells it.
pub struct Plan {
    /// The person's goals, the latest first.
    pub goals: Vec<(Moment, Plain<String>)>,
    /// Every duty.
    pub duties: Vec<Standing>,
    /// The steps of a recognition, the latest first.
    pub recognition: Vec<Recognised>,
}

impl Plan {
    /// Of entries, the latest first. What a child needs is owed to children alone.
    pub fn of(entries: &[Entry], is_child: bool) -> Self {
        let of = |what: What| entries.iter().filter(move |entry| entry.what == what);
        let told = |entry: &Entry| entry.told.clone().map(|told| (entry.happened, told));
        let served: Vec<_> = of(What::Service).filter_map(rules::served).collect();
        let standing = |duty: &'static Duty| {
            // By when it happened: an earlier step may be entered later.
            let steps = served.iter().filter(|one| one.key == duty.key);
            let last = steps.max_by_key(|one| (one.happened, one.number));
            Standing {
                duty,
                served: last.map(|one| (one.served, one.happened)),
                told: last.and_then(|one| one.told.clone()),
            }
        };
        Self {
            goals: of(What::Goal).filter_map(told).collect(),
            duties: duties()
                .iter()
                .filter(|duty| is_child || duty.key != OF_CHILDREN)
                .map(standing)
                .collect(),
            recognition: of(What::Recognition)
                .filter_map(rules::recognised)
                .collect(),
        }
    }

    /// How many duties nobody met yet: not offered, or not available.
    pub fn gaps(&self) -> usize {
        let open = self.duties.iter().filter(|standing| {
            let served = standing.served.as_ref();
            served.is_none_or(|(served, _)| served.is_gap())
        });
        open.count()
    }
}
