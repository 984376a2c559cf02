//! SQL of what lies where nobody is.

use std::collections::BTreeSet;

use record::{Id, Moment, Role};
use store::{Row, StoreError, args};

use super::Lying;
use super::rules::{self, NEEDS, Need};
use crate::Rows;

/// Somebody who can sign in and act, in membership `m`, and is not shut out of the record `g`; those
/// memberships are left out that are thought of as ended (`$7`).
macro_rules! able {
    () => {
        "JOIN guard a ON a.record = m.account AND a.state = 'active' \
         JOIN organisation o ON o.id = m.org AND CAST($5 AS TEXT) NOT LIKE '%|' || o.kind || '|%' \
         WHERE m.confirmed IS NOT NULL AND m.ended IS NULL \
         AND CAST($7 AS TEXT) NOT LIKE '%|' || m.id || '|%' \
         AND NOT EXISTS (SELECT 1 FROM holding x WHERE x.record IN (g.record, g.root) \
         AND x.relation = 'excluded' AND (x.holder = m.account OR EXISTS (SELECT 1 FROM membership w \
         WHERE w.account = m.account AND w.confirmed IS NOT NULL AND w.org = x.holder)))"
    };
}

/// A way by what somebody or their organisation holds.
macro_rules! held_by {
    ($holder:literal) => {
        concat!(
            " AND NOT EXISTS (SELECT 1 FROM holding h JOIN membership m ON ",
            $holder,
            " = h.holder ",
            able!(),
            " AND h.record = g.record AND (h.until IS NULL OR h.until > $6) \
             AND CAST($4 AS TEXT) LIKE '%|' || m.role || '/' || h.relation || '|%')"
        )
    };
}

store::statements! {
    LYING = concat!("SELECT g.record, g.root, g.listed, COALESCE((SELECT MIN(s.holder) FROM holding s \
        WHERE s.record = g.record AND s.relation = 'referred_to' AND g.state = 'admitted'), g.org) AS org \
        FROM guard g WHERE g.kind = $1 AND CAST($2 AS TEXT) LIKE '%|' || g.state || '|%' \
        AND (CAST($8 AS TEXT) IS NULL OR g.root = $8) \
        AND NOT EXISTS (SELECT 1 FROM membership m ", able!(), " AND m.org = g.org \
        AND CAST($3 AS TEXT) LIKE '%|' || m.role || '|%')",
        held_by!("m.org"), held_by!("m.account"), " ORDER BY g.listed, g.record");
    STAFF = "SELECT m.org, m.account, w.org AS works FROM membership m \
        JOIN guard g ON g.record = m.account AND g.state = 'active' \
        JOIN membership w ON w.account = m.account AND w.confirmed IS NOT NULL \
        WHERE m.role = $1 AND m.confirmed IS NOT NULL AND m.ended IS NULL ORDER BY m.org, m.account";
}

/// Everything on which nobody can act now.
pub async fn find(at: &impl Rows, now: Moment) -> Result<Vec<Lying>, StoreError> {
    lying(at, now, &[], None).await
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
        let ways = need.ways();
        let args = args![
            need.kind.code(),
            &need.states(),
            &ways.own,
            &ways.held,
            &forces,
            now,
            &without,
            root
        ];
        for row in at.rows(LYING, args).await? {
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
