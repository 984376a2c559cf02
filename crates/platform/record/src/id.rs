//! Ids are random UUIDs (version 4) as text: an address tells nobody when a record was made.

use std::fmt;
use std::str::FromStr;

/// The id of a record, an account or an organisation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(uuid::Uuid);

/// A text that is no id.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an id")]
pub struct NotAnId;

impl Id {
    /// The id of nothing: what the gate decides on when no record was named.
    pub const NONE: Self = Self(uuid::Uuid::nil());

    /// Makes an id from sixteen random bytes (version and variant bits are set here).
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.hyphenated())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    /// Takes the hyphenated lower-case form only, so that one record has one address.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let id = uuid::Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)?;
        if id.to_string() == text {
            Ok(id)
        } else {
            Err(NotAnId)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_record_has_one_address() {
        let id = Id::from_bytes([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().to_uppercase().parse::<Id>(), Err(NotAnId));
        assert_eq!(id.to_string().replace('-', "").parse::<Id>(), Err(NotAnId));
    }
}
