//! The clocks of requests: a shelter's answer, a hold, an emergency stay, and a child's safety, which
//! nothing here stops.

use clock::{AgeBand, Code, Fact, Given, NewClock};
use record::{Id, Moment};
use store::{StoreError, Work};

use super::rules::FOR_JUDGE;
use super::{Age, Head};

/// The age band that a clock knows.
pub(crate) const fn band(age: Age) -> AgeBand {
    match age {
        Age::Under13 | Age::From13 => AgeBand::Child,
        Age::Unknown => AgeBand::Unknown,
        Age::Adult => AgeBand::Adult,
    }
}

/// A clock of what lies in a request.
async fn start(
    work: &Work,
    head: &Head,
    root: Id,
    (code, subject): (Code, Id),
    facts: &[Fact],
) -> Result<(), StoreError> {
    let (guard, _) = work.guard_of(head.record).await?;
    let new = NewClock {
        code,
        subject,
        follows: head.record,
        root,
        org: guard.org,
        started: work.now(),
        act: None,
        facts,
        district: None,
        governorate: record::governorate(&head.governorate),
        age_band: band(head.age),
    };
    clock::start(work, &new).await.map(drop)
}

/// What is known of a request when a clock starts.
const fn facts(head: &Head) -> &'static [Fact] {
    if head.danger { &[Fact::Danger] } else { &[] }
}

/// When a clock that starts now is due.
fn due(code: Code, started: Moment, facts: &[Fact]) -> Moment {
    let given = Given {
        started,
        act: None,
        facts,
    };
    clock::rule(code).due(&given)
}

/// When a shelter's answer is due that is asked now.
pub(super) fn answer_due(head: &Head, now: Moment) -> Moment {
    due(Code::Answer, now, facts(head))
}

/// How long a shelter that is asked has to answer, in seconds.
pub(super) fn answer_seconds(head: &Head) -> i64 {
    answer_due(head, head.asked).seconds_since(head.asked)
}

/// Until when a place is held that is held now, or held on now: while a judge decides, longer.
pub(super) fn hold_until(now: Moment, for_judge: bool) -> Moment {
    let until = due(Code::Hold, now, &[]);
    if for_judge {
        until.max(now.plus_seconds(FOR_JUDGE))
    } else {
        until
    }
}

/// How long that is, in seconds.
pub(super) fn hold_seconds(now: Moment, for_judge: bool) -> i64 {
    hold_until(now, for_judge).seconds_since(now)
}

pub(super) async fn asked(
    work: &Work,
    head: &Head,
    root: Id,
    inquiry: Id,
) -> Result<(), StoreError> {
    start(work, head, root, (Code::Answer, inquiry), facts(head)).await
}

pub(super) async fn answered(work: &Work, inquiry: Id, how: &str) -> Result<(), StoreError> {
    clock::stop(work, inquiry, Code::Answer, how)
        .await
        .map(drop)
}

/// A hold began; where it runs until another moment than usual, the clock does too.
pub(super) async fn held(
    work: &Work,
    head: &Head,
    root: Id,
    inquiry: Id,
    until: Moment,
) -> Result<(), StoreError> {
    start(work, head, root, (Code::Hold, inquiry), &[]).await?;
    if until > hold_until(work.now(), false) {
        clock::prolong(work, inquiry, Code::Hold, until, "court_order").await?;
    }
    Ok(())
}

pub(super) async fn renewed(
    work: &Work,
    inquiry: Id,
    until: Moment,
    because: &str,
) -> Result<(), StoreError> {
    clock::prolong(work, inquiry, Code::Hold, until, because)
        .await
        .map(drop)
}

pub(super) async fn hold_ended(work: &Work, inquiry: Id, how: &str) -> Result<(), StoreError> {
    clock::stop(work, inquiry, Code::Hold, how).await.map(drop)
}

/// A stay began. A clock has one life: a second stay of the same person is another subject.
pub(super) async fn came(
    work: &Work,
    head: &Head,
    root: Id,
    inquiry: Id,
) -> Result<(), StoreError> {
    start(work, head, root, (Code::Stay, inquiry), &[]).await
}

pub(super) async fn went(work: &Work, inquiry: Id, how: &str) -> Result<(), StoreError> {
    clock::stop(work, inquiry, Code::Stay, how).await.map(drop)
}
