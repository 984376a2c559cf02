//! No statement walks through a table that grows: what SQLite plans for each, without data.

use std::collections::BTreeSet;

use testkit::Engine;

use crate::town::Town;

/// Tables that grow with the work. All others hold a country's bodies, people and settings.
const GROWING: &[&str] = &[
    "guard",
    "holding",
    "data_key",
    "event",
    "event_delivery",
    "ledger_leaf",
    "ledger_fact",
    "ledger_checkpoint",
    "report",
    "report_part",
    "report_message",
    "released",
    "clock",
    "clock_answer",
    "bed_request",
    "bed_ask",
    "bed_stay",
    "keep_apart",
    "unmet_right",
    "held",
    "session",
    "device",
    "guess",
];

/// Statements that read a whole table and why they may: each begins with these words.
const WHOLE: &[(&str, &str)] = &[
    (
        "SELECT seq, body, hash FROM ledger_leaf ORDER BY seq",
        "a check reads every entry",
    ),
    (
        "SELECT note FROM ledger_checkpoint ORDER BY size",
        "a check reads every signature",
    ),
];

/// The tables of a statement, by the names it gives them.
fn aliases(sql: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = sql
        .split(|c: char| c.is_whitespace() || c == '(' || c == ')' || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
        if GROWING.contains(word) && matches!(before, Some("FROM" | "JOIN" | "UPDATE" | "INTO")) {
            let name = words.get(at + 1).copied().unwrap_or(word);
            let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            found.push((
                if is_name { name } else { word }.to_owned(),
                (*word).to_owned(),
            ));
            found.push(((*word).to_owned(), (*word).to_owned()));
        }
    }
    found
}

#[tokio::test]
async fn no_statement_walks_through_a_table_that_grows() {
    let town = Town::new(Engine::Sqlite, 80, 0).await.unwrap();
    let statements: BTreeSet<&str> = najat::statements().into_iter().collect();
    let mut wrong = Vec::new();
    for sql in statements {
        let named = aliases(sql);
        if named.is_empty() || WHOLE.iter().any(|(begins, _)| sql.starts_with(begins)) {
            continue;
        }
        let explain: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
        let rows = town
            .store()
            .look(async |look| look.rows(explain, store::args![]).await)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
        for row in rows {
            let detail = row.text("detail").unwrap();
            let Some(rest) = detail.strip_prefix("SCAN ") else {
                continue;
            };
            let name = rest.split(' ').next().unwrap_or_default();
            let grows = named.iter().any(|(alias, _)| alias == name);
            // In the order of an index, and no further than a page: that is no walk.
            let bounded = rest.contains("USING") && sql.contains("LIMIT");
            if grows && !bounded {
                wrong.push(format!("{detail}\n    {sql}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    town.running.stop().await;
}
