//! Entering and changing organisations.

use access::action::SetOrganisation;
use record::{Event, EventName, Id, Kind, Root, Sensitivity};
use store::{NewRecord, StoreError, Unit, Work};

use super::{Description, Line, OrganisationError, rules, store as table};
use crate::oversight;

/// `SetOrganisation`: enters a body where the permit names none, else changes the one it names.
/// Answers its id.
pub async fn set_organisation(
    unit: &Unit<SetOrganisation>,
    is: &Description,
) -> Result<Id, OrganisationError> {
    if unit.record() == Id::NONE {
        return begin(unit, is).await;
    }
    let org = unit.record();
    let before = table::find(&**unit, org).await?;
    let before = before
        .filter(|before| !before.ended)
        .ok_or(StoreError::Absent)?;
    check(unit, is, Some((org, before.is.kind))).await?;
    table::update(unit, org, is).await?;
    if before.is.jurisdiction != is.jurisdiction {
        oversight::changed(unit, Some(org)).await?;
    }
    if before.is.parent != is.parent {
        parent_changed(unit, org, is.kind.root()).await?;
    }
    if before.is.kind != is.kind {
        says(unit, EventName::OrganisationSet, org, is.kind.root()).await?;
    }
    Ok(org)
}

/// Part of `SetOrganisation`: nobody else changed the body since it had this [`version`]. What is
/// entered anew has none.
///
/// [`version`]: super::version
pub async fn must_stand(unit: &Unit<SetOrganisation>, seen: i64) -> Result<(), OrganisationError> {
    let org = unit.record();
    if org == Id::NONE {
        return Ok(());
    }
    let body = table::find(&**unit, org).await?.ok_or(StoreError::Absent)?;
    let lines = table::lines(&**unit, Some(org)).await?;
    let line = lines.first().map(|(_, line)| line);
    if rules::version(&body.is, line) == seen {
        Ok(())
    } else {
        Err(OrganisationError::Stale)
    }
}

/// Part of `SetOrganisation`: the number under which people of other bodies reach its desk; none,
/// if `line` is none.
pub async fn set_line(
    unit: &Unit<SetOrganisation>,
    org: Id,
    line: Option<&Line>,
) -> Result<(), OrganisationError> {
    Ok(table::set_line(unit, org, line).await?)
}

/// A new body: its guard, its key, its row.
pub(crate) async fn begin(work: &Work, is: &Description) -> Result<Id, OrganisationError> {
    check(work, is, None).await?;
    let org = work.id();
    work.create_org_key(org, is.kind.root()).await?;
    work.create(NewRecord {
        record: org,
        kind: Kind::Organisation,
        org: Some(org),
        jurisdiction: is.jurisdiction,
        sensitivity: Sensitivity::Ordinary,
        state: "active",
        root: None,
        world: is.kind.root(),
        keys_for: Vec::new(),
    })
    .await?;
    table::insert(work, org, is).await?;
    says(work, EventName::OrganisationSet, org, is.kind.root()).await?;
    if is.parent.is_some() {
        // Below a body that some report accuses, the new one is kept from that report as well.
        parent_changed(work, org, is.kind.root()).await?;
    }
    Ok(org)
}

async fn check(
    work: &Work,
    is: &Description,
    of: Option<(Id, record::OrgKind)>,
) -> Result<(), OrganisationError> {
    let mut wrong = rules::wrongs(is);
    wrong.extend(rules::misplaced(is, of, &table::family(work).await?));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(OrganisationError::Wrong(wrong))
    }
}

pub(super) async fn parent_changed(work: &Work, org: Id, world: Root) -> Result<(), StoreError> {
    says(work, EventName::OrganisationParentChanged, org, world).await
}

/// Says what happened to a body.
pub(super) async fn says(
    work: &Work,
    name: EventName,
    org: Id,
    world: Root,
) -> Result<(), StoreError> {
    work.event(Event {
        name,
        record: org,
        root: org,
        world,
        at: work.now(),
        code: None,
    })
    .await
}
