//! The rule once more, written apart from the program's: from the page of rules alone, over its own
//! reading of the table, with points in place of lists. Only a test knows both.

use std::collections::HashMap;

/// A row as this rule reads it.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
#[derive(Clone, Default)]
pub struct Row {
    pub id: String,
    dim: String,
    points: u32,
    act: bool,
    means: bool,
    purpose: bool,
    law: bool,
    child: bool,
    urgent: bool,
    key: String,
}

/// The table, read by hand: no cell before the texts holds a quoted comma.
pub fn table() -> Vec<Row> {
    let text = include_str!("../../../data/screening/indicators.csv");
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let at = |name: &str| names.iter().position(|it| *it == name).expect("a column");
    lines
        .map(|line| {
            let cells: Vec<&str> = line.splitn(names.len(), ',').collect();
            let cell = |name: &str| cells[at(name)];
            Row {
                id: cell("id").to_owned(),
                dim: cell("dimension").to_owned(),
                points: match cell("strength") {
                    "strong" => 100,
                    "medium" => 10,
                    _ => 1,
                },
                act: cell("supports_act") == "1",
                means: cell("supports_means") == "1",
                purpose: cell("supports_purpose") == "1",
                law: cell("law28_purpose") == "1",
                child: cell("child_only") == "1",
                urgent: cell("urgent_trigger") == "1",
                key: cell("fact_key").to_owned(),
            }
        })
        .collect()
}

/// A case: which rows, by their place in the table, with whether it was only seen and whether it is
/// long ago.
#[derive(Clone, Debug)]
pub struct Case {
    pub yes: Vec<(usize, bool, bool)>,
    pub answered: usize,
    pub child: bool,
    pub under_18_during: bool,
    pub safe: bool,
}

/// What comes out.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub urgent: bool,
    pub positive: Vec<String>,
    pub elements: [bool; 3],
    pub law28: [bool; 3],
    pub result: &'static str,
}

/// Points of a dimension: each fact once, at its most. Two strong 200; one with anything 101; three
/// medium 30; two and a weak one 21. What is below is not enough: 100, 20, 12, 11, 3.
fn positive(rows: &[&Row], dim: &str) -> bool {
    let mut facts: HashMap<&str, u32> = HashMap::new();
    for row in rows.iter().filter(|row| row.dim == dim) {
        let most = facts.entry(&row.key).or_default();
        *most = (*most).max(row.points);
    }
    let sum: u32 = facts.values().sum();
    let (mediums, weaks) = (
        (sum % 100) / 10,
        facts.values().filter(|it| **it == 1).count(),
    );
    sum > 100 || (sum < 100 && (mediums >= 3 || (mediums == 2 && weaks > 0)))
}

const RECRUIT: [&str; 3] = [
    "recruit_deception",
    "recruit_coercion",
    "recruit_vulnerability",
];
const FORCE: [&str; 2] = ["recruit_coercion", "dest_coercion"];

/// The whole rule.
pub fn judge(table: &[Row], case: &Case) -> Found {
    let young = case.child || case.under_18_during;
    let open: Vec<_> = case
        .yes
        .iter()
        .map(|(at, seen, long_ago)| (&table[*at], *seen, *long_ago))
        .filter(|(row, ..)| young || !row.child)
        .collect();
    let rows: Vec<&Row> = open.iter().map(|(row, ..)| *row).collect();
    let any = |holds: &dyn Fn(&Row) -> bool| rows.iter().any(|row| holds(row));
    let mut dims = vec![
        "dest_coercion",
        "dest_vulnerability",
        "exploitation",
        "recruit_coercion",
        "recruit_deception",
        "recruit_vulnerability",
    ];
    dims.retain(|dim| positive(&rows, dim));
    let has = |wanted: &[&str]| dims.iter().any(|dim| wanted.contains(dim));
    let purpose_of = |keep: &dyn Fn(&Row) -> bool| {
        let kept: Vec<&Row> = rows.iter().copied().filter(|row| keep(row)).collect();
        positive(&kept, "exploitation") || kept.iter().any(|row| row.points == 100 && row.purpose)
    };
    let act = any(&|row| row.act) || has(&RECRUIT);
    let means = dims.iter().any(|dim| *dim != "exploitation");
    let purpose = purpose_of(&|_| true);
    let not_hours = |row: &Row| row.key != "hours";
    let strong_exploitation = |row: &Row| row.dim == "exploitation" && row.points == 100;
    let forced = any(&|row| FORCE.contains(&&*row.dim));
    let grounds = (act && means && purpose)
        || (young && act && purpose_of(&not_hours))
        || (young && any(&|row| strong_exploitation(row) && not_hours(row)))
        || (any(&strong_exploitation) && forced)
        || any(&|row| row.points == 100 && row.act && row.means && row.purpose)
        || (act
            && any(&|row| {
                row.dim == "exploitation" && row.points >= 10 && (!young || not_hours(row))
            })
            && if young { forced } else { has(&FORCE) });
    let only_seen = open.iter().all(|(_, seen, _)| *seen);
    let result = match () {
        () if rows.is_empty() && case.answered >= 8 && case.safe => "NO_INDICATION_NOW",
        () if !rows.is_empty() && grounds && !only_seen => "REASONABLE_GROUNDS",
        () => "MORE_INFORMATION",
    };
    Found {
        urgent: open
            .iter()
            .any(|(row, _, long_ago)| row.urgent && !long_ago),
        positive: dims.iter().map(|dim| (*dim).to_owned()).collect(),
        elements: [act, means, purpose],
        law28: [
            act,
            has(&["recruit_deception", "recruit_coercion", "dest_coercion"]),
            purpose_of(&|row| row.law),
        ],
        result,
    }
}
