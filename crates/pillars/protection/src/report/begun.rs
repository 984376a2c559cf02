//! A report that nobody sent: a desk makes it for somebody who stands before it, so that what is
//! done for them has a root. It has no receipt and no sender.

use std::collections::BTreeSet;

use access::Member;
use clock::{AgeBand, Code, NewClock};
use record::{EventName, Governorate, Id, Kind, Relation, Root, SheetNumber};
use store::{NewRecord, StoreError, Work};
use vault::Plain;

use crate::detention;
use crate::reader::actions::country;
use crate::reader::first_reader;

use super::{Contact, Entry, OPEN, Part, YesNoUnknown, rules, store as table};

/// A report as a desk makes it.
pub(crate) struct AtDesk<'a> {
    /// The organisation whose desk it is.
    pub(crate) org: Id,
    /// The account that answers for it; none, where the desk is another one than the maker's.
    pub(crate) owner: Option<Id>,
    /// The governorate's P-code.
    pub(crate) governorate: &'a str,
    /// Whether the person is under 18.
    pub(crate) minor: YesNoUnknown,
    /// Whether they are in danger now.
    pub(crate) danger: YesNoUnknown,
    /// The sheet of paper on which it stood.
    pub(crate) sheet: Option<SheetNumber>,
}

/// The desk at which somebody makes a report, and whoever answers for it there. Whoever works for the
/// police or another armed body gives it to the governorate's first reader of care, and keeps nothing of
/// it; none, where there is no such reader.
pub(crate) async fn desk_of(
    work: &Work,
    member: &Member,
    governorate: &Governorate,
) -> Result<Option<(Id, Option<Id>)>, StoreError> {
    if !member.org_kind.is_force() {
        return Ok(Some((member.org, Some(member.account))));
    }
    let readers = country(work).await?.readers;
    let place = (
        Some(governorate.code.as_str()),
        Some(governorate.jurisdiction),
    );
    let reader = first_reader(&readers, &BTreeSet::new(), place.0, place.1);
    Ok(reader.map(|reader| (reader.org, None)))
}

/// Makes a report. A child, or somebody who may be one, has the clock of T1 from now on.
pub(crate) async fn begin(work: &Work, new: &AtDesk<'_>) -> Result<Id, StoreError> {
    let report = work.id();
    let governorate = record::governorate(new.governorate);
    work.create(NewRecord {
        record: report,
        kind: Kind::Report,
        org: Some(new.org),
        jurisdiction: governorate.map(|place| place.jurisdiction),
        sensitivity: rules::sensitivity(new.minor),
        state: OPEN,
        root: None,
        world: Root::Care,
        keys_for: vec![new.org],
    })
    .await?;
    work.grant(report, new.org, Relation::Supervising, None, None)
        .await?;
    for relation in [Relation::Owner, Relation::Team] {
        if let Some(owner) = new.owner {
            work.grant(report, owner, relation, None, None).await?;
        }
    }
    let begun = table::Begun {
        record: report,
        code: &record::short_code(report),
        governorate: Some(new.governorate),
        entry: Entry::Desk,
        minor: new.minor,
        danger: new.danger,
        contact: Contact::No,
        held_due: None,
        receipt: None,
        taken: None,
        // Whoever stands before the desk that answers for it is spoken to.
        answered: new.owner.map(|_| work.now()),
    };
    table::insert(work, &begun).await?;
    table::settle(work, report).await?;
    if let Some(sheet) = new.sheet {
        table::insert_part(work, report, Part::Sheet, &Plain::new(sheet.to_string())).await?;
    }
    work.emit(EventName::ReportSent, report, report, Some(new.governorate))
        .await?;
    let age_band = new.minor.of_a_child();
    must_be_safe(work, report, (new.org, new.governorate), age_band).await?;
    Ok(report)
}

/// A child, or somebody who may be one, must be safe soon: the clock runs on the report, once, and since
/// the report was sent or told, whenever somebody learns that a child is meant (`docs/domain/practice.md` 5).
/// Where a head or a person of the report has it already, the report has none beside it.
pub(crate) async fn must_be_safe(
    work: &Work,
    report: Id,
    place: (Id, &str),
    age_band: AgeBand,
) -> Result<(), StoreError> {
    if age_band == AgeBand::Adult || clock::is_passed(work, report).await? {
        return Ok(());
    }
    must_be_safe_as(work, (report, report, report), place, age_band).await
}

/// The same of a head that was counted of a report: a clock that runs passes from the report to the first
/// child, and each further one has their own, since the same moment. One that is over was another's.
pub(crate) async fn head_must_be_safe(
    work: &Work,
    (report, head): (Id, Id),
    place: (Id, &str),
    age_band: AgeBand,
) -> Result<(), StoreError> {
    if age_band == AgeBand::Adult {
        return Ok(());
    }
    if runs_on(work, report).await? && clock::pass(work, report, (head, report)).await? {
        return Ok(());
    }
    must_be_safe_as(work, (report, head, report), place, age_band).await
}

/// The same of a person whose case grew from a report: the clock passes from the head that they were, or
/// one that runs from the report to the first child of it. One that is over passes to the child who was
/// seen, if this is that child.
pub(crate) async fn person_must_be_safe(
    work: &Work,
    (report, head, person): (Id, Option<Id>, Id),
    is_seen: bool,
    place: (Id, &str),
    age_band: AgeBand,
) -> Result<(), StoreError> {
    // A head who looked like a child has a clock, which only a supervisor ends for an adult.
    if let Some(head) = head
        && clock::pass(work, head, (person, person)).await?
    {
        return Ok(());
    }
    if age_band == AgeBand::Adult {
        return Ok(());
    }
    if (is_seen || runs_on(work, report).await?)
        && clock::pass(work, report, (person, person)).await?
    {
        return Ok(());
    }
    must_be_safe_as(work, (report, person, person), place, age_band).await
}

/// The same of a person who is a child after all: one that runs on the report may be another's.
pub(crate) async fn own_must_be_safe(
    work: &Work,
    (report, person): (Id, Id),
    place: (Id, &str),
    age_band: AgeBand,
) -> Result<(), StoreError> {
    if age_band == AgeBand::Adult {
        return Ok(());
    }
    must_be_safe_as(work, (report, person, person), place, age_band).await
}

/// Whether the clock of safety runs on the report itself.
async fn runs_on(work: &Work, report: Id) -> Result<bool, StoreError> {
    let running = clock::running_on(work, report).await?;
    Ok(running.iter().any(|clock| clock.code == Code::T1))
}

async fn must_be_safe_as(
    work: &Work,
    (report, subject, follows): (Id, Id, Id),
    (org, governorate): (Id, &str),
    age_band: AgeBand,
) -> Result<(), StoreError> {
    let head = table::head_of(work, report).await?;
    let new = NewClock {
        code: Code::T1,
        subject,
        follows,
        root: report,
        org: Some(org),
        started: head.taken_at.unwrap_or(head.sent),
        act: None,
        facts: &[],
        district: None,
        governorate: record::governorate(governorate),
        age_band,
    };
    clock::start(work, &new).await?;
    if detention::lacks_custody(work, report).await? {
        let age = Some(age_band.code());
        work.emit(EventName::ChildHeld, report, report, age).await?;
    }
    Ok(())
}
