//! The table of routes as data: links print from it, and tests walk it.

use access::action::ReadToday;
use access::{Action as _, ActionRow};
use record::{Id, Kind, Language, Purpose};

use crate::field::Field;
use crate::frame::{FrameKind, TODAY};
use crate::route::{Sampled, Verb, no_sample};

/// A place in the side bar.
#[derive(Clone, Copy)]
pub struct NavEntry {
    /// The message that names it.
    pub key: &'static str,
    /// Its icon.
    pub icon: &'static str,
}

/// One route as data.
#[derive(Clone)]
pub struct Row {
    /// GET or POST.
    pub verb: Verb,
    /// The path, with `{language}` and `{id}`.
    pub path: &'static str,
    /// The name that links use.
    pub name: &'static str,
    /// The frame.
    pub frame: FrameKind,
    /// The action of `authority.csv`.
    pub action: &'static str,
    /// The kind of record it is done on.
    pub kind: Kind,
    /// Why it is done.
    pub purpose: Purpose,
    /// The page with made-up data, in one language.
    pub sample: fn(Language) -> Vec<Sampled>,
    /// Where it stands in the side bar.
    pub way: Option<NavEntry>,
    /// The fields of the form that it takes, of each step where it has several.
    pub forms: Vec<&'static [Field]>,
}

impl Row {
    /// Its action, for a question to the gate.
    pub(crate) fn action_row(&self) -> ActionRow {
        ActionRow {
            name: self.action,
            kind: self.kind,
            purpose: self.purpose,
        }
    }

    fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.forms.iter().copied().flatten()
    }
}

/// A fault in the table, found before anything is served.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BadTable {
    /// Two routes have one name.
    #[error("two routes are named {0}")]
    Name(&'static str),
    /// Two routes have one verb and path.
    #[error("two routes answer {0}")]
    Path(&'static str),
    /// A path does not begin with a slash, or a public one not with the language.
    #[error("the path {0} does not fit its frame")]
    Form(&'static str),
    /// A list of fields has one that may never be shown again.
    #[error("the form of {0} has a secret in its list of fields")]
    Secret(&'static str),
}

/// All routes as data.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    loose: bool,
}

impl Table {
    /// An action of some route, by its name.
    pub(crate) fn action(&self, name: &str) -> Option<&'static str> {
        let mut actions = self.rows.iter().map(|row| row.action);
        actions.find(|action| *action == name)
    }

    /// Checks the rows and keeps them.
    pub fn new(rows: Vec<Row>) -> Result<Self, BadTable> {
        for (i, row) in rows.iter().enumerate() {
            let before = rows.iter().take(i);
            let public = row.frame == FrameKind::Public;
            let in_language = row.path == "/{language}" || row.path.starts_with("/{language}/");
            if !row.path.starts_with('/') || (public && !in_language && row.path != "/") {
                return Err(BadTable::Form(row.path));
            }
            if row.fields().any(Field::holds_secret) {
                return Err(BadTable::Secret(row.path));
            }
            for other in before {
                if other.name == row.name {
                    return Err(BadTable::Name(row.name));
                }
                if other.path == row.path && other.verb == row.verb {
                    return Err(BadTable::Path(row.path));
                }
            }
        }
        Ok(Self { rows, loose: false })
    }

    /// A table for samples: every name has an address.
    pub(crate) fn for_samples() -> Self {
        let row = |name, key, icon| Row {
            verb: Verb::Get,
            path: "/",
            name,
            frame: FrameKind::Staff,
            action: ReadToday::NAME,
            kind: Kind::None,
            purpose: Purpose::Administration,
            sample: no_sample,
            way: Some(NavEntry { key, icon }),
            forms: Vec::new(),
        };
        let mut rows = vec![
            row("sample", "gallery-day", "house"),
            row("sample-reports", "gallery-text", "inbox"),
            row("sample-cases", "gallery-kinds", "users"),
            row("sample-places", "gallery-place", "map-pin"),
            row("sample-answers", "gallery-answer", "message-square"),
            row("sample-kind", "gallery-kind", "list-checks"),
            row("sample-notes", "gallery-note", "info"),
        ];
        for name in [TODAY, "choose-language"] {
            rows.push(Row {
                way: None,
                ..row(name, "", "")
            });
        }
        Self { rows, loose: true }
    }

    /// Every route.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The route of this name.
    pub fn find(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// The field of this name in the form that was sent to this address.
    pub fn field(&self, path: &str, name: &str) -> Option<&'static Field> {
        let is_at = |row: &&Row| row.verb == Verb::Post && fits(row.path, path);
        let mut fields = self.rows.iter().filter(is_at).flat_map(Row::fields);
        fields.find_map(|field| field.find(name))
    }

    /// The address of a named page. A name that is missing is logged and leads to the start.
    pub fn href(&self, name: &str, language: Language, id: Option<&Id>) -> String {
        let Some(row) = self.find(name) else {
            if !self.loose {
                tracing::error!(name, "a link names no route");
            }
            return "/".to_owned();
        };
        let path = row.path.replace("{language}", language.code());
        match id {
            Some(id) => path.replace("{id}", &id.to_string()),
            None => path,
        }
    }

    /// The rows that stand in the side bar.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&Row, NavEntry)> {
        self.rows
            .iter()
            .filter_map(|row| row.way.map(|way| (row, way)))
    }
}

/// Whether an address is of a path's form.
fn fits(path: &str, address: &str) -> bool {
    let (mut path, mut address) = (path.split('/'), address.split('/'));
    loop {
        match (path.next(), address.next()) {
            (None, None) => return true,
            (Some(part), Some(found)) if part.starts_with('{') || part == found => (),
            _ => return false,
        }
    }
}
