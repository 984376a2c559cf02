//! A shelter declines, and a named person reviews a decline for another reason.

use access::action::{DeclineBed, ReviewDecline};
use people::organisation;
use record::{EventName, Id};
use store::{Unit, Work};

use super::inquiry::{TakeOutcome, store::Inquiry};
use super::store::Standing;
use super::{
    BedError, Decline, Declining, Done, InquiryState, ToReview, clocks, facts, holds, inquiry,
    rules, store as table,
};

/// The body that set a condition which nobody may set; none is needed for a lawful reason.
async fn condition(work: &Work, code: Decline, body: Option<Id>) -> Result<Option<Id>, BedError> {
    if code.is_lawful() {
        return Ok(None);
    }
    let body = body.ok_or(BedError::NoBody)?;
    match organisation::find(work, body).await? {
        Some(_) => Ok(Some(body)),
        None => Err(BedError::NoBody),
    }
}

/// `DeclineBed`: a shelter says no, with a code. On `court_order` it keeps a place on hold for the
/// judge, and the next shelters are asked all the same.
pub async fn decline_bed(unit: &Unit<DeclineBed>, input: &Declining) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let inquiry = inquiry::own(unit, request, input.inquiry).await?;
    if !matches!(
        inquiry.shown.state,
        InquiryState::Asked | InquiryState::Held
    ) {
        return Err(BedError::NotAsked);
    }
    let body = condition(unit, input.code, input.body).await?;
    let standing = table::lock_request(unit, request).await?;
    let is_free = inquiry.shown.state == InquiryState::Asked;
    if !is_free || input.code == Decline::CourtOrder {
        inquiry::join_shelter(unit, inquiry.shown.shelter).await?;
    }
    let review = (input.code == Decline::Other).then(|| unit.now().plus_seconds(rules::REVIEW));
    inquiry::store::set_decline(unit, inquiry.shown.id, input.code, body, review).await?;
    facts::refused(unit, &standing.head, inquiry.shown.id, input.code).await?;
    let keeps = match input.code {
        Decline::CourtOrder => for_judge(unit, &standing, &inquiry).await?,
        _ => Keeps::Nothing,
    };
    match keeps {
        Keeps::Place => {}
        Keeps::NotHere => {
            holds::not_here(unit, &inquiry).await?;
        }
        Keeps::Nothing => {
            let how = (InquiryState::Declined, None);
            inquiry::end(unit, &standing.head, &inquiry, how, true).await?;
        }
    }
    inquiry::settle(unit, &standing.head).await?;
    let code = Some(input.code.code());
    unit.emit(EventName::BedDeclined, request, standing.root, code)
        .await?;
    unit.reason(input.code.code()).await;
    unit.answer(&input.form_key, "declined").await?;
    Ok(Done::Now)
}

/// What a shelter that asks for a judge's letter keeps for the person.
enum Keeps {
    /// A place, while the application runs.
    Place,
    /// None: somebody there must not meet them.
    NotHere,
    /// None is free.
    Nothing,
}

async fn for_judge(work: &Work, standing: &Standing, inquiry: &Inquiry) -> Result<Keeps, BedError> {
    let until = clocks::hold_until(work.now(), true);
    let head = &standing.head;
    let row = if inquiry.shown.state == InquiryState::Held {
        inquiry.row
    } else {
        match inquiry::take(work, head, inquiry).await {
            Ok(TakeOutcome::Row(row)) => row,
            Ok(TakeOutcome::NotHere) => return Ok(Keeps::NotHere),
            Err(BedError::Full) => return Ok(Keeps::Nothing),
            Err(error) => return Err(error),
        }
    };
    let until = inquiry
        .shown
        .hold_until
        .map_or(until, |held| held.max(until));
    inquiry::store::set_held(work, inquiry.shown.id, row, until, true).await?;
    clocks::answered(work, inquiry.shown.id, Decline::CourtOrder.code()).await?;
    clocks::held(work, head, standing.root, inquiry.shown.id, until).await?;
    let desk = inquiry::desk(work, head.record).await?;
    inquiry::place(work, inquiry.shown.shelter, desk).await?;
    Ok(Keeps::Place)
}

/// `ReviewDecline`, reading: declines for another reason that nobody reviewed.
pub async fn to_review(unit: &Unit<ReviewDecline>) -> Result<Vec<ToReview>, BedError> {
    Ok(inquiry::store::to_review(&**unit, unit.record()).await?)
}

/// `ReviewDecline`: what the reason was in truth.
pub async fn review_decline(
    unit: &Unit<ReviewDecline>,
    input: &Declining,
) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let found = inquiry::store::inquiry_of(&**unit, input.inquiry).await?;
    let inquiry = found
        .filter(|inquiry| inquiry.shown.request == request)
        .ok_or(BedError::NotAsked)?;
    let body = condition(unit, input.code, input.body).await?;
    if !inquiry::store::set_reviewed(unit, inquiry.shown.id, input.code, body).await? {
        return Err(BedError::NotAsked);
    }
    let standing = table::lock_request(unit, request).await?;
    facts::refused(unit, &standing.head, inquiry.shown.id, input.code).await?;
    let code = input.code.code();
    unit.emit(
        EventName::DeclineReviewed,
        request,
        standing.root,
        Some(code),
    )
    .await?;
    unit.reason(code).await;
    unit.answer(&input.form_key, code).await?;
    Ok(Done::Now)
}
