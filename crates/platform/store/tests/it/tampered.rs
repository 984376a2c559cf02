//! Somebody writes to the database past the program: in every table that the ledger's pages or a
//! count of them read, one row is changed, deleted and added, and it is said who notices.

use std::collections::BTreeSet;
use std::time::Duration;

use access::action::SendReport;
use ledger::{Fault, Unknown};
use record::{Id, Relation};
use store::{Check, StoreError, Value, args, offline};
use testkit::on_both_engines;

use crate::as_it_was::{keep, kept, put_back, rows, write};
use crate::ground::{Installation, site};

/// Who notices.
#[derive(Clone, Debug, PartialEq)]
enum Notices {
    /// Both verifiers, without a log as well.
    Check(Fault),
    /// Both verifiers, against the log alone.
    Log(Fault),
    /// The next start, which refuses.
    Start,
    /// The next start, which makes it good.
    Mended,
    /// Nobody; `docs/threat-model.md` says so.
    Nobody,
}

/// What somebody does to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Does {
    Change,
    Delete,
    Add,
}

use Does::{Add, Change, Delete};
use Notices::{Check as Checked, Log, Mended, Nobody, Start};

type Case = (
    &'static str,
    Does,
    &'static str,
    fn() -> Vec<Value>,
    Notices,
);

const NONE: fn() -> Vec<Value> = Vec::new;
const BYTES: fn() -> Vec<Value> = || args![vec![9_u8; 32]];
const FACT: Notices = Checked(Fault::FactChanged { index: 4 });
const HEAD: Notices = Checked(Fault::Head);

const CASES: &[Case] = &[
    (
        "ledger_leaf",
        Change,
        "UPDATE ledger_leaf SET body = $1 WHERE seq = 4",
        BYTES,
        Checked(Fault::Leaf { index: 4 }),
    ),
    (
        "ledger_leaf",
        Change,
        "UPDATE ledger_leaf SET hash = $1 WHERE seq = 4",
        BYTES,
        Checked(Fault::Leaf { index: 4 }),
    ),
    (
        "ledger_leaf",
        Change,
        "UPDATE ledger_leaf SET seq = 44 WHERE seq = 4",
        NONE,
        Checked(Fault::Sequence {
            expected: 4,
            found: 5,
        }),
    ),
    (
        "ledger_leaf",
        Delete,
        "DELETE FROM ledger_leaf WHERE seq = 4",
        NONE,
        Checked(Fault::FactAdded { index: 4 }),
    ),
    (
        "ledger_leaf",
        Add,
        "INSERT INTO ledger_leaf SELECT 10, body, hash FROM ledger_leaf WHERE seq = 1",
        NONE,
        Checked(Fault::Unsigned { from: 10, to: 11 }),
    ),
    (
        "ledger_fact",
        Change,
        "UPDATE ledger_fact SET at = at + 1 WHERE seq = 4",
        NONE,
        FACT,
    ),
    (
        "ledger_fact",
        Change,
        "UPDATE ledger_fact SET actor = 'somebody' WHERE seq = 4",
        NONE,
        FACT,
    ),
    (
        "ledger_fact",
        Change,
        "UPDATE ledger_fact SET action = 'ReadToday' WHERE seq = 4",
        NONE,
        FACT,
    ),
    (
        "ledger_fact",
        Change,
        "UPDATE ledger_fact SET outcome = 'other' WHERE seq = 4",
        NONE,
        FACT,
    ),
    (
        "ledger_fact",
        Change,
        "UPDATE ledger_fact SET object = $1 WHERE seq = 4",
        BYTES,
        FACT,
    ),
    (
        "ledger_fact",
        Change,
        "UPDATE ledger_fact SET seq = 44 WHERE seq = 4",
        NONE,
        Checked(Fault::FactMissing { index: 4 }),
    ),
    (
        "ledger_fact",
        Delete,
        "DELETE FROM ledger_fact WHERE seq = 4",
        NONE,
        Checked(Fault::FactMissing { index: 4 }),
    ),
    (
        "ledger_fact",
        Add,
        "INSERT INTO ledger_fact SELECT 10, at, actor, action, outcome, object \
        FROM ledger_fact WHERE seq = 1",
        NONE,
        Checked(Fault::FactAdded { index: 10 }),
    ),
    (
        "ledger_head",
        Change,
        "UPDATE ledger_head SET size = 9",
        NONE,
        HEAD,
    ),
    (
        "ledger_head",
        Change,
        "UPDATE ledger_head SET tree = $1",
        BYTES,
        HEAD,
    ),
    ("ledger_head", Delete, "DELETE FROM ledger_head", NONE, HEAD),
    (
        "ledger_head",
        Add,
        "INSERT INTO ledger_head SELECT 2, size, tree FROM ledger_head",
        NONE,
        HEAD,
    ),
    (
        "ledger_checkpoint",
        Change,
        "UPDATE ledger_checkpoint SET note = replace(note, '6', '7') WHERE size = 6",
        NONE,
        Checked(Fault::Checkpoint { position: 5 }),
    ),
    (
        "ledger_checkpoint",
        Change,
        "UPDATE ledger_checkpoint SET size = 5 WHERE size = 6",
        NONE,
        Checked(Fault::Checkpoint { position: 5 }),
    ),
    (
        "ledger_checkpoint",
        Delete,
        "DELETE FROM ledger_checkpoint WHERE size = 10",
        NONE,
        Checked(Fault::Unsigned { from: 8, to: 10 }),
    ),
    (
        "ledger_checkpoint",
        Delete,
        "DELETE FROM ledger_checkpoint WHERE size = 6",
        NONE,
        Log(Fault::CheckpointMissing { size: 6 }),
    ),
    (
        "ledger_checkpoint",
        Add,
        "INSERT INTO ledger_checkpoint SELECT 11, note FROM ledger_checkpoint WHERE size = 10",
        NONE,
        Checked(Fault::Checkpoint { position: 8 }),
    ),
    (
        "tombstone",
        Change,
        "UPDATE tombstone SET at = at + 1",
        NONE,
        Checked(Fault::Tombstone { position: 1 }),
    ),
    ("tombstone", Delete, "DELETE FROM tombstone", NONE, Mended),
    (
        "tombstone",
        Add,
        "INSERT INTO tombstone SELECT $1, at, signed FROM tombstone",
        || args![Id::from_bytes([9; 16])],
        Checked(Fault::Tombstone { position: 1 }),
    ),
    (
        "setting",
        Change,
        "UPDATE setting SET value = 'another' WHERE name = 'ledger_key'",
        NONE,
        Start,
    ),
    (
        "setting",
        Delete,
        "DELETE FROM setting WHERE name = 'ledger_key'",
        NONE,
        Mended,
    ),
    (
        "setting",
        Add,
        "INSERT INTO setting (name, value) VALUES ('another', 'word')",
        NONE,
        Nobody,
    ),
    // Which record stands for the ledger, and who may open it: the rules guard it, and nothing proves
    // who wrote them.
    (
        "guard",
        Change,
        "UPDATE guard SET org = $1, version = version + 1",
        || args![Id::from_bytes([9; 16])],
        Nobody,
    ),
    ("guard", Delete, "DELETE FROM guard", NONE, Nobody),
    (
        "guard",
        Add,
        "INSERT INTO guard (record, kind, sensitivity, state, root, world, version) \
        VALUES ($1, 'ledger', 'ordinary', 'kept', $1, 'care', 1)",
        || args![Id::from_bytes([9; 16])],
        Nobody,
    ),
    (
        "access_grant",
        Change,
        "UPDATE access_grant SET relation = 'team'",
        NONE,
        Nobody,
    ),
    (
        "access_grant",
        Delete,
        "DELETE FROM access_grant",
        NONE,
        Nobody,
    ),
    (
        "access_grant",
        Add,
        "INSERT INTO access_grant (record, holder, relation) VALUES ($1, $1, 'supervising')",
        || args![Id::from_bytes([9; 16])],
        Nobody,
    ),
];

/// What waits to become entries, which every commit takes up. Whoever may write to the database writes
/// an entry there that the program then signs.
const WAITING: &str = "ledger_pending";

/// Ten entries, the last six in three pairs with a signature each, and a record that was shredded.
async fn ten(site: &Installation) {
    let org = site.body().await;
    let record = site.record(org).await;
    site.grant(record, org, Relation::Supervising).await;
    let permit = site.reporter(record).await;
    let shredded = site
        .store
        .unit(permit, move |unit| async move { unit.shred(record).await });
    shredded.await.expect("shredded");
    for size in [6, 8, 10] {
        site.clock.advance(1);
        let pair = site.store.unit(site.anybody(), move |unit| async move {
            let gate = unit.store().gate();
            let second = gate.permit_new::<SendReport>(unit.actor(), &[])?;
            unit.join(second).await
        });
        let pair: Result<(), StoreError> = pair.await;
        pair.expect("two entries");
        assert_eq!(site.leaves().await, size);
    }
}

/// The verdicts of both verifiers: the one beside the program, and the one on a copy with the log and
/// without.
async fn verdicts(site: &Installation) -> [ledger::Verdict; 3] {
    site.store.check_ledger();
    let online = loop {
        match site.store.ledger_check() {
            Check::Done { verdict, .. } => break (*verdict).clone(),
            Check::Failed { .. } => panic!("the check failed"),
            _ => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    };
    let key = site.store.journal().public_key();
    let alone = offline::verify(&site.url, &key, None).await.unwrap();
    [online, site.verdict().await, alone]
}

/// Whether a verdict names the fault. How many signatures there are depends on the engine's batches.
fn names(verdict: &ledger::Verdict, fault: &Fault) -> bool {
    let by_code = matches!(fault, Fault::Checkpoint { .. });
    let mut faults = verdict.faults.iter();
    faults.any(|found| found == fault || (by_code && found.code() == fault.code()))
}

/// With the log, a signature that was taken out is named by the log that has it.
fn by_the_log(verdict: &ledger::Verdict) -> bool {
    let mut faults = verdict.faults.iter();
    faults.any(|found| matches!(found, Fault::CheckpointMissing { .. }))
}

#[tokio::test]
async fn each_row_of_the_ledgers_tables_changed_deleted_or_added_is_noticed_or_named() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        ten(&site).await;
        let whole = verdicts(&site).await;
        for verdict in &whole {
            assert!(verdict.holds(), "{:?}", verdict.faults);
            assert!(!verdict.unknown.contains(&Unknown::Facts));
        }
        for (table, does, sql, args, notices) in CASES {
            let about = format!("{does:?} {table}: {sql}");
            keep(&site, table).await;
            assert!(write(&site, sql, args()).await > 0, "{about} does nothing");
            let [online, against, alone] = verdicts(&site).await;
            let told = match notices {
                Checked(fault) | Log(fault) => Some(fault),
                Start | Mended | Nobody => None,
            };
            for verdict in [&online, &against] {
                assert_eq!(
                    verdict.holds(),
                    told.is_none(),
                    "{about}: {:?}",
                    verdict.faults
                );
                assert!(
                    told.is_none_or(|fault| names(verdict, fault) || by_the_log(verdict)),
                    "{about}: {:?}",
                    verdict.faults
                );
            }
            match notices {
                Checked(fault) => assert!(names(&alone, fault), "{about}: {:?}", alone.faults),
                _ => assert!(alone.holds(), "{about}: {:?}", alone.faults),
            }
            if *notices == Start {
                let opened = store::Store::open(site.settings(12)).await;
                assert!(matches!(opened, Err(StoreError::WrongKeys)), "{about}");
            }
            if *notices == Mended {
                site.again(12).await.close().await;
                assert_eq!(rows(&site, table).await, kept(&site).await, "{about}");
            }
            put_back(&site, table).await;
        }
        for verdict in verdicts(&site).await {
            assert!(verdict.holds(), "{:?}", verdict.faults);
        }
        if site.is_sqlite() {
            // To SQLite the bytes of a word are not that word: no search would find it.
            for sql in [
                "UPDATE ledger_fact SET actor = CAST(actor AS BLOB) WHERE seq = 4",
                "UPDATE ledger_fact SET outcome = CAST(outcome AS BLOB) WHERE seq = 4",
                "UPDATE ledger_fact SET object = 'a text' WHERE seq = 4",
                "UPDATE ledger_fact SET at = CAST(at AS BLOB) WHERE seq = 4",
            ] {
                keep(&site, "ledger_fact").await;
                write(&site, sql, args![]).await;
                for verdict in verdicts(&site).await {
                    assert_eq!(verdict.faults, [Fault::FactChanged { index: 4 }], "{sql}");
                }
                put_back(&site, "ledger_fact").await;
            }
        }
        waiting_entries_are_signed_whoever_wrote_them(&site).await;
    })
    .await;
}

/// What nobody notices, and the threat model therefore names.
async fn waiting_entries_are_signed_whoever_wrote_them(site: &Installation) {
    let before = site.leaves().await;
    let forged = ledger::Entry {
        at: site.store.world().now(),
        actor: "somebody".into(),
        action: "ReadReport".into(),
        purpose: "intake".into(),
        object: [7; 32],
        outcome: "looked".into(),
        reason: None,
        shown: 0,
    };
    let (id, at) = (site.id(), site.store.world().now());
    let added = "INSERT INTO ledger_pending (id, at, body) VALUES ($1, $2, $3)";
    assert_eq!(write(site, added, args![id, at, forged.encode()]).await, 1);
    assert_eq!(site.leaves().await, before + 1);
    for verdict in verdicts(site).await {
        assert!(verdict.holds(), "{:?}", verdict.faults);
    }
}

#[test]
fn every_table_of_the_ledger_is_tried_in_every_way_and_what_nobody_notices_is_named() {
    let tables = store::statements()
        .into_iter()
        .flat_map(|sql| sql.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_'))
        .filter(|word| word.starts_with("ledger_") && *word != "ledger_key");
    let tables: BTreeSet<&str> = tables.collect();
    assert!(
        tables.contains("ledger_fact") && tables.len() >= 5,
        "{tables:?}"
    );
    let tried: BTreeSet<(&str, Does)> = CASES.iter().map(|case| (case.0, case.1)).collect();
    for table in tables.iter().filter(|table| **table != WAITING) {
        for does in [Change, Delete, Add] {
            assert!(
                tried.contains(&(*table, does)),
                "{does:?} {table} is not tried"
            );
        }
    }
    let unseen = CASES.iter().filter(|case| case.4 == Nobody);
    let unseen: BTreeSet<&str> = unseen.map(|case| case.0).chain([WAITING]).collect();
    let said = include_str!("../../../../../docs/threat-model.md");
    for table in unseen {
        assert!(said.contains(&format!("`{table}`")), "{table} is not named");
    }
}
