use ledger::{Entry, Fact, Heads, Signer, Tree, Verdict, leaf_hash};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _, SqliteConnection};

use super::*;

/// Two full rows and the beginning of a third.
const LEAVES: u32 = 600;
/// As the migrations make them, but for what they are found by in other ways.
const TABLES: &str = "\
    CREATE TABLE ledger_leaf (seq BIGINT PRIMARY KEY, body BYTEA NOT NULL, hash BYTEA NOT NULL); \
    CREATE TABLE ledger_fact (seq BIGINT PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, \
        action TEXT NOT NULL, outcome TEXT NOT NULL, object BYTEA NOT NULL)";

fn signer() -> Signer {
    Signer::from_seed(&[7; 32], "najat.example/ledger").unwrap()
}

async fn run(conn: &mut SqliteConnection, sql: &str) {
    let done = conn.execute(AssertSqlSafe(sql.to_owned())).await;
    assert!(
        done.unwrap().rows_affected() > 0 || sql.starts_with("CREATE"),
        "{sql} does nothing"
    );
}

/// A ledger, and its one checkpoint.
async fn ledger(leaves: u32, tables: &str) -> (SqliteConnection, String) {
    let options = SqliteConnectOptions::new().in_memory(true);
    let mut conn = options.connect().await.unwrap();
    run(&mut conn, tables).await;
    let mut tree = Tree::default();
    for leaf in 0..leaves {
        let body = Entry {
            at: Moment::from_micros(i64::from(leaf) - 300),
            actor: "somebody|else".into(),
            action: "ReadReport".into(),
            purpose: "intake".into(),
            object: [7; 32],
            outcome: "looked".into(),
            reason: None,
            shown: leaf,
        }
        .encode();
        let (hash, fact) = (leaf_hash(&body), Fact::of(&body));
        tree.append(hash);
        let mut on = On::Sqlite(&mut conn);
        let args = args![i64::from(leaf), body, hash.to_vec()];
        let insert = "INSERT INTO ledger_leaf (seq, body, hash) VALUES ($1, $2, $3)";
        on.execute(insert, args).await.unwrap();
        let args = args![
            i64::from(leaf),
            fact.at,
            fact.actor,
            fact.action,
            fact.outcome,
            fact.object
        ];
        let insert = "INSERT INTO ledger_fact (seq, at, actor, action, outcome, object) \
            VALUES ($1, $2, $3, $4, $5, $6)";
        on.execute(insert, args).await.unwrap();
    }
    (conn, signer().checkpoint(&tree))
}

/// What the quick reading says; nothing, where it says that something is odd.
async fn read(conn: &mut SqliteConnection, note: &str) -> Option<Verdict> {
    let signer = signer();
    let mut heads = Heads::new(signer.public_key());
    heads.stored(note);
    let mut verifier = Verifier::new(heads);
    let plain = leaves(&mut On::Sqlite(conn), &mut verifier, &|_| {}).await;
    plain.unwrap_or(false).then(|| verifier.verdict())
}

#[tokio::test]
async fn what_the_program_wrote_is_plain() {
    for many in [0, 1, 255, 256, 257, 512, LEAVES] {
        let (mut conn, note) = ledger(many, TABLES).await;
        let verdict = read(&mut conn, &note).await.expect("it is plain");
        assert!(verdict.holds(), "{many}: {:?}", verdict.faults);
        assert_eq!(verdict.leaves, u64::from(many));
        assert!(!verdict.unknown.contains(&ledger::Unknown::Facts));
    }
}

#[tokio::test]
async fn nothing_that_was_touched_is_plain_and_holds() {
    let (mut conn, note) = ledger(LEAVES, TABLES).await;
    let mut tried = Vec::new();
    for at in ["0", "255", "256", "599"] {
        for edit in [
            "DELETE FROM ledger_leaf",
            "DELETE FROM ledger_fact",
            "UPDATE ledger_leaf SET body = x'00'",
            "UPDATE ledger_leaf SET body = CAST(body AS TEXT)",
            "UPDATE ledger_leaf SET body = ''",
            "UPDATE ledger_leaf SET body = 7",
            "UPDATE ledger_leaf SET hash = zeroblob(32)",
            "UPDATE ledger_leaf SET hash = CAST(hash AS TEXT)",
            "UPDATE ledger_leaf SET hash = CAST(substr(hash, 1, 31) AS BLOB)",
            // The same bytes in the same order, and another end of one part.
            "UPDATE ledger_leaf SET hash = CAST(substr(hash, 2) AS BLOB), \
                body = CAST(body || substr(hash, 1, 1) AS BLOB)",
            "UPDATE ledger_fact SET actor = actor || 'R', action = substr(action, 2)",
            "UPDATE ledger_fact SET actor = 'somebody', action = 'else|' || action",
            "UPDATE ledger_fact SET action = action || outcome, outcome = ''",
            "UPDATE ledger_fact SET at = at + 1",
            "UPDATE ledger_fact SET at = at + 0.5",
            "UPDATE ledger_fact SET at = CAST(at AS BLOB)",
            "UPDATE ledger_fact SET at = at || ' '  || 'x'",
            "UPDATE ledger_fact SET actor = CAST(actor AS BLOB)",
            "UPDATE ledger_fact SET action = CAST(action AS BLOB)",
            "UPDATE ledger_fact SET outcome = CAST(outcome AS BLOB)",
            "UPDATE ledger_fact SET outcome = outcome || char(0)",
            "UPDATE ledger_fact SET object = CAST(object AS TEXT)",
            "UPDATE ledger_fact SET object = zeroblob(32)",
            "UPDATE ledger_fact SET object = x''",
        ] {
            tried.push(format!("{edit} WHERE seq = {at}"));
        }
        for place in [
            "NULL", "-1", "600", "900", "3.5", "255.5", "'word'", "x'00'", "1e300",
        ] {
            for (table, rest) in [
                ("ledger_leaf", "body, hash"),
                ("ledger_fact", "at, actor, action, outcome, object"),
            ] {
                tried.push(format!(
                    "INSERT INTO {table} SELECT {place}, {rest} FROM {table} WHERE seq = {at}"
                ));
                tried.push(format!("UPDATE {table} SET seq = {place} WHERE seq = {at}"));
            }
        }
    }
    for edit in tried {
        run(
            &mut conn,
            "SAVEPOINT touched; UPDATE ledger_leaf SET seq = seq",
        )
        .await;
        run(&mut conn, &edit).await;
        let verdict = read(&mut conn, &note).await;
        assert!(verdict.is_none_or(|verdict| !verdict.holds()), "{edit}");
        let undo = "ROLLBACK TO touched; RELEASE touched";
        conn.execute(undo).await.unwrap();
    }
    assert!(read(&mut conn, &note).await.unwrap().holds());
}

#[tokio::test]
async fn tables_that_were_made_anew_without_their_keys_are_not_plain() {
    let tables = TABLES.replace(" PRIMARY KEY", "");
    let (mut conn, note) = ledger(LEAVES, &tables).await;
    assert!(read(&mut conn, &note).await.is_none());
}
