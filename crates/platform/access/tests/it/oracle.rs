//! Every cell: action × actor × relation × session × state × sensitivity. The oracle below reads
//! the table and knows nothing of Cedar.

use std::collections::BTreeSet;

use access::{ACTIONS, Actor, Authority, Shows, with_action};
use record::{Kind, Moment, OrgKind, Purpose, Relation, Role, Sensitivity, Session};

use crate::{facts, id, person};

struct Row {
    action: String,
    kind: Kind,
    actor: String,
    relation: Relation,
    purpose: Purpose,
    session: Session,
    state: String,
    shows: Shows,
    is_built: bool,
}

fn table() -> Vec<Row> {
    csv::Reader::from_reader(include_str!("../../../../../policies/authority.csv").as_bytes())
        .records()
        .map(|row| {
            let row = row.unwrap();
            Row {
                action: row[0].to_owned(),
                kind: Kind::from_code(&row[1]).unwrap(),
                actor: row[2].to_owned(),
                relation: Relation::from_code(&row[3]).unwrap(),
                purpose: Purpose::from_code(&row[4]).unwrap(),
                session: Session::from_code(&row[5]).unwrap(),
                state: row[6].to_owned(),
                shows: Shows::from_code(&row[7]).unwrap(),
                is_built: &row[8] != "later",
            }
        })
        .collect()
}

/// The rows that are built.
fn built() -> Vec<Row> {
    table().into_iter().filter(|row| row.is_built).collect()
}

#[derive(Clone)]
struct Cell<'a> {
    action: &'a str,
    kind: Kind,
    actor: &'a Actor,
    relation: Relation,
    session: Session,
    state: &'a str,
}

/// What the table says of a cell: what is shown, or nothing at all.
fn oracle(rows: &[Row], cell: &Cell<'_>) -> Option<Shows> {
    let content = matches!(
        cell.kind,
        Kind::Report
            | Kind::BedRequest
            | Kind::Shelter
            | Kind::Screening
            | Kind::Case
            | Kind::Person
            | Kind::Interpreter
    );
    let care = content || matches!(cell.kind, Kind::Clock | Kind::Right | Kind::Held);
    let member = cell.actor.member();
    // At a checkpoint a policeman may ask for a bed, see how his request stands, write down what he is
    // told, and hand a screening to the care desk.
    let may_ask = member.is_some_and(|m| m.role == Role::Responder)
        && (["AskForBed", "IntakeReport", "StartScreening"].contains(&cell.action)
            || (cell.action == "ListBedRequests" && cell.relation == Relation::Team));
    let is_watcher = |role| matches!(role, Role::OversightOfficer | Role::DataProtection);
    if cell.session == Session::BreakGlass
        || (member.is_some() && cell.relation == Relation::Excluded)
        || (content && member.is_some_and(|m| is_watcher(m.role)))
        || (care
            && member.is_some_and(|m| {
                m.role.is_justice()
                    || (m.org_kind.is_force() && !may_ask)
                    || m.role == Role::Administrator
            }))
    {
        return None;
    }
    if cell.action == "ReadShelterAddress"
        && cell.relation == Relation::SameOrg
        && member.is_some_and(|m| !m.manages.is_empty())
    {
        return None;
    }
    if matches!(
        cell.action,
        "ConfirmFactorReset"
            | "ConfirmFoundAdult"
            | "ConfirmLowerResult"
            | "ConfirmMember"
            | "ConfirmSharing"
    ) && (cell.state == "proposed_by_self" || cell.relation == Relation::Proposer)
    {
        return None;
    }
    let is_actor = |row: &Row| match cell.actor {
        Actor::Public => row.actor == "Public",
        Actor::Reporter(_) => row.actor == "Reporter",
        Actor::Console(_) => row.actor == "Console",
        Actor::Rule(name) => row.actor.strip_prefix("Rule:") == Some(name),
        Actor::Person(member) => {
            row.actor == "Person"
                || row.actor == member.role.code()
                || (member.role == Role::ChildOfficer && row.actor == "caseworker")
        }
    };
    rows.iter()
        .filter(|row| row.action == cell.action && is_actor(row))
        .filter(|row| row.relation == Relation::None || row.relation == cell.relation)
        .filter(|row| row.session == Session::Fresh || row.session == cell.session)
        .filter(|row| row.state == "any" || holds(&row.state, cell.state))
        .map(|row| row.shows)
        .max()
}

/// Whether the states of a cell, joined by `+`, are what a row asks for: one of several, or all.
fn holds(wanted: &str, states: &str) -> bool {
    // What somebody else brought about is that state; that the actor did not is asked apart.
    let named = |state: &str| state.trim_end_matches("_by_another").to_owned();
    let has = |one: &str| states.split('+').any(|state| named(state) == named(one));
    match wanted {
        several if several.contains("_or_") => several.split("_or_").any(has),
        all if all.contains("_and_") => all.split("_and_").all(has),
        one => has(one),
    }
}

/// The states in which a row is tried: each by itself, and those that must come together.
fn tried(wanted: &str) -> Vec<String> {
    let mut states: Vec<String> = wanted
        .split("_or_")
        .flat_map(|one| one.split("_and_"))
        .map(str::to_owned)
        .collect();
    if wanted.contains("_and_") {
        states.push(wanted.replace("_and_", "+"));
    }
    states
}

fn decided(authority: &Authority, cell: &Cell<'_>, sensitivity: Sensitivity) -> Option<Shows> {
    let mut facts = facts(cell.kind, cell.actor, cell.relation, cell.state);
    facts.guard.sensitivity = sensitivity;
    let now = Moment::from_micros(0);
    with_action!(
        cell.action,
        A => authority.decide::<A>(cell.actor, &facts, now).ok().map(|permit| permit.shows()),
        else panic!("{} is in the table and not in the program", cell.action)
    )
}

fn actors(rows: &[Row], session: Session) -> Vec<Actor> {
    let mut actors = vec![];
    // The kinds of actor that have no session are only met fresh.
    if session == Session::SteppedUp {
        // The console asks for password and digits each time.
        actors.push(Actor::Console(id(1)));
    }
    if session == Session::Fresh {
        actors.extend([Actor::Public, Actor::Reporter(id(3)), Actor::Rule("Other")]);
        let rules: BTreeSet<&str> = rows
            .iter()
            .filter_map(|row| row.actor.strip_prefix("Rule:"))
            .collect();
        for rule in rules {
            actors.push(Actor::Rule(Box::leak(rule.to_owned().into_boxed_str())));
        }
    }
    for role in Role::ALL {
        actors.push(person(*role, session));
    }
    // A responder of the police: behind the wall of forbid 2.
    let mut police = person(Role::Responder, session);
    if let Actor::Person(member) = &mut police {
        member.org_kind = OrgKind::Police;
    }
    actors.push(police);
    actors
}

#[test]
fn every_row_has_an_action_and_every_action_a_row() {
    let rows = built();
    for row in &rows {
        let action = ACTIONS.iter().find(|action| action.name == row.action);
        let action = action.unwrap_or_else(|| panic!("{} has no action", row.action));
        assert_eq!(action.kind, row.kind, "{}", row.action);
        assert_eq!(action.purpose, row.purpose, "{}", row.action);
    }
    for action in ACTIONS {
        assert!(
            rows.iter().any(|row| row.action == action.name),
            "{} has no row",
            action.name
        );
    }
}

// Two halves, which two cores walk side by side.
#[test]
fn every_cell_of_the_first_half_is_decided_as_the_table_says() {
    walk(|at| at.is_multiple_of(2));
}

#[test]
fn every_cell_of_the_second_half_is_decided_as_the_table_says() {
    walk(|at| !at.is_multiple_of(2));
}

fn walk(half: fn(usize) -> bool) {
    let authority = Authority::built_in().unwrap();
    let rows = built();
    let mut cells = 0_u64;
    let mut permitted = 0_u64;
    for (at, action) in ACTIONS.iter().enumerate().filter(|(at, _)| half(*at)) {
        let mut states: BTreeSet<String> = rows
            .iter()
            .filter(|row| row.kind == action.kind)
            .flat_map(|row| tried(&row.state))
            .collect();
        states.extend(["any other state", "proposed_by_self"].map(str::to_owned));
        for session in Session::ALL {
            for actor in actors(&rows, *session) {
                for relation in Relation::ALL {
                    for (turn, state) in states.iter().enumerate() {
                        let cell = Cell {
                            action: action.name,
                            kind: action.kind,
                            actor: &actor,
                            relation: *relation,
                            session: *session,
                            state,
                        };
                        let expected = oracle(&rows, &cell);
                        // Sensitivity changes no cell of this part: where a cell permits, each
                        // is tried; where it refuses, they take turns.
                        let all = Sensitivity::ALL;
                        let tried = if expected.is_some() {
                            all
                        } else {
                            &all[(at + turn) % 3..][..1]
                        };
                        for sensitivity in tried {
                            cells += 1;
                            permitted += u64::from(expected.is_some());
                            let found = decided(&authority, &cell, *sensitivity);
                            assert_eq!(
                                found, expected,
                                "{} by {actor:?} as {relation}, {session}, {state}, {sensitivity}",
                                action.name
                            );
                        }
                    }
                }
            }
        }
    }
    assert!(
        cells > 100_000 && permitted > 300,
        "{cells} cells, {permitted} permitted"
    );
}

#[test]
fn a_permit_is_never_given_for_a_record_of_another_kind() {
    let authority = Authority::built_in().unwrap();
    let actor = person(Role::Responder, Session::Fresh);
    let report = facts(Kind::Report, &actor, Relation::SameOrg, "open");
    let now = Moment::from_micros(0);
    assert!(
        authority
            .decide::<access::action::ReadReport>(&actor, &report, now)
            .is_ok()
    );
    let release = facts(Kind::Release, &actor, Relation::SameOrg, "open");
    assert!(
        authority
            .decide::<access::action::ReadReport>(&actor, &release, now)
            .is_err()
    );
}

#[test]
fn a_grant_ends_at_its_time() {
    let authority = Authority::built_in().unwrap();
    let actor = person(Role::Investigator, Session::Fresh);
    let mut release = facts(Kind::Release, &actor, Relation::ReleasedTo, "live");
    for grant in &mut release.grants {
        grant.until = Some(Moment::from_micros(10));
    }
    let read = |now| {
        authority
            .decide::<access::action::ReadRelease>(&actor, &release, Moment::from_micros(now))
            .is_ok()
    };
    assert!(read(9));
    assert!(!read(10));
}
