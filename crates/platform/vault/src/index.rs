//! Blind indexes: equal values find each other, and without the key nobody learns or guesses one.

use crate::domain::DomainKey;

/// The version of how an index is made; a job rebuilds the rows that carry another.
pub const INDEX_VERSION: u32 = 1;

/// What a column keeps for one folded value of one field.
///
/// The same text in two fields gives two different indexes, so that columns cannot be joined.
pub fn index(key: &DomainKey, field: &str, folded: &str) -> [u8; 32] {
    key.purpose("index").mac(
        "index",
        &[
            &INDEX_VERSION.to_be_bytes(),
            field.as_bytes(),
            folded.as_bytes(),
        ],
    )
}
