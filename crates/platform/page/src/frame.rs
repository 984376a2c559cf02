//! What stands around a page: language, title, the ways to go, the way out.

use std::sync::Arc;

use record::{Id, Language, Moment, Role};

use crate::app::App;
use crate::bar::{self, Bar, Entry};
use crate::confirm::done_key;
use crate::language::{Message, direction, own_name};
use crate::reader::Reader;
use crate::table::Table;

/// The title of every public page, which tells nobody anything.
pub const NEUTRAL_TITLE: &str = "neutral-title";

/// The route at which everybody's work begins.
pub(crate) const TODAY: &str = "today";

/// Which frame a page stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// For anybody: the way out always in view, languages by their names, a neutral title.
    Public,
    /// For people with an account: side bar, hidden at once by a key.
    Staff,
    /// Nothing around it: sign-in, problems.
    Bare,
}

/// Who looks, as words; the session layer puts it into the request's extensions.
#[derive(Clone, Debug)]
pub struct Who {
    /// The role of the membership they act in.
    pub role: Role,
    /// The name of their organisation.
    pub organisation: String,
}

impl Who {
    /// The message that names the role.
    pub fn role_key(&self) -> String {
        format!("role-{}", self.role.code())
    }
}

/// One language to switch to.
pub struct Switch {
    /// Its code.
    pub code: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// This page in it (public pages carry the language in their address).
    pub href: String,
    /// Whether the page is in it now.
    pub here: bool,
}

/// What every template holds as `frame`.
pub struct Frame {
    /// The reader's language.
    pub language: Language,
    /// What it stands in.
    pub kind: FrameKind,
    /// The page's title in words; the public frame does not show it outside the page.
    pub title: Message,
    /// Now.
    pub now: Moment,
    /// Whether all people here are made up.
    pub demo: bool,
    /// The ordinary site to which the way out leads.
    pub leave_to: String,
    /// Who looks.
    pub who: Option<Who>,
    /// The address of this page.
    pub(crate) path: String,
    /// The ticket of the form in steps that the page is a part of: leaving forgets it.
    pub(crate) ticket: Option<String>,
    /// After so many seconds the page is covered.
    pub(crate) idle: u32,
    /// The message of what was done right before.
    pub(crate) done: Option<String>,
    /// The name of this page's route.
    pub(crate) route: &'static str,
    /// The names of the routes that the bar offers to whoever looks.
    /// What the reader keeps of a list.
    pub(crate) kept: Vec<String>,
    pub(crate) offered: Vec<&'static str>,
    pub(crate) table: Arc<Table>,
}

impl Frame {
    /// A frame for samples: no server, no session but a made-up one.
    pub fn sample(language: Language, kind: FrameKind, title: &'static str) -> Self {
        let table = Table::for_samples();
        Self {
            language,
            kind,
            title: Message::new(language, title),
            now: Moment::from_micros(1_795_431_909_000_000),
            demo: true,
            leave_to: "https://www.wikipedia.org/".to_owned(),
            who: (kind == FrameKind::Staff).then(|| Who {
                role: Role::Responder,
                organisation: "Bridge of Hope, Basra (made up)".to_owned(),
            }),
            path: format!("/{}/1", language.code()),
            ticket: None,
            idle: 0,
            done: None,
            route: "sample",
            kept: Vec::new(),
            offered: table.entries().map(|(row, _)| row.name).collect(),
            table: Arc::new(table),
        }
    }

    /// A frame with nothing of the request in it but the language.
    pub(crate) fn bare(language: Language, title: &'static str, app: &App) -> Self {
        Self {
            language,
            kind: FrameKind::Bare,
            title: Message::new(language, title),
            now: app.world.now(),
            demo: app.settings.demo,
            leave_to: app.settings.leave_to.clone(),
            who: None,
            path: String::new(),
            ticket: None,
            idle: app.idle,
            done: None,
            route: "",
            kept: Vec::new(),
            offered: Vec::new(),
            table: app.table.clone(),
        }
    }

    /// The frame of a page about what went wrong, for somebody who is signed in. Nothing of the
    /// request is in it, not even its address: the languages lead to Today.
    pub(crate) fn of_problem(reader: &Reader, title: &'static str, app: &App) -> Self {
        let bare = Self::bare(reader.language, title, app);
        let today = app.table.find(TODAY).map(|_| bare.href(TODAY));
        Self {
            kind: FrameKind::Staff,
            who: Some(reader.who.clone()),
            path: today.unwrap_or_default(),
            offered: bar::offered(app, &reader.actor),
            ..bare
        }
    }

    /// The frame of a page of a form in steps.
    #[must_use]
    pub fn with_ticket(mut self, ticket: Option<String>) -> Self {
        self.ticket = ticket;
        self
    }

    /// A sample that says what was done right before.
    #[must_use]
    pub fn after(mut self, action: &str) -> Self {
        self.done = Some(done_key(action));
        self
    }

    /// The message of what was done right before, to be said once.
    pub fn done(&self) -> Option<&str> {
        self.done.as_deref()
    }

    /// After so many seconds without a touch the page is covered.
    pub fn idle(&self) -> u32 {
        self.idle
    }

    /// Whether what is answered on the page is kept in memory.
    pub fn is_kept(&self) -> bool {
        self.ticket.is_some()
    }

    /// The way out; it forgets what was answered so far.
    pub fn way_out(&self) -> String {
        match &self.ticket {
            Some(ticket) => format!("/leave?form={ticket}"),
            None => "/leave".to_owned(),
        }
    }

    /// The language's code, for `lang`.
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    /// The language's direction, for `dir`.
    pub fn dir(&self) -> &'static str {
        direction(self.language)
    }

    /// The address of a named page that needs nothing else.
    pub fn href(&self, name: &str) -> String {
        self.table.href(name, self.language, None)
    }

    /// The same frame with what its reader keeps of the list.
    #[must_use]
    pub fn keeping(self, kept: Vec<String>) -> Self {
        Self { kept, ..self }
    }

    /// What its reader keeps of the list, as addresses carry it.
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// The address of a named page of one record.
    pub fn href_to(&self, name: &str, id: &Id) -> String {
        self.table.href(name, self.language, Some(id))
    }

    /// Whether a page of this name exists: what does not exist is not offered.
    pub fn exists(&self, name: &str) -> bool {
        self.table.find(name).is_some()
    }

    /// The address of this page.
    pub fn here(&self) -> &str {
        &self.path
    }

    /// The ways to go: those of this frame that are offered to whoever looks.
    pub fn bar(&self) -> Bar {
        let entries = self
            .table
            .entries()
            .filter(|(row, _)| row.frame == self.kind && self.offered.contains(&row.name))
            .map(|(row, way)| {
                let href = self.table.href(row.name, self.language, None);
                let below = self.path.strip_prefix(&href);
                Entry {
                    here: row.name == self.route
                        || below.is_some_and(|rest| rest.starts_with('/') && href != "/"),
                    href,
                    key: way.key,
                    icon: way.icon,
                }
            });
        Bar::new(entries.collect())
    }

    /// Whether the address says the language, so that a link leads to the same page in another.
    pub fn is_in_address(&self) -> bool {
        let first = self.path.split('/').nth(1).unwrap_or("");
        Language::from_code(first).is_ok()
    }

    /// The languages by their own names.
    pub fn switches(&self) -> Vec<Switch> {
        Language::ALL
            .iter()
            .map(|language| Switch {
                code: language.code(),
                name: own_name(*language),
                dir: direction(*language),
                href: in_language(&self.path, *language),
                here: *language == self.language,
            })
            .collect()
    }
}

/// The same address with its first segment in another language.
fn in_language(path: &str, language: Language) -> String {
    let rest = path.trim_start_matches('/');
    let (first, rest) = rest.split_once('/').unwrap_or((rest, ""));
    let rest = if Language::from_code(first).is_ok() {
        rest
    } else {
        ""
    };
    format!("/{}/{rest}", language.code())
        .trim_end_matches('/')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stays_the_same_in_another_language() {
        assert_eq!(in_language("/ar/1/2", Language::En), "/en/1/2");
        assert_eq!(in_language("/ar", Language::Ckb), "/ckb");
        assert_eq!(in_language("/", Language::Ckb), "/ckb");
    }
}
