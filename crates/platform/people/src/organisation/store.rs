//! SQL of organisations.

use record::{Id, OrgKind};
use store::{Row, StoreError, Work, args};

use super::{Description, Family, Line, Names, Organisation};
use crate::Rows;

store::statements! {
    INSERT = "INSERT INTO organisation (id, kind, jurisdiction, parent, independent, name_en, name_ar, \
        name_ckb, began) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UPDATE = "UPDATE organisation SET kind = $2, jurisdiction = $3, parent = $4, independent = $5, \
        name_en = $6, name_ar = $7, name_ckb = $8 WHERE id = $1";
    ALL = "SELECT id, kind, jurisdiction, parent, independent, name_en, name_ar, name_ckb, ended \
        FROM organisation WHERE (CAST($1 AS TEXT) IS NULL OR id = $1) ORDER BY id";
    PLACES = "SELECT org, governorate FROM organisation_place \
        WHERE (CAST($1 AS TEXT) IS NULL OR org = $1) ORDER BY org, governorate";
    KIND_IN = "SELECT id, kind, jurisdiction, parent, independent, name_en, name_ar, name_ckb, ended \
        FROM organisation o WHERE kind = $1 AND ended IS NULL AND (EXISTS (SELECT 1 FROM organisation_place p \
        WHERE p.org = o.id AND p.governorate = $2) OR NOT EXISTS (SELECT 1 FROM organisation_place p \
        WHERE p.org = o.id)) ORDER BY id";
    SET_ENDED = "UPDATE organisation SET ended = $2, successor = $3, parent = NULL WHERE id = $1";
    SET_PARENT = "UPDATE organisation SET parent = $2 WHERE id = $1";
    BELOW = "SELECT id FROM organisation WHERE parent = $1 ORDER BY id";
    FAMILY = "SELECT id, parent FROM organisation ORDER BY id";
    LINES = "SELECT org, number, hours FROM desk_line WHERE (CAST($1 AS TEXT) IS NULL OR org = $1) \
        ORDER BY org";
    DROP_LINE = "DELETE FROM desk_line WHERE org = $1";
    ADD_LINE = "INSERT INTO desk_line (org, number, hours) VALUES ($1, $2, $3)";
    DROP_PLACES = "DELETE FROM organisation_place WHERE org = $1";
    ADD_PLACE = "INSERT INTO organisation_place (org, governorate) VALUES ($1, $2) \
        ON CONFLICT (org, governorate) DO NOTHING";
}

/// All organisations.
pub async fn all(at: &impl Rows) -> Result<Vec<Organisation>, StoreError> {
    read(at, None).await
}

/// One organisation, if it exists.
pub async fn find(at: &impl Rows, org: Id) -> Result<Option<Organisation>, StoreError> {
    Ok(read(at, Some(org)).await?.into_iter().next())
}

/// Organisations of a kind that work in a governorate, those of the whole country too.
pub async fn of_kind_in(
    at: &impl Rows,
    kind: OrgKind,
    governorate: &str,
) -> Result<Vec<Organisation>, StoreError> {
    let rows = at.rows(KIND_IN, args![kind.code(), governorate]).await?;
    let mut found = rows
        .iter()
        .map(organisation)
        .collect::<Result<Vec<_>, _>>()?;
    place(&mut found, &at.rows(PLACES, args![None::<Id>]).await?)?;
    Ok(found)
}

/// Who stands above whom.
pub async fn family(at: &impl Rows) -> Result<Family, StoreError> {
    let rows = at.rows(FAMILY, Vec::new()).await?;
    rows.iter()
        .map(|row| Ok((row.id("id")?, row.maybe_id("parent")?)))
        .collect()
}

async fn read(at: &impl Rows, org: Option<Id>) -> Result<Vec<Organisation>, StoreError> {
    let rows = at.rows(ALL, args![org]).await?;
    let mut found = rows
        .iter()
        .map(organisation)
        .collect::<Result<Vec<_>, _>>()?;
    place(&mut found, &at.rows(PLACES, args![org]).await?)?;
    Ok(found)
}

fn place(found: &mut [Organisation], places: &[Row]) -> Result<(), StoreError> {
    for row in places {
        let org = row.id("org")?;
        if let Some(found) = found.iter_mut().find(|found| found.id == org) {
            found.is.governorates.push(row.text("governorate")?);
        }
    }
    Ok(())
}

fn organisation(row: &Row) -> Result<Organisation, StoreError> {
    Ok(Organisation {
        id: row.id("id")?,
        is: Description {
            names: Names {
                en: row.text("name_en")?,
                ar: row.text("name_ar")?,
                ckb: row.text("name_ckb")?,
            },
            kind: row.code("kind")?,
            jurisdiction: row.maybe_code("jurisdiction")?,
            parent: row.maybe_id("parent")?,
            governorates: Vec::new(),
            independent: row.yes("independent")?,
        },
        ended: row.maybe_moment("ended")?.is_some(),
    })
}

pub(super) async fn insert(work: &Work, org: Id, is: &Description) -> Result<(), StoreError> {
    let Names { en, ar, ckb } = &is.names;
    let jurisdiction = is.jurisdiction.map(record::Jurisdiction::code);
    let args = args![
        org,
        is.kind.code(),
        jurisdiction,
        is.parent,
        is.independent,
        en.trim(),
        ar.trim(),
        ckb.trim(),
        work.now()
    ];
    work.execute(INSERT, args).await?;
    set_places(work, org, is).await
}

pub(super) async fn update(work: &Work, org: Id, is: &Description) -> Result<(), StoreError> {
    let Names { en, ar, ckb } = &is.names;
    let jurisdiction = is.jurisdiction.map(record::Jurisdiction::code);
    let args = args![
        org,
        is.kind.code(),
        jurisdiction,
        is.parent,
        is.independent,
        en.trim(),
        ar.trim(),
        ckb.trim()
    ];
    work.execute(UPDATE, args).await?;
    work.execute(DROP_PLACES, args![org]).await?;
    set_places(work, org, is).await
}

/// Notes that a body ended, and who came after it. It stands below nobody any more.
pub(super) async fn set_ended(
    work: &Work,
    org: Id,
    successor: Option<Id>,
) -> Result<(), StoreError> {
    let args = args![org, work.now(), successor];
    work.execute(SET_ENDED, args).await.map(drop)
}

pub(super) async fn set_parent(work: &Work, org: Id, parent: Option<Id>) -> Result<(), StoreError> {
    work.execute(SET_PARENT, args![org, parent]).await.map(drop)
}

/// The bodies that stand right below one.
pub(super) async fn below(at: &impl Rows, org: Id) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(BELOW, args![org]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

async fn set_places(work: &Work, org: Id, is: &Description) -> Result<(), StoreError> {
    for code in &is.governorates {
        work.execute(ADD_PLACE, args![org, code]).await?;
    }
    Ok(())
}

/// The numbers of desks: one organisation's, or every one's.
pub async fn lines(at: &impl Rows, org: Option<Id>) -> Result<Vec<(Id, Line)>, StoreError> {
    let rows = at.rows(LINES, args![org]).await?;
    rows.iter()
        .map(|row| {
            let line = Line {
                number: row.text("number")?,
                hours: row.text("hours")?,
            };
            Ok((row.id("org")?, line))
        })
        .collect()
}

pub(super) async fn set_line(work: &Work, org: Id, line: Option<&Line>) -> Result<(), StoreError> {
    work.execute(DROP_LINE, args![org]).await?;
    if let Some(Line { number, hours }) = line {
        work.execute(ADD_LINE, args![org, number, hours]).await?;
    }
    Ok(())
}
