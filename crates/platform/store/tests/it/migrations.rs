//! A migration that an installation may have run is never edited: its sum stands in
//! `migrations/checksums.txt`, and a new one adds a line of its own.

use std::collections::BTreeMap;
use std::fs;

use sha2::{Digest as _, Sha256};
use testkit::place::repository;

#[test]
fn a_committed_migration_is_never_edited() {
    let folder = repository().join("migrations");
    let text = fs::read_to_string(folder.join("checksums.txt")).unwrap();
    let mut sums: BTreeMap<&str, &str> = text
        .lines()
        .map(|line| line.split_once("  ").expect("SUM  NAME"))
        .map(|(sum, name)| (name, sum))
        .collect();
    for entry in fs::read_dir(&folder).unwrap().flatten() {
        let name = entry.file_name().display().to_string();
        if entry.path().extension().is_none_or(|kind| kind != "sql") {
            continue;
        }
        let sum = hex::encode(Sha256::digest(fs::read(entry.path()).unwrap()));
        match sums.remove(name.as_str()) {
            Some(kept) => assert_eq!(
                kept, sum,
                "{name} was edited: an installation that ran it would not start; write a new one"
            ),
            None => panic!("a new migration: add to migrations/checksums.txt\n{sum}  {name}"),
        }
    }
    assert!(sums.is_empty(), "these are gone: {sums:?}");
    let numbers: Vec<u32> = text
        .lines()
        .filter_map(|line| line.split_once("  ")?.1.get(..4)?.parse().ok())
        .collect();
    let expected: Vec<u32> = (101..).take(numbers.len()).collect();
    assert_eq!(numbers, expected, "one after the other, in their order");
}
