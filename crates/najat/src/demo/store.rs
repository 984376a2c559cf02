//! What the demo asks of the database itself: whether it is a demo's, and who lives in it.

use people::totp;
use record::{Id, OrgKind, Role};
use store::{ClearReader, StoreError, Upkeep, Work, args};
use vault::{Place, Plain};

store::statements! {
    MARK = "INSERT INTO setting (name, value) VALUES ('demo', 'all people are made up') \
        ON CONFLICT (name) DO NOTHING";
    WHOLE = "INSERT INTO setting (name, value) VALUES ('demo_whole', 'yes') ON CONFLICT (name) DO NOTHING";
    SETTING = "SELECT value FROM setting WHERE name = $1";
    TOTP = "SELECT totp, totp_step FROM account WHERE id = $1";
    LIVING = "SELECT m.id, m.account, m.org, m.role, o.kind, o.name_en, o.name_ar, o.name_ckb, \
        (SELECT MIN(p.governorate) FROM organisation_place p WHERE p.org = m.org) AS place \
        FROM membership m JOIN organisation o ON o.id = m.org JOIN guard g ON g.record = m.account \
        WHERE m.confirmed IS NOT NULL AND m.ended IS NULL AND g.state = 'active' \
        ORDER BY m.role, o.name_en, m.id";
}

/// Marks a new database as a demo's; the mark cannot be set on one that has people already.
pub(super) async fn mark(upkeep: &Upkeep) -> Result<(), StoreError> {
    if upkeep.rows(LIVING, args![]).await?.is_empty() {
        upkeep.execute(MARK, args![]).await?;
    }
    Ok(())
}

/// Notes that the made-up country stands whole.
pub(super) async fn whole(upkeep: &Upkeep) -> Result<(), StoreError> {
    upkeep.execute(WHOLE, args![]).await.map(drop)
}

pub(super) async fn is_set(look: &ClearReader, name: &str) -> Result<bool, StoreError> {
    Ok(look.maybe_row(SETTING, args![name]).await?.is_some())
}

/// Whether the unit works on a demo's database.
pub(super) async fn is_demo(work: &Work) -> Result<bool, StoreError> {
    Ok(work.maybe_row(SETTING, args!["demo"]).await?.is_some())
}

/// What the authenticator of a made-up person shows now, as nobody has one; the next digits, where
/// these were used already. Nothing, where the database is no demo's.
pub(super) async fn digits(work: &Work, account: Id) -> Result<Option<Plain<String>>, StoreError> {
    if !is_demo(work).await? {
        return Ok(None);
    }
    let row = work.row(TOTP, args![account]).await?;
    let Some(sealed) = row.maybe_sealed::<Vec<u8>>("totp")? else {
        return Ok(None);
    };
    let id = account.to_string();
    let place = Place {
        table: "account",
        row: &id,
        column: "totp",
    };
    let secret = work.open(account, &place, &sealed).await?;
    let (now, last) = (work.now(), row.int("totp_step")?);
    let used = totp::step_of(&secret, totp::code(&secret, now).expose(), now, last).is_none();
    let at = if used { now.plus_seconds(30) } else { now };
    Ok(Some(totp::code(&secret, at)))
}

/// One made-up person as the sign-in page offers them.
#[derive(Clone, Debug)]
pub struct MadeUp {
    /// The membership.
    pub membership: Id,
    /// The account.
    pub account: Id,
    /// What they do.
    pub role: Role,
    /// Their organisation.
    pub org: Id,
    /// Its kind.
    pub kind: OrgKind,
    /// The governorate in which it works; the first, if it works in several; none, if in all.
    pub place: Option<String>,
    /// The names of their organisation: English, Arabic, Kurdish.
    pub organisation: [String; 3],
}

pub(super) async fn living(look: &ClearReader) -> Result<Vec<MadeUp>, StoreError> {
    let rows = look.rows(LIVING, args![]).await?;
    rows.iter()
        .map(|row| {
            Ok(MadeUp {
                membership: row.id("id")?,
                account: row.id("account")?,
                role: row.code("role")?,
                org: row.id("org")?,
                kind: row.code("kind")?,
                place: row.maybe_code("place")?,
                organisation: [
                    row.text("name_en")?,
                    row.text("name_ar")?,
                    row.text("name_ckb")?,
                ],
            })
        })
        .collect()
}
