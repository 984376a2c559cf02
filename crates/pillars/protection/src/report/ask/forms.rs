//! The three steps of sending as lists of fields. Only where it is, whom it is about and the words
//! themselves must be there: an empty field never stands between a person and help.

use page::NotAnAnswer;
use record::{District, Governorate, Id, OrgKind};
use vault::Plain;

use super::view::kind_key;
use super::{NOBODY, Reads, UNKNOWN};
use crate::report::rules::LONGEST;
use crate::report::{Contact, Holder, YesNoUnknown};

/// The most letters of a shorter answer.
const SHORT: usize = 300;
/// What is said of each list of bodies.
const WHICH: &str = "report-which-hint";

page::fields! {
    /// Where it is, and who may read it.
    pub(crate) struct WhereForm {
        /// The governorate.
        pub governorate: Place = select("report-where", "", "report-wrong-where"),
        /// Who may read; helpers, where nothing was chosen.
        pub reads: Option<Reads> = may pick("report-reads", "report-reads-hint"),
        /// What kind of body whoever hurts somebody is of.
        pub accused: Vec<From> = several("report-from", "report-from-hint", "report-wrong-from"),
    }
}

page::fields! {
    /// Which bodies are meant: a list for each kind that may be, of which a page shows those chosen.
    pub(crate) struct WhichForm {
        /// Of the police.
        pub which_police: Vec<Which> = may several(kind_key(OrgKind::Police), WHICH),
        /// Of armed groups.
        pub which_armed_group: Vec<Which> = may several(kind_key(OrgKind::ArmedGroup), WHICH),
        /// Of camps.
        pub which_camp: Vec<Which> = may several(kind_key(OrgKind::Camp), WHICH),
        /// Of offices.
        pub which_office: Vec<Which> = may several(kind_key(OrgKind::Office), WHICH),
        /// Of shelters.
        pub which_shelter: Vec<Which> = may several(kind_key(OrgKind::Shelter), WHICH),
        /// Of aid organisations.
        pub which_aid: Vec<Which> = may several(kind_key(OrgKind::Aid), WHICH),
    }
}

page::fields! {
    /// The words. A question left open counts as "I do not know".
    pub(crate) struct WordsForm {
        /// What happened.
        pub text: Plain<String> = area("report-text", "report-text-hint", "report-wrong-text", LONGEST, 8),
        /// The district.
        pub district: Option<InDistrict> = may select("report-district", ""),
        /// Whether anybody is under 18.
        pub minor: Option<YesNoUnknown> = may answer("report-minor", ""),
        /// Whether somebody is in danger now.
        pub danger: Option<YesNoUnknown> = may answer("report-danger", "report-danger-hint"),
        /// Where somebody is held.
        pub held_where: Option<Plain<String>> = may text("report-held-where", "report-if-known", SHORT),
        /// By whom.
        pub held_by: Option<Holder> = may pick("report-held-by", ""),
        /// Since when.
        pub held_since: Option<Plain<String>> = may text("report-held-since", "report-if-known", SHORT),
        /// The next decision.
        pub held_next: Option<Plain<String>> = may text("report-held-next", "report-held-next-hint", SHORT),
        /// Whether the sender may be contacted.
        pub contact: Option<Contact> = may pick("report-contact", "report-contact-hint"),
        /// How to reach the person safely.
        pub how: Option<Plain<String>> = may text("report-how", "report-how-hint", SHORT),
        /// When it is safe.
        pub when: Option<Plain<String>> = may text("report-when", "", SHORT),
        /// Which words to use.
        pub words: Option<Plain<String>> = may text("report-words", "report-words-hint", SHORT),
        /// Who may pick up.
        pub who: Option<Plain<String>> = may text("report-who", "", SHORT),
        /// What if somebody else answers.
        pub otherwise: Option<Plain<String>> = may text("report-otherwise", "report-otherwise-hint", SHORT),
    }
}

/// Whether a field is asked for only where somebody is held.
pub(crate) fn is_of_held(name: &str) -> bool {
    name.starts_with("held_")
}

/// A governorate, or the sender does not know.
pub(crate) struct Place(pub(super) Option<&'static Governorate>);

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
pub(crate) enum From {
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
pub(crate) enum Which {
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

/// A district by its P-code.
pub(crate) struct InDistrict(pub(super) &'static District);

impl std::str::FromStr for InDistrict {
    type Err = NotAnAnswer;
    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        record::district(code).map(Self).ok_or(NotAnAnswer)
    }
}
