//! People are found by their names in any order and any script, by a number in any spelling, or by the code
//! of their case: among those whom the searcher holds, and nobody else. What is kept for it are keyed hashes
//! of how the parts sound; a name never leaves its seal by being looked for.

mod rules;
mod store;

use std::collections::BTreeSet;

use access::Scope;
use access::action::{IndexPerson, SearchPeople};
use clock::AgeBand;
use people::Rows;
use record::{Id, Moment, PAGE};
use vault::Plain;

use self::rules::Wanted;
use self::store as table;
use super::{PersonError, Written};
use ::store::{StoreError, Unit, Work, one_more};

pub(crate) use self::store::STATEMENTS;

/// How the parts of a name are folded and hashed; whoever changes either raises it, and a job makes what is
/// kept anew.
const VERSION: i64 = names::VERSION as i64;
/// The longest that is typed, in letters.
const LONGEST: usize = 200;

page::fields! {
    /// Whom somebody looks for.
    #[derive(Clone)]
    pub struct Finding {
        /// A name, a number or a code.
        pub typed: Plain<String> = name("people-typed", "people-typed-hint", "people-typed-missing", LONGEST),
    }
}

/// Somebody who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The person.
    pub person: Id,
    /// Their case.
    pub case: Id,
    /// Its short code.
    pub code: String,
    /// When it began.
    pub begun: Moment,
    /// How old they are.
    pub age: AgeBand,
    /// Where the case is.
    pub governorate: Option<String>,
    /// Whether the case is open.
    pub is_open: bool,
    /// How many parts of what was typed agree; all of them, where a number or the code does.
    pub alike: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The lines, what agrees in most parts first.
    pub lines: Vec<Line>,
    /// Of how many parts a name was typed.
    pub parts: usize,
    /// Whether there are more: a part more of the name tells them apart.
    pub are_more: bool,
}

/// Keeps by what a person is found, in the place of what was kept.
pub(super) async fn keep(work: &Work, person: Id, parts: &[Written]) -> Result<(), StoreError> {
    table::put(work, person, &rules::keys(work.store(), parts)).await
}

/// Forgets by what a person is found.
pub(super) async fn forget(work: &Work, person: Id) -> Result<(), StoreError> {
    table::forget(work, person).await
}

/// `SearchPeople`: those whom the searcher holds and who agree in two parts of the name, or in the one that
/// was typed; what is shown is written down, and what was typed is not.
pub async fn search_people(
    unit: &Unit<SearchPeople>,
    scope: &Scope<SearchPeople>,
    typed: &Plain<String>,
) -> Result<People, PersonError> {
    let wanted = Wanted::new(unit.store(), typed);
    let mut found: Vec<Line> = match &wanted.code {
        Some(code) => table::by_code(unit, scope, code).await?,
        None => Vec::new(),
    };
    let parts = wanted.slots.len();
    for line in &mut found {
        line.alike = parts.max(1);
    }
    if parts > 0 {
        let least = parts.min(2);
        let named = table::by_keys(unit, scope, &wanted.slots, least, one_more(PAGE)).await?;
        let known: BTreeSet<Id> = found.iter().map(|line| line.person).collect();
        found.extend(
            named
                .into_iter()
                .filter(|line| !known.contains(&line.person)),
        );
    }
    let are_more = found.len() > PAGE;
    found.truncate(PAGE);
    unit.show(&found, |line| line.person).await;
    Ok(People {
        lines: found,
        parts,
        are_more,
    })
}

/// `IndexPerson`: folds the name and the number of a person anew, in a unit that holds a permit for them.
/// Of whoever was shredded nothing is kept.
pub async fn index_person(unit: &Unit<IndexPerson>, person: Id) -> Result<(), PersonError> {
    if unit.is_shredded(person).await? {
        return Ok(table::forget(unit, person).await?);
    }
    let parts = super::store::parts(unit, person).await?;
    table::forget(unit, person).await?;
    Ok(keep(unit, person, &parts).await?)
}

/// The people after this one, in an order that stays: at most `limit`.
pub async fn next(at: &impl Rows, after: Option<&str>, limit: i64) -> Result<Vec<Id>, StoreError> {
    table::next(at, after, limit).await
}

/// How many people are found by what was folded in an older way than this program folds it.
pub async fn otherwise_indexed(at: &impl Rows) -> Result<i64, StoreError> {
    table::otherwise_indexed(at).await
}

/// How many people there are.
pub async fn count(at: &impl Rows) -> Result<i64, StoreError> {
    table::count(at).await
}
