//! The locales keep to the words that the glossary chose.

use std::fs;
use std::path::{Path, PathBuf};

use record::Language;

/// How the keys begin of what only staff see.
const STAFF: &[&str] = &[
    "bed-",
    "clock-",
    "did-",
    "detention-",
    "ledger-",
    "purpose-",
    "report-hand-",
    "report-list-",
    "right-",
    "today-",
];

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../..")
        .join(path)
}

/// The rows of the table of what was chosen: in English, in Arabic, in Sorani, and what is not said.
fn chosen() -> Vec<Vec<String>> {
    let glossary = fs::read_to_string(folder("docs/glossary.md")).unwrap();
    let table = glossary
        .split("## ")
        .find(|part| part.starts_with("Chosen"));
    let rows = table.unwrap().lines().filter(|line| line.starts_with("| "));
    let cells = |row: &str| {
        let inner = row.trim_start_matches('|').trim_end_matches('|');
        inner
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    rows.skip(1).map(cells).collect()
}

fn words(language: Language) -> Vec<(String, String)> {
    let files = fs::read_dir(folder("locales").join(language.code())).unwrap();
    let files = files.map(|file| file.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn no_word_stands_there_that_another_was_chosen_for() {
    let rows = chosen();
    assert!(rows.len() >= 10, "{} rows", rows.len());
    for row in &rows {
        let [_, _, _, not_ar, not_ckb] = &row[..] else {
            panic!("five cells: {row:?}")
        };
        for (language, not) in [(Language::Ar, not_ar), (Language::Ckb, not_ckb)] {
            for word in not
                .split('·')
                .map(str::trim)
                .filter(|word| !word.is_empty())
            {
                for (file, text) in words(language) {
                    assert!(!text.contains(word), "{file} says {word}");
                }
            }
        }
    }
}

#[test]
fn what_was_chosen_is_said_somewhere() {
    for row in chosen() {
        for (language, cell) in [(Language::Ar, &row[1]), (Language::Ckb, &row[2])] {
            let said = cell.is_empty()
                || words(language)
                    .iter()
                    .any(|(_, text)| text.contains(cell.as_str()));
            assert!(said, "{language} never says {cell} ({})", row[0]);
        }
    }
}

#[test]
fn to_staff_a_report_is_not_called_what_its_sender_calls_it() {
    for (file, text) in words(Language::Ar) {
        for line in text.lines() {
            let is_staffs = STAFF.iter().any(|begins| line.starts_with(begins));
            assert!(!(is_staffs && line.contains("رسالة")), "{file}: {line}");
        }
    }
}

#[test]
fn a_report_has_one_name_in_sorani() {
    for (file, text) in words(Language::Ckb) {
        let letters = text
            .split(|sign: char| !sign.is_alphabetic())
            .filter(|word| word.starts_with("نامە"));
        assert_eq!(letters.collect::<Vec<_>>(), Vec::<&str>::new(), "{file}");
    }
}
