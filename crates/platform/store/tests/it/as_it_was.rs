//! Keeping the rows of a table while somebody writes to it past the program, and putting them back.

use store::{StoreError, Value, args};

use crate::ground::House;

pub async fn write(house: &House, sql: &'static str, args: Vec<Value>) -> u64 {
    let written = house.store.upkeep(move |upkeep| {
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
            "holding" => concat!($before, "holding", $after),
            other => panic!("{other} is kept by nobody"),
        }
    };
}

/// Keeps the rows of a table, to put them back.
pub async fn keep(house: &House, table: &str) {
    write(house, "DROP TABLE IF EXISTS as_it_was", args![]).await;
    let sql = per_table!(table, "CREATE TABLE as_it_was AS SELECT * FROM ", "");
    write(house, sql, args![]).await;
}

pub async fn put_back(house: &House, table: &str) {
    write(house, per_table!(table, "DELETE FROM ", ""), args![]).await;
    write(
        house,
        per_table!(table, "INSERT INTO ", " SELECT * FROM as_it_was"),
        args![],
    )
    .await;
}

pub async fn rows(house: &House, table: &str) -> i64 {
    house
        .number(per_table!(table, "SELECT COUNT(*) AS n FROM ", ""))
        .await
}

/// How many rows there were.
pub async fn kept(house: &House) -> i64 {
    house.number("SELECT COUNT(*) AS n FROM as_it_was").await
}
