//! A person comes to a shelter, and goes.

use access::Actor;
use access::action::{AdmitToBed, EndStay};
use record::{EventName, Id, Relation};
use store::{Store, Unit};

use super::asking::forget_if_withdrawn;
use super::holds::{before, not_here, take};
use super::inquiry::TakeOutcome;
use super::{
    BedError, Done, Ending, Exit, HoldOutcome, InquiryState, OneInquiry, State, clocks, facts,
    inquiry, rules, store as table,
};

/// `AdmitToBed`: opens the stay, under the request's code. Other holds end by a rule.
pub async fn admit_to_bed(
    unit: &Unit<AdmitToBed>,
    input: &OneInquiry,
) -> Result<HoldOutcome, BedError> {
    let request = unit.record();
    if let Some(answer) = unit.answered(&input.form_key).await? {
        return Ok(before(&answer));
    }
    let inquiry = inquiry::own(unit, request, input.inquiry).await?;
    let standing = table::lock_request(unit, request).await?;
    let head = &standing.head;
    let holds = match inquiry.shown.state {
        InquiryState::Asked => false,
        InquiryState::Held => true,
        InquiryState::NotNeeded => return Ok(HoldOutcome::NotNeeded),
        _ => return Err(BedError::NotAsked),
    };
    inquiry::join_shelter(unit, inquiry.shown.shelter).await?;
    let took = if !holds {
        inquiry::take(unit, head, &inquiry).await?
    } else if inquiry::must_not_meet(unit, inquiry.shown.shelter, head).await? {
        TakeOutcome::NotHere
    } else {
        TakeOutcome::Row(inquiry.row)
    };
    let TakeOutcome::Row(row) = took else {
        not_here(unit, &inquiry).await?;
        unit.answer(&input.form_key, super::holds::NOT_HERE).await?;
        return Ok(HoldOutcome::NotHere);
    };
    let how = InquiryState::Admitted.code();
    inquiry::store::set_admitted(unit, inquiry.shown.id, row).await?;
    clocks::answered(unit, inquiry.shown.id, how).await?;
    clocks::hold_ended(unit, inquiry.shown.id, how).await?;
    let until = unit.now().plus_seconds(rules::EMERGENCY);
    inquiry::store::insert_stay(unit, &inquiry, until).await?;
    clocks::came(unit, head, standing.root, inquiry.shown.id).await?;
    facts::placed(unit, head, inquiry.shown.id).await?;
    inquiry::others_not_needed(unit, head, Some(inquiry.shown.id)).await?;
    let desk = inquiry::desk(unit, request).await?;
    inquiry::place(unit, inquiry.shown.shelter, desk).await?;
    table::set_state(unit, request, State::Admitted).await?;
    // A shelter that holds a place for a judge takes nobody in any more: it may not say that it has
    // seen the child, and the rule ends its hold.
    for other in inquiry::store::orgs(&**unit, request).await? {
        if other != inquiry.org {
            unit.end_grant(request, Relation::ReferredTo, Some(other))
                .await?;
        }
    }
    // The child stands in the shelter now: it can be said before any rule has run.
    ::clock::tell_shelters(unit, request, standing.root).await?;
    unit.emit(EventName::BedAdmitted, request, standing.root, None)
        .await?;
    unit.answer(&input.form_key, how).await?;
    Ok(HoldOutcome::Yes(Done::Now))
}

/// Asks for the permit and admits; tells a shelter that came too late so, and no other.
pub async fn admit(
    store: &Store,
    actor: &Actor,
    request: Id,
    input: OneInquiry,
) -> Result<HoldOutcome, BedError> {
    take(
        store,
        actor,
        request,
        input,
        InquiryState::Admitted,
        |unit, input| async move { admit_to_bed(&unit, &input).await },
    )
    .await
}

/// `EndStay`: how the stay ended. Where the shelter could not keep the person, others are asked.
pub async fn end_stay(unit: &Unit<EndStay>, input: &Ending) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let inquiry = inquiry::own(unit, request, input.inquiry).await?;
    if inquiry.shown.state != InquiryState::Admitted {
        return Err(BedError::NotAsked);
    }
    let standing = table::lock_request(unit, request).await?;
    let how = input.exit.code();
    inquiry::join_shelter(unit, inquiry.shown.shelter).await?;
    inquiry::store::end_stay(unit, inquiry.shown.id, how, input.known).await?;
    clocks::went(unit, inquiry.shown.id, how).await?;
    inquiry::end(
        unit,
        &standing.head,
        &inquiry,
        (InquiryState::Left, None),
        false,
    )
    .await?;
    if input.exit == Exit::ShelterCannot {
        // The person still needs a place tonight: it begins anew.
        table::set_round(unit, request, 0).await?;
        table::set_state(unit, request, State::Asked).await?;
    } else {
        table::set_state(unit, request, State::Ended).await?;
        forget_if_withdrawn(unit, request, standing.root).await?;
    }
    unit.reason(how).await;
    unit.emit(EventName::StayEnded, request, standing.root, Some(how))
        .await?;
    unit.answer(&input.form_key, how).await?;
    Ok(Done::Now)
}
