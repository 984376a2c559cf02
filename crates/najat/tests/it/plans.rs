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
        "SELECT l.seq, l.body, l.hash, f.seq AS found,",
        "a check reads every entry with what was made of it",
    ),
    (
        "SELECT size, note FROM ledger_checkpoint ORDER BY size",
        "a check reads every signature with the size beside it",
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
    let town = Town::of(Engine::Sqlite, 80, 0, &[]).await.unwrap();
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
        let steps: Vec<(i64, i64, String)> = rows
            .iter()
            .map(|row| {
                let step = |name| row.int(name).unwrap();
                (step("id"), step("parent"), row.text("detail").unwrap())
            })
            .collect();
        for (_, parent, detail) in &steps {
            // What is asked once for each row of something else must not go through all that are
            // in some state.
            let by_state = detail.starts_with("SEARCH") && detail.contains("(state=?");
            if by_state && is_asked_for_each(&steps, *parent) {
                wrong.push(format!("{detail}\n    {sql}"));
            }
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

/// Whether a step of a plan stands in a subquery that is run for each row.
fn is_asked_for_each(steps: &[(i64, i64, String)], step: i64) -> bool {
    let found = steps.iter().find(|(id, _, _)| *id == step);
    found.is_some_and(|(_, parent, detail)| {
        detail.starts_with("CORRELATED") || is_asked_for_each(steps, *parent)
    })
}

/// How a page of a list may look something up: one record, or a way in, in the order of the list.
const BY: &[&str] = &[
    "(record=?",
    "(request=?",
    "(subject=? AND code=?",
    "(kind=? AND org=? AND state=? AND (listed,record)",
    "(holder=? AND kind=? AND state=? AND (listed,record)",
];

#[tokio::test]
async fn a_page_of_a_list_is_read_by_its_own_order_and_one_record_at_a_time() {
    let town = Town::of(Engine::Sqlite, 80, 0, &[]).await.unwrap();
    let paged = |sql: &&str| sql.contains("i.listed");
    let statements: Vec<&str> = najat::statements().into_iter().filter(paged).collect();
    assert!(statements.len() >= 7, "lists that grow are walked");
    for sql in statements {
        let explain: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
        let plan = town
            .store()
            .look(async |look| look.rows(explain, store::args![]).await);
        let plan: Result<Vec<store::Row>, store::StoreError> = plan.await;
        for row in plan.unwrap() {
            let step = row.text("detail").unwrap();
            let looks_up = step.starts_with("SEARCH ");
            assert!(
                !looks_up || BY.iter().any(|by| step.contains(by)),
                "{step}\n{sql}"
            );
        }
    }
    town.running.stop().await;
}

/// What stands beside a record so that lists are walked by it, and what it is a copy of.
const COPIES: &[&str] = &[
    "SELECT COUNT(*) AS wrong FROM holding h JOIN guard g ON g.record = h.record \
     WHERE h.kind <> g.kind OR h.state <> g.state OR h.listed <> g.listed",
    "SELECT COUNT(*) AS wrong FROM report r JOIN guard g ON g.record = r.record \
     WHERE r.sent <> g.listed OR g.state NOT IN ('open', 'closed')",
    "SELECT COUNT(*) AS wrong FROM bed_request r JOIN guard g ON g.record = r.record \
     WHERE r.asked <> g.listed OR r.state <> g.state",
    "SELECT COUNT(*) AS wrong FROM unmet_right r JOIN guard g ON g.record = r.record \
     WHERE r.opened <> g.listed",
    "SELECT COUNT(*) AS wrong FROM clock r JOIN guard g ON g.record = r.record \
     WHERE r.due <> g.listed OR r.state <> g.state",
];

/// Puts the copies back to what a database holds in which they are new.
const NEW: &[&str] = &[
    "UPDATE guard SET listed = 0",
    "UPDATE holding SET kind = '', state = '', listed = 0",
];

#[tokio::test]
async fn what_a_list_is_walked_by_is_what_the_records_say() {
    let migration = include_str!("../../../../migrations/0010_lists.sql");
    let filled: Vec<&str> = migration
        .split(';')
        .map(str::trim)
        .filter(|statement| statement.starts_with("UPDATE"))
        .collect();
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        copies_are_true(&town, "as they were written").await;
        let again: Vec<&'static str> = [NEW, &filled].concat();
        let upgraded: Result<(), store::StoreError> = town
            .store()
            .upkeep(move |upkeep| {
                let again = again.clone();
                async move {
                    for statement in again {
                        upkeep.execute(statement, store::args![]).await?;
                    }
                    Ok(())
                }
            })
            .await;
        upgraded.unwrap();
        copies_are_true(&town, "as the upgrade fills them").await;
        town.running.stop().await;
    }
}

async fn copies_are_true(town: &Town, when: &str) {
    for sql in COPIES {
        let wrong = town
            .store()
            .look(async |look| -> Result<i64, store::StoreError> {
                look.rows(sql, store::args![]).await?[0].int("wrong")
            })
            .await
            .unwrap();
        assert_eq!(wrong, 0, "{when}: {sql}");
    }
}
