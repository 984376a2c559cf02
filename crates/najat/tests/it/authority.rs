//! Who may do what, through HTTP: each route by each role on records of its own, of others and on
//! none. The oracle reads `authority.csv` and the two tables, and knows nothing of Cedar.
//!
//! A POST carries a stale version and no words, so that no cell changes another.

use std::collections::{BTreeMap, BTreeSet};

use http::StatusCode;
use najat::demo::Person;
use page::{FrameKind, Row, Verb};
use record::{Id, Kind, OrgKind, Role};
use reqwest::{Client, Response};

use crate::town::Town;

struct Cell {
    action: String,
    actor: String,
    relation: String,
    session: String,
    state: String,
}

/// The rows that are built.
fn table() -> Vec<Cell> {
    csv::Reader::from_reader(include_str!("../../../../policies/authority.csv").as_bytes())
        .records()
        .map(Result::unwrap)
        .filter(|row| row[8].parse::<u8>().unwrap() <= 1)
        .map(|row| Cell {
            action: row[0].to_owned(),
            actor: row[2].to_owned(),
            relation: row[3].to_owned(),
            session: row[5].to_owned(),
            state: row[6].to_owned(),
        })
        .collect()
}

/// What a person is to a record, by the two tables.
struct Facts {
    relations: BTreeSet<String>,
    state: String,
    content: bool,
}

async fn facts(town: &Town, person: &Person, record: Id) -> Option<Facts> {
    const GUARD: &str = "SELECT kind, org, state, root FROM guard WHERE record = $1";
    const HOLDING: &str = "SELECT holder, relation FROM holding WHERE record = $1 \
        OR (record = $2 AND relation = 'excluded')";
    town.store()
        .look(async |look| -> Result<Option<Facts>, store::StoreError> {
            let Some(guard) = look.maybe_row(GUARD, store::args![record]).await? else {
                return Ok(None);
            };
            let mut relations = BTreeSet::from(["none".to_owned()]);
            if guard.maybe_id("org")? == Some(person.org) {
                relations.insert("same_org".to_owned());
            }
            for row in look
                .rows(HOLDING, store::args![record, guard.id("root")?])
                .await?
            {
                if [person.account, person.org].contains(&row.id("holder")?) {
                    relations.insert(row.text("relation")?);
                }
            }
            let content = guard.code::<Kind>("kind")? == Kind::Report;
            Ok(Some(Facts {
                relations,
                state: guard.text("state")?,
                content,
            }))
        })
        .await
        .unwrap()
}

fn is_role(cell: &Cell, role: Role) -> bool {
    cell.actor == "Person"
        || cell.actor == role.code()
        || (role == Role::ChildOfficer && cell.actor == "caseworker")
}

/// Whether a person is behind the wall, or watches: no content is theirs to see.
fn sees_no_content(person: &Person) -> bool {
    person.role.is_justice()
        || person.org_kind.is_force()
        || matches!(
            person.role,
            Role::Administrator | Role::OversightOfficer | Role::DataProtection
        )
}

/// Whether the table permits it in a fresh session; `None` where a stronger one would be asked for.
fn permits(rows: &[Cell], action: &str, person: &Person, facts: Option<&Facts>) -> Option<bool> {
    let mut stronger = false;
    let hidden = |facts: &Facts| {
        facts.relations.contains("excluded") || (facts.content && sees_no_content(person))
    };
    if facts.is_some_and(hidden) {
        return Some(false);
    }
    for row in rows
        .iter()
        .filter(|row| row.action == action && is_role(row, person.role))
    {
        let holds = match facts {
            Some(facts) => {
                facts.relations.contains(&row.relation)
                    && (row.state == "any" || row.state == facts.state)
            }
            // A list is empty, not refused, where nothing is held.
            None => true,
        };
        match (holds, row.session.as_str()) {
            (true, "fresh") => return Some(true),
            (true, _) => stronger = true,
            (false, _) => {}
        }
    }
    if stronger { None } else { Some(false) }
}

/// An answer without what may differ: the date.
async fn bare(answer: Response) -> (StatusCode, BTreeMap<String, String>, String) {
    let status = answer.status();
    let headers = answer
        .headers()
        .iter()
        .filter(|(name, _)| *name != "date")
        .map(|(name, value)| {
            (
                name.to_string(),
                without_ids(value.to_str().unwrap_or_default()),
            )
        })
        .collect();
    (status, headers, answer.text().await.unwrap())
}

/// The way back after signing in names the page that was asked for, whether it exists or not.
fn without_ids(value: &str) -> String {
    value
        .split('/')
        .map(|part| {
            if part.parse::<Id>().is_ok() {
                "ID"
            } else {
                part
            }
        })
        .collect::<Vec<_>>()
        .join("/")
}

async fn ask(client: &Client, town: &Town, row: &Row, id: Option<Id>) -> Response {
    let path = row
        .path
        .replace("{language}", "en")
        .replace("{id}", &id.unwrap_or(Id::NONE).to_string());
    let url = town.url(&path);
    let key = town.store().world().id().to_string();
    match row.verb {
        Verb::Get => client.get(url).send().await.unwrap(),
        Verb::Post => {
            let form = [("form_key", key.as_str()), ("version", "-7")];
            client.post(url).form(&form).send().await.unwrap()
        }
    }
}

/// Routes that end the session itself would change the cells that come after.
fn changes_itself(row: &Row) -> bool {
    ["EndOwnSession", "ChooseLanguage", "KeepDraft"].contains(&row.action)
}

async fn records(town: &Town, kind: Kind) -> Vec<Id> {
    const RECORDS: &str = "SELECT record FROM guard WHERE kind = $1 ORDER BY record";
    town.store()
        .look(async |look| -> Result<Vec<Id>, store::StoreError> {
            let rows = look.rows(RECORDS, store::args![kind.code()]).await?;
            rows.iter().map(|row| row.id("record")).collect()
        })
        .await
        .unwrap()
}

/// Everything a refused or stale POST could have changed.
async fn state_of(town: &Town) -> Vec<String> {
    const STATE: &str = "SELECT g.record, g.state, g.version, r.revision FROM guard g \
        LEFT JOIN report r ON r.record = g.record ORDER BY g.record";
    const HELD: &str =
        "SELECT record, holder, relation FROM holding ORDER BY record, holder, relation";
    town.store()
        .look(async |look| -> Result<Vec<String>, store::StoreError> {
            let mut all = Vec::new();
            for row in look.rows(STATE, store::args![]).await? {
                let revision = row.maybe_int("revision")?;
                all.push(format!(
                    "{} {} {} {revision:?}",
                    row.text("record")?,
                    row.text("state")?,
                    row.int("version")?
                ));
            }
            for row in look.rows(HELD, store::args![]).await? {
                all.push(format!(
                    "{} {} {}",
                    row.text("record")?,
                    row.text("holder")?,
                    row.text("relation")?
                ));
            }
            Ok(all)
        })
        .await
        .unwrap()
}

/// One person of each role and kind of body, from two places where the role is found in two.
fn cast(town: &Town) -> Vec<&Person> {
    let mut seen: BTreeMap<(Role, OrgKind, bool), &Person> = BTreeMap::new();
    for person in &town.country.people {
        let second = person.body.starts_with("second");
        let here = !person.body.contains("-IQG") || person.body.ends_with("IQG02");
        seen.entry((person.role, person.org_kind, second || !here))
            .or_insert(person);
    }
    seen.into_values().collect()
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_table_says() {
    let town = Town::small().await;
    let rows = table();
    let routes = najat::routes::all();
    let before = state_of(&town).await;
    let mut cells = 0;
    let mut permitted = 0;
    let (reports, releases) = (
        records(&town, Kind::Report).await,
        records(&town, Kind::Release).await,
    );
    // Every report is tried in a long run; else enough of them to meet each relation.
    let some = if testkit::place::is_long() {
        usize::MAX
    } else {
        9
    };
    for person in cast(&town) {
        let client = town.enter(person.role, &person.body).await;
        for route in routes.iter().map(page::Route::row) {
            if route.frame != FrameKind::Staff || changes_itself(route) {
                continue;
            }
            if !route.path.contains("{id}") {
                let answer = ask(&client, &town, route, None).await;
                cells += 1;
                let expected = match route.kind {
                    Kind::Report if sees_no_content(person) => Some(false),
                    _ => permits(&rows, route.action, person, None),
                };
                let found = answer.status() != StatusCode::NOT_FOUND;
                if let Some(expected) = expected {
                    assert_eq!(
                        found,
                        expected,
                        "{} by {} of {}: {}",
                        route.name,
                        person.role,
                        person.body,
                        answer.status()
                    );
                }
                continue;
            }
            let records = match route.kind {
                Kind::Report => &reports,
                Kind::Release => &releases,
                _ => continue,
            };
            let absent =
                bare(ask(&client, &town, route, Some(town.store().world().id())).await).await;
            assert_eq!(absent.0, StatusCode::NOT_FOUND, "{} of nothing", route.name);
            let mut tried: Vec<(Id, Option<Facts>)> = Vec::new();
            for record in records {
                tried.push((*record, facts(&town, person, *record).await));
            }
            // Those that the person is something to come first.
            tried.sort_by_key(|(_, facts)| {
                facts.as_ref().is_none_or(|facts| facts.relations.len() < 2)
            });
            for (record, facts) in tried.iter().take(some) {
                let expected =
                    permits(&rows, route.action, person, facts.as_ref()).unwrap_or(false);
                let answer = ask(&client, &town, route, Some(*record)).await;
                cells += 1;
                permitted += u32::from(expected);
                let who = format!("{} by {} of {}", route.name, person.role, person.body);
                if expected {
                    assert_ne!(answer.status(), StatusCode::NOT_FOUND, "{who}");
                    assert!(
                        !answer.status().is_server_error(),
                        "{who}: {}",
                        answer.status()
                    );
                } else {
                    // Hidden and absent are the same, byte for byte.
                    assert_eq!(bare(answer).await, absent, "{who}");
                }
            }
        }
    }
    assert!(
        cells > 500 && permitted > 20,
        "{cells} cells, {permitted} permitted"
    );
    assert_eq!(state_of(&town).await, before, "a cell changed another");
}

#[tokio::test]
async fn without_a_session_no_staff_page_opens() {
    let town = Town::small().await;
    let reports = records(&town, Kind::Report).await;
    for route in najat::routes::all().iter().map(page::Route::row) {
        if route.frame != FrameKind::Staff {
            continue;
        }
        let client = town.client();
        let there = bare(ask(&client, &town, route, reports.first().copied()).await).await;
        let nowhere = bare(ask(&client, &town, route, Some(town.store().world().id())).await).await;
        assert_eq!(there, nowhere, "{}", route.name);
        assert_ne!(
            there.0,
            StatusCode::OK,
            "{} opens without a session",
            route.name
        );
    }
}

#[test]
fn every_route_names_an_action_of_the_table() {
    let rows = table();
    for route in najat::routes::all().iter().map(page::Route::row) {
        assert!(
            rows.iter().any(|row| row.action == route.action),
            "{} has no row",
            route.name
        );
    }
}
