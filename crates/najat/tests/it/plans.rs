//! No statement walks through a table that grows: what SQLite plans for each, without data.

use std::collections::BTreeSet;

use testkit::Engine;

use crate::town::Town;

/// Tables that grow with the work. All others hold a country's bodies, people and settings.
const GROWING: &[&str] = &[
    "guard",
    "access_grant",
    "data_key",
    "event",
    "event_delivery",
    "ledger_leaf",
    "ledger_fact",
    "ledger_checkpoint",
    "report",
    "report_part",
    "report_message",
    "report_note",
    "promise",
    "screening",
    "screening_saved",
    "screening_decision",
    "report_head",
    "person",
    "person_part",
    "person_key",
    "consent_entry",
    "case_file",
    "case_entry",
    "interpreter_word",
    "shift",
    "released",
    "clock",
    "clock_answer",
    "bed_request",
    "shelter_inquiry",
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
        "SELECT COUNT(*) AS people FROM person",
        "a job tells of how many it is",
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

/// How a statement may find rows of a table that grows: what belongs to one thing, or a page in its own
/// order. Each is the beginning of what stands in brackets in a plan.
const NARROW: &[&str] = &[
    "record=?",
    "key=?",
    "interpreter=?",
    "id=?",
    "seq=?",
    "root=?",
    "request=?",
    "subject=?",
    "account=?",
    "event=?",
    "inquiry=?",
    "screening=?",
    "follows=?",
    "pair=?",
    "token=?",
    "selector=?",
    "code=?",
    "kind=? AND key=?",
    "shelter=? AND state=?",
    "what=? AND subject=?",
    "kind=? AND org=? AND state=? AND (listed,record)",
    "kind=? AND org=? AND waits=? AND state=?",
    "holder=? AND kind=? AND relation=? AND state=? AND (listed,record)",
    "holder=? AND kind=? AND relation=? AND waits=? AND state=?",
];

/// Every other way in, as a plan says it, and why it may grow: a rule that runs beside pages, a list
/// that is short by itself, or a page in the order of its index.
const WIDE: &[(&str, &str)] = &[
    (
        "shelter_inquiry_by_hold (state=? AND hold_until<?)",
        "holds that ran out end at once",
    ),
    (
        "shelter_inquiry_to_review (review_due>?)",
        "few declines wait for a review",
    ),
    (
        "bed_request_by_need (state=?)",
        "the board counts all without a place, from this index alone",
    ),
    (
        "bed_request_by_state (state=?)",
        "the sweep asks for all without a place",
    ),
    (
        "clock_by_next (state=? AND next_at>? AND next_at<?)",
        "a page of clocks that are late, for the rule",
    ),
    ("device_by_time (last_seen<?)", "old ones are forgotten"),
    (
        "event_by_time (name=?)",
        "a new rule hears of what happened before, once",
    ),
    (
        "event_open_by_name (name=? AND (at,event)>(?,?))",
        "a page of events for one rule",
    ),
    (
        "event_open_by_name (name=?)",
        "events of which no rule hears any more",
    ),
    (
        "fact_by_time (what=? AND at>? AND at<?)",
        "a measure counts its facts",
    ),
    (
        "guard_by_list (kind=? AND org=?)",
        "the shelters of one body, or its interpreters",
    ),
    (
        "guard_vacant (kind=? AND state=?)",
        "few reports are nobody's",
    ),
    ("guess_by_time (at<?)", "old ones are forgotten"),
    (
        "access_grant_by_list (holder=? AND kind=?)",
        "the shelters that somebody holds",
    ),
    (
        "ledger_fact_by_action (action=? AND at>? AND (at,seq)<(?,?))",
        "a page in its order",
    ),
    (
        "ledger_fact_by_actor (actor=? AND at>? AND (at,seq)<(?,?))",
        "a page in its order",
    ),
    (
        "ledger_fact_by_object (object=? AND at>? AND (at,seq)<(?,?))",
        "a page in its order",
    ),
    (
        "ledger_fact_by_outcome (outcome=? AND at>? AND (at,seq)<(?,?))",
        "a page in its order",
    ),
    (
        "ledger_fact_by_time (at>? AND (at,seq)<(?,?))",
        "a page in its order",
    ),
    (
        "promise_by_desk (org=? AND due<?)",
        "a page of what a desk promised, the soonest first",
    ),
    ("shift_by_desk (org=?)", "the three latest of one desk"),
    (
        "report_by_held ((sent,record)<(?,?))",
        "few reports are of somebody held",
    ),
    ("report_unread (sent>?)", "counted no further than a number"),
    (
        "sqlite_autoindex_person_1 (record>?)",
        "a page of people, for a job",
    ),
    ("session_by_time (began<?)", "old ones are forgotten"),
    (
        "sqlite_autoindex_ledger_checkpoint_1 (size>?)",
        "those that the log has not",
    ),
    (
        "sqlite_autoindex_ledger_leaf_1 (seq<?)",
        "facts of leaves that an earlier program wrote",
    ),
];

/// Statements that go through all of a kind, or all that somebody holds, and why they may.
const WHOLE_KINDS: &[(&str, &str)] = &[
    (
        "SELECT COUNT(*) AS held FROM access_grant h",
        "what somebody leaves behind is told before they end",
    ),
    (
        "SELECT h.record, h.relation FROM access_grant h",
        "and handed over when they do",
    ),
    (
        "INSERT INTO guard (record, kind,",
        "the ledger has one record",
    ),
    ("SELECT record FROM guard WHERE kind = 'ledger'", "the same"),
    ("SELECT s.record, s.code, s.governorate", "shelters are few"),
    ("SELECT i.record, i.code, g.org", "interpreters are few"),
    (
        "SELECT DISTINCT g.record FROM guard g JOIN access_grant",
        "a rule looks for reports without a reader",
    ),
    (
        "SELECT g.record FROM guard g WHERE g.kind = 'held'",
        "a rule looks for lawyers who were not told",
    ),
    (
        "SELECT g.record, g.root, g.listed, COALESCE",
        "a rule looks for what lies where nobody is",
    ),
];

/// The ways of a statement into tables that grow which are neither narrow nor named.
async fn wide_ways(town: &Town, sql: &str) -> Vec<String> {
    let named = aliases(sql);
    let mut wide = Vec::new();
    for (_, _, detail) in plan(town, sql).await {
        let Some(rest) = detail.strip_prefix("SEARCH ") else {
            continue;
        };
        let name = rest.split(' ').next().unwrap_or_default();
        if !named.iter().any(|(alias, _)| alias == name) {
            continue;
        }
        let way = rest.split_once("INDEX ").map_or(rest, |(_, way)| way);
        let way = way.split_once(" LEFT-JOIN").map_or(way, |(way, _)| way);
        let by = way.split_once(" (").map_or("", |(_, by)| by);
        let is_narrow = NARROW.iter().any(|narrow| by.starts_with(narrow));
        let is_known = WIDE.iter().any(|(known, _)| *known == way);
        let is_whole = matches!(
            way,
            "access_grant_by_list (holder=?)" | "guard_by_list (kind=?)"
        ) && WHOLE_KINDS
            .iter()
            .any(|(begins, _)| sql.starts_with(begins));
        if !(is_narrow || is_known || is_whole) {
            wide.push(way.to_owned());
        }
    }
    wide
}

/// What SQLite plans for a statement: each step with its number and the one above it.
async fn plan(town: &Town, sql: &str) -> Vec<(i64, i64, String)> {
    let explain: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
    let rows = town
        .store()
        .read_clear(async |look| look.rows(explain, store::args![]).await)
        .await;
    let rows: Vec<store::Row> =
        rows.unwrap_or_else(|error: store::StoreError| panic!("{sql}: {error}"));
    rows.iter()
        .map(|row| {
            let step = |name| row.int(name).unwrap();
            (step("id"), step("parent"), row.text("detail").unwrap())
        })
        .collect()
}

#[tokio::test]
async fn every_way_into_a_table_that_grows_is_narrow_or_says_why_not() {
    let town = Town::of(Engine::Sqlite, 80, 0, &[]).await.unwrap();
    let statements: BTreeSet<&str> = najat::statements().into_iter().collect();
    let mut wrong = Vec::new();
    for sql in statements {
        for way in wide_ways(&town, sql).await {
            wrong.push(format!("{way}\n    {sql}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The two walks that were there once: all that a body holds, whatever it is; and each clock of a
    // country, asked whether a desk reaches it.
    let planted = [
        "SELECT g.record FROM guard g WHERE g.record IN (SELECT h.record FROM access_grant h \
         JOIN guard k ON k.record = h.record WHERE h.holder IN ($3, $4) AND k.kind = $1)",
        "SELECT h.record FROM access_grant h WHERE h.holder IN ($3, $4)",
        "SELECT c.record FROM clock c JOIN guard g ON g.record = c.record \
         WHERE c.state = 'missed' AND g.org = $1 ORDER BY c.due, c.record LIMIT 21",
    ];
    for sql in planted {
        assert!(!wide_ways(&town, sql).await.is_empty(), "{sql}");
    }
    town.running.stop().await;
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
        let steps = plan(&town, sql).await;
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
    // What grew from one report is a short list.
    "guard_by_root (root=?",
    "clock_by_root (root=?",
    "(kind=? AND org=? AND state=? AND (listed,record)",
    "(holder=? AND kind=? AND relation=? AND state=? AND (listed,record)",
    "(kind=? AND org=? AND waits=? AND state=? AND (listed,record)",
    "(holder=? AND kind=? AND relation=? AND waits=? AND state=? AND (listed,record)",
];

#[tokio::test]
async fn a_page_of_a_list_is_read_by_its_own_order_and_one_record_at_a_time() {
    let town = Town::of(Engine::Sqlite, 80, 0, &[]).await.unwrap();
    let paged = |sql: &&str| sql.contains("i.listed");
    let statements: Vec<&str> = najat::statements().into_iter().filter(paged).collect();
    assert!(statements.len() >= 7, "lists that grow are walked");
    for sql in statements {
        for (_, _, step) in plan(&town, sql).await {
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
    "SELECT COUNT(*) AS wrong FROM access_grant h JOIN guard g ON g.record = h.record \
     WHERE h.kind <> g.kind OR h.state <> g.state OR h.listed <> g.listed \
     OR h.waits IS DISTINCT FROM g.waits",
    "SELECT COUNT(*) AS wrong FROM report r JOIN guard g ON g.record = r.record \
     WHERE r.sent <> g.listed OR g.state NOT IN ('open', 'closed')",
    "SELECT COUNT(*) AS wrong FROM bed_request r JOIN guard g ON g.record = r.record \
     WHERE r.asked <> g.listed OR r.state <> g.state",
    "SELECT COUNT(*) AS wrong FROM detention r JOIN guard g ON g.record = r.record \
     WHERE r.due <> g.listed OR g.state <> 'open'",
    "SELECT COUNT(*) AS wrong FROM released r JOIN guard g ON g.record = r.record \
     WHERE r.sent <> g.listed",
    "SELECT COUNT(*) AS wrong FROM unmet_right r JOIN guard g ON g.record = r.record \
     WHERE r.opened <> g.listed",
    "SELECT COUNT(*) AS wrong FROM clock r JOIN guard g ON g.record = r.record \
     WHERE r.due <> g.listed OR r.state <> g.state \
     OR (g.waits IS NOT NULL) <> (r.code = 'T1' AND (r.state <> 'stopped' \
     OR (r.basis IS NOT NULL AND r.because NOT IN ('found_adult', 'miscounted'))))",
    "SELECT COUNT(*) AS wrong FROM report r JOIN guard g ON g.record = r.record \
     WHERE (g.waits IS NOT NULL) <> (g.state = 'open' AND r.withdrawn IS NULL \
     AND (r.answered IS NULL OR r.danger = 'yes' OR 'sender' = (SELECT n.side FROM report_message n \
     WHERE n.record = r.record ORDER BY n.revision DESC LIMIT 1)))",
    "SELECT COUNT(*) AS wrong FROM report r JOIN guard g ON g.record = r.record \
     WHERE (COALESCE(g.waits, '-') IN ('danger', 'first', 'held')) <> \
     (g.state = 'open' AND r.withdrawn IS NULL AND r.answered IS NULL) \
     OR (COALESCE(g.waits, '-') IN ('danger', 'risk', 'risk_wrote')) <> \
     (g.state = 'open' AND r.withdrawn IS NULL AND r.danger = 'yes') \
     OR g.waits = 'held' AND r.held_due IS NULL OR g.waits = 'first' AND r.held_due IS NOT NULL",
    "SELECT COUNT(*) AS wrong FROM report r JOIN guard g ON g.record = r.record \
     WHERE g.state = 'open' AND r.answered IS NOT NULL AND r.withdrawn IS NULL \
     AND g.vacant = EXISTS (SELECT 1 FROM access_grant o WHERE o.record = g.record \
     AND o.relation = 'owner' AND o.holder <> g.record)",
];

#[tokio::test]
async fn what_a_list_is_walked_by_is_what_the_records_say() {
    for engine in Engine::ALL {
        let Some(town) = Town::new(engine, 80, 24).await else {
            continue;
        };
        copies_are_true(&town, "as they were written").await;
        town.running.stop().await;
    }
}

async fn copies_are_true(town: &Town, when: &str) {
    for sql in COPIES {
        let wrong = town
            .store()
            .read_clear(async |look| -> Result<i64, store::StoreError> {
                look.rows(sql, store::args![]).await?[0].int("wrong")
            })
            .await
            .unwrap();
        assert_eq!(wrong, 0, "{when}: {sql}");
    }
}
