//! The worked cases of the domain pack, by the program's own rule.

use protection::screening::rule::{Basis, Fact, How, Told, When, indicator, propose};
use serde_json::Value;

const VECTORS: &str = include_str!("../../../data/screening/screening_vectors.json");

fn told(case: &Value) -> Told {
    let names = |key: &str| {
        let list = case[key].as_array().into_iter().flatten();
        list.filter_map(Value::as_str).collect::<Vec<_>>()
    };
    let seen = names("seen");
    let fact = |id: &str| {
        let row = indicator(id).expect("a row of the table");
        let was_seen = seen.contains(&id) || row.how == How::Observe;
        Fact {
            row,
            basis: if was_seen { Basis::Seen } else { Basis::Said },
            when: case["when"][id]
                .as_str()
                .map_or(When::Now, |when| when.parse().expect("a code of the list")),
        }
    };
    let count = case["questions_answered"].as_u64().expect("a count");
    Told {
        facts: names("yes").into_iter().map(fact).collect(),
        answered: usize::try_from(count).expect("a small count"),
        child: case["child"].as_bool().expect("yes or no"),
        under_18_during: case["under_18_during"].as_bool().unwrap_or(false),
        safe_setting: case["safe_setting"].as_bool().unwrap_or(true),
        ..Told::default()
    }
}

#[test]
fn every_worked_case_comes_out_as_it_is_written() {
    let all: Value = serde_json::from_str(VECTORS).expect("JSON");
    let cases = all["vectors"].as_array().expect("a list");
    assert_eq!(cases.len(), 40);
    for case in cases {
        let proposal = propose(&told(case));
        let law28 = proposal.law28;
        let positive: Vec<_> = proposal.positive.iter().map(|it| it.code()).collect();
        let found = serde_json::json!({
            "urgent": proposal.is_urgent,
            "positive_dimensions": positive,
            "act": proposal.has_act,
            "means": proposal.has_means(),
            "purpose": proposal.has_purpose(),
            "result": proposal.outcome.code(),
            "law28": {
                "act": law28.act,
                "means": law28.means,
                "purpose": law28.purpose,
                "complete": law28.is_complete(),
            },
        });
        assert_eq!(found, case["expect"], "{}: {}", case["id"], case["case"]);
    }
}
