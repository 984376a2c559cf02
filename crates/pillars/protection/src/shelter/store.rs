//! The SQL of shelters.

use people::Rows;
use record::{Id, Moment};
use store::{Row, StoreError, Value, Work, args};
use vault::{Place, Plain};

use super::board::Wanted;
use super::{Declared, Demand, Lack, Places, Shelter, Supply};

macro_rules! shelter {
    () => {
        "SELECT s.record, s.code, s.governorate, s.hours, s.languages, s.closed, s.revision, \
         EXISTS (SELECT 1 FROM shelter_address a WHERE a.record = s.record) AS has_address \
         FROM shelter s "
    };
}

store::statements! {
    INSERT = "INSERT INTO shelter \
        (record, code, org, governorate, jurisdiction, hours, languages, closed, revision) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, FALSE, 1)";
    INSERT_PLACES = "INSERT INTO shelter_places \
        (id, shelter, sex, age, family, disability, places, taken) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
    SHELTER = concat!(shelter!(), "WHERE s.record = $1");
    PLACES = "SELECT id, shelter, sex, age, family, disability, places, taken FROM shelter_places \
        WHERE shelter = $1 ORDER BY age, sex, family, disability, id";
    CHANGE = "UPDATE shelter SET hours = $3, languages = $4, closed = $5, revision = revision + 1 \
        WHERE record = $1 AND revision = $2";
    STAY_AT = "SELECT COUNT(*) AS stay FROM shelter s CROSS JOIN shelter_inquiry a \
        WHERE a.shelter = s.record AND s.org = $1 AND a.state IN ('admitted', 'held')";
    CLOSE_OF = "UPDATE shelter SET closed = TRUE, revision = revision + 1 WHERE org = $1 AND closed = FALSE";
    SET_PLACES = "UPDATE shelter_places SET sex = $2, age = $3, family = $4, disability = $5, \
        places = $6 WHERE id = $1";
    DROP_PLACES = "DELETE FROM shelter_places WHERE id = $1 AND taken = 0";
    TAKE = "UPDATE shelter_places SET taken = taken + $2 WHERE id = $1 AND taken + $2 <= places";
    GIVE_BACK = "UPDATE shelter_places SET taken = CASE WHEN taken > $2 THEN taken - $2 ELSE 0 END \
        WHERE id = $1";
    SET_ADDRESS = "INSERT INTO shelter_address (record, address) VALUES ($1, $2) \
        ON CONFLICT (record) DO UPDATE SET address = excluded.address";
    ADDRESS = "SELECT address FROM shelter_address WHERE record = $1";
    LIST = concat!(shelter!(), "JOIN guard g ON g.record = s.record WHERE ", store::reach!(),
        " AND (CAST($10 AS TEXT) IS NULL OR s.governorate = $10) \
        AND (s.code > $11 OR (s.code = $11 AND s.record > $12)) \
        ORDER BY s.code, s.record LIMIT $13");
    LIVE_HERE = "SELECT a.state FROM shelter_inquiry a JOIN access_grant h ON h.record = a.request \
        AND h.relation = 'placing' AND h.holder = $2 \
        WHERE a.shelter = $1 AND a.state IN ('admitted', 'held') \
        AND (a.state = 'admitted' OR a.hold_until > $3)";
    SUPPLY = "SELECT s.governorate, p.sex, p.age, p.family, p.disability, \
        CAST(SUM(p.places) AS BIGINT) AS places, CAST(SUM(p.taken) AS BIGINT) AS taken \
        FROM shelter s JOIN shelter_places p ON p.shelter = s.record WHERE s.closed = FALSE \
        GROUP BY s.governorate, p.sex, p.age, p.family, p.disability \
        ORDER BY s.governorate, p.age, p.sex, p.family, p.disability";
    DEMAND = "SELECT governorate, sex, age, family, disability, CAST(SUM(heads) AS BIGINT) AS people, \
        CAST(MIN(heads) AS BIGINT) AS together, \
        MIN(asked) AS since FROM bed_request WHERE state = 'asked' \
        GROUP BY governorate, age, sex, family, disability \
        ORDER BY governorate, age, sex, family, disability";
}

/// A shelter as it is begun.
pub(super) struct Begun<'a> {
    pub(super) record: Id,
    pub(super) code: &'a str,
    pub(super) org: Id,
    pub(super) governorate: &'a record::Governorate,
    pub(super) hours: &'a str,
    pub(super) languages: &'a str,
}

pub(super) async fn insert(work: &Work, begun: &Begun<'_>) -> Result<(), StoreError> {
    let args = args![
        begun.record,
        begun.code,
        begun.org,
        &begun.governorate.code,
        begun.governorate.jurisdiction.code(),
        begun.hours,
        begun.languages
    ];
    work.execute(INSERT, args).await.map(drop)
}

pub(super) async fn insert_places(
    work: &Work,
    shelter: Id,
    declared: &Declared,
) -> Result<(), StoreError> {
    let args = args![
        work.id(),
        shelter,
        declared.sex.code(),
        declared.age.code(),
        declared.family,
        declared.disability,
        declared.places
    ];
    work.execute(INSERT_PLACES, args).await.map(drop)
}

pub(super) async fn set_places(work: &Work, id: Id, declared: &Declared) -> Result<(), StoreError> {
    let args = args![
        id,
        declared.sex.code(),
        declared.age.code(),
        declared.family,
        declared.disability,
        declared.places
    ];
    work.execute(SET_PLACES, args).await.map(drop)
}

/// Drops places that nobody has; tells whether they were dropped.
pub(super) async fn drop_places(work: &Work, id: Id) -> Result<bool, StoreError> {
    Ok(work.execute(DROP_PLACES, args![id]).await? == 1)
}

/// Changes what the shelter says of itself; tells whether the revision was still the one seen.
pub(super) async fn change(
    work: &Work,
    shelter: Id,
    declaring: &super::Declaring,
) -> Result<bool, StoreError> {
    let args = args![
        shelter,
        declaring.seen,
        &declaring.hours,
        &declaring.languages,
        declaring.closed
    ];
    Ok(work.execute(CHANGE, args).await? == 1)
}

/// A shelter with its places; absent, if there is none.
pub(crate) async fn shelter(at: &impl Rows, record: Id) -> Result<Shelter, StoreError> {
    let rows = at.rows(SHELTER, args![record]).await?;
    let mut shelter = read(rows.first().ok_or(StoreError::Absent)?)?;
    shelter.places = places(at, record).await?;
    Ok(shelter)
}

pub(crate) async fn places(at: &impl Rows, shelter: Id) -> Result<Vec<Places>, StoreError> {
    let rows = at.rows(PLACES, args![shelter]).await?;
    rows.iter()
        .map(|row| {
            Ok(Places {
                id: row.id("id")?,
                declared: declared(row)?,
                taken: row.int("taken")?,
            })
        })
        .collect()
}

/// Takes places for so many people; tells whether there was room.
pub(crate) async fn take(work: &Work, row: Id, heads: i64) -> Result<bool, StoreError> {
    Ok(work.execute(TAKE, args![row, heads]).await? == 1)
}

/// Gives the places of so many people back.
pub(crate) async fn give_back(work: &Work, row: Id, heads: i64) -> Result<(), StoreError> {
    work.execute(GIVE_BACK, args![row, heads]).await.map(drop)
}

pub(super) async fn set_address(
    work: &Work,
    shelter: Id,
    address: &Plain<String>,
) -> Result<(), StoreError> {
    let row = shelter.to_string();
    let sealed = work.seal(shelter, &address_place(&row), address).await?;
    work.execute(SET_ADDRESS, args![shelter, sealed.into_stored()])
        .await
        .map(drop)
}

pub(super) async fn address(work: &Work, shelter: Id) -> Result<Option<Plain<String>>, StoreError> {
    let Some(found) = work.maybe_row(ADDRESS, args![shelter]).await? else {
        return Ok(None);
    };
    let row = shelter.to_string();
    let sealed = found.sealed("address")?;
    work.open(shelter, &address_place(&row), &sealed)
        .await
        .map(Some)
}

fn address_place(row: &str) -> Place<'_> {
    Place {
        table: "shelter_address",
        row,
        column: "address",
    }
}

/// How somebody of this desk is in a shelter now: `held` on the way, `admitted` there.
pub(super) async fn live_here(
    at: &impl Rows,
    shelter: Id,
    desk: Id,
    now: Moment,
) -> Result<Vec<String>, StoreError> {
    at.rows(LIVE_HERE, args![shelter, desk, now])
        .await?
        .iter()
        .map(|row| row.text("state"))
        .collect()
}

pub(super) async fn list(
    work: &Work,
    mut reach: Vec<Value>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Shelter>, StoreError> {
    let (code, record) = wanted.after.clone().unzip();
    reach.extend(args![
        wanted.governorate.as_deref(),
        code.unwrap_or_default(),
        record.map_or_else(String::new, |record| record.to_string()),
        limit
    ]);
    let mut shelters = Vec::new();
    for row in work.rows(LIST, reach).await? {
        let mut shelter = read(&row)?;
        shelter.places = places(work, shelter.record).await?;
        shelters.push(shelter);
    }
    Ok(shelters)
}

pub(super) async fn supply(work: &Work) -> Result<Vec<Supply>, StoreError> {
    let rows = work.rows(SUPPLY, args![]).await?;
    rows.iter()
        .map(|row| {
            Ok(Supply {
                governorate: row.text("governorate")?,
                declared: declared(row)?,
                taken: row.int("taken")?,
            })
        })
        .collect()
}

pub(super) async fn demand(work: &Work) -> Result<Vec<Demand>, StoreError> {
    let rows = work.rows(DEMAND, args![]).await?;
    rows.iter()
        .map(|row| {
            Ok(Demand {
                governorate: row.text("governorate")?,
                sex: row.code("sex")?,
                age: row.code("age")?,
                family: row.yes("family")?,
                disability: row.yes("disability")?,
                people: row.int("people")?,
                together: row.int("together")?,
                since: row.moment("since")?,
                lack: Lack::NoSuchPlace,
            })
        })
        .collect()
}

fn read(row: &Row) -> Result<Shelter, StoreError> {
    Ok(Shelter {
        record: row.id("record")?,
        code: row.text("code")?,
        governorate: row.text("governorate")?,
        hours: row.text("hours")?,
        languages: row.text("languages")?,
        closed: row.yes("closed")?,
        revision: row.int("revision")?,
        has_address: row.yes("has_address")?,
        places: Vec::new(),
    })
}

pub(crate) fn declared(row: &Row) -> Result<Declared, StoreError> {
    Ok(Declared {
        sex: row.code("sex")?,
        age: row.code("age")?,
        family: row.yes("family")?,
        disability: row.yes("disability")?,
        places: row.int("places")?,
    })
}

/// How many places are taken or held in the shelters of an organisation.
pub(crate) async fn stay_at(at: &impl Rows, org: Id) -> Result<i64, StoreError> {
    let rows = at.rows(STAY_AT, args![org]).await?;
    rows.first().ok_or(StoreError::Absent)?.int("stay")
}

/// The shelters of an organisation take nobody any more.
pub(crate) async fn close_of(work: &Work, org: Id) -> Result<(), StoreError> {
    work.execute(CLOSE_OF, args![org]).await.map(drop)
}
