//! What the pages of this room have in common.

use page::{App, Choice, Form, Message, Problem};
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

/// The bodies chosen in these fields, in their order; one chosen twice is noted at its field.
pub(super) fn in_order(form: &mut Form, fields: &[&'static str]) -> Vec<Id> {
    let mut orgs: Vec<Id> = Vec::new();
    for field in fields {
        if let Some(org) = form.code::<Id>(field) {
            if orgs.contains(&org) {
                form.wrong(field, page::Wrong::new("admin-readers-twice"));
            }
            orgs.push(org);
        }
    }
    orgs
}

/// Every organisation.
pub(super) async fn bodies(app: &App) -> Result<Vec<Organisation>, StoreError> {
    app.store
        .look(async |look| organisation::all(&*look).await)
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
    Message::new(language, format!("role-{}", role.code())).to_string()
}

/// The roles to choose from.
pub(super) fn role_choices(language: Language) -> Vec<Choice> {
    Role::ALL
        .iter()
        .map(|role| Choice::named(role.code(), role_name(*role, language)))
        .collect()
}

/// The short number by which colleagues and the ledger's readers know a worker: the beginning of
/// the pseudonym.
pub(super) fn number_of(pseudonym: Id) -> String {
    pseudonym.to_string().chars().take(8).collect()
}
