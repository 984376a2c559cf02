//! Who may do what, through HTTP: each route by each role on records of its own, of others and on
//! none. The oracle reads `authority.csv` and the two tables, and knows nothing of Cedar.
//!
//! A POST carries a stale version and no words, so that no cell changes another.

use std::collections::{BTreeMap, BTreeSet};

use demo::Person;
use http::StatusCode;
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
        .filter(|row| &row[8] != "later")
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
pub struct Facts {
    pub relations: BTreeSet<String>,
    pub state: String,
    kind: Kind,
}

/// The states that guards are in. All others are told by the moment only, and the two tables do
/// not know them.
const STANDING: &[&str] = &[
    "open",
    "closed",
    "live",
    "asked",
    "held",
    "admitted",
    "ended",
    "cancelled",
    "running",
    "missed",
    "stopped",
    "met",
];

/// Whether a record in this state is in the one that a row asks for; `None`, if the moment tells.
fn is_in(wanted: &str, state: &str) -> Option<bool> {
    if wanted == "any" {
        return Some(true);
    }
    let is = |one: &str| match (one, state) {
        // A missed clock still runs, if it is one of safety.
        ("running", "missed") => None,
        _ => STANDING.contains(&one).then_some(one == state),
    };
    if wanted.contains("_and_") {
        let all: Vec<Option<bool>> = wanted.split("_and_").map(is).collect();
        return if all.contains(&Some(false)) {
            Some(false)
        } else if all.contains(&None) {
            None
        } else {
            Some(true)
        };
    }
    let any: Vec<Option<bool>> = wanted.split("_or_").map(is).collect();
    if any.contains(&Some(true)) {
        Some(true)
    } else if any.contains(&None) {
        None
    } else {
        Some(false)
    }
}

pub async fn facts(town: &Town, person: &Person, record: Id) -> Option<Facts> {
    const GUARD: &str = "SELECT kind, org, state, root FROM guard WHERE record = $1";
    const GRANT: &str = "SELECT holder, relation FROM access_grant WHERE record = $1 \
        OR (record = $2 AND relation = 'excluded')";
    town.store()
        .read_clear(async |look| -> Result<Option<Facts>, store::StoreError> {
            let Some(guard) = look.maybe_row(GUARD, store::args![record]).await? else {
                return Ok(None);
            };
            let mut relations = BTreeSet::from(["none".to_owned()]);
            if guard.maybe_id("org")? == Some(person.org) {
                relations.insert("same_org".to_owned());
            }
            for row in look
                .rows(GRANT, store::args![record, guard.id("root")?])
                .await?
            {
                if [person.account, person.org].contains(&row.id("holder")?) {
                    relations.insert(row.text("relation")?);
                }
            }
            Ok(Some(Facts {
                relations,
                state: guard.text("state")?,
                kind: guard.code("kind")?,
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

/// Whether everything of this kind is hidden from a person, whatever the rows say: the wall, the
/// administrator, and those who watch the work and not the people.
fn is_hidden(person: &Person, kind: Kind, action: &str) -> bool {
    let content = matches!(
        kind,
        Kind::Report
            | Kind::BedRequest
            | Kind::Shelter
            | Kind::Screening
            | Kind::Case
            | Kind::Person
            | Kind::Interpreter
    );
    let care = content || matches!(kind, Kind::Clock | Kind::Right | Kind::Held);
    let watches = matches!(person.role, Role::OversightOfficer | Role::DataProtection);
    // At a checkpoint a policeman may ask for a bed, see how his request stands, write down what he is
    // told, and hand a screening to the care desk.
    let may_ask = person.role == Role::Responder
        && [
            "AskForBed",
            "IntakeReport",
            "ListBedRequests",
            "StartScreening",
        ]
        .contains(&action);
    let behind = person.role.is_justice()
        || (person.org_kind.is_force() && !may_ask)
        || person.role == Role::Administrator;
    (content && watches) || (care && behind)
}

/// What the table says of a fresh session.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Says {
    Yes,
    No,
    /// A stronger session is asked for first.
    Stronger,
    /// The moment tells.
    Perhaps,
}

fn permits(rows: &[Cell], action: &str, person: &Person, facts: Option<&Facts>) -> Says {
    if facts.is_some_and(|facts| {
        facts.relations.contains("excluded") || is_hidden(person, facts.kind, action)
    }) {
        return Says::No;
    }
    let mut says = Says::No;
    for row in rows
        .iter()
        .filter(|row| row.action == action && is_role(row, person.role))
    {
        // A list is empty, not refused, where nothing is held.
        let holds = facts.map_or(Some(true), |facts| {
            if facts.relations.contains(&row.relation) {
                is_in(&row.state, &facts.state)
            } else {
                Some(false)
            }
        });
        match (holds, row.session.as_str()) {
            (Some(true), "fresh") => return Says::Yes,
            (None, "fresh") => says = Says::Perhaps,
            // The page that asks for a stronger session comes before any look at the record.
            (_, "stepped_up") if says != Says::Perhaps => says = Says::Stronger,
            _ => {}
        }
    }
    says
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
        .split(['/', '&'])
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

pub async fn ask(client: &Client, town: &Town, row: &Row, id: Option<Id>) -> Response {
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

/// Whether a shelter of this person's was asked for a place, whatever came of it.
async fn had_a_part(town: &Town, person: &Person, record: Id) -> bool {
    const PARTS: &str = "SELECT a.id FROM shelter_inquiry a JOIN guard g ON g.record = a.shelter \
        WHERE a.request = $1 AND g.org = $2";
    if person.role != Role::ShelterManager {
        return false;
    }
    town.store()
        .read_clear(async |look| look.rows(PARTS, store::args![record, person.org]).await)
        .await
        .is_ok_and(|parts| !parts.is_empty())
}

/// The kinds of records that are tried.
const KINDS: &[Kind] = &[
    Kind::Report,
    Kind::Release,
    Kind::BedRequest,
    Kind::Shelter,
    Kind::Right,
    Kind::Clock,
    Kind::Held,
    Kind::Interpreter,
];

/// Routes that end the session itself would change the cells that come after.
pub fn changes_itself(row: &Row) -> bool {
    ["EndOwnSession", "ChooseLanguage", "KeepDraft"].contains(&row.action)
}

pub async fn records(town: &Town, kind: Kind) -> Vec<Id> {
    const RECORDS: &str = "SELECT record FROM guard WHERE kind = $1 ORDER BY record";
    town.store()
        .read_clear(async |look| -> Result<Vec<Id>, store::StoreError> {
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
        "SELECT record, holder, relation FROM access_grant ORDER BY record, holder, relation";
    town.store()
        .read_clear(async |look| -> Result<Vec<String>, store::StoreError> {
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
pub fn cast(town: &Town) -> Vec<&Person> {
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
    let routes = najat::demo::routes();
    let before = state_of(&town).await;
    let mut cells = 0;
    let mut permitted = 0;
    let mut kinds: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
    for kind in KINDS {
        kinds.insert(kind.code(), records(&town, *kind).await);
    }
    for person in cast(&town) {
        let client = town.enter(person.role, &person.body).await;
        for route in routes.iter().map(page::Route::row) {
            if route.frame != FrameKind::Staff || changes_itself(route) {
                continue;
            }
            if !route.path.contains("{id}") {
                let answer = ask(&client, &town, route, None).await;
                cells += 1;
                let says = if is_hidden(person, route.kind, route.action) {
                    Says::No
                } else {
                    permits(&rows, route.action, person, None)
                };
                let found = answer.status() != StatusCode::NOT_FOUND;
                if matches!(says, Says::Yes | Says::No) {
                    assert_eq!(
                        found,
                        says == Says::Yes,
                        "{} by {} of {}: {}",
                        route.name,
                        person.role,
                        person.body,
                        answer.status()
                    );
                }
                continue;
            }
            let Some(records) = kinds.get(route.kind.code()) else {
                continue;
            };
            let absent =
                bare(ask(&client, &town, route, Some(town.store().world().id())).await).await;
            let mut tried: Vec<(Id, Option<Facts>)> = Vec::new();
            for record in records {
                tried.push((*record, facts(&town, person, *record).await));
            }
            // Those that the person is something to come first.
            tried.sort_by_key(|(_, facts)| {
                facts.as_ref().is_none_or(|facts| facts.relations.len() < 2)
            });
            // One record for each way of being something to it; a long run tries them all.
            let has_a_row = rows
                .iter()
                .any(|row| row.action == route.action && is_role(row, person.role));
            let some = match (testkit::place::is_long(), has_a_row) {
                (true, _) => usize::MAX,
                (false, true) => 6,
                (false, false) => 1,
            };
            let mut met = BTreeSet::new();
            let different = tried.iter().filter(|(_, facts)| {
                testkit::place::is_long()
                    || met.insert(
                        facts
                            .as_ref()
                            .map(|facts| (facts.relations.clone(), facts.state.clone())),
                    )
            });
            for (record, facts) in different.take(some) {
                let mut says = permits(&rows, route.action, person, facts.as_ref());
                if says == Says::No && had_a_part(&town, person, *record).await {
                    // A shelter that was asked is told that its place is no longer needed.
                    says = Says::Perhaps;
                }
                let answer = ask(&client, &town, route, Some(*record)).await;
                cells += 1;
                permitted += u32::from(says == Says::Yes);
                let who = format!("{} by {} of {}", route.name, person.role, person.body);
                assert!(
                    !answer.status().is_server_error(),
                    "{who}: {}",
                    answer.status()
                );
                match says {
                    Says::Yes => assert_ne!(answer.status(), StatusCode::NOT_FOUND, "{who}"),
                    // Hidden and absent are the same, byte for byte.
                    Says::No | Says::Stronger => assert_eq!(bare(answer).await, absent, "{who}"),
                    Says::Perhaps => {}
                }
            }
        }
    }
    assert!(
        cells > 500 && permitted > 20,
        "{cells} cells, {permitted} permitted"
    );
    let mut after = state_of(&town).await;
    // A press that asks for nothing does what it says: whoever may takes a report that is nobody's.
    let owned = |rows: &[String], report: &str| {
        let mut rows = rows.iter();
        rows.any(|row| row.starts_with(report) && row.ends_with(" owner"))
    };
    let reports: Vec<String> = kinds["report"].iter().map(Id::to_string).collect();
    let taken = |report: &&String| !owned(&before, report) && owned(&after, report);
    let taken: Vec<&String> = reports.iter().filter(taken).collect();
    let stays = |row: &String| !taken.iter().any(|report| row.starts_with(report.as_str()));
    let before: Vec<String> = before.iter().filter(|row| stays(row)).cloned().collect();
    after.retain(stays);
    let changed: Vec<&String> = after.iter().filter(|row| !before.contains(row)).collect();
    assert!(changed.is_empty(), "a cell changed another: {changed:?}");
    assert_eq!(after.len(), before.len(), "a cell ended another");
}

#[tokio::test]
async fn without_a_session_no_staff_page_opens() {
    let town = Town::small().await;
    let reports = records(&town, Kind::Report).await;
    for route in najat::demo::routes().iter().map(page::Route::row) {
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
    for route in najat::demo::routes().iter().map(page::Route::row) {
        assert!(
            rows.iter().any(|row| row.action == route.action),
            "{} has no row",
            route.name
        );
    }
}
