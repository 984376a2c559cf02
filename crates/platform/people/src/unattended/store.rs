//! SQL of what lies where nobody is.

use std::collections::BTreeSet;

use record::{Id, Moment, Role};
use store::{Row, Store, StoreError, args};

use super::Lying;
use super::rules::{self, NEEDS, Need};
use crate::Rows;

/// Somebody who can sign in and act, in membership `m`; those memberships are left out that are
/// thought of as ended (`$7`).
macro_rules! able {
    () => {
        "JOIN guard a ON a.record = m.account AND a.state = 'active' \
         JOIN organisation o ON o.id = m.org AND CAST($5 AS TEXT) NOT LIKE '%|' || o.kind || '|%' \
         WHERE m.confirmed IS NOT NULL AND m.ended IS NULL \
         AND CAST($7 AS TEXT) NOT LIKE '%|' || m.id || '|%'"
    };
}

/// And who is not shut out of the record `g`.
macro_rules! let_in {
    () => {
        concat!(
            able!(),
            " AND NOT EXISTS (SELECT 1 FROM access_grant x WHERE x.record IN (g.record, g.root) \
             AND x.relation = 'excluded' AND (x.holder = m.account OR EXISTS (SELECT 1 FROM membership w \
             WHERE w.account = m.account AND w.confirmed IS NOT NULL AND w.org = x.holder)))"
        )
    };
}

/// What is no question for nearly all records: nobody who can act anywhere is shut out of it, and its
/// desk, or whoever holds it, has somebody. These sets do not depend on the record, and are made once.
// The holder is compared as a sum, so that SQLite looks at who is shut out, and not for each person
// whether they are.
macro_rules! plainly_attended {
    () => {
        concat!(
            "(NOT EXISTS (SELECT 1 FROM access_grant x WHERE x.record IN (g.record, g.root) \
             AND x.relation = 'excluded' AND x.holder || '' IN (SELECT m.account FROM membership m ",
            able!(),
            " UNION SELECT w.org FROM membership m JOIN membership w ON w.account = m.account \
             AND w.confirmed IS NOT NULL ",
            able!(),
            ")) AND (g.org IN (SELECT m.org FROM membership m ",
            able!(),
            " AND CAST($3 AS TEXT) LIKE '%|' || m.role || '|%') \
             OR EXISTS (SELECT 1 FROM access_grant h WHERE h.record = g.record \
             AND (h.until IS NULL OR h.until > $6) AND h.holder || '/' || h.relation IN (",
            holders!("m.org"),
            " UNION ",
            holders!("m.account"),
            "))))"
        )
    };
}

/// Who can act by holding, each with the relation.
macro_rules! holders {
    ($holder:literal) => {
        concat!(
            "SELECT ",
            $holder,
            " || '/' || r.relation FROM membership m CROSS JOIN (SELECT 'owner' AS relation \
             UNION SELECT 'team' UNION SELECT 'supervising' UNION SELECT 'placing' \
             UNION SELECT 'referred_to' UNION SELECT 'oversight') r ",
            able!(),
            " AND CAST($4 AS TEXT) LIKE '%|' || m.role || '/' || r.relation || '|%'"
        )
    };
}

/// A way by what somebody or their organisation holds.
macro_rules! held_by {
    ($holder:literal) => {
        concat!(
            " AND NOT EXISTS (SELECT 1 FROM access_grant h JOIN membership m ON ",
            $holder,
            " = h.holder ",
            let_in!(),
            " AND h.record = g.record AND (h.until IS NULL OR h.until > $6) \
             AND CAST($4 AS TEXT) LIKE '%|' || m.role || '/' || h.relation || '|%')"
        )
    };
}

/// What lies where nobody is, among the records `g` that something finds.
macro_rules! lying {
    ($of:literal) => {
        concat!("SELECT g.record, g.root, g.listed, COALESCE((SELECT MIN(s.holder) FROM access_grant s \
        WHERE s.record = g.record AND s.relation = 'referred_to' AND g.state = 'admitted'), g.org) AS org \
        FROM guard g WHERE ", $of, " AND CAST($2 AS TEXT) LIKE '%|' || g.state || '|%' \
        AND NOT ", plainly_attended!(), " \
        AND NOT EXISTS (SELECT 1 FROM membership m ", let_in!(), " AND m.org = g.org \
        AND CAST($3 AS TEXT) LIKE '%|' || m.role || '|%')",
        held_by!("m.org"), held_by!("m.account"), " ORDER BY g.listed, g.record")
    };
}

store::statements! {
    LYING = lying!("g.kind = $1");
    // Of one report, by its root, and not among all of a kind.
    LYING_OF = lying!("g.root = $8 AND g.kind || '' = $1");
    STAFF = "SELECT m.org, m.account, w.org AS works FROM membership m \
        JOIN guard g ON g.record = m.account AND g.state = 'active' \
        JOIN membership w ON w.account = m.account AND w.confirmed IS NOT NULL \
        WHERE m.role = $1 AND m.confirmed IS NOT NULL AND m.ended IS NULL ORDER BY m.org, m.account";
    SINCE = "SELECT value FROM setting WHERE name = 'unattended_since'";
    KEEP_SINCE = "INSERT INTO setting (name, value) VALUES ('unattended_since', $1) \
        ON CONFLICT (name) DO UPDATE SET value = excluded.value";
}

/// Everything on which nobody can act now.
pub async fn find(at: &impl Rows, now: Moment) -> Result<Vec<Lying>, StoreError> {
    lying(at, now, &[], None).await
}

/// Since when something lies where nobody is, as the last pass over everything found it: pages that
/// everybody opens do not look at every record for it.
pub async fn since(at: &impl Rows) -> Result<Option<Moment>, StoreError> {
    let rows = at.rows(SINCE, Vec::new()).await?;
    let since = rows.first().map(|row| row.text("value")).transpose()?;
    let micros = since.as_deref().map(str::parse).and_then(Result::ok);
    Ok(micros.map(Moment::from_micros))
}

/// Keeps what a pass over everything found, where it is not what was kept.
pub async fn found(store: &Store, lying: &[Lying]) -> Result<(), StoreError> {
    let oldest = lying.iter().map(|one| one.since).min();
    let before = store.read_clear(async |look| since(&*look).await).await?;
    if before == oldest {
        return Ok(());
    }
    let value = oldest.map_or_else(String::new, |at| at.micros().to_string());
    store
        .upkeep(move |upkeep| {
            let value = value.clone();
            async move { upkeep.execute(KEEP_SINCE, args![value]).await.map(drop) }
        })
        .await
}

/// What of everything that grew from a report nobody can act on.
pub async fn of_root(at: &impl Rows, now: Moment, root: Id) -> Result<Vec<Lying>, StoreError> {
    lying(at, now, &[], Some(root)).await
}

/// What nobody could act on any more once these memberships had ended.
pub async fn would_leave(
    at: &impl Rows,
    now: Moment,
    memberships: &[Id],
) -> Result<Vec<Lying>, StoreError> {
    let before: BTreeSet<Lying> = find(at, now).await?.into_iter().collect();
    let mut after = lying(at, now, memberships, None).await?;
    after.retain(|one| !before.contains(one));
    Ok(after)
}

async fn lying(
    at: &impl Rows,
    now: Moment,
    without: &[Id],
    root: Option<Id>,
) -> Result<Vec<Lying>, StoreError> {
    let forces = rules::forces();
    let without: Vec<String> = without.iter().map(Id::to_string).collect();
    let without = format!("|{}|", without.join("|"));
    let mut found = Vec::new();
    for need in NEEDS {
        let entitled = need.entitled();
        let mut args = args![
            need.kind.code(),
            &need.states(),
            &entitled.own,
            &entitled.held,
            &forces,
            now,
            &without
        ];
        let sql = match root {
            Some(root) => {
                args.extend(args![root]);
                LYING_OF
            }
            None => LYING,
        };
        for row in at.rows(sql, args).await? {
            found.push(read(&row, need)?);
        }
    }
    Ok(found)
}

fn read(row: &Row, need: &Need) -> Result<Lying, StoreError> {
    Ok(Lying {
        record: row.id("record")?,
        root: row.id("root")?,
        kind: need.kind,
        missing: need.missing,
        org: row.maybe_id("org")?,
        since: row.moment("listed")?,
    })
}

/// The organisations in which somebody in this role can act, who is not among these, nor works or
/// worked for one of them.
pub async fn staffed(
    at: &impl Rows,
    role: Role,
    shut_out: &BTreeSet<Id>,
) -> Result<BTreeSet<Id>, StoreError> {
    let mut people: Vec<(Id, Id, bool)> = Vec::new();
    for row in at.rows(STAFF, args![role.code()]).await? {
        let (org, account) = (row.id("org")?, row.id("account")?);
        let is_out = [org, account, row.id("works")?]
            .iter()
            .any(|id| shut_out.contains(id));
        match people.last_mut() {
            Some(last) if (last.0, last.1) == (org, account) => last.2 |= is_out,
            _ => people.push((org, account, is_out)),
        }
    }
    let able = people.into_iter().filter(|(_, _, is_out)| !is_out);
    Ok(able.map(|(org, _, _)| org).collect())
}
