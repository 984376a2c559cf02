//! `najat screen`, as the binary answers: worked cases in three languages, and what it refuses.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn vectors() -> PathBuf {
    let data = "../pillars/protection/data/screening/screening_vectors.json";
    Path::new(env!("CARGO_MANIFEST_DIR")).join(data)
}

fn screen(words: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_najat"))
        .arg("screen")
        .args(words)
        .output()
        .unwrap()
}

fn refused(words: &[&Path]) -> String {
    let answer = screen(words);
    assert_eq!(answer.status.code(), Some(1), "{words:?}");
    String::from_utf8(answer.stderr).unwrap()
}

#[test]
fn every_worked_case_comes_out_as_written_and_is_explained_in_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let cases: Value = serde_json::from_slice(&std::fs::read(vectors()).unwrap()).unwrap();
    let cases = cases["vectors"].as_array().unwrap();
    let mut said = Vec::new();
    for (language, yes) in [("en", "shown"), ("ar", "تبيّن"), ("ckb", "دەرکەوتووە")]
    {
        let out = folder.path().join(language);
        let words = [
            &*vectors(),
            Path::new("--lang"),
            Path::new(language),
            Path::new("--out"),
            &out,
        ];
        assert_eq!(screen(&words).status.code(), Some(0));
        let all: Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
        let results = all["results"].as_array().unwrap();
        assert_eq!(results.len(), cases.len());
        for (case, result) in cases.iter().zip(results) {
            let mut found = result.clone();
            let found = found.as_object_mut().unwrap();
            assert_eq!(found.remove("id").unwrap(), case["id"]);
            let why = found.remove("explanation").unwrap();
            let why = why.as_str().unwrap();
            assert_eq!(Value::from(found.clone()), case["expect"], "{}", case["id"]);
            // It has words for everything, names no score, and tells nothing of Law 28.
            assert!(!why.contains('\u{27e6}') && !why.contains('%'), "{why}");
            assert!(!why.contains("Law 28") && !why.contains("28"), "{why}");
            let shown = ["act", "means", "purpose"]
                .iter()
                .any(|it| found[*it] == true);
            assert!(!shown || why.contains(yes), "{why}");
        }
        said.push(
            results
                .iter()
                .map(|it| it["explanation"].clone())
                .collect::<Vec<_>>(),
        );
    }
    assert!(said[0] != said[1] && said[1] != said[2]);
}

#[test]
fn a_case_that_cannot_be_read_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cases.json");
    let ask = |text: &str| {
        std::fs::write(&file, text).unwrap();
        refused(&[&file])
    };
    let case = |rest: &str| {
        format!(r#"{{"vectors":[{{"id":"A7","child":false,"questions_answered":3,{rest}}}]}}"#)
    };
    assert!(ask("{").contains("screening_vectors.json"));
    for (rest, named) in [
        (r#""yes":["Z99"]"#, "there is no row Z99"),
        (r#""yes":["G01","G01"]"#, "G01 is in yes twice"),
        (
            r#""yes":[],"seen":["G01"]"#,
            "G01 is in seen or when and not in yes",
        ),
        (r#""yes":["G01"],"when":{"G01":"soon"}"#, "last_5_days"),
        (
            r#""yes":["G01","G02","G03","G04"]"#,
            "4 were answered with yes",
        ),
    ] {
        let said = ask(&case(rest));
        assert!(said.contains("case A7") && said.contains(named), "{said}");
    }
    let nowhere = folder.path().join("nothing");
    assert!(refused(&[&nowhere]).contains("cannot be read"));
    let none = Command::new(env!("CARGO_BIN_EXE_najat"))
        .arg("screen")
        .output();
    assert_eq!(none.unwrap().status.code(), Some(2));
}

#[test]
fn a_study_is_measured_and_a_small_one_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("study.csv");
    let study = |found: usize| {
        let head = std::iter::once("case,level1,interview\n".to_owned());
        let rows = (0..found + 60).map(|case| {
            let interview = if case < found { "yes" } else { "no" };
            let level1 = if case % 10 == 0 { "no" } else { "yes" };
            format!("{case},{level1},{interview}\n")
        });
        let text: String = head.chain(rows).collect();
        std::fs::write(&file, text).unwrap();
    };
    study(40);
    let answer = screen(&[Path::new("--study"), &file]);
    let said = String::from_utf8(answer.stdout).unwrap();
    assert!(said.contains("sensitivity                90.0 %"), "{said}");
    study(34);
    assert!(refused(&[Path::new("--study"), &file]).contains("fewer than 35"));
}
