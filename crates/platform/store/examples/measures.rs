//! What the store costs, on this machine: `cargo run --release -p store --example measures`.
//!
//! Prints medians for a decision, a sealed read and a written unit, units per second by 64 writers,
//! the check of the ledger that came of it, and the peak memory, on each engine that is there.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "figures for a person, who sees what failed; time is what is measured"
)]

use std::time::{Duration, Instant};

use access::action::{AnswerReport, ReadReport, SendReport};
use access::{Actor, Member};
use futures::future::join_all;
use record::{Id, Kind, OrgKind, Role, Root, Sensitivity, Session};
use store::{Keyring, NewRecord, Settings, Store, StoreError, Unit, args, offline};
use testkit::Engine;
use vault::{Place, Plain, Sealed};

const TABLE: &str = "CREATE TABLE made_up (record TEXT PRIMARY KEY, said BYTEA NOT NULL)";
const SAY: &str = "INSERT INTO made_up (record, said) VALUES ($1, $2) \
    ON CONFLICT (record) DO UPDATE SET said = excluded.said";
const SAID: &str = "SELECT said FROM made_up WHERE record = $1";
/// About a page of text.
const LETTERS: usize = 2000;
const ROUNDS: usize = 1000;
const WRITERS: usize = 64;

#[tokio::main]
async fn main() {
    for engine in Engine::ALL {
        let Some(database) = engine.database() else {
            continue;
        };
        println!("{engine:?}");
        measure(database.url()).await;
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("peak memory{:>27}", peak.unwrap_or("unknown").trim());
}

async fn measure(url: &str) {
    let folder = tempfile::tempdir().unwrap();
    let checkpoints = folder.path().join("checkpoints.log");
    let settings = Settings {
        url: url.to_owned(),
        checkpoints: checkpoints.clone(),
        keys: Keyring::generate(),
        world: testkit::world(1).0,
    };
    let store = Store::open(settings).await.unwrap();
    let table = store.upkeep(|upkeep| async move { upkeep.execute(TABLE, args![]).await });
    let _none: Result<u64, StoreError> = table.await;
    let (record, actor) = begin(&store).await;
    let gate = store.gate();

    median("decision, with its facts", async || {
        gate.permit::<ReadReport>(&actor, record).await.map(drop)
    })
    .await;
    let permit = gate.permit::<ReadReport>(&actor, record).await.unwrap();
    median("sealed read, with its entry", async || {
        let read = store.read(permit.clone(), move |unit| async move { said(&unit).await });
        read.await.map(drop)
    })
    .await;
    let permit = gate.permit::<AnswerReport>(&actor, record).await.unwrap();
    median("sealed write, alone", async || {
        let write = store.unit(permit.clone(), move |unit| async move {
            say(&unit, record).await
        });
        write.await
    })
    .await;

    // Each writer on a record of its own, as reports come in.
    let began = Instant::now();
    let writers = (0..WRITERS).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            for _ in 0..ROUNDS / 10 {
                begin(&store).await;
            }
        })
    });
    for written in join_all(writers).await {
        written.unwrap();
    }
    let units = f64::from(u32::try_from(WRITERS * (ROUNDS / 10) * 2).unwrap());
    let rate = units / began.elapsed().as_secs_f64();
    println!("  {WRITERS} writers{rate:>21.0} units/s");

    store.sequence().await.unwrap();
    let key = store.journal().public_key();
    let began = Instant::now();
    let verdict = offline::verify(url, &key, Some(&checkpoints))
        .await
        .unwrap();
    assert!(verdict.holds());
    let rate = f64::from(u32::try_from(verdict.leaves).unwrap()) / began.elapsed().as_secs_f64();
    println!(
        "  verifier{rate:>22.0} leaves/s ({} leaves)",
        verdict.leaves
    );
    store.close().await;
}

async fn median(what: &str, mut once: impl AsyncFnMut() -> Result<(), StoreError>) {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let began = Instant::now();
        once().await.unwrap();
        times.push(began.elapsed());
    }
    times.sort();
    let at = |part: usize| micros(times[ROUNDS * part / 100]);
    println!(
        "  {what:<28}{:>9.0} µs (95 of 100 within {:.0} µs)",
        at(50),
        at(95)
    );
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// A body and a report at its desk, in two units; and who may read and answer there.
async fn begin(store: &Store) -> (Id, Actor) {
    let permit = store
        .gate()
        .permit_new::<SendReport>(&Actor::Public, &[])
        .unwrap();
    let (org, record) = (store.world().id(), store.world().id());
    let body = store.unit(permit.clone(), move |unit| async move {
        unit.create_org_key(org, Root::Care).await
    });
    body.await.unwrap();
    let report = store.unit(permit, move |unit| async move {
        unit.create(NewRecord {
            record,
            kind: Kind::Report,
            org: Some(org),
            jurisdiction: None,
            sensitivity: Sensitivity::Ordinary,
            state: "open",
            root: None,
            world: Root::Care,
            keys_for: vec![org],
        })
        .await?;
        say(&unit, record).await
    });
    report.await.unwrap();
    let account = store.world().id();
    let member = Member {
        account,
        pseudonym: account,
        org,
        org_kind: OrgKind::Aid,
        role: Role::Responder,
        session: Session::Fresh,
        memberships: vec![org],
        manages: Vec::new(),
    };
    (record, Actor::Person(member))
}

async fn say<A: access::Action>(unit: &Unit<A>, record: Id) -> Result<(), StoreError> {
    let row = record.to_string();
    let text = Plain::new("a".repeat(LETTERS));
    let sealed = unit.seal(record, &place(&row), &text).await?;
    unit.execute(SAY, args![record, sealed.into_stored()])
        .await
        .map(drop)
}

async fn said(unit: &Unit<ReadReport>) -> Result<Plain<String>, StoreError> {
    let row = unit.record().to_string();
    let sealed: Sealed<String> = unit.row(SAID, args![unit.record()]).await?.sealed("said")?;
    unit.open(unit.record(), &place(&row), &sealed).await
}

fn place(row: &str) -> Place<'_> {
    Place {
        table: "made_up",
        row,
        column: "said",
    }
}
