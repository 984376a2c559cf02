//! A test that something does not compile proves nothing if it fails for another reason. So each
//! stands behind a twin that compiles, and the two differ in exactly one line.

use std::path::Path;

/// The doc tests of a file in order: whether it must fail to compile, and its lines.
fn doc_tests(source: &str) -> Vec<(bool, Vec<String>)> {
    let mut found = Vec::new();
    let mut open: Option<(bool, Vec<String>)> = None;
    for line in source.lines() {
        let Some(text) = line
            .trim_start()
            .strip_prefix("///")
            .or(line.strip_prefix("//!"))
        else {
            continue;
        };
        let text = text.strip_prefix(' ').unwrap_or(text);
        match (text.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(kind), None) => open = Some((kind.starts_with("compile_fail"), Vec::new())),
            (None, Some((_, lines))) => lines.push(text.to_owned()),
            (None, None) => {}
        }
    }
    found
}

#[test]
fn each_test_that_must_not_compile_differs_in_one_line_from_one_that_does() {
    let mut pairs = 0;
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap() {
        let path = file.unwrap().path();
        let mut twin = None;
        for (fails, lines) in doc_tests(&std::fs::read_to_string(&path).unwrap()) {
            if !fails {
                twin = Some(lines);
                continue;
            }
            let twin = twin.as_ref().expect("a twin stands above it");
            let differing = lines.iter().zip(twin).filter(|(a, b)| a != b).count();
            assert_eq!(
                (differing, lines.len()),
                (1, twin.len()),
                "{}: {lines:?}",
                path.display()
            );
            pairs += 1;
        }
    }
    assert!(pairs >= 13, "only {pairs} pairs were found");
}
