use std::marker::PhantomData;

use crate::bound::bound;
use crate::data::DataKey;
use crate::plain::{Plain, Sealable};
use crate::secret::NONCE;

/// The spelling of sealed bytes: this byte, key version, nonce, ciphertext with its tag.
const FORMAT: u8 = 1;
const HEAD: usize = 1 + 4 + NONCE;

/// Where a value stands at rest; a sealed value opens only there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table's name.
    pub table: &'a str,
    /// The row's id.
    pub row: &'a str,
    /// The column's name.
    pub column: &'a str,
}

/// A value at rest: only its record's key opens it, and only in its own table, row and column.
///
/// It has no `Debug`, no `Display` and no `Serialize`. The bytes may be stored:
///
/// ```
/// let sealed = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// println!("{} bytes", sealed.stored().len());
/// ```
///
/// A `Sealed` printed does not compile:
///
/// ```compile_fail,E0277
/// let sealed = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// println!("{} bytes", sealed);
/// ```
///
/// Nor is it shown to a developer:
///
/// ```
/// let sealed = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// println!("{:?}", sealed.stored().len());
/// ```
///
/// ```compile_fail,E0277
/// let sealed = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// println!("{:?}", sealed);
/// ```
///
/// Nor written into an answer:
///
/// ```
/// # use serde::Serialize;
/// # fn answer(_: &impl Serialize) {}
/// let sealed = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// answer(&sealed.stored().len());
/// ```
///
/// ```compile_fail,E0277
/// # use serde::Serialize;
/// # fn answer(_: &impl Serialize) {}
/// let sealed = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// answer(&sealed);
/// ```
///
/// Nor exposed as a value in hand is, without a key:
///
/// ```
/// let name = vault::Plain::new(String::from("Zahra"));
/// let text: &String = name.expose();
/// # drop(text.len());
/// ```
///
/// ```compile_fail,E0599
/// let name = vault::Sealed::<String>::from_stored(vec![1, 2, 3]);
/// let text: &String = name.expose();
/// # drop(text.len());
/// ```
pub struct Sealed<T> {
    bytes: Vec<u8>,
    // A function's result, so that a `Sealed` is sendable whatever it holds.
    holds: PhantomData<fn() -> T>,
}

/// Why a sealed value or a wrapped key did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Too short, or of a format this program does not know.
    #[error("not a sealed value")]
    Malformed,
    /// Sealed by another version of the record's key.
    #[error("sealed by version {0} of the key")]
    OtherVersion(u32),
    /// The key, the place or the bytes are not those it was sealed with.
    #[error("does not open with this key in this place")]
    Refused,
    /// It opened, and is not what the column holds.
    #[error("opened to something that is not text")]
    NotText,
}

impl<T> Sealed<T> {
    /// From a column's bytes.
    pub const fn from_stored(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            holds: PhantomData,
        }
    }

    /// The bytes a column keeps.
    pub fn stored(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes a column keeps, handed over.
    pub fn into_stored(self) -> Vec<u8> {
        self.bytes
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::from_stored(self.bytes.clone())
    }
}

impl DataKey {
    /// Seals a value for one place.
    pub fn seal<T: Sealable>(&self, place: &Place<'_>, value: &Plain<T>) -> Sealed<T> {
        let associated = associated(place, self.version());
        let (nonce, text) = self
            .table(place.table)
            .encrypt(value.expose().bytes(), &associated);
        let mut bytes = Vec::with_capacity(HEAD + text.len());
        bytes.push(FORMAT);
        bytes.extend_from_slice(&self.version().to_be_bytes());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&text);
        Sealed::from_stored(bytes)
    }

    /// Opens a value in the place it was sealed for.
    pub fn open<T: Sealable>(
        &self,
        place: &Place<'_>,
        sealed: &Sealed<T>,
    ) -> Result<Plain<T>, OpenError> {
        let (version, nonce, text) = parts(sealed.stored()).ok_or(OpenError::Malformed)?;
        if version != self.version() {
            return Err(OpenError::OtherVersion(version));
        }
        let opened = self
            .table(place.table)
            .decrypt(nonce, text, &associated(place, version))
            .ok_or(OpenError::Refused)?;
        T::from_bytes(opened)
            .map(Plain::new)
            .ok_or(OpenError::NotText)
    }
}

fn associated(place: &Place<'_>, version: u32) -> Vec<u8> {
    let Place { table, row, column } = place;
    bound(
        "sealed",
        &[
            &[FORMAT],
            &version.to_be_bytes(),
            table.as_bytes(),
            row.as_bytes(),
            column.as_bytes(),
        ],
    )
}

fn parts(stored: &[u8]) -> Option<(u32, [u8; NONCE], &[u8])> {
    let (&format, rest) = stored.split_first()?;
    let (&version, rest) = rest.split_first_chunk()?;
    let (&nonce, text) = rest.split_first_chunk()?;
    (format == FORMAT).then_some((u32::from_be_bytes(version), nonce, text))
}
