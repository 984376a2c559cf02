//! What the check of a ledger costs, on this machine: `cargo run --release -p store --example verifies`.
//!
//! Makes a ledger in SQLite as a town of 30,000 reports leaves it (150,000 entries, a checkpoint for
//! each sixteen, 2,500 records shredded) and checks it five times. `-- FOLDER` keeps it there, or
//! checks the one that is there.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "figures for a person, who sees what failed; time is what is measured"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use ledger::{Entry, Fact, Signer, Tombstone, Tree, leaf_hash, log_line};
use record::{Id, Moment};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use store::{Keyring, Settings, Store, offline};

const LEAVES: u32 = 150_000;
const PER_CHECKPOINT: u64 = 16;
const TOMBSTONES: u32 = 2_500;
const ROUNDS: usize = 5;
const EMPTIED: [&str; 5] = [
    "DELETE FROM ledger_leaf",
    "DELETE FROM ledger_fact",
    "DELETE FROM ledger_head",
    "DELETE FROM ledger_checkpoint",
    "DELETE FROM tombstone",
];

#[tokio::main]
async fn main() {
    let made = tempfile::tempdir().unwrap();
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.as_deref().unwrap_or(made.path());
    let (database, log) = (folder.join("najat.db"), folder.join("checkpoints.log"));
    let signer = Signer::from_seed(&[7; 32], "najat.example/ledger").unwrap();
    if !database.exists() {
        fs::create_dir_all(folder).unwrap();
        make(&database, &log, &signer).await;
    }
    let (mut took, mut cpu) = (Vec::new(), Vec::new());
    let mut leaves = 0;
    for _ in 0..ROUNDS {
        let (began, spent) = (Instant::now(), spent());
        let path = database.to_str().unwrap();
        let verdict = offline::verify(path, signer.public_key(), Some(&log));
        let verdict = verdict.await.unwrap();
        took.push(began.elapsed().as_secs_f64());
        cpu.push(self::spent() - spent);
        assert!(verdict.holds(), "{:?}", verdict.faults);
        leaves = u32::try_from(verdict.leaves).unwrap();
    }
    for figures in [&mut took, &mut cpu] {
        figures.sort_by(f64::total_cmp);
    }
    println!(
        "{leaves} leaves in {:.3} s, {:.2} s of CPU: {:.0} leaves/s",
        took[ROUNDS / 2],
        cpu[ROUNDS / 2],
        f64::from(leaves) / took[ROUNDS / 2]
    );
}

/// The CPU this process has used, all threads together.
fn spent() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after = stat.rsplit_once(") ").unwrap().1.split(' ');
    let ticks: u32 = after
        .skip(11)
        .take(2)
        .map(|n| n.parse::<u32>().unwrap())
        .sum();
    f64::from(ticks) / 100.0
}

async fn make(database: &Path, log: &Path, signer: &Signer) {
    // The program makes the tables; what stands in them is written past it.
    let url = format!("sqlite://{}", database.display());
    let settings = Settings {
        url,
        checkpoints: log.to_owned(),
        keys: Keyring::generate(),
        world: testkit::world(1).0,
    };
    Store::open(settings).await.unwrap().close().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(database);
    let mut conn = options.connect().await.unwrap();
    run(&mut conn, "BEGIN").await;
    for sql in EMPTIED {
        run(&mut conn, sql).await;
    }
    let (mut tree, mut lines) = (Tree::default(), Vec::new());
    for leaf in 0..LEAVES {
        let body = entry(leaf).encode();
        let (seq, hash, fact) = (i64::from(leaf), leaf_hash(&body), Fact::of(&body));
        tree.append(hash);
        let insert = sqlx::query("INSERT INTO ledger_leaf (seq, body, hash) VALUES ($1, $2, $3)");
        let insert = insert.bind(seq).bind(body).bind(hash.to_vec());
        insert.execute(&mut conn).await.unwrap();
        let insert = sqlx::query(
            "INSERT INTO ledger_fact (seq, at, actor, action, outcome, object) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        );
        let insert = insert.bind(seq).bind(fact.at.micros()).bind(fact.actor);
        let insert = insert
            .bind(fact.action)
            .bind(fact.outcome)
            .bind(fact.object);
        insert.execute(&mut conn).await.unwrap();
        if tree.size().is_multiple_of(PER_CHECKPOINT) || leaf + 1 == LEAVES {
            let note = signer.checkpoint(&tree);
            lines.push(log_line(&note, false));
            let insert = "INSERT INTO ledger_checkpoint (size, note) VALUES ($1, $2)";
            let insert = sqlx::query(insert).bind(i64::from(leaf) + 1).bind(note);
            insert.execute(&mut conn).await.unwrap();
        }
        if leaf.is_multiple_of(LEAVES / TOMBSTONES) {
            let record = Id::from_bytes(leaf_hash(&leaf.to_be_bytes())[..16].try_into().unwrap());
            let at = Moment::from_micros(i64::from(leaf));
            let note = signer.tombstone(&Tombstone { record, at });
            lines.push(log_line(&note, false));
            let insert = "INSERT INTO tombstone (record, at, signed) VALUES ($1, $2, $3)";
            let insert = sqlx::query(insert)
                .bind(record.to_string())
                .bind(at.micros());
            insert.bind(note).execute(&mut conn).await.unwrap();
        }
    }
    let insert = "INSERT INTO ledger_head (one, size, tree) VALUES (1, $1, $2)";
    let insert = sqlx::query(insert).bind(i64::from(LEAVES));
    insert
        .bind(tree.to_bytes())
        .execute(&mut conn)
        .await
        .unwrap();
    run(&mut conn, "COMMIT").await;
    conn.close().await.unwrap();
    fs::write(log, lines.join("\n") + "\n").unwrap();
}

async fn run(conn: &mut SqliteConnection, sql: &'static str) {
    sqlx::query(sql).execute(conn).await.unwrap();
}

/// What a person does to a record: looks mostly, and at a list now and then.
fn entry(leaf: u32) -> Entry {
    let of = |what: u32| leaf_hash(&[what.to_be_bytes(), [7; 4]].concat());
    let [actor, record] = [leaf % 211, leaf % 30_000].map(of);
    let actions = [
        "ReadReport",
        "AnswerReport",
        "ListReports",
        "ReadRequest",
        "HoldPlace",
    ];
    Entry {
        at: Moment::from_micros(1_760_000_000_000_000 + i64::from(leaf) * 1_000_003),
        actor: Id::from_bytes(actor[..16].try_into().unwrap()).to_string(),
        action: actions[usize::try_from(leaf).unwrap() % actions.len()].to_owned(),
        purpose: "intake".to_owned(),
        object: record,
        outcome: if leaf.is_multiple_of(3) {
            "done"
        } else {
            "looked"
        }
        .to_owned(),
        reason: None,
        shown: leaf % 2,
    }
}
