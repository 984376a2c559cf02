//! `docs/data-model.md` against the migrations: every column stands in it, with how it is kept and
//! why, and nothing stands in it that is not there any more.

use std::collections::BTreeMap;
use std::fs;

use testkit::place::repository;

/// A column and where it belongs, as `table.column`.
type Column = String;

/// The types that migrations may give a column; they are the portable ones.
const TYPES: [&str; 4] = ["TEXT", "BIGINT", "BOOLEAN", "BYTEA"];

/// The columns that the migrations make, each with its type.
fn made(sql: &str) -> BTreeMap<Column, String> {
    let code: String = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut columns = BTreeMap::new();
    for statement in code.split(';') {
        let words: Vec<&str> = statement.split_whitespace().collect();
        match words.as_slice() {
            ["CREATE", "TABLE", ..] => {
                let (head, body) = statement.split_once('(').expect("a table has columns");
                let body = body.rsplit_once(')').expect("which end").0;
                let table = head.split_whitespace().last().expect("and a name");
                for part in parts(body) {
                    if let Some((name, kind)) = column(part) {
                        columns.insert(format!("{table}.{name}"), kind.to_owned());
                    }
                }
            }
            ["ALTER", "TABLE", table, "ADD", "COLUMN", rest @ ..]
            | ["ALTER", "TABLE", table, "ADD", rest @ ..] => {
                let rest = rest.join(" ");
                let (name, kind) = column(&rest).expect("a column");
                columns.insert(format!("{table}.{name}"), kind.to_owned());
            }
            ["ALTER", "TABLE", table, "DROP", "COLUMN", name] => {
                columns.remove(&format!("{table}.{name}"));
            }
            ["DROP", "TABLE", table] => {
                columns.retain(|column, _| !column.starts_with(&format!("{table}.")));
            }
            other => {
                let is_change = matches!(other, ["ALTER" | "DROP", what, ..] if *what != "INDEX");
                assert!(!is_change, "this test does not know: {}", other.join(" "));
            }
        }
    }
    columns
}

/// A table's body cut at its commas, but not at those inside brackets.
fn parts(body: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, letter) in body.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&body[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&body[from..]);
    parts
}

/// The name and the type of a column; nothing, where a part is a key or a check over several.
fn column(part: &str) -> Option<(&str, &str)> {
    let mut words = part.split_whitespace();
    let name = words.next()?;
    if ["PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "CONSTRAINT"].contains(&name) {
        return None;
    }
    let kind = words.next().unwrap_or_default();
    assert!(TYPES.contains(&kind), "{name} has the type {kind:?}");
    Some((name, kind))
}

/// How a column is kept, and why, as the document says.
struct Told {
    kept: String,
    why: String,
}

/// What the document says of columns: tables headed `column | kept as | why`, below the table's
/// name. A column told twice, or a line that is no such row, is a fault.
fn told(text: &str) -> (BTreeMap<Column, Told>, Vec<String>) {
    let (mut columns, mut faults) = (BTreeMap::new(), Vec::new());
    let (mut table, mut inside) = ("", false);
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            table = name.trim();
        }
        let cells: Vec<&str> = line
            .trim()
            .trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        if !line.starts_with('|') {
            inside = false;
        } else if cells == ["column", "kept as", "why"] {
            inside = true;
        } else if inside && !cells.iter().all(|cell| cell.chars().all(|c| c == '-')) {
            let [name, kept, why] = cells.as_slice() else {
                faults.push(format!("no row of three cells: {line}"));
                continue;
            };
            let told = Told {
                kept: (*kept).to_owned(),
                why: (*why).to_owned(),
            };
            if columns.insert(format!("{table}.{name}"), told).is_some() {
                faults.push(format!("{table}.{name} is told twice"));
            }
        }
    }
    (columns, faults)
}

/// Everything in which the document and the migrations differ, or in which it says too little.
fn faults(sql: &str, text: &str) -> Vec<String> {
    let made = made(sql);
    let (told, mut faults) = told(text);
    for column in made.keys().filter(|column| !told.contains_key(*column)) {
        faults.push(format!("{column} is missing"));
    }
    for (column, Told { kept, why }) in &told {
        let Some(kind) = made.get(column) else {
            faults.push(format!("{column} is stale"));
            continue;
        };
        if why.is_empty() {
            faults.push(format!("{column} has no reason"));
        }
        let fits = match kept.as_str() {
            "sealed" | "key" | "ledger" => kind == "BYTEA",
            "hash" => kind == "BYTEA" || kind == "TEXT",
            "clear" => kind != "BYTEA",
            _ => {
                faults.push(format!("{column} is kept as {kept:?}"));
                continue;
            }
        };
        if !fits {
            faults.push(format!("{column} is {kind} and called {kept}"));
        }
    }
    faults
}

const NONE: [String; 0] = [];

#[test]
fn every_column_is_told_with_its_reason() {
    let root = repository();
    let mut files: Vec<_> = fs::read_dir(root.join("migrations"))
        .expect("the migrations")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "sql"))
        .collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("its text"))
        .collect();
    let sql = texts.join(";\n");
    assert!(made(&sql).len() > 100, "the migrations are read whole");
    let text = fs::read_to_string(root.join("docs/data-model.md")).expect("the document");
    assert_eq!(faults(&sql, &text), NONE);
}

const SQL: &str = "CREATE TABLE cat ( -- of the shelter; not (a) dog
    id TEXT PRIMARY KEY,
    free_text BYTEA NOT NULL,
    age BIGINT,
    UNIQUE (id, age)
);
CREATE INDEX cat_by_age ON cat (age);
ALTER TABLE cat ADD COLUMN proof TEXT";

fn document(rows: &str) -> String {
    // A row that was taken out leaves no gap, which would end the table.
    let rows = rows.replace("\n\n", "\n");
    let rows = rows.trim();
    format!(
        "### cat\n\nA cat.\n\n| column | kept as | why |\n|---|---|---|\n{rows}\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
}

#[test]
fn a_right_document_passes() {
    let rows = "| id | clear | random |\n| free_text | sealed | its words |\n| age | clear | lists |\n| proof | hash | slow |";
    assert_eq!(faults(SQL, &document(rows)), NONE);
    let renamed = format!(
        "{SQL}; ALTER TABLE cat DROP COLUMN age; CREATE TABLE dog (id TEXT); DROP TABLE dog"
    );
    let rows = rows.replace("| age | clear | lists |\n", "");
    assert_eq!(faults(&renamed, &document(&rows)), NONE);
}

#[test]
fn each_fault_is_found() {
    let planted = [
        (
            "| free_text | sealed | its words |",
            "",
            "cat.free_text is missing",
        ),
        ("| proof | hash | slow |", "", "cat.proof is missing"),
        (
            "| age | clear | lists |",
            "| age | clear | lists |\n| tail | clear | long |",
            "cat.tail is stale",
        ),
        (
            "| age | clear | lists |",
            "| age | clear | |",
            "cat.age has no reason",
        ),
        (
            "| free_text | sealed |",
            "| free_text | clear |",
            "cat.free_text is BYTEA and called clear",
        ),
        (
            "| age | clear |",
            "| age | sealed |",
            "cat.age is BIGINT and called sealed",
        ),
        (
            "| proof | hash |",
            "| proof | sealed |",
            "cat.proof is TEXT and called sealed",
        ),
        (
            "| id | clear |",
            "| id | open |",
            "cat.id is kept as \"open\"",
        ),
        (
            "| id | clear | random |",
            "| id | clear | random |\n| id | clear | again |",
            "cat.id is told twice",
        ),
        (
            "| id | clear | random |",
            "| id | clear | random |\n| name | clear |",
            "no row of three cells: | name | clear |",
        ),
    ];
    let right = "| id | clear | random |\n| free_text | sealed | its words |\n| age | clear | lists |\n| proof | hash | slow |";
    for (from, to, fault) in planted {
        let wrong = right.replacen(from, to, 1);
        assert_ne!(wrong, right, "{from} is planted");
        let found = faults(SQL, &document(&wrong));
        assert_eq!(found, [fault], "{wrong}");
    }
}

#[test]
#[should_panic(expected = "does not know")]
fn a_statement_it_does_not_know_is_no_silence() {
    drop(made("ALTER TABLE cat RENAME COLUMN age TO years"));
}

#[test]
#[should_panic(expected = "has the type")]
fn a_type_that_is_not_portable_is_found() {
    drop(made("CREATE TABLE cat (id UUID)"));
}
