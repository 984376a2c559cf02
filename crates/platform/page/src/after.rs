//! Where the next page of a list begins.

use record::{Id, Moment};
use store::Next;

use crate::Frame;

/// The way from a page of a list to the next.
pub struct Onward {
    /// Where it leads.
    pub href: String,
    /// Whether that looks through more of the list, since only so much was looked through.
    pub looks_on: bool,
}

impl Onward {
    /// From a page of the list at this route, with what its address says besides, as `name=value&`.
    pub fn new(
        frame: &Frame,
        route: &'static str,
        query: &str,
        next: Option<Next>,
    ) -> Option<Self> {
        let Next { after, looks_on } = next?;
        let after = After(after.0, after.1);
        Some(Self {
            href: format!("{}?{query}after={after}", frame.href(route)),
            looks_on,
        })
    }
}

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
