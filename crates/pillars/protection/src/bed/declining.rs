//! A house declines, and a named person reviews a decline for another reason.

use access::action::{DeclineBed, ReviewDecline};
use people::organisation;
use record::{EventName, Id};
use store::{Unit, Work};

use super::part::{Took, store::Part};
use super::store::Standing;
use super::{
    AskState, BedError, Decline, Declining, Done, ToReview, clocks, facts, holding, part, rules,
    store as table,
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

/// `DeclineBed`: a house says no, with a code. On `court_order` it keeps a place on hold for the
/// judge, and the next houses are asked all the same.
pub async fn decline_bed(unit: &Unit<DeclineBed>, input: &Declining) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(&input.form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let part = part::own(unit, request, input.ask).await?;
    if !matches!(part.ask.state, AskState::Asked | AskState::Held) {
        return Err(BedError::NotAsked);
    }
    let body = condition(unit, input.code, input.body).await?;
    let standing = table::turn(unit, request).await?;
    let is_free = part.ask.state == AskState::Asked;
    if !is_free || input.code == Decline::CourtOrder {
        part::join_house(unit, part.ask.house).await?;
    }
    let review = (input.code == Decline::Other).then(|| unit.now().plus_seconds(rules::REVIEW));
    part::store::set_decline(unit, part.ask.id, input.code, body, review).await?;
    facts::refused(unit, &standing.head, part.ask.id, input.code).await?;
    let keeps = match input.code {
        Decline::CourtOrder => for_judge(unit, &standing, &part).await?,
        _ => Keeps::Nothing,
    };
    match keeps {
        Keeps::Place => {}
        Keeps::NotHere => {
            holding::not_here(unit, &part).await?;
        }
        Keeps::Nothing => {
            let how = (AskState::Declined, None);
            part::end(unit, &standing.head, &part, how, true).await?;
        }
    }
    part::settle(unit, &standing.head).await?;
    let code = Some(input.code.code());
    unit.happened(EventName::BedDeclined, request, standing.root, code)
        .await?;
    unit.reason(input.code.code()).await;
    unit.answer(&input.form_key, "declined").await?;
    Ok(Done::Now)
}

/// What a house that asks for a judge's letter keeps for the person.
enum Keeps {
    /// A place, while the application runs.
    Place,
    /// None: somebody there must not meet them.
    NotHere,
    /// None is free.
    Nothing,
}

async fn for_judge(work: &Work, standing: &Standing, part: &Part) -> Result<Keeps, BedError> {
    let until = clocks::hold_until(work.now(), true);
    let head = &standing.head;
    let row = if part.ask.state == AskState::Held {
        part.row
    } else {
        match part::take(work, head, part).await {
            Ok(Took::Row(row)) => row,
            Ok(Took::NotHere) => return Ok(Keeps::NotHere),
            Err(BedError::Full) => return Ok(Keeps::Nothing),
            Err(error) => return Err(error),
        }
    };
    let until = part.ask.hold_until.map_or(until, |held| held.max(until));
    part::store::set_held(work, part.ask.id, row, until, true).await?;
    clocks::answered(work, part.ask.id, Decline::CourtOrder.code()).await?;
    clocks::held(work, head, standing.root, part.ask.id, until).await?;
    let desk = part::desk(work, head.record).await?;
    part::place(work, part.ask.house, desk).await?;
    Ok(Keeps::Place)
}

/// `ReviewDecline`, reading: declines for another reason that nobody reviewed.
pub async fn to_review(unit: &Unit<ReviewDecline>) -> Result<Vec<ToReview>, BedError> {
    Ok(part::store::to_review(&**unit, unit.record()).await?)
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
    let found = part::store::part_of(&**unit, input.ask).await?;
    let part = found
        .filter(|part| part.ask.request == request)
        .ok_or(BedError::NotAsked)?;
    let body = condition(unit, input.code, input.body).await?;
    if !part::store::set_reviewed(unit, part.ask.id, input.code, body).await? {
        return Err(BedError::NotAsked);
    }
    let standing = table::turn(unit, request).await?;
    facts::refused(unit, &standing.head, part.ask.id, input.code).await?;
    let code = input.code.code();
    unit.happened(
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
