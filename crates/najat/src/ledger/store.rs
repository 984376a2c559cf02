//! The record that stands for the ledger itself.

use record::World;
use store::{StoreError, Upkeep, args};

store::statements! {
    // The founders' organisation is the one that was there first.
    KEEP_LEDGER = "INSERT INTO guard (record, kind, org, jurisdiction, sensitivity, state, root, world, version) \
        SELECT CAST($1 AS TEXT), 'ledger', o.id, NULL, 'ordinary', 'kept', CAST($1 AS TEXT), 'care', 1 \
        FROM organisation o WHERE NOT EXISTS (SELECT 1 FROM guard g WHERE g.kind = 'ledger') \
        ORDER BY o.began, o.id LIMIT 1";
}

/// Makes the record where an installation was begun by an earlier program without one.
pub(crate) async fn keep(upkeep: &Upkeep, world: &World) -> Result<(), StoreError> {
    upkeep
        .execute(KEEP_LEDGER, args![world.id()])
        .await
        .map(drop)
}
