//! SQL of sessions and devices.

use access::{Actor, Member};
use record::{Id, Moment, Role, Session};
use store::{Row, StoreError, Upkeep, Work, args};

use super::{Device, Found, Standing, System, Token, rules};
use crate::organisation::Names;
use crate::{Rows, account};

store::statements! {
    FIND = "SELECT s.id, s.account, s.membership, s.device, s.began, s.last_seen, s.stepped_up, s.ended, \
        a.pseudonym, a.language, g.state, m.org, m.role, m.confirmed, m.first_session, m.ended AS left_at, \
        o.kind, o.name_en, o.name_ar, o.name_ckb FROM session s JOIN account a ON a.id = s.account \
        JOIN guard g ON g.record = s.account JOIN membership m ON m.id = s.membership \
        JOIN organisation o ON o.id = m.org WHERE s.token = $1";
    POSTS = "SELECT a.pseudonym, m.org, m.role, o.kind FROM account a \
        JOIN membership m ON m.account = a.id JOIN organisation o ON o.id = m.org \
        WHERE a.id = $1 AND m.confirmed IS NOT NULL AND m.ended IS NULL \
        AND (CAST($2 AS TEXT) IS NULL OR m.role = $2) ORDER BY m.began, m.id";
    ORGS = "SELECT DISTINCT org, role = 'shelter_manager' AND ended IS NULL AS manages FROM membership \
        WHERE account = $1 AND confirmed IS NOT NULL ORDER BY org";
    SEEN = "UPDATE session SET last_seen = $2 WHERE id = $1 AND last_seen < $2 AND ended IS NULL";
    INSERT = "INSERT INTO session (id, account, membership, device, token, began, last_seen) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    BEGAN = "SELECT device, began FROM session WHERE id = $1 AND account = $2 AND ended IS NULL";
    STRONGER = "UPDATE session SET stepped_up = $3 WHERE id = $1 AND account = $2 AND ended IS NULL";
    END_ALL = "UPDATE session SET ended = $2 WHERE account = $1 AND ended IS NULL \
        AND (CAST($3 AS TEXT) IS NULL OR id <> $3)";
    END_ONE = "UPDATE session SET ended = $2 WHERE account = $1 AND id = $3 AND ended IS NULL";
    END_ON = "UPDATE session SET ended = $2 WHERE account = $1 AND device = $3 AND ended IS NULL";
    DEVICE = "SELECT id, ended FROM device WHERE account = $1 AND token = $2";
    INSERT_DEVICE = "INSERT INTO device (id, account, token, system, first_seen, last_seen) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    DEVICE_SEEN = "UPDATE device SET last_seen = $2, system = $3 WHERE id = $1";
    DEVICES = "SELECT d.id, d.system, d.first_seen, d.last_seen, \
        (SELECT COUNT(*) FROM session s WHERE s.device = d.id AND s.account = d.account AND s.ended IS NULL \
        AND s.last_seen > $2 AND s.began > $3) AS live FROM device d \
        WHERE d.account = $1 AND d.ended IS NULL ORDER BY d.last_seen DESC, d.id";
    END_DEVICE = "UPDATE device SET ended = $2 WHERE account = $1 AND ended IS NULL \
        AND (CAST($3 AS TEXT) IS NULL OR id = $3)";
    FORGET_SESSIONS = "DELETE FROM session WHERE began < $1";
    FORGET_DEVICES = "DELETE FROM device WHERE last_seen < $1";
}

pub(super) async fn find(at: &impl Rows, token: &[u8], now: Moment) -> Result<Found, StoreError> {
    let rows = at.rows(FIND, args![token]).await?;
    let Some(row) = rows.first() else {
        return Ok(Found::Nobody);
    };
    let ended = row.maybe_moment("ended")?.is_some()
        || row.maybe_moment("left_at")?.is_some()
        || row.maybe_moment("confirmed")?.is_none()
        || row.text("state")? != account::ACTIVE;
    if ended {
        return Ok(Found::Nobody);
    }
    let account = row.id("account")?;
    let places = places_of(at, account).await?;
    let standing = Box::new(standing(row, account, places, now)?);
    let over = rules::is_over(row.moment("began")?, row.moment("last_seen")?, now);
    Ok(if over {
        Found::Expired(standing)
    } else {
        Found::Live(standing)
    })
}

/// Where somebody works or worked, and whose installations they manage.
#[derive(Default)]
struct Places {
    all: Vec<Id>,
    managed: Vec<Id>,
}

async fn places_of(at: &impl Rows, account: Id) -> Result<Places, StoreError> {
    let mut places = Places::default();
    for row in &at.rows(ORGS, args![account]).await? {
        let org = row.id("org")?;
        places.all.push(org);
        if row.yes("manages")? {
            places.managed.push(org);
        }
    }
    places.all.dedup();
    Ok(places)
}

/// The person in their first live membership, or in the first of this role: as strong as after a
/// step-up.
pub(super) async fn stepped_up(
    at: &impl Rows,
    account: Id,
    role: Option<Role>,
) -> Result<Option<Member>, StoreError> {
    let posts = at.rows(POSTS, args![account, role.map(Role::code)]).await?;
    let Some(row) = posts.first() else {
        return Ok(None);
    };
    let places = places_of(at, account).await?;
    Ok(Some(Member {
        account,
        pseudonym: row.id("pseudonym")?,
        org: row.id("org")?,
        org_kind: row.code("kind")?,
        role: row.code("role")?,
        session: Session::SteppedUp,
        memberships: places.all,
        manages: places.managed,
    }))
}

/// Exclusions hold for organisations that somebody has left, too: they may have worked there when
/// the report was sent.
fn standing(row: &Row, account: Id, places: Places, now: Moment) -> Result<Standing, StoreError> {
    let (session, stepped_up_until) = rules::strength(row.maybe_moment("stepped_up")?, now);
    let member = Member {
        account,
        pseudonym: row.id("pseudonym")?,
        org: row.id("org")?,
        org_kind: row.code("kind")?,
        role: row.code("role")?,
        session,
        memberships: places.all,
        manages: places.managed,
    };
    Ok(Standing {
        session: row.id("id")?,
        device: row.id("device")?,
        membership: row.id("membership")?,
        actor: Actor::Person(member),
        language: row.code("language")?,
        organisation: Names {
            en: row.text("name_en")?,
            ar: row.text("name_ar")?,
            ckb: row.text("name_ckb")?,
        },
        stepped_up_until,
        first: row.maybe_id("first_session")? == Some(row.id("id")?),
        last_seen: row.moment("last_seen")?,
    })
}

pub(super) async fn seen(upkeep: &Upkeep, session: Id, now: Moment) -> Result<(), StoreError> {
    upkeep.execute(SEEN, args![session, now]).await.map(drop)
}

/// A session about to be written.
pub(super) struct NewSession<'a> {
    pub account: Id,
    pub membership: Id,
    pub device: Id,
    pub token: &'a Token,
    pub began: Moment,
}

pub(super) async fn insert(work: &Work, new: NewSession<'_>) -> Result<Id, StoreError> {
    let NewSession {
        account,
        membership,
        device,
        token,
        began,
    } = new;
    let id = work.id();
    let args = args![
        id,
        account,
        membership,
        device,
        token.hash(),
        began,
        work.store().world().steady()
    ];
    work.execute(INSERT, args).await?;
    Ok(id)
}

/// The device of a session that goes on, and when it began.
pub(super) async fn under_way(
    work: &Work,
    session: Id,
    account: Id,
) -> Result<(Id, Moment), StoreError> {
    let row = work.row(BEGAN, args![session, account]).await?;
    Ok((row.id("device")?, row.moment("began")?))
}

pub(super) async fn make_stronger(
    work: &Work,
    session: Id,
    account: Id,
) -> Result<bool, StoreError> {
    Ok(work
        .execute(
            STRONGER,
            args![session, account, work.store().world().steady()],
        )
        .await?
        == 1)
}

/// Ends every session of an account, but for one if it is named.
pub(crate) async fn end_all(work: &Work, account: Id, but: Option<Id>) -> Result<(), StoreError> {
    work.execute(END_ALL, args![account, work.now(), but])
        .await
        .map(drop)
}

pub(super) async fn end_one(work: &Work, account: Id, session: Id) -> Result<(), StoreError> {
    work.execute(END_ONE, args![account, work.now(), session])
        .await
        .map(drop)
}

/// Ends a device and what is signed in on it; tells whether there was such a device.
pub(super) async fn end_device(work: &Work, account: Id, device: Id) -> Result<bool, StoreError> {
    work.execute(END_ON, args![account, work.now(), device])
        .await?;
    Ok(work
        .execute(END_DEVICE, args![account, work.now(), device])
        .await?
        == 1)
}

/// Forgets every device of an account: none is known any more.
pub(crate) async fn forget_devices(work: &Work, account: Id) -> Result<(), StoreError> {
    work.execute(END_DEVICE, args![account, work.now(), None::<Id>])
        .await
        .map(drop)
}

/// The device of a cookie as this account knows it, and whether it is one still.
pub(super) async fn device(
    at: &impl Rows,
    account: Id,
    token: &Token,
) -> Result<Option<(Id, bool)>, StoreError> {
    let rows = at.rows(DEVICE, args![account, token.hash()]).await?;
    let device = rows
        .first()
        .map(|row| Ok((row.id("id")?, row.maybe_moment("ended")?.is_none())));
    device.transpose()
}

pub(super) async fn insert_device(
    work: &Work,
    account: Id,
    token: &Token,
    system: System,
) -> Result<Id, StoreError> {
    let id = work.id();
    let args = args![
        id,
        account,
        token.hash(),
        system.code(),
        work.now(),
        work.now()
    ];
    work.execute(INSERT_DEVICE, args).await?;
    Ok(id)
}

pub(super) async fn device_seen(work: &Work, device: Id, system: System) -> Result<(), StoreError> {
    work.execute(DEVICE_SEEN, args![device, work.now(), system.code()])
        .await
        .map(drop)
}

/// The devices of an account, the one used last first.
pub async fn devices_of(work: &Work, account: Id) -> Result<Vec<Device>, StoreError> {
    let now = work.store().world().steady();
    let used_since = now.plus_seconds(-rules::IDLE_SECONDS);
    let begun_since = now.plus_seconds(-rules::ABSOLUTE_SECONDS);
    let rows = work
        .rows(DEVICES, args![account, used_since, begun_since])
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Device {
                id: row.id("id")?,
                system: System::from_code(&row.text("system")?).unwrap_or(System::Other),
                first_seen: row.moment("first_seen")?,
                last_seen: row.moment("last_seen")?,
                signed_in: row.int("live")? > 0,
            })
        })
        .collect()
}

pub(super) async fn forget(upkeep: &Upkeep, now: Moment) -> Result<u64, StoreError> {
    let sessions = now.plus_seconds(-rules::ABSOLUTE_SECONDS - rules::REMEMBERED_SECONDS);
    let devices = now.plus_seconds(-rules::DEVICE_SECONDS);
    let gone = upkeep.execute(FORGET_SESSIONS, args![sessions]).await?;
    Ok(gone + upkeep.execute(FORGET_DEVICES, args![devices]).await?)
}
