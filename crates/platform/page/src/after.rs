//! Where the next page of a list begins.

use record::{Id, Moment};

/// Where a page of a list begins, as an address carries it.
pub struct After(pub Moment, pub Id);

impl std::str::FromStr for After {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (sent, record) = text.split_once('.').ok_or(())?;
        let sent = sent.parse().map(Moment::from_micros).map_err(|_| ())?;
        Ok(Self(sent, record.parse().map_err(|_| ())?))
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0.micros(), self.1)
    }
}
