//! SQL of who watches.

use record::Id;
use store::{StoreError, args};

use crate::Rows;

store::statements! {
    WATCHING = "SELECT DISTINCT d.org FROM desk d JOIN organisation o ON o.id = $1 \
        WHERE d.duty = 'oversight' AND (d.jurisdiction IS NULL OR o.jurisdiction IS NULL \
        OR d.jurisdiction = o.jurisdiction) AND (d.governorate IS NULL \
        OR EXISTS (SELECT 1 FROM organisation_place p WHERE p.org = o.id AND p.governorate = d.governorate) \
        OR NOT EXISTS (SELECT 1 FROM organisation_place q WHERE q.org = o.id)) ORDER BY d.org";
    ACCOUNTS = "SELECT id FROM account WHERE id > $1 ORDER BY id LIMIT 500";
}

/// The bodies that answer for oversight where an organisation works.
pub(super) async fn watching(at: &impl Rows, org: Id) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(WATCHING, args![org]).await?;
    rows.iter().map(|row| row.id("org")).collect()
}

/// Accounts after one, in the order of their ids.
pub(super) async fn accounts(at: &impl Rows, after: Option<Id>) -> Result<Vec<Id>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let rows = at.rows(ACCOUNTS, args![&after]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}
