//! What a page leaves in the ledger by being opened: a look, or a refusal, and never an act. And a form
//! that was refused leaves no act either.

use std::collections::{BTreeMap, BTreeSet};

use demo::Person;
use ledger::Entry;
use page::{Row, Verb};
use record::{Id, Kind};
use reqwest::Client;

use crate::authority::{ask, cast, changes_itself, facts, records};
use crate::looks::step_up;
use crate::town::Town;

/// The kinds of records that pages are opened on.
const KINDS: &[Kind] = &[
    Kind::Report,
    Kind::Release,
    Kind::BedRequest,
    Kind::Shelter,
    Kind::Right,
    Kind::Clock,
    Kind::Held,
    Kind::Interpreter,
    Kind::Account,
    Kind::Organisation,
];

/// How many records a page is opened on that its reader is something to.
const THEIRS: usize = 2;

/// What people left in the ledger since it had so many entries; rules do their work meanwhile.
async fn left_since(town: &Town, size: &mut i64) -> Vec<Entry> {
    const LEAVES: &str = "SELECT seq, body FROM ledger_leaf WHERE seq >= $1 ORDER BY seq";
    town.store().sequence().await.unwrap();
    let from = *size;
    let rows: Result<Vec<store::Row>, store::StoreError> = town
        .store()
        .read_clear(async |look| look.rows(LEAVES, store::args![from]).await)
        .await;
    let rows = rows.unwrap();
    *size += i64::try_from(rows.len()).unwrap();
    rows.iter()
        .map(|row| Entry::decode(&row.bytes("body").unwrap()).unwrap())
        .filter(|entry| !entry.actor.starts_with("rule:"))
        .collect()
}

/// The records that are tried with one person, by kind: found once, since every page asks for them.
#[derive(Default)]
struct Tried(BTreeMap<Kind, Vec<Id>>);

impl Tried {
    /// Records for a route: some that the person is something to, and one that they are nothing to.
    async fn of(&mut self, town: &Town, person: &Person, route: &Row) -> Vec<Option<Id>> {
        if !route.path.contains("{id}") {
            return vec![None];
        }
        // Who has looked is told of every kind of record.
        let kinds = match route.kind {
            Kind::Ledger => KINDS,
            _ => &[route.kind],
        };
        let mut some = Vec::new();
        for kind in kinds {
            if !self.0.contains_key(kind) {
                self.0.insert(*kind, chosen(town, person, *kind).await);
            }
            some.extend(self.0.get(kind).into_iter().flatten().copied().map(Some));
        }
        some
    }
}

async fn chosen(town: &Town, person: &Person, kind: Kind) -> Vec<Id> {
    let mut some = Vec::new();
    let mut met = BTreeSet::new();
    let (mut theirs, mut others) = (0, 0);
    for record in records(town, kind).await {
        let facts = facts(town, person, record).await.unwrap();
        let is_theirs = facts.relations.len() > 1 && !facts.relations.contains("excluded");
        let fits = if is_theirs && met.insert((facts.relations, facts.state)) {
            theirs += 1;
            theirs <= THEIRS
        } else if is_theirs {
            false
        } else {
            others += 1;
            others == 1
        };
        if fits {
            some.push(record);
        }
    }
    some
}

async fn forms(
    town: &Town,
    person: &Person,
    client: &Client,
    routes: &[Row],
    size: &mut i64,
) -> usize {
    let (mut refused, mut records) = (0, Tried::default());
    for route in routes {
        if route.verb != Verb::Post || changes_itself(route) {
            continue;
        }
        for record in records.of(town, person, route).await {
            let status = ask(client, town, route, record).await.status();
            let left = left_since(town, size).await;
            if status.is_client_error() {
                refused += 1;
                assert!(
                    left.iter().all(|entry| entry.outcome != "done"),
                    "{} was refused to {} ({status}) and left {left:?}",
                    route.name,
                    person.role
                );
            }
        }
    }
    refused
}

#[tokio::test]
async fn every_page_opened_by_every_role_leaves_looks_and_nothing_else() {
    let town = Town::small().await;
    let routes: Vec<Row> = najat::demo::routes()
        .iter()
        .map(|route| route.row().clone())
        .collect();
    let mut looked: BTreeSet<String> = BTreeSet::new();
    let (mut opened, mut refused) = (0, 0);
    let mut size = 0;
    // Forms come after all pages: one that is right without a word ends what its sender had.
    for person in cast(&town) {
        let client = town.enter(person.role, &person.body).await;
        left_since(&town, &mut size).await;
        // With a second factor more pages open.
        step_up(&town, &client, "/today").await;
        left_since(&town, &mut size).await;
        let mut records = Tried::default();
        for route in routes.iter().filter(|route| route.verb == Verb::Get) {
            for record in records.of(&town, person, route).await {
                for _ in 0..2 {
                    let status = ask(&client, &town, route, record).await.status();
                    assert!(!status.is_server_error(), "{}: {status}", route.name);
                    opened += usize::from(status.is_success());
                }
                for entry in left_since(&town, &mut size).await {
                    assert!(
                        ["looked", "absent"].contains(&entry.outcome.as_str()),
                        "{} opened by {} left {entry:?}",
                        route.name,
                        person.role
                    );
                    if entry.outcome == "looked" {
                        looked.insert(entry.action);
                    }
                }
            }
        }
    }
    for person in cast(&town) {
        let client = town.enter(person.role, &person.body).await;
        left_since(&town, &mut size).await;
        refused += forms(&town, person, &client, &routes, &mut size).await;
    }
    assert!(
        opened > 500 && refused > 200,
        "{opened} opened, {refused} refused"
    );
    for act in ["WriteKeepApart", "CloseUnmetRight", "AnswerUnmetRight"] {
        assert!(looked.contains(act), "{act} is not among {looked:?}");
    }
}
