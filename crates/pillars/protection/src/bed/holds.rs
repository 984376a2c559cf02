//! A shelter holds a place: the first that does has the person.

use access::action::{HoldBed, ReleaseHold, RenewHold};
use access::{Action, Actor};
use record::{EventName, Id};
use store::{Store, StoreError, Unit, Work};

use super::inquiry::{TakeOutcome, store::Inquiry};
use super::{
    BedError, Done, HoldEnd, HoldOutcome, InquiryState, OneInquiry, Renewing, State, clocks,
    inquiry, read, store as table,
};

/// `HoldBed`: takes a place for some hours. [`BedError::Full`] where none is free.
pub async fn hold_bed(unit: &Unit<HoldBed>, input: &OneInquiry) -> Result<HoldOutcome, BedError> {
    let request = unit.record();
    if let Some(answer) = unit.answered(&input.form_key).await? {
        return Ok(before(&answer));
    }
    let inquiry = inquiry::own(unit, request, input.inquiry).await?;
    match inquiry.shown.state {
        InquiryState::Asked => {}
        InquiryState::NotNeeded => return Ok(HoldOutcome::NotNeeded),
        _ => return Err(BedError::NotAsked),
    }
    let standing = table::lock_request(unit, request).await?;
    let head = &standing.head;
    inquiry::join_shelter(unit, inquiry.shown.shelter).await?;
    let TakeOutcome::Row(row) = inquiry::take(unit, head, &inquiry).await? else {
        not_here(unit, &inquiry).await?;
        unit.answer(&input.form_key, NOT_HERE).await?;
        return Ok(HoldOutcome::NotHere);
    };
    let until = clocks::hold_until(unit.now(), false);
    inquiry::store::set_held(unit, inquiry.shown.id, row, until, false).await?;
    clocks::answered(unit, inquiry.shown.id, InquiryState::Held.code()).await?;
    clocks::held(unit, head, standing.root, inquiry.shown.id, until).await?;
    inquiry::others_not_needed(unit, head, Some(inquiry.shown.id)).await?;
    let desk = inquiry::desk(unit, request).await?;
    inquiry::place(unit, inquiry.shown.shelter, desk).await?;
    table::set_state(unit, request, State::Held).await?;
    unit.emit(EventName::BedHeld, request, standing.root, None)
        .await?;
    unit.answer(&input.form_key, HELD).await?;
    Ok(HoldOutcome::Yes(Done::Now))
}

/// What a form that took a place is answered when it comes again.
pub(super) const HELD: &str = "held";
/// What a form is answered whose person must not come.
pub(super) const NOT_HERE: &str = "not_here";

/// What the same form was answered before.
pub(super) fn before(answer: &str) -> HoldOutcome {
    if answer == NOT_HERE {
        HoldOutcome::NotHere
    } else {
        HoldOutcome::Yes(Done::Before)
    }
}

/// The shelter is asked no more; it learns nothing else, and the others are asked on.
pub(super) async fn not_here(work: &Work, inquiry: &Inquiry) -> Result<(), StoreError> {
    let standing = table::standing(work, inquiry.shown.request).await?;
    let head = &standing.head;
    inquiry::end(work, head, inquiry, (InquiryState::NotHere, None), true).await?;
    inquiry::settle(work, head).await?;
    let code = Some(NOT_HERE);
    work.emit(EventName::BedDeclined, head.record, standing.root, code)
        .await
}

/// Asks for the permit and holds; tells a shelter that came too late so, and no other.
pub async fn hold(
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
        InquiryState::Held,
        |unit, input| async move { hold_bed(&unit, &input).await },
    )
    .await
}

/// Asks for the permit of `A` and acts by it; tells a shelter that came too late so, and no other.
pub(super) async fn take<A: Action, F>(
    store: &Store,
    actor: &Actor,
    request: Id,
    input: OneInquiry,
    wanted: InquiryState,
    act: fn(Unit<A>, OneInquiry) -> F,
) -> Result<HoldOutcome, BedError>
where
    F: Future<Output = Result<HoldOutcome, BedError>> + Send + 'static,
{
    let (inquiry, form_key) = (input.inquiry, input.form_key.clone());
    let gate = store.gate();
    let taken = match gate.permit_for_now::<A>(actor, request, &[]).await? {
        Some(permit) => {
            store
                .unit(permit, move |unit| act(unit, input.clone()))
                .await
        }
        None => Err(StoreError::Absent.into()),
    };
    let absent = |taken: &Result<HoldOutcome, BedError>| {
        matches!(taken, Err(BedError::Store(StoreError::Absent)))
    };
    if !absent(&taken) {
        return taken;
    }
    // The same form came again, whatever became of the place since.
    if let Some(answer) = store.answered::<A>(actor, &form_key).await? {
        return Ok(before(&answer));
    }
    let late = too_late(store, actor, request, inquiry, wanted).await;
    if absent(&late) {
        // Neither late nor a second click: that it was refused is written.
        gate.permit::<A>(actor, request).await.map(drop)?;
    }
    late
}

/// What a shelter is told that was refused: only what became of its own part.
async fn too_late(
    store: &Store,
    actor: &Actor,
    request: Id,
    inquiry: Id,
    wanted: InquiryState,
) -> Result<HoldOutcome, BedError> {
    let own = read::own_inquiries(store, actor, request).await?;
    let own = own
        .iter()
        .find(|own| own.id == inquiry)
        .map(|own| own.state);
    match own {
        Some(InquiryState::NotNeeded) => Ok(HoldOutcome::NotNeeded),
        Some(InquiryState::NotHere) => Ok(HoldOutcome::NotHere),
        // The same form came again, after its twin had changed what may be done.
        Some(state) if state == wanted => Ok(HoldOutcome::Yes(Done::Before)),
        _ => Err(StoreError::Absent.into()),
    }
}

/// A part of a request that holds a place now.
async fn live(work: &Work, request: Id, inquiry: Id) -> Result<Inquiry, BedError> {
    let found = inquiry::store::inquiry_of(work, inquiry).await?;
    found
        .filter(|inquiry| {
            inquiry.shown.request == request
                && inquiry.shown.state == InquiryState::Held
                && inquiry
                    .shown
                    .hold_until
                    .is_some_and(|until| work.now() < until)
        })
        .ok_or(BedError::NotHeld)
}

/// `RenewHold`: the hold goes on, for a reason.
pub async fn renew_hold(unit: &Unit<RenewHold>, input: &Renewing) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let inquiry = live(unit, request, input.inquiry).await?;
    let before = inquiry.shown.hold_until.unwrap_or(unit.now());
    let until = clocks::hold_until(unit.now(), inquiry.shown.for_judge).max(before);
    inquiry::join_shelter(unit, inquiry.shown.shelter).await?;
    inquiry::store::set_hold_until(unit, inquiry.shown.id, until).await?;
    clocks::renewed(unit, inquiry.shown.id, until, input.because.code()).await?;
    let desk = inquiry::desk(unit, request).await?;
    inquiry::place(unit, inquiry.shown.shelter, desk).await?;
    unit.reason(input.because.code()).await;
    unit.answer(&input.form_key, "renewed").await?;
    Ok(Done::Now)
}

/// `ReleaseHold`, by the desk: the hold ends, and others are asked.
pub async fn release_hold(unit: &Unit<ReleaseHold>, input: &OneInquiry) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let inquiry = live(unit, request, input.inquiry).await?;
    let standing = table::lock_request(unit, request).await?;
    inquiry::join_shelter(unit, inquiry.shown.shelter).await?;
    let how = (InquiryState::Released, Some(HoldEnd::Desk));
    inquiry::end(unit, &standing.head, &inquiry, how, false).await?;
    inquiry::settle(unit, &standing.head).await?;
    let code = Some(HoldEnd::Desk.code());
    unit.emit(EventName::HoldEnded, request, standing.root, code)
        .await?;
    unit.answer(&input.form_key, "released").await?;
    Ok(Done::Now)
}
