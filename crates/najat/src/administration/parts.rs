//! What the pages of this room have in common.

use std::str::FromStr;

use page::{App, Choice, Fields, Form, Message, NotAnAnswer, Problem, Wrong, language};
use people::organisation::{self, Organisation};
use record::{Id, Jurisdiction, Language, OrgKind, Role};
use store::StoreError;

use crate::account::Mine;

/// The option that stands for no choice: the whole country, both jurisdictions, no body above.
pub(super) const NONE: &str = "none";

/// Asks for a second factor where none was given lately. Whoever may never do it finds nothing.
pub(super) fn strong(mine: &Mine, may: bool) -> Result<(), Problem> {
    if !may {
        return Err(Problem::NotThere);
    }
    match mine.standing.stepped_up_until {
        Some(_) => Ok(()),
        None => Err(Problem::StepUp),
    }
}

/// An id in an address or a form; what is none is nobody's.
pub(super) fn id_of(text: &str) -> Id {
    text.parse().unwrap_or(Id::NONE)
}

/// What is chosen from a list, one of whose options is none.
pub(super) struct OrNone<T>(pub Option<T>);

impl<T: FromStr> FromStr for OrNone<T> {
    type Err = T::Err;

    fn from_str(code: &str) -> Result<Self, T::Err> {
        if code == NONE {
            return Ok(Self(None));
        }
        code.parse().map(|chosen| Self(Some(chosen)))
    }
}

/// A governorate by its code.
pub(super) struct Governorate(pub String);

impl FromStr for Governorate {
    type Err = NotAnAnswer;

    fn from_str(code: &str) -> Result<Self, NotAnAnswer> {
        let found = record::governorate(code).ok_or(NotAnAnswer)?;
        Ok(Self(found.code.clone()))
    }
}

/// Notes at its field a body that is chosen twice in one form.
pub(super) fn each_once<F: Fields>(form: &mut Form) {
    let mut chosen: Vec<String> = Vec::new();
    for field in F::FIELDS {
        let one = form.open(field.name).to_owned();
        if !one.is_empty() && chosen.contains(&one) {
            form.wrong(field.name, Wrong::new("admin-readers-twice"));
        }
        chosen.push(one);
    }
}

/// Every organisation.
pub(super) async fn bodies(app: &App) -> Result<Vec<Organisation>, StoreError> {
    app.store
        .read_clear(async |look| organisation::all(&*look).await)
        .await
}

/// The name of an organisation.
pub(super) fn name_of(bodies: &[Organisation], org: Id, language: Language) -> String {
    let found = bodies.iter().find(|body| body.id == org);
    found.map_or_else(String::new, |body| body.is.names.get(language).to_owned())
}

/// Organisations to choose from, by their names.
pub(super) fn body_choices<'b>(
    bodies: impl IntoIterator<Item = &'b Organisation>,
    language: Language,
) -> Vec<Choice> {
    let mut found: Vec<Choice> = bodies
        .into_iter()
        .filter(|body| !body.ended)
        .map(|body| Choice::named(body.id.to_string(), body.is.names.get(language)))
        .collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// The governorates to choose from.
pub(crate) fn place_choices(language: Language) -> Vec<Choice> {
    let mut found: Vec<Choice> = record::governorates()
        .iter()
        .map(|place| Choice::named(place.code.clone(), place.name(language)))
        .collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// The name of a governorate.
pub(crate) fn place_name(code: &str, language: Language) -> String {
    record::governorate(code)
        .map_or_else(|| code.to_owned(), |place| place.name(language).to_owned())
}

/// The message that names a jurisdiction.
pub(super) const fn jurisdiction_key(jurisdiction: Option<Jurisdiction>) -> &'static str {
    match jurisdiction {
        Some(Jurisdiction::Federal) => "admin-federal",
        Some(Jurisdiction::Kurdistan) => "admin-kurdistan",
        None => "admin-both",
    }
}

/// The message that names a kind of organisation.
pub(crate) const fn kind_key(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Police => "admin-kind-police",
        OrgKind::ArmedGroup => "admin-kind-armed-group",
        OrgKind::Camp => "admin-kind-camp",
        OrgKind::Office => "admin-kind-office",
        OrgKind::Shelter => "admin-kind-shelter",
        OrgKind::Aid => "admin-kind-aid",
        OrgKind::Court => "admin-kind-court",
        OrgKind::Committee => "admin-kind-committee",
    }
}

/// The name of a role.
pub(crate) fn role_name(role: Role, language: Language) -> String {
    Message::new(language, role.key()).to_string()
}

/// The languages of the pages, each by its own name.
pub(super) fn language_choices() -> Vec<Choice> {
    let all = Language::ALL.iter();
    all.map(|one| Choice::named(one.code(), language::own_name(*one)))
        .collect()
}

/// The jurisdictions, and both.
pub(super) fn jurisdiction_choices(language: Language) -> Vec<Choice> {
    let said = |there: Option<Jurisdiction>| {
        let code = there.map_or(NONE, Jurisdiction::code);
        Choice::labelled(language, code, jurisdiction_key(there))
    };
    let all = Jurisdiction::ALL.iter().copied().map(Some);
    all.chain([None]).map(said).collect()
}

/// The short number by which colleagues and the ledger's readers know a worker: the beginning of
/// the pseudonym.
pub(super) fn number_of(pseudonym: Id) -> String {
    pseudonym.to_string().chars().take(8).collect()
}
