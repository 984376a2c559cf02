//! A person comes to a house, and goes.

use access::Actor;
use access::action::{AdmitToBed, EndStay};
use record::{EventName, Id, Relation};
use store::{Store, Unit};

use super::asking::forget_if_withdrawn;
use super::holding::{before, not_here, take};
use super::part::Took;
use super::{
    AskState, BedError, Done, Ending, Exit, OneAsk, State, Taken, clocks, facts, part, rules,
    store as table,
};

/// `AdmitToBed`: opens the stay, under the request's code. Other holds end by a rule.
pub async fn admit_to_bed(unit: &Unit<AdmitToBed>, input: &OneAsk) -> Result<Taken, BedError> {
    let request = unit.record();
    if let Some(answer) = unit.answered(&input.form_key).await? {
        return Ok(before(&answer));
    }
    let part = part::own(unit, request, input.ask).await?;
    let standing = table::turn(unit, request).await?;
    let head = &standing.head;
    let holds = match part.ask.state {
        AskState::Asked => false,
        AskState::Held => true,
        AskState::NotNeeded => return Ok(Taken::NotNeeded),
        _ => return Err(BedError::NotAsked),
    };
    part::join_house(unit, part.ask.house).await?;
    let took = if !holds {
        part::take(unit, head, &part).await?
    } else if part::must_not_meet(unit, part.ask.house, head).await? {
        Took::NotHere
    } else {
        Took::Row(part.row)
    };
    let Took::Row(row) = took else {
        not_here(unit, &part).await?;
        unit.answer(&input.form_key, super::holding::NOT_HERE)
            .await?;
        return Ok(Taken::NotHere);
    };
    let how = AskState::Admitted.code();
    part::store::set_admitted(unit, part.ask.id, row).await?;
    clocks::answered(unit, part.ask.id, how).await?;
    clocks::hold_ended(unit, part.ask.id, how).await?;
    let until = unit.now().plus_seconds(rules::EMERGENCY);
    part::store::insert_stay(unit, &part, until).await?;
    clocks::came(unit, head, standing.root, part.ask.id).await?;
    facts::placed(unit, head, part.ask.id).await?;
    part::others_not_needed(unit, head, Some(part.ask.id)).await?;
    let desk = part::desk(unit, request).await?;
    part::place(unit, part.ask.house, desk).await?;
    table::set_state(unit, request, State::Admitted).await?;
    // A house that holds a place for a judge takes nobody in any more: it may not say that it has
    // seen the child, and the rule ends its hold.
    for other in part::store::orgs(&**unit, request).await? {
        if other != part.org {
            unit.end_holding(request, Relation::ReferredTo, Some(other))
                .await?;
        }
    }
    // The child stands in the house now: it can be said before any rule has run.
    ::clock::tell_houses(unit, request, standing.root).await?;
    unit.happened(EventName::BedAdmitted, request, standing.root, None)
        .await?;
    unit.answer(&input.form_key, how).await?;
    Ok(Taken::Yes(Done::Now))
}

/// Asks for the permit and admits; tells a house that came too late so, and no other.
pub async fn admit(
    store: &Store,
    actor: &Actor,
    request: Id,
    input: OneAsk,
) -> Result<Taken, BedError> {
    take(
        store,
        actor,
        request,
        input,
        AskState::Admitted,
        |unit, input| async move { admit_to_bed(&unit, &input).await },
    )
    .await
}

/// `EndStay`: how the stay ended. Where the house could not keep the person, others are asked.
pub async fn end_stay(unit: &Unit<EndStay>, input: &Ending) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let part = part::own(unit, request, input.ask).await?;
    if part.ask.state != AskState::Admitted {
        return Err(BedError::NotAsked);
    }
    let standing = table::turn(unit, request).await?;
    let how = input.exit.code();
    part::join_house(unit, part.ask.house).await?;
    part::store::end_stay(unit, part.ask.id, how, input.known).await?;
    clocks::went(unit, part.ask.id, how).await?;
    part::end(unit, &standing.head, &part, (AskState::Left, None), false).await?;
    if input.exit == Exit::HouseCannot {
        // The person still needs a place tonight: it begins anew.
        table::set_round(unit, request, 0).await?;
        table::set_state(unit, request, State::Asked).await?;
    } else {
        table::set_state(unit, request, State::Ended).await?;
        forget_if_withdrawn(unit, request, standing.root).await?;
    }
    unit.reason(how).await;
    unit.happened(EventName::StayEnded, request, standing.root, Some(how))
        .await?;
    unit.answer(&input.form_key, how).await?;
    Ok(Done::Now)
}
