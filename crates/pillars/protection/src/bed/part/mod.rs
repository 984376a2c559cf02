//! One house's part in a request: how it is taken, how it ends, and what the placement desk is to
//! the house meanwhile.

pub(super) mod store;

use ::store::{StoreError, Work};
use access::action::CountPlace;
use record::{Id, Purpose, Relation};

use self::store::Part;
use super::{AskState, BedError, Head, HoldEnd, State, clocks, rules, store as table};
use crate::shelter;

/// What trying to take a place comes to.
pub(super) enum Took {
    /// These places.
    Row(Id),
    /// Somebody there must not meet this person.
    NotHere,
}

/// Brings a house into the unit, to count its places and to say which desk places somebody there.
pub(super) async fn join_house(work: &Work, house: Id) -> Result<(), StoreError> {
    let gate = work.store().gate();
    let permit = gate.permit::<CountPlace>(work.actor(), house).await?;
    work.join(permit).await
}

/// The part that a house's form is about, if it is this house's.
pub(super) async fn own(work: &Work, request: Id, ask: Id) -> Result<Part, BedError> {
    let org = work.actor().member().map(|member| member.org);
    let found = store::part_of(work, ask).await?;
    found
        .filter(|part| part.ask.request == request && Some(part.org) == org)
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

/// Whether somebody who lives in a house, or is on the way to it, must not meet this person.
pub(super) async fn must_not_meet(work: &Work, house: Id, head: &Head) -> Result<bool, StoreError> {
    for code in store::others_here(work, house, head.record).await? {
        if table::is_pair(work, pair(work.store(), &head.code, &code)).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes a place in a house that the unit holds: places that fit by what is declared now.
pub(super) async fn take(work: &Work, head: &Head, part: &Part) -> Result<Took, BedError> {
    if must_not_meet(work, part.ask.house, head).await? {
        return Ok(Took::NotHere);
    }
    let who = rules::Seeker::from(head);
    let places = shelter::store::places(work, part.ask.house).await?;
    let mut fitting: Vec<_> = places
        .iter()
        .filter_map(|one| {
            rules::fits(&who, &one.declared).map(|fit| (one.id != part.row, fit, one.id))
        })
        .collect();
    // Those that were asked for come first.
    fitting.sort_unstable();
    for (_, _, row) in fitting {
        if shelter::store::take(work, row, head.heads).await? {
            return Ok(Took::Row(row));
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

/// Lets a desk be to a house exactly what its live holds and stays there make of it: it reads the
/// address while one of them lasts, and not a moment longer.
pub(super) async fn place(work: &Work, house: Id, desk: Option<Id>) -> Result<(), StoreError> {
    let Some(desk) = desk else { return Ok(()) };
    let (guard, _) = work.guard_of(house).await?;
    if let Some(until) = store::desk_until(work, house, desk).await? {
        let purpose = Some(Purpose::Placement);
        work.hold(house, desk, Relation::Placing, purpose, until)
            .await?;
        return work.share_key(house, desk).await;
    }
    work.end_holding(house, Relation::Placing, Some(desk))
        .await?;
    // A desk that runs the house itself keeps its key.
    if guard.org == Some(desk) {
        return Ok(());
    }
    work.take_key(house, desk).await
}

/// Ends a part: its clocks stop, a place it had is free, and its organisation is no longer asked
/// unless another of its houses is. The house is in the unit, where the part holds a place.
pub(super) async fn end(
    work: &Work,
    head: &Head,
    part: &Part,
    (state, because): (AskState, Option<HoldEnd>),
    is_answer: bool,
) -> Result<(), StoreError> {
    store::set_over(work, part.ask.id, state, because, is_answer).await?;
    let how = because.map_or(state.code(), HoldEnd::code);
    clocks::answered(work, part.ask.id, how).await?;
    if matches!(part.ask.state, AskState::Held | AskState::Admitted) {
        shelter::store::give_back(work, part.row, head.heads).await?;
        clocks::hold_ended(work, part.ask.id, how).await?;
        place(work, part.ask.house, desk(work, head.record).await?).await?;
    }
    not_asked(work, head.record, part.org).await
}

/// Ends what an organisation is to a request, unless a part of it is live.
pub(super) async fn not_asked(work: &Work, request: Id, org: Id) -> Result<(), StoreError> {
    if store::orgs(work, request).await?.contains(&org) {
        return Ok(());
    }
    work.end_holding(request, Relation::ReferredTo, Some(org))
        .await?;
    let (guard, _) = work.guard_of(request).await?;
    if guard.org == Some(org) || desk(work, request).await? == Some(org) {
        return Ok(());
    }
    work.take_key(request, org).await
}

/// Tells every house that has not answered that its place is no longer needed.
pub(super) async fn others_not_needed(
    work: &Work,
    head: &Head,
    but: Option<Id>,
) -> Result<(), StoreError> {
    for part in store::parts(work, head.record).await? {
        if part.ask.state == AskState::Asked && Some(part.ask.id) != but {
            end(work, head, &part, (AskState::NotNeeded, None), false).await?;
        }
    }
    Ok(())
}

/// The state in which a request is that is neither admitted nor over: held, if a house holds a
/// place that waits for no judge.
pub(super) async fn settle(work: &Work, head: &Head) -> Result<State, StoreError> {
    let parts = store::parts(work, head.record).await?;
    let is_held = |part: &Part| part.ask.state == AskState::Held && !part.ask.for_judge;
    let state = if parts.iter().any(is_held) {
        State::Held
    } else {
        State::Asked
    };
    if state != head.state {
        table::set_state(work, head.record, state).await?;
    }
    Ok(state)
}
