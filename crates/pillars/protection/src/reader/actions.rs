//! Setting who reads and whom one can call, and reading both.

use std::collections::BTreeSet;

use access::action::{SetDutyNumber, SetReaderOrder};
use people::member::memberships_of;
use people::organisation::{self, Organisation};
use people::{Rows, unattended};
use record::{EventName, Id, Jurisdiction, Language, Moment, Relation, Role};
use store::{StoreError, Unit, Work};

use super::{DutyNumber, Reader, ReaderError, Staff, rules, store as table};

pub use super::store::{all_numbers, readers};

/// The readers of a governorate, or of the whole country, in their new order.
#[derive(Clone, Debug)]
pub struct Order {
    /// The governorate; the whole country, if none is named.
    pub governorate: Option<String>,
    /// Federal or Kurdistan.
    pub jurisdiction: Jurisdiction,
    /// The organisations, the first reader in front.
    pub orgs: Vec<Id>,
}

/// `SetReaderOrder`: puts these readers in the place of those that were.
pub async fn set_reader_order(
    unit: &Unit<SetReaderOrder>,
    order: &Order,
) -> Result<(), ReaderError> {
    let bodies = organisation::all(&**unit).await?;
    let governorate = order.governorate.as_deref();
    let readers = (0_i64..)
        .zip(&order.orgs)
        .map(|(position, org)| {
            let body = bodies
                .iter()
                .find(|body| body.id == *org)
                .ok_or(ReaderError::NotAReader)?;
            if body.is.kind.is_force() || body.ended {
                return Err(ReaderError::NotAReader);
            }
            if governorate.is_none() && !body.is.independent {
                return Err(ReaderError::NotIndependent);
            }
            Ok(Reader {
                governorate: order.governorate.clone(),
                jurisdiction: order.jurisdiction,
                org: *org,
                org_kind: body.is.kind,
                position,
                independent: body.is.independent,
            })
        })
        .collect::<Result<Vec<_>, _>>()?;
    table::set_readers(unit, governorate, order.jurisdiction, &readers).await?;
    // Reports that nobody was left to read may have a reader now.
    for report in table::without_reader(&**unit, None).await? {
        unit.emit(EventName::ReaderShutOut, report, report, None)
            .await?;
    }
    Ok(())
}

/// `SetDutyNumber`: enters a number, or changes the one with its id.
pub async fn set_duty_number(
    unit: &Unit<SetDutyNumber>,
    number: &DutyNumber,
) -> Result<(), ReaderError> {
    Ok(table::set_number(unit, number).await?)
}

/// The numbers that may be shown now: checked within 90 days and not kept off the page.
pub async fn duty_numbers(at: &impl Rows, now: Moment) -> Result<Vec<DutyNumber>, StoreError> {
    table::numbers(at, now.plus_seconds(-rules::CHECKED_FOR)).await
}

/// How many numbers may be shown now. `doctor` warns where there are none.
pub async fn count_duty_numbers(at: &impl Rows, now: Moment) -> Result<i64, StoreError> {
    table::count_numbers(at, now.plus_seconds(-rules::CHECKED_FOR)).await
}

/// The organisation that reads a report now; none, where nobody at its desk can.
pub async fn reads_now(
    at: &impl Rows,
    now: Moment,
    report: Id,
) -> Result<Option<Organisation>, StoreError> {
    let one = table::unread(at, report).await?;
    let Some(org) = one.org else {
        return Ok(None);
    };
    let lying = unattended::of_root(at, now, report).await?;
    let is_read = if one.is_open {
        !lying.iter().any(|lying| lying.record == report)
    } else {
        // Closed, it waits for no reader: it is read again by whoever sits there once it is opened.
        let mut sits = false;
        for role in [Role::Responder, Role::Supervisor] {
            let staffed = unattended::staffed(at, role, &one.shut_out).await?;
            sits |= staffed.contains(&org);
        }
        sits
    };
    if is_read {
        organisation::find(at, org).await
    } else {
        Ok(None)
    }
}

/// All that the choice of a reader stands on.
pub struct Country {
    /// Every organisation.
    pub bodies: Vec<Organisation>,
    /// Every reader.
    pub readers: Vec<Reader>,
    /// Who can read at their desks now.
    pub staff: Vec<Staff>,
}

impl Country {
    /// What a body is called.
    pub(crate) fn name(&self, body: Id, language: Language) -> Option<String> {
        let found = self.bodies.iter().find(|found| found.id == body);
        found.map(|found| found.is.names.get(language).to_owned())
    }

    /// The readers at whose desk somebody can read a report from which these are shut out.
    pub fn manned(&self, shut_out: &BTreeSet<Id>) -> Vec<Reader> {
        rules::manned(&self.readers, &self.staff, shut_out)
    }
}

/// Reads all that the choice of a reader stands on.
pub async fn country(at: &impl Rows) -> Result<Country, StoreError> {
    let readers = readers(at).await?;
    let mut bodies = organisation::all(at).await?;
    rules::work_where_they_read(&mut bodies, &readers);
    let staff = table::staff(at).await?;
    Ok(Country {
        bodies,
        readers,
        staff,
    })
}

/// In which roles somebody could take up a record at its desk: none, where they do not work there or are
/// shut out of it, themself or by any body they work for or ever did.
pub(crate) async fn roles_for(
    work: &Work,
    record: Id,
    account: Id,
) -> Result<Vec<Role>, StoreError> {
    let (guard, grants) = work.guard_of(record).await?;
    let Some(desk) = guard.org else {
        return Ok(Vec::new());
    };
    let held = memberships_of(work, account).await?;
    let bodies = held.iter().filter(|held| held.confirmed.is_some());
    let kept_out: Vec<Id> = bodies.map(|held| held.org).chain([account]).collect();
    let is_shut_out = grants
        .iter()
        .any(|grant| grant.relation == Relation::Excluded && kept_out.contains(&grant.holder));
    if is_shut_out {
        return Ok(Vec::new());
    }
    let fit = table::fit_members(work, desk).await?;
    let theirs = fit.iter().filter(|member| member.account == account);
    Ok(theirs.map(|member| member.role).collect())
}
