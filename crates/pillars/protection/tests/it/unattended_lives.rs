//! Random lives of a country: people come, leave and step back, readers and desks are set anew, bodies
//! move below others. Whatever is open, somebody can act on it, or it is counted; what somebody else
//! could take is not left lying; and the sender is told what is so. The gate itself is asked, person
//! by person.

use std::collections::BTreeSet;

use access::action::{
    AnswerAlarm, AnswerUnmetRight, AskHouses, CloseUnmetRight, EndStay, ListHeld, ReadBedRequest,
    ReadReport, ReleaseHold, ReviewDecline,
};
use access::{Action, Actor};
use people::unattended::{Lying, Missing};
use protection::reader::Accused;
use record::{Duty, Id, Kind, OrgKind, Role};
use store::args;
use testkit::Lot;

use crate::beds::{Country, Home, WOMEN, woman};
use crate::installation::{BASRA, Installation, Worker};

/// A record that waits for somebody, as the guard has it.
struct Open {
    record: Id,
    kind: Kind,
    state: String,
}

async fn open(site: &Installation) -> Vec<Open> {
    const OPEN: &str = "SELECT record, kind, state FROM guard WHERE \
        (kind = 'report' AND state = 'open') OR (kind = 'bed_request' AND state IN ('asked', 'held', 'admitted')) \
        OR (kind = 'clock' AND state <> 'stopped') OR (kind = 'right' AND state IN ('open', 'met')) \
        OR (kind = 'held' AND state = 'open') ORDER BY record";
    let rows = site
        .store
        .read_clear(async |look| look.rows(OPEN, args![]).await)
        .await;
    let rows: Vec<store::Row> = rows.unwrap();
    rows.iter()
        .map(|row| Open {
            record: row.id("record").unwrap(),
            kind: row.code("kind").unwrap(),
            state: row.text("state").unwrap(),
        })
        .collect()
}

/// Everybody who can sign in now, in each of their memberships.
async fn everybody(site: &Installation) -> Vec<Actor> {
    const LIVE: &str = "SELECT m.account, m.org, m.role, o.kind FROM membership m \
        JOIN organisation o ON o.id = m.org JOIN guard g ON g.record = m.account \
        WHERE m.ended IS NULL AND g.state = 'active' ORDER BY m.account, m.org";
    const WORKED: &str = "SELECT org FROM membership WHERE account = $1";
    let rows = site
        .store
        .read_clear(async |look| look.rows(LIVE, args![]).await)
        .await;
    let rows: Vec<store::Row> = rows.unwrap();
    let mut all = Vec::new();
    for row in rows {
        let worker = Worker {
            account: row.id("account").unwrap(),
            org: row.id("org").unwrap(),
            kind: row.code("kind").unwrap(),
            role: row.code("role").unwrap(),
        };
        let worked = site
            .store
            .read_clear(async |look| look.rows(WORKED, args![worker.account]).await)
            .await;
        let worked: Vec<store::Row> = worked.unwrap();
        let worked: Vec<Id> = worked.iter().map(|row| row.id("org").unwrap()).collect();
        all.push(worker.also(&worked));
    }
    all
}

async fn may<A: Action>(site: &Installation, everybody: &[Actor], one: &Open) -> bool {
    for actor in everybody {
        let watches = matches!(
            actor.member().map(|member| member.role),
            Some(Role::OversightOfficer | Role::StateDuty | Role::FocalPoint)
        );
        // Who was told of a late clock, or of somebody held, answers for neither.
        if watches && matches!(one.kind, Kind::Clock | Kind::Held) {
            continue;
        }
        let gate = site.store.gate();
        // A clock that runs is asked about as if it were missed: who may answer then is the same.
        let states: &[&str] = if one.kind == Kind::Clock {
            &["missed"]
        } else {
            &[&one.state]
        };
        let permit = gate.permit_for_now::<A>(actor, one.record, states).await;
        if permit.unwrap().is_some() {
            return true;
        }
    }
    false
}

/// Who is missing for a record, as the gate tells it.
async fn missing(site: &Installation, everybody: &[Actor], one: &Open) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut need = |is_there: bool, missing| {
        if !is_there {
            found.push(missing);
        }
    };
    let all = (site, everybody, one);
    macro_rules! any {
        ($($action:ty),+) => { $(may::<$action>(all.0, all.1, all.2).await)||+ };
    }
    match (one.kind, one.state.as_str()) {
        (Kind::Report, _) => need(any!(ReadReport), Missing::Reader),
        (Kind::BedRequest, "admitted") => need(any!(EndStay), Missing::Shelter),
        (Kind::BedRequest, _) => {
            let desk: Vec<Actor> = everybody
                .iter()
                .filter(|actor| {
                    let role = actor.member().map(|member| member.role);
                    !matches!(role, Some(Role::PlacementDesk | Role::ShelterManager))
                })
                .cloned()
                .collect();
            let answers = may::<ReadBedRequest>(site, &desk, one).await
                || may::<ReviewDecline>(
                    site,
                    &desk,
                    &Open {
                        record: one.record,
                        kind: one.kind,
                        state: "declined_other".to_owned(),
                    },
                )
                .await;
            need(answers, Missing::Desk);
            need(any!(AskHouses, ReleaseHold), Missing::Placing);
        }
        (Kind::Clock, _) => need(any!(AnswerAlarm), Missing::Desk),
        (Kind::Right, "met") => need(any!(CloseUnmetRight), Missing::Watching),
        (Kind::Right, _) => need(
            any!(AnswerUnmetRight)
                || may::<CloseUnmetRight>(
                    site,
                    everybody,
                    &Open {
                        record: one.record,
                        kind: one.kind,
                        state: "met".to_owned(),
                    },
                )
                .await,
            Missing::Watching,
        ),
        _ => need(any!(ListHeld), Missing::Desk),
    }
    found
}

/// Lets one thing happen.
async fn step(site: &Installation, country: &Country, there: &mut There, lot: &mut Lot) {
    match lot.below(12) {
        0 | 1 => {
            let accused: Vec<Accused> = match lot.below(3) {
                0 => vec![Accused::Named(there.bodies[lot.below(there.bodies.len())])],
                _ => Vec::new(),
            };
            if let Some(letter) = site.letter(&accused, false).await {
                there.reports.push(site.sent(letter).await.0);
            }
        }
        2 => {
            let askers: Vec<Worker> = there
                .people
                .iter()
                .copied()
                .filter(|one| one.role == Role::Responder)
                .collect();
            if !askers.is_empty() {
                let asker = askers[lot.below(askers.len())];
                drop(site.ask(&asker.actor(), None, woman()).await);
            }
        }
        3 => {
            let home = there.homes[lot.below(there.homes.len())];
            for one in open(site).await {
                if one.kind == Kind::BedRequest && lot.below(2) == 0 {
                    drop(site.admit(home, one.record).await);
                }
            }
        }
        4..=6 if !there.people.is_empty() => {
            let at = lot.below(there.people.len());
            site.gone(there.people.swap_remove(at)).await;
        }
        7 | 8 => {
            let (org, kind) = there.desks[lot.below(there.desks.len())];
            let role = [
                Role::Responder,
                Role::Supervisor,
                Role::PlacementDesk,
                Role::OversightOfficer,
            ][lot.below(4)];
            there.people.push(site.worker(org, kind, role).await);
        }
        9 => {
            let (moved, _) = there.desks[lot.below(there.desks.len())];
            let parent = there.bodies[lot.below(there.bodies.len())];
            if moved != parent && there.moved.insert(moved) {
                site.set_org(Some(moved), OrgKind::Aid, Some(parent), &[BASRA])
                    .await;
            }
        }
        10 => {
            let order: Vec<Id> = there.desks.iter().map(|desk| desk.0).collect();
            let first = order[lot.below(order.len())];
            site.desk(Duty::Placement, Some(BASRA), &[first, country.placing.org])
                .await;
            site.desk(Duty::Oversight, None, &[order[lot.below(order.len())]])
                .await;
        }
        _ if !there.reports.is_empty() => {
            let report = there.reports[lot.below(there.reports.len())];
            for worker in there.people.clone() {
                if lot.below(3) == 0 && site.read(&worker.actor(), report).await.is_ok() {
                    site.step_back(&worker.actor(), report).await.unwrap();
                    break;
                }
            }
        }
        _ => {}
    }
    site.react().await;
}

/// What the lives happen to.
struct There {
    people: Vec<Worker>,
    desks: Vec<(Id, OrgKind)>,
    bodies: Vec<Id>,
    homes: Vec<Home>,
    reports: Vec<Id>,
    moved: BTreeSet<Id>,
}

async fn life(url: &str, seed: u64, steps: usize) {
    let site = Installation::open(url).await;
    let country = Country::new(&site).await;
    let mut desks = vec![
        (country.basra.desk, OrgKind::Aid),
        (country.basra.national, OrgKind::Aid),
    ];
    for _ in 0..2 {
        desks.push((site.org(OrgKind::Aid, None, &[BASRA]).await, OrgKind::Aid));
    }
    let orgs: Vec<Id> = desks.iter().map(|desk| desk.0).collect();
    site.readers(Some(BASRA), &[orgs[0], orgs[2]]).await;
    site.readers(None, &[orgs[1], orgs[3]]).await;
    let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
    let mut there = There {
        people: vec![
            country.basra.responder,
            country.basra.supervisor,
            country.placing,
            country.oversight,
            country.state_duty,
        ],
        bodies: vec![camp, orgs[0], orgs[2]],
        desks,
        homes: vec![
            site.home(&[WOMEN], BASRA).await,
            site.home(&[WOMEN], BASRA).await,
        ],
        reports: Vec::new(),
        moved: BTreeSet::new(),
    };
    let mut lot = Lot(seed);
    for at in 0..steps {
        step(&site, &country, &mut there, &mut lot).await;
        site.clock.advance(600);
        if at % 5 == 4 {
            check(&site, seed, at).await;
        }
    }
}

async fn check(site: &Installation, seed: u64, at: usize) {
    // As maintenance does: whatever can go on, goes on, until nothing does.
    for _ in 0..6 {
        if site.sweep().await == 0 {
            break;
        }
    }
    assert_eq!(
        site.sweep().await,
        0,
        "seed {seed}, step {at}: it goes round and round"
    );
    let lying: BTreeSet<(Id, Missing)> = site
        .lying()
        .await
        .into_iter()
        .map(
            |Lying {
                 record, missing, ..
             }| (record, missing),
        )
        .collect();
    let everybody = everybody(site).await;
    let mut truth = BTreeSet::new();
    for one in open(site).await {
        for missing in missing(site, &everybody, &one).await {
            truth.insert((one.record, missing));
        }
        if one.kind == Kind::Report {
            let is_read = !lying.contains(&(one.record, Missing::Reader));
            let told = site.told(one.record).await.is_some();
            assert_eq!(
                told, is_read,
                "seed {seed}, step {at}: the sender is told otherwise"
            );
        }
    }
    assert_eq!(lying, truth, "seed {seed}, step {at}");
}

#[tokio::test]
async fn nothing_open_lies_where_nobody_is_unless_it_is_counted() {
    let seeds = if std::env::var_os("NAJAT_TEST_LONG").is_some() {
        60
    } else {
        5
    };
    for seed in 0..seeds {
        let database = testkit::Engine::Sqlite.database().unwrap();
        life(database.url(), seed, 40).await;
    }
}

#[tokio::test]
async fn the_same_on_both_engines() {
    testkit::on_both_engines(async |url: String| life(&url, 1_000, 25).await).await;
}
