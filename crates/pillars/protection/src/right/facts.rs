//! What is counted of rights: which are not met, and which were.

use record::{Fact, FactName, Id, Moment};
use store::{StoreError, Work};

use super::{Line, What};

/// A right as it is counted.
pub(super) struct Counted<'a> {
    pub(super) right: Id,
    pub(super) what: What,
    pub(super) governorate: &'a str,
    pub(super) child: bool,
    pub(super) opened: Moment,
}

impl<'a> From<&'a Line> for Counted<'a> {
    fn from(line: &'a Line) -> Self {
        Self {
            right: line.record,
            what: line.what,
            governorate: &line.governorate,
            child: line.child,
            opened: line.opened,
        }
    }
}

/// A right is not met.
pub(super) async fn opened(work: &Work, of: &Counted<'_>) -> Result<(), StoreError> {
    work.fact(&fact(of, FactName::RightOpened, of.opened, None))
        .await
}

/// It is met, or nobody wants it any more.
pub(super) async fn met(work: &Work, of: &Counted<'_>) -> Result<(), StoreError> {
    let fact = fact(of, FactName::RightMet, work.now(), Some(of.opened));
    work.fact(&fact).await
}

fn fact(of: &Counted<'_>, what: FactName, at: Moment, since: Option<Moment>) -> Fact {
    Fact {
        what,
        subject: of.right,
        record: of.right,
        at,
        since,
        governorate: record::governorate(of.governorate).map(|place| place.code.as_str()),
        sex: None,
        age: Some(if of.child { "child" } else { "adult" }),
        code: Some(of.what.code()),
    }
}
