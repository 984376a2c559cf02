//! Who stands behind the pseudonyms of a page: role, desk and number, never a name; of whoever works
//! in a shelter, the role alone, since nobody may learn of a shelter by its staff.

use std::collections::HashMap;

use page::{App, Message};
use people::member::{self, Works};
use record::{Id, Language, OrgKind, Role};
use store::{Found, StoreError};

/// What stands before the pseudonym of whoever sat at the server's console.
pub(super) const CONSOLE: &str = "console:";

/// How many signs of a pseudonym are a person's number, as every list of members shows it.
const NUMBER: usize = 8;

/// Somebody who did something.
#[derive(Clone)]
pub(super) struct Who {
    pub(super) pseudonym: String,
    pub(super) number: String,
    /// Role and desk; empty, where the account is not known any more.
    pub(super) works: String,
}

/// The people of one page.
pub(super) struct Known {
    me: String,
    works: HashMap<String, String>,
}

impl Known {
    /// Looks for whoever did these entries.
    pub(super) async fn of(
        app: &App,
        me: String,
        found: &Found,
        language: Language,
    ) -> Result<Self, StoreError> {
        let entries = found.entries.iter().filter_map(|kept| kept.entry.as_ref());
        let mut names: Vec<Id> = entries
            .filter_map(|entry| pseudonym(&entry.actor))
            .collect();
        names.sort();
        names.dedup();
        let found = app.store.read_clear(async |look| -> Result<_, StoreError> {
            let mut found = Vec::new();
            for name in names {
                found.push((name, member::works_of(&*look, name).await?));
            }
            Ok(found)
        });
        let works = found.await?.into_iter().map(|(name, works)| {
            let said = works.iter().map(|one| said(one, language));
            (name.to_string(), said.collect::<Vec<_>>().join(" · "))
        });
        let works = works.collect();
        Ok(Self { me, works })
    }

    /// With one made-up person, for samples.
    pub(super) fn sample(me: &str, other: &str, language: Language) -> Self {
        let works = Works {
            role: Role::Responder,
            org_kind: OrgKind::Aid,
            org: people::organisation::Names::new(["Bridge of Hope, Basra (made up)"; 3]),
        };
        Self {
            me: me.to_owned(),
            works: HashMap::from([(other.to_owned(), said(&works, language))]),
        }
    }

    pub(super) fn is_me(&self, actor: &str) -> bool {
        actor.strip_prefix(CONSOLE).unwrap_or(actor) == self.me
    }

    /// Who an actor is, if somebody else with a pseudonym.
    pub(super) fn who(&self, actor: &str) -> Option<Who> {
        let name = pseudonym(actor).filter(|_| !self.is_me(actor))?.to_string();
        Some(Who {
            number: number(&name),
            works: self.works.get(&name).cloned().unwrap_or_default(),
            pseudonym: name,
        })
    }
}

fn pseudonym(actor: &str) -> Option<Id> {
    let name = actor.strip_prefix(CONSOLE).unwrap_or(actor).parse().ok();
    name.filter(|name| *name != Id::NONE)
}

/// What stands for an actor on a page: of a pseudonym the number.
pub(super) fn shown(actor: &str) -> String {
    match pseudonym(actor) {
        Some(name) => number(&name.to_string()),
        None => actor.to_owned(),
    }
}

fn number(pseudonym: &str) -> String {
    pseudonym.chars().take(NUMBER).collect()
}

fn said(works: &Works, language: Language) -> String {
    let role = Message::new(language, format!("role-{}", works.role.code()));
    if works.org_kind == OrgKind::Shelter {
        return role.to_string();
    }
    let organisation = works.org.get(language).to_owned();
    Message::new(language, "signed-in-as")
        .with("role", role.to_string())
        .with("organisation", organisation)
        .to_string()
}
