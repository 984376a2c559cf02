//! Keeping the rows of a table while somebody writes to it past the program, and putting them back.

use store::{StoreError, Value, args};

use crate::ground::Installation;

pub async fn write(site: &Installation, sql: &'static str, args: Vec<Value>) -> u64 {
    let written = site.store.upkeep(move |upkeep| {
        let args = args.clone();
        async move { upkeep.execute(sql, args).await }
    });
    let written: Result<u64, StoreError> = written.await;
    written.expect(sql)
}

macro_rules! per_table {
    ($table:expr, $before:literal, $after:literal) => {
        match $table {
            "ledger_leaf" => concat!($before, "ledger_leaf", $after),
            "ledger_fact" => concat!($before, "ledger_fact", $after),
            "ledger_head" => concat!($before, "ledger_head", $after),
            "ledger_checkpoint" => concat!($before, "ledger_checkpoint", $after),
            "tombstone" => concat!($before, "tombstone", $after),
            "setting" => concat!($before, "setting", $after),
            "guard" => concat!($before, "guard", $after),
            "access_grant" => concat!($before, "access_grant", $after),
            other => panic!("{other} is kept by nobody"),
        }
    };
}

/// Keeps the rows of a table, to put them back.
pub async fn keep(site: &Installation, table: &str) {
    write(site, "DROP TABLE IF EXISTS as_it_was", args![]).await;
    let sql = per_table!(table, "CREATE TABLE as_it_was AS SELECT * FROM ", "");
    write(site, sql, args![]).await;
}

pub async fn put_back(site: &Installation, table: &str) {
    write(site, per_table!(table, "DELETE FROM ", ""), args![]).await;
    write(
        site,
        per_table!(table, "INSERT INTO ", " SELECT * FROM as_it_was"),
        args![],
    )
    .await;
}

pub async fn rows(site: &Installation, table: &str) -> i64 {
    site.number(per_table!(table, "SELECT COUNT(*) AS n FROM ", ""))
        .await
}

/// How many rows there were.
pub async fn kept(site: &Installation) -> i64 {
    site.number("SELECT COUNT(*) AS n FROM as_it_was").await
}
