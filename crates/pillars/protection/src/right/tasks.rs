//! What Today shows of rights not yet met.

use access::Actor;
use record::Task;
use store::{Store, StoreError};

/// Rights that wait for this actor.
pub async fn tasks(_store: &Store, _actor: &Actor) -> Result<Vec<Task>, StoreError> {
    Ok(Vec::new())
}
