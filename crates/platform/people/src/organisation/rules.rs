//! What an organisation may be, and who stands above and below it.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use record::{Id, OrgKind};

use super::{Description, Line, Organisation};

/// What is wrong with a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A name is missing in one of the languages.
    Name,
    /// A name is longer than a line.
    NameTooLong,
    /// No such governorate.
    Governorate,
    /// No such body above it.
    Parent,
    /// It would stand above itself.
    ParentBelow,
    /// Its key hangs under the other root.
    Kind,
}

const LONGEST: usize = 200;

/// Tells one state of a body from another, for a form that was made from it. It counts nothing and
/// is kept nowhere: what is the same again is the same version again. Never 0.
pub fn version(is: &Description, line: Option<&Line>) -> i64 {
    let mut hasher = DefaultHasher::new();
    (is, line).hash(&mut hasher);
    (hasher.finish() >> 1).max(1).cast_signed()
}

/// All that is wrong with a description, as far as it can be seen without the other bodies.
pub(super) fn wrongs(described: &Description) -> Vec<Wrong> {
    let names = [
        &described.names.en,
        &described.names.ar,
        &described.names.ckb,
    ];
    let mut wrong = Vec::new();
    if names.iter().any(|name| record::text::is_blank(name)) {
        wrong.push(Wrong::Name);
    }
    if names.iter().any(|name| name.chars().count() > LONGEST) {
        wrong.push(Wrong::NameTooLong);
    }
    if described
        .governorates
        .iter()
        .any(|code| record::governorate(code).is_none())
    {
        wrong.push(Wrong::Governorate);
    }
    wrong
}

/// What is wrong with a place in the family, and with a change of kind.
pub(super) fn misplaced(
    described: &Description,
    of: Option<(Id, OrgKind)>,
    family: &Family,
) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if let Some(parent) = described.parent {
        if !family.knows(parent) {
            wrong.push(Wrong::Parent);
        } else if of.is_some_and(|(id, _)| id == parent || family.below(id).contains(&parent)) {
            wrong.push(Wrong::ParentBelow);
        }
    }
    if of.is_some_and(|(_, kind)| kind.root() != described.kind.root()) {
        wrong.push(Wrong::Kind);
    }
    wrong
}

/// Whether a body can come after another that ends: it lives, and its key hangs under the same root.
pub(super) fn comes_after(after: &Organisation, ends: &Organisation) -> bool {
    !after.ended && after.id != ends.id && after.is.kind.root() == ends.is.kind.root()
}

/// Who stands above whom.
#[derive(Clone, Debug, Default)]
pub struct Family(BTreeMap<Id, Option<Id>>);

impl FromIterator<(Id, Option<Id>)> for Family {
    fn from_iter<I: IntoIterator<Item = (Id, Option<Id>)>>(bodies: I) -> Self {
        Self(bodies.into_iter().collect())
    }
}

impl Family {
    /// Whether such a body exists.
    pub fn knows(&self, org: Id) -> bool {
        self.0.contains_key(&org)
    }

    /// All bodies above one, without itself.
    pub fn above(&self, org: Id) -> BTreeSet<Id> {
        let mut found = BTreeSet::new();
        let mut at = org;
        while let Some(Some(parent)) = self.0.get(&at) {
            // A ring cannot be entered; were one there, the walk would still end.
            if *parent == org || !found.insert(*parent) {
                break;
            }
            at = *parent;
        }
        found
    }

    /// All bodies below one, without itself.
    pub fn below(&self, org: Id) -> BTreeSet<Id> {
        let mut found = BTreeSet::new();
        let mut level = vec![org];
        while !level.is_empty() {
            let under = |id: &Id| level.contains(id);
            let next: Vec<Id> = self
                .0
                .iter()
                .filter(|(id, parent)| parent.as_ref().is_some_and(under) && **id != org)
                .map(|(id, _)| *id)
                .filter(|id| !found.contains(id))
                .collect();
            found.extend(&next);
            level = next;
        }
        found
    }

    /// A body with all above and all below it: whom an accusation of it keeps out.
    pub fn line(&self, org: Id) -> BTreeSet<Id> {
        let mut line = self.above(org);
        line.extend(self.below(org));
        line.insert(org);
        line
    }
}
