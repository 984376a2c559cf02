//! One shelter's part in a request: how it is taken, how it ends, and what the placement desk is to
//! the shelter meanwhile.

pub(super) mod store;

use ::store::{StoreError, Work};
use access::action::CountPlace;
use record::{Id, Purpose, Relation};

use self::store::Inquiry;
use super::{BedError, Head, HoldEnd, InquiryState, State, clocks, rules, store as table};
use crate::shelter;

/// What trying to take a place comes to.
pub(super) enum TakeOutcome {
    /// These places.
    Row(Id),
    /// Somebody there must not meet this person.
    NotHere,
}

/// Brings a shelter into the unit, to count its places and to say which desk places somebody there.
pub(super) async fn join_shelter(work: &Work, shelter: Id) -> Result<(), StoreError> {
    let gate = work.store().gate();
    let permit = gate.permit::<CountPlace>(work.actor(), shelter).await?;
    work.join(permit).await
}

/// The part that a shelter's form is about, if it is this shelter's.
pub(super) async fn own(work: &Work, request: Id, inquiry: Id) -> Result<Inquiry, BedError> {
    let org = work.actor().member().map(|member| member.org);
    let found = store::inquiry_of(work, inquiry).await?;
    found
        .filter(|inquiry| inquiry.shown.request == request && Some(inquiry.org) == org)
        .ok_or(BedError::NotAsked)
}

/// The blind index of two people who must not meet, whichever of them is named first.
pub(super) fn pair(store: &::store::Store, one: &str, other: &str) -> Vec<u8> {
    let (first, last) = if one <= other {
        (one, other)
    } else {
        (other, one)
    };
    store.blind_index("keep_apart", &format!("{first}/{last}"))
}

/// Whether somebody who lives in a shelter, or is on the way to it, must not meet this person.
pub(super) async fn must_not_meet(
    work: &Work,
    shelter: Id,
    head: &Head,
) -> Result<bool, StoreError> {
    for code in store::others_here(work, shelter, head.record).await? {
        if table::is_pair(work, pair(work.store(), &head.code, &code)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes a place in a shelter that the unit holds: places that fit by what is declared now.
pub(super) async fn take(
    work: &Work,
    head: &Head,
    inquiry: &Inquiry,
) -> Result<TakeOutcome, BedError> {
    if must_not_meet(work, inquiry.shown.shelter, head).await? {
        return Ok(TakeOutcome::NotHere);
    }
    let who = rules::Seeker::from(head);
    let places = shelter::store::places(work, inquiry.shown.shelter).await?;
    let mut fitting: Vec<_> = places
        .iter()
        .filter_map(|one| {
            rules::fits(&who, &one.declared).map(|fit| (one.id != inquiry.row, fit, one.id))
        })
        .collect();
    // Those that were asked for come first.
    fitting.sort_unstable();
    for (_, _, row) in fitting {
        if shelter::store::take(work, row, head.heads).await? {
            return Ok(TakeOutcome::Row(row));
        }
    }
    Err(BedError::Full)
}

/// The placement desk of a request, if it has one.
pub(super) async fn desk(work: &Work, request: Id) -> Result<Option<Id>, StoreError> {
    let holders = table::holders(work, request).await?;
    let mut desks = holders
        .iter()
        .filter(|(_, relation)| *relation == Relation::Placing);
    Ok(desks.next().map(|(holder, _)| *holder))
}

/// Lets a desk be to a shelter exactly what its live holds and stays there make of it: it reads the
/// address while one of them lasts, and not a moment longer.
pub(super) async fn place(work: &Work, shelter: Id, desk: Option<Id>) -> Result<(), StoreError> {
    let Some(desk) = desk else { return Ok(()) };
    let (guard, _) = work.guard_of(shelter).await?;
    if let Some(until) = store::desk_until(work, shelter, desk).await? {
        let purpose = Some(Purpose::Placement);
        work.grant(shelter, desk, Relation::Placing, purpose, until)
            .await?;
        return work.share_key(shelter, desk).await;
    }
    work.end_grant(shelter, Relation::Placing, Some(desk))
        .await?;
    // A desk that runs the shelter itself keeps its key.
    if guard.org == Some(desk) {
        return Ok(());
    }
    work.take_key(shelter, desk).await
}

/// Ends a part: its clocks stop, a place it had is free, and its organisation is no longer asked
/// unless another of its shelters is. The shelter is in the unit, where the part holds a place.
pub(super) async fn end(
    work: &Work,
    head: &Head,
    inquiry: &Inquiry,
    (state, because): (InquiryState, Option<HoldEnd>),
    is_answer: bool,
) -> Result<(), StoreError> {
    store::set_over(work, inquiry.shown.id, state, because, is_answer).await?;
    let how = because.map_or(state.code(), HoldEnd::code);
    clocks::answered(work, inquiry.shown.id, how).await?;
    if matches!(
        inquiry.shown.state,
        InquiryState::Held | InquiryState::Admitted
    ) {
        shelter::store::give_back(work, inquiry.row, head.heads).await?;
        clocks::hold_ended(work, inquiry.shown.id, how).await?;
        place(work, inquiry.shown.shelter, desk(work, head.record).await?).await?;
    }
    not_asked(work, head.record, inquiry.org).await
}

/// Ends what an organisation is to a request, unless a part of it is live.
pub(super) async fn not_asked(work: &Work, request: Id, org: Id) -> Result<(), StoreError> {
    if store::orgs(work, request).await?.contains(&org) {
        return Ok(());
    }
    work.end_grant(request, Relation::ReferredTo, Some(org))
        .await?;
    let (guard, _) = work.guard_of(request).await?;
    if guard.org == Some(org) || desk(work, request).await? == Some(org) {
        return Ok(());
    }
    work.take_key(request, org).await
}

/// Tells every shelter that has not answered that its place is no longer needed.
pub(super) async fn others_not_needed(
    work: &Work,
    head: &Head,
    but: Option<Id>,
) -> Result<(), StoreError> {
    for inquiry in store::inquiries(work, head.record).await? {
        if inquiry.shown.state == InquiryState::Asked && Some(inquiry.shown.id) != but {
            end(work, head, &inquiry, (InquiryState::NotNeeded, None), false).await?;
        }
    }
    Ok(())
}

/// The state in which a request is that is neither admitted nor over: held, if a shelter holds a
/// place that waits for no judge.
pub(super) async fn settle(work: &Work, head: &Head) -> Result<State, StoreError> {
    let inquiries = store::inquiries(work, head.record).await?;
    let is_held =
        |inquiry: &Inquiry| inquiry.shown.state == InquiryState::Held && !inquiry.shown.for_judge;
    let state = if inquiries.iter().any(is_held) {
        State::Held
    } else {
        State::Asked
    };
    if state != head.state {
        table::set_state(work, head.record, state).await?;
    }
    Ok(state)
}
