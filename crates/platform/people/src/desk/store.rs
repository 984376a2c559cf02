//! SQL of desks.

use std::collections::BTreeSet;

use record::{Duty, Id, Jurisdiction, Role};
use store::{StoreError, Work, args};

use super::Desk;
use crate::organisation::Organisation;
use crate::{Rows, unattended};

store::statements! {
    ANSWERING = "SELECT org FROM desk WHERE duty = $1 \
        AND (governorate = $2 OR (governorate IS NULL AND (jurisdiction IS NULL OR jurisdiction = $3))) \
        ORDER BY CASE WHEN governorate IS NULL THEN 1 ELSE 0 END, \
        CASE WHEN jurisdiction IS NULL THEN 1 ELSE 0 END, position, org";
    ANSWERS_FOR = "SELECT id FROM desk WHERE org = $1 AND duty = $2 LIMIT 1";
    ALL = "SELECT duty, governorate, jurisdiction, org FROM desk \
        ORDER BY duty, governorate, jurisdiction, position, org";
    DROP = "DELETE FROM desk WHERE duty = $1 AND COALESCE(governorate, '') = $2 \
        AND COALESCE(jurisdiction, '') = $3";
    REPLACE = "UPDATE desk SET org = $2 WHERE org = $1 AND (duty <> 'oversight' OR $3 = TRUE) \
        AND NOT EXISTS (SELECT 1 FROM desk d WHERE d.org = $2 AND d.duty = desk.duty \
        AND COALESCE(d.governorate, '') = COALESCE(desk.governorate, '') \
        AND COALESCE(d.jurisdiction, '') = COALESCE(desk.jurisdiction, ''))";
    LEAVE = "DELETE FROM desk WHERE org = $1";
    INSERT = "INSERT INTO desk (id, duty, governorate, jurisdiction, org, position) \
        VALUES ($1, $2, $3, $4, $5, $6)";
}

/// Who answers for something in a place: those of the governorate first, then those of the
/// jurisdiction, then those of the whole country.
pub async fn answering(
    at: &impl Rows,
    duty: Duty,
    governorate: Option<&str>,
    jurisdiction: Option<Jurisdiction>,
) -> Result<Vec<Id>, StoreError> {
    let jurisdiction = jurisdiction.map(Jurisdiction::code);
    let rows = at
        .rows(ANSWERING, args![duty.code(), governorate, jurisdiction])
        .await?;
    rows.iter().map(|row| row.id("org")).collect()
}

/// Who answers for something in a place now: of those who should, the bodies that are not among
/// these, and at whose desk somebody sits who has nothing to do with them.
pub async fn attending(
    at: &impl Rows,
    duty: Duty,
    governorate: Option<&str>,
    jurisdiction: Option<Jurisdiction>,
    shut_out: &BTreeSet<Id>,
) -> Result<Vec<Id>, StoreError> {
    let mut found = answering(at, duty, governorate, jurisdiction).await?;
    let staffed = unattended::staffed(at, role_of(duty), shut_out).await?;
    found.retain(|org| staffed.contains(org));
    Ok(found)
}

/// The role in which somebody answers for a duty.
const fn role_of(duty: Duty) -> Role {
    match duty {
        Duty::Placement => Role::PlacementDesk,
        Duty::LegalAid => Role::LegalAid,
        Duty::Oversight => Role::OversightOfficer,
        Duty::StateDuty => Role::StateDuty,
        Duty::FocalPoint => Role::FocalPoint,
    }
}

/// Whether an organisation answers for something anywhere.
pub async fn answers_for(at: &impl Rows, org: Id, duty: Duty) -> Result<bool, StoreError> {
    Ok(!at
        .rows(ANSWERS_FOR, args![org, duty.code()])
        .await?
        .is_empty())
}

/// Every desk.
pub async fn all(at: &impl Rows) -> Result<Vec<Desk>, StoreError> {
    let mut desks: Vec<Desk> = Vec::new();
    for row in at.rows(ALL, args![]).await? {
        let (duty, org) = (row.code("duty")?, row.id("org")?);
        let (governorate, jurisdiction) = (
            row.maybe_text("governorate")?,
            row.maybe_code("jurisdiction")?,
        );
        match desks.last_mut() {
            Some(last)
                if last.duty == duty
                    && last.governorate == governorate
                    && last.jurisdiction == jurisdiction =>
            {
                last.orgs.push(org);
            }
            _ => desks.push(Desk {
                duty,
                governorate,
                jurisdiction,
                orgs: vec![org],
            }),
        }
    }
    Ok(desks)
}

/// Puts whoever comes after a body that ended in its place, where it fits; nobody, where nobody does.
pub(crate) async fn replace(
    work: &Work,
    org: Id,
    after: Option<&Organisation>,
) -> Result<(), StoreError> {
    if let Some(after) = after {
        work.execute(REPLACE, args![org, after.id, after.is.independent])
            .await?;
    }
    work.execute(LEAVE, args![org]).await.map(drop)
}

pub(super) async fn set(work: &Work, desk: &Desk) -> Result<(), StoreError> {
    let duty = desk.duty.code();
    let governorate = desk.governorate.as_deref();
    let jurisdiction = desk.jurisdiction.map(Jurisdiction::code);
    work.execute(
        DROP,
        args![duty, governorate.unwrap_or(""), jurisdiction.unwrap_or("")],
    )
    .await?;
    for (position, org) in (0_i64..).zip(&desk.orgs) {
        work.execute(
            INSERT,
            args![work.id(), duty, governorate, jurisdiction, *org, position],
        )
        .await?;
    }
    Ok(())
}
