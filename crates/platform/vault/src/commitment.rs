//! What the ledger says of a record instead of its id: the same each time for those who hold the
//! key, nothing for everybody else.

use crate::domain::DomainKey;

/// The commitment to one record.
pub fn commit(key: &DomainKey, object: &str) -> [u8; 32] {
    commit_all(key, &[object])
}

/// The commitment to all records that a list or a search showed, in the order shown.
pub fn commit_all(key: &DomainKey, objects: &[&str]) -> [u8; 32] {
    let parts: Vec<&[u8]> = objects.iter().map(|object| object.as_bytes()).collect();
    key.purpose("commitment").mac("commitment", &parts)
}
