//! The SQL of readers, duty numbers and exclusions.

use std::collections::BTreeSet;

use people::Rows;
use people::organisation::{Names, Organisation};
use record::{Id, Jurisdiction, Kind, Moment, Role};
use store::{Row, StoreError, Work, args};

use super::{DutyNumber, Reader, Staff};

store::statements! {
    READERS = "SELECT governorate, jurisdiction, org, org_kind, position, independent FROM reader \
        ORDER BY position, org";
    DROP_READERS = "DELETE FROM reader WHERE governorate = $1 OR (governorate IS NULL \
        AND CAST($1 AS TEXT) IS NULL AND jurisdiction = $2)";
    INSERT_READER = "INSERT INTO reader \
        (id, governorate, jurisdiction, org, org_kind, position, independent) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    REPLACE = "UPDATE reader SET org = $2, org_kind = $3, independent = $4 WHERE org = $1 \
        AND (governorate IS NOT NULL OR $4 = TRUE) AND NOT EXISTS (SELECT 1 FROM reader r \
        WHERE r.org = $2 AND r.jurisdiction = reader.jurisdiction \
        AND COALESCE(r.governorate, '') = COALESCE(reader.governorate, ''))";
    LEAVE = "DELETE FROM reader WHERE org = $1";
    ACCUSE_TOO = "INSERT INTO accused (record, org) SELECT a.record, CAST($2 AS TEXT) FROM accused a \
        WHERE a.org = $1 ON CONFLICT (record, org) DO NOTHING";
    GROWN_OF = "SELECT g.record, g.kind, g.root FROM accused a \
        JOIN guard g ON g.root = a.record AND g.record <> a.record \
        WHERE a.org = $1 ORDER BY g.record";
    MEMBERS = "SELECT DISTINCT account FROM membership WHERE org = $1 AND ended IS NULL";
    FIT = "SELECT DISTINCT m.account, m.role FROM membership m JOIN guard g ON g.record = m.account \
        WHERE m.org = $1 AND m.confirmed IS NOT NULL AND m.ended IS NULL AND g.state = 'active' \
        AND m.role IN ('responder', 'caseworker', 'child_officer') ORDER BY m.role, m.account";
    STAFF = "SELECT m.org, m.account, w.org AS works FROM membership m \
        JOIN guard g ON g.record = m.account \
        JOIN membership w ON w.account = m.account AND w.confirmed IS NOT NULL \
        WHERE m.org IN (SELECT org FROM reader) AND m.role IN ('responder', 'supervisor') \
        AND m.confirmed IS NOT NULL AND m.ended IS NULL AND g.state = 'active' \
        ORDER BY m.org, m.account";
    ALL_NUMBERS = "SELECT id, number, governorate, name_en, name_ar, name_ckb, help_en, help_ar, \
        help_ckb, hours, languages, records_calls, duty_to_report, checked_on, checked_by, hidden \
        FROM duty_number WHERE (CAST($1 AS TEXT) IS NULL OR id = $1) ORDER BY governorate, name_en, id";
    NUMBERS = "SELECT id, number, governorate, name_en, name_ar, name_ckb, help_en, help_ar, \
        help_ckb, hours, languages, records_calls, duty_to_report, checked_on, checked_by, hidden \
        FROM duty_number WHERE checked_on >= $1 AND hidden = FALSE \
        ORDER BY governorate, name_en, id";
    COUNT_NUMBERS = "SELECT COUNT(*) AS shown FROM duty_number \
        WHERE checked_on >= $1 AND hidden = FALSE";
    SET_NUMBER = "INSERT INTO duty_number (id, number, governorate, name_en, name_ar, name_ckb, \
        help_en, help_ar, help_ckb, hours, languages, records_calls, duty_to_report, checked_on, \
        checked_by, hidden) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
        ON CONFLICT (id) DO UPDATE SET number = excluded.number, \
        governorate = excluded.governorate, name_en = excluded.name_en, \
        name_ar = excluded.name_ar, name_ckb = excluded.name_ckb, help_en = excluded.help_en, \
        help_ar = excluded.help_ar, help_ckb = excluded.help_ckb, hours = excluded.hours, \
        languages = excluded.languages, records_calls = excluded.records_calls, \
        duty_to_report = excluded.duty_to_report, checked_on = excluded.checked_on, \
        checked_by = excluded.checked_by, hidden = excluded.hidden";
    ACCUSE = "INSERT INTO accused (record, org) VALUES ($1, $2)";
    EXTEND = "INSERT INTO access_grant (record, holder, relation, kind, state, listed) \
        SELECT a.record, $2, 'excluded', g.kind, g.state, g.listed FROM accused a \
        JOIN guard g ON g.record = a.record WHERE a.org = $1 \
        ON CONFLICT (record, holder, relation) DO NOTHING";
    WITHOUT_READER = "SELECT DISTINCT g.record FROM guard g JOIN access_grant h \
        ON h.record = g.record AND h.relation = 'excluded' AND h.holder = g.org \
        WHERE g.kind = 'report' AND (CAST($1 AS TEXT) IS NULL OR EXISTS \
        (SELECT 1 FROM accused a WHERE a.record = g.record AND a.org = $1)) ORDER BY g.record";
    PLACE = "SELECT g.record, g.org, g.jurisdiction, g.state, r.governorate FROM guard g \
        JOIN report r ON r.record = g.record WHERE g.record = $1";
    SHUT_OUT = "SELECT holder FROM access_grant WHERE record = $1 AND relation = 'excluded'";
    RAISE = "UPDATE guard SET version = version + 1 \
        WHERE root IN (SELECT record FROM accused WHERE org = $1)";
}

/// Every reader, in order.
pub async fn readers(at: &impl Rows) -> Result<Vec<Reader>, StoreError> {
    at.rows(READERS, args![])
        .await?
        .iter()
        .map(reader)
        .collect()
}

/// The numbers that were checked since a moment and are not kept off the page.
pub async fn numbers(at: &impl Rows, since: Moment) -> Result<Vec<DutyNumber>, StoreError> {
    at.rows(NUMBERS, args![since])
        .await?
        .iter()
        .map(number)
        .collect()
}

/// Every number, those too that are hidden or not checked for long; one, if it is named.
pub async fn all_numbers(at: &impl Rows, id: Option<Id>) -> Result<Vec<DutyNumber>, StoreError> {
    at.rows(ALL_NUMBERS, args![id])
        .await?
        .iter()
        .map(number)
        .collect()
}

/// Who can read at the desks of readers now.
pub(super) async fn staff(at: &impl Rows) -> Result<Vec<Staff>, StoreError> {
    let mut staff: Vec<Staff> = Vec::new();
    for row in at.rows(STAFF, args![]).await? {
        let (org, account) = (row.id("org")?, row.id("account")?);
        let works = row.id("works")?;
        match staff.last_mut() {
            Some(last) if last.org == org && last.account == account => last.works.push(works),
            _ => staff.push(Staff {
                org,
                account,
                works: vec![works],
            }),
        }
    }
    Ok(staff)
}

/// How many numbers the public page shows.
pub async fn count_numbers(at: &impl Rows, since: Moment) -> Result<i64, StoreError> {
    match at.rows(COUNT_NUMBERS, args![since]).await?.first() {
        Some(row) => row.int("shown"),
        None => Ok(0),
    }
}

fn reader(row: &Row) -> Result<Reader, StoreError> {
    Ok(Reader {
        governorate: row.maybe_text("governorate")?,
        jurisdiction: row.code("jurisdiction")?,
        org: row.id("org")?,
        org_kind: row.code("org_kind")?,
        position: row.int("position")?,
        independent: row.yes("independent")?,
    })
}

fn number(row: &Row) -> Result<DutyNumber, StoreError> {
    Ok(DutyNumber {
        id: row.id("id")?,
        number: row.text("number")?,
        governorate: row.maybe_text("governorate")?,
        names: Names {
            en: row.text("name_en")?,
            ar: row.text("name_ar")?,
            ckb: row.text("name_ckb")?,
        },
        help: Names {
            en: row.text("help_en")?,
            ar: row.text("help_ar")?,
            ckb: row.text("help_ckb")?,
        },
        hours: row.text("hours")?,
        languages: row.text("languages")?,
        records_calls: row.code("records_calls")?,
        duty_to_report: row.code("duty_to_report")?,
        checked_on: row.moment("checked_on")?,
        checked_by: row.text("checked_by")?,
        hidden: row.yes("hidden")?,
    })
}

/// Puts these readers in the place of those a governorate (or the whole country) had.
pub(crate) async fn set_readers(
    work: &Work,
    governorate: Option<&str>,
    jurisdiction: Jurisdiction,
    readers: &[Reader],
) -> Result<(), StoreError> {
    work.execute(DROP_READERS, args![governorate, jurisdiction.code()])
        .await?;
    for reader in readers {
        let args = args![
            work.id(),
            governorate,
            reader.jurisdiction.code(),
            reader.org,
            reader.org_kind.code(),
            reader.position,
            reader.independent
        ];
        work.execute(INSERT_READER, args).await?;
    }
    Ok(())
}

pub(crate) async fn set_number(work: &Work, number: &DutyNumber) -> Result<(), StoreError> {
    let args = args![
        number.id,
        &number.number,
        number.governorate.as_deref(),
        &number.names.en,
        &number.names.ar,
        &number.names.ckb,
        &number.help.en,
        &number.help.ar,
        &number.help.ckb,
        &number.hours,
        &number.languages,
        number.records_calls.code(),
        number.duty_to_report.code(),
        number.checked_on,
        &number.checked_by,
        number.hidden
    ];
    work.execute(SET_NUMBER, args).await.map(drop)
}

/// Notes whom a report accuses, so that a body set above or below it later is shut out too.
pub(crate) async fn accuse(work: &Work, report: Id, org: Id) -> Result<(), StoreError> {
    work.execute(ACCUSE, args![report, org]).await.map(drop)
}

/// Lets whoever comes after a body read in its place, where they do not read there already.
pub(super) async fn replace(work: &Work, org: Id, after: &Organisation) -> Result<(), StoreError> {
    let args = args![org, after.id, after.is.kind.code(), after.is.independent];
    work.execute(REPLACE, args).await.map(drop)
}

/// A body reads nowhere any more.
pub(super) async fn leave(work: &Work, org: Id) -> Result<(), StoreError> {
    work.execute(LEAVE, args![org]).await.map(drop)
}

/// Whatever report accuses one body accuses the other as well.
pub(super) async fn accuse_too(work: &Work, org: Id, other: Id) -> Result<(), StoreError> {
    work.execute(ACCUSE_TOO, args![org, other]).await.map(drop)
}

/// What grew from reports that accuse a body: the record, its kind and its report.
pub(super) async fn grown_of(work: &Work, accused: Id) -> Result<Vec<(Id, Kind, Id)>, StoreError> {
    work.rows(GROWN_OF, args![accused])
        .await?
        .iter()
        .map(|row| Ok((row.id("record")?, row.code("kind")?, row.id("root")?)))
        .collect()
}

/// Everybody who works in an organisation now.
pub(crate) async fn members(work: &Work, org: Id) -> Result<Vec<Id>, StoreError> {
    work.rows(MEMBERS, args![org])
        .await?
        .iter()
        .map(|row| row.id("account"))
        .collect()
}

/// A member who can take a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The account.
    pub account: Id,
    /// The role in this organisation.
    pub role: Role,
}

/// Who works at a desk in a role that takes reports.
pub async fn fit_members(at: &impl Rows, org: Id) -> Result<Vec<Fit>, StoreError> {
    at.rows(FIT, args![org])
        .await?
        .iter()
        .map(|row| {
            Ok(Fit {
                account: row.id("account")?,
                role: row.code("role")?,
            })
        })
        .collect()
}

/// Shuts a holder out of every report that accuses this body; tells how many it was new to.
pub(crate) async fn extend(work: &Work, accused: Id, holder: Id) -> Result<u64, StoreError> {
    work.execute(EXTEND, args![accused, holder]).await
}

/// The reports whose own reader is shut out of them by now: those that accuse a body, or all.
pub(crate) async fn without_reader(
    at: &impl Rows,
    accused: Option<Id>,
) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(WITHOUT_READER, args![accused]).await?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// A report with what the choice of another reader stands on.
pub(crate) struct Unread {
    pub(crate) org: Option<Id>,
    pub(crate) is_open: bool,
    pub(crate) governorate: Option<String>,
    pub(crate) jurisdiction: Option<Jurisdiction>,
    pub(crate) shut_out: BTreeSet<Id>,
}

/// What the choice of another reader of this report stands on.
pub(crate) async fn unread(at: &impl Rows, report: Id) -> Result<Unread, StoreError> {
    let rows = at.rows(PLACE, args![report]).await?;
    let row = rows.first().ok_or(StoreError::Absent)?;
    let holders = at.rows(SHUT_OUT, args![report]).await?;
    Ok(Unread {
        org: row.maybe_id("org")?,
        is_open: row.text("state")? == super::OPEN,
        governorate: row.maybe_text("governorate")?,
        jurisdiction: row.maybe_code("jurisdiction")?,
        shut_out: holders
            .iter()
            .map(|row| row.id("holder"))
            .collect::<Result<_, _>>()?,
    })
}

/// No permit given before is overrun on any record that grew from these reports.
pub(crate) async fn raise(work: &Work, accused: Id) -> Result<(), StoreError> {
    work.execute(RAISE, args![accused]).await.map(drop)
}
