//! A house holds a place: the first that does has the person.

use access::action::{HoldBed, ReleaseHold, RenewHold};
use access::{Action, Actor};
use record::{EventName, Id};
use store::{Store, StoreError, Unit, Work};

use super::part::{Took, store::Part};
use super::{
    AskState, BedError, Done, HoldEnd, OneAsk, Renewing, State, Taken, clocks, part, read,
    store as table,
};

/// `HoldBed`: takes a place for some hours. [`BedError::Full`] where none is free.
pub async fn hold_bed(unit: &Unit<HoldBed>, input: &OneAsk) -> Result<Taken, BedError> {
    let request = unit.record();
    if let Some(answer) = unit.answered(&input.form_key).await? {
        return Ok(before(&answer));
    }
    let part = part::own(unit, request, input.ask).await?;
    match part.ask.state {
        AskState::Asked => {}
        AskState::NotNeeded => return Ok(Taken::NotNeeded),
        _ => return Err(BedError::NotAsked),
    }
    let standing = table::turn(unit, request).await?;
    let head = &standing.head;
    part::join_house(unit, part.ask.house).await?;
    let Took::Row(row) = part::take(unit, head, &part).await? else {
        not_here(unit, &part).await?;
        unit.answer(&input.form_key, NOT_HERE).await?;
        return Ok(Taken::NotHere);
    };
    let until = clocks::hold_until(unit.now(), false);
    part::store::set_held(unit, part.ask.id, row, until, false).await?;
    clocks::answered(unit, part.ask.id, AskState::Held.code()).await?;
    clocks::held(unit, head, standing.root, part.ask.id, until).await?;
    part::others_not_needed(unit, head, Some(part.ask.id)).await?;
    let desk = part::desk(unit, request).await?;
    part::place(unit, part.ask.house, desk).await?;
    table::set_state(unit, request, State::Held).await?;
    unit.happened(EventName::BedHeld, request, standing.root, None)
        .await?;
    unit.answer(&input.form_key, HELD).await?;
    Ok(Taken::Yes(Done::Now))
}

/// What a form that took a place is answered when it comes again.
pub(super) const HELD: &str = "held";
/// What a form is answered whose person must not come.
pub(super) const NOT_HERE: &str = "not_here";

/// What the same form was answered before.
pub(super) fn before(answer: &str) -> Taken {
    if answer == NOT_HERE {
        Taken::NotHere
    } else {
        Taken::Yes(Done::Before)
    }
}

/// The house is asked no more; it learns nothing else, and the others are asked on.
pub(super) async fn not_here(work: &Work, part: &Part) -> Result<(), StoreError> {
    let standing = table::standing(work, part.ask.request).await?;
    let head = &standing.head;
    part::end(work, head, part, (AskState::NotHere, None), true).await?;
    part::settle(work, head).await?;
    let code = Some(NOT_HERE);
    work.happened(EventName::BedDeclined, head.record, standing.root, code)
        .await
}

/// Asks for the permit and holds; tells a house that came too late so, and no other.
pub async fn hold(
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
        AskState::Held,
        |unit, input| async move { hold_bed(&unit, &input).await },
    )
    .await
}

/// Asks for the permit of `A` and acts by it; tells a house that came too late so, and no other.
pub(super) async fn take<A: Action, F>(
    store: &Store,
    actor: &Actor,
    request: Id,
    input: OneAsk,
    wanted: AskState,
    act: fn(Unit<A>, OneAsk) -> F,
) -> Result<Taken, BedError>
where
    F: Future<Output = Result<Taken, BedError>> + Send + 'static,
{
    let (ask, form_key) = (input.ask, input.form_key.clone());
    let gate = store.gate();
    let taken = match gate.permit_for_now::<A>(actor, request, &[]).await? {
        Some(permit) => {
            store
                .unit(permit, move |unit| act(unit, input.clone()))
                .await
        }
        None => Err(StoreError::Absent.into()),
    };
    let absent =
        |taken: &Result<Taken, BedError>| matches!(taken, Err(BedError::Store(StoreError::Absent)));
    if !absent(&taken) {
        return taken;
    }
    // The same form came again, whatever became of the place since.
    if let Some(answer) = store.answered::<A>(actor, &form_key).await? {
        return Ok(before(&answer));
    }
    let late = too_late(store, actor, request, ask, wanted).await;
    if absent(&late) {
        // Neither late nor a second click: that it was refused is written.
        gate.permit::<A>(actor, request).await.map(drop)?;
    }
    late
}

/// What a house is told that was refused: only what became of its own part.
async fn too_late(
    store: &Store,
    actor: &Actor,
    request: Id,
    ask: Id,
    wanted: AskState,
) -> Result<Taken, BedError> {
    let own = read::own_parts(store, actor, request).await?;
    let own = own.iter().find(|own| own.id == ask).map(|own| own.state);
    match own {
        Some(AskState::NotNeeded) => Ok(Taken::NotNeeded),
        Some(AskState::NotHere) => Ok(Taken::NotHere),
        // The same form came again, after its twin had changed what may be done.
        Some(state) if state == wanted => Ok(Taken::Yes(Done::Before)),
        _ => Err(StoreError::Absent.into()),
    }
}

/// A part of a request that holds a place now.
async fn live(work: &Work, request: Id, ask: Id) -> Result<Part, BedError> {
    let found = part::store::part_of(work, ask).await?;
    found
        .filter(|part| {
            part.ask.request == request
                && part.ask.state == AskState::Held
                && part.ask.hold_until.is_some_and(|until| work.now() < until)
        })
        .ok_or(BedError::NotHeld)
}

/// `RenewHold`: the hold goes on, for a reason.
pub async fn renew_hold(unit: &Unit<RenewHold>, input: &Renewing) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let part = live(unit, request, input.ask).await?;
    let before = part.ask.hold_until.unwrap_or(unit.now());
    let until = clocks::hold_until(unit.now(), part.ask.for_judge).max(before);
    part::join_house(unit, part.ask.house).await?;
    part::store::set_hold_until(unit, part.ask.id, until).await?;
    clocks::renewed(unit, part.ask.id, until, input.because.code()).await?;
    let desk = part::desk(unit, request).await?;
    part::place(unit, part.ask.house, desk).await?;
    unit.reason(input.because.code()).await;
    unit.answer(&input.form_key, "renewed").await?;
    Ok(Done::Now)
}

/// `ReleaseHold`, by the desk: the hold ends, and others are asked.
pub async fn release_hold(unit: &Unit<ReleaseHold>, input: &OneAsk) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let part = live(unit, request, input.ask).await?;
    let standing = table::turn(unit, request).await?;
    part::join_house(unit, part.ask.house).await?;
    let how = (AskState::Released, Some(HoldEnd::Desk));
    part::end(unit, &standing.head, &part, how, false).await?;
    part::settle(unit, &standing.head).await?;
    let code = Some(HoldEnd::Desk.code());
    unit.happened(EventName::HoldEnded, request, standing.root, code)
        .await?;
    unit.answer(&input.form_key, "released").await?;
    Ok(Done::Now)
}
