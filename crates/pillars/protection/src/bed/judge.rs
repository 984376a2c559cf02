//! The application to the investigating judge, where a shelter asks for a letter.

use access::action::PrintJudgeApplication;
use people::organisation;
use record::OrgKind;
use store::{StoreError, Unit};

use super::{Application, BedError, Condition, Decline, InquiryState, inquiry, store as table};

/// `PrintJudgeApplication`: what stands on the page. The least that a judge needs, the
/// organisation that applies, and neither the shelter nor whoever prints it.
pub async fn print_judge_application(
    unit: &Unit<PrintJudgeApplication>,
) -> Result<Application, BedError> {
    let request = unit.record();
    let head = table::head_of(&**unit, request).await?;
    let inquiries = inquiry::store::inquiries(&**unit, request).await?;
    let mut declined: Vec<_> = inquiries
        .iter()
        .filter(|inquiry| inquiry.shown.decline == Some(Decline::CourtOrder))
        .collect();
    // One that holds a place for the judge comes first.
    declined.sort_by_key(|inquiry| inquiry.shown.state != InquiryState::Held);
    let inquiry = declined.first().ok_or(StoreError::Absent)?;
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    let applies = organisation::find(&**unit, member.org).await?;
    let condition = match inquiry.body {
        Some(body) => organisation::find(&**unit, body).await?,
        None => None,
    };
    let courts = organisation::of_kind_in(&**unit, OrgKind::Court, &head.governorate).await?;
    let here = |court: &&organisation::Organisation| court.is.governorates.len() == 1;
    let court = courts.iter().find(here).or_else(|| courts.first());
    Ok(Application {
        at: unit.now(),
        court: court.map(|court| court.is.names.clone()),
        organisation: applies.ok_or(StoreError::Absent)?.is.names,
        // A shelter is never named to a court: a name leads to a door.
        condition: condition
            .filter(|body| body.is.kind != OrgKind::Shelter)
            .map(|body| Condition {
                is_court: body.is.kind == OrgKind::Court,
                names: body.is.names,
            }),
        code: head.code,
        sex: head.sex,
        age: head.age,
        heads: head.heads,
        governorate: head.governorate,
        held_until: inquiry.shown.hold_until,
    })
}
