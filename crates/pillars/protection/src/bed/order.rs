//! Putting a request in order, by the rule `ReleaseHolds`: holds that ran out or that nobody needs
//! any more end; whoever is shut out of the report by now has no part in it; and the request lies
//! with the desk that reads its report.

use std::collections::BTreeSet;

use access::Actor;
use access::action::ReleaseHold;
use people::member::memberships_of;
use people::{Rows, unattended};
use record::{EventName, Id, Relation, Role};
use store::{Delivery, Store, StoreError, Unit, Work};

use super::inquiry::store::Inquiry;
use super::store::Standing;
use super::{HoldEnd, InquiryState, State, asking, inquiry, store as table};

/// The rule's name in `authority.csv`.
pub(crate) const NAME: &str = "ReleaseHolds";

/// A hold of the request ran out, or may not go on.
pub(super) const EXPIRED: &str = "expired";
/// Another shelter admitted the person.
pub(super) const ADMITTED_ELSEWHERE: &str = "admitted_elsewhere";

/// Whether another desk could place for a request for which nobody places now.
pub(crate) async fn has_other_placing(at: &impl Rows, request: Id) -> Result<bool, StoreError> {
    let standing = table::standing(at, request).await?;
    let shut_out = table::shut_out(at, standing.root).await?;
    let next = next_placing(at, &standing, &shut_out).await?;
    Ok(next.is_some_and(|(_, next)| next.is_some()))
}

/// Runs the rule on a request for which nobody places.
pub(crate) async fn pass_on(store: &Store, request: Id) -> Result<(), StoreError> {
    run(store, request, EXPIRED, None).await
}

/// Runs the rule on a request, for an event or because time went by.
pub(super) async fn run(
    store: &Store,
    request: Id,
    state: &'static str,
    delivery: Option<Delivery>,
) -> Result<(), StoreError> {
    let gate = store.gate();
    let permit = gate
        .permit_when::<ReleaseHold>(&Actor::Rule(NAME), request, &[state])
        .await?;
    let act = |unit| async move { put_in_order(&unit).await };
    store.follow(permit, delivery, act).await
}

/// `ReleaseHold`, by the rule. Run again, it changes nothing.
async fn put_in_order(unit: &Unit<ReleaseHold>) -> Result<(), StoreError> {
    let request = unit.record();
    let standing = table::lock_request(unit, request).await?;
    let shut_out = table::shut_out(&**unit, standing.root).await?;
    let moved = answer_for(unit, &standing, &shut_out).await?;
    // Shelters first: what a desk was to them ends with what it was to the request.
    let mut ended = false;
    for found in inquiry::store::inquiries(&**unit, request).await? {
        if let Some(because) = over(&standing, &found, &shut_out, unit.now()) {
            end(unit, &standing, &found, because).await?;
            ended = true;
        }
    }
    if ended && matches!(standing.head.state, State::Asked | State::Held) {
        inquiry::settle(unit, &standing.head).await?;
    }
    if moved {
        clock::follow(unit, request).await?;
        unit.tell_grown(standing.root, EventName::request_moved)
            .await?;
    }
    let still = table::head_of(&**unit, request).await?;
    if ended && still.state == State::Asked {
        let code = Some(EXPIRED);
        unit.emit(EventName::HoldEnded, request, standing.root, code)
            .await?;
    }
    if still.state.is_over() {
        asking::forget_if_withdrawn(unit, request, standing.root).await?;
    }
    Ok(())
}

/// Why a part is over, if it is.
fn over(
    standing: &Standing,
    inquiry: &Inquiry,
    shut_out: &BTreeSet<Id>,
    now: record::Moment,
) -> Option<HoldEnd> {
    if !inquiry.shown.state.is_live() {
        return None;
    }
    if shut_out.contains(&inquiry.org) {
        return Some(HoldEnd::ShutOut);
    }
    if inquiry.shown.state != InquiryState::Held {
        return None;
    }
    match standing.head.state {
        State::Cancelled => Some(HoldEnd::Cancelled),
        State::Admitted | State::Ended => Some(HoldEnd::Elsewhere),
        State::Asked | State::Held => inquiry
            .shown
            .hold_until
            .is_none_or(|until| until <= now)
            .then_some(HoldEnd::Expired),
    }
}

/// Ends a part. A stay in a shelter that the report accuses by now is over: its person needs another
/// place tonight.
async fn end(
    unit: &Unit<ReleaseHold>,
    standing: &Standing,
    found: &Inquiry,
    because: HoldEnd,
) -> Result<(), StoreError> {
    let request = unit.record();
    if found.shown.state != InquiryState::Asked {
        inquiry::join_shelter(unit, found.shown.shelter).await?;
    }
    let lived_there = found.shown.state == InquiryState::Admitted;
    let state = if lived_there {
        inquiry::store::end_stay(unit, found.shown.id, because.code(), false).await?;
        super::clocks::went(unit, found.shown.id, because.code()).await?;
        InquiryState::Left
    } else {
        InquiryState::Released
    };
    let how = (state, Some(because));
    inquiry::end(unit, &standing.head, found, how, false).await?;
    if lived_there {
        table::set_round(unit, request, 0).await?;
        table::set_state(unit, request, State::Asked).await?;
        let code = Some(because.code());
        unit.emit(EventName::StayEnded, request, standing.root, code)
            .await?;
    }
    Ok(())
}

/// Lets a request lie with the desk that reads its report, with people and a placement desk that
/// are not shut out. Tells whether anything changed.
async fn answer_for(
    unit: &Unit<ReleaseHold>,
    standing: &Standing,
    shut_out: &BTreeSet<Id>,
) -> Result<bool, StoreError> {
    let request = unit.record();
    let (guard, _) = unit.guard_of(request).await?;
    let (desk, withdrawn) = table::root(&**unit, standing.root).await?;
    let new = desk.filter(|desk| !shut_out.contains(desk) && guard.org != Some(*desk));
    let left = guard.org.filter(|_| new.is_some());
    let mut changed = new.is_some();
    if let Some(new) = new {
        let is_over = standing.head.state.is_over();
        if withdrawn && is_over {
            // Its key is destroyed.
            unit.set_desk(request, new).await?;
        } else {
            unit.share_key(request, new).await?;
            unit.set_desk(request, new).await?;
        }
        unit.end_grant(request, Relation::Supervising, None).await?;
        unit.grant(request, new, Relation::Supervising, None, None)
            .await?;
    }
    for (holder, relation) in table::holders(&**unit, request).await? {
        let ends = match relation {
            Relation::Owner | Relation::Team => works_at(unit, holder, left, shut_out).await?,
            _ => false,
        };
        if ends {
            changed = true;
            unit.end_grant(request, relation, Some(holder)).await?;
        }
    }
    changed |= place_with(unit, standing, shut_out).await?;
    for gone in left
        .into_iter()
        .chain(guard.org.filter(|org| shut_out.contains(org)))
    {
        unit.take_key(request, gone).await?;
    }
    Ok(changed)
}

/// Whether somebody is shut out, or works or worked for a desk that the request left or for a body
/// that is shut out.
async fn works_at(
    work: &Work,
    account: Id,
    left: Option<Id>,
    shut_out: &BTreeSet<Id>,
) -> Result<bool, StoreError> {
    if shut_out.contains(&account) {
        return Ok(true);
    }
    let held = memberships_of(work, account).await?;
    Ok(held
        .iter()
        .any(|held| Some(held.org) == left || shut_out.contains(&held.org)))
}

/// Whether another desk should place: the one that does is shut out, or nobody sits there while
/// somebody sits at another; or none does and one could.
pub(super) async fn next_placing(
    at: &impl Rows,
    standing: &Standing,
    shut_out: &BTreeSet<Id>,
) -> Result<Option<(Option<Id>, Option<Id>)>, StoreError> {
    let holders = table::holders(at, standing.head.record).await?;
    let placing = |held: &&(Id, Relation)| held.1 == Relation::Placing;
    let old = holders.iter().find(placing).map(|(holder, _)| *holder);
    let next = match record::governorate(&standing.head.governorate) {
        Some(place) => asking::placement_desk(at, None, place, shut_out).await?,
        None => None,
    };
    let is_over = standing.head.state.is_over();
    let staffed = unattended::staffed(at, Role::PlacementDesk, shut_out).await?;
    let sits = |desk: Option<Id>| desk.is_some_and(|desk| staffed.contains(&desk));
    let is_out = old.is_some_and(|old| shut_out.contains(&old));
    let moves = is_out || (!is_over && !sits(old) && sits(next));
    Ok((moves && old != next).then_some((old, next)))
}

/// Another desk places from now on, where one should. What the old one was to shelters ends, and the
/// new one is it.
async fn place_with(
    unit: &Unit<ReleaseHold>,
    standing: &Standing,
    shut_out: &BTreeSet<Id>,
) -> Result<bool, StoreError> {
    let request = unit.record();
    let Some((old, next)) = next_placing(&**unit, standing, shut_out).await? else {
        return Ok(false);
    };
    if let Some(old) = old {
        unit.end_grant(request, Relation::Placing, Some(old))
            .await?;
    }
    if let Some(next) = next {
        unit.grant(request, next, Relation::Placing, None, None)
            .await?;
        if !standing.head.state.is_over() {
            unit.share_key(request, next).await?;
        }
    }
    if let Some(old) = old {
        // The desk that reads the report may be the same body: it reads on.
        let (guard, _) = unit.guard_of(request).await?;
        if guard.org != Some(old) {
            unit.take_key(request, old).await?;
        }
    }
    for found in inquiry::store::inquiries(&**unit, request).await? {
        if matches!(
            found.shown.state,
            InquiryState::Held | InquiryState::Admitted
        ) {
            inquiry::join_shelter(unit, found.shown.shelter).await?;
            inquiry::place(unit, found.shown.shelter, old).await?;
            inquiry::place(unit, found.shown.shelter, next).await?;
        }
    }
    Ok(true)
}
