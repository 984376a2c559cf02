//! What is counted of rights: which are not met, and which were.

use record::{Fact, FactName, Moment};
use store::{StoreError, Work};

use super::Line;

/// A right is not met.
pub(super) async fn opened(work: &Work, of: &Line) -> Result<(), StoreError> {
    work.fact(&fact(of, FactName::RightOpened, of.opened, None))
        .await
}

/// It is met, or nobody wants it any more.
pub(super) async fn met(work: &Work, of: &Line) -> Result<(), StoreError> {
    let fact = fact(of, FactName::RightMet, work.now(), Some(of.opened));
    work.fact(&fact).await
}

fn fact(of: &Line, what: FactName, at: Moment, since: Option<Moment>) -> Fact {
    Fact {
        what,
        subject: of.record,
        record: of.record,
        at,
        since,
        governorate: record::governorate(&of.governorate).map(|place| place.code.as_str()),
        sex: None,
        age: Some(if of.child { "child" } else { "adult" }),
        code: Some(of.what.code()),
    }
}
