//! Asking for a place, and not wanting it any more.

use std::collections::BTreeSet;

use access::Member;
use access::action::{AskForBed, CancelBedRequest, ReadCase, ReadReport};
use people::{Rows, desk, unattended};
use record::{
    Duty, EventName, Governorate, Id, Kind, Relation, Role, Root, Sensitivity, short_code,
};
use store::{NewRecord, StoreError, Unit};

use super::{
    Age, Asked, Asking, BedError, Done, InquiryState, Needs, State, clocks, inquiry, rules,
    store as table,
};
use crate::reader::YesNoUnknown;
use crate::report::begun::{self, AtDesk};

/// `AskForBed`: a request, from a report that the asker may read or, without one, from a report
/// of the asker's desk that is made first.
pub async fn ask_for_bed(unit: &Unit<AskForBed>, asking: &Asking) -> Result<Asked, BedError> {
    if let Some(before) = unit.answered(&asking.form_key).await? {
        let ids = before.split_once('/');
        let ids = ids.and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
        let (request, report) = ids.ok_or(BedError::NoReport)?;
        return Ok(Asked {
            request,
            report,
            done: Done::Before,
        });
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?.clone();
    let needs = &asking.needs;
    let governorate = record::governorate(&needs.governorate).ok_or(BedError::UnknownPlace)?;
    if !(1..=rules::MOST_HEADS).contains(&needs.heads) {
        return Err(BedError::WrongHeads);
    }
    if let Some(sheet) = asking.sheet
        && !unit.is_first_use("sheet", &sheet.digits()).await?
    {
        return Err(BedError::SheetTaken);
    }
    let (report, holds) = match (asking.case, asking.report) {
        (Some(case), _) => (from_case(unit, case, needs).await?, case),
        (None, Some(report)) => (from_report(unit, report, needs).await?, report),
        (None, None) => {
            let report = at_desk(unit, &member, governorate, asking).await?;
            (report, report)
        }
    };
    let request = begin(unit, &member, (report, holds), governorate, needs).await?;
    unit.answer(&asking.form_key, &format!("{request}/{report}"))
        .await?;
    Ok(Asked {
        request,
        report,
        done: Done::Now,
    })
}

/// The report that the request grows from: who asks must be one who reads it.
async fn from_report(unit: &Unit<AskForBed>, report: Id, needs: &Needs) -> Result<Id, BedError> {
    let gate = unit.store().gate();
    let permit = gate.permit::<ReadReport>(unit.actor(), report).await?;
    unit.join(permit).await?;
    let (guard, _) = unit.guard_of(report).await?;
    let org = guard.org.ok_or(BedError::NoDesk)?;
    let place = (org, needs.governorate.as_str());
    begun::must_be_safe(unit, report, place, clocks::band(needs.age)).await?;
    Ok(report)
}

/// The report of a case on which the asker is: they need not read the report.
async fn from_case(unit: &Unit<AskForBed>, case: Id, needs: &Needs) -> Result<Id, BedError> {
    let gate = unit.store().gate();
    let permit = gate.permit::<ReadCase>(unit.actor(), case).await?;
    let report = permit.root();
    unit.join(permit).await?;
    let desk = unit.answering(report).await?.desk;
    let place = (desk.ok_or(BedError::NoDesk)?, needs.governorate.as_str());
    begun::must_be_safe(unit, report, place, clocks::band(needs.age)).await?;
    Ok(report)
}

/// A report of the asker's desk.
async fn at_desk(
    unit: &Unit<AskForBed>,
    member: &Member,
    governorate: &Governorate,
    asking: &Asking,
) -> Result<Id, BedError> {
    let needs = &asking.needs;
    let desk = begun::desk_of(unit, member, governorate).await?;
    let (org, owner) = desk.ok_or(BedError::NoDesk)?;
    let new = AtDesk {
        org,
        owner,
        governorate: &governorate.code,
        minor: match needs.age {
            Age::Under13 | Age::From13 => YesNoUnknown::Yes,
            Age::Unknown => YesNoUnknown::Unknown,
            Age::Adult => YesNoUnknown::No,
        },
        danger: if needs.danger {
            YesNoUnknown::Yes
        } else {
            YesNoUnknown::No
        },
        sheet: asking.sheet,
    };
    Ok(begun::begin(unit, &new).await?)
}

/// The request itself: its guard, its holders, what stands in clear, what is sealed.
async fn begin(
    unit: &Unit<AskForBed>,
    member: &Member,
    (report, holds): (Id, Id),
    governorate: &Governorate,
    needs: &Needs,
) -> Result<Id, BedError> {
    let (root, grants) = unit.guard_of(holds).await?;
    let org = root.org.ok_or(BedError::NoDesk)?;
    let shut_out: BTreeSet<Id> = grants
        .iter()
        .filter(|grant| grant.relation == Relation::Excluded)
        .map(|grant| grant.holder)
        .collect();
    let desk = placement_desk(&**unit, Some(member), governorate, &shut_out).await?;
    let request = unit.id();
    let mut keys_for = vec![org];
    keys_for.extend(desk.filter(|desk| *desk != org));
    unit.create(NewRecord {
        record: request,
        kind: Kind::BedRequest,
        org: Some(org),
        jurisdiction: Some(governorate.jurisdiction),
        sensitivity: if needs.age.may_be_child() {
            Sensitivity::High
        } else {
            Sensitivity::Ordinary
        },
        state: State::Asked.code(),
        root: Some(report),
        world: Root::Care,
        keys_for,
    })
    .await?;
    if !member.org_kind.is_force() {
        unit.grant(request, member.account, Relation::Owner, None, None)
            .await?;
    }
    unit.grant(request, member.account, Relation::Team, None, None)
        .await?;
    unit.grant(request, org, Relation::Supervising, None, None)
        .await?;
    if let Some(desk) = desk {
        unit.grant(request, desk, Relation::Placing, None, None)
            .await?;
    }
    table::insert(unit, request, report, &short_code(request), needs).await?;
    unit.emit(
        EventName::BedAsked,
        request,
        report,
        Some(&needs.governorate),
    )
    .await?;
    Ok(request)
}

/// Who places: the asker's own organisation if it answers for that, else the governorate's desk;
/// never one that is shut out. One at which somebody sits comes before one where nobody does.
pub(super) async fn placement_desk(
    at: &impl Rows,
    asker: Option<&Member>,
    governorate: &Governorate,
    shut_out: &BTreeSet<Id>,
) -> Result<Option<Id>, StoreError> {
    let (code, jurisdiction) = (governorate.code.as_str(), governorate.jurisdiction);
    let mut desks = desk::answering(at, Duty::Placement, Some(code), Some(jurisdiction)).await?;
    if let Some(asker) = asker
        && !asker.org_kind.is_force()
        && desk::answers_for(at, asker.org, Duty::Placement).await?
    {
        desks.insert(0, asker.org);
    }
    desks.retain(|desk| !shut_out.contains(desk));
    let staffed = unattended::staffed(at, Role::PlacementDesk, shut_out).await?;
    let with_people = desks.iter().find(|desk| staffed.contains(desk));
    Ok(with_people.or(desks.first()).copied())
}

/// `CancelBedRequest`: the person wants no place any more. Holds end by a rule; no clock of a
/// child stops.
pub async fn cancel_bed_request(
    unit: &Unit<CancelBedRequest>,
    form_key: &str,
) -> Result<Done, BedError> {
    let request = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let standing = table::lock_request(unit, request).await?;
    inquiry::others_not_needed(unit, &standing.head, None).await?;
    for inquiry in inquiry::store::inquiries(&**unit, request).await? {
        if inquiry.shown.state == InquiryState::Held {
            // It runs out now; the rule gives the place back, which this unit may not count.
            inquiry::store::set_hold_until(unit, inquiry.shown.id, unit.now()).await?;
        }
    }
    table::set_state(unit, request, State::Cancelled).await?;
    forget_if_withdrawn(unit, request, standing.root).await?;
    unit.emit(EventName::BedCancelled, request, standing.root, None)
        .await?;
    unit.answer(form_key, "cancelled").await?;
    Ok(Done::Now)
}

/// What was written of a request that is over goes when its report was withdrawn.
pub(super) async fn forget_if_withdrawn(
    work: &store::Work,
    request: Id,
    root: Id,
) -> Result<(), StoreError> {
    let (_, withdrawn) = table::root(work, root).await?;
    if withdrawn {
        table::forget(work, request).await?;
    }
    Ok(())
}
