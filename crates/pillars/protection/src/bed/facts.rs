//! What is counted of requests: who was placed, and why shelters said no.

use record::{Fact, FactName, Id, Moment};
use store::{StoreError, Work};

use super::{Decline, Head};

/// A person came to live in a shelter by this part of the request.
pub(super) async fn placed(work: &Work, head: &Head, inquiry: Id) -> Result<(), StoreError> {
    let fact = Fact {
        since: Some(head.asked),
        ..of(head, FactName::BedPlaced, inquiry, work.now())
    };
    work.fact(&fact).await
}

/// A shelter said no, for a reason. A reviewer who finds another one puts it right.
pub(super) async fn refused(
    work: &Work,
    head: &Head,
    inquiry: Id,
    code: Decline,
) -> Result<(), StoreError> {
    let fact = Fact {
        code: Some(code.code()),
        ..of(head, FactName::BedRefused, inquiry, work.now())
    };
    work.fact(&fact).await
}

fn of(head: &Head, what: FactName, subject: Id, at: Moment) -> Fact {
    Fact {
        what,
        subject,
        record: head.record,
        at,
        since: None,
        governorate: record::governorate(&head.governorate).map(|place| place.code.as_str()),
        sex: Some(head.sex.code()),
        age: Some(head.age.code()),
        code: None,
    }
}
